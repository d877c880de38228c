// What is said of the boxes, above the step and beside them, stays under the focus, whatever is checked meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';

const NAME = 'Tổ dân phố không rác, mỗi nhà một việc';
const links = (s) => s.form().locator('.summary li button');
/** The link above the step that has the focus, "" when none has it. */
const held = (s) => s.form().locator('.form').evaluate((form) => form.querySelector('.summary li button:focus')?.textContent ?? '');
const title = (s) => s.form().locator('#summary-title').textContent();
/** Waits until the title no longer says what it said. */
const changed = (s, old) => s.page.waitForFunction((was) => document.querySelector('dvk-registration').shadowRoot.querySelector('#summary-title').textContent !== was, old);

test('from a box back into the list: the check that comes of it leaves the focus on its link', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await go(s, 'model');
  await s.click('check');
  const before = await title(s), last = await links(s).last().textContent();
  await s.type('/model/name', NAME);
  await links(s).last().focus();
  await changed(s, before);
  assert.equal(await held(s), last);
  await s.press('Shift+Tab');
  assert.equal(await held(s), await links(s).nth(-2).textContent());
  assert.deepEqual(s.errors(), []);
}));

test('the link that has the focus is mended: the one that takes its row has it', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await go(s, 'model');
  await s.click('check');
  const before = await title(s), rank = (await links(s).evaluateAll((all) => all.map((one) => one.dataset.on))).indexOf('/model/name');
  assert.ok(rank >= 0);
  const mended = await links(s).nth(rank).textContent();
  await s.type('/model/name', NAME);
  await links(s).nth(rank).focus();
  assert.equal(await held(s), mended);
  await changed(s, before);
  assert.equal(await held(s), await links(s).nth(rank).textContent());
  assert.notEqual(await held(s), mended);
  assert.deepEqual(s.errors(), []);
}));

test('from a box back into what is said beside it: when it is mended, the focus is in the box', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await go(s, 'model');
  await s.click('check');
  const before = await title(s);
  await s.type('/model/name', NAME);
  await s.press('Shift+Tab');
  assert.equal((await s.active()).is, 'summary');
  await changed(s, before);
  assert.equal((await s.active()).is, '/model/name');
  assert.deepEqual(await s.findings('/model/name'), []);
  assert.deepEqual(s.errors(), []);
}));

test('a check that finds the same leaves every row as it is', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.click('check');
  await s.form().locator('.form').evaluate((form) => form.querySelectorAll('.summary li').forEach((row) => { row.kept = true; }));
  await s.page.evaluate(() => document.querySelector('dvk-registration').check());
  assert.ok(await links(s).count() > 5);
  assert.ok(await s.form().locator('.form').evaluate((form) => [...form.querySelectorAll('.summary li')].every((row) => row.kept)));
  assert.deepEqual(s.errors(), []);
}));
