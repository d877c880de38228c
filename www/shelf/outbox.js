// Handing in: by post to the portal's own origin, or by a mail that the person sends. What did not arrive stays here until the person sends it again.
//
// `post` is the only request of the form that carries data; it is sent when a person presses for it, never by itself.

import { clock } from '../clock.js';
import { make } from './make.js';

/** How long a server may take, ms. */
const PATIENCE = 60_000;

/**
 * @typedef {object} Item one form on its way; its key is the record's id, so that a later one takes the place of an earlier one
 * @property {string} id
 * @property {string} place
 * @property {string} name of the model
 * @property {string} text canonical JSON of the record
 * @property {string} fileName
 * @property {number} at pressed for, ms
 * @property {number} until deleted after, ms
 * @property {string} why what went wrong last
 */

export class Outbox {
  /** @param {import('../shelf.js').Shelf} shelf */
  constructor(shelf) {
    this.shelf = shelf;
    this.host = shelf.host;
    this.say = shelf.say;
    this.keeper = shelf.keeper;
    /** Where this browser keeps nothing: as long as the page lives. @type {Item[]} */
    this.held = [];
  }

  get #submit() { return this.host.settings.portal?.submit ?? { kind: 'none' }; }
  get #to() { return this.host.settings.portal?.name || location.host; }

  /** @returns {Promise<Item[]>} */
  async all() { return [...this.held, ...(this.keeper.memory ? [] : await this.shelf.stock.waiting())]; }

  async send(record) {
    const { host } = this;
    const kind = this.#submit.kind;
    if (!host.emit('dvk-before-export', { kind: 'file' }, true)) return;
    await host.load();
    const leaving = host.revised(record);
    const standing = host.app.everything();
    const document = JSON.parse(host.core.document(new TextEncoder().encode(leaving.text), host.options({ kind: 'form' })));
    const fileName = `${document.fileName.replace(/-nhap$/, '')}.json`;
    if (kind === 'mail') {
      host.download(leaving.text, fileName, 'application/json', 'file');
      await host.left(fileName, leaving.digest, standing);
      this.#mail(fileName);
      return;
    }
    const { id, model } = JSON.parse(leaving.text);
    const at = Date.now();
    const item = { id, place: this.keeper.place, name: model?.name ?? '', text: leaving.text, fileName, at, until: at + this.keeper.hours * 3_600_000, why: this.say('send.cut') };
    if (await this.#post(item)) await host.left(fileName, leaving.digest, standing);
  }

  // --- post -------------------------------------------------------------

  /** @param {Item} item @returns {Promise<boolean>} whether it was received */
  async #post(item) {
    const { app } = this.host;
    app.tellText(this.say('send.sending', { name: this.#to }));
    // On the disk before it leaves: a page that is closed meanwhile does not forget that something was on its way.
    await this.#keep(item);
    const why = await this.#deliver(item);
    if (why) {
      const kept = await this.#keep({ ...item, why });
      app.tellText(this.say(kept ? 'send.failed' : 'send.failedMemory', { why, until: clock(item.until) }));
      await this.#showAgain();
    } else {
      await this.#drop(item.id);
      app.tellText(this.say('send.received', { name: this.#to, time: clock(Date.now()) }));
    }
    this.host.emit('dvk-submit', { received: !why });
    await this.shelf.refresh();
    return !why;
  }

  /** @param {Item} item @returns {Promise<string>} what went wrong, "" when it was received */
  async #deliver({ text, fileName }) {
    const submit = this.#submit;
    if (submit.kind !== 'post') return this.say('send.foreign');
    let url;
    try { url = new URL(submit.url, document.baseURI); } catch { return this.say('send.foreign'); }
    if (url.origin !== location.origin) return this.say('send.foreign');
    let body = text;
    if (submit.as === 'multipart') {
      body = new FormData();
      for (const name of Object.keys(submit.fields ?? {})) body.append(name, submit.fields[name]);
      body.append('record', new Blob([text], { type: 'application/json' }), fileName);
    }
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), PATIENCE);
    try {
      // A redirect is not followed: a sign-in page would look like a receipt, and another host would get the record.
      const answer = await fetch(url, {
        method: 'POST', body, credentials: 'same-origin', redirect: 'manual', signal: stop.signal,
        ...(submit.as === 'multipart' ? {} : { headers: { 'Content-Type': 'application/json' } }),
      });
      if (answer.type === 'opaqueredirect') return this.say('send.redirect');
      // Read to its end, so that leaving the page does not look like a broken request.
      answer.arrayBuffer().catch(() => {});
      return answer.ok ? '' : this.say('send.status', { status: String(answer.status) });
    } catch {
      return this.say(stop.signal.aborted ? 'send.late' : 'send.offline');
    } finally {
      clearTimeout(late);
    }
  }

  /** @param {Item} item @returns {Promise<boolean>} whether it survives the closing of the page */
  async #keep(item) {
    const kept = !this.keeper.memory && await this.shelf.stock.hold(item);
    this.held = this.held.filter((one) => one.id !== item.id);
    if (!kept) this.held.push(item);
    this.keeper.onTheWay = this.held.length > 0;
    return kept;
  }

  async #drop(id) {
    this.held = this.held.filter((one) => one.id !== id);
    this.keeper.onTheWay = this.held.length > 0;
    return this.shelf.stock.release(id);
  }

  async #showAgain() {
    if (this.shelf.panel) await this.shelf.refresh();
    else await this.shelf.open();
  }

