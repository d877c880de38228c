// Drafts: nothing typed is lost, nothing is written over, nothing stays longer than promised, and the form works where nothing can be kept.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browsers, forEachBrowser, open as start } from './harness.mjs';

const NAME = '/applicant/name', NEED = '/model/need';
const note = (s, text) => s.form().locator('.note', { hasText: text }).waitFor({ timeout: 5000 });
const status = (s, text) => s.form().locator('.status', { hasText: text }).waitFor({ timeout: 5000 });
const asked = (s, text) => s.form().locator('.ask', { hasText: text }).waitFor({ timeout: 5000 });
/** The line may speak of the first letters already while the last ones still wait, at most 250 ms: they are waited for. */
const saved = async (s) => { await note(s, 'đã lưu trên máy này lúc'); await s.page.waitForTimeout(800); };
const record = (s) => s.page.evaluate(() => document.querySelector('dvk-registration').record);
const list = async (s) => { await s.form().locator('.shelf h3').waitFor({ timeout: 5000 }); return s.text('.shelf'); };

/** A page of one's own, with the attributes of its forms. */
export function page(...forms) {
  const root = mkdtempSync(join(tmpdir(), 'dvk-page-'));
  writeFileSync(join(root, 'index.html'), `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Thử</title>${forms.map((attributes) => `<dvk-registration ${attributes}></dvk-registration>`).join('')}<script async src="dvk/dvk.js"></script></html>`);
  return root;
}

/** What stands in the store, or one change of it. */
const store = (s, act, argument) => s.page.evaluate(([source, given]) => new Promise((resolve, reject) => {
  const request = indexedDB.open('dvk');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction(['drafts', 'outbox'], 'readwrite');
    let answer;
    (0, eval)(source)(transaction.objectStore('drafts'), (found) => { answer = found; }, given, transaction.objectStore('outbox'));
    transaction.oncomplete = () => { request.result.close(); resolve(answer); };
    transaction.onabort = () => reject(transaction.error);
  };
}), [act.toString(), argument]);
const stored = (s) => store(s, (drafts, give) => { drafts.getAll().onsuccess = (event) => give(event.target.result); });
/** `eval` in the page is the test's own way in; no page under test allows it. */
const EVAL = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'self'";

test('two tabs never write over each other, and one may take over', (t) => forEachBrowser(t, async (open) => {
  const a = await open({ csp: EVAL, host: 'portal.test' });
  assert.equal(await a.page.evaluate(() => isSecureContext), false, 'plain http');
  await a.type(NAME, 'Thẻ một');
  await saved(a);
  const b = await a.tab();
  await asked(b, 'đang mở ở một thẻ khác');
  assert.equal(await b.read(NAME), '', 'the later tab begins empty');
  await b.type(NAME, 'Thẻ hai');
  await saved(b);
  await a.type(NAME, 'Thẻ một, gõ tiếp');
  await b.page.waitForFunction(() => true);
  await a.page.waitForTimeout(800);
  assert.deepEqual((await stored(a)).map((draft) => JSON.parse(draft.text).applicant.name).sort(), ['Thẻ hai', 'Thẻ một, gõ tiếp']);
  // Taken over: what was typed there up to this moment is here, and what the second tab had typed stays a draft.
  await a.type(NAME, 'Thẻ một, phút chót');
  await b.click('draft-take');
  await status(b, 'Đã mở bản nháp');
  assert.equal(await b.read(NAME), 'Thẻ một, phút chót');
  await note(a, 'đã được mở để gõ tiếp ở nơi khác');
  await a.type(NAME, 'Thẻ một vẫn gõ');
  await b.type(NAME, 'Tiếp ở thẻ hai');
  await a.page.waitForTimeout(900);
  assert.deepEqual((await stored(a)).map((draft) => JSON.parse(draft.text).applicant.name).sort(), ['Thẻ hai', 'Thẻ một vẫn gõ', 'Tiếp ở thẻ hai']);
  assert.deepEqual(a.errors(), []);
}));

