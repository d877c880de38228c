// The main job in the other families of engines: Firefox and WebKit. A missing one fails where CI is set, else it is told as skipped.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { engines } from './browsers.mjs';
import { open } from './harness.mjs';
import { driverOf, mainJob } from './main-job.mjs';
import { serve } from './server.mjs';

const WWW = fileURLToPath(new URL('../../www', import.meta.url)), PKG = fileURLToPath(new URL('../../pkg', import.meta.url)), SHOTS = fileURLToPath(new URL('shots', import.meta.url));

test('the main job in every family of engines', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dvk-job-'));
  const { found, missing } = await engines();
  for (const { name, reason } of missing) {
    await t.test(name, process.env.CI ? {} : { skip: reason }, () => { throw new Error(`${name} is missing: ${reason}`); });
  }
  // Chromium's main job is main.test.mjs, with more in it; here only where there is time.
  await t.test('chromium', process.env.DVK_SOAK ? {} : { skip: 'main.test.mjs' }, async () => {
    const session = await open();
    try { await mainJob(driverOf(session), session.page.url(), folder); } finally { await session.close(); }
  });
  for (const { name, launch, host = '127.0.0.1' } of found) {
    await t.test(name, async (sub) => {
      const server = await serve({ root: WWW, pkg: PKG });
      const driver = await launch();
      try {
        await mainJob(driver, `http://${host}:${server.port}/index.html`, folder);
        // Firefox is led to portal.test, which is no secure context.
        assert.equal(await driver.evaluate('return isSecureContext'), host === '127.0.0.1');
      } catch (error) {
        mkdirSync(SHOTS, { recursive: true });
        sub.diagnostic(await driver.shot(join(SHOTS, `${name}-failed-main-job.png`)).catch(() => 'no picture'));
        throw error;
      } finally {
        await driver.close();
        await server.close();
      }
    });
  }
  rmSync(folder, { recursive: true, force: true });
});