  async act(action, on) {
    const id = on || this.shelf.about?.id;
    for (const item of await this.all()) {
      if (item.id !== id) continue;
      if (action === 'send-again') {
        if (await this.#post({ ...item, why: this.say('send.cut') })) await this.#received(item);
      } else if (action === 'send-raw') this.host.download(item.text, item.fileName, 'application/json', 'file');
      else if (action === 'send-delete') await this.shelf.question(this.say('send.deleteSure', { name: item.name }), [this.say('shelf.keep'), 'keep-mine'], [this.say('shelf.delete'), 'send-delete-yes'], { about: item });
      else if (action === 'send-delete-yes') {
        await this.#drop(item.id);
        await this.shelf.refresh(true);
      }
    }
  }

  /** The form that is open was received: its draft can be done with, unless more was typed since. */
  async #received(item) {
    const record = this.host.app.record();
    if (JSON.parse(record).id !== item.id) return;
    const leaving = this.host.core?.exportRecord(new TextEncoder().encode(record), this.host.options(), this.keeper.digest);
    if (leaving?.text === item.text) await this.host.left(item.fileName, leaving.digest, this.host.app.everything());
  }

  /** The next visit: the person is asked, nothing is sent by itself. */
  async ask(waiting) {
    if (this.#submit.kind !== 'post') return;
    for (const item of waiting) {
      const data = { name: item.name || this.say('shelf.unnamed'), time: clock(item.at), why: item.why, to: this.#to };
      await this.shelf.question(this.say('send.ask', data), [this.say('send.again'), 'send-again'], [this.say('send.later'), 'keep-mine'], { focus: false, about: item });
    }
  }

  /** What waits, as rows of the list. @param {Item[]} waiting */
  rows(waiting) {
    const list = make('ul', 'check-list waiting');
    for (const item of waiting) {
      const row = make('li');
      const name = item.name || this.say('shelf.unnamed');
      row.append(make('span', '', this.say('send.item', { name, time: clock(item.at), why: item.why, until: clock(item.until) })));
      for (const [text, action] of [[this.say('send.again'), 'send-again'], [this.say('shelf.raw'), 'send-raw'], [this.say('shelf.delete'), 'send-delete']]) {
        const one = make('button', 'button link', text, action, item.id);
        one.setAttribute('aria-label', `${text}: ${name}`);
        row.append(one);
      }
      list.append(row);
    }
    return [make('h4', '', this.say('send.waiting')), list];
  }

  // --- mail -------------------------------------------------------------

  /** The file is saved; the mail is the person's own. Nothing of the record is in the address. */
  #mail(fileName) {
    const { root } = this.shelf;
    const { to } = this.#submit;
    const old = root.querySelector('.mail');
    old?.parentNode.removeChild(old);
    const part = make('section', 'mail held');
    const title = make('h3', '', this.say('mail.title'));
    title.tabIndex = -1;
    const link = make('a', 'button', this.say('mail.open'));
    const body = this.say('mail.body', { to: (this.host.settings.portal?.recipient ?? []).join('; '), file: fileName });
    link.href = `mailto:${encodeURIComponent(to).replace(/%40/g, '@')}?subject=${encodeURIComponent(this.say('mail.subject'))}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
    part.append(title);
    for (const step of ['mail.step1', 'mail.step2', 'mail.step3']) part.append(make('p', '', this.say(step, { file: fileName, to })));
    part.append(link);
    const actions = root.querySelector('.actions');
    actions.parentNode.insertBefore(part, actions);
    title.focus();
  }
}
