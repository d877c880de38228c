// Bundles the JavaScript and copies the data files. What is fetched stands before what carries its hash: element.js before dvk.js, both before sri.json.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { build, transformSync } from 'esbuild';
import { hash, sums } from './sums.mjs';
import { page, single } from './single.mjs';

/** Parts of the element that are fetched when they are needed, each a file of its own beside it. */
export const LAZY = ['shelf.js', 'failed.js', 'desk.js', 'doctor.js', 'paper.js'];

/**
 * What the loader looks at, by a hash that it carries; of what the engine needs core.js carries them, so that the loader stays small.
 * Not here: guidelines, which an office may change and which are proved when they are read, and fonts, which browsers check.
 */
const CHECKED = {
  loader: ['element.js', 'dvk-form.wasm', 'index.js', 'core.js', ...LAZY],
  core: ['dvk.wasm', 'units.json', 'units-former.json', 'pdf.js', 'dvk-pdf.wasm', 'docx.js', 'dvk-docx.wasm'],
};

/** Style sheets go into the element as text, without comments and spare blanks. */
const sheets = {
  name: 'sheets',
  setup: (bundler) => bundler.onLoad({ filter: /\.css$/ }, (file) => ({ contents: transformSync(readFileSync(file.path, 'utf8'), { loader: 'css', minify: true, target: 'chrome109' }).code.trim(), loader: 'text' })),
};

/** @param {{ root: string, pkg: string, form?: string }} places `form`: glue of the form, where it is not in dist/ of `root` */
export async function scripts({ root, pkg }) {
  const { version } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));
  const common = { bundle: true, minify: true, target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning', plugins: [sheets], absWorkingDir: root };
  const define = { DVK_VERSION: JSON.stringify(version) };
  data(root, pkg);
  // One file without static imports: form glue, host and style sheets are in it; the engine is imported from beside it when someone begins to type.
  for (const file of ['element.js', ...LAZY]) await build({ ...common, define, entryPoints: [join(root, 'www', file)], format: 'esm', outfile: join(pkg, file) });
  const hashes = (files) => JSON.stringify(Object.fromEntries(files.map((file) => [file, join(pkg, file)]).filter(([, path]) => existsSync(path)).map(([file, path]) => [file, hash('sha256', path)])));
  const core = join(pkg, 'core.js');
  if (existsSync(core)) writeFileSync(core, `${readFileSync(core, 'utf8').replace(/export const sums=.*\n$/, '')}export const sums=${hashes(CHECKED.core)};\n`);
  await build({ ...common, define: { ...define, DVK_HASHES: hashes(CHECKED.loader) }, entryPoints: [join(root, 'www/dvk.js')], format: 'iife', outfile: join(pkg, 'dvk.js') });
  const script = await single({ root, pkg, common, define, lazy: LAZY });
  if (script) page({ root, pkg, script });
  writeFileSync(join(pkg, 'sri.json'), sums(pkg, version));
}

function data(root, pkg) {
  for (const file of ['units.json', 'units-former.json']) cpSync(join(root, 'data', file), join(pkg, file));
  cpSync(join(root, 'data/i18n'), join(pkg, 'i18n'), { recursive: true });
  mkdirSync(join(pkg, 'guidelines'), { recursive: true });
  const guidelines = join(root, 'src/guideline/data');
  for (const file of readdirSync(guidelines).filter((name) => !name.endsWith('.bare.json'))) cpSync(join(guidelines, file), join(pkg, 'guidelines', file));
  cpSync(join(root, 'www/fonts'), join(pkg, 'fonts'), { recursive: true });
  cpSync(join(root, 'src/summary/pdf/fonts/OFL.txt'), join(pkg, 'fonts/OFL.txt'));
  for (const file of ['LICENSE', 'NOTICE', 'docs/form.png']) cpSync(join(root, file), join(pkg, file));
  const texts = ['README.md', 'README.vi.md', 'docs/embedding.md', 'docs/official-forms.md'];
  for (const file of texts) writeFileSync(join(pkg, file), unlinked(readFileSync(join(root, file), 'utf8'), file, (path) => texts.includes(path) || existsSync(join(pkg, path))));
}

/** A text of the repository for the package: what is not in it is named, and no longer a link. */
function unlinked(text, file, isThere) {
  return text.replace(/\[([^\]]+)\]\((?!https?:|mailto:|#)([^)#]+)(#[^)]*)?\)/g, (whole, words, to, part = '') => {
    const inside = to.replace(/^pkg\//, '');
    return isThere(posix.join(posix.dirname(file), inside)) ? `[${words}](${inside}${part})` : words;
  });
}
