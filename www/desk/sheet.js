// A document without an official heading as elements, from its JSON; the classes are those of src/summary/html.rs, so that one style sheet serves both.

import { make } from './dom.js';

/** @param {{ form: string, lang: string, blocks: any[] }} document */
export function sheet({ form, lang, blocks }) {
  return make('article', { class: `dvk-doc dvk-${form}`, lang }, ...blocks.flatMap(block));
}

/** A text with its line ends. */
function lines(tag, attributes, text) {
  const element = make(tag, attributes);
  text.split('\n').forEach((line, at) => element.append(...(at ? [document.createElement('br')] : []), line));
  return element;
}

function block(of) {
  if (of.type === 'title') return [lines('h1', {}, of.name), ...of.subtitle.map((line) => lines('p', { class: 'subtitle' }, line))];
  if (of.type === 'fields') return [make('dl', {}, ...of.rows.map(({ label, value }) => make('div', {}, lines('dt', {}, label), lines('dd', {}, value))))];
  if (of.type === 'table') return [table(of)];
  if (of.type === 'signatures') return [signatures(of)];
  if (of.type === 'paragraph') return [lines('p', {}, of.runs.map(({ text }) => text).join(''))];
  return [lines('p', { class: 'note' }, of.text ?? '')];
}

/** Who signs the sheet; with a single one beside them, that one stands to the left. */
function signatures({ signer, confirmations }) {
  const signed = ({ position, hint, name }, look) => make('div', { class: look }, lines('p', { class: 'position' }, position), lines('p', { class: 'hint' }, hint), lines('p', { class: 'name' }, name ?? ''));
  return make('footer', { class: 'sign' }, ...confirmations.map((one) => signed(one, 'signature confirms')), signed(signer, 'signature'));
}

/** A choice to be ticked by hand on each line. */
function ticks(text) {
  const cell = make('td', { class: 'tick' });
  text.split('\n').forEach((choice, at) => {
    cell.append(...(at ? [document.createElement('br')] : []), make('span', { role: 'img', 'aria-label': 'Ô đánh dấu:' }, '☐'), ` ${choice}`);
  });
  return cell;
}

function table({ caption, columns, rows }) {
  const head = make('tr', {}, ...columns.map((column) => make('th', { scope: 'col' }, column.head)));
  const body = rows.map((row) => {
    if (row.length === 1) return make('tr', {}, make('th', { scope: 'rowgroup', class: 'group', colspan: String(columns.length) }, row[0]));
    return make('tr', {}, ...columns.map(({ cells, align }, at) => (cells === 'tick' ? ticks(row[at] ?? '') : lines('td', { class: cells === 'hand' ? 'hand' : align === 'left' ? '' : align }, row[at] ?? ''))));
  });
  return make('table', { class: 'sheet' }, make('caption', {}, caption), make('thead', {}, head), make('tbody', {}, ...body));
}
