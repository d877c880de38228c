// What leaves the form on paper and as a Word file: the frame that is handed to the printer, printed by Chromium itself, measured by poppler.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';

/** The least that the element needs; style sheet and pictures are the demo portal's own. */
const LEAST = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'";
const registrations = fileURLToPath(new URL('../fixtures/registrations/', import.meta.url));
const registration = (name) => JSON.parse(readFileSync(join(registrations, `${name}.json`), 'utf8'));
const words = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Takes the place of the print dialog; what would be printed comes back. */
async function printed(s, button = 'print') {
  await s.page.evaluate(() => {
    const root = document.querySelector('dvk-registration').shadowRoot;
    window.paper = undefined;
    const observer = new MutationObserver(() => {
      const frame = root.querySelector('iframe.print-frame');
      if (!frame) return;
      observer.disconnect();
      const view = frame.contentWindow;
      view.print = () => {
        const inside = frame.contentDocument;
        const rules = [...inside.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
        window.paper = {
          html: inside.documentElement.outerHTML, css: rules.join('\n'), text: inside.body.innerText, title: inside.title,
          face: view.getComputedStyle(inside.querySelector('.dvk-doc')).fontFamily, size: view.getComputedStyle(inside.querySelector('.dvk-doc')).fontSize,
          faces: [...inside.fonts].map(({ family, weight, style, status }) => [family, weight, style, status].join(' ')),
        };
        view.dispatchEvent(new Event('afterprint'));
      };
    });
    observer.observe(root, { childList: true });
  });
  await s.click(button);
  return (await s.page.waitForFunction(() => window.paper)).jsonValue();
}

/** Prints it with the browser; words with their boxes, in points. */
async function paper(s, { html, css }, name) {
  const page = await s.page.context().newPage();
  await page.setContent(html);
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const folder = process.env.DVK_KEEP ?? mkdtempSync(join(tmpdir(), 'dvk-print-'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `print-${name}-${s.setting.browser.replace(/\W+/g, '-')}.pdf`);
  writeFileSync(file, bytes);
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  const pages = boxes.split('<page ').slice(1).map((text) => {
    const [width, height] = text.match(/width="([\d.]+)" height="([\d.]+)"/).slice(1).map(Number);
    const all = [...text.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)];
    return { width, height, words: all.map(([, left, top, right, bottom, word]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, word })) };
  });
  return { pages, text: execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }) };
}

const mm = (length) => length * 72 / 25.4;
/** Ascent and depth of Times New Roman and its likenesses, em. */
const EM = 0.891 + 0.216;
const sizeOf = (box) => (box.bottom - box.top) / EM;

for (const [name, form, sizes] of [
  ['collective-party', 'party', { ĐẢNG: 14, CỘNG: 15, BẢN: 16 }],
  ['collective-state', 'state', { CỘNG: 13, Độc: 14, BẢN: 14 }],
  ['individual-state', 'citizen', { CỘNG: 13, Độc: 14, BẢN: 14 }],
  ['individual-party', 'none', { BẢN: 14 }],
]) {
  test(`${name} on paper is A4 in the sizes of its form, and nothing of the portal is on it`, (t) => forEachBrowser(t, async (open) => {
    const s = await open({ csp: LEAST });
    const record = registration(name);
    if (form === 'none') record.applicant.header = 'none';
    await s.page.evaluate((given) => { document.querySelector('dvk-registration').record = given; }, record);
    await go(s, 'review');
    await s.form().locator('.preview .dvk-doc h1').waitFor();
    const sheet = await printed(s);
    assert.match(sheet.face, /^"Times New Roman"/);
    assert.equal(Math.round(parseFloat(sheet.size) * 72 / 96), 14, 'the sheet is in force under the policy');
    assert.deepEqual(sheet.faces, [], 'no face is fetched where one is there');
    const { pages, text } = await paper(s, sheet, name);

    assert.ok(pages.length >= 2);
    for (const page of pages) {
      assert.ok(Math.abs(page.width - mm(210)) < 1 && Math.abs(page.height - mm(297)) < 1, 'A4');
      const inText = page.words.filter((box) => box.top > mm(19));
      assert.ok(Math.min(...inText.map((box) => box.left)) > mm(30) - 1, 'left margin 30 mm');
      assert.ok(Math.max(...inText.map((box) => box.right)) < mm(195) + 1.5, 'right margin 15 mm');
      assert.ok(Math.max(...inText.map((box) => box.bottom)) < mm(277) + 1, 'lower margin 20 mm');
    }
    for (const [word, size] of Object.entries(sizes)) {
      const box = pages[0].words.find((one) => one.word === word);
      assert.ok(box && Math.abs(sizeOf(box) - size) < 0.4, `${word}: ${size} pt, not ${box && sizeOf(box)}`);
    }
    // Page numbers where the browser has margin boxes: none on page 1.
    const above = (page) => page.words.filter((box) => box.bottom < mm(20)).map((box) => box.word);
    const numbered = Number(s.page.context().browser().version().split('.')[0]) >= 131;
    assert.deepEqual(pages.map(above), pages.map((_, at) => (numbered && at > 0 ? [`${at + 1}`] : [])));

    const whole = await s.page.evaluate(async () => {
      const element = document.querySelector('dvk-registration');
      const portal = await (await fetch('portal.json')).json();
      return (await element.ready).summarize(element.record, { kind: 'form', format: 'text', portal });
    });
    const there = words(text);
    const lost = words(whole).filter((word) => { const at = there.indexOf(word); if (at >= 0) there.splice(at, 1); return at < 0; });
    const heads = words('TT Nội dung chỉ tiêu Hiện trạng Chỉ tiêu cần đạt Đã đạt Đơn vị tính Thời hạn Minh chứng Lực lượng Vai trò Nhiệm vụ Việc phải xong Nguồn Nội dung Số lượng Đơn vị');
    assert.deepEqual(lost.filter((word) => heads.indexOf(word) < 0), [], 'the whole text is on paper');
    assert.doesNotMatch(text, /Cổng thông tin|Kiểm tra|Xuất PDF/);
    assert.deepEqual(s.errors(), []);
  }));
}

