// Power cuts: the whole browser is killed at a random moment while someone types, or the page's process crashes. What the form said it had kept is there.
//
// Acknowledged is every key that came before the `savedAt` of a `dvk-draft` that reached the test. The window is the time between the last key and the last
// acknowledged one: what a person may lose. DVK_SOAK=1 kills ten times as often, Chromium 109 too. DVK_SEED repeats a run.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browsers, engines } from './browsers.mjs';
import { open } from './harness.mjs';
import { serve } from './server.mjs';

const SOAK = Boolean(process.env.DVK_SOAK);
const [KILLS, CRASHES, FIREFOX] = SOAK ? [200, 200, 200] : [20, 20, 5];
const SEED = Number(process.env.DVK_SEED ?? 20260302);
const BOX = '/applicant/name';
const PKG = fileURLToPath(new URL('../../pkg', import.meta.url));
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** Numbers from 0 to 1 of a seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A page that types words of its own accord, one number after the other, and writes down when: only so are keys faster than a test can press them. */
function page() {
  const root = mkdtempSync(join(tmpdir(), 'dvk-kill-'));
  writeFileSync(join(root, 'typist.js'), `
    addEventListener('dvk-draft', (event) => { told.saved = event.detail.savedAt; told.acknowledged = last(event.detail.savedAt); report(); });
    const told = { saved: '', acknowledged: 0, typed: 0, at: 0 };
    const keys = [];
    const last = (savedAt) => { let number = told.acknowledged; for (const key of keys) if (key.at < Date.parse(savedAt)) number = Math.max(number, key.number); return number; };
    const report = () => { if (window.tellTest) window.tellTest(JSON.stringify(told)); window.told = told; };
    window.typing = (from, pause) => {
      const box = document.querySelector('dvk-registration').shadowRoot.querySelector('[data-path="${BOX}"]');
      let number = from;
      const key = () => {
        number += 1;
        box.value = 'Chi bộ ' + number;
        told.typed = number;
        told.at = Date.now();
        keys.push({ number, at: told.at });
        box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        setTimeout(key, pause);
      };
      key();
    };
    setInterval(report, 100);`);
  writeFileSync(join(root, 'index.html'), '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Thử</title><script src="typist.js"></script><dvk-registration drafts="session"></dvk-registration><script async src="dvk/dvk.js"></script></html>');
  return root;
}

const numberIn = (text) => Number(/^Chi bộ (\d+)$/.exec(text)?.[1] ?? 0);

/** What was found after each cut. */
class Tally {
  constructor(what) { Object.assign(this, { what, cuts: 0, keys: 0, lost: [], window: 0, unacknowledged: 0 }); }
  add(round, told, found, from, seen = '') {
    this.cuts += 1;
    this.keys += told.typed - from;
    if (found < told.acknowledged) this.lost.push({ round, acknowledged: told.acknowledged, found, seen });
    // Keys of which nobody was told yet, in time: from the last acknowledged key to the last key that the test knows of.
    this.window = Math.max(this.window, told.at - (told.saved ? Date.parse(told.saved) : told.began));
    this.unacknowledged = Math.max(this.unacknowledged, told.typed - Math.max(found, told.acknowledged));
  }
  check(t, least) {
    t.diagnostic(`${this.what}: ${this.cuts} cuts, ${this.keys} keys, ${this.lost.length} acknowledged edits lost, largest loss window ${this.window} ms, most keys lost that were not acknowledged ${this.unacknowledged}, seed ${SEED}`);
    assert.deepEqual(this.lost, []);
    assert.equal(this.cuts, least);
    assert.ok(this.keys > this.cuts * 3, `${this.keys} keys were typed`);
  }
}

const draftOf = (session) => session.page.evaluate((path) => document.querySelector('dvk-registration').shadowRoot.querySelector(`[data-path="${path}"]`).value, BOX);

/** Where something is missing: what the form said, and what stands in the store, so that it is known who lost it. */
const kept = (session) => session.page.evaluate(() => new Promise((done) => {
  const said = document.querySelector('dvk-registration').shadowRoot.querySelector('.note')?.textContent;
  const request = indexedDB.open('dvk');
  request.onerror = () => done(`${said} · ${request.error}`);
  request.onsuccess = () => {
    const all = request.result.transaction('drafts').objectStore('drafts').getAll();
    all.onerror = () => done(`${said} · ${all.error}`);
    all.onsuccess = () => done(`${said} · ${all.result.map((draft) => `${draft.id} ${draft.text.match(/Chi bộ \d+/)?.[0]}`).join(', ') || 'no draft'}`);
  };
}));

