// The files of the edition in one file: they are in it, compressed (scripts/build/single.mjs puts this in the place of www/files.js).

import modules from 'dvk:modules';
import packed from 'dvk:packed';
import { unpacked } from './base85.js';

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
    const stream = new Blob([unpacked(packed[path])]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(stream, { headers: { 'Content-Type': TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream' } });
  },
  bring: (path) => modules[path](),
};
