// Pages that harm a form which is not careful, and the form on them: the main job, sizes as on a plain page, the page itself as it is without the form,
// and nothing left when the element is taken away. In Chromium; in the oldest supported one where there is time.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browsers, open } from './harness.mjs';
import { library } from './hostile/libraries.mjs';
import { html, pages, plain } from './hostile/pages.mjs';
import { driverOf, mainJob } from './main-job.mjs';
import { go } from './script.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
let root;

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'dvk-hostile-'));
  mkdirSync(join(root, 'lib'));
  await cp(path('hostile/watch.js'), join(root, 'watch.js'));
  await cp(path('../../www/portal.json'), join(root, 'portal.json'));
  for (const [at, page] of [plain, ...pages].entries()) {
    writeFileSync(join(root, `${at}.html`), html(page));
    writeFileSync(join(root, `${at}-bare.html`), html(page, true));
  }
});
after(() => rmSync(root, { recursive: true, force: true }));

/** Posts that reached the portal. */
let posts = [];
const post = ({ url, body }) => {
  posts.push([url, body]);
  return { status: 200, headers: { 'Content-Type': 'text/html' } };
};

async function opened(browser, at, more = {}) {
  const s = await open({ browser, root, page: `${at}.html`, csp: null, post, ...more });
  if (more.ready === false) return s;
  await s.form().evaluate((element) => element.ready);
  return s;
}

const state = (s) => s.page.evaluate(() => window.watch.page()).then(JSON.parse);
const left = (s) => s.page.evaluate(() => window.watch.left()).then(JSON.parse);

/** What a page is by itself, and when an element of a name that it does not know is taken away. The bare page is under another address. */
async function bare(browser, at) {
  const s = await opened(browser, `${at}-bare`, { ready: false });
  try {
    await s.page.waitForLoadState('networkidle');
    const standing = await state(s);
    await s.form().evaluate((element) => element.parentNode.removeChild(element));
    return { standing, removed: await state(s) };
  } finally {
    await s.close();
  }
}

/** Every part of the form's first two steps with its size and place, and how the browser computes the form's own box and its controls. */
async function measured(s) {
  const found = {};
  // With the engine there are lines more, and it may come a moment sooner or later.
  await s.form().evaluate((element) => element.ready);
  for (const step of ['applicant', 'model']) {
    await go(s, step);
    if (step === 'model') await s.click('add-row', { on: '/model/targets' });
    found[step] = await s.form().evaluate((element) => {
      const top = element.shadowRoot.querySelector('.form').getBoundingClientRect();
      const parts = [];
      for (const one of element.shadowRoot.querySelectorAll('.form, .form *')) {
        const { left, top: y, width, height } = one.getBoundingClientRect();
        if (width > 0) parts.push(`${one.localName}.${one.className} ${[left - top.left, y - top.top, width, height].map((size) => size.toFixed(1)).join(' ')}`);
      }
      const looks = {};
      for (const selector of ['.form', '.label', 'input.input', 'select.input', 'textarea', '.button', '.help', 'legend']) {
        const one = element.shadowRoot.querySelector(selector);
        if (!one) continue;
        const style = getComputedStyle(one);
        for (const name of style) if (!name.startsWith('--')) looks[`${selector} ${name}`] = style.getPropertyValue(name);
      }
      return { parts, looks };
    });
  }
  await go(s, 'applicant');
  return found;
}

/** Only what differs, so that a failure can be read. */
const different = (found, expected) => Object.keys({ ...found, ...expected }).filter((key) => JSON.stringify(found[key]) !== JSON.stringify(expected[key])).map((key) => `${key}: ${JSON.stringify(found[key])}, not ${JSON.stringify(expected[key])}`);

/** What one list has more often than another. */
function beyond(list, other) {
  const rest = [...other];
  return list.filter((one) => { const at = rest.indexOf(one); if (at >= 0) rest.splice(at, 1); return at < 0; });
}

/** The page with the form is the page without it; `dvk` is the one global that the package may have. */
function same(now, then, address) {
  const more = {};
  for (const part of Object.keys(then)) {
    // The page without the form has another address.
    const expected = part === 'address' ? [address, ...then.address.slice(1)] : then[part];
    if (typeof expected === 'object') {
      const list = [beyond(now[part], expected), beyond(expected, now[part])];
      if (part === 'globals') list[0] = list[0].filter((name) => name !== 'dvk');
      if (list[0].length + list[1].length > 0) more[part] = { added: list[0], gone: list[1] };
    } else if (now[part] !== expected) more[part] = { is: now[part], was: expected };
  }
  assert.deepEqual(more, {}, 'the page is as it is without the form');
}

