// Files of every released version still open, and say the same. A folder a version in tests/fixtures/released, never changed once the version is out.
// `DVK_RELEASE=0.2.0 node --test tests/node/released.test.mjs` makes the folder of a new version.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../pkg/index.js';

const folder = new URL('../fixtures/released/', import.meta.url);
const source = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const engine = await load();
const today = '2026-06-01';

async function release(version) {
  const here = new URL(`${version}/`, folder);
  assert.ok(!existsSync(here), `${version} is released already`);
  mkdirSync(here, { recursive: true });
  const write = (name, content) => writeFileSync(new URL(name, here), content);
  const portal = engine.portal(source('www/portal.json'));
  const record = engine.parse(source('tests/fixtures/registrations/collective-party.json'));
  const pdf = await engine.pdf(record, { kind: 'form', portal, today });
  write('phieu.pdf', pdf);
  // The record as the PDF carries it: what “Lưu tệp” hands over too.
  write('phieu.json', `${JSON.stringify((await engine.readPdf(pdf)).record, null, 1)}\n`);
  write('portal.json', source('www/portal.json'));
  write('guideline.json', source('src/guideline/data/binh-thuan-08.json'));
}

if (process.env.DVK_RELEASE) await release(process.env.DVK_RELEASE);

const versions = readdirSync(folder);
test('there is a folder for the version that is being made', () => {
  assert.ok(versions.includes(JSON.parse(source('pkg/package.json')).version), versions.join());
});

for (const version of versions) {
  const read = (name) => readFileSync(new URL(`${version}/${name}`, folder));
  test(`files of ${version} open and say the same`, async () => {
    const stands = JSON.parse(read('phieu.json'));
    const record = engine.parse(read('phieu.json'));
    for (const member of Object.keys(stands)) assert.deepEqual(record[member], stands[member], member);
    assert.equal(engine.check(record, { today }).errors.length, 0);
    const opened = await engine.readPdf(read('phieu.pdf'));
    assert.equal(opened.state, 'intact');
    assert.deepEqual(opened.record, record);
    assert.equal(opened.report.format, 'dvk-report/1');
    assert.equal(engine.portal(read('portal.json').toString()).format, 'dvk-portal/1');
    assert.match((await engine.guideline(read('guideline.json').toString())).id, /^[a-z0-9-]+$/);
  });
}
