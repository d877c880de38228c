// What the form asks of its surroundings (src/ui/host.rs). No function throws: a throw would pass through the form and leave it locked.

import * as drafts from './drafts.js';
import printSheet from './print.css';

const HOURS = { session: 12, device: 30 * 24 };
const bytes = (text) => new TextEncoder().encode(text);
const clock = (at) => new Date(at).toLocaleString('vi-VN', { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' });

/** What the engine judges by when the guideline of the page is refused: one criterion that never applies, since the form hands over no other registrations. */
const NOTHING = {
  format: 'dvk-guideline/1', id: 'none', version: '0', title: '-', issuer: { name: '-', level: 'commune' }, effective: { from: '2000-01-01' },
  sources: { none: { title: '-' } }, tests: [],
  criteria: [{ id: 'none', group: '-', title: '-', cite: [{ source: 'none' }], severity: 'hint', check: { kind: 'unique', path: '/model/name' }, target: '/model/name', messages: { met: '-', duplicate: '-' } }],
};

/** Files for people: what they are to a browser, and what is said while one is made and when none could be. */
const MADE = {
  pdf: { type: 'application/pdf', making: 'pdf.making', failed: 'pdf.failed' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', making: 'docx.making', failed: 'docx.failed' },
};

/** Faces for paper: file, weight, slant. */
const FACES = [['regular', '400', 'normal'], ['bold', '700', 'normal'], ['italic', '400', 'italic'], ['bold-italic', '700', 'italic']];

function read(text) {
  try { return JSON.parse(text); } catch { return null; }
}

/** The local date, `yyyy-mm-dd`. */
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A UUIDv7 for a fresh record; `getRandomValues` is there on plain http too. */
export function freshId() {
  const hex = (list) => { let text = ''; for (const byte of list) text += byte.toString(16).padStart(2, '0'); return text; };
  const random = crypto.getRandomValues(new Uint8Array(10));
  random[0] = (random[0] & 0x0f) | 0x70;
  random[2] = (random[2] & 0x3f) | 0x80;
  const text = Date.now().toString(16).padStart(12, '0') + hex(random);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

export class Host {
  /**
   * @param {HTMLElement} element
   * @param {URL} base where the files are
   * @param {{ portal: object | null, guideline: string | null, refused: boolean, drafts: 'off' | 'session' | 'device' }} settings
   */
  constructor(element, base, settings) {
    this.element = element;
    this.base = base;
    this.settings = settings;
    this.app = null;
    this.core = null;
    this.engine = null;
    this.dirty = false;
    this.timer = 0;
    this.text = '';
    this.digest = '';
    this.key = `${settings.portal?.id ?? ''} ${location.pathname}`;
  }

  // --- the engine -------------------------------------------------------

  /** Begins to load the engine, once. @returns {Promise<object>} the API's Engine */
  load() {
    this.loading ??= import(new URL('index.js', this.base).href)
      .then((api) => api.load({ base: this.base }))
      .then((engine) => {
        this.engine = engine;
        this.core = engine[Symbol.for('dvk.core')];
        return this.settle(engine);
      });
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
    this.app?.guideline(JSON.stringify(asked ?? { ...read(settings.guideline), title: '' }));
  }

  wake() {
    if (!this.loading) this.load().catch((error) => { this.loading = undefined; this.trouble(error); });
  }

  options(more = {}) {
    const { portal, known } = this.settings;
    return bytes(JSON.stringify({ ...(portal ? { portal: { ...portal, guideline: undefined } } : {}), ...(known ? { guideline: known } : {}), today: today(), ...more }));
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
  document(record) { return this.ask((core) => core.document(bytes(record), this.options({ kind: 'form' }))); }
  unitCode(kind, name, province) { return this.ask((core) => core.unitCode(kind, name, province)); }
  unitName(code) { return this.ask((core) => core.unitName(code)); }
  unitNames(kind, province) { return this.ask((core) => core.unitNames(kind, province)) ?? ''; }

  // --- drafts -----------------------------------------------------------

  keep(text) {
    this.text = text;
    this.dirty = true;
    if (this.settings.drafts === 'off') return;
    this.timer ||= setTimeout(() => this.flush(), 200);
  }

  /** Writes what is waiting. What was typed counts as saved only when the transaction is complete. */
  async flush() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.dirty || this.settings.drafts === 'off') return;
    const { text } = this;
    const at = Date.now();
    const kept = await drafts.save(this.key, { text, at, until: at + HOURS[this.settings.drafts] * 3_600_000, digest: this.digest });
    if (kept && text === this.text) this.dirty = false;
    this.app?.draft(kept ? 'draft.saved' : 'draft.refused', clock(at));
    if (kept) this.emit('dvk-draft', { savedAt: new Date(at).toISOString() });
  }

  async restore() {
    const draft = this.settings.drafts === 'off' ? null : await drafts.load(this.key);
    this.digest = draft?.digest ?? '';
    return draft;
  }

  forget() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.dirty = false;
    this.digest = '';
    drafts.remove(this.key);
    return freshId();
  }

  // --- files and print --------------------------------------------------

  export(what, record) {
    this.leave(what, record).catch((error) => {
      const long = error?.code === 'too-long' || error?.code === 'too-many';
      // Without its engine the form cannot print either.
      this.app?.tell(what === 'pdf' && this.core ? 'pdf.print' : MADE[what]?.failed ?? (long ? 'file.long' : 'trouble'), '');
      this.trouble(error);
    });
  }

  /** The record leaves the form as a file: canonical JSON, or the same record as PDF or DOCX. */
  async leave(what, record, kind = 'form') {
    const made = MADE[what];
    if (!this.emit('dvk-before-export', { kind: made ? what : 'file' }, true)) return;
    if (made) this.app.tell(made.making, '');
    const engine = await this.load();
    const leaving = this.core.exportRecord(bytes(record), this.options(), this.digest);
    this.digest = leaving.digest;
    this.app.setRevision(leaving.revision);
    this.keep(this.app.everything());
    const document = JSON.parse(this.core.document(bytes(leaving.text), this.options({ kind })));
    if (made) {
      const file = await engine[what](leaving.text, JSON.parse(new TextDecoder().decode(this.options({ kind }))));
      const name = `${document.fileName}.${what}`;
      this.download(file, name, made.type, what);
      this.app.tell('pdf.made', name);
    } else {
      const name = `${document.fileName.replace(/-nhap$/, '')}.json`;
      this.download(leaving.text, name, 'application/json', 'file');
      this.app.tell('file.saved', name);
      await this.flush();
    }
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

  chooseFile() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => { if (input.files[0]) this.open(input.files[0]); });
    input.click();
  }

  /** @param {Blob & { name?: string }} file */
  async open(file) {
    try {
      await this.load();
      const text = this.core.canonical(new Uint8Array(await file.arrayBuffer()));
      this.app.offer(text, file.name ?? '');
    } catch (error) {
      this.app.refuse(error?.message ?? '');
      this.emit('dvk-error', { error });
    }
  }

  /** Prints a document in a frame of its own, so that nothing of the portal is printed. */
  async print(article, title) {
    const frame = document.createElement('iframe');
    frame.className = 'print-frame';
    frame.title = title;
    this.element.shadowRoot.append(frame);
    const { contentWindow: view, contentDocument: inside } = frame;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(printSheet);
    inside.adoptedStyleSheets = [sheet];
    inside.documentElement.lang = 'vi';
    inside.title = title;
    inside.body.append(inside.adoptNode(article));
    view.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 500));
    // The faces are waited for, but not long: paper with another face is better than none.
    await Promise.race([this.faces(view).catch(() => {}), new Promise((late) => setTimeout(late, 3_000))]);
    view.print();
  }

  /** Gives the frame faces where the machine has neither Times New Roman nor its likeness. As bytes: a policy without font-src stops them otherwise. */
  async faces({ FontFace, document: inside }) {
    const local = new FontFace('DVK Serif', 'local("Times New Roman"), local("Liberation Serif")');
    if (await local.load().catch(() => null)) return;
    await Promise.all(FACES.map(async ([name, weight, style]) => {
      const file = await fetch(new URL(`fonts/${name}.woff2`, this.base));
      inside.fonts.add(await new FontFace('DVK Serif', await file.arrayBuffer(), { weight, style }).load());
    }));
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
