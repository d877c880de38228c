// What the form keeps on this machine, in IndexedDB: localStorage loses what was written in the seconds before a crash, IndexedDB loses a write at most,
// if its log is begun anew when that may be torn (`renew`).
// Every function resolves. `ok` false says that nothing was kept, `why` the reason: `full` or `refused` (blocked storage, private window, an error).
// A storage that is only slow is `refused` too, and what it says in the end is in `late`.

const NAME = 'dvk';
const VERSION = 2;
/** How long the form waits for a storage that does not answer: people must be able to type. */
const PATIENCE = 3_000;

/**
 * @typedef {object} Draft what was typed in one form, by whom it is being typed, and until when it is kept
 * @property {string} id
 * @property {string} place portal id and path of the page
 * @property {string} text the record's tree with everything typed, JSON
 * @property {string} [name] of the model
 * @property {number} at last key or export, ms
 * @property {number} until deleted after, ms
 * @property {string} [owner] token of the form that writes it; nobody else may
 * @property {{ at: number, name: string, mark: number } | null} [saved] the last file, and what stood in the form then
 * @property {string} [digest] of the last export, for its revision
 *
 * @typedef {{ ok: boolean, value?: any, why?: 'full' | 'refused', late?: Promise<Kept> }} Kept
 */

/** @type {Promise<IDBDatabase> | undefined} */
let connection;
/** What a storage holds that is only being made; nothing once it is there. @type {Promise<Kept> | undefined} */
let fresh;

/** Whether the log may end in half a record: a write did not go through, as on a full disk, or nobody has looked yet. */
let torn = true;
/** A new log on its way; every write waits for it. @type {Promise<void> | undefined} */
let mending;

/**
 * Makes Chromium begin a new log. A write that a kill or a full disk cut off leaves half a record at the end of the log; Chromium passes over it once,
 * writes on behind it, and at the start after that finds the log damaged and throws every database of the site away. Making and deleting one begins a new log.
 *
 * @returns {Promise<boolean>} whether it did
 */
function renew() {
  return new Promise((resolve) => {
    const fails = (event) => { event.preventDefault(); resolve(false); };
    const made = indexedDB.open(`${NAME}-log`);
    made.onerror = fails;
    made.onsuccess = () => {
      made.result.close();
      const gone = indexedDB.deleteDatabase(`${NAME}-log`);
      gone.onerror = fails;
      gone.onsuccess = () => resolve(true);
    };
  });
}

/** Begins a new log where the old one may be torn. One that does not come in a second is not waited for. */
function mended() {
  if (torn && !mending) {
    torn = false;
    const late = new Promise((resolve) => { setTimeout(resolve, 1_000, false); });
    mending = Promise.race([renew().catch(() => false), late]).then((done) => {
      mending = undefined;
      torn ||= !done;
    });
  }
  return mending;
}

function open(version) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, version);
    let empty;
    fresh = new Promise((told) => { empty = told; });
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) empty({ ok: true, value: { shared: false, drafts: [] } });
      for (const store of ['drafts', 'outbox', 'settings']) {
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
      }
    };
    request.onerror = (event) => {
      event.preventDefault();
      // Written by a newer version of the form: what both know can still be used.
      if (version && request.error?.name === 'VersionError') resolve(open());
      else reject(request.error);
    };
    request.onsuccess = () => {
      const database = request.result;
      fresh = undefined;
      const gone = () => { connection = undefined; };
      database.onclose = gone;
      database.onversionchange = () => { gone(); database.close(); };
      resolve(database);
      // In time for the first write, which may be that of a page that is going away.
      setTimeout(mended);
    };
  });
}

function connect() {
  try {
    connection ??= open(VERSION);
  } catch (error) {
    return Promise.reject(error);
  }
  connection.catch(() => { connection = undefined; });
  return connection;
}

/** Begins to open the storage, which takes longer than anything else of the start. */
export const begin = () => { connect().catch(() => {}); };

