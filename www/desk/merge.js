// Many returned files made one list, on this machine: read one after another, so that the page stays alive.

import { button, heading, labelled, list, make, refill, table } from './dom.js';

/** @param {import('../desk.js').Desk} desk */
export function merge(desk) {
  const { host } = desk;
  let rolled = host.core.rollUp();
  let files = 0;
  /** What is to be told of PDFs that were altered. @type {string[]} */
  let altered = [];
  const place = make('div', {});
  const codes = make('input', { type: 'checkbox' });
  const choose = button(desk.words('merge.choose'), () => add());
  const again = button(desk.words('merge.again'), () => {
    rolled.free();
    rolled = host.core.rollUp();
    files = 0;
    altered = [];
    choose.textContent = desk.words('merge.choose');
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
      if (at % 10 === 0) desk.say(desk.words('merge.reading', { n: at + 1, of: picked.length }));
      const note = await take(desk, rolled, picked[at]);
      if (note) altered.push(`${picked[at].name}: ${note}`);
    }
    files += picked.length;
    choose.disabled = false;
    choose.textContent = desk.words('merge.more');
    again.hidden = false;
    const result = rolled.result();
    desk.say(desk.words('merge.read', { count: result.count, files }));
    refill(place, ...told(desk, result, altered), ...ways(desk, rolled, result, codes));
  };
  desk.body.append(heading(desk.words('desk.merge')), make('p', {}, desk.words('merge.intro')), choose, again, place);
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
function told(desk, { refused, aside, namesakes, emptyFields, count, columns, totals }, altered) {
  const parts = [];
  const group = (title, lines, lang) => parts.push(make('h4', {}, title), list(lines, lang));
  if (refused.length) group(desk.words('merge.refused', { n: refused.length }), refused.map(({ file, why }) => `${file}: ${why}`), { lang: 'vi' });
  if (altered.length) group(desk.words('merge.altered', { n: altered.length }), altered, { lang: 'vi' });
  if (aside.length) group(desk.words('merge.aside', { n: aside.length }), aside.map((one) => desk.words(`merge.${one.reason}`, one)));
  if (namesakes.length) group(desk.words('merge.namesakes'), namesakes.map(({ name, files }) => `“${name}”: ${files.join(', ')}.`));
  if (!count) return parts;
  if (emptyFields.length) parts.push(make('p', { class: 'notice' }, desk.words('merge.empty', { fields: emptyFields.join('; ') })));
  parts.push(table(desk.words('merge.totals'), columns, totals));
  return parts;
}

/** Ways to have the list. */
function ways(desk, rolled, { count }, codes) {
  const { host } = desk;
  if (!count) return [];
  const save = (name, text) => {
    if (!host.emit('dvk-before-export', { kind: 'text' }, true)) return;
    host.download(text, name, 'text/csv;charset=utf-8', 'text');
    desk.say(desk.words('desk.saved', { name }));
  };
  return [
    labelled(desk.words('merge.codes'), codes),
    button(desk.words('merge.list'), () => desk.attempt(() => save('danh-sach-dvk.csv', rolled.listCsv(codes.checked, host.settings.known ?? 'mau')))),
    button(desk.words('merge.totalsFile'), () => desk.attempt(() => save('tong-hop-dvk.csv', rolled.totalsCsv())), 'button second'),
    make('p', { class: 'help' }, desk.words('merge.csvHelp')),
  ];
}
