// Browsers that Playwright does not drive, spoken to in WebDriver's commands: Firefox by Marionette, the socket behind geckodriver; WebKitGTK by its own
// WebDriver server. A driver offers what the main job needs and no more: open, type, click, read, evaluate, download, shot, kill, close.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** @typedef {(command: string, parameters?: object) => Promise<any>} Speak one WebDriver command, by Marionette's name */

/** A port that is free at this moment. @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((done) => server.close(done));
  return port;
}

/** Repeats until it gives something. @template T @param {() => Promise<T | undefined> | T | undefined} attempt @param {number} [patience] ms @returns {Promise<T>} */
async function until(attempt, what, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    const got = await attempt();
    if (got !== undefined && got !== false) return got;
    if (Date.now() > end) throw new Error(`not in ${patience / 1000} s: ${what}`);
    await wait(50);
  }
}

// --- Firefox ------------------------------------------------------------

const PREFERENCES = {
  "browser.download.folderList": 2, "browser.download.useDownloadDir": true, "browser.download.always_ask_before_handling_new_types": false,
  "browser.helperApps.neverAsk.saveToDisk": "application/json,application/pdf,text/plain", "browser.download.open_pdf_attachments_inline": false, "pdfjs.disabled": true,
  "network.dns.localDomains": "portal.test", "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false,
  "app.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false, "toolkit.telemetry.enabled": false, "browser.safebrowsing.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false, "browser.startup.page": 0, "browser.startup.homepage": "about:blank", "browser.aboutwelcome.enabled": false,
  "browser.sessionstore.resume_from_crash": false, "toolkit.startup.max_resumed_crashes": -1, "dom.disable_beforeunload": true, "intl.accept_languages": "vi", "dom.ipc.processCount": 1,
};

