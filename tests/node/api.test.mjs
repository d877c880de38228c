// The JavaScript API as a program uses it, against the built pkg/ (node scripts/build.mjs core pdf docx, then node --test tests/node/).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { before, describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';

import { DvkError, load } from '../../pkg/index.js';

const root = new URL('../../', import.meta.url);
const file = (path) => readFile(new URL(path, root));
const text = async (path) => (await file(path)).toString();
const object = async (path) => JSON.parse(await text(path));
const fixture = (name) => object(`tests/fixtures/registrations/${name}.json`);

const GOOD = ['collective-party', 'collective-state', 'individual-party', 'individual-state'];
const TODAY = '2026-06-01';

/** What a call must be refused with. */
function refused(code, path) {
  return (error) => {
    assert.ok(error instanceof DvkError && error instanceof Error, `${error}`);
    assert.equal(error.code, code);
    assert.ok(error.problems.length > 0, 'without a problem');
    assert.equal(error.problems[0].code, code);
    if (path !== undefined) assert.equal(error.problems[0].path, path);
    assert.match(error.message, /[ăâđêôơưạảấầẩậắặẹếềểệỉịọỏốồổộớờởợụủứừửựỳỵỷỹ].*[.)?]$/i);
    return true;
  };
}

/** What an expression gives in a fresh worker. */
function inWorker(expression) {
  const code = `import { load } from '${new URL('pkg/index.js', root)}'; import { parentPort } from 'node:worker_threads'; parentPort.postMessage(await ${expression});`;
  return new Promise((done, fail) => {
    new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`)).once('message', done).once('error', fail);
  });
}

/** The least that takes over `mau`. */
const OWN = (id) => ({
  format: 'dvk-guideline/1', id, version: '1', title: 'Hướng dẫn thử', issuer: { name: 'Cơ quan thử', level: 'commune' }, effective: { from: '2026-01-01' },
  extends: { id: 'mau' }, sources: {}, criteria: [], tests: [],
});

let engine;
let portal;
before(async () => {
  engine = await load();
  portal = await object('www/portal.json');
});

describe('load', () => {
  it('knows mau', () => {
    assert.match(engine.version, /^\d+\.\d+\.\d+$/);
    const [first] = engine.guidelines();
    assert.equal(first.id, 'mau');
    assert.equal(first.sample, true);
  });

  it('gives engines of their own', async () => {
    const [one, two] = await Promise.all([load(), load()]);
    await one.guideline(OWN('only-here'));
    assert.equal(one.guidelines().length, 2);
    assert.equal(two.guidelines().length, 1);
  });

  it('works without the unit list, unless it was asked for', async () => {
    const report = (await load({ base: new URL('src/', root) })).check(await fixture(GOOD[0]), { today: TODAY });
    assert.equal(report.findings.find((finding) => finding.criterion === 'R05').reason, 'no-units');
    await assert.rejects(load({ units: 'no-such-file.json' }), refused('not-loaded'));
    await assert.rejects(load({ units: new TextEncoder().encode('{}') }), refused('bad-units'));
    assert.equal((await load({ units: await file('data/units.json') })).guidelines().length, 1);
  });

  it('takes files from a server, whatever type it names', async () => {
    const server = createServer(async (request, response) => {
      const bytes = await file(`pkg${request.url}`).catch(() => null);
      response.writeHead(bytes ? 200 : 404, { 'content-type': 'text/plain' }).end(bytes);
    }).listen(0);
    await new Promise((done) => { server.once('listening', done); });
    try {
      const base = `http://127.0.0.1:${server.address().port}`;
      const far = await load({ base });
      assert.equal((await far.schema('portal')).title, 'Portal');
      await assert.rejects(far.guideline('khong-co'), refused('unknown-guideline'));
      // A worker has a module of its own, whose engine has not been started.
      assert.deepEqual(await inWorker(`load({ base: '${base}' }).then((engine) => engine.guidelines()[0].id)`), 'mau');
      assert.deepEqual(await inWorker(`load({ wasm: '${base}/nothing.wasm' }).catch((error) => [error.code, error.problems.length, typeof error.hint])`), ['not-loaded', 1, 'string']);
      assert.deepEqual(await inWorker(`load({ wasm: new Uint8Array(8) }).catch((error) => error.code).then(async (code) => [code, (await load()).version])`), ['not-loaded', engine.version]);
    } finally {
      server.close();
    }
  });
});

