// dvk-lint from the built package: what it prints and how it ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const sound = path('tests/fixtures/guidelines/sound.json');
const broken = (name) => path(`tests/fixtures/guidelines/broken/${name}.json`);

/** Runs dvk-lint. */
function lint(args, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path('pkg/dvk-lint.mjs'), ...args]);
    const told = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (told.out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (told.err += text));
    child.on('error', reject).on('close', (status) => resolve({ status, ...told }));
    child.stdin.on('error', () => {}).end(input);
  });
}

test('a sound guideline', async () => {
  const { status, out } = await lint([sound]);
  assert.match(out, /sound\.json: không có vấn đề\n.*sound\.json: lưu ý: .*mã «xa-thu-2026» tìm tệp xa-thu-2026\.json; tệp này tên là sound\.json\n$/);
  assert.equal(status, 0);
});

test('an id that no page finds, and a file with the name of its id', async () => {
  const text = readFileSync(sound, 'utf8');
  const { status, out } = await lint(['-'], text.replace('"xa-thu-2026"', '"Xã-thử"'));
  assert.match(out, /^stdin: không có vấn đề\nstdin: lưu ý: mã «Xã-thử»/);
  assert.equal(status, 0);
  assert.equal((await lint(['-'], text)).out, 'stdin: không có vấn đề\n');
});

test('the built-in guideline', async () => {
  assert.equal((await lint([path('pkg/guidelines/mau.json')])).status, 0);
});

test('a problem has its file, line, column, code and sentence', async () => {
  const file = broken('05-unknown-path');
  const { status, out } = await lint([file]);
  assert.equal(status, 1);
  assert.match(out, /:20:68: unknown-path: Đường dẫn «\/model\/nme» không có trong phiếu; có phải «\/model\/name»\?/);
  assert.ok(out.startsWith(file));
  assert.equal(out.trim().split('\n').length, 1);
});

test('every problem is printed', async () => {
  const text = readFileSync(sound, 'utf8').replace('{missing}', '{mising}').replace('"min": 8', '"min": 5');
  const { status, out } = await lint(['-'], text);
  assert.equal(status, 1);
  assert.deepEqual(out.trim().split('\n').map((line) => line.split(': ')[1]), ['unknown-placeholder', 'same-band']);
  assert.match(out, /^stdin:\d+:\d+: /);
});

test('a test of its own that fails is named', async () => {
  const { status, out } = await lint([broken('46-own-test')]);
  assert.equal(status, 1);
  assert.match(out, /own-test: .*không có tên/);
});

test('files that extend each other', async () => {
  const child = JSON.stringify({
    format: 'dvk-guideline/1', id: 'thon-thu', version: '1', title: 'Thôn thử', issuer: { name: 'Chi bộ thôn Thử', level: 'grassroots' },
    effective: { from: '2026-01-01' }, extends: { id: 'xa-thu-2026' }, sources: {}, criteria: [],
    overrides: [{ id: 'A2', params: { min: 1 }, because: 'thôn nhỏ' }], tests: [],
  });
  assert.equal((await lint([sound, '-'], child)).status, 0);
  const alone = await lint(['-'], child);
  assert.equal(alone.status, 1);
  assert.match(alone.out, /unknown-base/);
});

test('what cannot be read', async () => {
  const { status, err } = await lint([sound, path('tests/fixtures/guidelines/none.json')]);
  assert.equal(status, 2);
  assert.match(err, /none\.json: không thấy tệp này/);
  assert.equal((await lint(['-'], '{"format":')).status, 1);
});

test('help and wrong use', async () => {
  const help = await lint(['--help']);
  assert.equal(help.status, 0);
  assert.match(help.out, /^Cách dùng: dvk-lint/);
  assert.equal((await lint([])).status, 2);
  assert.equal((await lint(['--fix', sound])).status, 2);
});
