// The shelf: what is kept on this machine, shown and asked about. Loaded when there is something to show (www/host.js, `shelf`).

import { json } from './json.js';
import { clock } from './clock.js';
import { make } from './shelf/make.js';
import { Outbox } from './shelf/outbox.js';
import { Stock } from './shelf/stock.js';
import { VI } from './shelf/words.js';
import { wording } from './words.js';

export class Shelf {
  /** @param {import('./host.js').Host} host */
  constructor(host) {
    this.host = host;
    this.keeper = host.keeper;
    this.root = host.element.shadowRoot;
    this.say = wording(VI, host.settings.texts);
    this.stock = new Stock(this.keeper);
    this.outbox = new Outbox(this);
    /** What the question that is asked is about. */
    this.about = null;
  }

  titled(draft) { return draft.name || this.say('shelf.unnamed'); }

  // --- questions --------------------------------------------------------

  /** Asks when the question before it is answered. `first` is what is likely wanted. */
  async question(text, first, second, { focus = true, about } = {}) {
    const place = this.root.querySelector('.ask');
    if (!focus) {
      await new Promise((resolve) => {
        const free = () => { if (place.hidden) { watch.disconnect(); resolve(undefined); } };
        const watch = new MutationObserver(free);
        watch.observe(place, { attributes: true });
        free();
      });
    }
    this.about = about;
    this.host.app.ask(text, second[0], second[1], first[0], first[1], focus);
  }

  /** At the beginning of a visit: a draft is there, but it is open `elsewhere`, `differs` from the last file, or the page has `given` another record. */
  ask(why, draft) {
    const data = { name: this.titled(draft), time: clock(draft.at), file: draft.saved?.name ?? '', saved: draft.saved ? clock(draft.saved.at) : '' };
    const question = why === 'given' && draft.saved && draft.saved.mark !== undefined ? 'ask.given' : `ask.${why}`;
    if (why === 'elsewhere') return this.question(this.say(question, data), [this.say('ask.elsewhereNo'), 'keep-mine'], [this.say('ask.elsewhereYes'), 'draft-take'], { focus: false, about: draft });
    return this.question(this.say(question, data), [this.say('ask.differsYes'), 'draft-take'], [this.say('ask.differsNo'), 'keep-mine'], { focus: false, about: draft });
  }

  /** A storage may be slow or held, as on a machine that comes up after a power cut: it is asked again, so that a draft that is there does not look lost. */
  async lookAgain(late, pause = 3_000, stood = this.host.app.everything()) {
    const { host, keeper } = this;
    await (late ?? new Promise((resolve) => { setTimeout(resolve, pause); }));
    if (!host.app || keeper.away) return;
    const found = await keeper.begin();
    if (!host.app) return;
    // Typed meanwhile, or a file was opened: the draft is offered, not put over it.
    const given = Boolean(keeper.text) || host.app.everything() !== stood;
    if (found.ok) {
      if (!given) this.root.querySelector('.note').textContent = '';
      await host.begin(found, given);
    } else if (pause < 300_000) await this.lookAgain(found.late, 2 * pause, stood);
  }

  /** Drafts that cannot be opened are named once, in one sentence, and kept. */
  tellOdd(odd) {
    this.host.app.tellText(this.say(odd.some((draft) => draft.state === 'newer') ? 'ask.newer' : 'ask.odd'));
  }

  async askWaiting() { await this.outbox.ask(await this.stock.waiting()); }

  /** “Máy dùng chung” was pressed: at once, unless something else that is kept would be deleted. */
  async share(on, sure = !on) {
    const { app } = this.host;
    const others = sure ? 0 : await this.stock.others();
    if (others > 0) {
      await this.question(this.say('shelf.shareSure', { n: String(others) }), [this.say('shelf.keep'), 'keep-mine'], [this.say('shelf.shareYes'), 'share-yes']);
      return;
    }
    const done = await this.stock.share(on);
    if (on || !done) app.draft(done ? 'draft.memory' : 'draft.notDeleted', '');
    else app.tellText(this.say('shelf.unshared'));
    await this.refresh();
  }

  // --- what a button does ----------------------------------------------

  act(action, on) {
    switch (action) {
      case 'shelf': return this.panel ? this.close() : this.open();
      case 'shelf-close': return this.close();
      case 'draft-open': return this.take(on);
      case 'draft-take': return this.take(this.about.id);
      case 'draft-raw': return this.raw(on);
      case 'draft-delete': return this.#askDelete(on);
      case 'draft-delete-yes': return this.#delete(this.about.id);
      case 'draft-long': return this.#keepLong();
      case 'share-yes': return this.share(true, true);
      case 'done': return this.#done();
      default: return this.outbox.act(action, on);
    }
  }

  /** A draft comes into the form; one that is typed in another tab is handed over first. */
  async take(id) {
    const draft = await this.stock.take(id);
    if (!draft) this.host.app.tellText(this.say('shelf.gone'));
    else if (this.host.show(draft, this.say('shelf.opened', { name: this.titled(draft) }))) this.close();
    else this.host.app.tellText(this.say('ask.odd'));
    await this.refresh();
  }

  /** A draft that cannot be opened leaves as it is stored. */
  async raw(id) {
    for (const draft of (await this.keeper.list()).drafts) {
      if (String(draft.id) !== id) continue;
      const text = draft.text ?? (typeof draft.raw === 'string' ? draft.raw : json(draft.raw ?? null, 1));
      this.host.download(text, 'ban-nhap-dvk.txt', 'text/plain', 'text');
    }
  }

