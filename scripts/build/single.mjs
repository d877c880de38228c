// The editions in one file: dvk.single.js, a classic script with everything in it, and dang-ky.html, a page made of it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import zopfli from '@gfx/zopfli';
import { build } from 'esbuild';
import { packed as base85 } from '../../www/single/base85.js';

/** Files that are carried inside, compressed: many content systems take no file above 2 MB, and some servers compress nothing. */
const CARRIED = ['dvk-form.wasm', 'dvk.wasm', 'dvk-pdf.wasm', 'dvk-docx.wasm', 'units.json', 'units-former.json', 'i18n/en.json'];

/** A twentieth smaller than zlib’s best, for some seconds of building; further rounds bring a thousandth. */
const deflated = (bytes) => promisify(zopfli.deflate)(bytes, { numiterations: 1 });

/** @returns {Promise<string>} the script; nothing while a wasm module is missing */
export async function single({ root, pkg, common, define, lazy }) {
  // `mau` is in the engine already, which never asks for its file.
  const guidelines = readdirSync(join(pkg, 'guidelines')).sort().filter((name) => name !== 'mau.json');
  const files = [...CARRIED, ...guidelines.map((name) => `guidelines/${name}`), ...readdirSync(join(pkg, 'fonts')).sort().filter((name) => name.endsWith('.woff2')).map((name) => `fonts/${name}`)];
  if (!files.every((file) => existsSync(join(pkg, file)))) return '';
  const packed = {};
  for (const file of files) packed[file] = base85(await deflated(readFileSync(join(pkg, file))));
  const modules = { 'index.js': join(pkg, 'index.js'), ...Object.fromEntries(lazy.map((name) => [name, join(root, 'www', name)])) };
  const inside = {
    name: 'inside',
    setup(bundler) {
      // What the folder fetches, this edition has in it.
      bundler.onResolve({ filter: /^\.\/files\.js$/ }, () => ({ path: join(root, 'www/single/files.js') }));
      bundler.onResolve({ filter: /^dvk:/ }, ({ path }) => ({ path, namespace: 'dvk' }));
      bundler.onLoad({ filter: /^dvk:packed$/, namespace: 'dvk' }, () => ({ contents: JSON.stringify(packed), loader: 'json' }));
      bundler.onLoad({ filter: /^dvk:modules$/, namespace: 'dvk' }, () => ({ contents: `export default {${Object.entries(modules).map(([name, file]) => `${JSON.stringify(name)}: () => import(${JSON.stringify(file)})`).join(',')}}`, resolveDir: root }));
    },
  };
  const outfile = join(pkg, 'dvk.single.js');
  await build({ ...common, define: { ...define, 'import.meta.url': 'document.baseURI' }, plugins: [inside, ...common.plugins], entryPoints: [join(root, 'www/single.js')], format: 'iife', outfile });
  return readFileSync(outfile, 'utf8');
}

/** A page that says by itself that nothing leaves it: its policy allows its own script and style and no request. */
export function page({ root, pkg, script }) {
  const template = readFileSync(join(root, 'www/single/dang-ky.html'), 'utf8');
  const style = /<style>([^]*?)<\/style>/.exec(template)[1];
  const sha = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${sha(script)} 'wasm-unsafe-eval'; style-src ${sha(style)}; connect-src 'none'; form-action 'none'; base-uri 'none'`;
  // Functions, since the script has dollar signs.
  writeFileSync(join(pkg, 'dang-ky.html'), template.replace('{policy}', () => policy).replace('{script}', () => script));
}
