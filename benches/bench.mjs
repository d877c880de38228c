// Our form beside other form libraries, in their bench: one machine, one Chromium, one clock, one run. Figures come from that run only.
// Usage: node benches/bench.mjs [folder of the rival bench]
// Environment: RUNS (starts per row and speed, 9), ROWS (rivals, blank between), N (valid records for a form, 20), DVK_CACHE (where npm packages are kept).
// The folder is copied, never written to. Whatever cannot be run is printed as “not run” with the reason, and the exit code stays 0.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { copy, install, run } from './folder.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pkg = join(root, 'pkg');
const rows = (process.env.ROWS ?? 'vanilla lit surveyjs formio rjsf').split(/[\s,]+/).filter(Boolean);
const OURS = ['ours', 'ours-all'];
/** What is fetched when, besides the element's script; the page's own portal.json is the site's. */
const FIRST = ['dvk.js', 'dvk-form.wasm'];
const ENGINE = ['index.js', 'core.js', 'dvk.wasm', 'units.json', 'paper.js'];

const notRun = {};
const brotli = (bytes) => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 22, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const median = (list) => [...list].sort((one, other) => one - other)[list.length >> 1];

// --- the rivals' bench ------------------------------------------------------

/** Makes the work folder a copy of the bench with our rows in it. */
function prepare(folder, work) {
  install(folder, work);

  // A snapshot, so that a build of ours in the meantime changes nothing.
  copy(pkg, join(work, 'pkg'));
  const ours = fileURLToPath(new URL('rivals', import.meta.url));
  const validators = ['ours-check.js', '_ours-verdict.js'];
  for (const name of readdirSync(ours).filter((one) => !one.startsWith('ours-pdf'))) copyFileSync(join(ours, name), join(work, validators.includes(name) ? 'validators' : 'adapters', name));
  for (const [place, names] of [['adapters/assets/ours', FIRST], ['adapters/assets/ours-all', [...FIRST, ...ENGINE]], ['validators/assets/ours-check', ['dvk.wasm', 'units.json']]]) {
    mkdirSync(join(work, place), { recursive: true });
    for (const name of names) copyFileSync(join(work, 'pkg', name), join(work, place, name));
  }
}

async function compare(folder, work) {
  prepare(folder, work);
  const there = rows.filter((row) => existsSync(join(work, 'adapters', `${row}.js`)) || void (notRun[row] = 'not in the folder'));
  run(work, 'node', ['bench/build.mjs', ...OURS, ...there]);
  const built = [...OURS, ...there].filter((row) => existsSync(join(work, 'dist', `${row}.js`)) || void (notRun[row] = 'not built'));
  const results = (name) => JSON.parse(readFileSync(join(work, 'results', `${name}.json`), 'utf8'));

  const load = loadavg()[0];
  run(work, 'node', ['bench/size.mjs']);
  run(work, 'node', ['bench/browser.mjs', ...built], { NOKEYS: '1', RUNS: process.env.RUNS ?? '9' });
  run(work, 'node', ['bench/forms-agree.mjs', ...built]);
  const [size, browser, forms] = ['size', 'browser', 'forms-agree'].map(results);
  const figures = {};
  for (const row of built) {
    const { failed, startup, check } = browser.peers[row] ?? { failed: 'no result' };
    if (failed || !check) notRun[row] = failed ?? 'no result';
    else figures[row] = { bytes: size.peers[row].br, valid: check.valid / 1000, invalid: check.invalid / 1000, cpu: check.cpu / 1000, focus1: startup[1].focus, focus4: startup[4].focus };
  }
  print(figures, `${browser.cpu}, ${browser.cores} cores, load ${load.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after, Node ${browser.node}, Chromium ${browser.chromium}`);
  await correctness(work, forms, built);
}

/** Whether each form tells good records from bad ones; a fast check that finds nothing would be none. */
async function correctness(work, forms, built) {
  const at = (path) => import(pathToFileURL(join(work, path)).href);
  const [{ FAULTS }, { judged }] = await Promise.all([at('form/data.js'), at('validators/_ours-verdict.js')]);
  const criteria = new Set(JSON.parse(readFileSync(join(work, 'pkg/guidelines/mau.json'), 'utf8')).criteria.map(({ id }) => id));

  console.log('\nWhole form: valid records flagged, known faults found');
  for (const row of built) {
    const { failed, alarms, valid, faults, missed } = forms.peers[row];
    console.log(`  ${row.padEnd(10)}${failed ? `failed: ${failed}` : `${alarms.length} of ${valid} flagged, ${faults - missed.length} of ${faults} found${missed.length ? `; missed: ${missed.join(', ')}` : ''}`}`);
  }
  const missed = forms.peers.ours?.missed ?? [];
  for (const { id, rule } of FAULTS.filter((fault) => missed.includes(fault.id))) {
    console.log(`  known gap of ours: ${id} (${rule}): ${rule === 'field' ? 'not an error of the field' : criteria.has(rule) ? 'the criterion is there and does not see it' : 'the criterion is not in the guideline «mau» yet'}`);
  }
  console.log(`\nOur check alone, 2,000 records, 400 with a fault. Bad means refused, a field error, or one of these unmet: ${judged.map((id) => (criteria.has(id) ? id : `${id} (not in «mau» yet)`)).join(', ')}`);
  run(work, 'node', ['bench/agree.mjs', 'ours-check']);
}

// --- ours alone -------------------------------------------------------------

