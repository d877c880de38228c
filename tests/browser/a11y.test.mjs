// For everyone: two independent checkers, zoom, forced colours, the person's own text size, the focus under a sticky header.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findings, prepare } from './checkers.mjs';
import { demo, inEnglish, mislabelled, vietnamese } from './english.mjs';
import { forEachBrowser, missing, open } from './harness.mjs';
import { fields, fill, go, stepOf, steps } from './script.mjs';

/** What the checkers say of the page without the element. */
async function without(s) {
  await s.page.evaluate(() => document.querySelector('dvk-registration').remove());
  return findings(s.page);
}

/** What they say of a step that they do not say of the bare page. @param {string[]} bare */
const ours = async (s, bare) => (await findings(s.page)).filter((line) => !bare.includes(line));

/** The desk with each of its tools open. */
async function lookAtDesk(s, bare, look = async () => {}) {
  await s.click('desk');
  await s.form().locator('.desk h2').waitFor();
  for (const tool of await s.form().locator('.desk-menu button').all()) {
    await tool.click();
    assert.deepEqual(await ours(s, bare), [], `desk: ${await tool.textContent()}`);
    await look();
  }
  await s.click('desk');
}

/** Every list of the shown step gets a row, so that its boxes are looked at too. */
async function addRows(s) {
  for (const list of await s.form().locator('[data-action=add-row]').evaluateAll((all) => all.map((one) => one.dataset.on))) {
    if (!(await s.form().locator(`[data-row="${list}/0"]`).count())) await s.click('add-row', { on: list });
  }
}

async function bare(options = {}) {
  const s = await open(options);
  await prepare(s.page);
  const said = await without(s);
  await s.close();
  return said;
}

test('no finding of axe-core or IBM’s checker that the page has not without us', async () => {
  const known = await bare();
  const s = await open();
  try {
    await prepare(s.page);
    for (const kind of ['collective', 'individual']) {
      await go(s, 'applicant');
      await s.type('/applicant/kind', kind);
      for (const step of steps) {
        await go(s, step);
        await addRows(s);
        assert.deepEqual(await ours(s, known), [], `${step}, ${kind}`);
      }
      // The summary, findings beside boxes, the panel with an open finding, a question.
      await s.click('check');
      for (const step of steps) {
        await go(s, step);
        assert.deepEqual(await ours(s, known), [], `${step}, ${kind}, after the check`);
      }
      await s.click('panel');
      assert.deepEqual(await ours(s, known), [], `panel, ${kind}`);
      await s.click('forget');
      assert.deepEqual(await ours(s, known), [], `question, ${kind}`);
      await s.press('Escape');
      await s.form().locator('.ask').waitFor({ state: 'hidden' }).catch(() => s.click('Giữ lại'));
    }
    await lookAtDesk(s, known);
    assert.deepEqual(s.errors(), []);
  } finally {
    await s.close();
  }
});

/** A whole registration is typed and checked; at every step both checkers look, and nothing may scroll sideways. */
async function walk(s, known, look = async () => {}) {
  await prepare(s.page);
  for (const step of steps) {
    await go(s, step);
    for (const [path, text] of fields.filter(([path]) => stepOf(path) === step)) await fill(s, path, text, { how: 'paste' });
    assert.deepEqual(await ours(s, known), [], step);
    const wide = await s.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, `${step} scrolls sideways`);
    await look(step);
    await s.shot(`walk-${step}-${s.page.viewportSize().width}`, { full: true });
  }
  await s.click('check');
  assert.equal(await s.page.evaluate(() => document.querySelector('dvk-registration').report.ready), true);
  assert.deepEqual(await ours(s, known), [], 'after the check');
  await look('after the check');
  assert.deepEqual(s.errors(), []);
}

/** 1366 × 768 office screen at 200 %, and 1280 × 1024 at 400 %: what zoom makes of them in CSS pixels (WCAG 1.4.10). */
for (const [name, options] of /** @type {const} */ ([
  ['200 %', { width: 683, height: 384 }],
  ['400 %', { width: 320, height: 256 }],
  ['forced colours', { context: { forcedColors: 'active' } }],
])) {
  test(`the whole form at ${name}`, async () => {
    const known = await bare(options);
    const s = await open(options);
    try {
      await walk(s, known);
    } finally {
      await s.close();
    }
  });
}

