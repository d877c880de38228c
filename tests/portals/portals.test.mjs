// Real portals: a webmaster does what README.vi.md says, nothing more, and then a visitor does the main job: fills in, checks, corrects, saves, prints to PDF.
// What Debian does not have here is told as skipped, and fails where CI is set.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browsers } from '../browser/browsers.mjs';
import { driverOf, mainJob } from '../browser/main-job.mjs';
import { serve } from '../browser/server.mjs';
import { Session } from '../browser/session.mjs';
import { OFFICE, perform, understood } from './actions.mjs';
import { missing } from './debian.mjs';
import { instructions } from './readme.mjs';
import { endAll, temporary } from './running.mjs';
import { dokuwiki, dokuwikiHands, mediawiki, mediawikiHands } from './wikis.mjs';
import { fresh, hands as wordpressHands, wordpress } from './wordpress.mjs';

const MOST = 6;
const readme = instructions();
const STATIC = 'Trang tĩnh', WORDPRESS = 'WordPress', AUTHOR = 'WordPress, khi người đăng bài không phải quản trị viên', DOKUWIKI = 'DokuWiki', MEDIAWIKI = 'MediaWiki';

/** Installed side by side while the first tests run; whoever needs one waits for it. @type {Record<string, Promise<any>>} */
const portals = {};
before(() => {
  for (const [name, install] of Object.entries({ dokuwiki, wordpress, mediawiki })) {
    if (missing(name)) continue;
    portals[name] = install(temporary());
    portals[name].catch(() => {}); // told by the test that needs it
  }
});
after(endAll);

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
async function as(t, who, act) {
  const session = await person(who === 'visitor');
  try { return await act(session); } catch (error) {
    t.diagnostic(`${await session.shot(`failed ${t.name} ${who}`).catch(() => '')}\n${session.errors().join('\n')}`);
    throw error;
  } finally { await session.close(); }
}

/** Is the form there, and for the office of the portal file? @param {Session} session */
async function started(session, url) {
  await session.go(url);
  await session.page.locator('dvk-registration [data-path="/applicant/name"]').waitFor({ timeout: 5_000 });
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
async function embed(t, heading, makeHands) {
  const url = await as(t, 'webmaster', async (session) => {
    const at = makeHands(session.page);
    for (const action of readme.get(heading)) await perform(at, action);
    return at.published();
  });
  t.diagnostic(url);
  await as(t, 'visitor', (session) => visit(session, url));
}

/** A test of a portal that Debian may not have here. */
function portal(name, title, body) {
  const reason = missing(name);
  test(title, reason && !process.env.CI ? { skip: reason } : {}, async (t) => {
    assert.equal(reason, '');
    await body(t, await portals[name]);
  });
}

test('README.vi.md: a list for each portal, at most six actions, each known with its block of code', () => {
  assert.deepEqual([...readme.keys()], [STATIC, WORDPRESS, AUTHOR, DOKUWIKI, MEDIAWIKI]);
  for (const [heading, actions] of readme) {
    assert.ok(actions.length > 0 && actions.length <= MOST, `«${heading}» has ${actions.length} actions`);
    actions.forEach(understood);
  }
});

test('README.vi.md: what nobody knows how to do is told', () => {
  for (const [list, words] of [['1. Gọi điện cho đơn vị phát triển.', /no one knows/], ['1. Bấm “Lưu”.\n\n   ```html\n   x\n   ```', /takes no block/], ['1. Thêm dòng sau vào cuối tệp `a`:', /needs a block of php/]]) {
    const [action] = instructions(`## Dành cho người quản trị cổng thông tin\n\n### Cổng lạ\n\n${list}\n`).get('Cổng lạ');
    assert.throws(() => understood(action), words);
  }
  assert.throws(() => instructions('## Dành cho người quản trị cổng thông tin\n\n### Cổng lạ\n\n1. Bấm “A”.\n3. Bấm “B”.\n'), /numbered 3/);
});

/** A site of files, with a page of an office. */
function site() {
  const root = temporary();
  mkdirSync(root, { recursive: true });
  const file = join(root, 'dang-ky.html');
  writeFileSync(file, '<!DOCTYPE html>\n<html lang="vi">\n<head><meta charset="utf-8"><title>Đăng ký</title></head>\n<body>\n<header><h1>Cổng thông tin</h1></header>\n<main>\n<h2>Đăng ký mô hình</h2>\n<!-- biểu mẫu -->\n</main>\n</body>\n</html>\n');
  return { root, edit: (html) => writeFileSync(file, readFileSync(file, 'utf8').replace('<!-- biểu mẫu -->', () => html)) };
}

test('a static page', async (t) => {
  const at = site();
  const served = await serve({ root: at.root, pkg: join(at.root, 'dvk') });
  try {
    await embed(t, STATIC, () => ({ ...at, published: async () => `${served.url}dang-ky.html` }));
  } finally { await served.close(); }
});

test('a static page: without any one of the actions there is no form of that office', async (t) => {
  const actions = readme.get(STATIC);
  for (const left of actions) {
    const at = site();
    for (const action of actions) if (action !== left) await perform(at, action);
    const served = await serve({ root: at.root, pkg: join(at.root, 'dvk') });
    try {
      await as(t, 'passer-by', (session) => assert.rejects(started(session, `${served.url}dang-ky.html`), undefined, `left out: ${left.text}`));
    } finally { await served.close(); }
  }
});

portal('dokuwiki', 'DokuWiki', (t, at) => embed(t, DOKUWIKI, (page) => dokuwikiHands(at, page)));

portal('wordpress', 'WordPress, HTML block', (t, at) => {
  fresh(at);
  return embed(t, WORDPRESS, (page) => wordpressHands(at, page));
});

portal('wordpress', 'WordPress, old editor', (t, at) => {
  fresh(at, { oldEditor: true });
  return embed(t, WORDPRESS, (page) => wordpressHands(at, page, { oldEditor: true }));
});

portal('wordpress', 'WordPress, written by an author', (t, at) => {
  fresh(at);
  return embed(t, AUTHOR, (page) => wordpressHands(at, page));
});

portal('mediawiki', 'MediaWiki', (t, at) => embed(t, MEDIAWIKI, (page) => mediawikiHands(at, page)));
