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
/** CPU time of our module for a further file as a share of a rival's, at most; CPU, because it is the same on a busy machine. */
const SHARES = { pdfmake: 1 / 5, jspdf: 1 / 3 };
const MOST_BYTES = 80_000;
/** From the record to the file, and the PDF module alone. */
const OURS = ['ours-pdf', 'ours-pdf-module'];

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, 'pdf'))) {
  console.log(`PDF beside ${rows.join(', ')}: not run: ${folder ? `no folder «pdf» in ${folder}` : 'no folder of rivals given'}`);
  process.exit(0);
}
const work = process.env.DVK_CACHE ? join(process.env.DVK_CACHE, 'pdf-rivals') : mkdtempSync(join(tmpdir(), 'dvk-pdf-rivals-'));
install(folder, work);
copy(join(root, 'pkg'), join(work, 'pkg'));
for (const row of ['ours-pdf', 'ours-pdf-module']) copyFileSync(new URL(`rivals/${row}.js`, import.meta.url), join(work, `pdf/${row}.js`));
const before = loadavg()[0];
run(work, 'node', ['bench/pdf.mjs', ...OURS, ...rows], { COLDS: process.env.COLDS ?? '3' });
const { peers } = JSON.parse(readFileSync(join(work, 'results/pdf.json'), 'utf8'));
const ours = peers['ours-pdf-module'];
if (!ours || ours.failed) {
  console.log(`ours: not run: ${ours?.failed ?? 'no result'}`);
  process.exit(1);
}

console.log(`\nload ${before.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after; milliseconds, mean of 7 further files`);
let missed = ours.bytes > MOST_BYTES;
for (const row of [...OURS, ...rows]) {
  const { failed = 'no result', warm, warmCpu, cold, bytes, pages, tagged } = peers[row] ?? {};
  if (warm === undefined) {
    console.log(`  ${row.padEnd(16)} not run: ${failed}`);
    continue;
  }
  const [share, most] = [ours.warmCpu / warmCpu, SHARES[row]];
  missed ||= share > most;
  const judged = most ? `; module / theirs ${share.toFixed(3)}, at most ${most.toFixed(2)}: ${share <= most ? 'met' : 'MISSED'}` : '';
  console.log(`  ${row.padEnd(16)} CPU ${warmCpu.toFixed(1)}, by the clock ${warm.toFixed(1)}, first ${cold.toFixed(0)}; ${bytes} bytes, ${pages} pages, tagged ${tagged}${judged}`);
}
console.log(`  output of ours ${ours.bytes} bytes, at most ${MOST_BYTES}: ${ours.bytes <= MOST_BYTES ? 'met' : 'MISSED'}`);
process.exit(missed ? 1 : 0);
