// How the element's files come: through the loader, which knows their hashes, or plainly where a page uses element.js by itself.
//
// A page may have two versions of the software; the loader's files are taken only by the element beside it.

/** The folder of the files. */
export const base = new URL('.', import.meta.url);

const handed = globalThis.dvk?.[Symbol.for('dvk.files')];

/**
 * @typedef {{ base: string, get(path: string): Promise<Response>, bring(path: string, ...needs: string[]): Promise<any>, offer?: (one: Element, again: () => void) => void }} Files `bring`: a module, once `needs`, which it imports, are whole too
 * @type {Files}
 */
export const files = handed?.base === base.href ? handed : {
  base: base.href,
  async get(path) {
    const response = await fetch(new URL(path, base));
    if (!response.ok) throw Object.assign(new Error(`«${path}»: máy chủ trả lời ${response.status}`), { code: 'not-loaded', path, why: response.status, status: response.status });
    return response;
  },
  bring: (path) => import(new URL(path, base).href),
};
