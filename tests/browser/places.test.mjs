// The boxes of province and commune: a list to choose from, by keys, mouse and touch; free text stays; former names are offered, old records stay as they are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';

const PROVINCE = '/applicant/address/province', COMMUNE = '/applicant/address/commune';
const address = (s) => s.page.evaluate(() => document.querySelector('dvk-registration').record.applicant?.address);
const box = async (s, path) => (await s.at(path)).first();
const options = (s, path) => s.form().locator(`[data-field="${path}"] [role=option]`);
/** The names in a list that is open, waited for. */
async function offered(s, path) {
  await options(s, path).first().waitFor();
  return options(s, path).locator('strong').allInnerTexts();
}
/** What a screen reader is told of the box. */
const told = async (s, path) => (await box(s, path)).evaluate((control) => {
  const root = control.getRootNode(), by = (id) => (id ? root.getElementById(id) : null);
  const active = by(control.getAttribute('aria-activedescendant'));
  return {
    role: control.getAttribute('role'), expanded: control.getAttribute('aria-expanded'), list: by(control.getAttribute('aria-controls'))?.getAttribute('role'),
    active: active ? active.textContent.replace(/\s+/g, ' ') : '', selected: active?.getAttribute('aria-selected') ?? '', count: control.closest('.combo').querySelector('[role=status]').textContent,
  };
});
const fetched = (s, file) => s.server.requests.filter(({ url }) => url.endsWith(`/${file}`)).length;

test('a place is chosen by keys alone', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type(PROVINCE, 'khanh', { by: 'keyboard' });
  assert.deepEqual(await offered(s, PROVINCE), ['Tỉnh Khánh Hòa']);
  assert.deepEqual(await told(s, PROVINCE), { role: 'combobox', expanded: 'true', list: 'listbox', active: '', selected: '', count: 'Có 1 kết quả.' });
  await s.press('ArrowDown');
  assert.match((await told(s, PROVINCE)).active, /^Tỉnh Khánh Hòa \(mã 56\)$/);
  assert.equal(await s.read(PROVINCE), 'khanh', 'the text is the person’s until Enter');
  await s.press('Enter');
  assert.equal(await s.read(PROVINCE), 'Tỉnh Khánh Hòa');
  assert.equal((await told(s, PROVINCE)).expanded, 'false');
  await s.form().locator('.status', { hasText: 'Đã ghi Tỉnh Khánh Hòa.' }).waitFor();

  // All of the province without a letter; the ends by Home and End, round the corner by the arrows.
  await s.press('Tab');
  assert.equal((await s.active()).is, COMMUNE);
  assert.equal((await told(s, COMMUNE)).expanded, 'false', 'nothing opens for who only passes');
  await s.press('ArrowDown');
  const all = await offered(s, COMMUNE);
  assert.equal(all.length, 65);
  await s.press('ArrowDown');
  await s.press('End');
  assert.ok((await told(s, COMMUNE)).active.startsWith(all.at(-1)));
  await s.press('ArrowDown');
  assert.ok((await told(s, COMMUNE)).active.startsWith(all[0]));
  await s.press('ArrowUp');
  await s.press('Home');
  assert.ok((await told(s, COMMUNE)).active.startsWith(all[0]));
  await s.press('Escape');
  assert.deepEqual(await told(s, COMMUNE), { role: 'combobox', expanded: 'false', list: 'listbox', active: '', selected: '', count: '' });

  await s.write('vinh hai');
  assert.equal((await offered(s, COMMUNE))[0], 'Xã Vĩnh Hải');
  await s.press('ArrowDown');
  await s.shot('places-keys');
  await s.press('Enter');
  assert.deepEqual(await address(s), { commune: { code: '22846', name: 'Xã Vĩnh Hải' }, province: { code: '56', name: 'Tỉnh Khánh Hòa' }, listDate: '2026-08-24' });
  assert.equal(fetched(s, 'units-former.json'), 0);
  assert.deepEqual(s.errors(), []);
}));

