// Drafts and files: nothing typed is lost, and a broken file changes nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from '../fixtures/broken.mjs';
import { forEachBrowser } from './harness.mjs';
import { fill, go } from './script.mjs';

const record = (s) => s.page.evaluate(() => document.querySelector('dvk-registration').record);
const status = (s, text) => s.form().locator('.status', { hasText: text }).waitFor();

test('an unfinished form comes back after a reload, is saved and opened', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  await s.form().locator('.note', { hasText: 'Bản nháp đã lưu' }).waitFor();
  await s.reload();
  assert.equal(await s.read('/applicant/name'), 'Chi bộ thôn Vĩnh Hy');
  await s.form().locator('.note', { hasText: 'Đã mở lại bản nháp' }).waitFor();
  const file = await s.download('save');
  await s.click('forget');
  await s.click('forget-yes');
  assert.equal(await s.read('/applicant/name'), '');
  await s.upload('open', { name: 'phieu.json', bytes: file.bytes, type: 'application/json' });
  await status(s, 'phieu.json');
  assert.equal(await s.read('/applicant/name'), 'Chi bộ thôn Vĩnh Hy');
  assert.deepEqual(s.errors(), []);
}));

test('leaving with unsaved text is warned of', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  let warned = false;
  s.page.on('dialog', (dialog) => { warned ||= dialog.type() === 'beforeunload'; dialog.accept(); });
  await s.page.evaluate(() => { IDBObjectStore.prototype.put = () => { throw new Error('quota'); }; });
  await s.type('/applicant/name', 'Chi bộ');
  await s.form().locator('.note', { hasText: 'không cho lưu bản nháp' }).waitFor();
  await s.page.reload();
  assert.ok(warned);
}));

test('every broken file gets a clear sentence and the form stays as it was', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  await s.press('Tab');
  const before = await record(s);
  // a text that is too long is no broken file: a test below opens one
  for (const { name, bytes } of cases().filter(({ code }) => code !== 'too-long')) {
    await s.upload('open', { name, bytes, type: 'application/json' });
    await status(s, 'Nội dung đang gõ vẫn giữ nguyên');
    assert.match(await s.text('.status'), /^Chưa mở được tệp\. .*[ạ-ỹ].*[.)]$/s, name);
    assert.deepEqual(await record(s), before, name);
    await s.page.evaluate(() => { document.querySelector('dvk-registration').shadowRoot.querySelector('.status').textContent = ''; });
  }
  assert.equal(await s.read('/applicant/name'), 'Chi bộ thôn Vĩnh Hy');
}));

test('what a switch hides is kept, named on the last step, and left out of the file', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/kind', 'individual');
  await s.type('/applicant/person/position', 'Bí thư chi bộ');
  await s.type('/applicant/kind', 'collective');
  assert.equal((await record(s)).applicant.person, undefined);
  await go(s, 'review');
  await s.form().locator('.held', { hasText: 'Chức vụ' }).waitFor();
  const file = await s.download('save');
  assert.ok(!file.bytes.toString().includes('Bí thư chi bộ'));
  await go(s, 'applicant');
  await s.type('/applicant/kind', 'individual');
  assert.equal(await s.read('/applicant/person/position'), 'Bí thư chi bộ');
}));

test('a removed row comes back, with what could not be read in it', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await go(s, 'model');
  await fill(s, '/model/targets/0/content', 'Hộ hiến đất');
  await fill(s, '/model/targets/0/target', 'năm mươi');
  await fill(s, '/model/targets/1/content', 'Mét đường');
  await s.click('remove-row', { on: '/model/targets/0' });
  assert.equal(await s.read('/model/targets/0/content'), 'Mét đường');
  assert.equal((await s.active()).is, 'undo-row');
  await s.press('Enter');
  assert.equal(await s.read('/model/targets/0/target'), 'năm mươi');
  assert.equal(await s.read('/model/targets/1/content'), 'Mét đường');
}));

test('a portal presets its province, by inline JSON, in a second form on the page', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  const shown = await s.page.evaluate(async () => {
    const element = document.createElement('dvk-registration');
    element.setAttribute('portal', JSON.stringify({ format: 'dvk-portal/1', id: 'b', name: 'B', recipient: ['Đảng ủy xã'], province: '56' }));
    element.setAttribute('drafts', 'off');
    document.querySelector('dvk-registration').after(element);
    await element.ready;
    return [...document.querySelectorAll('dvk-registration')].map((form) => form.shadowRoot.querySelector('[data-path="/applicant/address/province"]').value);
  });
  assert.deepEqual(shown, ['', 'Tỉnh Khánh Hòa']);
  assert.deepEqual(s.errors(), []);
}));

test('a text that is too long blocks nothing: its box is named, the file is saved and comes back', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  const long = 'Bà con họp bàn. '.repeat(1_400).trim();
  await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  await go(s, 'method');
  await s.type('/model/consultation', long, { how: 'paste' });
  await go(s, 'review');
  const told = (text) => s.form().locator('.made', { hasText: text }).waitFor();
  await s.click('pdf');
  await told('Nhân dân bàn bạc');
  await s.click('docx');
  await told('Nhân dân bàn bạc');
  const file = await s.download('save');
  assert.equal(JSON.parse(file.bytes).model.consultation, long);
  await s.reload();
  await s.click('forget');
  await s.click('forget-yes');
  await s.upload('open', { name: 'phieu-dai.json', bytes: file.bytes, type: 'application/json' });
  await status(s, 'phieu-dai.json');
  assert.equal((await record(s)).model.consultation, long);
}));

test('a double click saves one file', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  const files = [];
  s.page.on('download', (file) => files.push(file.suggestedFilename()));
  await s.form().locator('[data-action=save]').first().dblclick();
  await s.form().locator('.status', { hasText: 'Đã' }).waitFor();
  await s.page.waitForTimeout(1_000);
  assert.equal(files.length, 1);
}));

test('a whole day in the box of the day is read, and told as it stands where it cannot be', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  const day = s.form().locator('[id$="registeredOn-day"]');
  await day.fill('5/6/2026');
  assert.equal((await record(s)).registeredOn, '2026-06-05');
  await day.fill('ngày mai');
  assert.equal((await record(s)).entered['/registeredOn'], 'ngày mai');
}));
