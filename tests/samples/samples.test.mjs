// The sample applications of React, Vue, Svelte and Angular: their types are checked, they are built with the packed npm package and used in a browser.
// And what the tools of package authors say of that package.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { open } from '../browser/harness.mjs';
import { apps, bundle, home, prepare, tool } from './apps.mjs';

let tarball;
before(async () => { tarball = await prepare(); });

/** What the types must refuse lies beside the samples, each line expected to be wrong: where it is right, the check fails. */
before(() => { for (const [from, to] of [['wrong.tsx', 'react'], ['Wrong.vue', 'vue']]) copyFileSync(new URL(`wrong/${from}`, import.meta.url), join(home, to, from)); });

test('the types of the package in React, Svelte and Angular', () => tool('tsc', '--noEmit', '-p', 'tsconfig.json'));
test('the types of the package in templates of Vue', () => tool('vue-tsc', '--noEmit', '-p', 'tsconfig.vue.json'));
test('the types of the package in markup of Svelte', () => tool('svelte-check', '--tsconfig', './tsconfig.svelte.json', '--fail-on-warnings'));

test('wrong markup of Svelte is refused', async () => {
  const file = join(home, 'svelte/Wrong.svelte');
  writeFileSync(file, readFileSync(new URL('wrong/Wrong.svelte', import.meta.url)));
  await assert.rejects(tool('svelte-check', '--tsconfig', './tsconfig.svelte.json', '--output', 'machine'), ({ message }) => {
    assert.equal(message.match(/ ERROR "svelte\/Wrong\.svelte"/g)?.length, 3, message);
    return true;
  });
});

test('publint', async () => { assert.match(await tool('publint', 'run', tarball, '--strict'), /All good!/); });
// Only modules are shipped: a CommonJS program of Node 20 loads them with import(), newer ones also with require.
test('are the types wrong?', async () => {
  const said = await tool('attw', tarball, '--profile', 'esm-only', '--no-color'); // ends with an error where it finds a problem
  for (const name of ['dan-van-kheo', 'dan-van-kheo/element.js', 'dan-van-kheo/react', 'dan-van-kheo/vue', 'dan-van-kheo/svelte']) assert.ok(said.includes(`"${name}"\n\nnode16 (from ESM): 🟢 (ESM)\nbundler: 🟢`), `${name}:\n${said}`);
});

for (const app of apps) {
  test(app, async (t) => {
    const root = await bundle(app);
    const s = await open({ root, pkg: `${home}/node_modules/dan-van-kheo`, csp: null });
    const said = (id, text) => s.page.locator(`#${id}`).filter({ hasText: text }).waitFor();
    try {
      // A property that the application sets is shown, before the element is defined or after.
      await said('name', /^Nhân dân hiến đất làm đường$/);
      assert.equal(await s.read('/applicant/name'), 'Chi hội Phụ nữ thôn Vĩnh Hy');
      // The portal, as an attribute: drafts are off.
      assert.match(await s.text('.draft-line'), /không lưu bản nháp/);
      await s.page.locator('#other').click();
      await s.click('step', { on: 'model', inside: '.steps' });
      assert.equal(await s.read('/model/name'), 'Tổ dân phố tự quản');
      // Typing is an event, and the application's state; nothing of it comes back into the box.
      await s.type('/model/name', 'Tổ dân phố tự quản, nghĩa tình');
      await said('name', /^Tổ dân phố tự quản, nghĩa tình$/);
      assert.equal(await s.read('/model/name'), 'Tổ dân phố tự quản, nghĩa tình');
      await s.click('check');
      await said('points', /^\d+$/);
      const report = await s.form().evaluate((element) => element.report);
      assert.equal(await s.page.locator('#points').textContent(), `${report.findings.length}`);
      // Nothing, which frameworks write when a property is taken away, takes nothing away.
      await s.form().evaluate((element) => { element.record = undefined; element.record = null; });
      assert.equal(await s.read('/model/name'), 'Tổ dân phố tự quản, nghĩa tình');
      // The API judges the same record alike.
      await s.page.locator('#api').click();
      await said('said', /^mau: \d+ nội dung/);
      assert.equal(await s.page.locator('#said').textContent(), `mau: ${report.findings.filter(({ outcome }) => outcome === 'unmet').length} nội dung đề nghị bổ sung`);
      assert.deepEqual(s.errors(), []);
    } catch (error) {
      t.diagnostic(`${await s.shot(`failed-sample-${app}`).catch(() => '')}\n${s.errors().join('\n')}`);
      throw error;
    } finally {
      await s.close();
    }
  });
}