test('the whole form in English', async () => {
  const root = demo(inEnglish);
  const known = await bare({ root });
  const s = await open({ root });
  try {
    let kind = '';
    const look = async (step) => {
      assert.deepEqual(await vietnamese(s), [], `${step} ${kind}`);
      assert.deepEqual(await mislabelled(s, kind === 'individual'), [], `${step} ${kind}`);
    };
    // With all that can be wrong: an empty form of a person, every list with a row, every finding, the desk, the list of drafts.
    await prepare(s.page);
    kind = 'individual';
    await s.type('/applicant/kind', kind);
    await s.click('check');
    for (const step of steps) {
      await go(s, step);
      await addRows(s);
      await look(step);
      assert.deepEqual(await ours(s, known), [], `${step}, ${kind}`);
      const unmarked = await s.form().locator('.finding p > span').evaluateAll((all) => all.filter((one) => one.lang !== 'vi').map((one) => one.textContent));
      assert.deepEqual(unmarked, [], step);
    }
    await s.click('panel');
    await look('panel');
    await s.click('shelf');
    await s.form().locator('.shelf h3').waitFor();
    await look('drafts');
    await s.click('shelf');
    await lookAtDesk(s, known, () => look('desk'));
    await s.click('forget');
    await look('question');
    await s.click('forget-yes');
    await s.form().locator('.status', { hasText: 'has been deleted' }).waitFor();
    // And as it should be.
    kind = 'collective';
    await walk(s, known, look);
  } finally {
    await s.close();
    rmSync(root, { recursive: true, force: true });
  }
});

test('the text size that the person has set in the browser', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'dvk-profile-'));
  mkdirSync(join(dir, 'Default'));
  writeFileSync(join(dir, 'Default/Preferences'), JSON.stringify({ webkit: { webprefs: { default_font_size: 24, default_fixed_font_size: 20 } } }));
  const s = await open({ storage: { dir } });
  try {
    const size = (selector) => s.form().locator(selector).filter({ visible: true }).first().evaluate((one) => getComputedStyle(one).fontSize);
    assert.equal(await size('.label'), '24px');
    assert.equal(await size('input.input'), '24px');
    for (const step of steps) {
      await go(s, step);
      await addRows(s);
      const cut = await s.form().evaluate((element) => [...element.shadowRoot.querySelectorAll('label, legend, button, .help, h2')]
        .filter((one) => one.getClientRects().length > 0 && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent));
      assert.deepEqual(cut, [], step);
      await s.shot(`large-text-${step}`, { full: true });
    }
  } finally {
    await s.close();
  }
});

test('the focus is always seen: an outline, and not under a sticky header', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ height: 600 });
  // A portal that gives no room to its header.
  await s.page.evaluate(() => { document.documentElement.style.scrollPaddingTop = '0'; });
  for (const step of ['applicant', 'model', 'means']) {
    await go(s, step);
    await addRows(s);
    for (const key of ['Tab', 'Shift+Tab']) {
      const seen = new Set();
      for (let left = 120; left > 0; left -= 1) {
        await s.press(key);
        const at = await s.page.evaluate(() => {
          const host = document.querySelector('dvk-registration');
          const one = host.shadowRoot.activeElement;
          if (!one) return null;
          const { left, top, bottom, width } = one.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          const covered = [top + 2, Math.min(bottom - 2, top + 30)].some((y) => document.elementFromPoint(left + Math.min(width / 2, 20), y) !== host);
          return { is: one.id || one.dataset.action || one.className || one.textContent, covered, outline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
        });
        if (!at) { if (seen.size) break; continue; }
        seen.add(at.is);
        assert.ok(at.outline, `no outline: ${at.is}`);
        assert.ok(!at.covered, `${key} in ${step}: «${at.is}» is covered`);
      }
      assert.ok(seen.size > 8, `${seen.size} stops`);
    }
  }
}));

test('the engine that these tests need is here', async () => {
  assert.deepEqual((await missing()).filter(({ name }) => name === 'chromium'), []);
});