test('where Times New Roman is missing, its likeness is fetched, also where the policy allows no fonts', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ csp: LEAST });
  const fonts = async () => (await s.requests()).filter((one) => /woff2/.test(one.url ?? one.path)).length;
  await s.page.addInitScript(() => {
    const Face = window.FontFace;
    window.FontFace = class extends Face { constructor(family, source, more) { super(family, typeof source === 'string' ? 'local("Không có mặt chữ này")' : source, more); } };
  });
  await s.reload();
  await s.page.evaluate((given) => { document.querySelector('dvk-registration').record = given; }, registration('collective-party'));
  await go(s, 'review');
  assert.equal(await fonts(), 0, 'not before something is printed');
  const { faces } = await printed(s);
  assert.deepEqual(faces.sort(), ['DVK Serif 400 italic loaded', 'DVK Serif 400 normal loaded', 'DVK Serif 700 italic loaded', 'DVK Serif 700 normal loaded'].map((one) => one.replace('400', faces.some((face) => /normal normal/.test(face)) ? 'normal' : '400')));
  assert.equal(await fonts(), 4);
  assert.deepEqual(s.errors(), []);
}));

test('an unfinished form says so on every sheet of paper', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ csp: LEAST });
  const record = registration('collective-party');
  record.model.method = '';
  await s.page.evaluate((given) => { document.querySelector('dvk-registration').record = given; }, record);
  await go(s, 'review');
  const { pages } = await paper(s, await printed(s), 'draft');
  assert.ok(pages.length >= 2);
  for (const page of pages) {
    const line = page.words.map((box) => box.word).join(' ');
    assert.match(line, /BẢN NHÁP - còn \d+ nội dung cần sửa/);
    const banner = page.words.filter((box) => /^(BẢN|NHÁP)$/.test(box.word) && sizeOf(box) < 10);
    const below = page.words.filter((box) => sizeOf(box) > 10 && box.bottom > banner[0].top && box.top < banner[0].bottom);
    assert.deepEqual(below.map((box) => box.word), [], 'and covers nothing');
  }
}));

test('where the PDF part cannot be loaded, printing is offered in one sentence', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.page.evaluate((given) => { document.querySelector('dvk-registration').record = given; }, registration('collective-party'));
  await go(s, 'review');
  await s.page.route('**/dvk-pdf.wasm', (route) => route.abort());
  await s.click('pdf');
  await s.form().locator('.ask', { hasText: 'đề nghị in ra giấy' }).waitFor();
  await s.shot('pdf-not-there-1366');
  const sheet = await printed(s, 'print-instead');
  assert.match(sheet.text, /ĐẢNG CỘNG SẢN VIỆT NAM/);
  assert.equal(await s.form().locator('.ask').isVisible(), false);
}));

test('the form leaves as a Word file, under the rules of the PDF', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ csp: LEAST });
  await s.page.evaluate((given) => {
    document.querySelector('dvk-registration').record = given;
    window.left = [];
    for (const name of ['dvk-before-export', 'dvk-export']) addEventListener(name, ({ type, detail }) => window.left.push([type, detail.kind, detail.fileName, detail.blob?.type]));
  }, registration('collective-party'));
  await go(s, 'review');
  await s.form().locator('.preview .dvk-doc h1').waitFor();
  await s.shot('review-buttons-1366');
  const word = await s.download('docx');
  const pdf = await s.download('pdf');
  assert.match(word.name, /^dang-ky-dvk-2026-\w+\.docx$/);
  assert.equal(word.name.replace(/docx$/, 'pdf'), pdf.name);
  assert.equal(word.bytes.subarray(0, 4).toString('latin1'), 'PK\u0003\u0004');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  assert.deepEqual((await s.page.evaluate(() => window.left)).slice(0, 2), [['dvk-before-export', 'docx', null, null].map((one) => one ?? undefined), ['dvk-export', 'docx', word.name, type]]);
  const again = await s.download('docx');
  assert.ok(again.bytes.equals(word.bytes), 'the same record gives the same bytes');
  assert.deepEqual(s.errors(), []);
}));

test('the preview at 360 pixels breaks no word of its head and its tables', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ width: 360, height: 740 });
  for (const name of ['collective-party', 'collective-state', 'individual-state']) {
    await s.page.evaluate((given) => { document.querySelector('dvk-registration').record = given; }, registration(name));
    await go(s, 'review');
    await s.form().locator('.preview .dvk-doc h1').waitFor();
    const broken = await s.form().locator('.preview').evaluate((preview) => {
      const torn = [];
      const walk = document.createTreeWalker(preview, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        for (const { 0: word, index } of node.data.matchAll(/\p{L}+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) torn.push(`${word} (${node.parentNode.className || node.parentNode.localName})`);
        }
      }
      return torn;
    });
    assert.deepEqual(broken, [], name);
    await s.shot(`preview-${name}-360`, { full: true });
  }
}));
