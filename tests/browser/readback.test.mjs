// A PDF that was handed over is opened again, by the button and by dropping it: the record is back, and what was done to the file is told.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { fill, go } from './script.mjs';

/** The record as it is saved: what is empty stands there as empty. */
const record = (s) => s.page.evaluate(async () => {
  const element = document.querySelector('dvk-registration');
  return (await element.ready).parse(element.record);
});
const status = (s, text) => s.form().locator('.status', { hasText: text }).waitFor();

/** Drops a file on a part of the form as the browser does it for a person: with the file of the disk. */
async function drop(s, name, bytes) {
  const file = join(mkdtempSync(join(tmpdir(), 'dvk-')), name);
  writeFileSync(file, bytes);
  const box = await s.form().locator('h2').first().boundingBox();
  const cdp = await s.page.context().newCDPSession(s.page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await cdp.send('Input.dispatchDragEvent', { type, x: box.x + 20, y: box.y + 5, data });
  await cdp.detach();
}

test('a PDF is opened like a saved file, and its state is told', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  const address = s.page.url();
  await fill(s, '/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  await go(s, 'model');
  await fill(s, '/model/name', 'Bãi biển không rác');
  await go(s, 'review');
  const pdf = await s.download('pdf');
  const before = await record(s);
  assert.equal(before.revision, 1);

  // By dropping: what was typed since is not lost before a yes.
  await go(s, 'model');
  await fill(s, '/model/name', 'Tên khác');
  await s.press('Tab');
  await drop(s, 'phieu.pdf', pdf.bytes);
  const ask = s.form().locator('.ask', { hasText: 'phieu.pdf sẽ thay nội dung đang gõ' });
  await ask.waitFor();
  assert.match(await ask.innerText(), /Tệp PDF còn nguyên như khi xuất\./);
  await s.shot('readback-ask-1366');
  await s.click('keep-mine');
  assert.equal((await record(s)).model.name, 'Tên khác');
  await drop(s, 'phieu.pdf', pdf.bytes);
  await s.click('take-file');
  await status(s, 'Đã mở tệp phieu.pdf. Tệp PDF còn nguyên như khi xuất.');
  const { handedTo, checkedWith, ...back } = await record(s);
  const { handedTo: to, checkedWith: by, ...same } = before;
  assert.deepEqual(back, same);
  assert.ok(handedTo && checkedWith);
  await s.shot('readback-told-1366');

  // What was opened and is handed over as it was keeps its number, and is the same file.
  await go(s, 'review');
  const again = await s.download('pdf');
  assert.ok(again.bytes.equals(pdf.bytes), 'the same bytes');
  assert.equal((await record(s)).revision, 1);

  // By the button: a file that was changed, one that is no PDF, one that is far too long.
  const changed = Buffer.from(pdf.bytes);
  changed[Math.floor(changed.length / 3)] ^= 1;
  await s.upload('open', { name: 'sua.pdf', bytes: changed, type: 'application/pdf' });
  await s.form().locator('.ask', { hasText: 'sua.pdf' }).or(s.form().locator('.status', { hasText: 'sua.pdf' })).first().waitFor();
  if (await s.form().locator('[data-action="take-file"]').isVisible()) await s.click('take-file');
  await status(s, 'Đã mở tệp sua.pdf. Tệp PDF đã bị sửa sau khi xuất');
  assert.equal((await record(s)).model.name, 'Bãi biển không rác');
  for (const [name, bytes, says] of [
    ['anh.pdf', Buffer.from('ÿØÿà'), /Tệp không phải là PDF/],
    ['cut.pdf', pdf.bytes.subarray(0, pdf.bytes.length - 900), /bị cắt cụt hoặc bị hỏng/],
    ['la.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n1 1\n0000000009 00000 n\r\ntrailer\n<</Root 1 0 R>>\nstartxref\n29\n%%EOF'), /không mang theo phiếu đăng ký/],
  ]) {
    await drop(s, name, bytes);
    await s.form().locator('.status', { hasText: says }).waitFor();
    assert.match(await s.text('.status'), /^Chưa mở được tệp\. Nội dung đang gõ vẫn giữ nguyên\. /);
  }
  const heap = await s.page.evaluate(async () => {
    const element = document.querySelector('dvk-registration');
    let read = 0;
    const file = new File([new Uint8Array(8)], 'phim.pdf');
    Object.defineProperty(file, 'size', { value: 100_000_000 });
    file.arrayBuffer = () => { read += 1; return Promise.resolve(new ArrayBuffer(8)); };
    await element.open(file);
    return read;
  });
  assert.equal(heap, 0, 'a file of 100 MB is not read');
  await status(s, 'vượt mức cho phép');
  assert.equal(s.page.url(), address, 'dropping a file does not leave the page');
  assert.equal((await record(s)).model.name, 'Bãi biển không rác');
}));
