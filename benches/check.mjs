// What checking costs, beside JSON.parse of the same records in the same run. Ratios only: machines differ, ratios hardly.
// Usage: node benches/check.mjs      Environment: N (records, 10000), RUNS (rounds, 7)
import { readFileSync, readdirSync } from 'node:fs';
import { load } from '../pkg/index.js';

const N = Number(process.env.N ?? 10_000);
const RUNS = Number(process.env.RUNS ?? 7);
const folder = new URL('../tests/fixtures/registrations/', import.meta.url);
const OPTIONS = { today: '2026-06-01' };

/** Seeded, so that two runs measure the same records. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Real registrations with other figures and another order of sentences; every fifth has a fault. */
function records() {
  const next = random(20261122);
  const sound = readdirSync(folder).filter((name) => /^(collective|individual)/.test(name)).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  const vary = (value) => {
    if (typeof value === 'string') {
      const other = value.replace(/\b[1-9]\d?\b(?![./-])/g, (figure) => `${1 + Math.floor(next() * 98)}`.slice(0, figure.length));
      const sentences = other.split('. ');
      return sentences.length > 2 && next() < 0.3 ? [...sentences.slice(1), sentences[0]].join('. ') : other;
    }
    if (Array.isArray(value)) return value.map(vary);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, /^(format|id|.*On|due|start|end|phone|number|code|email)$/.test(key) ? held : vary(held)]));
  };
  return Array.from({ length: N }, (_, at) => {
    const record = vary(sound[at % sound.length]);
    record.id = `01999999-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
    if (at % 5 === 4) record.model.goal = '';
    return JSON.stringify(record);
  });
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
const median = (list) => [...list].sort((one, other) => one - other)[list.length >> 1];
function clocked(work) {
  const start = cpu();
  work();
  return (cpu() - start) / N;
}

const engine = await load();
const lines = records();
const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
const parsed = lines.map((line) => JSON.parse(line));
const few = parsed.slice(0, Math.ceil(N / 10));
const rounds = { parse: [], check: [], many: [] };
let seen = 0;
for (let run = 0; run <= RUNS; run += 1) {
  const parse = clocked(() => { for (const line of lines) seen += JSON.parse(line).model.name.length; });
  const check = clocked(() => { for (const record of few) seen += engine.check(record, { ...OPTIONS, detail: 'open' }).findings.length; }) * (N / few.length);
  const many = clocked(() => { seen += engine.checkMany(bytes, OPTIONS).length; });
  if (run === 0) continue; // the first warms up
  rounds.parse.push(parse);
  rounds.check.push(check / parse);
  rounds.many.push(many / parse);
}
console.log(`${N} records of ${Math.round(bytes.length / N)} bytes, ${RUNS} rounds, JSON.parse ${median(rounds.parse).toFixed(1)} µs of CPU each (${seen})`);
const row = (name, list, most) => {
  const ratio = median(list);
  console.log(`${name.padEnd(34)} ${ratio.toFixed(2).padStart(7)} × JSON.parse   budget ${most}   ${ratio <= most ? 'within' : 'OVER'}`);
};
row('check(record, {detail: "open"})', rounds.check, 20);
row('checkMany(lines)', rounds.many, 4);