test('the input method’s keys reach the box as they are, and free text stays', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type(PROVINCE, 'Tỉnh Khánh Hòa', { how: 'unikey' });
  await s.press('Tab');
  assert.deepEqual((await address(s)).province, { code: '56', name: 'Tỉnh Khánh Hòa' });
  // Letter by letter, as Unikey sends them: what stands in the box is what was typed so far.
  await (await box(s, COMMUNE)).click();
  let typed = '';
  for (const letter of 'xã vĩnh hải') {
    await s.write(letter, 'unikey');
    typed += letter;
    assert.equal(await s.read(COMMUNE), typed);
    const caret = (await s.active()).selection;
    assert.deepEqual([caret.start, caret.end], [typed.length, typed.length], 'nothing is completed in the box');
  }
  await s.press('Tab');
  assert.deepEqual((await address(s)).commune, { code: '22846', name: 'xã vĩnh hải' }, 'as typed, with the code of the one it can be');

  await s.type(COMMUNE, 'Xã Chưa Có Trong Danh Mục', { how: 'unikey' });
  await s.form().locator('.popup', { hasText: 'Không có tên này trong danh mục; tên đã gõ vẫn được giữ nguyên.' }).waitFor();
  await s.press('ArrowDown');
  await s.press('Enter');
  await s.press('Tab');
  assert.deepEqual((await address(s)).commune, { name: 'Xã Chưa Có Trong Danh Mục' });
  assert.equal(await s.read(COMMUNE), 'Xã Chưa Có Trong Danh Mục');
  assert.deepEqual(s.errors(), []);
}));

