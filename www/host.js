// What the form asks of its surroundings (src/ui/host.rs). No function throws: a throw would pass through the form and leave it locked.

import { clock, today } from './clock.js';
import { files } from './files.js';
import { json, parsed } from './json.js';
import { Keeper, freshId } from './keeper.js';
import { MADE } from './made.js';
import { NOTHING } from './nothing.js';

const bytes = (text) => new TextEncoder().encode(text);

/** More stands in a box than a record may hold; the form holds it all the same. */
const isLong = (error) => error?.code === 'too-long' || error?.code === 'too-many';

export class Host {
  /**
   * @param {HTMLElement} element
   * @param {URL} base where the files are
   * @param {{ portal: object | null, guideline: string | null, refused: boolean, texts: Record<string, string>, drafts: 'off' | 'session' | 'device', place: string, send: string }} settings
   */
  constructor(element, base, settings) {
    this.element = element;
    this.base = base;
    this.settings = settings;
    this.app = null;
    this.core = null;
    this.engine = null;
    /** Of files that were opened, by the record's id: saved unchanged, a record keeps its revision. @type {Map<string, string>} */
    this.digests = new Map();
    this.keeper = new Keeper(settings.drafts, settings.place, {
      kept: (at) => {
        this.app?.draft('draft.saved', clock(at));
        this.emit('dvk-draft', { savedAt: new Date(at).toISOString() });
      },
      notKept: (why) => this.app?.draft(why === 'full' ? 'draft.full' : 'draft.refused', ''),
      taken: () => this.app?.draft('draft.taken', ''),
      expired: () => this.app?.draft('draft.expired', ''),
      cleared: () => { this.app?.draft('draft.deleted', ''); this.#showShared(); },
      shared: () => this.#showShared(),
    });
  }

  /** An element of the form: `tag name=value …`, then names and values of attributes, with NUL between them. Never from markup, so no answer can become code. */
  make(what, text) {
    const [head, ...words] = what.split('\0');
    const [tag, ...fixed] = head.split(' ');
    const element = document.createElement(tag);
    for (const one of fixed) element.setAttribute(...one.split('='));
    for (let at = 0; at < words.length; at += 2) element.setAttribute(words[at], words[at + 1]);
    if (text) element.textContent = text;
    return element;
  }

  // --- the engine -------------------------------------------------------

  /** Begins to load the engine, once. @returns {Promise<object>} the API's Engine */
  load() {
    // Where a form is sent, what keeps it when the network is gone comes while the network is there.
    const shelf = this.settings.send === 'post' ? this.shelf().catch(() => {}) : undefined;
    this.loading ??= Promise.all([files.bring('index.js', 'core.js'), files.bring('paper.js'), shelf])
      .then(async ([api, paper]) => [await api.load({ base: this.base, fetch: (url) => files.get(url.href.slice(files.base.length)) }), paper])
      .then(([engine, paper]) => {
        // How it looks what the engine makes; it comes now, so that a print needs no network.
        const { shadowRoot } = this.element;
        if (!this.paper) shadowRoot.adoptedStyleSheets = [...paper.sheets(), ...shadowRoot.adoptedStyleSheets];
        this.paper = paper;
        this.engine = engine;
        this.core = engine[Symbol.for('dvk.core')];
        return this.settle(engine);
      });
    // Asked for again, it is tried again.
    this.loading.catch(() => { this.loading = undefined; });
    return this.loading;
  }

  /** Tells a refused portal or guideline to the webmaster; the form goes on without it. */
  async settle(engine) {
    const { settings } = this;
    try {
      if (settings.portal) engine.portal(settings.portal);
    } catch (error) {
      settings.portal = null;
      this.trouble(error);
    }
    await this.#judgeBy(engine);
    this.app?.engineReady();
    return engine;
  }

  /** Hands the guideline to the engine, and what the engine makes of it to the form. A refused one leaves the form with field errors only. */
  async #judgeBy(engine) {
    const { settings } = this;
    const asked = settings.refused ? null : await engine.guideline(settings.guideline ?? 'mau').catch((error) => { this.trouble(error); return null; });
    const { id, version } = asked ?? await engine.guideline(NOTHING);
    settings.known = `${id}@${version}`;
    this.app?.guideline(json(asked ?? { ...parsed(settings.guideline), title: '' }));
  }

