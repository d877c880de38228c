// Makes what is handed out of what is built, in dist/: the npm tarball, the zip for portals, their sums.
// Usage: node scripts/package.mjs [folder]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash } from './build/sums.mjs';
import { portalZip } from './package/portal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pkg = join(root, 'pkg');
const out = resolve(process.argv[2] ?? join(root, 'dist'));
const { version } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));

mkdirSync(out, { recursive: true });
execFileSync('npm', ['pack', '--silent', '--pack-destination', out], { cwd: pkg, stdio: ['ignore', 'ignore', 'inherit'] });
const names = [`dan-van-kheo-${version}.tgz`, `dan-van-kheo-${version}-portal.zip`];
writeFileSync(join(out, names[1]), portalZip({ root, pkg }));
const sums = names.map((name) => `${hash('sha384', join(out, name), 'hex')}  ${name}\n`).join('');
writeFileSync(join(out, 'SHA384SUMS'), sums);
process.stdout.write(sums);
