// The loader on pages as they are: three placeholders, now and later, twice, two versions, moved, removed, far below, with any base, put in by a script.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { forEachBrowser } from './harness.mjs';

const PKG = fileURLToPath(new URL('../../pkg', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'dvk-loader-'));
after(() => rmSync(root, { recursive: true, force: true }));

const PORTAL = JSON.stringify({ format: 'dvk-portal/1', id: 'thu', name: 'Cổng thử', recipient: ['Ban Dân vận'] });
writeFileSync(join(root, 'portal.json'), PORTAL);
const TAG = '<script async src="/dvk/dvk.js"></script>';

/** A page of the portal. @returns {string} its name */
let pages = 0;
function page(body, head = '') {
  const name = `p${pages += 1}.html`;
  writeFileSync(join(root, name), `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Trang thử</title>${head}</head><body>${body}</body></html>`);
  return name;
}

const started = (s, count = 1) => s.page.waitForFunction((least) => {
  let forms = 0;
  for (const one of document.querySelectorAll('dvk-registration')) if (one.shadowRoot?.querySelector('[data-path]')) forms += 1;
  return forms >= least;
}, count);
const scripts = (s) => s.server.requests.filter(({ url, status }) => url.startsWith('/dvk/element.js') && status === 200).length;
const globals = (s) => s.page.evaluate(() => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const usual = new Set(Reflect.ownKeys(frame.contentWindow));
  frame.remove();
  return Reflect.ownKeys(window).filter((name) => !usual.has(name) && !/^(__playwright|__pw|cdc_|\d+$)/.test(String(name))).map(String);
});

test('element, div and link become forms; what they set arrives, what was in them stays as fallback', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root, ready: false, page: page(`
    <dvk-registration portal="portal.json" id="one"><p>Liên hệ</p></dvk-registration>
    <div class="dvk-registration" data-portal='${PORTAL}' data-year="2031" id="two"><p>Liên hệ hai</p></div>
    <p><a class="dvk-registration" href="portal.json?drafts=off&amp;year=2032" id="three">Bản đăng ký</a></p>${TAG}`) });
  await started(s, 3);
  const seen = await s.page.evaluate(() => [...document.querySelectorAll('dvk-registration')].map((one) => ({
    portal: one.getAttribute('portal')?.replace(location.origin, '').slice(0, 22), year: one.record.period.from, drafts: one.getAttribute('drafts'), inside: one.textContent.trim(), style: one.getAttribute('style'),
  })));
  assert.deepEqual(seen, [
    { portal: 'portal.json', year: seen[0].year, drafts: null, inside: 'Liên hệ', style: null },
    { portal: '{"format":"dvk-portal/', year: 2031, drafts: null, inside: 'Liên hệ hai', style: null },
    { portal: '/portal.json?drafts=of', year: 2032, drafts: 'off', inside: 'Bản đăng ký', style: null },
  ]);
  // A click in a form that stands in a link stays on the page.
  await s.page.locator('#three [data-path="/applicant/name"]').click();
  assert.equal(await s.page.evaluate(() => location.search + document.querySelector('#three').hasAttribute('href')), 'false');
  assert.equal(await s.page.locator('#two').getAttribute('style'), null, 'the kept room is given back');
  assert.deepEqual(await globals(s), ['dvk']);
  assert.equal(await s.page.evaluate(() => window.dvk.version), JSON.parse(readFileSync(join(PKG, 'package.json'), 'utf8')).version);
  assert.equal(scripts(s), 1);
  assert.deepEqual(s.errors(), []);
}));

test('placeholders that come later, with the script twice', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root, ready: false, page: page(`<h1>Trang</h1>${TAG}${TAG}<script src="/dvk/dvk.js?2"></script>`) });
  await s.page.waitForFunction(() => window.dvk);
  await s.page.waitForTimeout(300);
  assert.equal(scripts(s), 0, 'a page without a placeholder loads nothing more');
  for (const [html, count] of [['<div class="dvk-registration"></div>', 1], ['<a class="dvk-registration" href="portal.json">x</a>', 2], ['<dvk-registration></dvk-registration>', 3]]) {
    await s.page.evaluate((given) => document.body.insertAdjacentHTML('beforeend', given), html);
    await started(s, count);
  }
  // The content system writes the same div anew, then copies one that is a form already.
  await s.page.evaluate(() => { document.body.append(document.querySelector('div.dvk-registration').cloneNode(true)); });
  await started(s, 4);
  assert.equal(await s.page.locator('dvk-registration').count(), 4);
  assert.equal(scripts(s), 1);
  assert.deepEqual(s.errors(), []);
}));

