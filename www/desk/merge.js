// Many returned files made one list, on this machine: read one after another, so that the page stays alive.

import { button, heading, labelled, list, make, refill, table } from './dom.js';
import { merge as words } from './words.js';

/** @param {import('../desk.js').Desk} desk */
export function merge(desk) {
  const { host } = desk;
  let rolled = host.core.rollUp();
  let files = 0;
  /** What is to be told of PDFs that were altered. @type {string[]} */
  let altered = [];
  const place = make('div', {});
  const codes = make('input', { type: 'checkbox' });
  const choose = button(words.choose, () => add());
  const again = button(words.again, () => {
    rolled.free();
    rolled = host.core.rollUp();
    files = 0;
    altered = [];
    choose.textContent = words.choose;
    again.hidden = true;
    desk.say('');
    refill(place);
  }, 'button second');
  again.hidden = true;
  const add = async () => {
    const picked = await desk.pick(true);
    if (!picked.length) return;
    choose.disabled = true;
    for (let at = 0; at < picked.length; at += 1) {
      if (at % 10 === 0) desk.say(words.reading(at + 1, picked.length));
      const note = await take(desk, rolled, picked[at]);
      if (note) altered.push(`${picked[at].name}: ${note}`);
    }
    files += picked.length;
    choose.disabled = false;
    choose.textContent = words.more;
    again.hidden = false;
    const result = rolled.result();
    desk.say(words.read(result.count, files));
    refill(place, ...told(result, altered), ...ways(desk, rolled, result, codes));
  };
  desk.body.append(heading(words.title), make('p', {}, words.intro), choose, again, place);
}

/** One file; whatever is wrong with it is listed and stops nothing. */
async function take(desk, rolled, file) {
  try {
    const { text, altered } = await desk.read(file);
    rolled.add(file.name, new TextEncoder().encode(text));
    return altered;
  } catch (error) {
    rolled.refuse(file.name, error?.message ?? '');
    return '';
  }
}

/** What a person must know of the files. */
function told({ refused, aside, namesakes, emptyFields, count, columns, totals }, altered) {
  const parts = [];
  const group = (title, lines) => parts.push(make('h4', {}, title), list(lines));
  if (refused.length) group(words.refused(refused.length), refused.map(({ file, why }) => `${file}: ${why}`));
  if (altered.length) group(words.altered(altered.length), altered);
  if (aside.length) group(words.aside(aside.length), aside.map(({ file, forFile, reason, revision, forRevision }) => words[reason](file, forFile, revision, forRevision)));
  if (namesakes.length) group(words.namesakes, namesakes.map(({ name, files }) => words.namesake(name, files)));
  if (!count) return parts;
  if (emptyFields.length) parts.push(make('p', { class: 'notice' }, words.empty(emptyFields)));
  parts.push(table(words.totals, columns, totals));
  return parts;
}

/** Ways to have the list. */
function ways(desk, rolled, { count }, codes) {
  const { host } = desk;
  if (!count) return [];
  const save = (name, text) => {
    if (!host.emit('dvk-before-export', { kind: 'text' }, true)) return;
    host.download(text, name, 'text/csv;charset=utf-8', 'text');
    desk.say(words.saved(name));
  };
  return [
    labelled(words.codes, codes),
    button(words.list, () => desk.attempt(() => save(`${words.listName}.csv`, rolled.listCsv(codes.checked, host.settings.known ?? 'mau')))),
    button(words.totalsFile, () => desk.attempt(() => save(`${words.totalsName}.csv`, rolled.totalsCsv())), 'button second'),
    make('p', { class: 'help' }, words.csvHelp),
  ];
}
