// The manual in a real browser: every example of every kind runs, a broken one says where, a whole guideline is checked, saved and opened.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { forEachBrowser } from './harness.mjs';

const read = (name) => JSON.parse(readFileSync(fileURLToPath(new URL(`../../www/manual/${name}.json`, import.meta.url)), 'utf8'));
const kinds = read('kinds').map(({ kind }) => kind);
const { kinds: words } = read('kinds.vi');

const shown = async (open, options) => {
  const s = await open({ page: 'manual.html', ready: false, element: 'main', ...options });
  await s.page.locator('html[data-ready]').waitFor();
  return s;
};
const trial = (s, kind) => s.page.locator(`.try[data-kind="${kind}"]`);
/** Presses a button of an example; what it says then. */
const press = async (s, kind, button) => {
  const one = trial(s, kind);
  // Marked, so that what stood there before is not taken for the answer.
  await one.locator('.result').evaluate((result) => result.replaceChildren());
  await one.locator(button).click();
  await one.locator('.result > *').first().waitFor();
  return one.locator('.finding').evaluateAll((all) => all.map(({ dataset }) => dataset.reason));
};
/** The words that an editor has selected, and whether it has the focus. */
const selected = (box) => box.evaluate((one) => ({ focus: document.activeElement === one, line: one.value.slice(0, one.selectionStart).split('\n').length }));

test('every example of every kind gives its outcome', (t) => forEachBrowser(t, async (open) => {
  const s = await shown(open);
  assert.deepEqual(await s.page.locator('.try[data-kind]').evaluateAll((all) => all.map(({ dataset }) => dataset.kind)), kinds);
  assert.deepEqual((await s.requests()).filter(({ url }) => url.endsWith('.wasm')), [], 'who only reads loads no engine');
  for (const kind of kinds) {
    const { weak, good } = words[kind];
    assert.deepEqual(await press(s, kind, '[data-run]'), [(weak ?? good).reason], kind);
    if (weak) assert.deepEqual(await press(s, kind, '[data-way=good]'), [good.reason], kind);
    assert.equal(await trial(s, kind).locator('.problems').count(), 0, kind);
  }
  assert.deepEqual([...new Set((await s.requests()).map(({ host }) => host))].length, 1, 'no other host');
  assert.deepEqual(s.errors(), []);
}));

test('a message, its data and the words that it quotes are shown', (t) => forEachBrowser(t, async (open) => {
  const s = await shown(open);
  await press(s, 'names', '[data-run]');
  const result = trial(s, 'names').locator('.result');
  await s.shot('manual-kind-1366');
  assert.match(await result.innerText(), /Chưa đáp ứng · lý do slogan[\s\S]*Tên mới chỉ có tên phong trào/);
  assert.equal(await result.locator('mark').innerText(), 'Thực hiện mô hình Dân vận khéo năm 2026');
  await press(s, 'length', '[data-run]');
  assert.match(await trial(s, 'length').locator('.data').innerText(), /length\s+9\s+min\s+10/);
}));

test('a broken example says what is wrong and leads there', (t) => forEachBrowser(t, async (open) => {
  const s = await shown(open);
  const box = s.page.getByLabel('Phép kiểm tra').and(s.page.locator('#present-check'));
  await box.fill('{\n "kind": "present",\n "paths": ["/model/nme"]\n}');
  await box.press('Control+Enter');
  const problem = trial(s, 'present').locator('.problems li');
  await problem.waitFor();
  assert.match(await problem.innerText(), /dòng 3, cột \d+ · \/paths\/0 .*«\/model\/nme».*«\/model\/name»/);
  await problem.locator('button').click();
  assert.deepEqual(await selected(box), { focus: true, line: 3 });

  await box.fill('{\n "kind": "present"\n "paths": ["/model/name"]\n}');
  await press(s, 'present', '[data-run]');
  assert.match(await problem.innerText(), /dòng 3.*cú pháp JSON/s);
  assert.deepEqual(await press(s, 'present', 'text=Khôi phục ví dụ'), ['missing']);
  assert.deepEqual(s.errors(), []);
}));

