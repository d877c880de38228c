// What is kept outlives what a machine does to it between two visits: a write cut off by a kill, a clock that was behind, a portal file that did not come.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';

const NAME = '/applicant/name';
const portal = { format: 'dvk-portal/1', id: 'mot', name: 'Một', recipient: ['Đảng ủy'] };

function site(attributes = '', head = '') {
  const root = mkdtempSync(join(tmpdir(), 'dvk-torn-'));
  writeFileSync(join(root, 'portal.json'), JSON.stringify(portal));
  writeFileSync(join(root, 'index.html'), `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Thử</title>${head}<dvk-registration drafts="session" ${attributes}></dvk-registration><script async src="dvk/dvk.js"></script></html>`);
  return root;
}

/** Types into the name and waits until the draft in the store says so. */
async function keep(s, text) {
  await s.type(NAME, text);
  await s.page.evaluate(async (expected) => {
    const database = await new Promise((resolve) => { indexedDB.open('dvk').onsuccess = ({ target }) => resolve(target.result); });
    const drafts = () => new Promise((resolve) => { database.transaction('drafts').objectStore('drafts').getAll().onsuccess = ({ target }) => resolve(target.result); });
    while (!(await drafts()).some((draft) => JSON.parse(draft.text).applicant?.name === expected)) await new Promise((resolve) => setTimeout(resolve, 50));
    database.close();
  }, text);
}

/** Waits until the name is there; gives what is there after ten seconds. */
async function found(s, text) {
  const box = (await s.at(NAME)).first();
  for (let tries = 0; tries < 100 && await box.inputValue() !== text; tries += 1) await s.page.waitForTimeout(100);
  return box.inputValue();
}

/** The log in which Chromium writes what IndexedDB keeps. */
function log(storage) {
  const folder = join(storage.dir, 'Default/IndexedDB');
  const database = join(folder, readdirSync(folder).find((name) => name.endsWith('.leveldb')));
  return join(database, readdirSync(database).filter((name) => name.endsWith('.log')).sort().at(-1));
}

// Chromium passes over half a record at the end of its log once, writes on behind it, and throws everything away at the start after that.
test('a write that a kill cut off: the draft is there at the next start, and at the one after', (t) => forEachBrowser(t, async (open) => {
  const root = site();
  let s = await open({ root, csp: null });
  for (let n = 0; n < 6; n += 1) await keep(s, `Tổ dân phố số ${n}`);
  await s.kill();
  await s.close({ keep: true });
  const file = log(s.storage);
  truncateSync(file, statSync(file).size - 60);
  for (let start = 1; start <= 3; start += 1) {
    s = await open({ root, csp: null, storage: s.storage });
    const text = await found(s, start === 1 ? 'Tổ dân phố số 5' : `Lần ${start - 1}`);
    // What was cut off is lost; what was kept before it is not.
    assert.match(text, start === 1 ? /^Tổ dân phố số [45]$/ : new RegExp(`^Lần ${start - 1}$`), `start ${start}`);
    await keep(s, `Lần ${start}`);
    await s.kill();
    await s.close({ keep: start < 3 });
  }
}));

// What the system only was handed is lost when the power goes; a write onto the disk takes along what was written before it.
test('a power cut: what is typed is on the disk two seconds later, also while it is being typed', (t) => forEachBrowser(t, async (open) => {
  const listening = `<script>
    const transaction = IDBDatabase.prototype.transaction;
    window.written = [];
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const made = transaction.call(this, stores, mode, options);
      if (mode === 'readwrite') made.addEventListener('complete', () => window.written.push({ at: Date.now(), onDisk: options?.durability === 'strict', stores: [stores].flat() }));
      return made;
    };
  </script>`;
  const s = await open({ root: site('', listening), csp: null });
  // Longer than the two seconds, a key every 150 ms.
  await (await s.at(NAME)).first().pressSequentially('Chi bộ thôn Vĩnh Hy, xã Vĩnh Hải', { delay: 150 });
  await s.page.waitForTimeout(3000);
  const written = await s.page.evaluate(() => window.written);
  const [drafts, onDisk] = [written.filter(({ stores }) => stores.includes('drafts')), written.filter((one) => one.onDisk)];
  assert.ok(drafts.length > 4 && onDisk.length > 2 && onDisk.length < drafts.length, JSON.stringify(written));
  for (const { at } of drafts) assert.ok(onDisk.some((one) => one.at >= at && one.at <= at + 3000), `${at}: ${JSON.stringify(written)}`);
}));

test('typed while the clock was years behind: there when it is set right', (t) => forEachBrowser(t, async (open) => {
  const root = site();
  let s = await open({ root, csp: null, now: '2020-01-01T00:05:00+07:00' });
  await keep(s, 'Chi bộ thôn Vĩnh Hy');
  await s.close({ keep: true });
  s = await open({ root, csp: null, storage: s.storage, now: '2026-03-02T08:00:00+07:00' });
  assert.equal(await found(s, 'Chi bộ thôn Vĩnh Hy'), 'Chi bộ thôn Vĩnh Hy');
  await s.close({ keep: true });
  // Its hours have begun: a day later it is gone like any other.
  s = await open({ root, csp: null, storage: s.storage, now: '2026-03-03T09:00:00+07:00' });
  await s.page.waitForTimeout(1000);
  assert.equal(await (await s.at(NAME)).first().inputValue(), '');
}));

test('a clock that stays behind: a draft ends as it should', (t) => forEachBrowser(t, async (open) => {
  const root = site();
  let s = await open({ root, csp: null, now: '2025-05-01T08:00:00+07:00' });
  await keep(s, 'Chi bộ thôn Vĩnh Hy');
  await s.close({ keep: true });
  s = await open({ root, csp: null, storage: s.storage, now: '2025-05-01T21:00:00+07:00' });
  await s.page.waitForTimeout(1000);
  assert.equal(await (await s.at(NAME)).first().inputValue(), '');
}));

test('the portal’s file does not come once: what was typed before, and then, is found', (t) => forEachBrowser(t, async (open) => {
  let broken = false;
  const s = await open({ root: site('portal="portal.json"'), csp: null, fault: (path) => (broken && path.endsWith('portal.json') ? { status: 503 } : undefined) });
  await keep(s, 'Trước');
  broken = true;
  await s.reload();
  // Of which portal the form is, it does not know now: it asks.
  await s.click('Mở bản nháp');
  assert.equal(await found(s, 'Trước'), 'Trước');
  await keep(s, 'Trong lúc thiếu tệp cổng');
  broken = false;
  await s.reload();
  await s.form().locator('.ask, .step').first().waitFor();
  if (await s.form().locator('.ask').isVisible()) await s.click('Mở bản nháp');
  assert.equal(await found(s, 'Trong lúc thiếu tệp cổng'), 'Trong lúc thiếu tệp cổng');
}));
