// Drafts in IndexedDB: localStorage loses what was written in the seconds before a crash, IndexedDB does not.
// Every function resolves; `null` or `false` says that this browser keeps nothing (private window, blocked storage, quota).

const NAME = 'dvk';
const STORE = 'drafts';

/** @returns {Promise<IDBDatabase | null>} */
function open() {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/**
 * @param {'readonly' | 'readwrite'} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<{ ok: boolean, value?: any }>} settled only when the transaction is complete
 */
async function run(mode, act) {
  const database = await open();
  if (!database) return { ok: false };
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve({ ok: true, value: request.result });
      transaction.onabort = transaction.onerror = () => resolve({ ok: false });
    } catch {
      resolve({ ok: false });
    }
  }).finally(() => database.close());
}

/** @typedef {{ text: string, at: number, until: number, digest?: string }} Draft */

/** @param {string} key @returns {Promise<Draft | null>} */
export async function load(key) {
  const { value } = await run('readonly', (store) => store.get(key));
  if (!value || typeof value.text !== 'string') return null;
  if (value.until < Date.now()) {
    await remove(key);
    return null;
  }
  return value;
}

/** @param {string} key @param {Draft} draft @returns {Promise<boolean>} */
export const save = async (key, draft) => (await run('readwrite', (store) => store.put(draft, key))).ok;

/** @param {string} key @returns {Promise<boolean>} */
export const remove = async (key) => (await run('readwrite', (store) => store.delete(key))).ok;