test('a placeholder far below loads when it comes near, one in a hidden part when that is shown', (t) => forEachBrowser(t, async (open) => {
  const far = page(`<style>.gap { height: 9000px } .off { display: none }</style><p>Trên</p><div class="off"><dvk-registration id="hid"></dvk-registration></div><div class="gap"></div><dvk-registration id="far"><p>Liên hệ</p></dvk-registration><p id="below">Dưới</p>${TAG}`);
  const s = await open({ root, csp: null, ready: false, page: far });
  await s.page.waitForFunction(() => window.dvk);
  await s.page.waitForTimeout(400);
  assert.equal(scripts(s), 0);
  await s.page.evaluate(() => { document.querySelector('#far').scrollIntoView(); });
  await started(s, 1);
  await s.page.evaluate(() => { document.querySelector('.off').className = ''; });
  await s.page.locator('#hid [data-path="/applicant/name"]').waitFor();
  assert.deepEqual(s.errors(), []);
}));

test('addresses: <base href>, a script put in by a script, a folder elsewhere, a shadow root of the page', (t) => forEachBrowser(t, async (open) => {
  const based = await open({ root, ready: false, page: page(`<dvk-registration></dvk-registration>${TAG}`, '<base href="/xa/lac/">') });
  await started(based);
  assert.deepEqual(based.errors(), []);
  const put = await open({ root, csp: null, ready: false, page: page(`<div id="host"></div><script>
    const inner = document.querySelector('#host').attachShadow({ mode: 'open' });
    inner.append(document.createElement('dvk-registration'));
    const script = document.createElement('script');
    script.src = '/dvk/dvk.js';
    document.head.append(script);</script>`) });
  await put.page.locator('#host [data-path="/applicant/name"]').waitFor();
  assert.deepEqual(put.errors(), []);
}));

test('two versions on a page: the second leaves the first alone and says so; a page that calls something else dvk keeps it', (t) => forEachBrowser(t, async (open) => {
  const other = join(root, 'khac');
  cpSync(PKG, other, { recursive: true });
  for (const file of ['dvk.js', 'element.js']) writeFileSync(join(other, file), readFileSync(join(other, file), 'utf8').replaceAll('"0.1.0"', '"9.9.9"').replaceAll('`0.1.0`', '`9.9.9`'));
  const s = await open({ root, ready: false, page: page('') });
  const said = [];
  s.page.on('console', (message) => said.push(message.text()));
  await s.go(new URL(page('<dvk-registration></dvk-registration><div class="dvk-registration"></div><script src="/dvk/dvk.js"></script><script src="/khac/dvk.js"></script>'), s.page.url()).href);
  await started(s, 2);
  assert.deepEqual(await s.page.evaluate(() => [window.dvk.version, customElements.get('dvk-registration').version]), ['0.1.0', '0.1.0']);
  assert.equal(s.server.requests.filter(({ url }) => url.startsWith('/khac/element.js')).length, 0);
  assert.match(said.join('\n'), /đã có phiên bản 0\.1\.0 .*bản 9\.9\.9 .*không được dùng/);
  assert.deepEqual(s.errors().filter((one) => !/phiên bản|ERR_ABORTED/.test(one)), []);

  const foreign = await open({ root, csp: null, ready: false, page: page(`<script>var dvk = { cua: 'trang' };</script><dvk-registration></dvk-registration>${TAG}`) });
  await started(foreign);
  assert.deepEqual(await foreign.page.evaluate(() => window.dvk), { cua: 'trang' });
}));

