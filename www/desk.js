// What is done with files besides opening and saving: the sheets beside the registration, repeating last year's, comparing, merging, handing over. Loaded when its button is pressed.

import deskSheet from './desk.css';
import { button, make, refill } from './desk/dom.js';
import { compare } from './desk/compare.js';
import { merge } from './desk/merge.js';
import { papers } from './desk/papers.js';
import { repeat } from './desk/repeat.js';
import { share } from './desk/share.js';
import { VI } from './desk/words.js';
import { wording } from './words.js';

/** @typedef {import('./host.js').Host} Host */

const TOOLS = [['papers', papers], ['repeat', repeat], ['compare', compare], ['merge', merge], ['share', share]];
/** @type {WeakMap<Host, Desk>} */
const desks = new WeakMap();

/** Opens the desk of a form, or closes it. @param {Host} host */
export async function open(host) {
  await host.load();
  if (!desks.has(host)) desks.set(host, new Desk(host));
  desks.get(host).toggle();
}

export class Desk {
  constructor(/** @type {Host} */ host) {
    this.host = host;
    this.words = wording(VI, host.settings.texts);
    const root = host.element.shadowRoot;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(deskSheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.opener = root.querySelector('[data-action=desk]');
    this.title = make('h2', { id: 'desk-title', tabindex: '-1' }, this.words('desk.title'));
    this.menu = make('div', { class: 'desk-menu' });
    for (const [name, tool] of TOOLS) {
      const choice = button(this.words(`desk.${name}`), () => this.choose(choice, tool), 'button second');
      choice.setAttribute('aria-expanded', 'false');
      choice.setAttribute('aria-describedby', `desk-${name}`);
      this.menu.append(make('div', {}, choice, make('p', { class: 'help', id: `desk-${name}` }, this.words(`desk.${name}Help`))));
    }
    this.body = make('div', { class: 'desk-body' });
    this.said = make('p', { class: 'desk-said', role: 'status' });
    this.place = make('section', { class: 'desk', 'aria-labelledby': 'desk-title', hidden: '' },
      this.title, make('p', {}, this.words('desk.intro')), this.menu, this.said, this.body, button(this.words('desk.close'), () => this.toggle(), 'button second'));
    root.querySelector('.files').after(this.place);
  }

  toggle() {
    const opens = this.place.hidden;
    this.place.hidden = !opens;
    this.opener.setAttribute('aria-expanded', String(opens));
    if (opens) this.title.focus();
    else this.opener.focus();
  }

  /** Shows one of the tools. */
  choose(choice, tool) {
    for (const other of this.menu.querySelectorAll('button')) other.setAttribute('aria-expanded', String(other === choice));
    this.say('');
    refill(this.body);
    tool(this);
    const heading = this.body.querySelector('h3');
    if (heading) heading.focus();
  }

  /** Tells something that a screen reader reads out; what the engine says is Vietnamese. */
  say(text, lang = '') {
    if (lang) this.said.lang = lang;
    else this.said.removeAttribute('lang');
    if (this.said.textContent !== text) this.said.textContent = text;
  }

  /** Calls something that may be refused; a refusal is told in its own sentence, and nothing else changes. */
  async attempt(call) {
    try {
      return await call();
    } catch (error) {
      if (error?.message) this.say(error.message, 'vi');
      else this.say(this.words('desk.trouble'));
      this.host.trouble(error);
      return undefined;
    }
  }

  /** Lets the person choose files. @returns {Promise<File[]>} */
  pick(several = false) {
    return new Promise((done) => {
      const input = make('input', { type: 'file', accept: '.json,application/json,.pdf,application/pdf', ...(several ? { multiple: '' } : {}) });
      input.addEventListener('change', () => done([...input.files]));
      input.click();
    });
  }

  /** A saved file as canonical text; a PDF of the form carries one, and of one that was altered something is to be told. @param {File} file */
  async read(file) {
    const { name, text, state } = await this.host.read(file);
    return { name, text, altered: state === 'changed' ? this.host.core.pdfState(state) : '' };
  }

  /** Goes to the box of a path, in the step that shows it. */
  lead(step, path) {
    this.host.app.goTo(step);
    const box = this.host.element.shadowRoot.querySelector(`[data-path="${path}"]`);
    if (box) box.focus();
  }
}
