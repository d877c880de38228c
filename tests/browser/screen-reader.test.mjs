// What a screen reader says of the whole form, step by step: the transcript is a golden file, read before it is committed.
// `DVK_BLESS=1 node --test tests/browser/screen-reader.test.mjs` writes it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { build } from 'esbuild';
import { open } from './harness.mjs';
import { go, steps } from './script.mjs';

const GOLDEN = new URL('../fixtures/golden/screen-reader.txt', import.meta.url);

/** The virtual screen reader as one script for the page. */
async function reader() {
  const { outputFiles: [file] } = await build({
    stdin: { contents: "export { Virtual } from '@guidepup/virtual-screen-reader';", resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    bundle: true, format: 'iife', globalName: 'reader', platform: 'browser', minify: true, write: false,
  });
  return `${file.text}; globalThis.reader = reader;`;
}

/** Everything that is read from the first to the last piece of the form. @returns {Promise<string[]>} */
const readOut = (page) => page.evaluate(async () => {
  const form = document.querySelector('dvk-registration').shadowRoot.querySelector('.form');
  // Browsers keep what is folded from screen readers; this one does not know folding.
  for (const one of form.querySelectorAll('details > :not(summary)')) one.hidden = !one.parentElement.open;
  const virtual = new globalThis.reader.Virtual();
  await virtual.start({ container: form });
  const said = [await virtual.lastSpokenPhrase()];
  for (let left = 2000; left > 0; left -= 1) {
    await virtual.next();
    const phrase = await virtual.lastSpokenPhrase();
    if (phrase === said[0]) break;
    said.push(phrase);
  }
  await virtual.stop();
  for (const one of form.querySelectorAll('details > [hidden]')) one.hidden = false;
  return said;
});

/** Waits until the engine's report and the note of saving have come: nothing in the form has changed for half a second. */
const settled = (page) => page.evaluate(() => new Promise((done) => {
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => { watch.disconnect(); done(); }, 500); };
  const watch = new MutationObserver(wait);
  watch.observe(document.querySelector('dvk-registration').shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
  wait();
}));

test('the whole form as it is read out', async () => {
  const s = await open({ now: '2026-03-02T08:00:00+07:00' });
  try {
    await s.page.evaluate(await reader());
    let told = '';
    await s.page.evaluate(() => document.querySelector('dvk-registration').ready.then(() => {}));
    for (const kind of ['collective', 'individual']) {
      await go(s, 'applicant');
      await s.type('/applicant/kind', kind);
      for (const step of steps) {
        await go(s, step);
        // One row of each list.
        for (const list of await s.form().locator('[data-action=add-row]').evaluateAll((all) => all.map((one) => one.dataset.on))) {
          if (!(await s.form().locator(`[data-row="${list}/0"]`).count())) await s.click('add-row', { on: list });
        }
        await s.page.evaluate(() => document.activeElement?.blur?.());
        await settled(s.page);
        // Times of saving differ from run to run.
        const said = (await readOut(s.page)).map((phrase) => phrase.replace(/\d{2}:\d{2} \d{2}\/\d{2}\/\d{4}/g, '«giờ»'));
        told += `== ${step}, ${kind}\n${said.join('\n')}\n\n`;
      }
    }
    if (process.env.DVK_BLESS) writeFileSync(GOLDEN, told);
    // Abbreviations are spelled out: what is read out has none of those that a voice cannot say.
    assert.deepEqual(told.match(/\b(?:UBND|MTTQ|DVK|ĐVHC|CCCD|STT)\b/g) ?? [], []);
    assert.equal(told, readFileSync(GOLDEN, 'utf8'), 'when this is what you meant: DVK_BLESS=1, then read the diff');
  } finally {
    await s.close();
  }
});
