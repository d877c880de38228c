// The manual's data against the sources, and every example in it against the engine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { load } from '../../pkg/index.js';
import { FOLDER, fields, files, kinds } from '../../scripts/manual.mjs';
import { run } from '../../www/manual/try.js';

const read = (name) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');
const { kinds: words, values } = JSON.parse(read('www/manual/kinds.vi.json'));
const page = read('www/manual.html');
const all = kinds();

test('generated files are those of the sources', () => {
  for (const [name, text] of Object.entries(files())) assert.equal(readFileSync(FOLDER + name, 'utf8'), text, `${name}: run node scripts/manual.mjs`);
});

test('every box of the form has a name, and so has every choice', () => {
  const rows = read('src/record/fields.rs').match(/^ {4}field\("/gm);
  assert.equal(fields().length, rows.length);
  for (const { path, values: chosen } of fields()) for (const [value, name] of chosen ?? []) assert.ok(name, `${path} ${value}`);
});

test('every kind, parameter, value and reason is told in Vietnamese', () => {
  assert.deepEqual(Object.keys(words), all.map(({ kind }) => kind));
  for (const { kind, members, reasons } of all) {
    const own = words[kind];
    assert.ok(own.name && own.what && own.good, kind);
    assert.deepEqual(Object.keys(own.params), members.map(({ name }) => name), `${kind}: parameters`);
    assert.deepEqual(Object.keys(own.reasons).sort(), reasons.map(({ name }) => name).sort(), `${kind}: reasons`);
    for (const { name, outcome, data } of reasons) {
      const { when, say } = own.reasons[name];
      assert.ok(when, `${kind} ${name}`);
      assert.ok(say || outcome === 'not-applicable', `${kind} ${name}: no sentence`);
      for (const [, placeholder] of (say ?? '').matchAll(/\{(\w+)\}/g)) assert.ok(data.includes(placeholder), `${kind} ${name}: {${placeholder}}`);
    }
    for (const { values: known } of members) for (const value of known ?? []) assert.ok(values[value], `${kind} ${value}`);
  }
  const used = new Set(all.flatMap(({ members }) => members.flatMap(({ values: known }) => known ?? [])));
  assert.deepEqual(Object.keys(values).sort(), [...used].sort());
});

test('words for people: no blame, composed letters, “Nhân dân”', () => {
  for (const [name, text] of Object.entries({ 'manual.html': page, 'kinds.vi.json': read('www/manual/kinds.vi.json') })) {
    assert.equal(text, text.normalize('NFC'), name);
    assert.doesNotMatch(text.replace('không dùng các câu như “Lỗi!”, “Không đạt”', ''), /lỗi|không đạt/i, name);
    assert.doesNotMatch(text, /nhân dân/, name);
  }
});

test('every example gives the outcome that it is there for', async (t) => {
  const engine = await load();
  for (const { kind, example } of all) {
    for (const way of ['weak', 'good'].filter((way) => words[kind][way])) {
      await t.test(`${kind}, ${way}`, async () => {
        const { record, reason } = words[kind][way];
        const came = await run(engine, words, { check: JSON.stringify(example, null, 1), record: JSON.stringify(record), with: words[kind].with && JSON.stringify(words[kind].with) });
        assert.deepEqual(came.problems, []);
        assert.deepEqual(came.findings.map((one) => one.reason), [reason]);
        assert.ok(came.findings[0].message, 'a sentence');
        assert.doesNotMatch(came.findings[0].message, /[{}]/);
      });
    }
  }
});

test('parameters may be changed: the sentences follow', async () => {
  const engine = await load();
  const reasons = async (check, record, more) => {
    const came = await run(engine, words, { check, record: JSON.stringify(record), with: more && JSON.stringify(more) });
    assert.deepEqual(came.problems, [], check);
    return came.findings.map((one) => one.reason).join();
  };
  assert.equal(await reasons('{"kind":"length","path":"/model/name","max":5}', { model: { name: 'Đường hoa' } }), 'too-long');
  assert.equal(await reasons('{"kind":"pattern","paths":["/model/goal"],"name":"personalId","forbid":true}', { model: { goal: 'Làm đường' } }), 'met');
  assert.equal(await reasons('{"kind":"not","of":{"kind":"present","paths":["/model/goal"]}}', { model: {} }), 'met');
  assert.equal(await reasons('{"kind":"within","path":"/registeredOn","window":"portal"}', { registeredOn: '2026-01-20' }), 'no-window');
  assert.equal(await reasons('{"kind":"within","path":"/registeredOn","window":"portal"}', { registeredOn: '2026-12-20' }, words.within.with), 'after');
  assert.equal(await reasons('{"kind":"statement","path":"/model/beyondDuty"}', { model: { beyondDuty: words.statement.with.fields['/model/beyondDuty'].example } }, words.statement.with), 'example');
  assert.equal(await reasons('{"kind":"any","of":[{"kind":"oneOf","path":"/model/status","values":["new"]},{"kind":"length","path":"/model/name","min":10}]}', { model: { name: 'Đường' } }), 'too-short');
  // Each as it is told apart in the manual: with the words for it, never with a gap.
  for (const name of Object.keys(values).filter((value) => all.find(({ kind }) => kind === 'pattern').members[1].values.includes(value))) {
    // What is a fault wherever it stands cannot be asked for.
    for (const forbid of ['phone', 'documentNumber'].includes(name) ? [true, false] : [true]) await reasons(JSON.stringify({ kind: 'pattern', paths: ['/model/goal'], name, forbid }), { model: { goal: 'Làm 2 km đường' } });
  }
});

test('what is wrong is told with its place in the editor', async () => {
  const engine = await load();
  const problems = async (typed) => (await run(engine, words, { check: '{"kind":"present","paths":["/model/name"]}', record: '{}', ...typed })).problems;
  const [comma] = await problems({ check: '{\n "kind": "present"\n "paths": ["/model/name"]\n}' });
  assert.deepEqual([comma.in, comma.line], ['check', 3]);
  assert.match(comma.message, /cú pháp JSON/);
  const [kind] = await problems({ check: '{\n "kind": "presant",\n "paths": ["/model/name"]\n}' });
  assert.deepEqual([kind.in, kind.path, kind.line], ['check', '/kind', 2]);
  assert.match(kind.message, /«presant».*«present»/);
  const [path] = await problems({ check: '{\n "kind": "present",\n "paths": ["/model/nme"]\n}' });
  assert.deepEqual([path.in, path.path, path.line], ['check', '/paths/0', 3]);
  assert.match(path.message, /«\/model\/nme».*«\/model\/name»/);
  assert.deepEqual((await problems({ check: '[]', record: '{"model":{"name":5}}', with: '{"x":1}' })).map((one) => one.in), ['check', 'with', 'record']);
  assert.equal((await problems({ check: '{"kind":"human","question":"?"},"severity":"must"' })).length, 1, 'nothing can be slipped in behind the check');
});

test('every piece of a guideline in the text is sound', async (t) => {
  const engine = await load();
  const pieces = [...page.matchAll(/<pre class="code"[^>]*data-part="(\w+)"[^>]*>([\s\S]*?)<\/pre>/g)].map(([, part, text]) => [part, JSON.parse(text)]);
  assert.ok(pieces.length >= 7);
  const [, smallest] = pieces[0];
  const whole = {
    guideline: (piece) => piece,
    members: (piece) => ({ ...smallest, ...piece }),
    criterion: (piece) => ({ ...smallest, tests: [], criteria: [{ ...smallest.criteria[0], ...piece }] }),
    scoring: (piece) => ({ ...smallest, ...piece, criteria: [{ ...smallest.criteria[0], points: piece.scoring.max }] }),
  };
  for (const [at, [part, piece]] of pieces.entries()) {
    await t.test(`piece ${at + 1}, ${part}`, async () => {
      const loaded = await engine.guideline(whole[part](piece)).catch((error) => error.problems);
      assert.ok(loaded.id, JSON.stringify(loaded));
    });
  }
});