test('a tab that was asleep while its draft was taken over goes on as another draft', (t) => forEachBrowser(t, async (open) => {
  const a = await open({ csp: EVAL });
  await a.type(NAME, 'Thẻ ngủ');
  await saved(a);
  // Frozen tabs answer nothing: as if the draft's owner had changed behind its back.
  await store(a, (drafts) => { drafts.openCursor().onsuccess = ({ target: { result: cursor } }) => { if (cursor) { cursor.update({ ...cursor.value, owner: 'other', text: cursor.value.text.replace('Thẻ ngủ', 'Thẻ thức') }); cursor.continue(); } }; });
  await a.type(NAME, 'Thẻ ngủ dậy');
  await a.page.waitForTimeout(800);
  assert.deepEqual((await stored(a)).map((draft) => JSON.parse(draft.text).applicant.name).sort(), ['Thẻ ngủ dậy', 'Thẻ thức']);
}));

test('two forms of a page, and two portals of a site, have their own drafts', (t) => forEachBrowser(t, async (open) => {
  const portal = (id) => `portal='${JSON.stringify({ format: 'dvk-portal/1', id, name: id, recipient: ['Đảng ủy'] })}'`;
  const s = await open({ root: page(portal('mot'), portal('mot'), portal('hai')) });
  const boxes = s.page.locator(`dvk-registration [data-path="${NAME}"]`);
  await boxes.nth(2).waitFor();
  for (const [at, text] of ['một', 'hai', 'ba'].entries()) await boxes.nth(at).fill(text);
  await s.page.locator('dvk-registration .note', { hasText: 'đã lưu' }).nth(2).waitFor();
  await s.reload();
  await s.page.locator('dvk-registration .note', { hasText: 'Đã mở lại' }).nth(2).waitFor();
  assert.deepEqual(await boxes.evaluateAll((all) => all.map((one) => one.value)), ['một', 'hai', 'ba']);
}));

test('a draft that differs from the last file is asked about, with both dates; an equal one is not', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type(NAME, 'Chi bộ thôn Vĩnh Hy');
  await s.download('save');
  await s.form().locator('[data-action=done]').waitFor();
  await s.reload();
  await note(s, 'Đã mở lại bản nháp');
  assert.equal(await s.text('.ask'), '');
  assert.equal(await s.read(NAME), 'Chi bộ thôn Vĩnh Hy');
  await s.type(NAME, 'Chi bộ thôn Thái An');
  await note(s, 'đã lưu');
  await s.page.waitForTimeout(700);
  await s.reload();
  await asked(s, 'khác với tệp');
  assert.match(await s.text('.ask'), /gõ lúc \d\d:\d\d.*\d{4}.*dang-ky-dvk.*\.json đã lưu lúc \d\d:\d\d.*\d{4}/s);
  assert.notEqual((await s.active()).is, 'draft-take', 'the page is not moved at the beginning of a visit');
  assert.equal(await s.read(NAME), '');
  await s.click('draft-take');
  await status(s, 'Đã mở bản nháp');
  assert.equal(await s.read(NAME), 'Chi bộ thôn Thái An');
  assert.deepEqual(s.errors(), []);
}));

test('“Xong” after a file deletes the draft and empties the form', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ csp: EVAL });
  await s.type(NAME, 'Chi bộ');
  await s.download('save');
  await s.form().locator('[data-action=done]').waitFor();
  await s.type(NAME, 'Chi bộ thôn');
  await s.form().locator('[data-action=done]').waitFor({ state: 'hidden' });
  await s.download('save');
  await s.form().locator('[data-action=done]').waitFor();
  await s.click('done');
  await status(s, 'Đã xóa bản nháp trên máy này');
  assert.equal(await s.read(NAME), '');
  assert.deepEqual(await stored(s), []);
}));

