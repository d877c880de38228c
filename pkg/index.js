// The engine for JavaScript: text goes in, plain objects come out. No DOM, and nothing happens on import; index.d.ts tells the API.
// It may stand on a page with old libraries that replace built-in methods: only language and what they leave alone is used.

import init, { Core } from './core.js';

/** A call that cannot be answered: `{ code, message, problems, hint }`, never without a problem. */
export class DvkError extends Error {
  constructor({ code, message, problems, hint }, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'DvkError';
    this.code = code;
    this.problems = problems?.length ? problems : [{ code, message }];
    if (hint) this.hint = hint;
  }
}

// Sentences that are needed where the engine is not there to say them.
const refuse = {
  notJson: (cause) => one('not-json', 'Dữ liệu đưa vào không ghi được thành JSON: dữ liệu trỏ vòng về chính nó, có số BigInt, hoặc không có gì.', { path: '' }, cause),
  notLoaded: (name, cause) => one('not-loaded', `Chưa tải được tệp «${name}».`, { found: name }, cause),
  internal: (cause) => one('internal', 'Phần mềm gặp trục trặc; nội dung đã gõ vẫn còn. Đề nghị lưu tệp rồi tải lại trang.', {}, cause),
  pdf: (cause) => one('pdf', 'Chưa tạo được tệp PDF.', { found: cause.message }, cause),
  docx: (cause) => one('docx', 'Chưa tạo được tệp Word.', { found: cause.message }, cause),
  tooBig: (found, most) => one('too-big', `Tệp có ${found} byte, vượt mức cho phép là ${most} byte.`, { found: `${found}`, expected: `${most}` }),
  notRead: (cause) => one('wrong-type', 'Dữ liệu đưa vào không đọc được: vùng nhớ đã chuyển đi nơi khác.', { path: '', found: 'ArrayBuffer', expected: 'Uint8Array' }, cause),
  notBytes: (found) => one('wrong-type', `Cần nội dung của tệp PDF (Uint8Array, ArrayBuffer), nhưng nhận được «${found}».`, { path: '', found, expected: 'Uint8Array' }),
  notLines: (found) => one('wrong-type', `Cần các phiếu dạng NDJSON, mỗi phiếu một dòng (chuỗi hoặc Uint8Array), nhưng nhận được «${found}».`, { path: '', found, expected: 'string, Uint8Array' }),
  option: (path, found, expected) => one('bad-option', `Tùy chọn «${path}» là «${found}»; chỉ nhận: ${expected}.`, { path, found: `${found}`, expected }),
};

/** Bytes of a PDF that is read back; more are refused before they are copied. */
const MOST_PDF = 50_000_000;
/** Bytes of a record, a guideline, a portal, which the core tells by their own limits; what is far beyond is refused before it is copied. */
const MOST_TEXT = 2 * 1024 * 1024;
const FAR = 16 * MOST_TEXT;

/** What a webmaster can do. */
const HINTS = {
  'not-loaded': "Tệp phải nằm cạnh index.js (hoặc trong thư mục «base»); Content-Security-Policy của trang phải có script-src 'wasm-unsafe-eval'.",
};

function one(code, message, more, cause) {
  return new DvkError({ code, message, problems: [{ code, message, ...more }], hint: HINTS[code] }, cause);
}

// --- what goes in ---------------------------------------------------------

const isBuffer = (value) => ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';

function view(buffer) {
  try {
    return ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer);
  } catch (error) {
    throw refuse.notRead(error); // handed to a worker, or no buffer at all
  }
}

/** Text and bytes as they are, everything else as JSON. */
function bytes(value) {
  const text = isBuffer(value) ? view(value) : typeof value === 'string' ? value : json(value);
  const size = typeof text === 'string' ? text.length : text.byteLength;
  if (size > FAR) throw refuse.tooBig(size, MOST_TEXT);
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** Half a pair of surrogates in JSON, which is no character, as `TextEncoder` writes it; `\\ud800` with two strokes is a text. */
const whole = (text) => (text.indexOf('\\ud') < 0 ? text : text.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found.length > 2 ? '\ufffd' : found)));

/** `JSON.stringify`, also where an old Prototype.js has given lists a `toJSON` that makes text of them. */
function json(value) {
  const foreign = Object.getOwnPropertyDescriptor(Array.prototype, 'toJSON');
  if (foreign) delete Array.prototype.toJSON;
  try {
    const text = JSON.stringify(value);
    if (text === undefined) throw new TypeError(typeof value);
    return whole(text);
  } catch (error) {
    throw refuse.notJson(error);
  } finally {
    if (foreign) Object.defineProperty(Array.prototype, 'toJSON', foreign);
  }
}