  wake() {
    if (this.loading || this.waking) return;
    // After the focus is seen: what this takes, the person does not wait for.
    this.waking = setTimeout(() => this.#wakeNow());
  }

  #wakeNow() {
    this.waking = 0;
    this.load().then(() => {
      if (this.late) this.app?.tellText('');
      this.late = false;
    }, (error) => {
      this.late = true;
      this.trouble(error);
      this.app?.tell('engine.late', '');
    });
  }

  options(more = {}) {
    const { portal, known } = this.settings;
    return bytes(json({ ...(portal ? { portal: { ...portal, guideline: undefined } } : {}), ...(known ? { guideline: known } : {}), today: today(), ...more }));
  }

  /** Calls the engine; nothing when it is not there or refuses. */
  ask(call) {
    if (!this.core) return undefined;
    try {
      return call(this.core);
    } catch (error) {
      this.trouble(error);
      return undefined;
    }
  }

  soon() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.app?.engineReady(), 150);
  }

  check(record) { return this.ask((core) => core.checkText(bytes(record), this.options())); }
  repair(typed) { return this.core ? this.ask((core) => core.offerRepair(typed)) ?? '' : undefined; }
  document(record) { return this.ask((core) => core.document(bytes(record), this.options({ kind: 'form' }))); }
  unitCode(kind, name, province) { return this.ask((core) => core.unitCode(kind, name, province)); }
  unitName(code) { return this.ask((core) => core.unitName(code)); }
  unitsDate() { return this.ask((core) => core.unitsDate()); }

  /** What a text in a place's box may mean, JSON. */
  places(kind, text, province) { return this.ask((core) => core.places(kind, text, province)); }

  /** Fetches the list of former units, once; when it is there the form asks again. */
  formerUnits() {
    if (!this.engine) return;
    this.former ??= this.engine.loadFormerUnits().then(() => this.app?.engineReady()).catch((error) => { this.trouble(error); });
  }

  // --- drafts -----------------------------------------------------------

  keep(text) { this.keeper.keep(text); }

  /** Another record comes into the form; the surrounding form is to have it too. */
  part() {
    this.keeper.part();
    queueMicrotask(() => this.element.valueChanged());
  }

  /** The list of drafts, questions about them, sending: a file of its own, for what most visits do not need. @returns {Promise<import('./shelf.js').Shelf>} */
  shelf() {
    this.shelved ??= files.bring('shelf.js').then(({ Shelf }) => new Shelf(this));
    this.shelved.catch(() => { this.shelved = undefined; });
    return this.shelved;
  }

  /** Lets the shelf do something. @param {(shelf: import('./shelf.js').Shelf) => unknown} act @param {() => void} [without] when its file does not come */
  async onShelf(act, without) {
    try {
      await act(await this.shelf());
    } catch (error) {
      this.trouble(error);
      if (without) without();
      else this.app.tell('trouble', '');
    }
  }

  /** A draft comes into the form and is written on. A text that the form cannot read stays in the list. */
  show(draft, notice = '') {
    if (!this.app.setRecord(draft.text, notice)) return false;
    this.keeper.adopt(draft);
    this.app.draft('draft.restored', clock(draft.at));
    return true;
  }

  /** The form stands: what was found on this machine is shown, asked about or told. @param {Awaited<ReturnType<Keeper['begin']>>} found @param {boolean} given the page has put a record in */
  async begin(found, given) {
    const { keeper } = this;
    this.#showShared();
    if (keeper.memory) this.app.draft(keeper.shared ? 'draft.memory' : 'draft.off', '');
    else if (!found.ok) {
      this.app.draft('draft.refused', '');
      this.onShelf((shelf) => shelf.lookAgain(found.late), () => {});
    }
    const known = found.draft ?? found.newest;
    const ask = given && found.draft ? 'given' : found.ask;
    if (found.draft && !given) this.show(found.draft);
    if (ask) await this.onShelf((shelf) => shelf.ask(ask, known), () => this.app.draft('draft.different', clock(known.at)));
    const odd = found.drafts.filter((draft) => draft.state !== 'ok');
    if (odd.length > 0) await this.onShelf((shelf) => shelf.tellOdd(odd));
    // What was handed in and did not arrive is asked about on the next visit.
    if (this.settings.send === 'post' && !keeper.memory && found.ok) await this.onShelf((shelf) => shelf.askWaiting());
  }

  #showShared() {
    const tick = this.element.shadowRoot.querySelector('[data-action=shared]');
    if (!tick) return;
    tick.checked = this.keeper.shared;
    tick.parentNode.hidden = this.keeper.mode === 'off';
  }

  /** A button that is not the form's own. */
  act(action, on) {
    if (action === 'forget-yes') this.forget();
    else if (action === 'shared') {
      const on = this.element.shadowRoot.querySelector('[data-action=shared]').checked;
      this.#showShared();
      this.onShelf((shelf) => shelf.share(on));
    }
    else if (action === 'desk') this.desk();
    else if (action !== 'keep-mine') this.onShelf((shelf) => shelf.act(action, on));
  }

  /** Nothing stays on this machine, and the form is empty. Said only when it is so. */
  async forget() {
    this.keeper.dirty = false;
    this.keeper.parted = [];
    this.app.setRecord(this.app.blank(freshId()), '');
    const gone = await this.keeper.clear();
    this.app.tell(gone || this.keeper.mode === 'off' ? 'draft.deleted' : 'draft.notDeleted', '');
    this.element.shadowRoot.querySelector('.note').textContent = '';
    if (this.shelved) this.onShelf((shelf) => shelf.refresh());
  }

  /** An empty form; what stood there stays in the list of drafts. */
  reset() { this.app.setRecord(this.app.blank(freshId()), ''); }

  // --- files and print --------------------------------------------------

  export(what, record) {
    const made = what + record.replace(/,"revision":\d+/, '');
    if (made === this.made) return; // the second of a double click
    this.made = made;
    setTimeout(() => { this.made = ''; }, 900);
    this.leave(what, record).catch((error) => {
      const raw = what === 'save' && (isLong(error) || !this.core);
      if (!raw) this.made = '';
      // A file of what stands there needs no engine; it is not canonical, and opens all the same.
      if (raw) this.download(record, 'dang-ky-dvk.json', 'application/json', 'file');
      if (isLong(error)) this.app?.tell('file.long', error.message);
      // Without its engine the form cannot print either.
      else this.app?.tell(raw ? 'file.saved' : what === 'pdf' && this.core ? 'pdf.print' : MADE[what]?.failed ?? 'trouble', raw ? 'dang-ky-dvk.json' : '');
      this.trouble(error);
    });
  }

  /** The record leaves the form as a file: canonical JSON, or the same record as PDF or DOCX; or it is sent. */
  async leave(what, record, kind = 'form') {
    if (what === 'send') {
      await this.onShelf((shelf) => shelf.send(record));
      return;
    }
    const made = MADE[what];
    if (!this.emit('dvk-before-export', { kind: made ? what : 'file' }, true)) return;
    if (made) this.app.tell(made.making, '');
    const engine = await this.load();
    const leaving = this.revised(record);
    const standing = this.app.everything();
    const document = JSON.parse(this.core.document(bytes(leaving.text), this.options({ kind })));
    if (made) {
      const file = await engine[what](leaving.text, JSON.parse(new TextDecoder().decode(this.options({ kind }))));
      const name = `${document.fileName}.${what}`;
      this.download(file, name, made.type, what);
      this.app.tell('pdf.made', name);
      // A Word file does not carry the record: what is on the screen is not in safety by it.
      if (what === 'pdf') await this.left(name, leaving.digest, standing);
      else this.keep(this.app.everything());
    } else {
      const name = `${document.fileName.replace(/-nhap$/, '')}.json`;
      this.download(leaving.text, name, 'application/json', 'file');
      this.app.tell('file.saved', name);
      await this.left(name, leaving.digest, standing);
    }
  }

  /** The record as it leaves: canonical, with its revision. */
  revised(record) {
    const leaving = this.core.exportRecord(bytes(record), this.options(), this.keeper.digest || this.digests.get(JSON.parse(record).id) || '');
    this.app.setRevision(leaving.revision);
    return leaving;
  }

  /** What stood on the screen is in a file by now: the draft says so, on the disk, and can be done with. */
  async left(name, digest, standing) {
    this.keeper.exported(standing, name, digest);
    this.keeper.keep(this.app.everything());
    await this.keeper.flush(true);
    if (this.keeper.mode !== 'off') await this.onShelf((shelf) => shelf.offerDone(), () => {});
  }

  download(content, name, type, kind) {
    const blob = new Blob([content], { type });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    this.element.shadowRoot.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.emit('dvk-export', { blob, fileName: name, kind });
  }

  /** Opens what is done with files besides (www/desk.js): a file of its own, for what most visits do not need. */
  desk() {
    files.bring('desk.js').then((desk) => desk.open(this)).catch((error) => {
      this.app?.tell('trouble', '');
      this.trouble(error);
    });
  }

  chooseFile() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,.pdf,application/json,application/pdf';
    input.addEventListener('change', () => { if (input.files[0]) this.open(input.files[0]); });
    input.click();
  }

  /** A file that is dropped on the form is opened; without this the browser would leave the page for it. */
  takeDrops() {
    const files = (event) => event.dataTransfer && Array.prototype.indexOf.call(event.dataTransfer.types, 'Files') >= 0;
    this.element.addEventListener('dragover', (event) => { if (files(event)) event.preventDefault(); });
    this.element.addEventListener('drop', (event) => {
      if (!files(event)) return;
      event.preventDefault();
      if (event.dataTransfer.files[0]) this.open(event.dataTransfer.files[0]);
    });
  }

  /** A saved file, or a PDF that carries one, as canonical text; `state` is what a PDF looks like. @param {Blob & { name?: string }} file */
  async read(file) {
    const engine = await this.load();
    this.core.mayOpen(file.size);
    const content = new Uint8Array(await file.arrayBuffer());
    const name = file.name ?? '';
    const opened = this.core.isPdf(content, name) ? await engine.readPdf(content) : null;
    try {
      return { name, text: this.core.canonical(opened ? bytes(json(opened.record)) : content), state: opened?.state };
    } catch (error) {
      if (opened || error?.code !== 'too-long') throw error;
      return { name, text: new TextDecoder().decode(content) }; // saved with a text that is too long: it comes back as it was
    }
  }

  /** @param {Blob & { name?: string }} file */
  async open(file) {
    try {
      const { name, text, state } = await this.read(file);
      const { id, revision } = JSON.parse(text);
      if (revision) this.ask((core) => this.digests.set(id, core.exportRecord(bytes(text), this.options(), '').digest));
      this.app.offer(text, name, state ? this.core.pdfState(state) : '');
    } catch (error) {
      this.app.refuse(error?.message ?? '');
      this.emit('dvk-error', { error });
    }
  }

  /** Prints a document in a frame of its own, so that nothing of the portal is printed. */
  async print(article, title) {
    await this.paper.printed(this.element.shadowRoot, article, title, (view) => this.paper.faces(view, files)).catch((error) => {
      // A sandboxed page may not look into a frame of its own.
      this.app?.tell('trouble', '');
      this.trouble(error);
    });
  }

  // --- the page ---------------------------------------------------------

  emit(name, detail, cancelable = false) {
    return this.element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  changed(path) {
    this.element.valueChanged();
    this.emit('dvk-change', { path });
  }

  checked(report) { this.emit('dvk-check', { report: JSON.parse(report || 'null') }); }

  trouble(error) {
    console.error('dvk:', error);
    this.emit('dvk-error', { error });
  }
}