test('drafts are listed with name and date, opened, deleted one by one and all together', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ csp: EVAL });
  for (const name of ['Mô hình thứ nhất', 'Mô hình thứ hai', 'Mô hình thứ ba']) {
    await s.click('step', { on: 'model', inside: '.steps' });
    await s.type('/model/name', name);
    await saved(s);
    await s.page.evaluate(() => document.querySelector('dvk-registration').reset());
  }
  await s.page.waitForTimeout(400);
  await s.click('shelf');
  const shown = await list(s);
  for (const name of ['Mô hình thứ nhất', 'Mô hình thứ hai', 'Mô hình thứ ba']) assert.ok(shown.includes(name), shown);
  assert.match(shown, /gõ lúc \d\d:\d\d.*giữ đến \d\d:\d\d/);
  await s.shot('shelf-1366', { full: true });
  const row = (name) => s.form().locator('.shelf li', { hasText: name });
  await row('Mô hình thứ nhất').locator('[data-action=draft-delete]').click();
  await asked(s, 'Mô hình thứ nhất');
  await s.click('keep-mine');
  assert.equal((await stored(s)).length, 3);
  await row('Mô hình thứ nhất').locator('[data-action=draft-delete]').click();
  await s.click('draft-delete-yes');
  await row('Mô hình thứ nhất').waitFor({ state: 'detached' });
  assert.equal((await stored(s)).length, 2);
  await row('Mô hình thứ hai').locator('[data-action=draft-open]').click();
  await status(s, 'Mô hình thứ hai');
  assert.equal((await record(s)).model.name, 'Mô hình thứ hai');
  await s.click('forget');
  assert.equal((await stored(s)).length, 2, 'two steps');
  await s.click('forget-yes');
  await status(s, 'Đã xóa dữ liệu trên máy này.');
  assert.deepEqual(await stored(s), []);
  assert.equal((await record(s)).model?.name ?? '', '');
  await s.reload();
  assert.equal(await s.read(NAME), '');
}));

test('reset, a record of the page and an opened file leave what was typed in the list', (t) => forEachBrowser(t, async (open) => {
  for (const drafts of ['session', 'off']) {
    const s = await open({ root: page(`drafts="${drafts}"`) });
    const typed = async (name) => { await s.type(NAME, name); await s.page.waitForTimeout(500); };
    await typed('Trước khi làm lại');
    await s.page.evaluate(() => document.querySelector('dvk-registration').reset());
    assert.equal(await s.read(NAME), '');
    await typed('Trước khi trang đặt phiếu');
    await s.page.evaluate(() => { document.querySelector('dvk-registration').record = { format: 'dvk-registration/1', id: '01890000-0000-7000-8000-000000000001', applicant: { name: 'Của trang' } }; });
    assert.equal(await s.read(NAME), 'Của trang');
    await typed('Trước khi mở tệp');
    await s.upload('open', { name: 'a.json', bytes: Buffer.from(JSON.stringify({ format: 'dvk-registration/1', id: '01890000-0000-7000-8000-000000000002', applicant: { name: 'Của tệp' } })), type: 'application/json' });
    await s.click('take-file');
    await status(s, 'a.json');
    await s.page.waitForTimeout(500);
    await s.click('shelf');
    await list(s);
    const rows = s.form().locator('.shelf li').filter({ has: s.page.locator('[data-action=draft-open]') });
    assert.equal(await rows.count(), 3, drafts);
    await rows.nth(0).locator('[data-action=draft-open]').click();
    await status(s, 'Đã mở bản nháp');
    assert.equal(await s.read(NAME), 'Trước khi mở tệp');
    assert.deepEqual(s.errors(), []);
  }
}));

test('a session draft lives 12 hours after the last key, on the minute', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ now: '2026-03-02T08:00:00+07:00' });
  await s.type(NAME, 'Chi bộ thôn Vĩnh Hy');
  await saved(s);
  await note(s, '08:00');
  await s.close({ keep: true });
  const before = await open({ storage: s.storage, now: '2026-03-02T19:59:00+07:00' });
  assert.equal(await before.read(NAME), 'Chi bộ thôn Vĩnh Hy');
  await before.close({ keep: true });
  const after = await open({ storage: s.storage, now: '2026-03-02T20:01:00+07:00', csp: EVAL });
  assert.equal(await after.read(NAME), '');
  assert.deepEqual(await stored(after), []);
}));

