// How the form stands on the page: office screen, phone, the narrowest phone. Nothing is cut, nothing scrolls sideways.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { fields, go, stepOf, steps } from './script.mjs';

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

test('steps, rows, undo and the summary by keyboard alone', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  const keys = { by: 'keyboard', how: 'paste' };
  const tabTo = async (action) => {
    for (let left = 80; left > 0; left -= 1) {
      await s.press('Tab');
      if ((await s.active()).is === action) return;
    }
    assert.fail(`Tab does not reach «${action}»`);
  };
  const has = async (what) => assert.equal((await s.active()).is, what);
  for (const [path, text] of fields.filter(([path]) => stepOf(path) === 'applicant')) await s.type(path, text, keys);
  await tabTo('next');
  await s.press('Enter');
  await s.form().locator('[data-path="/model/name"]').waitFor();
  await has('h2');
  await s.type('/model/name', 'Nhân dân hiến đất làm đường', keys);
  await tabTo('add-row');
  await s.press('Enter');
  await has('/model/targets/0/content');
  await s.write('Hộ hiến đất', 'paste');
  await tabTo('remove-row');
  await s.press('Enter');
  await has('undo-row');
  await s.press('Enter');
  await has('/model/targets/0/content');
  assert.equal(await s.read('/model/targets/0/content'), 'Hộ hiến đất');
  await tabTo('check');
  await s.press('Enter');
  await s.press('Tab');
  await has('go');
  await s.press('Enter');
  await has('/model/field');
  assert.deepEqual(s.errors(), []);
}));
