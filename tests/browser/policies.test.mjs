// The form under ten policies: the golden report, or exactly the message that is documented. All ten in Chromium, the documented minimum in the other engines; the rest of the table where there is time.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from '../../pkg/index.js';
import { engines } from './browsers.mjs';
import { browsers, missing, open } from './harness.mjs';
import { POLICIES } from './policies.mjs';
import { serve } from './server.mjs';

const SOAK = Boolean(process.env.DVK_SOAK);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'dvk-policies-'));
after(() => rmSync(root, { recursive: true, force: true }));

const PORTAL = { format: 'dvk-portal/1', id: 'thu', name: 'Cổng thử', recipient: ['Ban Dân vận'] };
const RECORD = {
  format: 'dvk-registration/1', id: '0190f3c2-7c1e-7abc-8def-0123456789ab', stage: 'register', level: 'commune', period: { from: 2026, to: 2026 },
  applicant: { kind: 'collective', name: 'Chi bộ thôn Vĩnh Hy', address: {} },
  model: { name: 'Nhân dân hiến đất mở rộng đường thôn', goal: 'Nâng cao chất lượng, hiệu quả', themes: [], need: '', targets: [], method: '', scope: { text: '' }, forces: [], milestones: [], resources: [], outputs: '', sustain: '', beyondDuty: '', basis: [], evidence: [] },
};

// What is in the page: who hears what happens, and the probe. Every tag carries the nonce of the nonce policy.
writeFileSync(join(root, 'probe.js'), `
window.heard = [];
document.addEventListener('dvk-error', ({ detail: { error } }) => window.heard.push({ why: error.why ?? '', message: error.message }));
document.addEventListener('dvk-ready', () => { window.there = true; });
window.addEventListener('unhandledrejection', ({ reason }) => window.heard.push({ why: 'unhandled', message: String(reason) }));
const until = async (look) => { for (let left = 400; left > 0; left -= 1) { const found = look(); if (found) return found; await new Promise((done) => setTimeout(done, 25)); } return undefined; };
const frame = (root) => { const inside = root.querySelector('iframe.print-frame, iframe')?.contentDocument?.querySelector('.dvk-doc'); return inside?.textContent ? { text: inside.textContent.slice(0, 4000), face: getComputedStyle(inside).fontFamily } : undefined; };
// What is handed to the print dialog is looked at; the dialog itself would hold some engines for ever.
const noDialog = (root) => new MutationObserver(() => { try { root.querySelector('iframe').contentWindow.print = () => {}; } catch {} }).observe(root, { childList: true });
const probe = async (record) => {
  await until(() => window.there || window.heard.length);
  const form = document.querySelector('dvk-registration');
  if (form.shadowRoot) noDialog(form.shadowRoot);
  const shown = () => document.querySelector('#fallback').getClientRects().length > 0;
  const buttons = () => { const names = []; for (const root of [form.shadowRoot, document]) if (root) for (const one of root.querySelectorAll('button')) if (/Thử lại|In mẫu/.test(one.textContent)) names.push(one.textContent); return names; };
  if (!window.there) {
    await until(() => buttons().length);
    const names = buttons();
    let printed;
    if (form.shadowRoot) for (const one of form.shadowRoot.querySelectorAll('button')) if (/In mẫu/.test(one.textContent)) { one.click(); printed = await until(() => frame(form.shadowRoot)); }
    return { heard: window.heard, fallback: shown(), buttons: names, printed };
  }
  form.record = record;
  const report = await form.check();
  const made = new Promise((done) => document.addEventListener('dvk-export', ({ detail }) => done(detail.blob), { once: true }));
  await form.pdf();
  const pdf = await (await made).slice(0, 5).text();
  form.print();
  const printed = await until(() => frame(form.shadowRoot) || window.heard.length);
  return { heard: window.heard, fallback: shown(), report, pdf, printed, note: form.shadowRoot.querySelector('.note').textContent };
};
// Asked and answered in the page's own markup: some engines let a driver see no more than that.
const asked = setInterval(() => {
  const one = document.querySelector('#asked');
  if (!one) return;
  clearInterval(asked);
  probe(JSON.parse(one.content)).catch((error) => ({ failed: String(error && error.stack || error) })).then((found) => {
    const answer = document.createElement('meta');
    answer.id = 'answered';
    answer.content = JSON.stringify(found);
    document.head.append(answer);
  });
}, 50);
`);
const ASK = "const tag = document.createElement('meta'); tag.id = 'asked'; tag.content = arguments[0]; document.head.append(tag);";
for (const [name, script] of [['folder', '/dvk/dvk.js'], ['single', '/dvk/dvk.single.js']]) {
  writeFileSync(join(root, `${name}.html`), `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Trang thử</title><script nonce="dvk" src="/probe.js"></script></head><body>
<dvk-registration portal='${JSON.stringify(PORTAL)}'><p id="fallback">Liên hệ cấp ủy</p></dvk-registration><script nonce="dvk" async src="${script}"></script></body></html>`);
}
const pageOf = ({ script }) => (script.includes('single') ? 'single.html' : 'folder.html');