test('a draft of a device stays 30 days only when the person says so', (t) => forEachBrowser(t, async (open) => {
  const root = page('drafts="device"');
  const s = await open({ root, now: '2026-03-02T08:00:00+07:00', csp: EVAL });
  await s.type(NAME, 'Chi bộ thôn Vĩnh Hy');
  await saved(s);
  assert.equal((await stored(s))[0].until, Date.parse('2026-03-02T20:00:00+07:00'), 'not asked, not kept longer');
  await s.click('shelf');
  await list(s);
  await s.click('draft-long');
  await status(s, '01/04/2026');
  await s.close({ keep: true });
  const before = await open({ root, storage: s.storage, now: '2026-04-01T07:59:00+07:00' });
  assert.equal(await before.read(NAME), 'Chi bộ thôn Vĩnh Hy');
  await before.close({ keep: true });
  const after = await open({ root, storage: s.storage, now: '2026-04-01T08:01:00+07:00' });
  assert.equal(await after.read(NAME), '');
}));

test('“Máy dùng chung” keeps nothing, deletes what was kept, and stays so', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ csp: EVAL });
  await s.type(NAME, 'Người trước');
  await saved(s);
  await s.page.evaluate(() => document.querySelector('dvk-registration').reset());
  await s.type(NAME, 'Người sau');
  await s.page.waitForTimeout(600);
  assert.equal((await stored(s)).length, 2);
  const tick = s.form().locator('[data-action=shared]');
  await tick.click();
  await asked(s, 'sẽ xóa 1 bản nháp');
  assert.equal(await tick.isChecked(), false);
  await s.click('share-yes');
  await note(s, 'không được lưu');
  assert.deepEqual(await stored(s), []);
  assert.equal(await s.read(NAME), 'Người sau');
  await s.type(NAME, 'Người sau gõ tiếp');
  await s.page.waitForTimeout(600);
  assert.deepEqual(await stored(s), []);
  let warned = false;
  s.page.on('dialog', (dialog) => { warned ||= dialog.type() === 'beforeunload'; dialog.accept(); });
  await s.reload();
  assert.ok(warned, 'what is only on the screen is not left without a warning');
  assert.equal(await s.read(NAME), '');
  assert.equal(await tick.isChecked(), true);
  await tick.click();
  await status(s, 'lại được lưu');
  await s.type(NAME, 'Máy riêng');
  await saved(s);
}));

test('a broken draft and one of a newer version are kept, named in one sentence, and saved as they are', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ csp: EVAL });
  await s.type(NAME, 'Chi bộ');
  await saved(s);
  const newer = JSON.stringify({ format: 'dvk-registration/2', id: 'x', all: { new: 'Nội dung quý' } });
  await store(s, (drafts, _, [text]) => {
    drafts.clear();
    const [until, place] = [Date.now() + 3_600_000, 'song-lam-demo /index.html'];
    drafts.put({ id: 'newer', place, text, at: Date.now(), until }, 'newer');
    drafts.put({ id: 'cut', place, text: '{"format":"dvk-registration/1","applicant":{"name":"Chi b', at: Date.now(), until }, 'cut');
    drafts.put('not a draft', 'odd');
    drafts.put({ id: 'deep', place, text: `{"format":"dvk-registration/1","extra":${'['.repeat(70)}${']'.repeat(70)}}`, at: Date.now() - 1, until }, 'deep');
  }, [newer]);
  await s.page.evaluate(() => { document.querySelector('dvk-registration').remove(); });
  await s.reload();
  await status(s, 'phiên bản mới hơn');
  await s.type(NAME, 'Gõ được như thường');
  await saved(s);
  const file = await s.download('save');
  assert.ok(file.bytes.toString().includes('Gõ được như thường'));
  await s.click('shelf');
  const shown = await list(s);
  assert.match(shown, /phiên bản mới hơn/);
  assert.match(shown, /bị hỏng/);
  const raw = await s.download(() => s.form().locator('[data-action=draft-raw][data-on=newer]').click());
  assert.equal(raw.bytes.toString(), newer);
  assert.equal((await s.download(() => s.form().locator('[data-action=draft-raw][data-on=cut]').click())).bytes.toString(), '{"format":"dvk-registration/1","applicant":{"name":"Chi b');
  assert.equal((await s.download(() => s.form().locator('[data-action=draft-raw][data-on=odd]').click())).bytes.toString(), 'not a draft');
  assert.equal((await stored(s)).length, 5);
}));

