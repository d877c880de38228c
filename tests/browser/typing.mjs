// How a person answers: with keys, an input method, the clipboard; with the mouse or without.

/**
 * @typedef {import("./session.mjs").Session} Session
 * @typedef {import("playwright-core").Locator} Locator
 * @typedef {"keys" | "unikey" | "paste" | "input"} How
 * keys: one key a letter; a letter without a key on a US keyboard (ế, đ, ư) comes as an input event without key events (CDP
 * insertText), as from an input method. unikey: such letters as Unikey, EVKey and OpenKey send them: base letter, Backspace,
 * letter; no composition events. paste: Ctrl+V, for long texts too. input: all at once, without key events, as dictation does.
 * @typedef {{ how?: How, by?: "mouse" | "keyboard", part?: string }} Manner
 * `by` mouse: a click on the control or its label. keyboard: Tab until it has the focus; arrows and Space choose.
 */

/**
 * Goes to the control of a path and replaces what is there. Focus stays there, as a person's does: the next `type`, `click` or
 * `press("Tab")` leaves it. Choices go by value, ticks by true and false, several ticks by the list of those wanted, dates by
 * `15/02/2026` (into the three boxes; `//2026` leaves two empty).
 *
 * @param {Session} session
 * @param {string} path
 * @param {string | boolean | string[]} value
 * @param {Manner} manner
 * @returns {Promise<void>}
 */
export async function type(session, path, value, { how = "keys", by = "mouse", part = "" }) {
  const controls = await session.at(path, part), first = controls.first();
  const kind = await first.evaluate((/** @type {any} */ one) => one.localName === "select" ? "select" : /^(radio|checkbox)$/.test(one.type) ? one.type : one.dataset.part && "date");
  if (kind === "date" && !part) {
    const parts = String(value).split("/");
    for (const [at, name] of ["day", "month", "year"].entries()) await type(session, path, parts[at] ?? "", { how, by, part: name });
  } else if (kind === "checkbox") {
    for (const box of await controls.all()) {
      const wanted = typeof value === "boolean" ? value : [value].flat().includes(await box.inputValue());
      if (wanted === await box.isChecked()) continue;
      if (by === "mouse") await clickLabel(box);
      else { await tabTo(session, box); await session.press("Space"); }
    }
  } else if (kind === "radio") {
    const wanted = session.form().locator(`[data-path=${JSON.stringify(path)}][value=${JSON.stringify(value)}]`);
    if (by === "mouse") return clickLabel(wanted);
    await tabTo(session, controls);
    for (let left = await controls.count(); left > 0 && !await focused(wanted); left--) await session.press("ArrowDown");
    if (!await wanted.isChecked()) await session.press("Space");
  } else if (kind === "select") {
    const values = await first.locator("option:enabled").evaluateAll((all) => all.map((one) => /** @type {any} */ (one).value));
    if (!values.includes(value)) throw new Error(`«${path}» offers ${values.join(", ")}, not «${value}»`);
    await reach(session, first, by);
    // A headless browser shows no list to click in: closed by Escape, the box obeys the arrows, with a change event at each.
    if (by === "mouse") await session.press("Escape");
    await session.press("Home");
    for (let steps = values.indexOf(value); steps > 0; steps--) await session.press("ArrowDown");
  } else {
    await reach(session, first, by);
    await session.press("Control+A");
    await session.press("Delete");
    await write(session.page, String(value), how);
  }
}

/** Enters text where the focus is. */
export async function write(/** @type {import("playwright-core").Page} */ page, /** @type {string} */ text, /** @type {How} */ how) {
  if (how === "keys") return page.keyboard.type(text);
  if (how === "paste") return paste(page, text);
  if (how === "input") return page.keyboard.insertText(text);
  for (const letter of text) {
    const base = letter.replace("đ", "d").replace("Đ", "D").normalize("NFD").charAt(0);
    await page.keyboard.type(base);
    if (base === letter) continue;
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText(letter);
  }
}

/**
 * Copied in another tab, since a page on plain http has no clipboard API. The clipboard is in another process than the page: it has
 * the text when that can be pasted, and takes the next paste when the first page has its focus again.
 */
async function paste(/** @type {import("playwright-core").Page} */ page, /** @type {string} */ text) {
  const other = await page.context().newPage();
  await other.setContent("<textarea></textarea><textarea></textarea>");
  const [source, proof] = [other.locator("textarea").first(), other.locator("textarea").last()];
  await source.fill(text);
  const held = await source.inputValue();
  for (let left = 20; left > 0 && await proof.inputValue() !== held; left--) {
    await source.focus();
    await other.keyboard.press("Control+A");
    await other.keyboard.press("Control+C");
    await proof.fill("");
    await other.keyboard.press("Control+V");
    await other.waitForTimeout(20);
  }
  await other.close();
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
  await page.keyboard.press("Control+V");
}

async function reach(/** @type {Session} */ session, /** @type {Locator} */ control, /** @type {Manner["by"]} */ by) {
  await (by === "mouse" ? control.click() : tabTo(session, control));
}

/** Tab, or Shift+Tab where the control lies behind, until one of the controls has the focus. */
async function tabTo(/** @type {Session} */ session, /** @type {Locator} */ controls) {
  const back = await controls.first().evaluate((one) => {
    const active = /** @type {ShadowRoot} */ (one.getRootNode()).activeElement;
    return Boolean(active && active !== one && active.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);
  });
  for (let left = 500; left > 0; left--) {
    if (await focused(controls)) return;
    await session.press(back ? "Shift+Tab" : "Tab");
  }
  throw new Error("no Tab leads there");
}

const focused = (/** @type {Locator} */ controls) => controls.evaluateAll((all) => all.some((one) => /** @type {ShadowRoot} */ (one.getRootNode()).activeElement === one));

async function clickLabel(/** @type {Locator} */ control) {
  const label = await control.evaluateHandle((/** @type {any} */ one) => one.labels?.[0] ?? one);
  await /** @type {import("playwright-core").ElementHandle} */ (label.asElement()).click();
}
