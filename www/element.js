// <dvk-registration>: the custom element. Nothing but wiring; the form itself is in dvk-form.wasm.

import init, { App } from '../dist/form.js';
import { begin as open } from './drafts.js';
import { base, files } from './files.js';
import { Host } from './host.js';
import { json, parsed } from './json.js';
import { freshId } from './keeper.js';
import formSheet from './element.css';

let module;
/** The elements of the page in the order in which they came, so that each has its own draft. @type {DvkRegistration[]} */
const live = [];

/** What a person does in the form is the form's own: a page that acts on keys or forbids copying sees the element, not the box in it, and would eat what is typed. */
const OWN = ['keydown', 'keypress', 'keyup', 'copy', 'cut', 'paste', 'contextmenu', 'selectstart'];
const own = (event) => { if (event.key !== 'Tab') event.stopPropagation(); };

/** The form module, compiled once for all elements of the page; without streaming where the server names another type. */
function form() {
  module ??= (async () => {
    const response = await files.get('dvk-form.wasm');
    await init({ module_or_path: (response.headers.get('content-type') ?? '').startsWith('application/wasm') ? response : await response.arrayBuffer() });
  })();
  module.catch(() => { module = undefined; });
  return module;
}

/** A file of the page's or the loader's origin; no other host is ever asked. */
async function file(address, what) {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin && url.origin !== base.origin) throw new Error(`${what}: ${url.origin}`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${what}: ${response.status} ${url.pathname}`);
  return response.text();
}

/** Lets the page do what waits. */
const turn = () => new Promise((resolve) => { setTimeout(resolve); });

const inline = (text) => text.trimStart().startsWith('{');

/** A portal by address or as inline JSON. */
async function portalOf(text) {
  return text ? JSON.parse(inline(text) ? text : await file(text, 'portal')) : null;
}

/** A guideline as text: by id from beside the loader, by address, or inline. The sample one is in the engine, nothing is fetched for it. */
async function guidelineOf(text) {
  if (!text || /^mau(@|$)/.test(text)) return null;
  if (inline(text)) return text;
  return /^[a-z0-9][a-z0-9-]*$/.test(text) ? (await files.get(`guidelines/${text}.json`)).text() : file(text, 'guideline');
}

/** What the interface says otherwise than in Vietnamese: nothing, unless the element itself asks for English; many Vietnamese portals stand in templates that say “en”. */
async function englishOf(element) {
  if (!/^en\b/i.test(element.lang)) return null;
  return (await files.get('i18n/en.json')).json();
}

class DvkRegistration extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = [];
  static version = DVK_VERSION;
  #internals;
  #host;
  /** What an App begins with; there once the form has been. */
  #setup;
  #made;
  /** What stood in the form when it gave its memory back. */
  #rested;
  #pending;
  #started;

  constructor() {
    super();
    this.#internals = this.attachInternals?.();
    // The fallback content is shown until the form is there, and again when it cannot come.
    this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    // What a script of the page has set before the element was defined.
    if (Object.hasOwn(this, 'record')) {
      const { record } = this;
      delete this.record;
      this.record = record;
    }
  }

  connectedCallback() {
    if (!live.includes(this)) live.push(this);
    this.#host?.keeper.listen();
    if (!this.#app) this.#begin();
    addEventListener('beforeunload', this.#beforeLeaving);
    addEventListener('pagehide', this.#hide);
    addEventListener('pageshow', this.#show);
    document.addEventListener('visibilitychange', this.#flush);
  }

  disconnectedCallback() {
    removeEventListener('beforeunload', this.#beforeLeaving);
    removeEventListener('pagehide', this.#hide);
    removeEventListener('pageshow', this.#show);
    document.removeEventListener('visibilitychange', this.#flush);
    if (live.includes(this)) live.splice(live.indexOf(this), 1);
    this.#hide();
    setTimeout(() => this.#rest(), 2_000);
  }

  /** The form gives its memory back when it is out of the page and not only on its way to another place: WebAssembly would hold on to all of it for ever. */
  #rest() {
    if (this.isConnected || !this.#made) return;
    this.#rested = this.#made.everything();
    this.#made.dispose();
    this.#made.free();
    this.#made = this.#host.app = this.#host.shelved = undefined;
  }

  /** The form, made when it is needed; where it had given its memory back, again, with what stood in it, and its draft is written on. */
  get #app() {
    if (this.#made || !this.#setup) return this.#made;
    const host = this.#host;
    const { keeper } = host;
    const app = new App(this.shadowRoot, host, this.#setup);
    app.draw();
    this.#stand(app);
    if (this.#rested) {
      const { id, text, at, saved, digest, long } = keeper;
      this.#made.setRecord(this.#rested, '');
      if (text) keeper.adopt({ id, text, at, saved, digest, long });
      if (host.core) this.#made.engineReady();
    }
    return this.#made;
  }

  /** The form takes the place of what was there. */
  #stand(app) {
    this.shadowRoot.textContent = '';
    app.stand();
    this.#made = this.#host.app = app;
  }

  #begin() {
    this.#started ??= this.#start().catch(async (error) => {
      const again = () => { this.#started = undefined; this.#begin(); };
      // Who finds the reason and offers a sheet to fill in by hand is a file of its own; where that does not come either, there is the loader's way to try again.
      const told = await files.bring('failed.js').then(({ failed }) => failed(this, error, again), () => { files.offer?.(this, again); return error; });
      console.error('dvk:', told);
      this.dispatchEvent(new CustomEvent('dvk-error', { detail: { error: told }, bubbles: true, composed: true }));
    });
  }

  /** Portal and page; a second form of the same portal on the page has its own place. */
  #place(portal) {
    let number = 1;
    for (const other of live) {
      if (other === this) break;
      if (other.getAttribute('portal') === this.getAttribute('portal')) number += 1;
    }
    const page = `${portal?.id ?? (this.hasAttribute('portal') && !portal ? '?' : '')} ${location.pathname}`;
    return this.id ? `${page} #${this.id}` : number > 1 ? `${page} #${number}` : page;
  }

  async #start() {
    const troubles = [];
    const noted = (error) => { troubles.push(error); };
    // Angular puts an element into the page first and gives it its attributes right after.
    await undefined;
    // What takes longest begins first. Whether a portal wants drafts is known when its file is there.
    if (!this.hasAttribute('portal') && this.getAttribute('drafts') !== 'off') open();
    const compiled = form();
    compiled.catch(() => {});
    const words = englishOf(this).catch(noted);
    const portal = await portalOf(this.getAttribute('portal')).catch(noted) ?? null;
    // A guideline that does not come is not replaced by another: nobody is judged by rules that are not theirs.
    let refused = false;
    const guideline = await guidelineOf(this.getAttribute('guideline') ?? portal?.guideline).catch((error) => { noted(error); refused = true; }) ?? null;
    const drafts = this.getAttribute('drafts') ?? portal?.drafts ?? 'session';
    const kind = portal?.submit?.kind ?? 'none';
    const send = kind === 'post' || kind === 'mail' ? kind : this.hasAttribute('name') ? 'form' : '';
    const english = await words;
    const texts = { ...english, ...portal?.texts };
    if (kind === 'form' && !send) noted(new Error('portal: submit «form» needs the attribute «name» on <dvk-registration>; nothing enters the surrounding form'));
    const host = new Host(this, base, { portal, guideline, refused, texts, drafts: ['off', 'session', 'device'].includes(drafts) ? drafts : 'session', place: this.#place(portal), send });
    host.keeper.listen();
    const looking = host.keeper.begin();
    await compiled.catch((error) => { host.keeper.deaf(); throw error; });
    const year = Number(this.getAttribute('year')) || new Date().getFullYear();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(formSheet);
    // What the form can read of a guideline already; whether it is sound says the engine.
    const setup = json({ id: freshId(), portal, guideline: parsed(guideline), year, send, texts, lang: english ? 'en' : 'vi' });
    // Made in two parts, so that the storage is heard between them; shown when it is known what stands in it.
    const app = new App(this.shadowRoot, host, setup);
    await turn();
    app.draw();
    // Never waits for more than the storage's patience, and never fails: the form works without.
    const found = await looking;
    // From here on it is there for the page; what the page sets before that waits.
    this.#host = host;
    this.#setup = setup;
    this.shadowRoot.adoptedStyleSheets = [sheet];
    host.takeDrops();
    // Browsers leave a box where it is when a part of it shows, even under the portal's sticky header.
    this.shadowRoot.addEventListener('keyup', ({ key, target }) => {
      if (key !== 'Tab') return;
      const { top, bottom } = target.getBoundingClientRect();
      if (top < 140 || bottom > innerHeight - 80) target.scrollIntoView({ block: 'center' });
    });
    for (const kind of OWN) this.addEventListener(kind, own);
    const given = this.#pending;
    this.#stand(app);
    if (given) app.setRecord(given, '');
    this.#pending = undefined;
    // Removed while it was on its way.
    if (!this.isConnected) this.disconnectedCallback();
    host.begin(found, Boolean(given)).catch((error) => host.trouble(error));
    troubles.forEach((error) => host.trouble(error));
    this.dispatchEvent(new CustomEvent('dvk-ready', { bubbles: true, composed: true }));
  }

  #beforeLeaving = (event) => {
    if (!this.#host?.keeper.unsafe) return;
    this.#host.keeper.flush(true);
    event.preventDefault();
    event.returnValue = '';
  };

  #flush = () => { this.#host?.keeper.flush(true); };
  /** A page that goes away, to be thrown out or to be come back to, holds no draft. */
  #hide = () => { this.#flush(); this.#host?.keeper.deaf(); };
  #show = () => { this.#host?.keeper.listen(); };

  /** The record's JSON takes part in the surrounding form only when the element has a name. */
  valueChanged() {
    if (this.hasAttribute('name')) this.#internals?.setFormValue?.(this.#app.record());
  }

  async #ready() {
    await this.#started;
    if (!this.#host) throw new Error('dvk: not started');
    return this.#host.load();
  }

  /** The API's engine; asking for it loads it. */
  get ready() { return this.#ready(); }
  get record() { return this.#app ? JSON.parse(this.#app.record()) : undefined; }
  set record(value) {
    // Frameworks take a property away by writing nothing into it: what is typed stays.
    if (value === undefined || value === null) return;
    const text = json(value);
    if (this.#app) this.#app.setRecord(text, '');
    else this.#pending = text;
  }
  get report() { return this.#app ? JSON.parse(this.#app.report()) : null; }
  /** A record that the engine refuses (an unknown choice, a newer format) is a DvkError, as in the API. */
  async check() {
    const engine = await this.ready;
    return JSON.parse(this.#app.check()) ?? engine.check(this.record);
  }
  async save() { await this.ready; await this.#host.leave('save', this.#app.record()); }
  async print() { await this.ready; this.#app.print(); }
  async pdf(kind) { await this.ready; await this.#host.leave('pdf', this.#app.record(), kind); }
  async docx(kind) { await this.ready; await this.#host.leave('docx', this.#app.record(), kind); }
  reset() { this.#host?.reset(); }
  async open(file) { await this.ready; await this.#host.open(file); }
}

const there = customElements.get('dvk-registration');
if (!there) customElements.define('dvk-registration', DvkRegistration);
else if (there.version !== DVK_VERSION) console.warn(`dvk: trang đã có phiên bản ${there.version}; bản ${DVK_VERSION} tại ${base} không được dùng`);
