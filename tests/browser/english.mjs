// What the tests of the English interface share: the demo page with `lang`, and what is Vietnamese in a form that should not be.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WWW = fileURLToPath(new URL('../../www', import.meta.url));
export const english = JSON.parse(readFileSync(new URL('../../data/i18n/en.json', import.meta.url), 'utf8'));

/** The demo page, changed; the folder is the caller's to delete. @param {(page: string) => string} change @param {object} [portal] what its portal file has besides */
export function demo(change, portal = {}) {
  const root = mkdtempSync(join(tmpdir(), 'dvk-english-'));
  cpSync(WWW, root, { recursive: true });
  writeFileSync(join(root, 'index.html'), change(readFileSync(join(WWW, 'index.html'), 'utf8')));
  writeFileSync(join(root, 'portal.json'), JSON.stringify({ ...JSON.parse(readFileSync(join(WWW, 'portal.json'), 'utf8')), ...portal }));
  return root;
}
export const inEnglish = (page) => page.replace('<dvk-registration ', '<dvk-registration lang="en" ');

/** Names of things that have no other name, and where a sentence of the interface names what is not its own: portal, guideline, files, records, places. */
const PROPER = [
  /“[^”]*”/g, /«[^»]*»/g, /\bfor example: .*/gi, /Example: .*/g, /Quốc hiệu/g, /BẢN NHÁP/g, /Việt Nam/g, /Bảng tiếp thu, giải trình/g,
  /^Goes to: .*/g, /^Questions: .*/g, /^Checked by .*?\. (?=The self-check)/g, /^Read as: .*/g, / entered\.$/g, /^Apply: .*/g,
  /(?<!\p{L})(đồng|Zalo)(?!\p{L})/gu,
];

/** Texts and names that a person meets in the form which are neither English nor marked as another language. @returns {Promise<string[]>} */
export async function vietnamese(s) {
  const said = await s.page.evaluate(() => {
    const { shadowRoot } = document.querySelector('dvk-registration');
    const all = [];
    const foreign = (element) => element.closest('[lang]')?.lang !== 'en';
    for (const element of shadowRoot.querySelectorAll('*')) {
      if (foreign(element) || element.closest('style')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (element.getAttribute(name)) all.push(element.getAttribute(name));
      for (const node of element.childNodes) if (node.nodeType === 3 && node.data.trim()) all.push(node.data.trim());
    }
    return all;
  });
  const bare = (text) => PROPER.reduce((left, proper) => left.replace(proper, ''), text);
  return [...new Set(said)].filter((text) => /[ăâđêôơưà-ãè-êìíò-õùúýĩũạ-ỹ]/iu.test(bare(text)));
}

/** Boxes of the shown step whose label is not the one of the file: `path: label`. */
export async function mislabelled(s, individual) {
  const shown = await s.form().locator('[data-field]').filter({ visible: true }).evaluateAll((all) => all.map((one) => [one.dataset.field, one.querySelector('.label, .choice label')?.textContent ?? '']));
  if (!shown.length) throw new Error('no box is shown');
  return shown.filter(([path, label]) => {
    const key = path.replace(/\/\d+(?=\/|$)/g, '/*');
    return label !== ((individual && english[`${key}@individual`]) || english[key]);
  }).map(([path, label]) => `${path}: ${label}`);
}
