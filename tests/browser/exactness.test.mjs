// “Gần 190 hộ, 712 người”: each of the two boxes keeps its own word, in the record, in print and when a person comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';

const CASES = [
  ['gần 190', '712', { households: 190, people: 712, approx: 'under', peopleApprox: 'exact' }],
  ['190', 'gần 712', { households: 190, people: 712, peopleApprox: 'under' }],
  ['khoảng 190', 'hơn 700', { households: 190, people: 700, approx: 'about', peopleApprox: 'over' }],
  ['gần 190', 'gần 712', { households: 190, people: 712, approx: 'under' }],
];

test('the words of households and people stand apart', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  for (const [households, people, expected] of CASES) {
    await go(s, 'method');
    await s.type('/model/scope/households', households);
    await s.type('/model/scope/people', people);
    await go(s, 'review');
    const { text, ...scope } = await s.page.evaluate(() => document.querySelector('dvk-registration').record.model.scope);
    assert.deepEqual(scope, expected);
    assert.equal(text ?? '', '');
    const printed = await s.form().locator('.preview article').innerText();
    for (const [label, said] of [['Số hộ', households], ['Số người', people]]) assert.match(printed, new RegExp(`${label}:?\\s*${said}(?!\\d)`));
    await go(s, 'method');
    assert.deepEqual([await s.read('/model/scope/households'), await s.read('/model/scope/people')], [households, people]);
  }
  // What is emptied leaves no word behind.
  await s.type('/model/scope/households', '');
  await s.type('/model/scope/people', '');
  await go(s, 'review');
  assert.equal(await s.page.evaluate(() => document.querySelector('dvk-registration').record.model), undefined);
  assert.deepEqual(s.errors(), []);
}));
