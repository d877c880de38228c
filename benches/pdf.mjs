// Our PDF beside other PDF libraries, in their bench: the same registration, one Chromium, one clock, one run.
// Usage: node benches/pdf.mjs [folder of the rival bench]
// Environment: ROWS (rivals, blank between), COLDS (starts per row, 3), DVK_CACHE (where npm packages are kept).
// Whatever cannot be run is printed as “not run” with the reason. A budget that is missed ends the run with 1.
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copy, install, run } from './folder.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const rows = (process.env.ROWS ?? 'pdfmake jspdf').split(/[\s,]+/).filter(Boolean);
/** Our warm time as a share of a rival's, at most. */
const SHARES = { pdfmake: 1 / 5, jspdf: 1 / 3 };
const MOST_BYTES = 80_000;

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, 'pdf'))) {
  console.log(`PDF beside ${rows.join(', ')}: not run: ${folder ? `no folder «pdf» in ${folder}` : 'no folder of rivals given'}`);
  process.exit(0);
}
const work = process.env.DVK_CACHE ? join(process.env.DVK_CACHE, 'pdf-rivals') : mkdtempSync(join(tmpdir(), 'dvk-pdf-rivals-'));
install(folder, work);
copy(join(root, 'pkg'), join(work, 'pkg'));
copyFileSync(new URL('rivals/ours-pdf.js', import.meta.url), join(work, 'pdf/ours.js'));
const before = loadavg()[0];
run(work, 'node', ['bench/pdf.mjs', 'ours', ...rows], { COLDS: process.env.COLDS ?? '3' });
const { peers } = JSON.parse(readFileSync(join(work, 'results/pdf.json'), 'utf8'));
const { ours } = peers;
if (!ours || ours.failed) {
  console.log(`ours: not run: ${ours?.failed ?? 'no result'}`);
  process.exit(1);
}

console.log(`\nload ${before.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after; warm: median of 7 files, milliseconds`);
let missed = false;
for (const row of ['ours', ...rows]) {
  const { failed = 'no result', warm, warmCpu, cold, bytes, pages, tagged } = peers[row] ?? {};
  if (warm === undefined) {
    console.log(`  ${row.padEnd(10)} not run: ${failed}`);
    continue;
  }
  const share = ours.warm / warm;
  const within = SHARES[row] === undefined ? '' : share <= SHARES[row] ? `, at most ${SHARES[row].toFixed(2)}: met` : `, at most ${SHARES[row].toFixed(2)}: MISSED`;
  missed ||= within.endsWith('MISSED');
  console.log(`  ${row.padEnd(10)} warm ${warm.toFixed(1)} (CPU ${warmCpu.toFixed(1)}), first ${cold.toFixed(0)}, ${bytes} bytes, ${pages} pages, tagged ${tagged}; ours / theirs ${share.toFixed(3)}${within}`);
}
console.log(`  output of ours ${ours.bytes} bytes, at most ${MOST_BYTES}: ${ours.bytes <= MOST_BYTES ? 'met' : 'MISSED'}`);
process.exit(missed || ours.bytes > MOST_BYTES ? 1 : 0);
