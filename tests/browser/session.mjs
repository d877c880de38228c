// One person at one page: everything goes through real keys, clicks and the clipboard, and is read as it is shown.
import { mkdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listen } from "./log.mjs";
import { type, write } from "./typing.mjs";

const SHOTS = fileURLToPath(new URL("shots", import.meta.url));
const ROLES = /** @type {const} */ (["button", "link", "tab", "radio", "checkbox", "menuitem"]);

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").Locator} Locator
 * @typedef {{ browser: string, element: string, ready: boolean, storage: import("./harness.mjs").Storage, now?: string }} Setting
 * @typedef {import("./log.mjs").Log & { pid: number }} Log
 */

export class Session {
  /** Use `open` of harness.mjs. */
  constructor(/** @type {Page} */ page, /** @type {Setting} */ setting, /** @type {Log} */ log) {
    /** @type {Page} */ this.page = page;
    /** @type {Setting} */ this.setting = setting;
    /** @type {Log} */ this.log = log;
    page.setDefaultTimeout(10_000);
  }

  static async start(/** @type {import("playwright-core").BrowserContext} */ context, /** @type {Setting} */ setting) {
    const browser = await /** @type {import("playwright-core").Browser} */ (context.browser()).newBrowserCDPSession();
    const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
    const pid = processInfo.find(({ type }) => type === "browser")?.id ?? 0;
    await browser.detach();
    const log = Object.assign(await listen(context), { pid });
    if (setting.now) await context.clock.setFixedTime(new Date(setting.now));
    const session = new Session(context.pages()[0] ?? await context.newPage(), setting, log);
    setting.storage.owner = session;
    return session;
  }

  get server() { return this.setting.storage.server; }
  get storage() { return this.setting.storage; }

