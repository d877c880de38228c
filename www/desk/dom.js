// Making elements: texts are texts, never markup.

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {any}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  const names = Object.keys(attributes);
  for (let at = 0; at < names.length; at += 1) element.setAttribute(names[at], attributes[names[at]]);
  const parts = { button: 'button', label: 'label', textarea: 'input', select: 'input', input: 'input' };
  if (parts[tag]) element.setAttribute('part', parts[tag]);
  element.append(...children);
  return element;
}

/** A button that does something. @param {string} text @param {() => unknown} act */
export function button(text, act, look = 'button') {
  const made = make('button', { type: 'button', class: look }, text);
  made.addEventListener('click', () => act());
  return made;
}

/** Heading of a tool, which takes the focus. @param {string} text */
export const heading = (text) => make('h3', { tabindex: '-1' }, text);

/** Replaces what is in an element. @param {Element} element @param {(Node | string)[]} children */
export function refill(element, ...children) {
  element.replaceChildren(...children);
}

let count = 0;
/** A box with its label and a sentence of help. @param {string} label @param {any} control @param {string} help */
export function labelled(label, control, help = '') {
  count += 1;
  control.id = `desk-box-${count}`;
  const tick = control.type === 'checkbox';
  if (!tick) control.classList.add('input');
  const name = make('label', { for: control.id, class: 'label' }, label);
  const parts = tick ? [make('div', { class: 'desk-tick' }, control, name)] : [name, control];
  if (help) {
    control.setAttribute('aria-describedby', `${control.id}-help`);
    parts.splice(1, 0, make('p', { class: 'help', id: `${control.id}-help` }, help));
  }
  return make('div', { class: 'desk-field' }, ...parts);
}

/** A list of choices. @param {string[][]} options value and name */
export function select(options) {
  return make('select', {}, ...options.map(([value, name]) => make('option', { value }, name)));
}

/** A list of lines; what the engine says is Vietnamese. @param {(Node | string)[]} lines @param {Record<string, string>} attributes */
export const list = (lines, attributes = {}) => make('ul', attributes, ...lines.map((line) => make('li', {}, line)));

/** What differs, one under the other: what it is called, what stood there, what stands there. @param {import('../../pkg/index.js').Change[]} changes @param {(name: any) => string} words */
export function differences(changes, words) {
  return make('ul', { class: 'desk-changes' }, ...changes.map(({ kind, label, beforeText, afterText }) => {
    const row = make('li', {}, make('strong', { lang: 'vi' }, label));
    if (kind === 'moved') row.append(make('p', {}, words('desk.moved')));
    else {
      row.append(
        make('p', {}, make('span', { class: 'desk-side' }, words('desk.before')), ' ', beforeText ? make('del', { lang: 'vi' }, beforeText) : make('em', {}, words('desk.nothing'))),
        make('p', {}, make('span', { class: 'desk-side' }, words('desk.after')), ' ', afterText ? make('ins', { lang: 'vi' }, afterText) : make('em', {}, words('desk.nothing'))),
      );
    }
    return row;
  }));
}

/** A table of the engine with a caption of ours. @param {string} caption @param {string[]} head @param {string[][]} rows */
export function table(caption, head, rows) {
  const body = rows.map((row) => make('tr', {}, ...row.map((cell, at) => (at < 2 ? make('th', { scope: 'row' }, cell) : make('td', {}, cell)))));
  return make('div', { class: 'desk-scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    make('table', {}, make('caption', {}, caption), make('thead', { lang: 'vi' }, make('tr', {}, ...head.map((cell) => make('th', { scope: 'col' }, cell)))), make('tbody', { lang: 'vi' }, ...body)));
}
