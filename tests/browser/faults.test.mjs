// What a bad network does: the fallback stays, the webmaster is told why, the officer can try again, nothing that is typed is lost, no rejection is unhandled.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { forEachBrowser } from './harness.mjs';

const root = mkdtempSync(join(tmpdir(), 'dvk-faults-'));
after(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(join(root, 'portal.json'), JSON.stringify({ format: 'dvk-portal/1', id: 'thu', name: 'Cổng thử', recipient: ['Ban Dân vận'] }));
writeFileSync(join(root, 'index.html'), `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Trang thử</title></head><body>
  <script src="/hears.js"></script><dvk-registration portal="portal.json" drafts="off"><p id="fallback">Liên hệ cấp ủy</p></dvk-registration><script async src="/dvk/dvk.js"></script></body></html>`);
writeFileSync(join(root, 'hears.js'), "window.heard = []; document.addEventListener('dvk-error', ({ detail: { error } }) => window.heard.push({ why: error.why, message: error.message }));");

const cut = (share) => (body) => body.subarray(0, Math.floor(body.length * share));
const changed = (body) => { const other = Buffer.from(body); other[other.length - 40] ^= 1; return other; };

/** Before the form is there. `why`: what the page's event and the console say; nothing when the form comes all the same. @type {[name: string, file: string, fault: import('./server.mjs').Fault, why: string | number | undefined, said?: RegExp][]} */
const BEFORE = [
  ['element.js is not there', '/dvk/element.js', { status: 404 }, 404, /«element\.js».*404/],
  ['the server fails', '/dvk/element.js', { status: 503 }, 503, /503/],
  ['element.js under a wrong MIME type', '/dvk/element.js', { type: 'text/plain' }, 'import', /MIME/],
  ['element.js cut off', '/dvk/element.js', { change: cut(0.6) }, 'hash', /khác phiên bản/],
  ['element.js of another version', '/dvk/element.js', { change: changed }, 'hash', /chép lại cả thư mục/],
  ['the connection is reset', '/dvk/element.js', { reset: true }, 'network', /không kết nối được/],
  ['dvk-form.wasm is not there', '/dvk/dvk-form.wasm', { status: 404 }, 404, /«dvk-form\.wasm».*404/],
  ['dvk-form.wasm cut off by the server', '/dvk/dvk-form.wasm', { change: cut(0.5) }, 'hash', /«dvk-form\.wasm»/],
  ['dvk-form.wasm cut off on the way', '/dvk/dvk-form.wasm', { cut: 90_000 }, 'network', /«dvk-form\.wasm»/],
  ['dvk-form.wasm under a wrong MIME type', '/dvk/dvk-form.wasm', { type: 'text/plain' }, undefined],
  ['dvk-form.wasm without a MIME type', '/dvk/dvk-form.wasm', { type: '' }, undefined],
  ['a slow line', '/dvk/dvk-form.wasm', { late: 2_500 }, undefined],
];

const formThere = (s) => s.page.waitForFunction(() => document.querySelector('dvk-registration').shadowRoot?.querySelector('[data-path]'));
const fallback = (s) => s.page.locator('#fallback').isVisible();
const unhandled = (s) => s.errors().filter((one) => one.startsWith('page:'));

for (const [name, file, fault, why, said] of BEFORE) {
  test(name, (t) => forEachBrowser(t, async (open) => {
    let broken = true;
    const s = await open({ root, ready: false, fault: (path) => (broken && path === file ? fault : undefined) });
    if (why === undefined) {
      if (fault.late) {
        await s.page.waitForFunction(() => customElements.get('dvk-registration'));
        assert.ok(await fallback(s), 'the fallback is there meanwhile');
      }
      await formThere(s);
      assert.deepEqual(await s.page.evaluate(() => window.heard), []);
      assert.deepEqual(s.errors(), []);
      return;
    }
    const again = s.page.getByRole('button', { name: 'Thử lại' });
    await again.waitFor();
    assert.ok(await fallback(s), 'the fallback is there');
    const heard = await s.page.evaluate(() => window.heard);
    assert.deepEqual(heard.map((one) => one.why), [why], JSON.stringify(heard));
    assert.match(heard[0].message, said);
    assert.ok(s.errors().some((one) => one.startsWith('console: dvk:') && said.test(one)), s.errors().join('\n'));
    // Once more while it is still broken: one line, not two.
    await again.click();
    await s.page.waitForFunction(() => window.heard.length === 2);
    await again.waitFor();
    assert.equal(await again.count(), 1);
    broken = false;
    await again.click();
    await formThere(s);
    assert.ok(!(await fallback(s)), 'the form is in the place of the fallback');
    assert.equal(await again.count(), 0);
    await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
    assert.equal(await s.read('/applicant/name'), 'Chi bộ thôn Vĩnh Hy');
    assert.deepEqual(unhandled(s), []);
  }));
}

test('the folder goes away after the loader: the loader itself offers to try again', (t) => forEachBrowser(t, async (open) => {
  let broken = true;
  const s = await open({ root, ready: false, fault: (path) => (broken && /dvk-form|failed/.test(path) ? { reset: true } : undefined) });
  const again = s.page.getByRole('button', { name: 'Thử lại' });
  await again.waitFor();
  assert.ok(await fallback(s));
  broken = false;
  await again.click();
  await formThere(s);
  assert.equal(await again.count(), 0);
  assert.deepEqual(unhandled(s), []);
}));

test('another version in the browser’s cache is passed by, unseen', (t) => forEachBrowser(t, async (open) => {
  let times = 0;
  const s = await open({ root, ready: false, fault: (path) => (path === '/dvk/element.js' && (times += 1) === 1 ? { change: changed } : undefined) });
  await formThere(s);
  assert.deepEqual(await s.page.evaluate(() => window.heard), []);
  assert.ok(times > 1);
}));

test('a portal file that is not there: a form without it, and the webmaster is told', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root, ready: false, fault: (path) => (path === '/portal.json' ? { status: 404 } : undefined) });
  await formThere(s);
  assert.match((await s.page.evaluate(() => window.heard))[0].message, /portal.*404/);
  assert.deepEqual(unhandled(s), []);
}));