for (const [width, height] of [[1366, 768], [360, 740]]) {
  test(`a place is chosen with the pointer at ${width}×${height}`, (t) => forEachBrowser(t, async (open) => {
    const touch = width < 600;
    const s = await open({ width, height, ...(touch ? { context: { viewport: { width, height }, hasTouch: true, isMobile: true } } : {}) });
    const press = (place) => (touch ? place.tap() : place.click());
    await press(await box(s, PROVINCE));
    assert.equal((await offered(s, PROVINCE)).length, 34);
    await s.write('da nang');
    await press(options(s, PROVINCE).first());
    assert.equal(await s.read(PROVINCE), 'Thành phố Đà Nẵng');
    await press(await box(s, COMMUNE));
    assert.equal((await offered(s, COMMUNE)).length, 94);
    await s.write('p. thanh khe');
    await options(s, COMMUNE).filter({ hasText: 'Phường Thanh Khê,' }).waitFor();
    const size = await options(s, COMMUNE).first().boundingBox();
    assert.ok(size.height >= 24 && size.width >= 200 && size.y + size.height <= height, JSON.stringify(size));
    const wide = await s.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} px wider than the page`);
    await s.shot(`places-${width}`);
    await press(options(s, COMMUNE).first());
    assert.deepEqual((await address(s)).commune, { code: '20209', name: 'Phường Thanh Khê' });
    assert.equal((await told(s, COMMUNE)).expanded, 'false');
    // A press elsewhere shuts the list and keeps the text.
    await press(await box(s, COMMUNE));
    await options(s, COMMUNE).first().waitFor();
    await (await box(s, '/applicant/name')).focus();
    assert.equal((await told(s, COMMUNE)).expanded, 'false');
    assert.equal(await s.read(COMMUNE), 'Phường Thanh Khê');
    assert.deepEqual(s.errors(), []);
  }));
}

test('a former name is offered as what it is today, and taken only when pressed', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type(PROVINCE, 'Ninh Thuận', { how: 'unikey' });
  await options(s, PROVINCE).filter({ hasText: 'Tỉnh Ninh Thuận nay thuộc tỉnh Khánh Hòa (Nghị quyết số 202/2025/QH15 ngày 12/06/2025).' }).waitFor();
  assert.equal(fetched(s, 'units-former.json'), 1);
  await s.press('Tab');
  assert.deepEqual((await address(s)).province, { name: 'Ninh Thuận' });
  await s.type(COMMUNE, 'Phương Hải', { how: 'unikey' });
  await options(s, COMMUNE).filter({ hasText: 'Xã Phương Hải, huyện Ninh Hải, tỉnh Ninh Thuận nay thuộc xã Ninh Hải, tỉnh Khánh Hòa (Nghị quyết số 1667/NQ-UBTVQH15 ngày 16/06/2025).' }).waitFor();
  await s.shot('places-former');
  await s.press('Tab');
  assert.deepEqual(await address(s), { commune: { name: 'Phương Hải' }, province: { name: 'Ninh Thuận' } }, 'nobody chose, nothing changed');
  await s.form().locator(`[data-field="${PROVINCE}"] .finding`).first().waitFor();

  await (await box(s, COMMUNE)).click();
  await options(s, COMMUNE).first().click();
  assert.deepEqual(await address(s), { commune: { code: '22852', name: 'Xã Ninh Hải' }, province: { code: '56', name: 'Tỉnh Khánh Hòa' }, listDate: '2026-08-24' });
  assert.deepEqual([await s.read(PROVINCE), await s.read(COMMUNE)], ['Tỉnh Khánh Hòa', 'Xã Ninh Hải']);

  // One that was split: every part, each with its own line.
  await s.type(COMMUNE, 'xã Văn Khê, huyện Mê Linh');
  const parts = options(s, COMMUNE).filter({ hasText: 'Một phần xã Văn Khê, huyện Mê Linh, thành phố Hà Nội nay thuộc' });
  await parts.nth(3).waitFor();
  assert.deepEqual((await parts.locator('strong').allInnerTexts()).sort(), ['Xã Mê Linh', 'Xã Tiến Thắng', 'Xã Yên Lãng', 'Xã Ô Diên'].sort());
  assert.equal(fetched(s, 'units-former.json'), 1);
  assert.deepEqual(s.errors(), []);
}));

test('an unknown commune comes with the changes that may be meant', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type(PROVINCE, 'Tỉnh Lâm Đồng', { how: 'paste' });
  await s.type(COMMUNE, 'xã Hòa Thắng, huyện Bắc Bình', { how: 'paste' });
  await s.press('Tab');
  const finding = s.form().locator(`[data-field="${COMMUNE}"] > .said .finding`).first();
  await finding.locator('.fix', { hasText: 'Xã Hồng Thái', includeHidden: true }).waitFor({ state: 'attached' });
  await finding.locator('summary').click();
  await finding.locator('.fix', { hasText: 'Xã Hồng Thái' }).locator('button').click();
  assert.deepEqual((await address(s)).commune, { code: '23041', name: 'Xã Hồng Thái' });
  assert.deepEqual(s.errors(), []);
}));

test('a record of before opens, is passed through and saved as the same bytes', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  const record = JSON.parse(readFileSync(new URL('../fixtures/registrations/collective-state.json', import.meta.url), 'utf8'));
  for (const [commune, province] of [[{ code: '26248', name: 'xã Trảng Bom' }, { code: '75', name: 'Tỉnh Đồng Nai' }], [{ name: 'xã Phương Hải' }, { name: 'tỉnh Ninh Thuận' }]]) {
    record.applicant.address = { hamlet: 'Ấp 1', commune, province, listDate: '2025-07-01' };
    await s.upload('open', { name: 'cu.json', bytes: Buffer.from(JSON.stringify(record)), type: 'application/json' });
    await s.form().locator('.status', { hasText: 'cu.json' }).waitFor();
    assert.deepEqual([await s.read(PROVINCE), await s.read(COMMUNE)], [province.name, commune.name]);
    for (const path of [PROVINCE, COMMUNE]) {
      await (await box(s, path)).click();
      await s.press('Escape');
      await s.press('Tab');
    }
    assert.deepEqual(await address(s), record.applicant.address);
    const file = JSON.parse((await s.download('save')).bytes.toString());
    assert.deepEqual(file.applicant.address, record.applicant.address);
    await go(s, 'review');
    const preview = await s.text('.preview');
    assert.ok(preview.includes(commune.name) && preview.toLowerCase().includes(province.name.toLowerCase()), preview.slice(0, 600));
    await go(s, 'applicant');
  }
  assert.deepEqual(s.errors(), []);
}));
