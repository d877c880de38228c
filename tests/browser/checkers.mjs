// Two independent checkers of accessibility, run inside the page: axe-core and IBM's engine. What they say is compared with what they say of the same
// page without the element, so that a fault of the portal is not ours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = (name) => readFileSync(createRequire(import.meta.url).resolve(name), 'utf8');
const AXE = source('axe-core/axe.min.js');
const IBM = source('accessibility-checker-engine/ace-window.js');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What IBM's engine only suspects, and what proves the opposite: it cannot read adopted style sheets nor see where the page is scrolled to. */
const PROVED = {
  style_focus_visible: 'a11y.test.mjs reads the outline of every stop',
  element_tabbable_unobscured: 'a11y.test.mjs looks whether a stop is covered',
  input_label_visible: 'every box has a visible label: ui/field.rs, and axe-core’s rule “label”',
  input_checkboxes_grouped: 'a tick of its own (“no end date”) belongs to no group; those that do stand in a fieldset',
  aria_keyboard_handler_exists: 'one listener at the root hears the keys of all boxes; places.test.mjs chooses by keys alone',
  text_block_heading: 'lines of an official form stand out by their letters; its headings are h1 and h2',
  list_structure_proper: 'what is listed by label and value in the preview',
  list_markup_review: 'a paragraph that a person has typed with dashes',
};

/** Puts the checkers into a page; through the debugger, so that the page's policy stays as it is. */
export async function prepare(page) {
  await page.evaluate(AXE);
  await page.evaluate(IBM);
}

/**
 * What both say of the page as it stands, one line a finding: `axe color-contrast <label …>`.
 * @returns {Promise<string[]>} sorted
 */
export async function findings(page) {
  const said = await page.evaluate(async ([standard, proved]) => {
    scrollTo(0, 0); // what lies half under a sticky header counts as too small a target
    const short = (html) => `${html}`.replace(/\s+/g, ' ').slice(0, 160);
    const all = [];
    // What is folded is looked at as well: IBM's engine takes the label of a folded box for missing.
    const roots = [document];
    for (const one of document.querySelectorAll('*')) if (one.shadowRoot) roots.push(one.shadowRoot);
    const folded = roots.flatMap((root) => [...root.querySelectorAll('details:not([open])')]);
    for (const one of folded) one.open = true;
    const { violations } = await globalThis.axe.run(document, { runOnly: standard, resultTypes: ['violations'] });
    for (const { id, nodes } of violations) for (const { html } of nodes) all.push(`axe ${id} ${short(html)}`);
    const report = await new globalThis.ace.Checker().check(document, ['WCAG_2_2']);
    // Violations and what the engine asks a person to look at; recommendations and passes are left out.
    for (const { ruleId, value: [, verdict], reasonId, snippet } of report.results) {
      if (verdict === 'FAIL' || (verdict === 'POTENTIAL' && !proved.includes(ruleId))) all.push(`ibm ${ruleId} ${verdict} ${reasonId} ${short(snippet)}`);
    }
    for (const one of folded) one.open = false;
    return all;
  }, [STANDARD, Object.keys(PROVED)]);
  return said.sort();
}