for (const name of SOAK ? ['chromium', 'chromium-109'] : ['chromium']) {
  test(`${name}: the browser is killed while someone types`, async (t) => {
    const browser = (await browsers()).find((one) => one.name === name);
    assert.ok(browser, `${name} is missing`);
    const root = page(), next = random(SEED), tally = new Tally(`${name}, SIGKILL`);
    let storage, from = 0, told;
    for (let round = 0; round <= KILLS; round += 1) {
      const session = await open({ browser, root, storage, csp: null });
      storage = session.storage;
      const found = await restored(() => draftOf(session), told?.acknowledged);
      if (told) tally.add(round, told, found, from, found < told.acknowledged ? await kept(session) : '');
      from = Math.max(found, told?.typed ?? 0);
      if (round === KILLS) { await session.close(); break; }
      told = { acknowledged: found, typed: from, at: 0, saved: '', began: Date.now() };
      const heard = told;
      await session.page.exposeFunction('tellTest', (text) => { const more = JSON.parse(text); if (more.typed) Object.assign(heard, more, { acknowledged: Math.max(heard.acknowledged, more.acknowledged) }); });
      await session.page.evaluate(([first, pause]) => window.typing(first, pause), [from, 5 + Math.floor(next() * 60)]);
      await wait(100 + next() * 1900);
      await session.kill();
      await session.close({ keep: true });
    }
    tally.check(t, KILLS);
  });
}

test('chromium: the page crashes while someone types', async (t) => {
  const [browser] = await browsers();
  const session = await open({ browser, root: page(), csp: null });
  const next = random(SEED + 1), tally = new Tally(`${browser.name}, crash of the page`);
  const url = session.page.url(), context = session.page.context();
  let heard = { acknowledged: 0 };
  await context.exposeFunction('tellTest', (text) => { const more = JSON.parse(text); if (more.typed) Object.assign(heard, more, { acknowledged: Math.max(heard.acknowledged, more.acknowledged) }); });
  let from = 0, told, shown = session.page;
  try {
    for (let round = 0; round <= CRASHES; round += 1) {
      const fresh = await context.newPage();
      await shown.close();
      shown = fresh;
      await shown.goto(url);
      await shown.waitForFunction(() => document.querySelector('dvk-registration')?.shadowRoot?.querySelector('[data-path]'));
      const found = await restored(() => shown.evaluate((path) => document.querySelector('dvk-registration').shadowRoot.querySelector(`[data-path="${path}"]`).value, BOX), told?.acknowledged);
      if (told) tally.add(round, told, found, from);
      from = Math.max(found, told?.typed ?? 0);
      if (round === CRASHES) break;
      told = { acknowledged: found, typed: from, at: 0, saved: '', began: Date.now() };
      heard = told;
      await shown.evaluate(([first, pause]) => window.typing(first, pause), [from, 5 + Math.floor(next() * 60)]);
      await wait(100 + next() * 900);
      const devtools = await context.newCDPSession(shown);
      const crashed = new Promise((done) => shown.once('crash', done));
      devtools.send('Page.crash').catch(() => {});
      await crashed;
    }
    tally.check(t, CRASHES);
  } finally {
    await session.close();
  }
});

test('firefox: the browser is killed while someone types', async (t) => {
  const { found: engine, missing } = await engines();
  const firefox = engine.find((one) => one.name === 'firefox');
  const reason = missing.find((one) => one.name === 'firefox')?.reason;
  if (!firefox && !process.env.CI) return t.skip(reason);
  assert.ok(firefox, `firefox is missing: ${reason}`);
  const server = await serve({ root: page(), pkg: PKG, csp: null });
  const next = random(SEED + 2), tally = new Tally('firefox, SIGKILL');
  let profile, from = 0, told, driver;
  try {
    for (let round = 0; round <= FIREFOX; round += 1) {
      driver = await firefox.launch(profile);
      profile = driver.folder;
      await driver.open(`${server.url}index.html`);
      const found = await restored(() => driver.read(BOX), told?.acknowledged);
      if (told) tally.add(round, told, found, from);
      from = Math.max(found, told?.typed ?? 0);
      if (round === FIREFOX) break;
      told = { acknowledged: found, typed: from, at: 0, saved: '', began: Date.now() };
      await driver.evaluate('window.wrappedJSObject ? window.wrappedJSObject.typing(arguments[0], arguments[1]) : window.typing(arguments[0], arguments[1])', from, 5 + Math.floor(next() * 60));
      const end = Date.now() + 100 + next() * 1900;
      do {
        const more = await driver.evaluate('return JSON.stringify((window.wrappedJSObject || window).told || {})').then(JSON.parse);
        if (more.typed) Object.assign(told, more, { acknowledged: Math.max(told.acknowledged, more.acknowledged) });
      } while (Date.now() < end);
      await driver.kill();
    }
    tally.check(t, FIREFOX);
    return undefined;
  } finally {
    await driver?.close();
    await server.close();
  }
});

/**
 * What stands in the box when the draft has come back: a moment after the form where nothing is slow; where the storage is, the form asks it again, and what
 * was acknowledged is waited for that long. Where nothing was, the box may stay empty.
 */
async function restored(read, acknowledged = 0) {
  const end = Date.now() + (acknowledged > 0 ? 30_000 : 600);
  do {
    const number = numberIn(await read());
    if (number > 0) return number;
    await wait(20);
  } while (Date.now() < end);
  return 0;
}
