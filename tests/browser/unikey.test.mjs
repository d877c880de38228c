// Fast typing with Vietnamese keyboards: no letter is lost or doubled, and the caret stays where the person is. DVK_SOAK types a thousand sentences.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';
import { Keyboard, screens, strokes } from './unikey.mjs';

const soak = Boolean(process.env.DVK_SOAK);
const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/legacy/${name}.json`, import.meta.url), 'utf8'));
const texts = [...new Set([...fixture('texts').slice(134), ...fixture('texts').slice(0, 134), ...fixture('clean').slice(0, 410)])];
/** Short ones by default: every letter in every way in less than a minute. Among the long ones are words of all kinds. */
const sentences = soak ? [...texts, ...texts].slice(0, 1000) : texts.filter((text) => text.length <= 76).slice(0, 100);

/** Boxes of every kind: to try another one, add its line. `on`: the list whose row it stands in. */
const BOXES = [
  { step: 'model', path: '/model/name' },
  { step: 'model', path: '/model/need' },
  { step: 'model', path: '/model/targets/0/content', on: '/model/targets' },
  { step: 'applicant', path: '/applicant/name' },
  { step: 'applicant', path: '/applicant/address/commune' },
];

const box = (s, path) => s.form().locator(`[data-path="${path}"]`);

async function reach(s, { step, path, on }) {
  await go(s, step);
  if (on && !(await box(s, path).count())) await s.click('add-row', { on });
  await box(s, path).click();
  await s.press('Control+A');
  await s.press('Delete');
}

/** What stands in the box, and where the caret is. */
const state = (s, path) => box(s, path).evaluate((one) => ({ text: one.value, caret: [one.selectionStart, one.selectionEnd] }));

/** Types a sentence after and before what stands there; says what came out otherwise. */
async function typed(s, path, sentence, type, { before = '', after = '' } = {}) {
  const start = before.length;
  await box(s, path).evaluate((one, [text, at]) => { one.value = text; one.dispatchEvent(new Event('input', { bubbles: true, composed: true })); one.setSelectionRange(at, at); }, [before + after, start]);
  await type(sentence);
  const got = await state(s, path);
  const end = start + sentence.length;
  return got.text === before + sentence + after && got.caret[0] === end && got.caret[1] === end ? [] : [{ path, wanted: before + sentence + after, ...got }];
}

test('the simulated keyboards send what Unikey sends', () => {
  assert.deepEqual(screens('đường', 'telex'), ['d', 'đ', 'đu', 'đư', 'đưo', 'đươ', 'đươn', 'đương', 'đường']);
  assert.deepEqual(screens('vận', 'vni'), ['v', 'va', 'van', 'vân', 'vận']);
  assert.deepEqual(strokes('vận a', { method: 'telex' }), [{ back: 0, letters: 'v' }, { back: 0, letters: 'a' }, { back: 1, letters: 'â' }, { back: 0, letters: 'n' }, { back: 2, letters: 'ận' }, { back: 0, letters: ' ' }, { back: 0, letters: 'a' }]);
  for (const sentence of sentences) {
    for (const how of [{ method: 'telex' }, { method: 'vni' }, { method: 'telex', empty: true }]) {
      let shown = '';
      for (const { back, letters } of strokes(sentence, how)) shown = shown.slice(0, shown.length - back) + letters;
      assert.equal(shown, sentence);
    }
  }
});

test('no letter is lost and the caret stays, typed by Unikey and composed', (t) => forEachBrowser(t, async (open, sub) => {
  const s = await open();
  const keyboard = await Keyboard.of(s.page);
  const wrong = [];
  let count = 0;
  const ways = [
    (text) => keyboard.type(text, { method: 'telex' }),
    (text) => keyboard.type(text, { method: 'vni' }),
    (text) => keyboard.type(text, { method: 'telex', empty: true }),
    (text) => keyboard.compose(text),
  ];
  // The older browser types every second one, unless it soaks.
  const own = sentences.filter((_, at) => soak || sub.name === 'chromium' || at % 2 === 0);
  const share = Math.ceil(own.length / BOXES.length);
  for (const [at, target] of BOXES.entries()) {
    await reach(s, target);
    const mine = own.slice(at * share, (at + 1) * share);
    for (const [number, sentence] of mine.entries()) {
      // A quarter of them in the middle of a text that stands there already.
      const around = number % 4 === 3 ? { before: 'Trước đó, ', after: ' và sau đó nữa.' } : {};
      // Each goes one way as keys, in turn, and as compositions too: by default every second one.
      const composed = soak || number % 2 === 0 ? [ways[3]] : [];
      for (const way of [ways[number % 3], ...composed]) {
        wrong.push(...await typed(s, target.path, sentence, way, around));
        count += 1;
      }
    }
    // Slow enough for timers, the draft and the engine to come between two keys.
    for (const sentence of mine.slice(0, soak ? 20 : 1)) {
      wrong.push(...await typed(s, target.path, sentence, (text) => keyboard.type(text, { method: 'telex', every: 5, packets: true })));
      if (at % 2 === 0 || soak) wrong.push(...await typed(s, target.path, sentence, (text) => keyboard.compose(text, { every: 5 })));
      count += at % 2 === 0 || soak ? 2 : 1;
    }
    const last = (await state(s, target.path)).text;
    await s.press('Tab');
    const kept = await s.page.evaluate((path) => path.split('/').slice(1).reduce((value, key) => value?.[key], document.querySelector('dvk-registration').record), target.path);
    assert.equal(typeof kept === 'object' ? kept.name : kept, last, `${target.path} is kept as typed`);
  }
  assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} of ${count} differ`);
  sub.diagnostic(`${count} sentences typed, ${wrong.length} differ`);
  assert.deepEqual(s.errors(), []);
}));
