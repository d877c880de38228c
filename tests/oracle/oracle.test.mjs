// The engine against the oracle: random records under random guidelines, both must say the same of each (node scripts/build.mjs core, then node --test tests/oracle/).
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { load } from '../../pkg/index.js';
import { judge, resolve } from './oracle.mjs';
import { generator, randomGuideline, randomPortal, randomRecord } from './random.mjs';

const SEED = Number(process.env.DVK_SEED ?? 20261122);
const SOAK = Boolean(process.env.DVK_SOAK);
const GUIDELINES = Number(process.env.DVK_GUIDELINES ?? (SOAK ? 2000 : 200));
const RECORDS = SOAK ? 500 : 50;
const TODAY = '2026-06-01';
/** What a guideline drawn at random cannot help now and then: a condition that can never be met, or is what is checked. It is drawn again. */
const DRAWN_AGAIN = ['dead-condition', 'idle-condition', 'same-condition', 'contradiction', 'hidden-field', 'missed-field'];

const key = (finding) => [finding.criterion, finding.outcome, finding.reason, finding.severity, ...new Set(finding.paths)].join(' ');
const paths = ({ target, related }) => [target.path, ...related.map((one) => one.path)];

/** What is compared of a report: findings as a set of lines, each with its boxes once and in order. */
const told = ({ findings, totals, score, ready }) => ({
  findings: findings.map((finding) => key({ ...finding, paths: finding.paths ?? paths(finding) })).sort(),
  totals,
  score: score && { got: score.got, max: score.max, band: score.band },
  ready,
});

/** Sentences for reasons that a check cannot have with these parameters are left out; which those are is not what is compared here. */
async function taken(engine, guideline) {
  try {
    return await engine.guideline(guideline);
  } catch (error) {
    const unused = (error.problems ?? []).filter(({ code }) => code === 'unused-message');
    if (unused.length === 0) throw error;
    for (const { path } of unused) {
      const [, , criterion, , reason] = path.split('/');
      delete guideline.criteria[Number(criterion)].messages[reason];
    }
    return engine.guideline(guideline);
  }
}

/** A guideline that the engine takes, with what it resolves to and how often it was drawn. */
async function accepted(engine, random, id, base) {
  for (let draws = 1; draws <= 200; draws += 1) {
    const guideline = randomGuideline(random, `${id}-${draws}`, base);
    try {
      return { known: await taken(engine, guideline), guideline: resolve(guideline, base), draws };
    } catch (error) {
      const foreign = (error.problems ?? [{ code: String(error) }]).filter(({ code, path }) => !DRAWN_AGAIN.includes(code) && !(code === 'no-message' && path.startsWith('/overrides')));
      if (foreign.length > 0) assert.fail(`the engine refuses a guideline (seed ${SEED}):\n${JSON.stringify(foreign, null, 1)}\n${JSON.stringify(guideline)}`);
    }
  }
  return assert.fail(`no guideline in 200 draws (seed ${SEED})`);
}

/** Smaller records that still differ: members and rows are left out as long as that is so. */
function shrunk(record, differs) {
  let small = record;
  const places = (value, at = []) => (value === null || typeof value !== 'object' ? [] : Object.keys(value).flatMap((name) => [[...at, name], ...places(value[name], [...at, name])]));
  for (let changed = true; changed;) {
    changed = false;
    for (const place of places(small)) {
      if (place.length === 1 && ['format', 'id'].includes(place[0])) continue;
      const copy = structuredClone(small);
      const holder = place.slice(0, -1).reduce((value, name) => value?.[name], copy);
      if (holder === undefined || holder === null) continue;
      if (Array.isArray(holder)) holder.splice(Number(place.at(-1)), 1);
      else delete holder[place.at(-1)];
      try {
        if (!differs(copy)) continue;
      } catch {
        continue;
      }
      [small, changed] = [copy, true];
      break;
    }
  }
  return small;
}

