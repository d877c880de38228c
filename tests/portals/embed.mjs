// The two persons of every portal: a webmaster who does what README.vi.md says, and a visitor who finds the form and does the main job.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsers } from '../browser/browsers.mjs';
import { driverOf, mainJob } from '../browser/main-job.mjs';
import { Session } from '../browser/session.mjs';
import { OFFICE, perform } from './actions.mjs';
import { missing } from './debian.mjs';
import { instructions } from './readme.mjs';
import { temporary } from './running.mjs';

export const readme = instructions();

/** A browser of someone who has not been here. `ready`: waits for the form of a page. @returns {Promise<Session>} */
async function person(ready) {
  const [browser] = await browsers();
  assert.ok(browser, 'no Chromium is here');
  const dir = temporary();
  const context = await browser.launch(dir, { viewport: { width: 1366, height: 768 } });
  const server = /** @type {any} */ ({ requests: [], close: async () => {} });
  return Session.start(context, { browser: browser.name, element: 'dvk-registration', ready, storage: { dir, server } });
}

/** Does something in a browser of its own; a picture is left when it fails. */
export async function as(t, who, act) {
  const session = await person(who === 'visitor');
  try { return await act(session); } catch (error) {
    t.diagnostic(`${await session.shot(`failed ${t.name} ${who}`).catch(() => '')}\n${session.errors().join('\n')}`);
    throw error;
  } finally { await session.close(); }
}

/** Is the form there, and for the office of the portal file? @param {Session} session */
export async function started(session, url) {
  await session.go(url);
  await session.page.locator('dvk-registration [data-path="/applicant/name"]').waitFor({ timeout: 10_000 });
  const text = await session.text();
  for (const part of [...OFFICE.recipient, OFFICE.contact.name]) assert.ok(text.includes(part), `the form does not name «${part}» of portal.json: ${text.slice(0, 300)}`);
}

/** @param {Session} session as a visitor, at the finished page */
async function visit(session, url) {
  // What a portal says of its own faults on its first page is not the form's doing.
  await session.page.goto(new URL('/', url).href);
  const own = new Set(session.errors());
  await started(session, url);
  await session.shot(`portal ${new URL(url).pathname === '/' ? 'wordpress' : url.replace(/.*\//, '')}`);
  await mainJob(driverOf(session, 'input'), url, session.storage.dir);
  const { host } = new URL(url);
  const asked = (await session.requests()).filter((one) => one.host && one.host !== host && !/^(blob|data):/.test(one.url));
  assert.deepEqual(asked.map((one) => one.url), [], 'no other host is asked');
  assert.deepEqual(session.errors().filter((one) => !own.has(one)), []);
}

/** What a webmaster does and what a visitor then finds. `hands` are given the page of the webmaster's browser. */
export async function embed(t, heading, makeHands) {
  const url = await as(t, 'webmaster', async (session) => {
    const at = makeHands(session.page);
    for (const action of readme.get(heading)) await perform(at, action);
    return at.published();
  });
  t.diagnostic(url);
  await as(t, 'visitor', (session) => visit(session, url));
}

/**
 * A portal that Debian may not have here: where it is missing its tests are told as skipped, and fail where CI is set.
 *
 * @param {Parameters<typeof missing>[0]} name @param {(folder: string) => Promise<{ root: string, url: string }>} install begins at once, beside the first tests
 */
export function portal(name, install) {
  const reason = missing(name);
  const there = reason ? undefined : install(temporary());
  there?.catch(() => {}); // told by the test that needs it
  return (/** @type {string} */ title, body) => test(title, reason && !process.env.CI ? { skip: reason } : {}, async (t) => {
    assert.equal(reason, '');
    await body(t, await there);
  });
}