test('blocked storage: the form works in a sandboxed frame, says so, and saves files', (t) => forEachBrowser(t, async (open) => {
  const root = page('');
  writeFileSync(join(root, 'frame.html'), '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Khung</title><iframe title="Biểu mẫu" sandbox="allow-scripts allow-downloads" src="index.html" width="1200" height="700"></iframe></html>');
  // An opaque origin may read the package only where the server lets it.
  const s = await open({ root, page: 'frame.html', ready: false, csp: null, cors: true });
  const frame = s.page.frameLocator('iframe');
  await frame.locator(`[data-path="${NAME}"]`).fill('Trong khung');
  await frame.locator('.note', { hasText: 'không cho lưu bản nháp' }).waitFor({ timeout: 5000 });
  const [file] = await Promise.all([s.page.waitForEvent('download'), frame.locator('[data-action=save]').click()]);
  assert.ok(readFileSync(await file.path(), 'utf8').includes('Trong khung'));
}));

test('a storage that never answers does not hold up the form', (t) => forEachBrowser(t, async (open) => {
  const root = scripted("indexedDB.open = () => ({}); BroadcastChannel.prototype.postMessage = () => { throw new Error('closed'); };");
  const s = await open({ root });
  await s.type(NAME, 'Gõ được');
  await note(s, 'không cho lưu bản nháp');
  const file = await s.download('save');
  assert.ok(file.bytes.toString().includes('Gõ được'));
}));

/** A page with a script before the form's. */
function scripted(source) {
  const root = page('');
  writeFileSync(join(root, 'before.js'), source);
  writeFileSync(join(root, 'index.html'), readFileSync(join(root, 'index.html'), 'utf8').replace('<script async', '<script src="before.js"></script><script async'));
  return root;
}

/** A page whose storage can be held busy, as by a slow disk: from the start by `?held=ms`, or by `hold(ms)`. */
const held = () => scripted(`
    window.hold = (ms) => new Promise((began) => {
      indexedDB.open('dvk').onsuccess = ({ target: { result } }) => {
        const until = Date.now() + ms, transaction = result.transaction('drafts', 'readwrite');
        const again = () => { if (Date.now() < until) transaction.objectStore('drafts').get('').onsuccess = again; };
        transaction.oncomplete = () => result.close();
        again();
        began();
      };
    });
    const ms = Number(new URLSearchParams(location.search).get('held'));
    if (ms) hold(ms);`);

test('a storage that is slow at the start: the draft is shown when it is there, or asked about', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root: held(), csp: EVAL });
  await s.type(NAME, 'Trước khi mất điện');
  await saved(s);
  const url = s.page.url();
  await s.go(`${url}?held=6000`);
  await note(s, 'không cho lưu bản nháp');
  await note(s, 'Đã mở lại bản nháp');
  assert.equal(await s.read(NAME), 'Trước khi mất điện');
  // Typed meanwhile: nothing is put in its place unasked, and both are kept.
  await s.go(`${url}?held=6000`);
  await s.type(NAME, 'Gõ trong lúc chờ');
  await asked(s, 'còn bản nháp');
  assert.equal(await s.read(NAME), 'Gõ trong lúc chờ');
  await note(s, 'đã lưu trên máy này lúc');
  assert.deepEqual((await stored(s)).map((draft) => JSON.parse(draft.text).applicant.name).sort(), ['Gõ trong lúc chờ', 'Trước khi mất điện']);
  await s.click('draft-take');
  await status(s, 'Đã mở bản nháp');
  assert.equal(await s.read(NAME), 'Trước khi mất điện');
  assert.equal((await stored(s)).length, 2);
}));

test('a storage that refuses at the start is asked again', (t) => forEachBrowser(t, async (open) => {
  // As where another process of the browser still holds the files: the first opening fails.
  const root = scripted("const opened = indexedDB.open.bind(indexedDB); let first = location.search === '?refuse'; indexedDB.open = (...given) => { if (!first) return opened(...given); first = false; throw new DOMException('held', 'UnknownError'); };");
  const s = await open({ root, csp: EVAL });
  await s.type(NAME, 'Còn đó');
  await saved(s);
  await s.go(`${s.page.url()}?refuse`);
  await note(s, 'Đã mở lại bản nháp');
  assert.equal(await s.read(NAME), 'Còn đó');
}));

