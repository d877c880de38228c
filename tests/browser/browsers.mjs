// Which browsers the tests run in, where they are, and how they are started.
import { createReadStream, createWriteStream } from "node:fs";
import { access, constants, mkdir, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createRequire } from "node:module";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import { firefox, webkit } from "./webdriver.mjs";

/**
 * @typedef {import("playwright-core").BrowserContext} Context
 * @typedef {Parameters<typeof chromium.launchPersistentContext>[1]} Options
 * @typedef {{ name: string, launch(dir: string, options?: Options): Promise<Context> }} Browser `dir`: profile folder
 * @typedef {{ name: string, reason: string }} Missing
 */

// Names under .test lead to this machine and all others nowhere: no test can reach another host, and the demo can be
// opened at http://portal.test, which is no secure context (localhost is one, and hides what plain-http portals lack).
const HOSTS = "MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";
const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--lang=vi", `--host-resolver-rules=${HOSTS}`,
];

/** The floor is Chromium 109, the last one for Windows 7: its binary comes from npm, packed. @type {[string, () => Promise<string>][]} */
const KNOWN = [["chromium", () => onPath("chromium")], ["chromium-109", unpacked]];

/** @type {Promise<{ found: Browser[], missing: Missing[] }> | undefined} looked for once a process */
let looked;
const look = () => (looked ??= (async () => {
  const found = /** @type {Browser[]} */ ([]), missing = /** @type {Missing[]} */ ([]);
  for (const [name, find] of KNOWN) {
    try { found.push(browser(name, await find())); } catch (error) { missing.push({ name, reason: /** @type {Error} */ (error).message }); }
  }
  return { found, missing };
})());

/** The browsers whose program is here. One that is here and does not start fails the test that opens it. */
export const browsers = async () => (await look()).found;

/** The others, with the reason: whoever goes through `browsers()` reports these too. */
export const missing = async () => (await look()).missing;

/** @returns {Browser} */
function browser(/** @type {string} */ name, /** @type {string} */ executablePath) {
  return {
    name,
    launch: (dir, options = {}) => chromium.launchPersistentContext(dir, {
      executablePath, headless: true, chromiumSandbox: false, args: FLAGS, ignoreDefaultArgs: ["--hide-scrollbars"], // people have scroll bars
      locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", acceptDownloads: true, ...options,
    }),
  };
}

/** @typedef {{ name: string, launch(profile?: string): Promise<import("./webdriver.mjs").Driver>, host?: string }} Engine `host`: by which name it is led to this machine */

/**
 * The other families of engines, for the main job. They are not in `browsers()`, whose tests act through Playwright.
 *
 * @returns {Promise<{ found: Engine[], missing: Missing[] }>}
 */
export async function engines() {
  const found = /** @type {Engine[]} */ ([]), missing = /** @type {Missing[]} */ ([]);
  const attempt = async (/** @type {string} */ name, /** @type {() => Promise<Engine>} */ look) => {
    try { found.push(await look()); } catch (error) { missing.push({ name, reason: /** @type {Error} */ (error).message }); }
  };
  await attempt("firefox", async () => {
    const program = await onPath("firefox-esr").catch(() => onPath("firefox"));
    return { name: "firefox", launch: (profile) => firefox(program, profile), host: "portal.test" };
  });
  await attempt("webkit", async () => {
    const [driver, browser] = [await onPath("WebKitWebDriver"), await miniBrowser()];
    if (!process.env.DISPLAY) await onPath("Xvfb");
    return { name: "webkit", launch: () => webkit(driver, browser) };
  });
  return { found, missing };
}

/** WebKitGTK's own small browser lies beside its library. */
async function miniBrowser() {
  for (const base of ["/usr/lib", "/usr/libexec"]) {
    for (const folder of ["", ...await readdir(base).catch(() => [])]) {
      for (const version of ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]) {
        const file = join(base, folder, version, "MiniBrowser");
        if (await runs(file)) return file;
      }
    }
  }
  throw new Error("no MiniBrowser of WebKitGTK");
}

/** A program by Debian's and every other distribution's name for it. */
async function onPath(/** @type {string} */ name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const file = join(folder, name);
    if (folder && await runs(file)) return file;
  }
  throw new Error(`no «${name}» on PATH`);
}

/**
 * Not by the package's own `executablePath()`, which takes whatever lies at /tmp/chromium and unpacks in place, so that two
 * test files started together would run half a browser. It is a headless shell: no windows, but the same engine.
 */
async function unpacked() {
  const file = join(process.env.DVK_CACHE || join(homedir(), ".cache", "dvk"), "chromium-109", "chromium");
  if (await runs(file)) return file;
  const main = createRequire(import.meta.url).resolve("@sparticuz/chromium"); // …/build/index.js
  const part = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await pipeline(createReadStream(join(dirname(main), "../bin/chromium.br")), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
    await rename(part, file);
  } finally { await rm(part, { force: true }); }
  return file;
}

const runs = (/** @type {string} */ file) => access(file, constants.X_OK).then(() => true, () => false);