/** A difference, in full. */
function describeDifference(engine, { known, guideline }, record, portal) {
  const both = (one) => [told(engine.check(one, { guideline: known, portal, today: TODAY })), told(judge(one, guideline, { portal, today: TODAY }))];
  const differs = (one) => {
    const [engineSays, oracleSays] = both(one);
    return JSON.stringify(engineSays) !== JSON.stringify(oracleSays);
  };
  const small = shrunk(record, differs);
  const [engineSays, oracleSays] = both(small);
  const apart = (mine, others) => mine.findings.filter((line) => !others.findings.includes(line));
  const ids = new Set([...apart(engineSays, oracleSays), ...apart(oracleSays, engineSays)].map((line) => line.split(' ')[0]));
  return [
    `seed ${SEED}, guideline ${guideline.id}`,
    `record ${JSON.stringify(small)}`,
    `portal ${JSON.stringify(portal)}`,
    `criteria ${JSON.stringify(guideline.criteria.filter(({ id }) => ids.has(id)))}`,
    `fields ${JSON.stringify(guideline.fields)}`,
    `only the engine: ${JSON.stringify(apart(engineSays, oracleSays), null, 1)}`,
    `only the oracle: ${JSON.stringify(apart(oracleSays, engineSays), null, 1)}`,
    `engine: ${JSON.stringify({ ...engineSays, findings: undefined })}`,
    `oracle: ${JSON.stringify({ ...oracleSays, findings: undefined })}`,
  ].join('\n');
}

/** Lines of `checkMany` for a batch, as far as a compact report tells them. */
function compact(engine, known, portal, records) {
  const lines = engine.checkMany(records.map((record) => JSON.stringify(record)).join('\n'), { guideline: known, portal, today: TODAY });
  return new TextDecoder().decode(lines).trimEnd().split('\n').map((line) => JSON.parse(line)).map(({ open, totals, ready }) => ({ open: open.map((one) => one.join(' ')).sort(), totals, ready }));
}

const compactOf = ({ findings, totals, ready }) => ({
  open: findings.filter(({ outcome }) => outcome === 'unmet' || outcome === 'review').map((one) => [one.criterion, one.reason, one.paths[0]].join(' ')).sort(),
  totals,
  ready,
});

/** Compares a batch: by `checkMany` where it is there and the run is long, one by one otherwise. */
function firstDifferent(engine, drawn, portal, records, byBatch) {
  const oracle = records.map((record) => judge(record, drawn.guideline, { portal, today: TODAY }));
  const engineSays = byBatch
    ? compact(engine, drawn.known, portal, records)
    : records.map((record) => told(engine.check(record, { guideline: drawn.known, portal, today: TODAY })));
  const oracleSays = oracle.map(byBatch ? compactOf : told);
  return records.findIndex((_, index) => JSON.stringify(engineSays[index]) !== JSON.stringify(oracleSays[index]));
}

test('the engine says what the oracle says', async (context) => {
  const random = generator(SEED);
  let engine;
  let pairs = 0;
  let draws = 0;
  let base;
  const outcomes = {};
  for (let number = 0; number < GUIDELINES; number += 1) {
    // A fresh engine now and then: one keeps every guideline that it has read.
    if (number % 100 === 0) [engine, base] = [await load(), undefined];
    const drawn = await accepted(engine, random, `thu-${number}`, random.chance(0.4) ? base : undefined);
    draws += drawn.draws;
    if (random.chance(0.5)) base = drawn.guideline;
    const portal = randomPortal(random);
    const records = Array.from({ length: RECORDS }, () => randomRecord(random));
    const different = firstDifferent(engine, drawn, portal, records, SOAK && typeof engine.checkMany === 'function' && number % 10 !== 0);
    if (different >= 0) assert.fail(`engine and oracle differ\n${describeDifference(engine, drawn, records[different], portal)}`);
    for (const { outcome, reason } of judge(records[0], drawn.guideline, { portal }).findings) outcomes[`${outcome} ${reason}`] = (outcomes[`${outcome} ${reason}`] ?? 0) + 1;
    pairs += RECORDS;
  }
  context.diagnostic(`${pairs} pairs, ${GUIDELINES} guidelines in ${draws} draws, seed ${SEED}`);
  context.diagnostic(`seen: ${Object.entries(outcomes).map(([reason, count]) => `${reason} ${count}`).sort().join(', ')}`);
});
