// Records through PDF and back, through the built pkg/ (node scripts/build.mjs core pdf, then node --test tests/node/).
// What the file says of itself is proved natively (tests/readback.rs, tests/readback_damaged.rs); here the way through JavaScript.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';

import { DvkError, load } from '../../pkg/index.js';

const root = new URL('../../', import.meta.url);
const object = async (path) => JSON.parse(await readFile(new URL(path, root)));
const KINDS = ['form', 'brief', 'self-check', 'appraisal', 'all'];
const ROUNDS = process.env.DVK_SOAK ? 100 : 2;

const refused = (code) => (error) => {
  assert.ok(error instanceof DvkError, `${error}`);
  assert.equal(error.code, code);
  assert.match(error.message, /[ăâđêôơưạảấầẩậắặẹếềểệỉịọỏốồổộớờởợụủứừửựỳỵỷỹ].*[.)]$/i);
  return true;
};

let engine;
let portal;
let records;
before(async () => {
  engine = await load();
  portal = await object('www/portal.json');
  records = await Promise.all(['collective-party', 'collective-state', 'individual-party', 'individual-state'].map((name) => object(`tests/fixtures/registrations/${name}.json`)));
});

const options = (kind) => ({ kind, portal, today: '2026-06-01' });

describe('readPdf', () => {
  it('gives back every record as it was handed over, whatever was printed', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const given of records) {
        for (const kind of KINDS) {
          const record = { ...given, revision: round + 1, xNote: `lượt ${round} “${kind}” 🌾`, model: { ...given.model, need: `${given.model.need}\n${'Dân vận khéo. '.repeat(round)}`.trim() } };
          const back = await engine.readPdf(await engine.pdf(record, options(kind)));
          const { handedTo, checkedWith, ...rest } = back.record;
          assert.deepEqual(rest, (({ handedTo: to, checkedWith: by, ...same }) => same)(engine.parse(record)));
          assert.deepEqual(handedTo, { portal: portal.id, recipient: portal.recipient });
          assert.equal(checkedWith.guideline, portal.guideline ?? 'mau');
          assert.equal(back.state, 'intact');
          assert.equal(back.revision, round + 1);
          assert.equal(back.report.format, 'dvk-report/1');
          assert.equal(back.report.record.id, record.id);
          assert.match(back.report.record.digest, /^[0-9a-f]{64}$/);
          // What was handed over once is the same at every further time.
          const again = await engine.readPdf(await engine.pdf(back.record, options(kind)));
          assert.deepEqual(again.record, back.record);
        }
      }
    }
  });

  it('takes a record that is as long as one may be', async () => {
    const [given] = records;
    const long = { ...given, model: { ...given.model } };
    const room = () => 2 * 1024 * 1024 - Buffer.byteLength(JSON.stringify(long)) - 2_000;
    long.model.targets = Array.from({ length: 200 }, (_, at) => ({ ...given.model.targets[0], content: `${at} ${given.model.goal}` }));
    for (const member of ['need', 'goal', 'method', 'outputs', 'sustain', 'beyondDuty', 'results']) {
      if (room() > 30_000) long.model[member] = 'Vận động nhân dân tham gia. '.repeat(700).trim();
    }
    long.replies = [];
    while (room() > 30_000 && long.replies.length < 190) long.replies.push({ criterion: 'R16', text: 'Đơn vị giữ nguyên vì đã bàn. '.repeat(Math.min(200, Math.floor(room() / 60))).trim() });
    const started = performance.now();
    const file = await engine.pdf(long, options('all'));
    const made = performance.now();
    const back = await engine.readPdf(file);
    console.log(`longest record: ${(Buffer.byteLength(JSON.stringify(long)) / 1e6).toFixed(2)} MB of JSON, ${(file.length / 1e6).toFixed(2)} MB of PDF, made in ${Math.round(made - started)} ms, read in ${Math.round(performance.now() - made)} ms`);
    assert.equal(back.state, 'intact');
    assert.deepEqual(back.record.model, engine.parse(long).model);
  });

  it('says what was done to a file', async () => {
    const file = await engine.pdf(records[0], options('form'));
    const changed = file.slice();
    changed[Math.floor(file.length / 3)] ^= 1;
    assert.equal((await engine.readPdf(changed)).state, 'changed');
    const longer = new Uint8Array(file.length + 2).fill(10);
    longer.set(file);
    assert.equal((await engine.readPdf(longer)).state, 'intact');
    assert.equal((await engine.readPdf(file.buffer)).state, 'intact', 'an ArrayBuffer will do');
  });

  it('outlives damaged files, and takes none for whole', async () => {
    const cases = process.env.DVK_SOAK ? 5_000 : 100;
    let seed = Number(process.env.DVK_SEED ?? 20_261_122) >>> 0;
    console.log(`damaged files: ${cases} cases, seed ${seed}`);
    const below = (n) => {
      seed ^= seed << 13;
      seed ^= seed >>> 17;
      seed = (seed ^ (seed << 5)) >>> 0;
      return seed % n;
    };
    const file = await engine.pdf(records[0], options('form'));
    const said = {};
    for (let at = 0; at < cases; at += 1) {
      const damaged = file.slice(0, below(3) ? file.length : below(file.length));
      for (let flips = below(8) + 1; flips > 0; flips -= 1) damaged[below(2) ? below(damaged.length) : damaged.length - 1 - below(Math.min(12_000, damaged.length))] ^= 1 << below(8);
      const found = await engine.readPdf(damaged).then(({ state }) => state, (error) => {
        assert.ok(error instanceof DvkError && error.code !== 'internal', `${error}`);
        return error.code;
      });
      assert.ok(found !== 'intact' && found !== 'appended' || Buffer.from(damaged).equals(Buffer.from(file)), `case ${at}: ${found}`);
      said[found] = (said[found] ?? 0) + 1;
    }
    assert.ok(said.changed > 5 && said['pdf-damaged'] > 5, JSON.stringify(said));
  });

  it('refuses what is no such file, with a sentence', async () => {
    const file = await engine.pdf(records[0], options('form'));
    await assert.rejects(engine.readPdf(file.subarray(0, file.length - 500)), refused('pdf-damaged'));
    await assert.rejects(engine.readPdf(new TextEncoder().encode('{"format":"dvk-registration/1"}')), refused('not-pdf'));
    await assert.rejects(engine.readPdf(new Uint8Array(0)), refused('not-pdf'));
    await assert.rejects(engine.readPdf('%PDF-1.7'), refused('wrong-type'));
    await assert.rejects(engine.readPdf(null), refused('wrong-type'));
    const started = performance.now();
    await assert.rejects(engine.readPdf(new Uint8Array(100_000_000)), refused('too-big'));
    assert.ok(performance.now() - started < 100, 'it is not looked at');
    // A file of the longest length that is nothing but a beginning.
    const hollow = new Uint8Array(50_000_000).fill(48);
    hollow.set(new TextEncoder().encode('%PDF-1.7\n'));
    await assert.rejects(engine.readPdf(hollow), refused('pdf-damaged'));
    // After all of that it still reads.
    assert.equal((await engine.readPdf(file)).state, 'intact');
  });
});
