// Keeps what is typed in one form: when it is written, whose it is, until when. What it says of it goes to the form through `told`.
//
// A draft belongs to the form that types it: every write looks, in its own transaction, whether another form has taken the draft over meanwhile, and then
// goes on as a draft of its own. So two tabs never write over each other, also where one of them was asleep while it was asked.

import * as drafts from './drafts.js';
import { parsed } from './json.js';

const HOUR = 3_600_000;
const HOURS = { session: 12, device: 30 * 24 };
/** From the first key that is not written yet to its writing, ms. */
const QUEUE = 250;
/** From a write to the time when it is on the disk and not only with the system: what a power cut can take, ms. Each write by itself would hold up an old disk. */
const CALM = 2_000;
/** After a write that was not kept, until it is tried again without another key, ms; each time in vain makes it four times as long. */
const AGAIN = 1_000;
/** How long other tabs have to say that a draft is being typed there, ms; to hand it over they have four times as long. */
const ANSWER = 250;
/** No draft is older than the form. */
const BUILT = Date.UTC(2026, 0);
const FORMAT = 'dvk-registration/1';

/** A UUIDv7; `getRandomValues` is there on plain http too. */
export function freshId() {
  const hex = (list) => { let text = ''; for (const byte of list) text += byte.toString(16).padStart(2, '0'); return text; };
  const random = crypto.getRandomValues(new Uint8Array(10));
  random[0] = (random[0] & 0x0f) | 0x70;
  random[2] = (random[2] & 0x3f) | 0x80;
  const text = Date.now().toString(16).padStart(12, '0') + hex(random);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

/** A number for a text: equal texts, equal numbers. It says whether the form still is what was saved. */
function mark(text) {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return (high >>> 0) * 0x200000 + (low >>> 11);
}

/** Whether a time is of a clock that was years behind, as on a machine without power for it, and is right now. */
const isBehind = (at) => at < BUILT && Date.now() >= BUILT;

/** Whether two places are the same; a form whose portal file did not come does not know of which portal it is. */
function isSame(one, other) {
  const [[portal, page], [another, there]] = [one, other].map((place) => place.split(/ (?=\/)/));
  return page === there && (portal === another || portal === '?' || another === '?');
}

/** What a stored value is: `ok`, or `newer` or `broken`, which are kept as they are and can be saved to a file. */
function looked({ key, value }) {
  const text = typeof value?.text === 'string' ? value.text : null;
  const record = text === null ? null : parsed(text);
  const state = record?.format === FORMAT ? 'ok' : /^dvk-registration\/\d+$/.test(record?.format) ? 'newer' : 'broken';
  const number = (found, otherwise) => (Number.isFinite(found) ? found : otherwise);
  return { ...(value && typeof value === 'object' ? value : {}), id: key, place: value?.place ?? (typeof value?.text === 'string' ? String(key) : undefined), text, state, raw: value, at: number(value?.at, 0), until: number(value?.until, Infinity) };
}

export class Keeper {
  /**
   * @param {'off' | 'session' | 'device'} mode
   * @param {string} place portal and page; `place #2` for a second form of the page
   * @param {{ kept(at: number): void, notKept(why: string): void, taken(): void, expired(): void, cleared(): void, shared(on: boolean): void }} told
   */
  constructor(mode, place, told) {
    this.mode = mode;
    this.place = place;
    this.told = told;
    this.token = freshId();
    /** For the shelf, which is another file and must not open the store a second time. */
    this.store = drafts;
    this.looked = looked;
    this.shared = false;
    /** Drafts that could not be put away on this machine; they live as long as the page. */
    this.parted = [];
    /** Something was handed in, did not arrive, and is kept nowhere. */
    this.onTheWay = false;
    this.#fresh();
  }

  #fresh() {
    this.#hush();
    clearTimeout(this.end);
    this.until = 0;
    this.pause = AGAIN;
    this.id = freshId();
    this.text = '';
    this.at = 0;
    this.dirty = false;
    this.saved = null;
    this.digest = '';
    this.long = false;
  }

  /** Nothing is written: the portal or the person wants it so. */
  get memory() { return this.mode === 'off' || this.shared; }
  get hours() { return this.mode === 'device' && this.long ? HOURS.device : HOURS.session; }
  /** Something would be lost if the page went away. */
  get unsafe() { return this.dirty || this.parted.length > 0 || this.onTheWay; }
  differs(text = this.text) { return this.saved?.mark !== mark(text); }

  // --- writing ----------------------------------------------------------

  keep(text) {
    this.text = text;
    this.at = Date.now();
    this.dirty = !this.memory || this.differs();
    if (!this.memory) this.timer ||= setTimeout(() => this.flush(), QUEUE);
  }

  /** Nothing waits to be written any more. */
  #hush() {
    clearTimeout(this.timer);
    clearTimeout(this.again);
    this.timer = 0;
  }

  /** The form left as a file. @param {string} text what stood in it @param {string} name of the file @param {string} digest */
  exported(text, name, digest) {
    this.saved = { at: Date.now(), name, mark: mark(text) };
    this.digest = digest;
  }

  #draft() {
    const { id, place, text, at, saved, digest, long, token } = this;
    return { id, place, text, name: parsed(text)?.model?.name ?? '', at, until: at + this.hours * HOUR, saved, digest, long, owner: token };
  }

  /** Writes what waits. `now`, onto the disk: the page may be going away, a write that is under way is not waited for. */
  async flush(now = false) {
    this.#hush();
    if (!this.dirty || this.memory || !this.text) return;
    if (this.writing && !now) return;
    const writing = this.#write(this.#draft(), now);
    this.writing = writing;
    const kept = await writing;
    if (this.writing === writing) this.writing = null;
    if (kept) this.pause = AGAIN;
    if (!this.dirty || this.memory) return;
    if (kept) {
      this.timer ||= setTimeout(() => this.flush(), QUEUE);
    } else {
      // Whoever typed the last letters may not press another key.
      clearTimeout(this.again);
      this.again = setTimeout(() => this.flush(), this.pause);
      this.pause *= 4;
    }
  }

  /** @param {drafts.Draft} draft @returns {Promise<boolean>} true only when the transaction is complete */
  async #write(draft, now = false, at = Date.now()) {
    const { ok, value, why, late } = await drafts.write(draft, now);
    if (ok) return this.#written(draft, now, at, value);
    this.told.notKept(why);
    late?.then((answer) => { if (answer.ok) this.#written(draft, now, at, answer.value); });
    return false;
  }

  async #written(draft, now, at, value) {
    if (value === 'taken') {
      const own = { ...draft, id: freshId() };
      if (this.id === draft.id) {
        this.id = own.id;
        this.told.taken();
      }
      return this.#write(own, now, at);
    }
    // What is written onto the disk takes along what was written before it.
    if (!now) this.calm ||= setTimeout(() => { this.calm = 0; drafts.put('settings', 'calm', 0); }, CALM);
    this.parted = this.parted.filter((one) => one !== draft);
    if (draft.id === this.id) {
      if (draft.text === this.text && !this.memory) this.dirty = false;
      this.#watch(draft.until);
      this.told.kept(at);
    }
    return true;
  }

  /** What is on the screen stays when its draft is deleted in time; leaving the page then is warned of. */
  #watch(until) {
    this.until = until;
    clearTimeout(this.end);
    if (this.away) return;
    this.end = setTimeout(async () => {
      if (Date.now() < until) return this.#watch(until);
      if (isBehind(this.at)) {
        Object.assign(this, { at: Date.now(), dirty: true });
        return this.flush();
      }
      this.until = 0;
      if (this.memory) return undefined;
      await drafts.remove('drafts', this.id);
      this.dirty = true;
      return this.told.expired();
    }, Math.min(Math.max(until - Date.now(), 0), 2 ** 31 - 1));
  }

  /** Another record comes into the form: the draft of this one is put away as it is. */
  part() {
    if (this.dirty && this.text) {
      const draft = this.#draft();
      if (this.memory) this.parted.push(draft);
      else this.#write(draft).then((ok) => { if (!ok) this.parted.push(draft); });
    }
    this.#fresh();
  }

  /** The form shows a draft and goes on writing it. */
  adopt({ id, text, at, saved, digest, long }) {
    this.#fresh();
    Object.assign(this, { id, text, at, saved: saved ?? null, digest: digest ?? '', long: Boolean(long) });
    for (const draft of this.parted) if (draft.id === id) this.dirty = true;
    this.parted = this.parted.filter((draft) => draft.id !== id);
    if (!this.memory) this.#watch(at + this.hours * HOUR);
  }

  // --- finding ----------------------------------------------------------

  /** Drafts of this page, newest first; expired ones of all pages are deleted. `ok` false: this browser keeps nothing. */
  async list() {
    return this.#ours(this.mode === 'off' ? { ok: true, value: [] } : await drafts.all('drafts'));
  }

  async #ours({ ok, value }) {
    const [page] = this.place.split(' #');
    const found = this.parted.map((draft) => looked({ key: draft.id, value: draft }));
    for (const one of value ?? []) {
      const draft = looked(one);
      if (draft.until <= Date.now() && isBehind(draft.at) && draft.state === 'ok') {
        // Its hours begin now.
        const now = { at: Date.now(), until: Date.now() + (draft.long ? HOURS.device : HOURS.session) * HOUR };
        if ((await drafts.claim(one.key, draft.owner, now)).value) Object.assign(draft, now);
      }
      if (draft.until <= Date.now()) await drafts.remove('drafts', one.key);
      else if (isSame((draft.place ?? page).split(' #')[0], page)) found.push(draft);
    }
    return { ok, drafts: found.sort((a, b) => b.at - a.at) };
  }

  /** What the form begins with. `draft` is to be shown at once; `ask` is there and wants a question: `elsewhere` it is open, or `differs` from the last file. */
  async begin() {
    if (this.mode === 'off') return { ok: true, drafts: [] };
    const { ok, value, late } = await drafts.first();
    this.shared ||= value?.shared ?? false;
    if (this.shared) {
      // Typed before the storage said so.
      if (this.text) await drafts.remove('drafts', this.id);
      return { ok: true, drafts: [] };
    }
    const found = { ...await this.#ours({ ok, value: value?.drafts }), late };
    const [newest] = found.drafts.filter((draft) => draft.state === 'ok' && isSame(draft.place ?? '', this.place) && draft.id !== this.id);
    if (!newest) return found;
    if ((newest.place ?? '') !== this.place) return { ...found, ask: 'given', newest };
    if (await this.held(newest.id)) return { ...found, ask: 'elsewhere', newest };
    if (newest.saved && newest.saved.mark !== mark(newest.text)) return { ...found, ask: 'differs', newest };
    const claimed = await drafts.claim(newest.id, this.token);
    // What cannot be made one's own is shown all the same, and what is typed then is a draft beside it.
    return { ...found, draft: claimed.ok ? claimed.value : { ...newest, id: freshId() } };
  }

  // --- other tabs -------------------------------------------------------

  /** Whether a draft is being typed in another form, here or in another tab. */
  held(id) { return this.call({ ask: id }, 'held', ANSWER); }

  call(message, answer, patience) {
    if (!this.channel) return Promise.resolve(false);
    return new Promise((resolve) => {
      const late = setTimeout(resolve, patience, false);
      this.answers = { [answer]: () => { clearTimeout(late); resolve(true); } };
      this.say(message);
    });
  }

  say(message) {
    try { this.channel?.postMessage({ ...message, from: this.token }); } catch { /* closed: the page is going away */ }
  }

  listen() {
    this.away = false;
    if (this.until) this.#watch(this.until);
    if (this.channel || this.mode === 'off') return;
    try { this.channel = new BroadcastChannel('dvk'); } catch { return; }
    this.channel.onmessage = async ({ data }) => {
      if (typeof data !== 'object' || data === null || data.from === this.token) return;
      if (data.to === this.token) this.answers?.[data.answer]?.();
      if (data.ask === this.id && this.text) this.say({ answer: 'held', to: data.from });
      if (data.take === this.id && this.text) {
        await this.flush(true);
        // What is typed here from now on is a draft of its own.
        this.id = freshId();
        this.told.taken();
        this.say({ answer: 'gone', to: data.from });
      }
      if (data.cleared) {
        this.#hush();
        this.dirty = Boolean(this.text) && this.differs();
        if (data.shared !== undefined) this.shared = data.shared;
        this.told.cleared();
      }
    };
  }

  /** The element is taken away, or its page: nothing of it stays at work. A draft that ends meanwhile is deleted when somebody looks. */
  deaf() {
    this.away = true;
    clearTimeout(this.end);
    this.channel?.close();
    this.channel = null;
  }

  // --- deleting ---------------------------------------------------------

  /** Deletes everything that this site keeps on this machine. What is on the screen stays there. */
  async clear(more = {}) {
    this.#hush();
    const gone = [await drafts.clear('drafts'), await drafts.clear('outbox')];
    this.say({ cleared: true, ...more });
    return gone[0].ok && gone[1].ok;
  }
}
