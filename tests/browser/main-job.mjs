// The main job in any browser: a registration is filled in with mistakes, checked, corrected, saved and printed to PDF, and is there after a reload.
// A driver offers what stands in webdriver.mjs; for Playwright's browsers it is made of a Session below.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fields, mistakes, stepOf, steps } from "./script.mjs";

/** @typedef {Pick<import("./webdriver.mjs").Driver, "open" | "reload" | "type" | "click" | "has" | "read" | "text" | "evaluate" | "download">} Driver */

/** A Session of Playwright as a driver. @returns {Driver} */
export function driverOf(/** @type {import("./session.mjs").Session} */ session, /** @type {import("./typing.mjs").How} */ how = "paste") {
  // Through the locator, which also finds the element in another shadow root.
  const run = (/** @type {"record" | "report" | "has"} */ what, selector = "x") => session.form().evaluate((element, [what, selector]) => {
    const { record, report, shadowRoot } = /** @type {any} */ (element);
    return { record, report, has: Boolean(shadowRoot.querySelector(selector)) }[what];
  }, /** @type {const} */ ([what, selector]));
  return {
    open: (url) => session.go(url), reload: () => session.reload(), type: (path, text) => session.type(path, /^(true|false)$/.test(text) ? text === "true" : text, { how }),
    click: (action, on = "", inside = "") => session.click(action, { ...(on ? { on } : {}), ...(inside ? { inside } : {}) }),
    has: (selector) => run("has", selector), read: (path) => session.read(path), text: (selector) => session.text(selector),
    evaluate: (script) => run(/report/.test(script) ? "report" : "record"), download: (action) => session.download(action),
  };
}

async function fill(/** @type {Driver} */ driver, /** @type {string} */ path, /** @type {string} */ text) {
  const [, list, row] = path.match(/^(.*)\/(\d+)\//) ?? [];
  if (list && !(await driver.has(`[data-row="${list}/${row}"]`))) await driver.click("add-row", list);
  await driver.type(path, text);
}

/** @param {Driver} driver @param {string} url of the page @param {string} folder for the PDF */
export async function mainJob(driver, url, folder) {
  await driver.open(url);
  for (const step of steps) {
    if (step !== "applicant") await driver.click("next");
    for (const [path, right] of fields.filter(([path]) => stepOf(path) === step)) {
      const text = (mistakes.find(([at]) => at === path) ?? [path, right])[1];
      if (text) await fill(driver, path, text);
    }
  }
  await driver.click("check");
  const report = () => driver.evaluate("return element.report");
  const open = (/** @type {any} */ said) => said.findings.filter((/** @type {any} */ one) => one.outcome === "unmet").map((/** @type {any} */ one) => one.criterion);
  const before = open(await report());
  for (const [path, , , criterion] of mistakes) assert.ok(before.includes(criterion), `${criterion} is found at ${path}; there are ${before}`);
  for (const [path, , right] of mistakes) {
    await driver.click("step", stepOf(path), ".steps");
    await fill(driver, path, right);
  }
  await driver.click("check");
  const after = await report();
  assert.deepEqual([open(after), after.errors, after.ready], [[], [], true]);
  await driver.click("step", "review", ".steps");
  const record = await driver.evaluate("return element.record");
  const file = await driver.download("save");
  const saved = JSON.parse(file.bytes.toString());
  assert.match(file.name, /^dang-ky-dvk-2026-\w+\.json$/);
  for (const part of ["applicant", "model", "signer"]) {
    for (const member of Object.keys(record[part])) assert.deepEqual(saved[part][member], record[part][member], `${part}.${member}`); // the file has empty lists too
  }
  const pdf = await driver.download("pdf");
  assert.match(pdf.name, /^dang-ky-dvk-2026-\w+\.pdf$/);
  const path = join(folder, "phieu.pdf");
  writeFileSync(path, pdf.bytes);
  const printed = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
  assert.ok(printed.includes(record.model.name), printed.slice(0, 400));
  await driver.reload();
  await settled(driver, record.model.name);
  assert.deepEqual((await driver.evaluate("return element.record")).model, record.model, "the draft is there after a reload");
}

async function settled(/** @type {Driver} */ driver, /** @type {string} */ name) {
  for (let left = 100; left > 0; left--) {
    if ((await driver.evaluate("return element.record"))?.model?.name === name) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}
