// How the form stands on the page: office screen, phone, the narrowest phone. Nothing is cut, nothing scrolls sideways.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { go, steps } from './script.mjs';

for (const [width, height] of [[1366, 768], [360, 740], [320, 640]]) {
  test(`every step at ${width}×${height}`, (t) => forEachBrowser(t, async (open) => {
    const s = await open({ width, height });
    for (const kind of ['collective', 'individual']) {
      await go(s, 'applicant');
      await s.type('/applicant/kind', kind);
      for (const step of steps) {
        await go(s, step);
        for (const list of await s.form().locator('[data-action=add-row]').evaluateAll((all) => all.map((one) => one.dataset.on))) {
          if (!(await s.form().locator(`[data-row="${list}/0"]`).count())) await s.click('add-row', { on: list });
        }
        const cut = await s.page.evaluate(() => {
          const root = document.querySelector('dvk-registration').shadowRoot;
          const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          // A label, a button or a box that is wider than its place, or a target smaller than 24 pixels (WCAG 2.2, 2.5.8).
          const found = [...root.querySelectorAll('label, legend, button, .help, h2')].filter((one) => one.getClientRects().length > 0 && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent);
          const small = [...root.querySelectorAll('button, input, select, textarea')].filter((one) => one.getClientRects().length > 0 && (one.offsetHeight < 24 || one.offsetWidth < 24)).map((one) => one.id || one.textContent);
          return { wide, found, small };
        });
        assert.deepEqual(cut, { wide: 0, found: [], small: [] }, `${step}, ${kind}`);
        if (width !== 320) await s.shot(`${step}-${kind}-${width}`, { full: true });
      }
    }
    assert.deepEqual(s.errors(), []);
  }));
}

test('the first box has the focus after one Tab, and every box can be reached by keyboard', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/name', 'Chi bộ', { by: 'keyboard' });
  await s.type('/applicant/kind', 'individual', { by: 'keyboard' });
  await s.type('/applicant/person/birthYear', '1966', { by: 'keyboard' });
  await s.press('Tab');
  assert.equal(await s.read('/applicant/person/birthYear'), '1966');
  assert.deepEqual(s.errors(), []);
}));
