// The npm package: every address in `exports` is there, types come first, what is listed is shipped, and the manifest names what the types name.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PKG = fileURLToPath(new URL('../../pkg', import.meta.url));
const read = (file) => readFileSync(join(PKG, file), 'utf8');
const manifest = JSON.parse(read('package.json'));

test('what `exports` names is there and is shipped, types first', () => {
  const packed = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: PKG, encoding: 'utf8' }))[0].files.map(({ path }) => path);
  for (const [name, to] of Object.entries(manifest.exports)) {
    if (typeof to === 'object') assert.deepEqual(Object.keys(to), ['types', 'default'], name);
    for (const file of typeof to === 'object' ? Object.values(to) : [to]) {
      if (file.includes('*')) continue;
      assert.ok(packed.includes(file.slice(2)), `${name}: ${file}`);
    }
  }
  for (const file of ['dvk.js', 'element.js', 'failed.js', 'shelf.js', 'core.js', 'pdf.js', 'docx.js', 'dvk.wasm', 'dvk-form.wasm', 'dvk-pdf.wasm', 'dvk-docx.wasm', 'dang-ky.html', 'dvk.single.js', 'sri.json', 'README.vi.md', 'docs/embedding.md', 'guidelines/mau.json', 'fonts/regular.woff2', 'types/attributes.d.ts', 'LICENSE', 'NOTICE']) assert.ok(packed.includes(file), file);
  // Nothing of the workshop.
  assert.deepEqual(packed.filter((path) => /(^|\/)(node_modules|tests?|target|\.)/.test(path)), []);
});

test('texts of the package link to what is in it', () => {
  const texts = ['README.md', 'README.vi.md', 'docs/embedding.md', 'docs/official-forms.md'];
  let links = 0;
  for (const file of texts) {
    for (const [, to] of read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)) {
      links += 1;
      assert.ok(existsSync(join(PKG, file, '..', to)), `${file}: ${to}`);
    }
  }
  assert.ok(links >= 4, `${links} links`);
});

test('side effects are in the element and the loaders only: who imports one name of the API gets no element', async () => {
  assert.deepEqual(manifest.sideEffects, ['./element.js', './dvk.js', './dvk.single.js']);
  const made = async (contents) => (await build({ stdin: { contents, resolveDir: PKG }, bundle: true, minify: true, format: 'esm', write: false, platform: 'browser', logLevel: 'error', external: ['./pdf.js', './docx.js'] })).outputFiles[0].text;
  assert.equal(await made("import './index.js';"), '', 'imported for nothing it is nothing');
  const api = await made("import { load } from './index.js'; console.log(load);");
  assert.ok(api.length > 10_000 && !api.includes('attachShadow'), 'the API has no element in it');
  assert.ok((await made("import './element.js';")).includes('attachShadow'), 'the element is not shaken off');
});

test('custom-elements.json names what index.d.ts names', () => {
  const types = read('index.d.ts');
  const of = (name) => new RegExp(`export interface ${name}[^{]*\\{([^]*?)\\n\\}`).exec(types)[1];
  const [{ declarations: [element] }] = JSON.parse(read('custom-elements.json')).modules;
  const members = [...of('DvkRegistrationElement').matchAll(/^ {2}(?:readonly |get |set )?(\w+)[(:]/gm)].map(([, name]) => name);
  assert.deepEqual(element.members.map(({ name }) => name), [...new Set(members)]);
  assert.deepEqual(element.events.map(({ name }) => name), [...of('DvkEvents').matchAll(/"([\w-]+)":/g)].map(([, name]) => name));
  const attributes = [...read('types/attributes.d.ts').matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name).filter((name) => name !== 'record');
  assert.deepEqual(element.attributes.map(({ name }) => name), attributes);
});

test('sri.json has every file that a page may fetch', () => {
  const { version, integrity } = JSON.parse(read('sri.json'));
  assert.equal(version, manifest.version);
  for (const file of ['dvk.js', 'dvk.single.js', 'element.js', 'dvk-form.wasm', 'units.json', 'fonts/bold.woff2']) assert.match(integrity[file] ?? '', /^sha384-[A-Za-z0-9+/]{64}$/, file);
  for (const file of Object.keys(integrity)) assert.ok(existsSync(join(PKG, file)), file);
});
