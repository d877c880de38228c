// The documentation in a browser: the form on its first page, and the snippet builder from the boxes to a page that works.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { open } from './harness.mjs';

test('the form can be tried on the first page, in both languages', async () => {
  for (const page of ['docs/index.html', 'docs/en/index.html']) {
    const s = await open({ page });
    try {
      await s.form().locator('[data-path="/applicant/name"]').waitFor();
      assert.deepEqual(s.errors(), [], page);
    } finally {
      await s.close();
    }
  }
});

test('the snippet builder: what it writes makes a page with the form', async () => {
  const s = await open({ page: 'docs/snippet.html', ready: false });
  const box = (name) => s.page.locator(`#sn-${name}`);
  let made;
  try {
    await s.page.getByText('Tệp đã đúng định dạng.').waitFor();
    await box('name').fill('Trang thông tin xã An Thử "thử"');
    assert.equal(await box('id').inputValue(), 'trang-thong-tin-xa-an-thu-thu');
    await box('recipient').fill('Đảng ủy xã Vĩnh Hải\n\nỦy ban MTTQ Việt Nam xã Vĩnh Hải\n');
    await box('province').fill('khánh hoà');
    await box('commune').fill('vĩnh hải');
    await box('from').fill('2026-01-05');
    await box('to').fill('2026-10-25');
    await box('contact').fill('Bà A <b>');
    await box('phone').fill('0238 000 0000');
    const read = async () => ({ snippet: await s.page.locator('textarea').nth(1).inputValue(), file: await s.page.locator('textarea').nth(2).inputValue() });
    made = await read();
    assert.deepEqual(JSON.parse(made.file), {
      format: 'dvk-portal/1', id: 'trang-thong-tin-xa-an-thu-thu', name: 'Trang thông tin xã An Thử "thử"', recipient: ['Đảng ủy xã Vĩnh Hải', 'Ủy ban MTTQ Việt Nam xã Vĩnh Hải'],
      guideline: 'mau', province: '56', commune: '22846', window: { from: '2026-01-05', to: '2026-10-25' }, contact: { name: 'Bà A <b>', phone: '0238 000 0000' }, drafts: 'session', submit: { kind: 'none' },
    });
    // What is not right is said in words.
    await box('commune').fill('Xã Không Có Thật');
    await s.page.getByText('Không có tên «Xã Không Có Thật» trong danh mục').waitFor();
    await box('to').fill('2025-10-25');
    await s.page.getByText('Ngày kết thúc đang đứng trước ngày bắt đầu').waitFor();
    await box('folder').fill('cong/dvk');
    await box('cms').selectOption('author');
    assert.match((await read()).snippet, /^<div class="dvk-registration" data-portal="\/cong\/dvk\/portal\.json">.*<\/div>$/);
    await box('cms').selectOption('mediawiki');
    assert.match((await read()).snippet, /^<html>\n<dvk-registration [^]*<\/html>$/);
    assert.deepEqual(s.errors(), []);
  } finally {
    await s.close();
  }
  // Pasted into a page as it is; the portal's file beside it.
  const root = mkdtempSync(join(tmpdir(), 'dvk-snippet-'));
  writeFileSync(join(root, 'portal.json'), made.file);
  writeFileSync(join(root, 'index.html'), `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Trang</title>${made.snippet.replaceAll('/dvk/portal.json', '/portal.json')}</html>`);
  const page = await open({ root });
  try {
    await page.form().getByText('Đảng ủy xã Vĩnh Hải').first().waitFor();
    assert.equal(await page.form().locator('[data-path="/applicant/address/province"]').inputValue(), 'Tỉnh Khánh Hòa');
  } finally {
    await page.close();
  }
});
