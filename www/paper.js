// How it looks what the engine makes, in the form and on paper. Prints in a frame of its own, so that nothing of the portal is printed.

import engineSheet from './engine.css';
import printSheet from './print.css';

function sheet({ CSSStyleSheet }, text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

/** What the form looks like once the engine is there; before its own sheet. @returns {CSSStyleSheet[]} */
export const sheets = () => [sheet(window, printSheet), sheet(window, engineSheet)];

/** @param {ShadowRoot} root where the frame stands meanwhile @param {Node} article @param {string} title @param {(view: Window) => Promise<unknown>} [faces] gives the frame its faces */
export async function printed(root, article, title, faces = async () => {}) {
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = title;
  frame.tabIndex = -1; // it is there until the print is over, with nothing in it for anyone
  root.append(frame);
  const { contentWindow: view, contentDocument: inside } = frame;
  inside.adoptedStyleSheets = [sheet(view, printSheet)];
  inside.documentElement.lang = 'vi';
  inside.title = title;
  inside.body.append(inside.adoptNode(article));
  view.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 500));
  // The faces are waited for, but not long: paper with another face is better than none.
  await Promise.race([faces(view).catch(() => {}), new Promise((late) => setTimeout(late, 3_000))]);
  view.print();
}

/** Faces for paper: file, weight, slant. */
const FACES = [['regular', '400', 'normal'], ['bold', '700', 'normal'], ['italic', '400', 'italic'], ['bold-italic', '700', 'italic']];

/** Gives the frame faces where the machine has neither Times New Roman nor its likeness. As bytes: a policy without font-src stops them otherwise. */
export async function faces({ FontFace, document: inside }, files) {
  const local = new FontFace('DVK Serif', 'local("Times New Roman"), local("Liberation Serif")');
  if (await local.load().catch(() => null)) return;
  await Promise.all(FACES.map(async ([name, weight, style]) => {
    const file = await files.get(`fonts/${name}.woff2`);
    inside.fonts.add(await new FontFace('DVK Serif', await file.arrayBuffer(), { weight, style }).load());
  }));
}