/** @param {string} program @param {string} [profile] of a session that was killed */
export async function firefox(program, profile = mkdtempSync(join(tmpdir(), "dvk-firefox-"))) {
  const port = await freePort(), downloads = join(profile, "downloads");
  mkdirSync(downloads, { recursive: true });
  const all = { ...PREFERENCES, "marionette.port": port, "browser.download.dir": downloads };
  writeFileSync(join(profile, "user.js"), Object.entries(all).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""));
  const child = spawn(program, ["--headless", "--marionette", "--no-remote", "--profile", profile, "about:blank"], { stdio: "ignore", detached: true, env: { ...process.env, HOME: profile, TZ: "Asia/Ho_Chi_Minh" } });
  const socket = await until(async () => {
    const attempt = createConnection(port, "127.0.0.1");
    return Promise.race([once(attempt, "connect").then(() => attempt), once(attempt, "error").then(() => undefined)]).catch(() => undefined);
  }, "Firefox answers", 40_000);
  const waiting = new Map();
  let buffer = Buffer.alloc(0), last = 0;
  socket.on("data", (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(":");
      const length = Number(buffer.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 1 || buffer.length < colon + 1 + length) return;
      const message = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString());
      buffer = buffer.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue; // its greeting
      const [, id, error, result] = message;
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.fail(new Error(`${error.error}: ${error.message}`));
      else asked?.done(result);
    }
  });
  const gone = () => { for (const { fail } of waiting.values()) fail(new Error("Firefox is gone")); waiting.clear(); };
  socket.on("close", gone);
  socket.on("error", gone);
  /** @type {Speak} */
  const speak = (command, parameters = {}) => new Promise((done, fail) => {
    const id = ++last;
    waiting.set(id, { done, fail });
    const text = JSON.stringify([0, id, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
  });
  await speak("WebDriver:NewSession", { capabilities: { alwaysMatch: { unhandledPromptBehavior: "accept" } } });
  return new Driver("firefox", speak, { downloads, folder: profile, children: [child] });
}

// --- WebKitGTK ----------------------------------------------------------

/** Marionette's names of the commands, as WebDriver's addresses. @type {Record<string, [string, string]>} */
const ADDRESSES = {
  "WebDriver:Navigate": ["POST", "url"], "WebDriver:Refresh": ["POST", "refresh"], "WebDriver:ExecuteScript": ["POST", "execute/sync"], "WebDriver:ExecuteAsyncScript": ["POST", "execute/async"],
  "WebDriver:ElementClick": ["POST", "element/{id}/click"], "WebDriver:ElementSendKeys": ["POST", "element/{id}/value"], "WebDriver:TakeScreenshot": ["GET", "screenshot"],
};

/** @param {string} program WebKitWebDriver @param {string} browser MiniBrowser */
export async function webkit(program, browser) {
  const folder = mkdtempSync(join(tmpdir(), "dvk-webkit-")), downloads = join(folder, "Downloads");
  mkdirSync(downloads, { recursive: true });
  mkdirSync(join(folder, ".config"));
  writeFileSync(join(folder, ".config", "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const children = [], env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, ".config"), TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8", GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1", NO_AT_BRIDGE: "1" };
  if (!env.DISPLAY) {
    const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1366x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"], detached: true });
    children.push(screen);
    const [number] = await once(/** @type {import("node:stream").Readable} */ (screen.stdio[3]), "data");
    env.DISPLAY = `:${String(number).trim()}`;
  }
  const port = await freePort();
  children.push(spawn(program, [`--port=${port}`], { stdio: "ignore", detached: true, env }));
  const call = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {object} */ body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, { method, ...(method === "POST" ? { body: JSON.stringify(body) } : {}) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const { sessionId } = await until(() => call("POST", "", {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: "accept", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } } },
  }).catch((error) => { if (error.cause) return undefined; throw error; }), "WebKitWebDriver answers");
  /** @type {Speak} */
  const speak = async (command, { id, ...rest } = /** @type {any} */ ({})) => {
    const [method, path] = ADDRESSES[command];
    const value = await call(method, `/${sessionId}/${path.replace("{id}", id)}`, rest);
    return { value };
  };
  const driver = new Driver("webkit", speak, { downloads, folder, children });
  driver.ending = () => fetch(`http://127.0.0.1:${port}/session/${sessionId}`, { method: "DELETE", signal: AbortSignal.timeout(5000) });
  return driver;
}

// --- both ---------------------------------------------------------------

/** What is meant by a word in a script: the element, its shadow root, the control of a path. */
const PRELUDE = "const element = document.querySelector('dvk-registration'); const root = element && element.shadowRoot; const one = (selector) => root && root.querySelector(selector);";

export class Driver {
  /** @param {string} name @param {Speak} speak @param {{ downloads: string, folder: string, children: import("node:child_process").ChildProcess[] }} parts */
  constructor(name, speak, { downloads, folder, children }) {
    this.name = name;
    this.speak = speak;
    this.downloads = downloads;
    this.folder = folder;
    this.children = children;
    /** @type {(() => Promise<unknown>) | undefined} */
    this.ending = undefined;
  }

  /** Opens a page; waits until the element is ready. */
  async open(/** @type {string} */ url) {
    await this.speak("WebDriver:Navigate", { url });
    await until(() => this.evaluate("return Boolean(one('[data-path]'))").catch(() => false), `${url} shows the form`);
  }

  async reload() {
    await this.speak("WebDriver:Refresh");
    await until(() => this.evaluate("return Boolean(one('[data-path]'))").catch(() => false), "the form shows again");
  }

  /** The body of a function in the page, after the words of the prelude; arguments are `arguments[…]`. */
  async evaluate(/** @type {string} */ script, /** @type {any[]} */ ...args) {
    const { value } = await this.speak("WebDriver:ExecuteScript", { script: `${PRELUDE}${script}`, args });
    return value;
  }

  /** An element inside the form, waited for. */
  async #find(/** @type {string} */ selector) {
    const found = await until(async () => (await this.evaluate("const all = root ? [...root.querySelectorAll(arguments[0])].filter((one) => one.getClientRects().length > 0) : []; return all[0] || null", selector)) ?? undefined, `«${selector}» is shown`, 8000);
    return found[ELEMENT];
  }

  has(/** @type {string} */ selector) { return this.evaluate("return Boolean(one(arguments[0]))", selector); }
  text(/** @type {string} */ selector) { return this.evaluate("const found = one(arguments[0]); return found ? found.innerText : ''", selector); }
  read(/** @type {string} */ path) { return this.evaluate("return one(`[data-path=\"${arguments[0]}\"]`).value", path); }

  /** Presses what a selector names, as the mouse does: scrolled into view first, below what the portal keeps at the top. */
  async press(/** @type {string} */ selector) {
    const id = await this.#find(selector);
    await this.evaluate("arguments[0].scrollIntoView({ block: 'center' })", { [ELEMENT]: id });
    await this.speak("WebDriver:ElementClick", { id });
  }

  click(/** @type {string} */ action, /** @type {string} */ on = "", inside = "") { return this.press(`${inside} [data-action="${action}"]${on ? `[data-on="${on}"]` : ""}`); }

  /** Answers a field with real keys: what stood there is selected and typed over. */
  async type(/** @type {string} */ path, /** @type {string} */ text) {
    const box = `[data-path="${path}"]`;
    await this.#find(box);
    const kind = await this.evaluate("const found = one(arguments[0]); return found.localName === 'select' ? 'select' : /^(radio|checkbox)$/.test(found.type) ? found.type : found.dataset.part ? 'date' : 'text'", box);
    if (kind === "radio") return this.#choose(`${box}[value="${text}"]`);
    if (kind === "checkbox") {
      if (await this.evaluate("return one(arguments[0]).checked", box) !== (text === "true")) await this.#choose(box);
      return undefined;
    }
    // A native list is not drawn by the page; its keys are: the first letters lead to the option.
    if (kind === "select") {
      await this.#keys(box, await this.evaluate("const found = one(arguments[0]); for (const option of found.options) if (option.value === arguments[1]) return option.text; return ''", box, text));
      return undefined;
    }
    if (kind === "date") {
      const parts = text.split("/");
      for (const [at, part] of ["day", "month", "year"].entries()) await this.#keys(`${box}[data-part="${part}"]`, parts[at] ?? "");
      return undefined;
    }
    return this.#keys(box, text);
  }

  async #choose(/** @type {string} */ selector) {
    const id = await this.#find(selector);
    await this.evaluate("arguments[0].scrollIntoView({ block: 'center' })", { [ELEMENT]: id });
    await this.speak("WebDriver:ElementClick", { id });
  }

  async #keys(/** @type {string} */ selector, /** @type {string} */ text) {
    const id = await this.#find(selector);
    await this.evaluate("arguments[0].scrollIntoView({ block: 'center' }); arguments[0].focus(); if (arguments[0].select) arguments[0].select()", { [ELEMENT]: id });
    await this.speak("WebDriver:ElementSendKeys", { id, text, value: [...text] });
  }

  /** The file that comes down when an action is pressed. */
  async download(/** @type {string} */ action) {
    const before = new Set(readdirSync(this.downloads));
    await this.click(action);
    const name = await until(() => readdirSync(this.downloads).find((one) => !before.has(one) && !/\.(part|wkdownload)$/.test(one) && !readdirSync(this.downloads).includes(`${one}.part`)), `a file of «${action}»`, 60_000);
    const bytes = await until(async () => { const bytes = readFileSync(join(this.downloads, name)); await wait(150); return bytes.length > 0 && readFileSync(join(this.downloads, name)).length === bytes.length ? bytes : undefined; }, `${name} is whole`);
    return { name, bytes };
  }

  async shot(/** @type {string} */ file) {
    const { value } = await this.speak("WebDriver:TakeScreenshot", { full: false });
    writeFileSync(file, Buffer.from(value, "base64"));
    return file;
  }

  /** Ends the browser as a power cut would; its folder stays. */
  async kill() {
    for (const child of this.children) {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
      try { process.kill(-(child.pid ?? 0), "SIGKILL"); } catch { /* gone already */ }
      await gone;
    }
  }

  async close() {
    await this.ending?.().catch(() => {});
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