  async #askDelete(id) {
    for (const draft of (await this.keeper.list()).drafts) {
      if (String(draft.id) === id) await this.question(this.say('shelf.deleteSure', { name: this.titled(draft), time: this.#when(draft.at) }), [this.say('shelf.keep'), 'keep-mine'], [this.say('shelf.delete'), 'draft-delete-yes'], { about: draft });
    }
  }

  async #delete(id) {
    const gone = await this.stock.remove(id);
    this.host.app.tellText(this.say(gone ? 'shelf.deleted' : 'shelf.notDeleted'));
    await this.refresh(true);
  }

  async #keepLong() {
    this.keeper.long = true;
    if (this.keeper.text) this.keeper.keep(this.keeper.text);
    await this.keeper.flush(true);
    this.host.app.tellText(this.say('shelf.longYes', { until: clock(this.keeper.at + this.keeper.hours * 3_600_000) }));
    await this.refresh(true);
  }

  // --- done -------------------------------------------------------------

  /** The form is in a file: its draft may go, by one button, as long as nothing more is typed. */
  offerDone() {
    const line = this.root.querySelector('.draft-line');
    const button = this.root.querySelector('[data-action=done]') ?? line.insertBefore(make('button', 'button second', this.say('done.button'), 'done'), line.querySelector('.note').nextSibling);
    const look = () => { button.hidden = !this.keeper.saved || this.keeper.differs(); };
    look();
    if (!this.looking) {
      this.looking = true;
      this.host.element.addEventListener('dvk-change', look);
      this.host.element.addEventListener('dvk-draft', look);
    }
  }

  async #done() {
    const { saved, id } = this.keeper;
    if (!saved || this.keeper.differs()) return;
    this.keeper.dirty = false;
    const held = this.root.activeElement?.matches('[data-action=done]');
    this.host.reset();
    const gone = await this.stock.remove(id);
    this.host.app.tellText(gone ? this.say('done.told', { name: saved.name }) : this.say('shelf.notDeleted'));
    this.root.querySelector('.note').textContent = '';
    this.root.querySelector('[data-action=done]').hidden = true;
    if (held) this.root.querySelector('.step h2').focus();
    await this.refresh();
  }

  // --- the list ---------------------------------------------------------

  async open() {
    this.panel = make('section', 'shelf');
    this.root.querySelector('.form').append(this.panel);
    await this.refresh(true);
  }

  close() {
    const { panel } = this;
    this.panel = null;
    if (!panel) return;
    const held = panel.contains(this.root.activeElement);
    panel.parentNode.removeChild(panel);
    if (held) this.root.querySelector('[data-action=shelf]').focus();
  }

  #when(at) { return at ? clock(at) : this.say('shelf.undated'); }

  /** Draws the list anew where it is open. */
  async refresh(focus = false) {
    if (!this.panel) return;
    const { keeper, panel } = this;
    const { ok, drafts } = await keeper.list();
    const waiting = await this.outbox.all();
    if (panel !== this.panel) return;
    const title = make('h3', '', this.say('shelf.title'));
    title.tabIndex = -1;
    const parts = [title, make('p', 'help', this.say(keeper.memory ? 'shelf.memory' : ok ? `shelf.${keeper.mode}` : 'shelf.refused'))];
    if (keeper.mode === 'device' && !keeper.memory && !keeper.long && keeper.text) parts.push(make('button', 'button second', this.say('shelf.long'), 'draft-long'));
    if (drafts.length === 0) parts.push(make('p', 'none', this.say('shelf.none')));
    else parts.push(this.#rows(drafts));
    if (waiting.length > 0) parts.push(...this.outbox.rows(waiting));
    parts.push(make('button', 'button second', this.say('shelf.close'), 'shelf-close'));
    const held = panel.contains(this.root.activeElement);
    panel.textContent = '';
    for (const part of parts) panel.append(part);
    if (focus || held) title.focus();
  }

  #rows(drafts) {
    const list = make('ul', 'check-list');
    for (const draft of drafts) {
      const row = make('li');
      const here = draft.id === this.keeper.id;
      const kept = this.keeper.parted.some((one) => one.id === draft.id) ? 'shelf.typedOnly' : 'shelf.typed';
      const told = [draft.at ? this.say(kept, { time: clock(draft.at), until: Number.isFinite(draft.until) ? clock(draft.until) : this.say('shelf.undated') }) : this.say('shelf.undated')];
      if (draft.saved) told.push(this.say('shelf.file', { name: draft.saved.name, time: clock(draft.saved.at) }));
      if (here) told.push(this.say('shelf.here'));
      const name = draft.state === 'ok' ? this.titled(draft) : this.say(`shelf.${draft.state}`);
      row.append(make('strong', '', name), make('span', '', told.join('; ')));
      const button = (text, action) => {
        const one = make('button', 'button link', text, action, String(draft.id));
        one.setAttribute('aria-label', `${text}: ${name}, ${this.#when(draft.at)}`);
        row.append(one);
      };
      if (draft.state !== 'ok') button(this.say('shelf.raw'), 'draft-raw');
      else if (!here) button(this.say('shelf.open'), 'draft-open');
      if (!here) button(this.say('shelf.delete'), 'draft-delete');
      list.append(row);
    }
    return list;
  }

  send(record) { return this.outbox.send(record); }
}
