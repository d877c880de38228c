// The files of the edition in one file: they are in it, compressed (scripts/build/single.mjs puts this in the place of www/files.js).

import modules from 'dvk:modules';
import packed from 'dvk:packed';

const TYPES = { wasm: 'application/wasm', json: 'application/json' };

/** No folder: an address that nobody can fetch. */
export const base = new URL('dvk:/');

/** @type {import('../files.js').Files} */
export const files = {
  base: base.href,
  async get(path) {
    // Scripts are in the bundle.
    if (path.slice(-3) === '.js') return new Response();
    if (!Object.hasOwn(packed, path)) throw Object.assign(new Error(`«${path}» không có trong bản một tệp`), { code: 'not-loaded', path, why: 404, status: 404 });
    const text = atob(packed[path]);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(unpacked, { headers: { 'Content-Type': TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream' } });
  },
  bring: (path) => modules[path](),
};
