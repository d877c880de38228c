// The files of the package that are there, by the list in pkg/package.json, sorted.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const below = (folder, path = '') => readdirSync(join(folder, path)).flatMap((name) => {
  const inside = path ? `${path}/${name}` : name;
  return statSync(join(folder, inside)).isDirectory() ? below(folder, inside) : [inside];
});

/** @returns {string[]} paths below `pkg`, with / */
export function shipped(pkg) {
  const { files } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));
  const wanted = (path) => path === 'package.json' || files.some((one) => (one === '*.wasm' ? /^[^/]+\.wasm$/.test(path) : path === one || path.startsWith(`${one}/`)));
  return below(pkg).filter(wanted).sort();
}
