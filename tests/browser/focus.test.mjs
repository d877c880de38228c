// The focus is never lost, and what has it can be seen: while findings are renewed, lists close, rows go and questions are answered.
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

/** Whether what has the focus is within the window. */
const seen = (s) => s.page.evaluate(() => {
  const { top, bottom } = document.querySelector('dvk-registration').shadowRoot.activeElement.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});
const focused = (s) => s.page.evaluate(() => document.querySelector('dvk-registration').shadowRoot.activeElement?.localName ?? '');

test('Tab out of the open list of provinces goes to the next box', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.click('/applicant/address/province');
  await s.press('ArrowDown');
  await s.form().locator('[role=option]').nth(20).waitFor();
  await s.press('Tab');
  assert.equal((await s.active()).is, '/applicant/address/commune');
  assert.deepEqual(s.errors(), []);
}));

for (const [width, height] of [[1366, 768], [360, 740]]) {
  test(`a row that goes: the way back has the focus, is seen, and says what went, at ${width}×${height}`, (t) => forEachBrowser(t, async (open) => {
    const s = await open({ width, height });
    await go(s, 'model');
    for (let row = 0; row < 3; row += 1) await s.click('add-row', { on: '/model/targets' });
    const last = await s.form().locator('[data-list="/model/targets"] [data-action=remove-row]').count() - 1;
    await s.form().locator('[data-action=remove-row]').nth(last).focus();
    await s.press('Enter');
    assert.equal((await s.active()).is, 'undo-row');
    assert.ok(await seen(s));
    const told = s.form().locator('[data-action=undo-row]');
    assert.equal(await s.form().locator(`[id="${await told.getAttribute('aria-describedby')}"]`).textContent(), `Đã bỏ chỉ tiêu ${last + 1}.`);
    await s.shot(`row-removed-${width}`);
    assert.deepEqual(s.errors(), []);
  }));
}

test('a question that is answered leaves the focus on the step', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  await s.form().locator('.note', { hasText: 'đã lưu' }).waitFor();
  for (const [question, answer] of [['forget', 'keep-mine'], ['forget', 'forget-yes']]) {
    await s.form().locator(`[data-action=${question}]`).focus();
    await s.press('Enter');
    await s.form().locator(`.ask [data-action=${answer}]`).focus();
    await s.press('Enter');
    await s.form().locator('.ask').waitFor({ state: 'hidden' });
    assert.equal(await focused(s), 'h2', answer);
  }
  assert.deepEqual(s.errors(), []);
}));

test('a document that was made is told where it was asked for', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await go(s, 'review');
  const file = await s.download('pdf');
  const told = s.form().locator('.made', { hasText: `Đã tạo tệp ${file.name}` });
  await told.waitFor();
  assert.ok(await told.evaluate((line) => { const { top, bottom } = line.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }));
  await s.shot('made');
  await go(s, 'means');
  assert.equal(await s.form().locator('.made').textContent(), '');
  assert.deepEqual(s.errors(), []);
}));

test('the engine comes while a button at the foot has the focus: it has it still', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ ready: false, fault: (path) => (path.endsWith('/dvk.wasm') ? { late: 4_000 } : undefined) });
  await s.page.waitForFunction(() => document.querySelector('dvk-registration').shadowRoot?.querySelector('[data-path]'));
  await go(s, 'review');
  const preview = s.form().locator('.preview article');
  await s.form().locator('.actions [data-action="back"]').focus();
  assert.equal(await preview.count(), 0, 'the engine is not there yet');
  await preview.waitFor();
  assert.ok(await s.form().locator('.actions').evaluate((place) => place.querySelector('[data-action="back"]').matches(':focus')));
  assert.deepEqual(s.errors(), []);
}));

test('a day that does not exist is marked in all of its boxes, and the list above names them', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await go(s, 'method');
  await s.type('/model/start', '31/02/2026');
  await s.click('check');
  const row = await s.form().locator('.summary li', { hasText: '31/02/2026' }).first().textContent();
  assert.match(row, /Ngày bắt đầu: «31\/02\/2026» không phải là ngày có thật/i);
  await s.shot('wrong-day');
  await go(s, 'method');
  assert.deepEqual(await (await s.at('/model/start')).evaluateAll((all) => all.map((one) => one.getAttribute('aria-invalid'))), ['true', 'true', 'true']);
  assert.deepEqual(s.errors(), []);
}));

test('what was opened beside a box stays open, and the second of two equal lines keeps the focus', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await go(s, 'model');
  await s.type('/model/goal', 'NÂNG CAO CHẤT LƯỢNG, HIỆU QUẢ CÔNG TÁC DÂN VẬN TRONG NHÂN DÂN');
  await s.click('check');
  const details = s.form().locator('[data-field="/model/goal"] .finding details');
  assert.ok(await details.count() > 1);
  await details.nth(1).locator('summary').focus();
  await s.press('Enter');
  const at = () => s.form().locator('.form').evaluate((form) => [...form.querySelectorAll('[data-field="/model/goal"] .finding details')].map((one) => [one.open, one.querySelector('summary').matches(':focus')]));
  const before = await at();
  assert.deepEqual(before[1], [true, true]);
  // Something else is to be said now, as far as the form knows: what stands beside the box is made anew with the next check.
  await s.form().locator('.form').evaluate(async (form) => {
    const field = form.querySelector('[data-field="/model/goal"]'), old = field.querySelector('.finding');
    field.querySelector('.said').dataset.is = '';
    old.querySelector('p').append(' ');
    field.querySelector('textarea').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    while (old.isConnected) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  assert.deepEqual(await at(), before);
  assert.deepEqual(s.errors(), []);
}));

test('from the last box back into the panel, which changes meanwhile: the focus stays in it', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await go(s, 'review');
  await s.form().locator('.panel-body > .counts').waitFor();
  await s.type('/signer/name', 'Nguyễn Văn Thử');
  const before = await s.text('.panel-body > .counts');
  await s.form().locator('.panel summary').first().focus();
  await s.form().locator('.form').evaluate(async (form, was) => { while (form.querySelector('.panel-body > .counts').innerText === was) await new Promise((resolve) => setTimeout(resolve, 50)); }, before);
  assert.ok(await s.form().locator('.panel').evaluate((panel) => panel.matches(':focus-within')));
  assert.deepEqual(s.errors(), []);
}));