test('a whole guideline is checked, mended, tried and saved', (t) => forEachBrowser(t, async (open) => {
  const s = await shown(open);
  const text = s.page.getByLabel('Bộ tiêu chí', { exact: true }), result = s.page.locator('#whole-result');
  const check = s.page.getByRole('button', { name: 'Kiểm tra bộ tiêu chí' });
  await check.click();
  await result.getByText('Bộ tiêu chí dùng được: 1 tiêu chí').waitFor();

  const smallest = await text.inputValue();
  await text.fill(smallest.replace('"paths": ["/model/name"]', '"paths": ["/model/nme"]').replace('"clause"', '"clauze"'));
  await check.click();
  const problems = result.locator('.problems li');
  await problems.first().waitFor();
  assert.match((await problems.allInnerTexts()).join('\n'), /dòng 16, cột \d+.*«clauze».*«clause»/);
  await problems.locator('button').first().click();
  assert.deepEqual(await selected(text), { focus: true, line: 16 });
  await s.shot('manual-problems-1366');

  await text.fill(smallest.replace('"outcome": "unmet", "reason": "missing"', '"outcome": "met"'));
  await check.click();
  await result.getByText('Phép thử chưa cho kết quả mong đợi').waitFor();

  await text.fill(smallest);
  await s.page.getByRole('button', { name: 'Kiểm tra phiếu' }).click();
  const finding = s.page.locator('#whole-report .finding');
  await finding.waitFor();
  assert.match(await finding.innerText(), /A1: Chưa đáp ứng[\s\S]*Đề nghị bổ sung: tên mô hình\./);
  const { name, bytes } = await s.download(() => s.page.getByRole('button', { name: 'Tải về' }).click());
  assert.equal(name, 'xa-an-thu-2026.json');
  assert.equal(bytes.toString('utf8'), smallest);

  await s.page.locator('#whole-file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') });
  await result.getByText('cú pháp JSON').waitFor();
  await s.page.locator('[data-open=extending]').click();
  await check.click();
  await result.getByText('dùng được: kế thừa «mau», thêm 0 tiêu chí, điều chỉnh 2 tiêu chí').waitFor();
  await s.page.getByLabel('Phiếu để kiểm tra').press('Control+Enter');
  await s.page.locator('#whole-report summary').click();
  assert.ok(await finding.count() > 30, 'the criteria of the other are judged');
  assert.deepEqual(s.errors(), []);
}));

for (const [width, height] of [[1366, 768], [360, 740]]) {
  test(`nothing is cut at ${width}×${height}`, (t) => forEachBrowser(t, async (open) => {
    const s = await shown(open, { width, height });
    await s.page.locator('#fields summary').click();
    for (const kind of ['similarity', 'stockPhrases', 'sum']) await press(s, kind, '[data-run]');
    await s.page.locator('#whole-check').click();
    await s.page.locator('#whole-result > *').first().waitFor();
    assert.deepEqual(await s.page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      cut: [...document.querySelectorAll('label, button, h2, h3, dd, pre, p')].filter((one) => one.getClientRects().length > 0 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map((one) => one.textContent),
      small: [...document.querySelectorAll('main button, main textarea, main summary')].filter((one) => one.getClientRects().length > 0 && one.offsetHeight < 24).map((one) => one.textContent),
      unnamed: [...document.querySelectorAll('textarea, input')].filter((one) => one.labels.length === 0).map((one) => one.id),
    })), { wide: 0, cut: [], small: [], unnamed: [] });
    await s.page.evaluate(() => scrollTo(0, 0));
    await s.shot(`manual-top-${width}`);
    for (const part of ['loai-similarity', 'loai-sum .result', 'fields', 'soan', 'tieu-chi']) {
      await s.page.locator(`#${part}`).evaluate((one) => one.scrollIntoView());
      await s.shot(`manual-${part}-${width}`);
    }
  }));
}

test('the criteria of the sample guideline are listed, and its sound record is shown', (t) => forEachBrowser(t, async (open) => {
  const s = await shown(open);
  await s.page.locator('#mau-criteria summary').click();
  const rows = await s.page.locator('#criteria-list dd').allInnerTexts();
  assert.equal(rows.length, read('criteria').length);
  assert.match(rows[7], /^Thực hiện đủ dài, không phải việc một ngày\. Nên bổ sung \(should\)\. Tham số: "minDays": 30$/);
  await s.page.locator('#mau-base summary').click();
  await s.page.locator('#mau-base-text').filter({ hasText: '"applicant"' }).waitFor();
  assert.equal(JSON.parse(await s.page.locator('#mau-base-text').innerText()).format, 'dvk-registration/1');
  assert.deepEqual(s.errors(), []);
}));