async function keys(s, page) {
  // Enter in a box, in a text of several lines, on a button; a space, a letter that the page has a use for.
  await go(s, 'applicant');
  await s.type('/applicant/name', 'Hội h');
  await s.press('Backspace');
  await s.write('hội viên');
  await s.press('Enter');
  assert.equal(await s.read('/applicant/name'), 'Hội hội viên', page.name);
  await go(s, 'model');
  await s.type('/model/need', 'a h');
  await s.press('Enter');
  await s.write('b');
  assert.equal(await s.read('/model/need'), 'a h\nb', page.name);
  await s.form().locator('[data-action=next]').focus();
  await s.press('Enter');
  await s.form().locator('[data-path="/model/method"]').waitFor();
  await s.form().locator('[data-action=back]').focus();
  await s.press('Space');
  await s.form().locator('[data-path="/model/need"]').waitFor();
  // No box is left under a header that stays.
  for (let left = 25; left > 0; left -= 1) {
    await s.press('Tab');
    const covered = await s.form().evaluate((element) => {
      const one = element.shadowRoot.activeElement;
      const header = (element.getRootNode().querySelector('#header') ?? document.querySelector('#header')).getBoundingClientRect();
      if (!one) return '';
      const { top } = one.getBoundingClientRect();
      return top < header.bottom && header.top <= 0 && getComputedStyle(document.querySelector('#header')).position === 'sticky' ? `${one.id} at ${top}` : '';
    });
    assert.equal(covered, '', 'under the header');
  }
}

test('hostile pages', { timeout: 1_800_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dvk-hostile-job-'));
  const here = await browsers();
  const used = process.env.DVK_SOAK ? here : here.filter(({ name }) => name === 'chromium');
  assert.ok(used.length > 0, 'Chromium is here');
  for (const browser of used) {
    const s = await opened(browser, 0);
    const expected = await measured(s);
    await s.close();
    for (const [index, page] of pages.entries()) {
      const lacking = [];
      for (const name of page.libraries ?? []) {
        try {
          const to = await library(name);
          symlinkSync(to, join(root, 'lib', name));
        } catch (error) {
          if (error.code !== 'EEXIST') lacking.push(`${name}: ${error.message}`);
        }
      }
      const title = `${page.name} (${browser.name})`;
      if (lacking.length > 0) {
        await t.test(title, process.env.CI ? {} : { skip: lacking.join('; ') }, () => assert.fail(`missing: ${lacking.join('; ')}`));
        continue;
      }
      await t.test(title, async (sub) => {
        const alone = await bare(browser, index + 1);
        posts = [];
        const s = await opened(browser, index + 1);
        try {
          const address = s.page.url();
          await s.page.waitForLoadState('networkidle');
          assert.ok(await s.page.evaluate(`Boolean(${page.harm})`), 'the page is as hostile as it claims to be');
          same(await state(s), alone.standing, address);

          const found = await measured(s);
          for (const step of Object.keys(expected)) {
            assert.deepEqual(different(found[step].looks, expected[step].looks), [], `${step}: how it is drawn`);
            assert.deepEqual(found[step].parts, expected[step].parts, `${step}: sizes`);
          }
          await keys(s, page);
          assert.equal(s.page.url(), address);
          await s.form().evaluate((element) => element.reset());

          // Pasting takes seconds a page; where a page forbids it, it is what is tested.
          const driver = driverOf(s, /eat keys/.test(page.name) ? 'paste' : 'input');
          let used;
          await mainJob({
            ...driver,
            open: async () => {},
            reload: async () => {
              used = await state(s);
              await driver.reload();
              await s.form().evaluate((element) => element.ready);
            },
          }, address, folder);
          same(used, alone.standing, address);
          assert.deepEqual(posts, [], 'nothing was posted');

          // Taken away in the middle of work, with keys that are not written yet.
          await s.type('/applicant/name', 'Đang gõ');
          const element = await s.form().elementHandle();
          await element.evaluate((one) => { window.watch.place = one.parentNode; one.parentNode.removeChild(one); });
          // It waits two seconds, in case it is only on its way to another place.
          await s.page.waitForTimeout(2_500);
          same(await state(s), alone.removed, address);
          // The loader goes on looking for elements that come later; of the element nothing is left.
          assert.deepEqual(await left(s), { listeners: [], timers: [], channels: 0, observed: ['MutationObserver document'] });
          const fired = await s.page.evaluate(() => window.watch.fired());
          await s.page.waitForTimeout(1_000);
          assert.equal(await s.page.evaluate(() => window.watch.fired()), fired, 'no timer fires any more');
          // What the person typed is not lost with it.
          await element.evaluate((one) => { window.watch.place.append(one); delete window.watch.place; });
          assert.equal(await s.read('/applicant/name'), 'Đang gõ');

          if (/ASP/.test(page.name)) {
            await s.page.locator('#search').click();
            await s.page.waitForLoadState();
            assert.deepEqual(posts, [['/Default.aspx', '__EVENTTARGET=&__VIEWSTATE=dDwtMTA4&ctl00%24q=tin&ctl00%24search=T%C3%ACm']]);
          }
          assert.deepEqual(s.errors().filter((line) => !/2015\/favicon/.test(line)), []);
        } catch (error) {
          sub.diagnostic(`${await s.shot(`failed-hostile-${index + 1}`).catch(() => '')}\n${s.errors().join('\n')}`);
          throw error;
        } finally {
          await s.close();
        }
      });
    }
  }
  rmSync(folder, { recursive: true, force: true });
});