/** Without the rivals' bench: sizes, and times in our own demo page. They are measured by another clock and compare with nothing. */
async function alone() {
  const bytes = Object.fromEntries(['element.js', ...FIRST, ...ENGINE].map((name) => [name, brotli(readFileSync(join(pkg, name)))]));
  const sum = (names) => names.reduce((total, name) => total + bytes[name], 0);
  console.log(`ours, bytes brotli 11: ${sum(['element.js', ...FIRST])} until the first key, ${sum(Object.keys(bytes))} until a check can be shown`);
  const { open } = await import('../tests/browser/harness.mjs');
  const session = await open();
  try {
    const { page } = session;
    const starts = [];
    for (let at = 0; at < (Number(process.env.RUNS) || 9); at += 1) {
      await page.goto(page.url(), { waitUntil: 'commit' });
      starts.push(await page.evaluate(async () => {
        for (;;) {
          const root = document.querySelector('dvk-registration')?.shadowRoot;
          root?.querySelector('input')?.focus();
          if (root?.activeElement) return performance.now();
          await new Promise((done) => setTimeout(done));
        }
      }));
    }
    console.log(`ours, demo page from navigation to focus in the first box, local server: ${median(starts).toFixed(0)} ms`);
    const record = JSON.parse(readFileSync(join(root, 'tests/fixtures/registrations/collective-party.json'), 'utf8'));
    const empty = { format: record.format, id: record.id, stage: record.stage };
    const times = await page.evaluate(async (records) => {
      const element = document.querySelector('dvk-registration');
      await element.ready;
      const all = records.map(() => []);
      for (let round = 0; round < 30; round += 1) for (const [at, one] of records.entries()) {
        const start = performance.now();
        element.record = structuredClone(one);
        await element.check();
        all[at].push(performance.now() - start);
      }
      return all;
    }, [record, empty]);
    console.log(`ours, whole-form check p50: ${median(times[0]).toFixed(2)} ms filled, ${median(times[1]).toFixed(2)} ms empty`);
  } finally {
    await session.close();
  }
}

// --- what is printed --------------------------------------------------------

function table(head, body) {
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((line) => line[column].length)));
  for (const line of [head, ...body]) console.log(line.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  '));
}

function print(figures, where) {
  const { ours, 'ours-all': all } = figures;
  const head = ['', 'first load', 'all bytes', 'check valid', 'check invalid', 'focus 1x', 'focus 4x'];
  // A rival has one script: what is loaded first is everything.
  const values = (row) => {
    const { bytes, valid, invalid, focus1, focus4 } = figures[row];
    return [bytes, OURS.includes(row) ? all?.bytes : bytes, valid, invalid, focus1, focus4];
  };
  const none = (row) => [row, 'not run', ...Array(head.length - 2).fill('–')];
  const of = (row, show) => (figures[row] ? [row, ...values(row).map(show)] : none(row));
  console.log(`\n${where}`);

  console.log('\nRatios, rival / ours (ours = 1.00; above 1 the rival is larger or slower)');
  const base = ours && values('ours');
  const lines = ['ours', ...rows].map((row) => (base ? of(row, (value, column) => (value === undefined || base[column] === undefined ? '–' : (value / base[column]).toFixed(2))) : none(row)));
  table(head, lines);

  console.log('\nMeasured: bytes brotli 11; p50 in ms');
  table([...head, 'CPU of a check'], [...OURS, ...rows].map((row) => [...of(row, (value, column) => (value === undefined ? '–' : column < 2 ? `${value}` : value.toFixed(column < 4 ? 2 : 0))), figures[row]?.cpu.toFixed(2) ?? '–']));

  if (ours) for (const [row, most] of [['lit', 1.5], ['surveyjs', 0.2]]) for (const [column, what] of [['focus1', 'at full speed'], ['focus4', 'slowed down']]) {
    if (!figures[row]) continue;
    const ratio = ours[column] / figures[row][column];
    console.log(`${ratio <= most ? 'ok  ' : 'OVER'} first focus ${what}: ${ratio.toFixed(2)} of ${row} (budget ${most})`);
  }

  for (const [row, reason] of Object.entries(notRun)) console.log(`not run: ${row}: ${reason}`);
  console.log(`
first load     ours: ${FIRST.join(', ')} and the element's script, enough to see and to type; the engine is fetched when the first box has the
               focus. Rivals: their whole script and style sheet, with their checks, but without a list of communes, criteria or documents.
all bytes      ours: with ${ENGINE.join(', ')}: all that the form needs until a check is shown. PDF is not in it on either side.
check          a full record is put in, checked, and the page is up to date. Ours judges all criteria, and twice: when the record is put in, and when
               the check is asked for. The engine is started in the first call, which p50 hides; the row ours-all has it in focus 1x and 4x instead.
               Ours shows one step and a summary, and scrolls to it; rjsf draws all steps at once.
focus          from start of script (and wasm: compiling is inside) to focus in the first box, at full speed and slowed down 4 times.
               Ours looks for a draft in IndexedDB in that time; no rival keeps drafts. Row ours-all waits for the engine too.
               The slowdown is one of the main thread, and wasm is compiled partly on others: that favours us.
CPU of a check main-thread CPU time, which other load on the machine disturbs less.`);
}

const [folder] = process.argv.slice(2);
try {
  if (!existsSync(join(pkg, 'dvk.wasm'))) throw new Error('pkg/ is not built (make build)');
  const reason = !folder ? 'no folder given (make bench RIVALS=<folder>)' : !existsSync(join(folder, 'bench/browser.mjs')) ? 'the folder holds no rival bench' : '';
  if (reason) {
    for (const row of rows) console.log(`${row.padEnd(10)}not run: ${reason}`);
    await alone();
  } else if (process.env.DVK_CACHE) {
    await compare(folder, join(process.env.DVK_CACHE, 'bench'));
  } else {
    const work = mkdtempSync(join(tmpdir(), 'dvk-bench-'));
    await compare(folder, work).finally(() => rmSync(work, { recursive: true, force: true }));
  }
} catch (error) {
  console.log(`not run: ${error.message}`);
}
