// `dvk.doctor()` and ?dvk-doctor: each thing that can be wrong with a page is named, with the exact line to change, and nothing that was typed is in the report.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { mended } from '../../www/doctor/policy.js';
import { open } from './harness.mjs';

const PORTAL = { format: 'dvk-portal/1', id: 'thu', name: 'Cổng thử', recipient: ['Ban Dân vận'] };
const TAG = '<dvk-registration portal="portal.json"><p>Liên hệ cấp ủy</p></dvk-registration>';
const SCRIPT = '<script async src="/dvk/dvk.js"></script>';

/** A folder with one page. */
function folder({ body = TAG + SCRIPT, portal = PORTAL } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'dvk-doctor-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, 'portal.json'), JSON.stringify(portal));
  writeFileSync(join(root, 'index.html'), `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Trang thử</title></head><body><main id="o">${body}</main></body></html>`);
  return root;
}

/** Opens a page and gives what the doctor says. */
async function asked({ page, csp, fault, ready = false, before = async () => {} }) {
  const s = await open({ root: folder(page), ready, csp, fault });
  try {
    await s.page.waitForFunction(() => globalThis.dvk?.doctor);
    await before(s);
    return await s.page.evaluate(() => globalThis.dvk.doctor());
  } finally {
    await s.close();
  }
}

const wrong = (report) => report.findings.filter(({ state }) => state === 'mend').map(({ what, found, change }) => ({ what, found, change }));
const only = (report, what) => {
  const found = wrong(report);
  assert.deepEqual(found.map((one) => one.what), [what], report.text);
  return found[0];
};

test('a page on which all is well', async () => {
  const typed = 'Chi bộ thôn Bí Mật 0912345678';
  const report = await asked({ ready: true, before: (s) => s.type('/applicant/name', typed) });
  assert.deepEqual(wrong(report), [], report.text);
  assert.ok(report.well);
  assert.equal(report.version, '0.1.0');
  for (const what of ['Chỗ đặt biểu mẫu', 'Dòng script', 'Trình duyệt', 'WebAssembly', 'Tệp element.js', 'Tệp dvk.wasm', 'Bản nháp', 'Tệp cổng', 'Bộ tiêu chí']) assert.ok(report.findings.some((one) => one.what === what && one.state === 'ok'), what);
  for (const secret of ['Bí Mật', '0912345678']) assert.ok(!JSON.stringify(report).includes(secret), 'nothing of the record');
});

test('the tag was stripped', async () => {
  const { change } = only(await asked({ page: { body: `<p>Đăng ký</p>${SCRIPT}` } }), 'Chỗ đặt biểu mẫu');
  assert.match(change, /<div class="dvk-registration"/);
});

test('two loaders', async () => {
  assert.match(only(await asked({ page: { body: TAG + SCRIPT + SCRIPT }, ready: true }), 'Dòng script').found, /nạp 2 lần/);
});

test('a policy without WebAssembly: the whole line to send instead', async () => {
  const csp = "default-src 'self'; script-src 'self'";
  const report = await asked({ csp });
  const { change } = wrong(report).find(({ what }) => what === 'WebAssembly');
  assert.equal(change, "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
  // The line is right: under it all is well.
  assert.deepEqual(wrong(await asked({ ready: true, csp: change.replace('Content-Security-Policy: ', '') })), []);
});

test('a policy without requests', async () => {
  const report = await asked({ csp: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'" });
  const { change } = wrong(report).find(({ what }) => what === 'Tệp element.js');
  assert.equal(change, "Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
});

test('a policy is mended by what browsers go by', () => {
  assert.equal(mended("default-src 'none'", 'connect-src', "'self'"), "default-src 'none'; connect-src 'self'");
  assert.equal(mended("default-src 'self' https://a.vn; img-src *", 'script-src', "'wasm-unsafe-eval'"), "default-src 'self' https://a.vn; img-src *; script-src 'self' https://a.vn 'wasm-unsafe-eval'");
  assert.equal(mended("Script-Src 'none';", 'script-src', "'wasm-unsafe-eval'"), "script-src 'wasm-unsafe-eval'");
});

for (const [name, file, fault, found, change] of [
  ['a file that is not there', 'dvk.wasm', { status: 404 }, /404/, /Chép lại cả thư mục/],
  ['a file that was changed', 'pdf.js', { change: (body) => Buffer.concat([body, Buffer.from(' ')]) }, /phiên bản khác/, /Chép lại cả thư mục/],
  ['a module under a wrong type', 'index.js', { type: 'text/plain' }, /«text\/plain»/, /\.js là text\/javascript/],
]) {
  test(name, async () => {
    const report = await asked({ fault: (path) => (path === `/dvk/${file}` ? fault : undefined) });
    const told = wrong(report).find(({ what }) => what === `Tệp ${file}`);
    assert.ok(told, report.text);
    assert.match(told.found, found);
    assert.match(told.change, change);
  });
}

test('WebAssembly under a wrong type is only slower', async () => {
  const report = await asked({ ready: true, fault: (path) => (path === '/dvk/dvk-form.wasm' ? { type: 'text/plain' } : undefined) });
  assert.deepEqual(wrong(report), []);
  assert.equal(report.findings.find(({ what }) => what === 'Tệp dvk-form.wasm').state, 'note');
});

test('a portal file with a wrong member, and one that is not there', async () => {
  const { found, change } = only(await asked({ ready: true, page: { portal: { ...PORTAL, recipents: ['A'] } } }), 'Tệp cổng');
  assert.match(found, /\/recipents/);
  assert.match(found, /recipient/);
  assert.equal(change, 'Sửa tệp portal.json.');
  assert.match(only(await asked({ ready: true, page: { body: `${TAG.replace('portal.json', 'khong-co.json')}${SCRIPT}` } }), 'Tệp cổng').found, /404/);
});

test('a guideline that is refused', async () => {
  const guideline = JSON.stringify({ format: 'dvk-guideline/1', id: 'thu-2026', titel: 'Thử' });
  const report = await asked({ ready: true, page: { body: `<dvk-registration portal="portal.json" guideline='${guideline}'></dvk-registration>${SCRIPT}` } });
  assert.ok(wrong(report).length > 1, report.text);
  assert.ok(wrong(report).every(({ what, change }) => what === 'Bộ tiêu chí' && change.includes('npx dvk-lint')), report.text);
});

test('?dvk-doctor: a panel, to copy from, and nothing of it stays', async () => {
  const s = await open({ root: folder(), page: 'index.html?dvk-doctor' });
  try {
    const panel = s.page.locator('dvk-doctor');
    await panel.getByRole('heading').waitFor();
    assert.match(await panel.getByRole('heading').textContent(), /không thấy điều gì cần sửa/);
    await panel.getByRole('button', { name: 'Chọn báo cáo để chép' }).click();
    const text = await panel.getByRole('textbox').inputValue();
    assert.match(text, /^Dân vận khéo 0\.1\.0/);
    assert.doesNotMatch(text, /dvk-doctor/, 'no query, which may hold anything');
    for (const width of [1366, 360]) {
      await s.page.setViewportSize({ width, height: 740 });
      const { x, width: wide } = await panel.locator('section').boundingBox();
      assert.ok(x >= 0 && x + wide <= width, `${x} + ${wide} at ${width}`);
      await s.shot(`doctor-${width}`);
    }
    await panel.getByRole('button', { name: 'Đóng' }).click();
    assert.equal(await panel.count(), 0);
    assert.deepEqual(s.errors(), []);
  } finally {
    await s.close();
  }
});