for (const [name, file, fault] of [
  ['the engine is not there', '/dvk/dvk.wasm', { status: 404 }], ['the engine is cut off', '/dvk/dvk.wasm', { change: cut(0.5) }], ['the API is not there', '/dvk/index.js', { status: 404 }], ['its glue is of another version', '/dvk/core.js', { change: changed }],
]) {
  test(`${name}: what is typed stays, and a second try works`, (t) => forEachBrowser(t, async (open) => {
    let broken = true;
    const s = await open({ root, ready: false, fault: (path) => (broken && path === file ? fault : undefined) });
    await formThere(s);
    await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
    await s.page.waitForFunction(() => window.heard.length > 0);
    await s.form().locator('.status', { hasText: 'Phần kiểm tra chưa tải được' }).waitFor();
    await s.click('check');
    await s.form().locator('.status', { hasText: 'Phần kiểm tra chưa tải được' }).waitFor();
    // What stands there can be taken along all the same.
    const saved = await s.download('save');
    assert.equal(JSON.parse(saved.bytes.toString()).applicant.name, 'Chi bộ thôn Vĩnh Hy');
    assert.equal(await s.read('/applicant/name'), 'Chi bộ thôn Vĩnh Hy');
    broken = false;
    await s.click('check');
    await s.form().locator('.summary [data-on]').first().waitFor();
    assert.doesNotMatch(await s.text('.status'), /chưa tải được/);
    assert.equal(await s.read('/applicant/name'), 'Chi bộ thôn Vĩnh Hy');
    assert.deepEqual(unhandled(s), []);
  }));
}

test('offline after the form is there: checking goes on; PDF says so, and works when the line is back', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root, ready: false });
  await formThere(s);
  await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  await s.page.evaluate(() => document.querySelector('dvk-registration').ready);
  await s.page.context().setOffline(true);
  await s.click('check');
  await s.form().locator('.summary [data-on]').first().waitFor();
  const saved = await s.page.evaluate(async () => {
    const made = new Promise((done) => document.addEventListener('dvk-export', ({ detail }) => done(detail.blob.text()), { once: true }));
    await document.querySelector('dvk-registration').save();
    return made;
  });
  assert.equal(JSON.parse(saved).applicant.name, 'Chi bộ thôn Vĩnh Hy', 'a file needs no network');
  await s.click('step', { on: 'review', inside: '.steps' });
  await s.click('pdf');
  await s.form().locator('.ask', { hasText: /PDF/ }).filter({ visible: true }).waitFor();
  await s.page.context().setOffline(false);
  assert.match((await s.download('pdf')).name, /\.pdf$/);
  assert.deepEqual(unhandled(s), []);
}));
