// Last year's record as the beginning of a new one: chosen, asked about, shown, and only then put into the form.

import { json } from '../json.js';
import { button, differences, heading, labelled, list, make, refill, select } from './dom.js';

const bytes = (text) => new TextEncoder().encode(text);
const isYear = (text) => /^\d{4}$/.test(text.trim());

/** @param {import('../desk.js').Desk} desk */
export function repeat(desk) {
  const place = make('div', {});
  desk.body.append(heading(desk.words('desk.repeat')), button(desk.words('repeat.choose'), () => choose(desk, place)), place);
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
  const status = select(['ongoing', 'upgraded', 'new', 'replicated'].map((value) => [value, desk.words(`repeat.${value}`)]));
  const baselines = make('input', { type: 'checkbox' });
  const preview = make('div', {});
  const plan = () => ({ to: Number(to.value), ...(known.from ? {} : { from: Number(from.value) }), status: status.value, baselines: baselines.checked });
  const copy = () => core.duplicate(bytes(text), bytes(json(plan())), host.options(), Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  const sound = () => isYear(to.value) && (known.from || isYear(from.value));
  const show = () => {
    if (!sound()) return refill(preview, make('p', { class: 'notice' }, desk.words('repeat.year')));
    const made = desk.host.ask(copy);
    if (!made) return refill(preview, make('p', { class: 'notice' }, desk.words('repeat.year')));
    const parts = [make('h4', {}, desk.words('repeat.changes', { n: made.changes.length })), make('p', {}, desk.words('repeat.fresh')), differences(made.changes, desk.words)];
    if (made.unmoved.length) parts.push(make('p', {}, desk.words('repeat.unmoved')), list(made.unmoved.map(({ label }) => label), { lang: 'vi' }));
    if (made.dated.length) parts.push(make('p', {}, desk.words('repeat.dated')), list(made.dated.map(({ label }) => label), { lang: 'vi' }));
    return refill(preview, ...parts, button(desk.words('repeat.make'), () => take(desk, place, preview, { name, year: to.value.trim(), record: copy().record })));
  };
  for (const control of [from, to]) control.addEventListener('input', show);
  for (const control of [status, baselines]) control.addEventListener('change', show);
  const reached = (earlier.model?.targets ?? []).some(({ actual }) => actual !== undefined);
  refill(place, make('p', {}, desk.words('repeat.file', { name, what: [earlier.model?.name, earlier.applicant?.name].filter(Boolean).join(' - ') || desk.words('repeat.unnamed') })),
    ...(known.from ? [] : [labelled(desk.words('repeat.from'), from, desk.words('repeat.fromHelp'))]),
    labelled(desk.words('repeat.to'), to, desk.words('repeat.toHelp')), labelled(desk.words('repeat.status'), status, desk.words('repeat.statusHelp')),
    ...(reached ? [labelled(desk.words('repeat.baselines'), baselines, desk.words('repeat.baselinesHelp'))] : []), preview);
  show();
  (known.from ? to : from).focus();
}

/** Puts the new record into the form; what is being written there goes only after a yes, and can be had back. */
function take(desk, place, preview, made) {
  if (!isBegun(JSON.parse(desk.host.app.record()))) return put(desk, place, made);
  const question = make('p', { tabindex: '-1' }, desk.words('repeat.sure'));
  refill(preview, question, button(desk.words('repeat.no'), () => refill(place)), button(desk.words('repeat.yes'), () => put(desk, place, made), 'button second'));
  return question.focus();
}

/** Whether something was written that would be missed. */
function isBegun({ applicant, model }) {
  return Boolean(applicant?.name || (model && Object.keys(model).length > 0));
}

function put(desk, place, { name, year, record }) {
  const { app } = desk.host;
  const before = app.everything();
  app.setRecord(json(record), desk.words('repeat.made', { year, name }));
  desk.host.keep(app.everything());
  const back = () => {
    app.setRecord(before, desk.words('repeat.undone'));
    desk.host.keep(app.everything());
    refill(place);
    desk.say(desk.words('repeat.undone'));
  };
  const lead = () => desk.lead('model', '/model/results');
  const asked = record.model?.status === 'ongoing' || record.model?.status === 'upgraded';
  desk.say(desk.words('repeat.made', { year, name }));
  refill(place, ...(asked ? [button(desk.words('repeat.results'), lead)] : []), button(desk.words('repeat.undo'), back, 'button second'));
  if (asked) lead();
}
