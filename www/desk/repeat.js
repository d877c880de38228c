// Last year's record as the beginning of a new one: chosen, asked about, shown, and only then put into the form.

import { json } from '../json.js';
import { button, differences, heading, labelled, list, make, refill, select } from './dom.js';
import { repeat as words } from './words.js';

const bytes = (text) => new TextEncoder().encode(text);
const isYear = (text) => /^\d{4}$/.test(text.trim());

/** @param {import('../desk.js').Desk} desk */
export function repeat(desk) {
  const place = make('div', {});
  desk.body.append(heading(words.title), button(words.choose, () => choose(desk, place)), place);
}

async function choose(desk, place) {
  const [file] = await desk.pick();
  if (!file) return;
  const read = await desk.attempt(() => desk.read(file));
  if (!read) return;
  desk.say(read.altered);
  ask(desk, place, read.name, read.text);
}

/** Asks what cannot be known, and shows what would differ. */
function ask(desk, place, name, text) {
  const { host } = desk;
  const { core } = host;
  const earlier = JSON.parse(text);
  const known = core.years(bytes(text));
  const from = make('input', { inputmode: 'numeric', autocomplete: 'off' });
  const to = make('input', { inputmode: 'numeric', autocomplete: 'off', class: 'short' });
  to.value = host.element.getAttribute('year') || String(new Date().getFullYear());
  const status = select(words.statuses);
  const baselines = make('input', { type: 'checkbox' });
  const preview = make('div', {});
  const plan = () => ({ to: Number(to.value), ...(known.from ? {} : { from: Number(from.value) }), status: status.value, baselines: baselines.checked });
  const copy = () => core.duplicate(bytes(text), bytes(json(plan())), host.options(), Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  const sound = () => isYear(to.value) && (known.from || isYear(from.value));
  const show = () => {
    if (!sound()) return refill(preview, make('p', { class: 'notice' }, words.year));
    const made = desk.host.ask(copy);
    if (!made) return refill(preview, make('p', { class: 'notice' }, words.year));
    const parts = [make('h4', {}, words.changes(made.changes.length)), make('p', {}, words.fresh), differences(made.changes, words)];
    if (made.unmoved.length) parts.push(make('p', {}, words.unmoved), list(made.unmoved.map(({ label }) => label)));
    if (made.dated.length) parts.push(make('p', {}, words.dated), list(made.dated.map(({ label }) => label)));
    return refill(preview, ...parts, button(words.make, () => take(desk, place, preview, { name, year: to.value.trim(), record: copy().record })));
  };
  for (const control of [from, to]) control.addEventListener('input', show);
  for (const control of [status, baselines]) control.addEventListener('change', show);
  const reached = (earlier.model?.targets ?? []).some(({ actual }) => actual !== undefined);
  refill(place, make('p', {}, words.file(name, earlier.model?.name, earlier.applicant?.name)),
    ...(known.from ? [] : [labelled(words.from, from, words.fromHelp)]),
    labelled(words.to, to, words.toHelp), labelled(words.status, status, words.statusHelp),
    ...(reached ? [labelled(words.baselines, baselines, words.baselinesHelp)] : []), preview);
  show();
  (known.from ? to : from).focus();
}

/** Puts the new record into the form; what is being written there goes only after a yes, and can be had back. */
function take(desk, place, preview, made) {
  if (!isBegun(JSON.parse(desk.host.app.record()))) return put(desk, place, made);
  const question = make('p', { tabindex: '-1' }, words.sure);
  refill(preview, question, button(words.no, () => refill(place)), button(words.yes, () => put(desk, place, made), 'button second'));
  return question.focus();
}

/** Whether something was written that would be missed. */
function isBegun({ applicant, model }) {
  return Boolean(applicant?.name || (model && Object.keys(model).length > 0));
}

function put(desk, place, { name, year, record }) {
  const { app } = desk.host;
  const before = app.everything();
  app.setRecord(json(record), words.made(year, name));
  desk.host.keep(app.everything());
  const back = () => {
    app.setRecord(before, words.undone);
    desk.host.keep(app.everything());
    refill(place);
    desk.say(words.undone);
  };
  const lead = () => desk.lead('model', '/model/results');
  const asked = record.model?.status === 'ongoing' || record.model?.status === 'upgraded';
  desk.say(words.made(year, name));
  refill(place, ...(asked ? [button(words.results, lead)] : []), button(words.undo, back, 'button second'));
  if (asked) lead();
}
