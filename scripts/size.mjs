// Prints raw, gzip 9 and brotli 11 of every shipped file, and measures what a browser really fetches on the demo page before the first box has the
// focus. Over budget fails. Budgets in bytes.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { browsers, open } from '../tests/browser/harness.mjs';

const FIRST = { brotli: 125_000, gzip: 148_000 };
// One classic script in every page of a portal; and what content systems take as one file (PHP's own limit is 2 MiB).
const LOADER = { gzip: 4_096 };
const SINGLE = { raw: 2_097_152 };
const PDF = { brotli: 500_000 };

const root = fileURLToPath(new URL('..', import.meta.url));
const measure = (bytes) => ({
  raw: bytes.length,
  gzip: zlib.gzipSync(bytes, { level: 9 }).length,
  brotli: zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length,
});
const row = (name, { raw, gzip, brotli }) => console.log(`${name.padEnd(34)}${String(raw).padStart(10)}${String(gzip).padStart(10)}${String(brotli).padStart(10)}`);
let failed = false;
const within = (what, got, budget) => {
  for (const [unit, most] of Object.entries(budget)) {
    const ok = got[unit] <= most;
    failed ||= !ok;
    console.log(`${ok ? 'ok  ' : 'OVER'} ${what}: ${got[unit]} of ${most} bytes ${unit}`);
  }
};
const sum = (list) => {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const one of list) for (const unit of Object.keys(total)) total[unit] += one[unit];
  return total;
};

console.log(`${'file'.padEnd(34)}${'raw'.padStart(10)}${'gzip 9'.padStart(10)}${'brotli 11'.padStart(10)}`);
const files = (folder, below = '') => readdirSync(join(folder, below)).sort().flatMap((name) => (statSync(join(folder, below, name)).isDirectory() ? files(folder, join(below, name)) : [join(below, name)]));
const sizes = {};
for (const file of files(join(root, 'pkg'))) row(file, (sizes[file] = measure(readFileSync(join(root, 'pkg', file)))));

const [browser] = await browsers();
if (!browser) {
  console.log('first load: not measured, no browser');
  process.exit(1);
}
const session = await open({ browser, ready: false });
await session.page.waitForSelector('dvk-registration [data-path]');
await session.page.waitForLoadState('networkidle');
const fetched = [];
for (const request of session.server.requests) {
  if (request.status !== 200) continue;
  const path = new URL(request.url, 'http://x').pathname;
  const file = path.startsWith('/dvk/') ? join(root, 'pkg', path.slice(5)) : join(root, 'www', path === '/' ? 'index.html' : path);
  fetched.push([path, measure(readFileSync(file))]);
}
console.log('\nfetched on the demo page before the first box has the focus');
for (const [path, size] of fetched) row(path, size);
const first = sum(fetched.map(([, size]) => size));
row('together', first);
row('engine, at the first focus', sum(['index.js', 'core.js', 'dvk.wasm', 'units.json'].map((file) => sizes[file])));
const pdf = sum(['pdf.js', 'dvk-pdf.wasm'].map((file) => sizes[file]));
row('PDF, at the first PDF', pdf);
row('DOCX, at the first Word file', sum(['docx.js', 'dvk-docx.wasm'].map((file) => sizes[file])));
console.log('');
within('first load', first, FIRST);
within('PDF', pdf, PDF);
within('dvk.js', sizes['dvk.js'], LOADER);
within('dvk.single.js', sizes['dvk.single.js'], SINGLE);
await session.close();
process.exit(failed ? 1 : 0);