/** The local date, `yyyy-mm-dd`: the only clock. */
function today() {
  const now = new Date();
  const two = (number) => `0${number}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function freeze(value) {
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value);
  for (let at = 0; at < keys.length; at += 1) freeze(value[keys[at]]);
  return Object.freeze(value);
}

// --- files ----------------------------------------------------------------

/** Where the files are. The addresses are written out so that bundlers find them. */
function places(base) {
  if (base === undefined) {
    return {
      wasm: () => new URL('./dvk.wasm', import.meta.url),
      pdf: () => new URL('./dvk-pdf.wasm', import.meta.url),
      docx: () => new URL('./dvk-docx.wasm', import.meta.url),
      glue: (kind) => new URL(`./${kind}.js`, import.meta.url),
      units: () => new URL('./units.json', import.meta.url),
      former: () => new URL('./units-former.json', import.meta.url),
      guideline: (id) => new URL(`./guidelines/${id}.json`, import.meta.url),
      schema: (of) => new URL(`./schema/${of}.json`, import.meta.url),
    };
  }
  const folder = new URL(base, globalThis.location?.href ?? import.meta.url);
  if (folder.pathname.slice(-1) !== '/') folder.pathname += '/';
  const file = (path) => new URL(path, folder);
  return {
    wasm: () => file('dvk.wasm'),
    pdf: () => file('dvk-pdf.wasm'),
    docx: () => file('dvk-docx.wasm'),
    glue: (kind) => file(`${kind}.js`),
    units: () => file('units.json'),
    former: () => file('units-former.json'),
    guideline: (id) => file(`guidelines/${id}.json`),
    schema: (of) => file(`schema/${of}.json`),
  };
}

/** A file as a response or as bytes; what lies on this machine is read with fs, which `fetch` cannot do. */
async function open(source, fetch = globalThis.fetch) {
  if (isBuffer(source)) return view(source);
  if (typeof Response === 'function' && source instanceof Response) return answered(source, source.url || 'Response');
  const url = new URL(source, globalThis.location?.href ?? import.meta.url);
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  try {
    if (url.protocol === 'file:' && globalThis.process?.versions?.node) {
      // Not written as a text, so that bundlers for browsers leave it alone.
      const fs = 'node:fs/promises';
      const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ fs);
      return await readFile(url);
    }
    return answered(await fetch(url), name);
  } catch (error) {
    throw error instanceof DvkError ? error : refuse.notLoaded(name, error);
  }
}

function answered(response, name) {
  if (!response.ok) throw refuse.notLoaded(name, response);
  return response;
}

/** The bytes of a file. */
async function content(source, fetch) {
  const file = await open(source, fetch);
  return isBuffer(file) ? file : new Uint8Array(await file.arrayBuffer());
}

/** Whether a file is not there, as opposed to not reachable. */
const isAbsent = ({ cause }) => cause?.status === 404 || cause?.code === 'ENOENT';

/** Starts the glue of a WebAssembly module; a server that names another type than `application/wasm` costs only the streaming. */
async function start(glue, source, name, fetch) {
  const file = await open(source, fetch);
  try {
    const streams = !isBuffer(file) && `${file.headers.get('content-type')}`.slice(0, 16) === 'application/wasm';
    await glue({ module_or_path: isBuffer(file) || streams ? file : await file.arrayBuffer() });
  } catch (error) {
    throw refuse.notLoaded(name, error);
  }
}

// The glue holds one instance of its module, so each is started once, whoever asks first; a failure may be tried again.
let engineStarted;
const writersStarted = {};
/** Glue of the modules that write files, taken at the first file of their kind. */
const WRITERS = { pdf: () => import('./pdf.js'), docx: () => import('./docx.js') };

function startEngine(source, fetch) {
  engineStarted ??= start(init, source, 'dvk.wasm', fetch).catch((error) => {
    engineStarted = undefined;
    throw error;
  });
  return engineStarted;
}

async function glueOf(kind, at, fetch) {
  // Some browsers never ask again for a module that did not come once; so its way is tried first.
  if (fetch) await content(at.glue(kind), fetch);
  return WRITERS[kind]();
}

function startWriter(kind, source, at, fetch) {
  writersStarted[kind] ??= glueOf(kind, at, fetch).then(async (glue) => {
    await start(glue.default, source, `dvk-${kind}.wasm`, fetch);
    return glue;
  }).catch((error) => {
    writersStarted[kind] = undefined;
    throw error instanceof DvkError ? error : refuse.notLoaded(`${kind}.js`, error);
  });
  return writersStarted[kind];
}

// --- the engine -----------------------------------------------------------

/** Loads the engine. */
export async function load(asks) {
  const options = asks ?? {};
  const at = places(options.base);
  const units = content(options.units ?? at.units(), options.fetch);
  // Waited for below; until then its failure must not count as unhandled.
  units.catch(() => {});
  await startEngine(options.wasm ?? at.wasm(), options.fetch);
  const engine = new Engine(at, options);
  try {
    engine[UNITS](await units);
  } catch (error) {
    // Without the list the checks that need it say `no-units`; a list that was asked for must be there.
    if (options.units !== undefined) throw error;
  }
  if (options.formerUnits) await engine.loadFormerUnits(options.formerUnits === true ? undefined : options.formerUnits);
  return engine;
}

const UNITS = Symbol('units');
const NEUTRAL_PORTAL = '{"format":"dvk-portal/1","id":"none","name":"","recipient":[]}';

/** Whether a text is a guideline's file and no id: also one that begins with a slip of the hand. */
const isFile = (text) => /[{"\n]/.test(text);

class Engine {
  #core;
  #at;
  /** Where the modules that write files were said to be. */
  #writers;
  #locale;
  #fetch;
  /** What went wrong inside; after that the memory cannot be trusted. */
  #fault;
  /** Frozen guidelines that were given out, by `id@version`, and back. */
  #given = new Map();
  #keys = new WeakMap();

  constructor(at, { pdf, docx, locale, fetch }) {
    this.#fetch = fetch;
    this.#at = at;
    this.#writers = { pdf, docx };
    this.#locale = locale;
    this.#call(() => {
      this.#core = new Core();
      this.version = Core.version();
    });
    Object.defineProperty(this, 'version', { writable: false });
  }

  /** Calls the core: a refusal becomes a DvkError, anything else is a fault of the software. */
  #call(call) {
    if (this.#fault !== undefined) throw refuse.internal(this.#fault);
    try {
      return call(this.#core);
    } catch (thrown) {
      if (thrown && !(thrown instanceof Error) && thrown.problems) throw new DvkError(thrown);
      this.#fault = thrown ?? null;
      throw refuse.internal(thrown);
    }
  }

  #options(options) {
    return bytes(this.#called(options));
  }

  /** The options of a call as JSON. */
  #called(options) {
    const { guideline } = options ?? {};
    const key = this.#keys.get(guideline);
    const known = key !== undefined && this.#given.get(key) === guideline;
    return json({ locale: this.#locale, ...options, today: options?.today ?? today(), guideline: known ? key : guideline });
  }

  #give(guideline) {
    const key = `${guideline.id}@${guideline.version}`;
    this.#given.set(key, freeze(guideline));
    this.#keys.set(guideline, key);
    return guideline;
  }

  [UNITS](list) {
    this.#call((core) => core.loadUnits(list));
  }

  /** Takes in the list of units of before July 2025: an unknown commune or province then comes with what it is today. */
  async loadFormerUnits(source) {
    const list = await content(source ?? this.#at.former(), this.#fetch);
    this.#call((core) => core.loadFormerUnits(list));
  }

  /** The core itself, for the element, which shares the memory of this engine. */
  get [Symbol.for('dvk.core')]() {
    return this.#core;
  }

  guidelines() {
    return this.#call((core) => core.guidelines());
  }

  async guideline(idOrJson) {
    if (typeof idOrJson !== 'string' || isFile(idOrJson)) {
      const key = this.#keys.get(idOrJson);
      if (key !== undefined && this.#given.get(key) === idOrJson) return idOrJson;
      const text = bytes(idOrJson);
      return this.#give(await this.#loadGuideline(text));
    }
    try {
      return this.#known(idOrJson);
    } catch (unknown) {
      const [id] = idOrJson.split('@');
      if (unknown.code !== 'unknown-guideline' || !/^[a-z0-9][a-z0-9-]*$/.test(id)) throw unknown;
      const text = await content(this.#at.guideline(id), this.#fetch).catch((error) => {
        throw isAbsent(error) ? unknown : error;
      });
      await this.#loadGuideline(text);
    }
    return this.#known(idOrJson);
  }

  /** Takes in a guideline; what it extends is fetched from beside the engine when nobody knows it yet. */
  async #loadGuideline(text) {
    try {
      return this.#call((core) => core.loadGuideline(text));
    } catch (refused) {
      let base;
      for (const { code, found } of refused.problems ?? []) if (code === 'unknown-base') base = found;
      if (!base) throw refused;
      await this.guideline(base).catch(() => {
        throw refused;
      });
      return this.#call((core) => core.loadGuideline(text));
    }
  }

  #known(id) {
    const guideline = this.#call((core) => core.known(id));
    return this.#given.get(`${guideline.id}@${guideline.version}`) ?? this.#give(guideline);
  }

  portal(json = NEUTRAL_PORTAL) {
    const text = bytes(json);
    return this.#call((core) => core.portal(text));
  }

  create(preset, portal) {
    const presetText = bytes(preset ?? {});
    const portalText = portal ? bytes(portal) : new Uint8Array();
    const random = crypto.getRandomValues(new Uint8Array(10));
    return this.#call((core) => core.create(presetText, portalText, Date.now(), random));
  }

  duplicate(record, asks, options) {
    const { from, to, status, baselines } = asks ?? {};
    const [text, call] = [bytes(record), this.#options(options)];
    const asked = bytes({ from, to, status, baselines });
    const random = crypto.getRandomValues(new Uint8Array(10));
    return this.#call((core) => core.duplicate(text, asked, call, Date.now(), random));
  }

  parse(input) {
    const text = bytes(input);
    return this.#call((core) => core.parse(text));
  }

  normalize(record) {
    const text = bytes(record);
    return this.#call((core) => core.normalize(text));
  }

  check(record, options) {
    const text = typeof record === 'string' || isBuffer(record) ? record : json(record);
    const call = this.#called(options);
    // A text crosses sooner than its bytes, but takes three times the room on the way.
    if (typeof text === 'string' && text.length < 500_000) return this.#call((core) => JSON.parse(core.check(text, call)));
    const [long, asked] = [bytes(text), bytes(call)];
    return this.#call((core) => JSON.parse(core.checkText(long, asked)));
  }

  checkMany(ndjson, options) {
    if (!isBuffer(ndjson) && typeof ndjson !== 'string') throw refuse.notLines(ndjson === null ? 'null' : Array.isArray(ndjson) ? 'Array' : typeof ndjson);
    const [lines, call] = [isBuffer(ndjson) ? view(ndjson) : new TextEncoder().encode(ndjson), this.#options(options)];
    return this.#call((core) => core.checkMany(lines, call));
  }

  compare(before, after, options) {
    const [old, text, call] = [bytes(before), bytes(after), this.#options(options)];
    return this.#call((core) => core.compare(old, text, call));
  }

  summarize(record, options) {
    const [text, call] = [bytes(record), this.#options(options)];
    return this.#call((core) => core.summarize(text, call));
  }

  async pdf(record, options) {
    const { document, record: carried, report, id, revision, digest } = this.#made('parcel', record, options);
    return this.#write('pdf', ({ render }) => {
      const rendered = render(bytes(document), bytes(carried), bytes(report), id, revision, digest);
      const file = rendered.bytes;
      rendered.free();
      return file;
    });
  }

  async docx(record, options) {
    const document = this.#made('document', record, options);
    return this.#write('docx', ({ render }) => render(bytes(document)));
  }

  #made(what, record, options) {
    const [text, call] = [bytes(record), this.#options(options)];
    return this.#call((core) => core[what](text, call));
  }

  /** Calls a module that writes and reads files of a kind. */
  async #write(kind, call) {
    const glue = await startWriter(kind, this.#writers[kind] ?? this.#at[kind](), this.#at, this.#fetch);
    try {
      return call(glue);
    } catch (error) {
      throw error instanceof WebAssembly.RuntimeError ? refuse.internal(error) : refuse[kind](error);
    }
  }

  async readPdf(file) {
    if (!isBuffer(file)) throw refuse.notBytes(Object.prototype.toString.call(file).slice(8, -1));
    if (file.byteLength > MOST_PDF) throw refuse.tooBig(file.byteLength, MOST_PDF);
    const read = await this.#write('pdf', ({ open: look }) => {
      const opened = look(view(file));
      const { code, found, expected, record, report, digest, state } = opened;
      opened.free();
      return { code, found, expected, record, report, digest, state };
    });
    if (read.code) throw new DvkError(this.#call((core) => core.pdfRefused(read.code, read.found, read.expected)));
    return this.#call((core) => core.readBack(read.record, read.report, read.digest, read.state));
  }

  repair(text) {
    if (typeof text !== 'string') throw refuse.option('/text', typeof text, 'string');
    return this.#call((core) => core.repair(text));
  }

  async schema(of) {
    const known = ['registration', 'guideline', 'portal', 'report'];
    if (known.indexOf(of) < 0) throw refuse.option('/of', of, known.join(', '));
    return JSON.parse(new TextDecoder().decode(await content(this.#at.schema(of))));
  }
}