describe('guideline', () => {
  it('is frozen, the same each time, and known from then on', async () => {
    const mau = await engine.guideline('mau');
    assert.ok(Object.isFrozen(mau) && Object.isFrozen(mau.criteria[0].check));
    assert.equal(await engine.guideline(`mau@${mau.version}`), mau);
    assert.equal(await engine.guideline(mau), mau);
    const mine = await engine.guideline(JSON.stringify({ ...OWN('cua-toi'), version: '3' }));
    assert.equal(mine.id, 'cua-toi');
    const record = await fixture(GOOD[0]);
    for (const guideline of ['cua-toi', 'cua-toi@3', mine]) {
      assert.equal(engine.check(record, { guideline, today: TODAY }).guideline.id, 'cua-toi');
    }
  });

  it('is refused by name', async () => {
    await assert.rejects(engine.guideline('khong-co'), refused('unknown-guideline'));
    await assert.rejects(engine.guideline('../package'), refused('unknown-guideline'));
    await assert.rejects(engine.guideline('{"format":"dvk-guideline/1","x":1}'), (error) => error.problems.length > 3);
    assert.throws(() => engine.check({}, { guideline: 'khong-co' }), refused('unknown-guideline'));
  });
});

describe('guidelines of bodies', () => {
  const BODIES = ['binh-thuan-08', 'da-lat-2017', 'dong-thap-2024', 'hau-giang-2014', 'hoi-an-2024', 'ninh-hai-2022', 'quang-ngai-2021', 'thanh-khe-2026'];

  it('lie beside the engine, prove themselves when they are loaded, and judge', async () => {
    const fresh = await load();
    const record = await fixture(GOOD[0]);
    for (const id of BODIES) {
      const guideline = await fresh.guideline(id);
      assert.ok(guideline.tests.length > 0 && guideline.scoring === undefined, id);
      const report = fresh.check(record, { guideline: id, today: TODAY });
      assert.equal(report.guideline.id, id);
      assert.ok(report.findings.every((finding) => finding.cite.length > 0 && finding.cite[0].title && !finding.message.includes('{')), id);
    }
    assert.equal(fresh.guidelines().length, BODIES.length + 1);
  });

  it('are fetched when another extends them', async () => {
    const fresh = await load();
    await fresh.guideline({ ...OWN('xa-thu'), extends: { id: 'hau-giang-2014' } });
    assert.deepEqual(fresh.guidelines().map(({ id }) => id), ['mau', 'hau-giang-2014', 'xa-thu']);
    await assert.rejects(fresh.guideline({ ...OWN('xa-khac'), extends: { id: 'khong-co' } }), refused('unknown-base', '/extends'));
  });

  it('are refused when a test of their own fails, which is named', async () => {
    const wrong = await object('pkg/guidelines/ninh-hai-2022.json');
    wrong.tests[0].expect[0].outcome = wrong.tests[0].expect[0].outcome === 'met' ? 'unmet' : 'met';
    await assert.rejects(engine.guideline(JSON.stringify(wrong)), (error) => {
      assert.equal(error.code, 'own-test');
      assert.ok(error.message.includes(wrong.tests[0].name) && error.problems[0].line > 0, error.message);
      return true;
    });
  });
});

