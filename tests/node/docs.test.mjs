// The documentation: both languages have every page, links lead somewhere, examples are right.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from '../../pkg/index.js';
import { declared } from '../../scripts/docs/api.mjs';
import { made } from '../../scripts/docs.mjs';
import { POLICIES } from '../browser/policies.mjs';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const pages = new Map(made());
const unescape = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

test('every page is there in both languages and has one heading of the first level', () => {
  const vietnamese = [...pages.keys()].filter((name) => !name.startsWith('en/'));
  assert.ok(vietnamese.length >= 15);
  for (const name of vietnamese) {
    for (const [file, text] of [[name, pages.get(name)], [`en/${name}`, pages.get(`en/${name}`)]]) assert.equal(text.match(/<h1>/g)?.length, 1, file);
  }
});

test('links and files of the pages are there', () => {
  let seen = 0;
  for (const [name, text] of pages) {
    for (const [, address] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (/^(https?:|mailto:|tel:)/.test(address)) assert.fail(`${name} leads to another host: ${address}`);
      const [file, part] = address.split('#');
      if (!file) {
        assert.ok(text.includes(`id="${part}"`), `${name}: #${part}`);
        continue;
      }
      const target = normalize(join('docs', dirname(name), file));
      const there = target.startsWith('docs/') ? pages.has(target.slice(5)) : target.startsWith('dvk/') ? existsSync(path(`pkg/${target.slice(4)}`)) : existsSync(path(`www/${target}`));
      assert.ok(there, `${name}: ${address}`);
      seen += 1;
    }
  }
  assert.ok(seen > 300, `${seen}`);
});

test('the portal file of the documentation is one, and names every member', async () => {
  const engine = await load();
  for (const lang of ['', 'en/']) {
    const text = pages.get(`${lang}portal.html`);
    engine.portal(unescape(text.match(/<pre class="code"[^>]*>(\{[\s\S]*?)<\/pre>/)[1]));
    const { source } = declared(readFileSync(path('pkg/index.d.ts'), 'utf8')).find(({ name }) => name === 'Portal');
    for (const [, member] of source.matchAll(/^ {2}(\w+)\??:/gm)) assert.ok(text.includes(`<code>${member}</code>`), `${lang}portal: ${member}`);
  }
});

test('the reference has every exported name, whole', () => {
  const exported = ['pkg/index.d.ts', 'pkg/element.d.ts'].flatMap((file) => [...readFileSync(path(file), 'utf8').matchAll(/^export (?:declare )?(?:interface|class|type|function|const) (\w+)/gm)].map(([, name]) => name));
  const text = pages.get('api.html');
  for (const name of exported) assert.ok(text.includes(`<section id="${name}">`), name);
  for (const [, source] of text.matchAll(/<pre class="code"[^>]*>([\s\S]*?)<\/pre>/g)) {
    const plain = unescape(source).replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '');
    for (const [open, close] of ['{}', '[]', '()']) assert.equal(plain.split(open).length, plain.split(close).length, source.slice(0, 80));
  }
});

test('no page names a guideline that is not shipped', () => {
  const [, list] = pages.get('snippet.html').match(/data-guidelines="([^"]+)"/);
  for (const [id, title] of JSON.parse(unescape(list))) {
    assert.ok(existsSync(path(`pkg/guidelines/${id}.json`)), id);
    assert.ok(title);
  }
});

test('the policies of the documentation are those that are tested', () => {
  const documented = POLICIES.flatMap((one) => one.documented ?? []);
  assert.ok(documented.length >= 4);
  for (const page of ['policies.html', 'en/policies.html']) for (const line of documented) assert.ok(unescape(pages.get(page)).replaceAll('&#39;', "'").includes(line), `${page}: ${line}`);
});