test('moved and taken out: nothing typed is lost, and nothing is held on to', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root, page: page(`<div id="a"><dvk-registration drafts="off"></dvk-registration></div><div id="b"></div>${TAG}`) });
  const name = 'Chi bộ thôn Vĩnh Hy';
  await s.type('/applicant/name', name);
  await s.page.evaluate(() => { document.querySelector('#b').append(document.querySelector('dvk-registration')); });
  assert.equal(await s.read('/applicant/name'), name, 'moved');
  // Out for longer than a move takes: it gives its memory back, and answers and comes back as it was.
  await s.page.evaluate(() => { window.kept = document.querySelector('dvk-registration'); window.kept.remove(); });
  await s.page.waitForTimeout(2_600);
  assert.equal(await s.page.evaluate(() => window.kept.shadowRoot.querySelector('[data-path="/applicant/name"]')?.isConnected), false);
  await s.page.evaluate(() => { document.querySelector('#a').append(window.kept); });
  assert.equal(await s.read('/applicant/name'), name, 'back');
  await s.type('/applicant/superior', 'Đảng ủy xã');
  assert.deepEqual(await s.page.evaluate(() => [window.kept.record.applicant.name, window.kept.record.applicant.superior]), [name, 'Đảng ủy xã']);
  // Twenty forms that came and went are collected.
  await s.page.evaluate(async () => {
    window.gone = [];
    for (let left = 20; left > 0; left -= 1) {
      const one = document.createElement('dvk-registration');
      document.body.append(one);
      await one.ready;
      one.remove();
      window.gone.push(new WeakRef(one));
    }
  });
  await s.page.waitForTimeout(2_600);
  const devtools = await s.page.context().newCDPSession(s.page);
  let left = 20;
  for (let tries = 10; tries > 0 && left > 0; tries -= 1) {
    await devtools.send('HeapProfiler.collectGarbage');
    await s.page.waitForTimeout(100);
    left = await s.page.evaluate(() => window.gone.filter((one) => one.deref()).length);
  }
  assert.equal(left, 0, 'collected');
  assert.deepEqual(s.errors(), []);
}));

test('a record that a script sets before the element is there', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root, csp: null, ready: false, page: page(`<dvk-registration drafts="off"></dvk-registration><script>document.querySelector('dvk-registration').record = { format: 'dvk-registration/1', id: '0190', applicant: { name: 'Tổ dân phố 4' } };</script>${TAG}`) });
  await started(s);
  assert.equal(await s.read('/applicant/name'), 'Tổ dân phố 4');
  assert.deepEqual(s.errors(), []);
}));

test('a record that a script sets and reads again and again while the element starts', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ root, csp: null, ready: false, page: page(`<dvk-registration drafts="off"></dvk-registration><script>
    window.times = 0;
    const one = document.querySelector('dvk-registration');
    one.addEventListener('dvk-ready', () => { window.over = true; });
    const act = () => {
      if (window.over) return;
      window.times += 1;
      one.record = { format: 'dvk-registration/1', id: '0190', applicant: { name: 'Tổ dân phố ' + window.times } };
      void [one.record, one.report];
      setTimeout(act);
    };
    customElements.whenDefined('dvk-registration').then(act);
  </script>${TAG}`) });
  await s.page.waitForFunction(() => window.over);
  const times = await s.page.evaluate(() => window.times);
  assert.ok(times > 1, 'nothing was set while it started');
  assert.equal(await s.read('/applicant/name'), `Tổ dân phố ${times}`);
  assert.equal(await s.page.evaluate(() => document.querySelector('dvk-registration').shadowRoot.querySelectorAll('.form').length), 1);
  assert.deepEqual(s.errors(), []);
}));

test('no layout shift: under a short and a long fallback, and below the fold', (t) => forEachBrowser(t, async (open) => {
  const below = '<footer id="foot">Chân trang</footer>';
  const long = '<p>Liên hệ cấp ủy</p>'.repeat(40);
  for (const body of [`<dvk-registration>${long}</dvk-registration>${below}`, `<style>.gap { height: 1500px }</style><div class="gap"></div><dvk-registration><p>Liên hệ</p></dvk-registration>${below}`, `<dvk-registration><p>Liên hệ</p></dvk-registration>${below}`]) {
    // In the head, as portals put it: a short fallback needs its room from the first picture on.
    const s = await open({ root, csp: null, ready: false, page: page(`${body}`, `<script>
      window.shift = 0;
      new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });
    </script><script src="/dvk/dvk.js"></script>`) });
    await started(s);
    await s.page.waitForTimeout(300);
    assert.equal(await s.page.evaluate(() => window.shift), 0, body.slice(0, 60));
  }
}));
