// Hashes of files, as browsers and as people compare them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shipped } from './shipped.mjs';

/** Base64, as in an `integrity` attribute, without the name of the algorithm. */
export const hash = (algorithm, file, as = 'base64') => createHash(algorithm).update(readFileSync(file)).digest(as);

/** sri.json: `integrity` by path of every file that a page may fetch. @returns {string} */
export function sums(pkg, version) {
  const integrity = {};
  for (const file of shipped(pkg)) if (/\.(js|wasm|json|woff2|html)$/.test(file) && !/^(package|sri|custom-elements)\.json$/.test(file)) integrity[file] = `sha384-${hash('sha384', join(pkg, file))}`;
  return `${JSON.stringify({ version, integrity }, null, 2)}\n`;
}
