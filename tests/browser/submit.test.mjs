// Handing in: only when a person presses, only to the portal's own origin; what did not arrive waits here, also after the page is closed.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';

const NAME = '/applicant/name';
const status = (s, text) => s.form().locator('.status', { hasText: text }).waitFor({ timeout: 8000 });
const asked = (s, text) => s.form().locator('.ask', { hasText: text }).waitFor({ timeout: 8000 });

/** A page whose portal takes forms by `submit`. */
function page(submit, { attributes = '', around = ['', ''] } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'dvk-page-'));
  const portal = { format: 'dvk-portal/1', id: 'thu', name: 'Cổng thử', recipient: ['Đảng ủy xã'], submit };
  writeFileSync(join(root, 'portal.json'), JSON.stringify(portal));
  writeFileSync(join(root, 'index.html'), `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Thử</title>${around[0]}<dvk-registration portal="portal.json" ${attributes}></dvk-registration>${around[1]}<script async src="dvk/dvk.js"></script></html>`);
  return root;
}

/** A server that answers in turn; it remembers what it got. */
function server(...answers) {
  const got = [];
  const post = (request) => { got.push(request); return answers.length > 1 ? answers.shift() : answers[0]; };
  return { got, post };
}

test('a form is posted once it is pressed for, and what leaves is said before', (t) => forEachBrowser(t, async (open) => {
  const { got, post } = server({ status: 201 });
  const s = await open({ root: page({ kind: 'post', url: 'nhan' }), post, host: 'portal.test' });
  await s.page.evaluate(() => { window.told = []; document.addEventListener('dvk-submit', (event) => window.told.push(event.detail)); });
  assert.match(await s.text('.intro'), /bấm “Gửi phiếu”.*họ tên, số điện thoại.*Cổng thử/s);
  await s.type(NAME, 'Chi bộ thôn Vĩnh Hy');
  await go(s, 'review');
  assert.deepEqual(got, []);
  await s.click('send');
  await status(s, 'Cổng thử đã nhận phiếu');
  assert.equal(got.length, 1);
  assert.equal(got[0].url, '/nhan');
  assert.equal(got[0].type, 'application/json');
  const record = JSON.parse(got[0].body);
  assert.equal(record.applicant.name, 'Chi bộ thôn Vĩnh Hy');
  assert.equal(record.revision, 1);
  assert.deepEqual(await s.page.evaluate(() => window.told), [{ received: true }]);
  await s.form().locator('[data-action=done]').waitFor();
  await s.reload();
  assert.equal(await s.text('.ask'), '', 'nothing waits');
  assert.equal(got.length, 1);
  assert.deepEqual(s.errors(), []);
}));

test('what was not received waits, survives the closing, is asked about, and is sent again only by a press', (t) => forEachBrowser(t, async (open) => {
  const { got, post } = server({ status: 503 }, { status: 500 }, { status: 200 });
  const root = page({ kind: 'post', url: '/nhan', as: 'multipart', fields: { token: 'a=1' } });
  const s = await open({ root, post });
  await s.type(NAME, 'Chi bộ thôn Vĩnh Hy');
  await go(s, 'model');
  await s.type('/model/name', 'Tổ ca nô');
  await go(s, 'review');
  await s.click('send');
  await status(s, 'máy chủ trả lời mã 503');
  await s.form().locator('.shelf .waiting li').waitFor();
  assert.match(await s.text('.shelf'), /Phiếu chờ gửi.*Tổ ca nô.*503/s);
  await s.shot('outbox-1366');
  await s.page.waitForTimeout(500);
  await s.close({ keep: true });
  const again = await open({ root, post, storage: s.storage });
  await asked(again, 'Tổ ca nô');
  assert.match(await again.text('.ask'), /503.*Cổng thử/s);
  assert.equal(got.length, 1, 'nothing is sent by itself');
  await again.click('send-again');
  await status(again, 'máy chủ trả lời mã 500');
  assert.equal(got.length, 2);
  await again.form().locator('.shelf [data-action=send-again]').click();
  await status(again, 'Cổng thử đã nhận phiếu');
  assert.equal(got.length, 3);
  for (const one of got) {
    assert.match(one.type, /^multipart\/form-data/);
    assert.match(one.body, /name="token"\r\n\r\na=1\r\n/);
    assert.match(one.body, /name="record"; filename="dang-ky-dvk[^"]*\.json"\r\nContent-Type: application\/json/);
    assert.match(one.body, /Tổ ca nô/);
  }
  await again.form().locator('.waiting').waitFor({ state: 'detached' });
  await again.reload();
  await again.page.waitForTimeout(700);
  assert.equal(await again.text('.ask'), '');
}));