test('a draft that can be read and not written on is shown, and goes on as another', (t) => forEachBrowser(t, async (open) => {
  const root = scripted("const put = IDBObjectStore.prototype.put; let first = location.search === '?stuck'; IDBObjectStore.prototype.put = function (...given) { if (!first) return put.apply(this, given); first = false; throw new DOMException('disk', 'UnknownError'); };");
  const s = await open({ root, csp: EVAL });
  await s.type(NAME, 'Đọc được');
  await saved(s);
  await s.go(`${s.page.url()}?stuck`);
  await note(s, 'Đã mở lại bản nháp');
  assert.equal(await s.read(NAME), 'Đọc được');
  await s.type(NAME, 'Đọc được, gõ tiếp');
  await saved(s);
  assert.deepEqual((await stored(s)).map((draft) => JSON.parse(draft.text).applicant.name).sort(), ['Đọc được', 'Đọc được, gõ tiếp']);
}));

/** The names of the models that are stored, as soon as they are these: nobody presses another key meanwhile. */
async function storedNames(s, ...names) {
  const until = Date.now() + 15_000;
  for (;;) {
    const found = (await stored(s)).map((draft) => JSON.parse(draft.text).applicant.name);
    if (JSON.stringify(found) === JSON.stringify(names)) return;
    if (Date.now() > until) assert.deepEqual(found, names);
    await s.page.waitForTimeout(200);
  }
}

test('a slow write is told as not kept, and as kept when it is there after all', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root: held(), csp: EVAL });
  await s.type(NAME, 'Đĩa chậm');
  await saved(s);
  await s.page.evaluate(() => window.hold(6000));
  await s.type(NAME, 'Đĩa chậm, chữ');
  // The write of these letters is under way and hangs; the ones after them wait behind it.
  await s.page.waitForTimeout(600);
  await s.press('End');
  await s.page.keyboard.insertText(' cuối');
  await note(s, 'không cho lưu bản nháp');
  await note(s, 'đã lưu trên máy này lúc');
  await storedNames(s, 'Đĩa chậm, chữ cuối');
}));

test('a storage that refuses a write is asked again, without another key', (t) => forEachBrowser(t, async (open) => {
  const root = scripted("const put = IDBObjectStore.prototype.put; window.refuse = 0; IDBObjectStore.prototype.put = function (...given) { if (window.refuse-- > 0) throw new DOMException('disk', 'UnknownError'); return put.apply(this, given); };");
  const s = await open({ root, csp: EVAL });
  await s.page.evaluate(() => { window.refuse = 2; });
  await s.type(NAME, 'Chữ cuối');
  await note(s, 'không cho lưu bản nháp');
  await storedNames(s, 'Chữ cuối');
  await note(s, 'đã lưu trên máy này lúc');
}));

// What was refused may have left half a record in the log of Chromium, as a full disk does.
test('after a write that was refused a new log is begun before the next one', (t) => forEachBrowser(t, async (open) => {
  const root = scripted(`
    window.refuse = 0;
    window.done = [];
    const put = IDBObjectStore.prototype.put, open = indexedDB.open.bind(indexedDB);
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'drafts') done.push(refuse > 0 ? 'refused' : 'put');
      if (this.name === 'drafts' && refuse-- > 0) throw new DOMException('disk', 'QuotaExceededError');
      return put.apply(this, given);
    };
    indexedDB.open = (name, ...given) => { if (name === 'dvk-log') done.push('log'); return open(name, ...given); };`);
  const s = await open({ root, csp: EVAL });
  await s.type(NAME, 'Trước');
  await saved(s);
  assert.equal((await s.page.evaluate('done'))[0], 'log', 'at the start, before the first write');
  await s.page.evaluate(() => { window.refuse = 1; window.done = []; });
  await s.type(NAME, 'Sau');
  await storedNames(s, 'Sau');
  const done = await s.page.evaluate('done');
  assert.deepEqual([done[0], done[1], done[2]], ['refused', 'log', 'put'], done.join());
}));