  async go(/** @type {string} */ url) { await this.page.goto(url); await this.#ready(); }
  async reload() { await this.page.reload(); await this.#ready(); }

  /** A second tab of the same browser; `requests` and `errors` are shared. */
  async tab(url = this.page.url()) {
    const tab = new Session(await this.page.context().newPage(), this.setting, this.log);
    await tab.go(url);
    return tab;
  }

  /** An element that does not get ready is an error of the page, not of the test: a test of a broken network goes on. */
  async #ready() {
    if (!this.setting.ready) return;
    const said = await this.page.evaluate(async (name) => {
      const late = new Promise((done) => setTimeout(done, 10_000, "not ready after 10 s"));
      const ready = customElements.whenDefined(name.replace(/[^\w-].*/, "")).then(() => /** @type {any} */ (document.querySelector(name))?.ready);
      return Promise.race([late, ready.then(() => "", String)]);
    }, this.setting.element);
    if (said) this.log.errors.push(`ready: ${said}`);
  }

  /** The element; CSS below it goes through the open shadow root. */
  form() { return this.page.locator(this.setting.element); }

  /** The controls of a path that can be seen, waited for. @returns {Promise<Locator>} */
  async at(/** @type {string} */ path, part = "") {
    const found = this.form().locator(`[data-path=${JSON.stringify(path)}]${part && `[data-part=${part}]`}`).filter({ visible: true });
    await found.first().waitFor({ timeout: 5000 }).catch(async () => {
      const shown = await this.form().locator("[data-path]").filter({ visible: true }).evaluateAll((all) => all.map((one) => /** @type {any} */ (one).dataset.path));
      throw new Error(`no box «${path}» is shown; there are: ${[...new Set(shown)].join(" ")}`);
    });
    return found;
  }

  /** Answers a field; see `type` of typing.mjs. @returns {Promise<void>} */
  type(/** @type {string} */ path, /** @type {string | boolean | string[]} */ value, /** @type {import("./typing.mjs").Manner} */ manner = {}) { return type(this, path, value, manner); }

  /** Enters text where the focus is. */
  write(/** @type {string} */ text, /** @type {import("./typing.mjs").How} */ how = "keys") { return write(this.page, text, how); }

  /** A box by path, or what can be clicked by `data-action` (and `data-on`, the row it acts on) or by its exact accessible name; `inside` a selector, where names repeat. */
  async click(/** @type {string} */ what, /** @type {{ on?: string, inside?: string }} */ { on, inside } = {}) {
    if (what.startsWith("/")) return (await this.at(what)).first().click();
    const form = inside ? this.form().locator(inside) : this.form(), action = form.locator(`[data-action=${JSON.stringify(what)}]${on ? `[data-on=${JSON.stringify(on)}]` : ""}`);
    let all = form.getByText(what, { exact: true }).and(form.locator("summary")).or(action);
    for (const role of ROLES) all = all.or(form.getByRole(role, { name: what, exact: true }));
    all = all.filter({ visible: true });
    await all.first().waitFor({ timeout: 5000 }).catch(async () => {
      throw new Error(`nothing «${what}» can be clicked; there are: ${(await this.text("button, a, summary, [role=tab]")).replaceAll("\n", " · ")}`);
    });
    await all.click();
  }

  press(/** @type {string} */ key) { return this.page.keyboard.press(key); }

  /** What a field shows, in the form that `type` takes. @returns {Promise<string | boolean | string[]>} */
  async read(/** @type {string} */ path) {
    return (await this.at(path)).evaluateAll((/** @type {any[]} */ all) => {
      const on = all.filter((one) => one.checked).map((one) => one.value);
      if (all[0].type === "radio") return on[0] ?? "";
      if (all[0].type === "checkbox") return all.length > 1 ? on : all[0].checked;
      const values = all.map((one) => one.value);
      return values.some(Boolean) ? values.join("/") : "";
    });
  }

  /** What can be seen of the element, or of parts of it. */
  async text(/** @type {string} */ selector = "") {
    const parts = selector ? this.form().locator(selector).filter({ visible: true }) : this.form();
    const texts = await parts.evaluateAll((all, whole) => all.flatMap((one) => whole ? [...(one.shadowRoot ?? one).children] : [/** @type {Element} */ (one)])
      .filter((one) => one.getClientRects().length > 0).map((one) => /** @type {HTMLElement} */ (one).innerText.trim()), !selector);
    return texts.join("\n");
  }

  /** What is said beside a box: part `finding` in what its control is described by, so that a screen reader says it too. @returns {Promise<string[]>} */
  async findings(/** @type {string} */ path) {
    return (await this.at(path)).first().evaluate((control) => {
      const root = /** @type {ShadowRoot} */ (control.getRootNode()), ids = new Set();
      for (let one = /** @type {Element | null} */ (control); one; one = one.parentElement) {
        for (const name of ["aria-describedby", "aria-errormessage"]) for (const id of (one.getAttribute(name) ?? "").split(/\s+/)) if (id) ids.add(id);
      }
      const found = [...root.querySelectorAll('[part~="finding"]')].filter((one) => one.getClientRects().length > 0);
      return found.filter((one) => { for (const id of ids) if (one.closest(`[id="${id}"]`)) return true; return false; }).map((one) => /** @type {HTMLElement} */ (one).innerText.trim());
    });
  }

  /** What has the focus, through shadow roots: `is` its path, else action, id or tag; the selection in UTF-16 code units. */
  active() {
    return this.page.evaluate(() => {
      let one = /** @type {any} */ (document.activeElement);
      while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
      const { path, part = "", action } = one?.dataset ?? {}, start = one?.selectionStart ?? null, end = one?.selectionEnd ?? null;
      return { is: /** @type {string} */ (path ?? action ?? (one?.id || one?.localName)), part: /** @type {string} */ (part), selection: start === null ? null : { start: /** @type {number} */ (start), end: /** @type {number} */ (end), text: /** @type {string} */ (one.value.slice(start, end)) } };
    });
  }

  /** Writes shots/<browser>-<name>.png and says where. */
  async shot(/** @type {string} */ name, { full = false } = {}) {
    const path = join(SHOTS, `${this.setting.browser}-${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.png`);
    await mkdir(SHOTS, { recursive: true });
    await this.page.screenshot({ path, fullPage: full, caret: "initial" }); // hiding the caret takes a <style>, which the page's policy refuses
    return path;
  }

  /** What comes down when something is clicked (see `click`) or done. */
  async download(/** @type {string | (() => unknown)} */ action) {
    const [file] = await Promise.all([this.page.waitForEvent("download"), typeof action === "string" ? this.click(action) : action()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  /** Chooses a file, or bytes under a name, in the dialog that a button opens. */
  async upload(/** @type {string} */ button, /** @type {string | { name: string, bytes: Uint8Array, type?: string }} */ file) {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.click(button)]);
    await chooser.setFiles(typeof file === "string" ? file : { name: basename(file.name), mimeType: file.type ?? "application/octet-stream", buffer: Buffer.from(file.bytes) });
  }

  /** Every request that the browser's network reports, other hosts' too (they lead nowhere). */
  async requests() { await Promise.all(this.log.pending); return this.log.requests; }

  /** One line each: `console:`, `page:` (uncaught), `csp:`, `request:` (failed), `ready:`. Expected on a good page: none. */
  errors() { return this.log.errors; }

  /** Ends the browser as a power cut would; then `close()`, or `open({ storage: session.storage })`. */
  async kill() {
    const told = new Promise((done) => this.page.context().once("close", done));
    process.kill(-this.log.pid, "SIGKILL"); // the group: its renderers and services too
    await told;
  }

  /** Closes the browser and forgets the profile; `keep` for who comes back. */
  async close({ keep = false } = {}) {
    await this.page.context().close().catch(() => {}); // it may have been killed
    if (keep) return settled(this.log.pid);
    if (this.storage.owner !== this) return;
    await this.server.close();
    try { process.kill(-this.log.pid, "SIGKILL"); } catch { /* all gone */ } // what lags behind would write into the folder again
    await rm(this.storage.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The browser's services may flush for a moment longer. At most a second: where nobody collects dead processes they stay listed. */
async function settled(/** @type {number} */ group) {
  for (let left = 20; left > 0; left--) {
    try { process.kill(-group, 0); } catch { return; }
    await new Promise((done) => setTimeout(done, 50));
  }
}
