// Which browsers the tests run in, where they are, and how they are started.
import { createReadStream, createWriteStream } from "node:fs";
import { access, constants, mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createRequire } from "node:module";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";

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
const KNOWN = [["chromium", onPath], ["chromium-109", unpacked]];

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

/** Debian's and every other distribution's name for it. */
async function onPath() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const file = join(folder, "chromium");
    if (folder && await runs(file)) return file;
  }
  throw new Error("no «chromium» on PATH");
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