test('a page that is killed while a form is on its way asks about it at the next visit', (t) => forEachBrowser(t, async (open) => {
  const { got, post } = server({ status: 200, late: 4000 }, { status: 200 });
  const root = page({ kind: 'post', url: '/nhan' });
  const s = await open({ root, post });
  await s.type(NAME, 'Chi bộ');
  await go(s, 'review');
  await s.click('send');
  for (let left = 50; left > 0 && got.length === 0; left--) await s.page.waitForTimeout(50);
  assert.equal(got.length, 1);
  await s.kill();
  const again = await open({ root, post, storage: s.storage });
  await asked(again, 'không rõ phiếu đã đến hay chưa');
  await again.click('send-again');
  await status(again, 'đã nhận phiếu');
  assert.equal(JSON.parse(got[0].body).id, JSON.parse(got[1].body).id, 'the receiver can tell that it is the same');
}));

test('a redirect is no receipt, another origin gets nothing, and the page may refuse', (t) => forEachBrowser(t, async (open) => {
  const { got, post } = server({ status: 302, headers: { Location: '/index.html' } });
  const s = await open({ root: page({ kind: 'post', url: '/nhan' }), post });
  await s.type(NAME, 'Chi bộ');
  await go(s, 'review');
  await s.click('send');
  await status(s, 'đăng nhập lại');
  await s.page.evaluate(() => document.addEventListener('dvk-before-export', (event) => event.preventDefault()));
  await s.click('send');
  await s.page.waitForTimeout(500);
  assert.equal(got.length, 1, 'the page refused');
  const foreign = await open({ root: page({ kind: 'post', url: 'http://khac.test/nhan' }), post });
  await foreign.type(NAME, 'Chi bộ');
  await go(foreign, 'review');
  await foreign.click('send');
  await status(foreign, 'không thuộc trang web này');
  assert.ok(!(await foreign.requests()).some((one) => one.host === 'khac.test'));
  assert.equal(got.length, 1);
}));

test('offline: the form is kept, and nothing is lost on a shared machine either', (t) => forEachBrowser(t, async (open) => {
  const { got, post } = server({ status: 200 });
  const s = await open({ root: page({ kind: 'post', url: '/nhan' }, { attributes: 'drafts="off"' }), post });
  await s.type(NAME, 'Chi bộ');
  await go(s, 'review');
  await s.form().locator('.preview .dvk-doc h1').waitFor();
  await s.click('shelf');
  await s.page.context().setOffline(true);
  await s.click('send');
  await status(s, 'không kết nối được');
  assert.match(await s.text('.status'), /chỉ còn cho đến khi đóng trang/);
  await s.page.context().setOffline(false);
  await s.form().locator('.shelf [data-action=send-again]').click();
  await status(s, 'đã nhận phiếu');
  assert.equal(got.length, 1);
}));

test('by mail: the file is saved, the address carries nothing of the record', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root: page({ kind: 'mail', to: 'danvan@example.vn' }) });
  assert.match(await s.text('.intro'), /chỉ mở thư gửi danvan@example\.vn/);
  await s.type(NAME, 'Chi bộ thôn Vĩnh Hy');
  await go(s, 'review');
  const file = await s.download('send');
  assert.match(file.name, /\.json$/);
  const link = s.form().locator('.mail a');
  const href = await link.getAttribute('href');
  assert.match(href, /^mailto:danvan@example\.vn\?subject=/);
  assert.ok(decodeURIComponent(href).includes(file.name));
  assert.ok(!decodeURIComponent(href).includes('Vĩnh Hy'));
  assert.match(await s.text('.mail'), /Đính kèm tệp/);
}));

test('in the surrounding form: under its name, from the first moment, and said', (t) => forEachBrowser(t, async (open) => {
  const { got, post } = server({ status: 200 });
  const root = page({ kind: 'form' }, { attributes: 'name="ho-so"', around: ['<form method="post" action="/nhan">', '<button>Nộp</button></form>'] });
  const s = await open({ root, post });
  assert.match(await s.text('.intro'), /gửi biểu mẫu của trang.*Cổng thử/s);
  await s.type(NAME, 'Chi bộ thôn Vĩnh Hy');
  await s.form().locator('.note', { hasText: 'đã lưu' }).waitFor();
  await s.reload();
  // Restored, nothing typed: the surrounding form has it all the same.
  await s.form().locator('.note', { hasText: 'Đã mở lại' }).waitFor();
  await s.page.getByRole('button', { name: 'Nộp' }).click();
  await s.page.waitForURL('**/nhan');
  assert.equal(got.length, 1);
  assert.equal(JSON.parse(new URLSearchParams(got[0].body).get('ho-so')).applicant.name, 'Chi bộ thôn Vĩnh Hy');
}));

test('a portal that asks for the surrounding form but gives no name is told, and nothing enters', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root: page({ kind: 'form' }) });
  assert.match(s.errors().join('\n'), /needs the attribute «name»/);
  assert.match(await s.text('.intro'), /không tự gửi đi đâu/);
}));