/**
 * One transaction. What is written is settled only when it is complete; what is read, when it is there.
 *
 * @param {string | string[]} stores
 * @param {'readonly' | 'readwrite'} mode
 * @param {(...with: any[]) => void} act gets the stores, and last what takes the value
 * @param {boolean} [onDisk] on the disk, not only handed to the system
 * @returns {Promise<Kept>}
 */
export async function run(stores, mode, act, onDisk) {
  const refused = (error) => ({ ok: false, why: error?.name === 'QuotaExceededError' ? 'full' : 'refused' });
  const once = async () => {
    const database = await connect();
    // A page that is going away has no time for it.
    if (mode === 'readwrite' && !document.hidden) await mended();
    const transaction = database.transaction(stores, mode, { durability: onDisk ? 'strict' : 'relaxed' });
    return new Promise((resolve, reject) => {
      let value;
      transaction.oncomplete = () => resolve({ ok: true, value });
      transaction.onabort = () => resolve(refused(transaction.error));
      try {
        act(...[stores].flat().map((name) => transaction.objectStore(name)), (found) => {
          value = found;
          if (mode === 'readonly') resolve({ ok: true, value });
        });
      } catch (error) {
        try { transaction.abort(); } catch { /* it is over already */ }
        reject(error);
      }
    });
  };
  let timer;
  const work = once().catch((error) => {
    // The connection may have been closed under our feet, by a newer version of the form in another tab.
    if (error?.name !== 'InvalidStateError') throw error;
    connection = undefined;
    return once();
  }).catch(refused);
  if (mode === 'readwrite') work.then(({ ok }) => { torn ||= !ok; });
  const patience = new Promise((resolve) => { timer = setTimeout(resolve, PATIENCE, { ok: false, why: 'refused', late: work }); });
  const answer = await Promise.race([work, patience]);
  clearTimeout(timer);
  return answer;
}

/** Reads everything in a store; what cannot be read has no value. @param {(found: { key: IDBValidKey, value: any }[]) => void} done */
function everything(from, done) {
  const keys = from.getAllKeys();
  keys.onsuccess = () => {
    const found = keys.result.map((key) => ({ key, value: undefined }));
    let left = found.length;
    if (left === 0) done(found);
    for (const one of found) {
      const request = from.get(one.key);
      const answered = () => { if (--left === 0) done(found); };
      request.onsuccess = () => { one.value = request.result; answered(); };
      request.onerror = (event) => { event.preventDefault(); event.stopPropagation(); answered(); };
    }
  };
}

/** @returns {Promise<Kept>} value: { key, value }[] */
export const all = (store) => run(store, 'readonly', everything);

/** What a form begins with, in one transaction; on a first visit not even that is waited for. @returns {Promise<Kept>} value: { shared, drafts: { key, value }[] } */
export function first() {
  const found = run(['settings', 'drafts'], 'readonly', (settings, store, give) => {
    const request = settings.get('shared');
    // Asked first, so answered first.
    everything(store, (drafts) => give({ shared: Boolean(request.result), drafts }));
  });
  return Promise.race(fresh ? [fresh, found] : [found]);
}

/** Writes a draft unless another form owns it by now: then value is `taken`. @param {Draft} draft @param {boolean} [onDisk] */
export const write = (draft, onDisk) => run('drafts', 'readwrite', (store, give) => {
  const there = store.get(draft.id);
  there.onsuccess = () => {
    if (there.result?.owner && there.result.owner !== draft.owner) give('taken');
    else store.put(draft, draft.id);
  };
}, onDisk);

/** Makes a form the owner of a draft and gives the draft as it stands; nothing when it is gone. @param {string} id @param {string} owner @param {Partial<Draft>} [times] */
export const claim = (id, owner, times) => run('drafts', 'readwrite', (store, give) => {
  const there = store.get(id);
  there.onsuccess = () => {
    if (!there.result) return;
    const draft = { ...there.result, id, owner, ...times };
    store.put(draft, id);
    give(draft);
  };
});

export const put = (store, key, value) => run(store, 'readwrite', (into) => into.put(value, key), true);
export const remove = (store, key) => run(store, 'readwrite', (from) => from.delete(key), true);
export const clear = (store) => run(store, 'readwrite', (from) => from.clear(), true);
