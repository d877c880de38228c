// Builds in two folders of different names and compares every shipped file, the npm tarball and the zip for portals.
// Usage: node scripts/reproducible.mjs [full]   (without `full` the compiled modules are taken over and only JavaScript, editions and packages are made twice)
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LAZY } from './build/scripts.mjs';
import { shipped } from './build/shipped.mjs';
import { hash } from './build/sums.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const full = process.argv[2] === 'full';
const WITHOUT = ['node_modules', 'target', 'dist', '.git', 'shots'];
const COMPILED = ['core.js', 'pdf.js', 'docx.js', 'dvk.wasm', 'dvk-form.wasm', 'dvk-pdf.wasm', 'dvk-docx.wasm'];
/** What the build makes besides; it must not be taken over from here. */
const MADE = ['element.js', ...LAZY, 'i18n', 'dvk.js', 'dvk.single.js', 'dang-ky.html', 'sri.json', 'units.json', 'units-former.json', 'guidelines', 'fonts'];

/** @returns {Record<string, string>} hash by name of everything that is handed out */
function built(folder) {
  cpSync(root, folder, { recursive: true, filter: (from) => !WITHOUT.includes(basename(from)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const file of full ? [...MADE, ...COMPILED] : MADE) rmSync(join(folder, 'pkg', file), { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'));
  if (!full) cpSync(join(root, 'dist/form.js'), join(folder, 'dist/form.js'));
  const run = (...args) => execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  run('scripts/build.mjs', ...(full ? [] : ['js']));
  run('scripts/package.mjs');
  const pkg = join(folder, 'pkg');
  const { version } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));
  const paths = [...shipped(pkg).map((path) => join('pkg', path)), `dist/dan-van-kheo-${version}.tgz`, `dist/dan-van-kheo-${version}-portal.zip`];
  return Object.fromEntries(paths.map((path) => [path, hash('sha384', join(folder, path), 'hex')]));
}

const base = mkdtempSync(join(tmpdir(), 'dvk-twice-'));
try {
  const [one, two] = [built(join(base, 'a')), built(join(base, 'thư mục khác, tên dài'))];
  const names = [...new Set([...Object.keys(one), ...Object.keys(two)])].sort();
  const differ = names.filter((name) => one[name] !== two[name]);
  for (const name of differ) console.log(`DIFFERS ${name}`);
  console.log(`${names.length} files, ${differ.length} differ${full ? '' : ' (compiled modules taken over)'}`);
  process.exitCode = differ.length > 0 || names.length < 30 ? 1 : 0;
} finally {
  rmSync(base, { recursive: true, force: true });
}
