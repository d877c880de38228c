// A paste from an old document: recognised, offered with a preview, taken or kept by the person, and never changed unasked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';

const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/legacy/${name}.json`, import.meta.url), 'utf8'));
const NEED = '/model/need';
const OLD = 'ñy ban nh©n d©n x· vµ c¸c tæ chøc ë ph\u00ADêng ®· vËn ®éng “x©y – sèng” tèt.';
const NEW = 'ủy ban nhân dân xã và các tổ chức ở phường đã vận động “xây – sống” tốt.';

const mend = (s, path = NEED) => s.form().locator(`[data-field="${path}"] > .mend`);
const value = (s, path = NEED) => s.form().locator(`[data-path="${path}"]`).inputValue();
const kept = (s) => s.page.evaluate(() => document.querySelector('dvk-registration').record.model?.need);
const offered = (s, path) => mend(s, path).waitFor();
/** Long enough for an offer that should not come. */
const quiet = (s) => s.page.waitForTimeout(600);

async function openForm(open, options) {
  const s = await open(options);
  await s.click('/applicant/name');
  await s.page.evaluate(() => document.querySelector('dvk-registration').ready);
  await go(s, 'model');
  return s;
}

test('an old text is offered repaired, and taken or kept', (t) => forEachBrowser(t, async (open) => {
  const s = await openForm(open);
  await s.type(NEED, OLD, { how: 'paste' });
  await offered(s);
  assert.equal(await value(s), OLD, 'nothing is changed unasked');
  assert.equal((await s.active()).is, NEED, 'the focus stays in the box');
  const told = await mend(s).innerText();
  assert.match(told, /TCVN3/);
  assert.ok(told.includes(NEW), told);
  assert.match(told, /Khả năng đúng: cao/);
  assert.match(told, /xem lại: «ủy», «ở»/);
  assert.match(await s.form().locator('.status').innerText(), /^Ô “.+”: .*TCVN3.*ở ngay dưới ô/, 'a screen reader is told');
  await s.shot('paste-offer-1366');

  // By keyboard: Tab to the preview, to the button; the way back has the focus then.
  await s.press('Tab');
  await s.press('Tab');
  assert.equal((await s.active()).is, 'mend');
  assert.equal(await value(s), OLD, 'leaving the box changes nothing');
  await s.press('Enter');
  assert.equal(await value(s), NEW);
  assert.equal(await kept(s), NEW);
  assert.equal((await s.active()).is, 'undo-fix');
  assert.equal(await mend(s).count(), 0);
  await s.press('Enter');
  assert.equal(await value(s), OLD, 'exactly what stood there');
  assert.equal(await kept(s), OLD);
  await s.click(NEED);
  await s.press('Tab');
  await quiet(s);
  assert.equal(await mend(s).count(), 0, 'what was taken back is not offered again');
  assert.equal(await value(s), OLD, 'and its ư, a soft hyphen, is still there');

  await s.type(NEED, `${OLD} vµ`, { how: 'paste' });
  await offered(s);
  await mend(s).getByRole('button', { name: 'Giữ nguyên' }).click();
  assert.equal(await value(s), `${OLD} vµ`);
  await s.press('Tab');
  await quiet(s);
  assert.equal(await mend(s).count(), 0, 'what the person keeps is not offered again');
  assert.deepEqual(s.errors(), []);
}));

test('only what is shown is taken, and nothing while someone types', (t) => forEachBrowser(t, async (open) => {
  const s = await openForm(open);
  await s.type(NEED, OLD, { how: 'paste' });
  await offered(s);
  await s.write(' d©n', 'unikey');
  assert.equal(await value(s), `${OLD} d©n`);
  assert.equal(await mend(s).count(), 1, 'the page does not move under the hands');
  // The offer on screen is of the shorter text: the first press shows the new one, the second takes it.
  await mend(s).getByRole('button', { name: 'Dùng bản đã sửa' }).click();
  assert.equal(await value(s), `${OLD} d©n`);
  await s.form().locator('.mended', { hasText: `${NEW} dân` }).waitFor();
  await mend(s).getByRole('button', { name: 'Dùng bản đã sửa' }).click();
  assert.equal(await value(s), `${NEW} dân`);

  // Typed letter by letter it is looked at when the box is left.
  await s.type('/model/goal', 'VËn ®éng nh©n d©n', { how: 'keys' });
  await quiet(s);
  assert.equal(await mend(s, '/model/goal').count(), 0);
  await s.press('Tab');
  await offered(s, '/model/goal');
  assert.equal(await value(s, '/model/goal'), 'VËn ®éng nh©n d©n');

  // Rows of lists, one line.
  await s.click('add-row', { on: '/model/targets' });
  await s.type('/model/targets/0/content', 'Vaän ñoäng hieán ñaát', { how: 'paste' });
  await offered(s, '/model/targets/0/content');
  await mend(s, '/model/targets/0/content').getByRole('button', { name: 'Dùng bản đã sửa' }).click();
  assert.equal(await value(s, '/model/targets/0/content'), 'Vận động hiến đất');
  await mend(s, '/model/targets/0/content').waitFor({ state: 'detached' });
  assert.deepEqual(s.errors(), []);
}));

test('letters apart and invisible characters need no question, marks of Word do', (t) => forEachBrowser(t, async (open) => {
  const s = await openForm(open);
  await s.type(NEED, 'Va\u0323\u0302n \u200Bđô\u0323ng “hoà” và “hòa”', { how: 'paste' });
  await s.press('Tab');
  await quiet(s);
  assert.equal(await mend(s).count(), 0);
  assert.equal(await value(s), 'Vận động “hoà” và “hòa”', 'the place of tone marks is never changed');
  await s.type(NEED, '\uF0B7\tHiến đất\n\uF0B7\tGóp công', { how: 'paste' });
  await offered(s);
  assert.match(await mend(s).innerText(), /dấu đầu dòng/);
  await mend(s).getByRole('button', { name: 'Dùng bản đã sửa' }).click();
  assert.equal(await value(s), '- Hiến đất\n- Góp công');
  assert.deepEqual(s.errors(), []);
}));

test('sound texts are pasted without a question', (t) => forEachBrowser(t, async (open) => {
  const s = await openForm(open);
  const texts = [...fixture('clean'), ...fixture('codes')];
  // All of them in a few boxes' worth of text, through the clipboard.
  for (let at = 0; at < texts.length; at += 100) {
    await s.type(NEED, texts.slice(at, at + 100).join('\n'), { how: 'paste' });
    await s.press('Tab');
    await quiet(s);
    assert.equal(await mend(s).count(), 0, texts.slice(at, at + 3).join('\n'));
  }
  assert.deepEqual(s.errors(), []);
}));

test('on a phone the offer fits, and fingers reach its buttons', (t) => forEachBrowser(t, async (open) => {
  const s = await openForm(open, { width: 360, height: 740 });
  await s.type(NEED, `${OLD} `.repeat(12), { how: 'paste' });
  await offered(s);
  await mend(s).scrollIntoViewIfNeeded();
  await s.shot('paste-offer-360');
  const wide = await s.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  for (const button of await mend(s).getByRole('button').all()) assert.ok((await button.boundingBox()).height >= 24);
}));
