// The registration that the browser tests type: fixtures/registrations/typed-vinh-hy.json, step by step, as an officer would.
import { readFileSync } from 'node:fs';

const file = JSON.parse(readFileSync(new URL('../fixtures/registrations/typed-vinh-hy.json', import.meta.url), 'utf8'));

/** Which step shows a path; the order of the form. */
const STEPS = [
  ['applicant', /^\/(applicant\/(?!header)|stage|level|period|registeredOn|lowerRecognition)/],
  ['model', /^\/model\/(name|field|themes|status|need|goal|targets|results|basis)/],
  ['method', /^\/model\/(method|consultation|scope|forces|start|end|continuous|milestones)/],
  ['means', /^\/model\//],
  ['review', /./],
];
export const stepOf = (path) => STEPS.find(([, shows]) => shows.test(path))[0];
export const steps = STEPS.map(([name]) => name);

/** A place has one box; the name is typed into it. */
const box = (path) => path.replace(/(commune|province)\/name$/, '$1');
const order = (path) => steps.indexOf(stepOf(path));

/** [path, text] in the order of the steps. */
export const fields = file.fields.map(([path, text]) => [box(path), text]).sort(([a], [b]) => order(a) - order(b));
/** [path, wrong, right, criterion] */
export const mistakes = file.mistakes.map(([path, ...rest]) => [box(path), ...rest]);

/** Types one field, making its row first where it stands in one. */
export async function fill(s, path, text, manner) {
  const [, list, row] = path.match(/^(.*)\/(\d+)\//) ?? [];
  if (list && !(await s.form().locator(`[data-row="${list}/${row}"]`).count())) await s.click('add-row', { on: list });
  if (/^(true|false)$/.test(text)) return s.type(path, text === 'true', manner);
  return s.type(path, text, manner);
}

/** Goes to a step by the list of steps. */
export const go = (s, step) => s.click('step', { on: step, inside: '.steps' });

/** Types the whole registration. `wrong`: the mistakes are typed instead of what is right. `after`: called when a step is filled in, before going on. */
export async function typeAll(s, { wrong = true, manner = { how: 'paste' }, after = async () => {} } = {}) {
  for (const step of steps) {
    if (step !== 'applicant') await s.click('next');
    for (const [path, right] of fields.filter(([path]) => stepOf(path) === step)) {
      const mistake = wrong && mistakes.find(([at]) => at === path);
      const text = mistake ? mistake[1] : right;
      if (text) await fill(s, path, text, manner);
    }
    await after(step);
  }
}
