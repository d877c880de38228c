// The main job in a real browser: a registration is typed with mistakes, found out, corrected, printed, saved and opened again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { fields, fill, go, mistakes, stepOf, typeAll } from './script.mjs';

const words = (text) => text.normalize('NFC').split(/\s+/).filter(Boolean);
const beside = (s, path) => s.form().locator(`[data-field="${path}"] > .said .finding`).allInnerTexts();

/** Text of a PDF in the order in which it is read, without the page numbers that stand between pages. */
function pdfText(bytes) {
  const file = join(mkdtempSync(join(tmpdir(), 'dvk-')), 'a.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }).replace(/\f\d+\n/g, '\n').replace(/\f/g, '\n');
}

/** Whether a run of words stands in a text as it is; a hyphen at a line's end may be lost by the reader of the PDF. */
const runs = (text, run) => text.includes(run) || text.replace(/[-\s]/g, '').includes(run.replace(/[-\s]/g, ''));

test('a registration is typed with mistakes, corrected, exported and opened again', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  // Real keys for the first step and for what is wrong; long answers come from the clipboard, as they do in an office.
  await typeAll(s, { manner: { how: 'keys' }, after: async (step) => {
    for (const [path, , , criterion] of mistakes.filter(([path]) => stepOf(path) === step)) {
      const place = criterion === 'R10' ? '/model/targets' : path;
      await s.press('Tab');
      await s.form().locator(`[data-field="${place}"] > .said .finding`).first().waitFor();
    }
    await s.shot(`${step}-1366`, { full: true });
  } });

  await go(s, 'applicant');
  assert.match((await beside(s, '/applicant/contact/phone')).join(), /01690000118.*0390 000 118/s);
  await go(s, 'model');
  assert.match((await beside(s, '/model/goal')).join(), /«Nâng cao chất lượng, hiệu quả»/);
  assert.match((await beside(s, '/model/targets')).join(), /ít nhất 1 chỉ tiêu đủ/);
  await go(s, 'method');
  assert.match((await beside(s, '/model/end')).join(), /15\/01\/2026.*trước.*15\/03\/2026/s);

  // The summary takes the focus; a finding leads to its box and selects exactly the words it quotes.
  await s.click('check');
  const summary = s.form().locator('.summary');
  assert.ok(await summary.evaluate((one) => one.getRootNode().activeElement === one), 'the summary has the focus');
  await summary.locator('[data-on="/model/goal"]').first().click();
  const active = await s.active();
  assert.equal(active.is, '/model/goal');
  assert.equal(active.selection.text, 'Nâng cao chất lượng, hiệu quả');

  for (const [path, , right] of mistakes) {
    await go(s, stepOf(path));
    await fill(s, path, right, { how: 'keys' });
    await s.press('Tab');
  }
  await s.click('check');
  const left = await s.page.evaluate(() => document.querySelector('dvk-registration').report);
  assert.deepEqual(left.findings.filter((one) => one.outcome === 'unmet').map((one) => `${one.criterion} ${one.reason} ${one.target.path}`), []);
  assert.deepEqual(left.errors, []);
  assert.equal(left.ready, true);

  await go(s, 'review');
  await s.form().locator('.preview .dvk-doc h1').waitFor();
  await s.shot('review-ready-1366', { full: true });
  const pdf = await s.download('pdf');
  assert.match(pdf.name, /^dang-ky-dvk-2026-\w+\.pdf$/);
  const printed = words(pdfText(pdf.bytes)).join(' ');
  assert.equal(printed, printed.normalize('NFC'));
  // Every text; figures, money and days are printed in the form of the office (“17.500.000”), choices by their names, and an address in small letters.
  const wire = /^[a-z-]+$/;
  const texts = fields.filter(([, text]) => !wire.test(text) && !/^\d[\d.,/]*( triệu đồng)?$/.test(text));
  const missing = texts.filter(([, text]) => !runs(printed.toLowerCase(), words(text).join(' ').toLowerCase()));
  assert.ok(texts.length > 60, `${texts.length} texts`);
  assert.deepEqual(missing, [], 'every typed word stands in the PDF, in order');
  // Reading order: the answers follow each other as they do in the document.
  const at = ['/applicant/name', '/model/name', '/model/need', '/model/goal', '/model/method', '/model/scope/text', '/model/outputs', '/model/sustain', '/model/beyondDuty'].map((path) => printed.indexOf(words(fields.find(([known]) => known === path)[1]).slice(0, 5).join(' ')));
  assert.deepEqual(at, [...at].sort((a, b) => a - b));

  const first = await s.download('save');
  assert.match(first.name, /^dang-ky-dvk-2026-\w+\.json$/);
  await s.upload('open', { name: first.name, bytes: first.bytes, type: 'application/json' });
  await s.form().locator('.ask [data-action=take-file]').click();
  await s.form().locator('.status', { hasText: first.name }).waitFor();
  const again = await s.download('save');
  assert.deepEqual(again.bytes.toString(), first.bytes.toString(), 'opened and saved unchanged it is the same bytes');

  const hosts = new Set((await s.requests()).map((one) => one.host));
  assert.deepEqual([...hosts], [new URL(s.page.url()).host], 'no other host is asked');
  assert.deepEqual(s.errors(), []);
}));

test('the main job on a plain-http portal that is not localhost', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ host: 'portal.test' });
  assert.equal(await s.page.evaluate(() => isSecureContext), false);
  await typeAll(s, { wrong: false });
  await s.click('check');
  const report = await s.page.evaluate(() => document.querySelector('dvk-registration').report);
  assert.equal(report.ready, true, JSON.stringify(report.findings.filter((one) => one.outcome === 'unmet')));
  const pdf = await s.download('pdf');
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
  assert.deepEqual(s.errors(), []);
}));

test('an unfinished form is exported as a draft and printed in a frame of its own', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  await go(s, 'review');
  const pdf = await s.download('pdf');
  assert.match(pdf.name, /-nhap\.pdf$/);
  assert.match(pdfText(pdf.bytes), /BẢN NHÁP - còn \d+ nội dung cần sửa/);
  // The print dialog itself cannot be seen here; what is handed to it can.
  await s.page.evaluate(() => {
    const root = document.querySelector('dvk-registration').shadowRoot;
    new MutationObserver(() => {
      const frame = root.querySelector('iframe.print-frame');
      if (!frame || window.printed) return;
      setTimeout(() => { window.printed = { text: frame.contentDocument.body.innerText, serif: frame.contentWindow.getComputedStyle(frame.contentDocument.querySelector('.dvk-doc')).fontFamily, all: frame.contentDocument.body.children.length }; });
    }).observe(root, { childList: true });
  });
  await s.click('print');
  const printed = await (await s.page.waitForFunction(() => window.printed)).jsonValue();
  assert.match(printed.text.replaceAll('\u00a0', ' '), /BẢN NHÁP - còn/);
  assert.match(printed.text, /Chi bộ thôn Vĩnh Hy/);
  assert.match(printed.serif, /Times New Roman/);
  assert.equal(printed.all, 1, 'nothing of the portal is in the frame');
  assert.deepEqual(s.errors(), []);
}));
