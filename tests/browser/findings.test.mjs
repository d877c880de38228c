// The panel “Tự kiểm tra”, changes that are offered, answers, and what a guideline changes in the form.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { fill, go, typeAll } from './script.mjs';

const guideline = readFileSync(new URL('../fixtures/guidelines/form.json', import.meta.url), 'utf8');
const report = (s) => s.page.evaluate(() => document.querySelector('dvk-registration').report);
const record = (s) => s.page.evaluate(() => document.querySelector('dvk-registration').record);
const saved = async (s) => JSON.parse((await s.download('save')).bytes);
const panel = (s) => s.form().locator('.panel');
const point = (s, criterion) => panel(s).locator(`details[data-key="${criterion}"]`);

/** Opens the demo page with a guideline of one's own in place of the sample one, as inline JSON. */
async function openWith(open, text, options = {}) {
  const s = await open({ ready: false, ...options });
  await s.page.evaluate(async (json) => {
    const old = document.querySelector('dvk-registration');
    const fresh = document.createElement('dvk-registration');
    fresh.setAttribute('guideline', json);
    fresh.setAttribute('portal', 'portal.json');
    fresh.setAttribute('drafts', 'off');
    await customElements.whenDefined('dvk-registration');
    old.replaceWith(fresh);
    await fresh.ready;
  }, text);
  return s;
}

/** Waits until the panel shows what the report says now. */
async function settled(s) {
  await panel(s).locator('.panel-body > .counts').waitFor();
}

for (const [width, height] of [[1366, 768], [360, 740]]) {
  test(`the panel groups findings by step, opens and leads to the words, at ${width}×${height}`, (t) => forEachBrowser(t, async (open) => {
    const s = await open({ width, height });
    await typeAll(s);
    await s.click('panel');
    await settled(s);
    const { errors, findings } = await report(s);
    const counted = await panel(s).locator('.panel-body > .counts').innerText();
    const of = (test) => findings.filter(test).length;
    const expected = [['Chưa đọc được', errors.length], ...[['Cần sửa', 'must'], ['Nên bổ sung', 'should'], ['Gợi ý', 'hint']].map(([name, severity]) => [name, of((one) => one.outcome === 'unmet' && one.severity === severity)]), ['Đã có', of((one) => one.outcome === 'met')], ['Hội đồng, cán bộ xem xét', of((one) => one.outcome === 'review')]];
    assert.equal(counted, expected.filter(([, n]) => n > 0).map(([name, n]) => `${name} ${n}`).join(' · '));
    // Every step has its own count, and they add up.
    const parts = await panel(s).locator('.part > .counts').allInnerTexts();
    const sum = (name) => parts.flatMap((text) => [...text.matchAll(new RegExp(`${name} (\\d+)`, 'g'))]).reduce((total, [, n]) => total + Number(n), 0);
    for (const [name, n] of expected) assert.equal(sum(name), n, name);
    assert.match(await panel(s).innerText(), /Kết quả tự kiểm tra chỉ cho biết mức độ đầy đủ, không thay thế kết quả thẩm định\./);
    assert.doesNotMatch(await panel(s).innerText(), /[Kk]hông đạt|Lỗi/);
    assert.equal(await point(s, 'R16').getAttribute('open'), null);
    // By keyboard: Enter opens, Tab goes on into what is open.
    await point(s, 'R16').locator('> summary').focus();
    await s.press('Enter');
    await s.shot(`panel-open-${width}`, { full: true });
    assert.match(await point(s, 'R16').innerText(), /Vì sao:[\s\S]*Cách sửa:[\s\S]*Căn cứ:/);
    await point(s, 'R16').getByRole('button', { name: 'Đến chữ «Nâng cao chất lượng, hiệu quả» ở ô “Mục tiêu”' }).click();
    const active = await s.active();
    assert.deepEqual([active.is, active.selection.text], ['/model/goal', 'Nâng cao chất lượng, hiệu quả']);
    await s.form().locator('[data-field="/model/goal"] .finding').first().waitFor();
    const wide = await s.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0);
    assert.deepEqual(s.errors(), []);
  }));
}

test('the panel is within reach from every step and waits for the engine', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ width: 360, height: 740 });
  for (const step of ['applicant', 'model', 'method', 'means', 'review']) {
    await go(s, step);
    await s.click('panel');
    assert.equal((await s.active()).is, 'panel-title');
  }
  await settled(s);
  const cut = await s.page.evaluate(() => {
    const root = document.querySelector('dvk-registration').shadowRoot;
    for (const details of root.querySelectorAll('.panel details')) details.open = true;
    const shown = (one) => one.getClientRects().length > 0;
    return {
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      cut: [...root.querySelectorAll('.panel summary, .panel button, .panel p, .panel h4')].filter((one) => shown(one) && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
      small: [...root.querySelectorAll('.panel summary, .panel button, .panel textarea')].filter((one) => shown(one) && one.offsetHeight < 24).map((one) => one.textContent),
    };
  });
  assert.deepEqual(cut, { wide: 0, cut: [], small: [] });
  await s.shot('panel-all-360', { full: true });
  assert.deepEqual(s.errors(), []);
}));

