// The editions in one file: the script under a policy that allows no request at all, and the page from a disk. The main job in both.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { forEachBrowser } from './harness.mjs';
import { driverOf, mainJob } from './main-job.mjs';

const PKG = fileURLToPath(new URL('../../pkg', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'dvk-editions-'));
after(() => rmSync(root, { recursive: true, force: true }));
const PORTAL = JSON.stringify({ format: 'dvk-portal/1', id: 'thu', name: 'Cổng thử', recipient: ['Ban Dân vận'] });

test('dvk.single.js: the main job where the page may ask for nothing', (t) => forEachBrowser(t, async (open) => {
  writeFileSync(join(root, 'one.html'), `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Một tệp</title><dvk-registration portal='${PORTAL}' guideline="hau-giang-2014"><p>Liên hệ</p></dvk-registration><div class="dvk-registration"></div><script async src="/dvk/dvk.single.js"></script>`);
  const s = await open({ root, page: 'one.html', csp: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'" });
  assert.equal(await s.page.evaluate(async () => (await document.querySelector('dvk-registration').check()).guideline.id), 'hau-giang-2014', 'a guideline that it carries');
  writeFileSync(join(root, 'two.html'), `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Một tệp</title><dvk-registration portal='${PORTAL}'></dvk-registration><script async src="/dvk/dvk.single.js"></script>`);
  await mainJob(driverOf(s), new URL('two.html', s.page.url()).href, root);
  const word = await s.page.evaluate(async () => {
    const made = new Promise((done) => document.addEventListener('dvk-export', ({ detail }) => done(detail.fileName), { once: true }));
    await document.querySelector('dvk-registration').docx();
    return made;
  });
  assert.match(word, /\.docx$/);
  const paths = [...new Set(s.server.requests.map(({ url }) => url))].filter((url) => url !== '/favicon.ico').sort();
  assert.deepEqual(paths, ['/dvk/dvk.single.js', '/one.html', '/two.html']);
  assert.deepEqual(s.errors(), []);
}));

test('dang-ky.html: the main job from a disk, without a network', (t) => forEachBrowser(t, async (open) => {
  const folder = mkdtempSync(join(root, 'USB của cơ quan '));
  copyFileSync(join(PKG, 'dang-ky.html'), join(folder, 'dang-ky.html'));
  const s = await open({ root: PKG, page: 'LICENSE', csp: null, ready: false });
  await s.page.context().setOffline(true);
  const url = pathToFileURL(join(folder, 'dang-ky.html')).href;
  await mainJob(driverOf(Object.assign(s, { setting: { ...s.setting, ready: true } })), url, folder);
  assert.match(await s.page.title(), /Đăng ký mô hình “Dân vận khéo”/);
  const asked = (await s.requests()).filter((one) => !one.url.endsWith('/LICENSE') && !one.url.endsWith('/favicon.ico') && !/^(data|blob):/.test(one.url));
  assert.deepEqual([...new Set(asked.map((one) => one.url))], [url]);
  assert.deepEqual(s.errors(), []);
  await s.shot('dang-ky-1366', { full: true });
}));
