// The zip for the staff of a portal: one folder to copy, a page to look at, settings of servers, sums. No npm, nothing to build.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shipped } from '../build/shipped.mjs';
import { zip } from './zip.mjs';

/** Not for a page: what only npm and programs want. */
const NOT = /^(package\.json|custom-elements\.json|README\.md|schema\/|types\/|.*\.d\.ts|dvk-lint\.mjs)/;

/** @returns {[name: string, content: Buffer][]} */
export function portalFiles({ root, pkg }) {
  const { version } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));
  const { integrity } = JSON.parse(readFileSync(join(pkg, 'sri.json'), 'utf8'));
  const folder = join(root, 'scripts/package/portal');
  const fill = (text) => text.replaceAll('{version}', version).replaceAll('{dvk.js}', integrity['dvk.js']).replaceAll('{dvk.single.js}', integrity['dvk.single.js']);
  const files = [
    ...shipped(pkg).filter((path) => !NOT.test(path)).map((path) => [`dvk/${path}`, readFileSync(join(pkg, path))]),
    // The names begin with a dot only in the zip: in a repository such files would be hidden, or in force.
    ...readdirSync(folder).map((name) => [{ htaccess: 'dvk/.htaccess', 'web.config': 'dvk/web.config' }[name] ?? name, Buffer.from(fill(readFileSync(join(folder, name), 'utf8')))]),
    ['portal.json', readFileSync(join(root, 'www/portal.json'))],
  ];
  const sums = files.map(([path, content]) => `${createHash('sha384').update(content).digest('hex')}  ${path}\n`).sort((a, b) => (a.slice(98) < b.slice(98) ? -1 : 1)).join('');
  return [...files, ['SHA384SUMS', Buffer.from(sums)]].map(([path, content]) => [`dan-van-kheo-${version}/${path}`, content]);
}

export const portalZip = (places) => zip(portalFiles(places));
