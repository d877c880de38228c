// The form speaks English where the element asks for it, Vietnamese everywhere else and whenever English does not come; what is printed is Vietnamese always.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { demo, english, inEnglish } from './english.mjs';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';

const PKG = fileURLToPath(new URL('../../pkg', import.meta.url));
const fetched = (s) => s.server.requests.filter(({ url }) => url.endsWith('/i18n/en.json')).length;
const step = (s) => s.form().locator('.steps .title').first().textContent();

/** Runs with a folder that is deleted in the end. */
async function within(root, body) {
  try {
    await body(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const PAGES = /** @type {const} */ ([
  ['the element asks', inEnglish, 'en'],
  ['the page’s template is English', (page) => page.replace('<html lang="vi">', '<html lang="en-GB">'), 'vi'],
  ['the element asks for another language', (page) => page.replace('<dvk-registration ', '<dvk-registration lang="fr" '), 'vi'],
  ['the page names no language', (page) => page.replace('<html lang="vi">', '<html>'), 'vi'],
]);
for (const [name, change, lang] of PAGES) {
  test(`${lang}: ${name}`, (t) => forEachBrowser(t, (open) => within(demo(change), async (root) => {
    const s = await open({ root });
    assert.equal(await step(s), lang === 'en' ? '1. Applicant' : '1. Bên đăng ký');
    assert.equal(await s.form().locator('.form').getAttribute('lang'), lang);
    assert.equal(fetched(s), lang === 'en' ? 1 : 0);
    assert.deepEqual(s.errors(), []);
  })));
}

test('English that does not come: the form is Vietnamese, works, and the webmaster is told', (t) => forEachBrowser(t, (open) => within(demo(inEnglish), async (root) => {
  const pkg = mkdtempSync(join(tmpdir(), 'dvk-pkg-'));
  cpSync(PKG, pkg, { recursive: true, filter: (file) => !file.endsWith('i18n') });
  await within(pkg, async () => {
    const s = await open({ root, pkg, ready: false });
    const told = s.page.waitForEvent('console', (line) => line.text().includes('i18n/en.json') && line.text().startsWith('dvk:'));
    await s.page.evaluate(() => addEventListener('dvk-error', ({ detail }) => { window.told = detail.error.message; }));
    await s.page.reload();
    await told;
    await s.form().locator('.form').waitFor();
    assert.equal(await s.form().locator('.form').getAttribute('lang'), 'vi');
    await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
    await s.form().locator('.note', { hasText: 'Bản nháp đã lưu' }).waitFor();
  });
})));

test('the portal’s own wording comes before both', (t) => forEachBrowser(t, async (open) => {
  const texts = { 'button.next': 'Sang bước sau', '/model/name': 'Tên gọi mô hình', 'desk.title': 'Việc khác', '/model/field=economy': 'Kinh tế (số 1)', '/model/targets/*': 'Dòng chỉ tiêu' };
  for (const change of [(page) => page, inEnglish]) {
    await within(demo(change, { texts }), async (root) => {
      const s = await open({ root });
      await s.click('Sang bước sau');
      assert.equal(await s.form().locator('[data-field="/model/name"] .label').textContent(), 'Tên gọi mô hình');
      await s.form().getByText('Kinh tế (số 1)').waitFor();
      await s.click('add-row', { on: '/model/targets' });
      await s.form().locator('legend', { hasText: 'Dòng chỉ tiêu 1' }).waitFor();
      await s.click('desk');
      assert.equal(await s.form().locator('.desk h2').textContent(), 'Việc khác');
      assert.deepEqual(s.errors(), []);
    });
  }
}));

test('findings and print stay Vietnamese, and say so to a screen reader', (t) => forEachBrowser(t, (open) => within(demo(inEnglish), async (root) => {
  const s = await open({ root });
  await go(s, 'model');
  await s.type('/model/name', 'Hay');
  await s.type('/model/targets/0/target', 'abc').catch(async () => {
    await s.click('add-row', { on: '/model/targets' });
    await s.type('/model/targets/0/target', 'abc');
  });
  await s.click('check');
  // Read at once: a row may be replaced between finding it and reading it.
  const rows = await s.form().locator('.form').evaluate((form) => [...form.querySelectorAll('.summary li')].map((one) => [one.querySelector('.tag').textContent, one.querySelector('.tag').closest('[lang]').lang, one.querySelector('button span').lang]));
  assert.ok(rows.length > 5);
  for (const [tag, of, sentence] of rows) assert.deepEqual([[english['severity.must'], english['severity.should'], english['severity.hint'], english['severity.error']].includes(tag), of, sentence], [true, 'en', 'vi'], tag);
  assert.ok(rows.some(([tag]) => tag === english['severity.error']));
  const beside = s.form().locator('[data-field="/model/name"] .finding').first();
  assert.equal(await beside.locator('p span').first().getAttribute('lang'), 'vi');
  assert.equal(await beside.locator('summary').textContent(), 'Why, what to do');
  await go(s, 'review');
  const document = s.form().locator('.preview article');
  assert.equal(await document.getAttribute('lang'), 'vi');
  assert.match(await document.innerText(), /BẢN ĐĂNG KÝ/);
  const file = await s.download('docx');
  assert.match(file.name, /^dang-ky-dvk-/);
  assert.deepEqual(s.errors(), []);
})));