const engine = await load();

/** One cell of the table. */
function judge({ outcome, name }, found) {
  const why = JSON.stringify({ ...found, report: undefined }, null, 1);
  assert.equal(found.failed, undefined, why);
  if (outcome === 'report' || outcome === 'unsaved') {
    const golden = engine.check(RECORD, { portal: PORTAL, today: found.report.today });
    assert.deepEqual(found.report, JSON.parse(JSON.stringify(golden)), name);
    assert.ok(golden.findings.some((one) => one.outcome === 'unmet'), 'the golden report has something to say');
    assert.equal(found.pdf, '%PDF-');
    assert.equal(found.fallback, false);
  }
  if (outcome === 'report') {
    assert.deepEqual(found.heard, [], why);
    assert.match(found.printed?.text ?? '', /Chi bộ thôn Vĩnh Hy/, why);
    assert.match(found.printed.face, /Times New Roman/, 'the print has its style');
  }
  if (outcome === 'unsaved') assert.match(found.note, /không cho lưu bản nháp/, why);
  if (outcome === 'csp') {
    assert.deepEqual(found.heard.map((one) => one.why), ['csp'], why);
    assert.match(found.heard[0].message, /'wasm-unsafe-eval' trong script-src/);
    assert.deepEqual([found.fallback, found.buttons], [true, ['In mẫu để ghi tay']], why);
    assert.match(found.printed?.text ?? '', /ĐĂNG KÝ MÔ HÌNH.*Tên mô hình/s, why);
    assert.match(found.printed.face, /Times New Roman/);
  }
  if (outcome === 'network') {
    assert.deepEqual(found.heard.map((one) => one.why), ['network'], why);
    assert.match(found.heard[0].message, /connect-src/);
    assert.deepEqual([found.fallback, found.buttons], [true, ['Thử lại']], why);
  }
}

test('the documents have the lines that are tested here', () => {
  const documented = POLICIES.filter((one) => one.documented);
  assert.equal(documented.length, 5);
  for (const file of ['../../docs/embedding.md', '../../scripts/package/portal/HUONG-DAN.md']) {
    const lines = [...readFileSync(here(file), 'utf8').matchAll(/`((?:default-src|script-src) [^`]+)`/g)].map(([, line]) => line);
    for (const { documented: line } of documented) assert.ok(lines.includes(line), `${file}: ${line}`);
    assert.deepEqual(lines.filter((line) => !documented.some((one) => one.documented === line)), [], `${file}: every line there is tested`);
  }
  assert.ok(readFileSync(here('../../README.vi.md'), 'utf8').includes(`\`${documented[0].documented}\``));
});

for (const policy of POLICIES) {
  test(`policy: ${policy.name}`, async (t) => {
    for (const { name, reason } of await missing()) await t.test(name, process.env.CI ? {} : { skip: reason }, () => { throw new Error(`${name} is missing: ${reason}`); });
    for (const browser of await browsers()) {
      const minimum = policy.name === 'the usual line';
      if (browser.name !== 'chromium' && !SOAK && !minimum) continue;
      await t.test(browser.name, async () => {
        const s = await open({ browser, root, page: pageOf(policy), csp: policy.csp, cors: policy.cors, ready: false });
        try {
          await s.page.evaluate((record) => {
            const one = document.createElement('meta');
            one.id = 'asked';
            one.content = record;
            document.head.append(one);
          }, JSON.stringify(RECORD));
          const answer = s.page.locator('#answered');
          await answer.waitFor({ state: 'attached', timeout: 30_000 });
          judge(policy, JSON.parse(await answer.getAttribute('content')));
          assert.deepEqual(s.errors().filter((one) => one.startsWith('page:')), []);
          if (policy.outcome === 'report') assert.deepEqual(s.errors(), []);
        } finally {
          await s.close();
        }
      });
    }
    if (!SOAK && policy.name !== 'the usual line') return;
    const { found, missing: absent } = await engines();
    for (const { name, reason } of absent) await t.test(name, process.env.CI ? {} : { skip: reason }, () => { throw new Error(`${name} is missing: ${reason}`); });
    for (const { name, launch, host = '127.0.0.1' } of found) {
      await t.test(name, async () => {
        const server = await serve({ root, pkg: here('../../pkg'), csp: policy.csp, cors: policy.cors });
        const driver = await launch();
        try {
          await driver.speak('WebDriver:Navigate', { url: `http://${host}:${server.port}/${pageOf(policy)}` });
          await driver.evaluate(ASK, JSON.stringify(RECORD));
          let result;
          for (let left = 300; left > 0 && !result; left -= 1) {
            result = await driver.evaluate('const out = document.querySelector("#answered"); return out ? out.content : null');
            if (!result) await new Promise((done) => setTimeout(done, 100));
          }
          judge(policy, JSON.parse(result ?? '{"failed":"no answer"}'));
        } finally {
          await driver.close();
          await server.close();
        }
      });
    }
  });
}
