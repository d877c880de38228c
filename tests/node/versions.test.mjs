// A record of an earlier year repeated, and two versions compared, through the public API.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../pkg/index.js';

const file = new URL('../fixtures/registrations/collective-party.json', import.meta.url);
const record = () => JSON.parse(readFileSync(file, 'utf8'));
const engine = await load();
const today = { today: '2026-06-01' };

test('a record is repeated for another year, and everything that differs is told', () => {
  const { record: next, changes, unmoved, dated } = engine.duplicate({ ...record(), revision: 3 }, { to: 2028 }, today);
  assert.notEqual(next.id, record().id);
  assert.match(next.id, /^[\da-f]{8}-[\da-f]{4}-7/);
  assert.equal(next.revision, undefined);
  assert.deepEqual([next.period, next.model.start, next.model.targets[3].due, next.model.status], [{ from: 2028, to: 2029 }, '2028-03-15', '2029-Q2', 'ongoing']);
  assert.deepEqual(next.model.basis, record().model.basis);
  assert.ok(changes.some(({ label, beforeText, afterText }) => label === 'Ngày bắt đầu' && beforeText === '15/03/2026' && afterText === '15/03/2028'));
  assert.deepEqual(unmoved, []);
  assert.ok(dated.some(({ path }) => path === '/model/need'));
  // The new record asks for what was reached: R31 of the sample guideline.
  const open = engine.check(next, { ...today, detail: 'open' }).findings.map(({ criterion }) => criterion);
  assert.ok(open.includes('R31'), open.join());
});

test('a year that no record has is refused with its place', () => {
  assert.throws(() => engine.duplicate(record(), { to: 20 }, today), (error) => error.code === 'bad-option' && error.problems[0].path === '/to');
});

test('two versions are compared: changed, added, taken out, moved', () => {
  const after = record();
  after.model.targets.reverse();
  after.model.targets[0].target = 150;
  after.model.goal = '';
  after.model.forces.push({ name: 'Đoàn Thanh niên xã Vĩnh Hải', role: 'take-part' });
  const { same, changes } = engine.compare(record(), after, today);
  assert.equal(same, true);
  const kinds = changes.map(({ kind, path }) => `${kind} ${path}`);
  assert.deepEqual(kinds.filter((line) => !line.startsWith('moved')), ['removed /model/goal', 'changed /model/targets/0/target', 'added /model/forces/5']);
  assert.equal(kinds.filter((line) => line.startsWith('moved /model/targets/')).length, 3);
  const target = changes.find(({ kind, path }) => kind === 'changed' && path === '/model/targets/0/target');
  assert.deepEqual([target.was, target.before, target.after, target.label], ['/model/targets/3/target', 120, 150, 'Chỉ tiêu 1: chỉ tiêu cần đạt']);
});

test('the table of changes comes as html, text and PDF', async () => {
  const after = { ...record(), revision: 2, model: { ...record().model, goal: 'Mục tiêu khác hẳn.' } };
  const options = { ...today, kind: 'form', before: { ...record(), revision: 1 } };
  assert.match(engine.summarize(after, { ...options, format: 'html' }), /<h1>BẢNG TIẾP THU, GIẢI TRÌNH<\/h1>/);
  assert.match(engine.summarize(after, { ...options, format: 'text' }), /Nội dung sau: Mục tiêu khác hẳn\./);
  const pdf = await engine.pdf(after, options);
  assert.equal(new TextDecoder().decode(pdf.slice(0, 5)), '%PDF-');
});