test('a change is shown before it is made, made when pressed, and taken back', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/contact/phone', '01690000118');
  await s.press('Tab');
  await s.click('panel');
  await settled(s);
  const phone = async () => (await record(s)).applicant.contact.phone;
  const told = point(s, 'R23').locator('.fix');
  await point(s, 'R23').locator('> summary').click();
  assert.match(await told.innerText(), /Sẽ đổi «01690000118» thành «0390 ?000 ?118»/);
  assert.equal(await phone(), '01690000118', 'nothing is changed unasked');
  await told.getByRole('button').click();
  assert.match(await phone(), /^0390 ?000 ?118$/);
  assert.equal((await s.active()).is, 'undo-fix');
  assert.match(await panel(s).locator('.undo').innerText(), /^Đã đổi «01690000118» thành/);
  await s.press('Enter');
  assert.equal(await phone(), '01690000118');
  assert.equal(await panel(s).locator('.undo').count(), 0);
  // The same beside the box.
  await go(s, 'applicant');
  const beside = s.form().locator('[data-field="/applicant/contact/phone"]');
  await beside.locator('.finding summary').click();
  await beside.getByRole('button', { name: /^Áp dụng/ }).click();
  assert.match(await s.read('/applicant/contact/phone'), /^0390 ?000 ?118$/);
  await beside.getByRole('button', { name: 'Hoàn tác' }).click();
  assert.equal(await s.read('/applicant/contact/phone'), '01690000118');
  assert.deepEqual(s.errors(), []);
}));

test('an answer is kept in the file, also when the point goes away, until it is emptied', (t) => forEachBrowser(t, async (open) => {
  const s = await openWith(open, guideline);
  await fill(s, '/applicant/contact/phone', '12');
  await s.click('panel');
  await settled(s);
  await point(s, 'F2').locator('> summary').click();
  await point(s, 'F2').locator('textarea').click();
  await s.write('Máy bàn nội bộ của trường.', 'paste');
  await s.press('Tab');
  assert.deepEqual((await saved(s)).replies, [{ criterion: 'F2', text: 'Máy bàn nội bộ của trường.' }]);
  await go(s, 'applicant');
  await fill(s, '/applicant/contact/phone', '0902 000 118');
  await s.press('Tab');
  await s.click('panel');
  await settled(s);
  assert.deepEqual((await saved(s)).replies, [{ criterion: 'F2', text: 'Máy bàn nội bộ của trường.' }]);
  await panel(s).locator('details[data-key="applicant-met"] > summary').click();
  await point(s, 'F2').locator('> summary').click();
  await point(s, 'F2').locator('textarea').fill('');
  assert.equal((await saved(s)).replies, undefined);
  // What people judge is asked, with its source.
  const asked = panel(s).locator('details[data-key="method-review"]');
  await asked.locator('> summary').click();
  assert.match(await asked.innerText(), /^Để hội đồng, cán bộ xem xét \(1\)\s+Mô hình có được Nhân dân trên địa bàn đồng tình không\?/);
  assert.deepEqual(s.errors(), []);
}));

/** [path, typed, in the file] */
const EXTRA = [
  ['/extra/so-to', 'Tổ 12', 'Tổ 12'],
  ['/extra/so-doan-vien', '1.084', 1084],
  ['/extra/nam-dat', '2024', 2024],
  ['/extra/loi-ich', 'Lợi ích của hộ, của tổ, của phường.', 'Lợi ích của hộ, của tổ, của phường.'],
  ['/extra/ngay-hop', '15/02/2026', '2026-02-15'],
  ['/extra/cam-ket', true, true],
  ['/extra/hinh-thuc', 'Phát phiếu', 'Phát phiếu'],
  ['/extra/doi-tuong', ['Phụ nữ', 'Cựu chiến binh'], ['Phụ nữ', 'Cựu chiến binh']],
];
const STEP = { 'so-to': 'applicant', 'so-doan-vien': 'applicant', 'nam-dat': 'applicant', 'loi-ich': 'model', 'ngay-hop': 'method', 'cam-ket': 'method', 'hinh-thuc': 'method', 'doi-tuong': 'means' };
const stepOf = (path) => STEP[path.slice('/extra/'.length)];