describe('records', () => {
  it('are read from text, bytes and objects alike', async () => {
    const bytes = await file(`tests/fixtures/registrations/${GOOD[0]}.json`);
    const read = engine.parse(bytes);
    assert.deepEqual(engine.parse(bytes.toString()), read);
    assert.deepEqual(engine.parse(JSON.parse(bytes)), read);
    assert.deepEqual(engine.parse(read), read);
  });

  it('may be unfinished', () => {
    const read = engine.parse({ format: 'dvk-registration/1', id: '01999999-0000-7000-8000-000000000001' });
    assert.equal(read.model.name, '');
    const report = engine.check(read, { today: TODAY });
    assert.equal(report.ready, false);
    assert.ok(report.findings.some((finding) => finding.criterion === 'R01' && finding.outcome === 'unmet'));
    assert.ok(engine.summarize(read, { kind: 'form', format: 'text' }).includes('BẢN NHÁP'));
  });

  it('are refused when malformed', () => {
    const base = { format: 'dvk-registration/1', id: '01999999-0000-7000-8000-000000000001' };
    assert.throws(() => engine.parse('{'), refused('not-json'));
    assert.throws(() => engine.parse({ ...base, model: { name: 5 } }), refused('wrong-type', '/model/name'));
    assert.throws(() => engine.parse({ ...base, level: 'city' }), refused('unknown-choice', '/level'));
    assert.throws(() => engine.parse({ ...base, format: 'dvk-registration/2' }), refused('newer-format', '/format'));
    assert.throws(() => engine.parse(`{"__proto__":{},"format":"x"}`), refused('forbidden-key', '/__proto__'));
  });

  it('must be sayable in JSON', () => {
    const cycle = { format: 'dvk-registration/1' };
    cycle.self = cycle;
    for (const value of [cycle, { revision: 1n }, undefined, () => {}, Symbol('x')]) {
      assert.throws(() => engine.parse(value), refused('not-json', ''));
      assert.throws(() => engine.check(value), refused('not-json', ''));
    }
    assert.throws(() => engine.check({}, { others: [1n] }), refused('not-json', ''));
  });

  it('come through a page whose Array has toJSON', async () => {
    const record = await fixture(GOOD[0]);
    const read = engine.parse(record);
    // As Prototype.js 1.6 does.
    Array.prototype.toJSON = function toJSON() { return `[${this.length}]`; };
    try {
      assert.deepEqual(engine.parse(record), read);
      assert.equal(typeof Array.prototype.toJSON, 'function');
    } finally {
      delete Array.prototype.toJSON;
    }
  });

  it('are cleaned by normalize, and nothing else', () => {
    const typed = { format: 'x', model: { name: '  Tổ ca nô\r\nVĩnh Hy\u200b ', need: 5 } };
    assert.deepEqual(engine.normalize(typed), { format: 'x', model: { name: 'Tổ ca nô\nVĩnh Hy', need: 5 } });
    assert.deepEqual(engine.normalize({ a: 'Ha\u0300 No\u0323\u0302i, ho\u00e0, h\u00f2a' }), { a: 'Hà Nội, hoà, hòa' });
  });

  it('begin with an id and what the portal presets', () => {
    const one = engine.create({ applicant: { name: 'Chi bộ' } }, { ...portal, province: '56' });
    const two = engine.create();
    assert.match(one.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.notEqual(one.id, two.id);
    assert.ok(Math.abs(parseInt(one.id.slice(0, 13).replace('-', ''), 16) - Date.now()) < 60_000);
    assert.equal(one.applicant.name, 'Chi bộ');
    assert.deepEqual(one.applicant.address.province, { code: '56', name: 'Tỉnh Khánh Hòa' });
    assert.deepEqual(engine.parse(two), two);
  });
});

describe('portal', () => {
  it('is read, or says nothing', () => {
    assert.deepEqual(engine.portal(portal), portal);
    assert.deepEqual(engine.portal().recipient, []);
    assert.throws(() => engine.portal({ ...portal, guidline: 'mau' }), refused('unknown-member', '/guidline'));
  });
});

describe('check', () => {
  for (const name of GOOD) {
    it(`says of ${name} what the native engine says`, async () => {
      const record = await fixture(name);
      const report = engine.check(record, { portal, today: TODAY });
      assert.deepEqual(report, await object(`tests/fixtures/golden/${name}.report.json`));
      for (const kind of ['form', 'brief']) {
        for (const [format, end] of [['html', 'html'], ['text', 'txt']]) {
          assert.equal(engine.summarize(record, { portal, today: TODAY, kind, format }), await text(`tests/fixtures/golden/${name}.${kind}.${end}`));
        }
      }
    });
  }

  it('says the same of every Unicode form of a record', async () => {
    for (const name of GOOD) {
      const nfc = JSON.stringify(await fixture(name)).normalize('NFC');
      const nfd = nfc.normalize('NFD');
      assert.notEqual(nfd, nfc);
      const of = (text) => [engine.check(JSON.parse(text), { today: TODAY }), engine.parse(text), new TextDecoder().decode(engine.checkMany(text, { today: TODAY }))];
      assert.deepEqual(of(nfd), of(nfc));
    }
  });

  it('checks many lines as it checks one', async () => {
    const records = await Promise.all(GOOD.map(fixture));
    records.forEach((record, at) => { if (at % 2) delete record.model.field; });
    const lines = [...records.map((record) => JSON.stringify(record)), '{"format":', ''].join('\n');
    const out = new TextDecoder().decode(engine.checkMany(new TextEncoder().encode(lines), { today: TODAY })).trim().split('\n').map((line) => JSON.parse(line));
    assert.equal(out.length, records.length + 1);
    records.forEach((record, at) => {
      const report = engine.check(record, { today: TODAY, detail: 'open' });
      const open = report.findings.map(({ criterion, reason, target }) => [criterion, reason, target.path]);
      assert.deepEqual(out[at], { line: at + 1, id: record.id, ready: report.ready, totals: report.totals, open });
    });
    assert.equal(out.at(-1).error.code, 'not-json');
    assert.equal(engine.checkMany('', { today: TODAY }).length, 0);
  });

  it('finds a name that another registration bears', async () => {
    const record = await fixture(GOOD[0]);
    const of = (others) => engine.check(record, { today: TODAY, others }).findings.find((finding) => finding.criterion === 'R20');
    assert.equal(of(undefined).reason, 'no-others');
    assert.equal(of([{ id: record.id, name: record.model.name }]).outcome, 'met');
    assert.equal(of([{ id: 'x', name: record.model.name.toUpperCase() }]).outcome, 'unmet');
  });

  it('makes the sheets for checking and appraisal', async () => {
    const record = await fixture(GOOD[0]);
    const sheet = (kind) => engine.summarize(record, { portal, today: TODAY, kind, format: 'text' });
    assert.ok(sheet('self-check').includes('không thay thế kết quả thẩm định'));
    assert.ok(sheet('appraisal').includes('[ ]'));
    assert.ok(sheet('all').length > sheet('form').length + sheet('self-check').length);
    for (const kind of ['self-check', 'appraisal']) assert.doesNotMatch(sheet(kind), /không đạt|công nhận đạt/i);
  });

  it('counts all and shows what is open', async () => {
    const record = await fixture(GOOD[0]);
    delete record.model.field;
    const all = engine.check(record, { today: TODAY });
    const open = engine.check(record, { today: TODAY, detail: 'open' });
    assert.deepEqual(open.totals, all.totals);
    assert.ok(open.findings.length > 0 && open.findings.length < all.findings.length);
    assert.ok(open.findings.every((finding) => finding.outcome === 'unmet' || finding.outcome === 'review'));
  });

  it('tells nothing twice: a value that cannot be stored has its own error, and no criterion speaks of its size', async () => {
    const sound = await fixture('collective-party');
    const said = (record) => engine.check(record, { today: TODAY, detail: 'open' });
    const open = ({ findings }) => findings.map(({ criterion, reason }) => `${criterion} ${reason}`);
    for (const [path, value, code] of [
      ['/model/scope/households', -3, 'out-of-range'], ['/model/scope/people', 1e12, 'out-of-range'], ['/model/resourceTotal', -20, 'out-of-range'],
      ['/model/resources/0/amount', 1e20, 'out-of-range'], ['/model/method', 'Vận động 12 hộ dân tham gia. '.repeat(1200), 'too-long'],
    ]) {
      const record = structuredClone(sound);
      const steps = path.slice(1).split('/');
      steps.slice(0, -1).reduce((at, step) => at[step], record)[steps.at(-1)] = value;
      const report = said(record);
      assert.deepEqual(report.errors.map((error) => [error.code, error.path]), [[code, path]]);
      assert.deepEqual(open(report), open(said(sound)), path);
      const [line] = new TextDecoder().decode(engine.checkMany(JSON.stringify(record), { today: TODAY })).trim().split('\n').map((text) => JSON.parse(text));
      assert.deepEqual([line.errors, line.totals], [[[code, path]], report.totals]);
    }
  });

  it('takes the local date when none is given', async () => {
    assert.match(engine.check(await fixture(GOOD[0])).today, /^20\d\d-\d\d-\d\d$/);
  });

  it('refuses options that it does not know', async () => {
    const record = await fixture(GOOD[0]);
    assert.throws(() => engine.check(record, { todya: TODAY }), refused('bad-option', '/todya'));
    assert.throws(() => engine.check(record, { detail: 'some' }), refused('bad-option', '/detail'));
    assert.throws(() => engine.check(record, { locale: 'fr' }), refused('bad-option', '/locale'));
    assert.throws(() => engine.check(record, { today: '30/6/2026' }), refused('bad-date', '/today'));
    assert.throws(() => engine.summarize(record, { kind: 'poem', format: 'html' }), refused('bad-option', '/kind'));
    assert.throws(() => engine.summarize(record, { kind: 'form', format: 'rtf' }), refused('bad-option', '/format'));
    await assert.rejects(engine.schema('records'), refused('bad-option', '/of'));
  });
});

for (const [format, begins] of [['pdf', '%PDF-'], ['docx', 'PK\u0003\u0004']]) {
  describe(format, () => {
    it('is a file of its kind, the same each time', async () => {
      const record = await fixture(GOOD[0]);
      const options = { portal, today: TODAY, kind: 'form' };
      const [one, two] = await Promise.all([engine[format](record, options), engine[format](record, options)]);
      assert.equal(Buffer.from(one.subarray(0, begins.length)).toString(), begins);
      assert.ok(Buffer.from(one).equals(Buffer.from(two)));
      await assert.rejects(engine[format](record, { ...options, kind: 'poem' }), refused('bad-option', '/kind'));
    });
    it('says which file did not come', async () => {
      const { load: fresh } = await import(`../../pkg/index.js?${format}`);
      const lame = await fresh({ [format]: new URL('not-there.wasm', import.meta.url) });
      const record = await fixture(GOOD[0]);
      await assert.rejects(lame[format](record, { kind: 'form', today: TODAY }), (error) => error.code === 'not-loaded' && error.problems[0].found === 'not-there.wasm');
    });
  });
}

describe('repair', () => {
  it('brings old text back and names what is lost', () => {
    assert.deepEqual(engine.repair('VËn ®éng Nh©n d©n'), { text: 'Vận động Nhân dân', encoding: 'tcvn3', confidence: 0.97, losses: [] });
    assert.equal(engine.repair('Daân vaän kheùo').text, 'Dân vận khéo');
    assert.equal(engine.repair('Dân vận'.normalize('NFD')).encoding, 'nfd');
    assert.deepEqual(engine.repair('hoà bình, hòa bình “ – ”'), { text: 'hoà bình, hòa bình “ – ”', encoding: 'none', confidence: 1, losses: [] });
    assert.match(engine.repair('ñy ban nh©n d©n x·').losses[0], /«ủy»/);
    const mixed = engine.repair('Tổ D©n vËn khÐo\nDaân vaän kheùo');
    assert.deepEqual([mixed.text, mixed.encoding], ['Tổ Dân vận khéo\nDân vận khéo', 'mixed']);
  });
  it('takes any text and nothing else', () => {
    for (const text of ['', ' ', '\0\u0001\uD800', '\u{1F600}', 'x'.repeat(100_000)]) assert.equal(typeof engine.repair(text).text, 'string');
    assert.throws(() => engine.repair(7), refused('bad-option', '/text'));
    assert.throws(() => engine.repair('x'.repeat(2 ** 21 + 1)), refused('too-big'));
  });
});

describe('schema', () => {
  it('is there for every format', async () => {
    for (const of of ['registration', 'guideline', 'portal', 'report']) {
      assert.equal((await engine.schema(of)).properties.format.const, `dvk-${of}/1`);
    }
  });
});

describe('a fault of the software', () => {
  it('closes the engine and leaves others alone', async () => {
    const broken = await load();
    // The core is shared with the element under this symbol; a call that traps is not to be had on purpose.
    const core = broken[Symbol.for('dvk.core')];
    core.parse = () => { throw new WebAssembly.RuntimeError('unreachable'); };
    assert.throws(() => broken.parse('{}'), refused('internal'));
    assert.throws(() => broken.guidelines(), refused('internal'));
    assert.equal(engine.guidelines()[0].id, 'mau');
  });
});

describe('index.js', () => {
  it('names nothing that old libraries on a page replace, and evaluates nothing', async () => {
    const code = (await text('pkg/index.js')).replace(/^\s*(\/\/|\/?\*).*$/gm, '');
    const found = code.match(/Array\.from|\.entries\(|\.find\(|\bfor\s*\([^)]*\bin\b|Object\.values|Date\.parse|\.repeat\(|\.bind\(|scrollTo|innerHTML|(?<!-)\beval\b|\bFunction\b|\bdocument\.|\bwindow\b/g);
    assert.deepEqual(found, null);
  });
});

describe('what no form would hand over', () => {
  let engine;
  let record;
  before(async () => {
    engine = await load();
    record = await fixture('collective-party');
  });
  const still = () => assert.equal(engine.check(record, { today: TODAY }).format, 'dvk-report/1');

  it('refuses a buffer that went to a worker, and goes on', () => {
    const buffer = new TextEncoder().encode(JSON.stringify(record)).buffer;
    structuredClone(buffer, { transfer: [buffer] });
    for (const call of [() => engine.check(buffer, { today: TODAY }), () => engine.parse(new Proxy(buffer, {}))]) assert.throws(call, DvkError);
    still();
  });

  it('refuses what is far too big before it is copied', () => {
    assert.throws(() => engine.parse(new Uint8Array(40_000_000)), refused('too-big'));
    still();
  });

  it('reads half a pair of surrogates alike in an object and in a text', () => {
    const half = { ...record, model: { ...record.model, name: 'Tổ \ud800 ca nô, viết là \\ud800' } };
    assert.equal(engine.parse(half).model.name, 'Tổ \ufffd ca nô, viết là \\ud800');
    assert.equal(engine.parse(JSON.stringify(record).replace(record.model.name, 'Tổ \ud800')).model.name, 'Tổ \ufffd');
  });

  it('takes an option that is null for none', () => {
    const none = { today: TODAY, guideline: null, portal: null, locale: null, detail: null, others: null };
    assert.deepEqual(engine.check(record, none), engine.check(record, { today: TODAY }));
  });

  it('compares with the ten thousand of a province, and refuses a row without a name', () => {
    const others = Array.from({ length: 10_000 }, (_, at) => ({ id: `${at}`, name: `Mô hình số ${at}` }));
    const twin = [...others, { id: 'x', name: record.model.name }];
    const found = (list) => engine.check(record, { today: TODAY, others: list }).findings.find(({ criterion }) => criterion === 'R20').outcome;
    assert.deepEqual([found(others), found(twin)], ['met', 'unmet']);
    assert.throws(() => engine.check(record, { today: TODAY, others: [{ id: 'x' }] }), refused('bad-option', '/others/0'));
  });

  it('offers a total that the box can hold', () => {
    const resources = [{ kind: 'budget', content: 'Ngân sách', amount: 8.2, unit: 'triệu đồng' }];
    const apart = { ...record, model: { ...record.model, resources, resourceTotal: 5 } };
    const [{ fixes }] = engine.check(apart, { today: TODAY }).findings.filter(({ criterion, reason }) => criterion === 'R12' && reason === 'sum');
    assert.equal(fixes[0].edits[0].value, 8_200_000);
    const least = { ...apart, model: { ...apart.model, resources: [{ ...resources[0], amount: -3 }] } };
    const finding = engine.check(least, { today: TODAY }).findings.find(({ criterion }) => criterion === 'R12');
    assert.ok((finding.fixes ?? []).length === 0);
  });

  it('takes no commune of the portal into another province', () => {
    const portal = { format: 'dvk-portal/1', id: 'p', name: 'P', recipient: [], province: '48', commune: '20194' };
    assert.equal(engine.create({}, portal).applicant.address.commune.code, '20194');
    const { address } = engine.create({ applicant: { address: { province: { code: '56' } } } }, portal).applicant;
    assert.deepEqual([address.province.code, address.commune], ['56', undefined]);
  });

  it('reads added boxes by the limits of the others', async () => {
    const id = await engine.guideline({ ...OWN('them-o'), extraFields: [{ id: 'a', type: 'text', label: 'A', step: 'model' }, { id: 'n', type: 'number', label: 'N', step: 'model' }, { id: 'd', type: 'date', label: 'D', step: 'model' }] });
    const { errors } = engine.check({ ...record, extra: { a: 'a'.repeat(20_001), n: 1e20, d: '2026-02-30' } }, { today: TODAY, guideline: id });
    assert.deepEqual(errors.map(({ path, code }) => `${path} ${code}`).sort(), ['/extra/a too-long', '/extra/d no-such-date', '/extra/n out-of-range']);
  });
});