test('a file that is opened while the storage refuses stays, and so does the draft that was there', (t) => forEachBrowser(t, async (open) => {
  const root = scripted("const opened = indexedDB.open.bind(indexedDB); window.refuses = location.search === '?refuse'; indexedDB.open = (...given) => { if (!window.refuses) return opened(...given); throw new DOMException('held', 'UnknownError'); };");
  const s = await open({ root, csp: EVAL });
  await s.type(NAME, 'Nháp cũ');
  await saved(s);
  await s.go(`${s.page.url()}?refuse`);
  const record = { format: 'dvk-registration/1', id: '01999999-0000-7000-8000-0000000000f1', applicant: { name: 'Từ tệp' } };
  await s.upload('open', { name: 'phieu.json', bytes: Buffer.from(JSON.stringify(record)), type: 'application/json' });
  await status(s, 'Đã mở tệp phieu.json');
  await s.page.evaluate(() => { window.refuses = false; });
  await s.type(NAME, 'Từ tệp, gõ tiếp');
  await storedNames(s, 'Nháp cũ', 'Từ tệp, gõ tiếp');
  assert.equal(await s.read(NAME), 'Từ tệp, gõ tiếp');
}));

test('a full storage is told at once, and what was kept before stays', async (t) => {
  const [browser] = await browsers();
  if (browser.name !== 'chromium') return t.skip('needs the current Chromium: 109 lets a put pass its quota');
  const root = page('');
  writeFileSync(join(root, 'early.html'), '<!DOCTYPE html><title>Trước</title>');
  for (const quotaSize of [1, 12_000, 18_000]) {
    const s = await start({ browser, csp: EVAL, root, page: 'early.html', ready: false });
    try {
      // Chromium looks at the quota when it first writes, so it is set before; by DevTools, for `estimate()` goes on telling of gigabytes.
      const devtools = await s.page.context().newCDPSession(s.page);
      const { origin } = new URL(s.page.url());
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
      await s.page.goto(`${origin}/index.html`);
      await s.click('step', { on: 'model', inside: '.steps' });
      if (quotaSize > 1) {
        await s.type(NEED, 'Đã giữ');
        await saved(s);
        await s.page.waitForTimeout(600);
      }
      let long = '';
      while (long.length < 19_000) long += ` ${Math.random().toString(36)}`;
      if (quotaSize === 1) await s.type(NEED, 'Đã giữ');
      await s.press('End');
      await s.write(`, không còn chỗ${long}`, 'paste');
      await note(s, 'hết chỗ lưu');
      assert.deepEqual((await stored(s)).map((draft) => JSON.parse(draft.text).model.need), quotaSize > 1 ? ['Đã giữ'] : [], 'what was kept before stays');
      assert.ok((await s.page.evaluate(() => document.querySelector('dvk-registration').record)).model.need.startsWith('Đã giữ, không còn chỗ'));
      const file = await s.download('save');
      assert.ok(file.bytes.toString().includes('không còn chỗ'), 'a file always works');
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      await s.type(NEED, 'Lại có chỗ');
      await saved(s);
      await s.page.waitForTimeout(600);
      assert.equal(JSON.parse((await stored(s))[0].text).model.need, 'Lại có chỗ');
    } finally {
      await s.close();
    }
  }
  return undefined;
});

test('drafts of an earlier form of the store come back', (t) => forEachBrowser(t, async (open) => {
  const root = page('');
  writeFileSync(join(root, 'early.html'), '<!DOCTYPE html><title>Trước</title>');
  const s = await open({ root, page: 'early.html', ready: false });
  await s.page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('dvk', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('drafts').put({ text: JSON.stringify({ format: 'dvk-registration/1', id: 'x', applicant: { name: 'Từ bản trước' } }), at: Date.now(), until: Date.now() + 3_600_000 }, ' /index.html');
    request.onsuccess = () => { request.result.close(); resolve(undefined); };
  }));
  await s.page.goto(s.page.url().replace('early.html', 'index.html'));
  await note(s, 'Đã mở lại bản nháp');
  assert.equal(await s.read(NAME), 'Từ bản trước');
}));

test('no box asks for a citizen id', () => {
  const fields = readFileSync(fileURLToPath(new URL('../../src/record/fields.rs', import.meta.url)), 'utf8');
  assert.ok(fields.includes('/applicant/name') && !/citizen_?id|identity|cccd|personal_?id/i.test(fields));
});