test('boxes that a guideline adds go into the file and come back, of every type', (t) => forEachBrowser(t, async (open) => {
  const s = await openWith(open, guideline);
  for (const [path, typed] of EXTRA) {
    await go(s, stepOf(path));
    await s.type(path, typed);
    await s.press('Tab');
  }
  const file = await s.download('save');
  const { extra, entered } = JSON.parse(file.bytes);
  assert.deepEqual(extra, Object.fromEntries(EXTRA.map(([path, , value]) => [path.slice('/extra/'.length), value])));
  assert.equal(entered, undefined);
  await s.click('forget');
  await s.click('forget-yes');
  await s.upload('open', { name: 'phieu.json', bytes: file.bytes, type: 'application/json' });
  await s.form().locator('.status', { hasText: 'phieu.json' }).waitFor();
  for (const [path, typed] of EXTRA) {
    await go(s, stepOf(path));
    const shown = await s.read(path);
    assert.deepEqual(path === '/extra/ngay-hop' ? shown.replace('/2/', '/02/') : shown, typed, path);
  }
  assert.deepEqual((await saved(s)).extra, extra);
  // What cannot be read is kept as typed, like everywhere.
  await go(s, 'applicant');
  await fill(s, '/extra/so-doan-vien', 'nhiều lắm');
  await s.press('Tab');
  const odd = await saved(s);
  assert.deepEqual([odd.extra['so-doan-vien'], odd.entered], [undefined, { '/extra/so-doan-vien': 'nhiều lắm' }]);
  await go(s, 'model');
  await go(s, 'applicant');
  assert.equal(await s.read('/extra/so-doan-vien'), 'nhiều lắm');
  assert.deepEqual(s.errors(), []);
}));

test('a guideline calls, helps with and hides boxes, and offers the chuyên đề of the year', (t) => forEachBrowser(t, async (open) => {
  const s = await openWith(open, guideline);
  assert.equal(await s.form().locator('[data-path="/applicant/superior"]').isVisible(), false);
  await go(s, 'model');
  const name = s.form().locator('[data-field="/model/name"]');
  assert.match(await name.innerText(), /^Tên công trình, phần việc \(bắt buộc\)\s+Ghi đúng tên đã họp dân\.\s+Ví dụ: Nhân dân hiến đất mở đường Tây/);
  assert.equal(await s.form().locator('[data-list="/model/basis"]').isVisible(), false);
  await s.click('add-row', { on: '/model/targets' });
  await s.form().getByLabel('Phải xong khi nào').waitFor();
  assert.deepEqual(await s.form().locator('[data-path="/model/themes"]').evaluateAll((all) => all.map((one) => one.value)), ['moi-truong', 'chuyen-doi-so']);
  await s.type('/model/themes', ['chuyen-doi-so']);
  assert.deepEqual((await record(s)).model.themes, ['chuyen-doi-so']);
  // A file of another body: what is hidden is kept and named, an unknown chuyên đề stays.
  const other = await record(s);
  other.applicant = { ...other.applicant, superior: 'Đảng ủy phường Sông Lam' };
  other.model.themes = ['04-khong', 'moi-truong'];
  await s.page.evaluate((value) => { document.querySelector('dvk-registration').record = value; }, other);
  await go(s, 'model');
  assert.match(await s.form().locator('[data-field="/model/themes"]').innerText(), /04-khong \(không có trong danh mục\)/);
  await s.type('/model/themes', ['04-khong', 'chuyen-doi-so', 'moi-truong']);
  assert.deepEqual((await record(s)).model.themes, ['04-khong', 'moi-truong', 'chuyen-doi-so']);
  await go(s, 'review');
  await s.form().locator('.held', { hasText: 'Đơn vị cấp trên trực tiếp' }).waitFor();
  assert.equal((await record(s)).applicant?.superior, undefined);
  // A year in which the chuyên đề is over.
  await go(s, 'applicant');
  await fill(s, '/period/from', '2027');
  await fill(s, '/period/to', '2027');
  await s.press('Tab');
  await go(s, 'model');
  await s.type('/model/themes', ['chuyen-doi-so']);
  await go(s, 'model');
  assert.deepEqual(await s.form().locator('[data-path="/model/themes"]').evaluateAll((all) => all.map((one) => one.value)), ['chuyen-doi-so']);
  assert.deepEqual(s.errors(), []);
}));

test('a refused guideline leaves field errors only; the webmaster is told, the officer is not', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ ready: false });
  const told = await s.page.evaluate(async () => {
    const errors = [];
    document.addEventListener('dvk-error', (event) => errors.push(event.detail.error.code ?? `${event.detail.error}`));
    const fresh = document.createElement('dvk-registration');
    fresh.setAttribute('guideline', '{"format":"dvk-guideline/1","id":"x"}');
    fresh.setAttribute('drafts', 'off');
    await customElements.whenDefined('dvk-registration');
    document.querySelector('dvk-registration').replaceWith(fresh);
    await fresh.ready;
    return errors;
  });
  assert.equal(told.length, 1);
  await fill(s, '/applicant/contact/email', 'không có');
  await s.press('Tab');
  await s.click('check');
  await s.form().locator('.summary', { hasText: 'Còn 1 nội dung cần xem lại' }).waitFor();
  const said = await report(s);
  assert.deepEqual([said.findings.filter((one) => one.outcome !== 'not-applicable'), said.errors.map((one) => one.code)], [[], ['bad-email']]);
  assert.doesNotMatch(await s.text(), /bộ tiêu chí|mẫu \(tham khảo\)/i);
}));
