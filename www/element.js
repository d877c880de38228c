// <dvk-registration>: the custom element. Nothing but wiring; the form itself is in dvk-form.wasm.

import init, { App } from '../dist/form.js';
import { Host, freshId } from './host.js';
import formSheet from './element.css';
import printSheet from './print.css';

const base = new URL('.', import.meta.url);
let module;

/** The form module, compiled once for all elements of the page; without streaming where the server names another type. */
function form() {
  module ??= (async () => {
    const response = await fetch(new URL('dvk-form.wasm', base));
    if (!response.ok) throw new Error(`dvk-form.wasm: ${response.status}`);
    await init({ module_or_path: (response.headers.get('content-type') ?? '').startsWith('application/wasm') ? response : await response.arrayBuffer() });
  })();
  module.catch(() => { module = undefined; });
  return module;
}

/** A portal by address or as inline JSON. */
async function portalOf(text) {
  if (!text) return null;
  if (text.trimStart().startsWith('{')) return JSON.parse(text);
  const url = new URL(text, document.baseURI);
  if (url.origin !== location.origin && url.origin !== base.origin) throw new Error(`portal: ${url.origin}`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`portal: ${response.status} ${url.pathname}`);
  return response.json();
}

class DvkRegistration extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = [];
  #internals;
  #host;
  #app;
  #pending;
  #started;

  constructor() {
    super();
    this.#internals = this.attachInternals?.();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback() {
    this.#started ??= this.#start().catch((error) => {
      // The fallback content shows again, so that the officer has something to use.
      this.shadowRoot.append(document.createElement('slot'));
      console.error('dvk:', error);
      this.dispatchEvent(new CustomEvent('dvk-error', { detail: { error }, bubbles: true, composed: true }));
    });
    addEventListener('beforeunload', this.#beforeLeaving);
    addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  disconnectedCallback() {
    removeEventListener('beforeunload', this.#beforeLeaving);
    removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#host?.flush();
  }

  async #start() {
    this.shadowRoot.adoptedStyleSheets = [printSheet, formSheet].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    let trouble;
    const [portal] = await Promise.all([portalOf(this.getAttribute('portal')).catch((error) => { trouble = error; return null; }), form()]);
    const drafts = this.getAttribute('drafts') ?? portal?.drafts ?? 'session';
    const host = new Host(this, base, { portal, guideline: this.getAttribute('guideline'), drafts: ['off', 'session', 'device'].includes(drafts) ? drafts : 'session' });
    const draft = await host.restore();
    const year = Number(this.getAttribute('year')) || new Date().getFullYear();
    const setup = { id: freshId(), portal, year, ...(draft ? { draft: JSON.parse(draft.text) } : {}) };
    this.#host = host;
    this.#app = new App(this.shadowRoot, host, JSON.stringify(setup));
    host.app = this.#app;
    if (draft) this.#app.draft('draft.restored', new Date(draft.at).toLocaleString('vi-VN', { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' }));
    else if (host.settings.drafts === 'off') this.#app.draft('draft.off', '');
    if (this.#pending) { this.#app.setRecord(this.#pending, ''); this.#pending = undefined; }
    if (trouble) host.trouble(trouble);
    this.dispatchEvent(new CustomEvent('dvk-ready', { bubbles: true, composed: true }));
  }

  #beforeLeaving = (event) => {
    if (!this.#host?.dirty) return;
    this.#host.flush();
    event.preventDefault();
    event.returnValue = '';
  };

  #flush = () => { this.#host?.flush(); };

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
    const text = JSON.stringify(value);
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
  async pdf() { await this.ready; await this.#host.leave('pdf', this.#app.record()); }
  reset() { this.#app?.setRecord(JSON.stringify({ format: 'dvk-registration/1', id: this.#host.forget(), stage: 'register' }), ''); }
  async open(file) { await this.ready; await this.#host.open(file); }
}

if (!customElements.get('dvk-registration')) customElements.define('dvk-registration', DvkRegistration);
