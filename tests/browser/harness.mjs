// What a browser test needs: opens a page that carries the element, in a clean browser, and acts in it as a person would.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browsers, missing } from "./browsers.mjs";
import { serve } from "./server.mjs";
import { Session } from "./session.mjs";

export { browsers, missing, Session };

const WWW = fileURLToPath(new URL("../../www", import.meta.url)), PKG = fileURLToPath(new URL("../../pkg", import.meta.url));

/**
 * @typedef {{ dir: string, server: import("./server.mjs").Served, owner?: Session }} Storage a profile and its origin; drafts need both
 * @typedef {object} Opening
 * @property {import("./browsers.mjs").Browser | string} [browser] or its name; the first one that is here
 * @property {string} [page] address below the root; may have ?query
 * @property {string} [element] the element under test, where there are several
 * @property {number} [width] in CSS pixels; an office screen by default
 * @property {number} [height]
 * @property {string} [host] a name under .test, for a portal on plain http; 127.0.0.1 is a secure context
 * @property {string | null} [csp] policy header; null = none; server.mjs has the default
 * @property {string} [root] folder of the page
 * @property {string} [pkg] folder of the package, at /dvk/
 * @property {import("./server.mjs").Post} [post] what takes the posts of the page
 * @property {(path: string) => import("./server.mjs").Fault | undefined} [fault] what is wrong with an address of the server
 * @property {boolean} [cors] the server lets every origin read
 * @property {Storage} [storage] `storage` of a session that was killed or closed with `keep`: same profile, same origin
 * @property {string} [now] fixed date and time, `2026-03-02T08:00:00+07:00`; timers run on
 * @property {boolean} [ready] false = do not wait for the element
 * @property {import("./browsers.mjs").Options} [context] more of Playwright's options (forcedColors, deviceScaleFactor); `args` would replace ours
 *
 * @param {Opening} [options]
 * @returns {Promise<Session>} shows the page; what went wrong on the way is in `errors()`
 */
export async function open(options = {}) {
  const { page = "index.html", element = "dvk-registration", width = 1366, height = 768, host = "127.0.0.1", csp, root = WWW, pkg = PKG, post, fault, cors, now, ready = true } = options;
  const browser = await find(options.browser);
  const storage = options.storage ?? /** @type {Storage} */ ({ dir: await mkdtemp(join(tmpdir(), "dvk-profile-")) });
  // Started anew, since a return visit may meet a newer package; on the old port, since another port is another origin.
  const port = storage.server?.port ?? 0;
  await storage.server?.close();
  storage.server = await serve({ root, pkg, port, post, fault, cors, ...(csp === undefined ? {} : { csp }) });
  try {
    const context = await browser.launch(storage.dir, { viewport: { width, height }, ...options.context });
    const session = await Session.start(context, { browser: browser.name, element, ready, storage, now });
    await session.go(`http://${host}:${storage.server.port}/${page}`);
    return session;
  } catch (error) {
    await storage.server.close();
    if (!options.storage) await rm(storage.dir, { recursive: true, force: true });
    throw error;
  }
}

async function find(/** @type {Opening["browser"]} */ wanted) {
  if (typeof wanted === "object") return wanted;
  const here = await browsers(), chosen = wanted ? here.find(({ name }) => name === wanted) : here[0];
  if (chosen) return chosen;
  throw new Error(`no browser «${wanted ?? "any"}»: ${(await missing()).map(({ name, reason }) => `${name}: ${reason}`).join("; ")}`);
}

/**
 * Runs a test in every browser as a subtest of its name. `open` has the browser filled in, and what it opened is closed in the
 * end; of a failure a screenshot is left. A missing browser is shown as skipped with the reason, and where CI is set it fails.
 *
 * @param {import("node:test").TestContext} t
 * @param {(open: (options?: Opening) => Promise<Session>, t: import("node:test").TestContext) => Promise<void>} body
 */
export async function forEachBrowser(t, body) {
  const here = await browsers();
  for (const { name, reason } of await missing()) {
    const fails = Boolean(process.env.CI) || here.length === 0;
    await t.test(name, fails ? {} : { skip: reason }, () => { throw new Error(`${name} is missing: ${reason}`); });
  }
  for (const browser of here) {
    await t.test(browser.name, async (sub) => {
      const opened = /** @type {Session[]} */ ([]);
      try {
        await body(async (options) => {
          const session = await open({ ...options, browser });
          opened.push(session);
          return session;
        }, sub);
      } catch (error) {
        for (const session of opened) {
          const file = await session.shot(`failed-${t.name}`).catch(() => "");
          if (file) sub.diagnostic(`${file}\n${session.errors().join("\n")}`);
        }
        throw error;
      } finally {
        for (const session of opened.reverse()) await session.close();
      }
    });
  }
}
