// Random records and guidelines from a seed: the same seed gives the same ones on every machine.
import { resolve } from './oracle.mjs';

/** A guideline may not hide who registers what. */
const NEEDED = ['/applicant/name', '/model/name'];

/** mulberry32: numbers from 0 to 1. */
export function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end) => Math.floor(next() * end);
  const chance = (share) => next() < share;
  const pick = (list) => list[below(list.length)];
  const some = (list, least, most) => {
    const rest = [...list];
    const size = Math.min(rest.length, least + below(most - least + 1));
    return Array.from({ length: size }, () => rest.splice(below(rest.length), 1)[0]);
  };
  return { below, chance, pick, some, between: (from, to) => from + below(to - from + 1) };
}

// --- words and days ---------------------------------------------------------

// Common nouns: no placeholder, no example, no figure, no phrase that any list knows. One is decomposed, one lies outside the first plane.
const WORDS = ['thôn', 'đường', 'suối', 'vườn', 'nhà', 'lúa', 'rừng', 'bãi', 'chợ', 'giếng', 'cầu', 'đê', 'ngõ', 'ruộng', 'Mương', 'đồi', 'Kè', 'bến', 'hồ', 'giê\u0301ng', '𠄩nhà'];
const BLANKS = ['', ' ', '\n \t', '\u00a0'];
const NEAR_BOUNDARY = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 30];

/** No word comes again within four: a phrase over and over is a placeholder. */
function words(random, count) {
  const said = [];
  while (said.length < count) {
    const word = random.pick(WORDS);
    if (!said.slice(-4).includes(word)) said.push(word);
  }
  return said.join(' ');
}

/** Two words at least: one alone may be taken for a placeholder. */
function text(random) {
  if (random.chance(0.12)) return random.pick(BLANKS);
  return words(random, Math.max(2, random.pick(NEAR_BOUNDARY)));
}

/** A text without another figure than its percentages; none stands after a place, where it would be a number of the place (“thôn 130”). */
function percentText(random) {
  const figure = () => `${random.pick([0, 12, 95, 99, 100, 101, 130])}${random.pick(['%', ' %'])} số hộ`;
  return random.pick([text(random), `${words(random, 3)} đạt ${figure()}`, `Có ${figure()}, ${words(random, 2)} đạt ${figure()}`]);
}

const pad = (number) => String(number).padStart(2, '0');
const DAYS = ['2023-12-31', '2024-02-29', '2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01', '2026-01-31', '2026-02-28', '2026-03-01', '2026-03-31', '2026-06-30', '2026-12-31', '2027-01-01'];
const day = (random) => (random.chance(0.6) ? random.pick(DAYS) : `${random.between(2024, 2027)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`);

function partialDate(random) {
  const year = random.between(2024, 2027);
  return random.pick([day(random), `${year}`, `${year}-${pad(random.between(1, 12))}`, `${year}-Q${random.between(1, 4)}`]);
}

// --- records ----------------------------------------------------------------

const STAGES = ['register', 'review', 'recognise'];
const LEVELS = ['grassroots', 'commune', 'district', 'province', 'central'];
const KINDS = ['collective', 'individual'];
const CHOICES = {
  '/level': LEVELS,
  '/stage': STAGES,
  '/applicant/kind': KINDS,
  '/applicant/header': ['party', 'state', 'citizen', 'none'],
  '/model/field': ['economy', 'culture-society', 'defence-security', 'political-system'],
  '/model/status': ['new', 'ongoing', 'upgraded', 'replicated'],
};
const APPROX = ['about', 'over', 'under'];
const NUMBERS = [0, 1, 2, 4, 5, 6, 9, 10, 11, 50, 99, 100, 101, 250];

/** Members, each present by chance; blank ones stay as they were drawn. */
function some(random, members, share = 0.75) {
  const object = {};
  for (const [name, make] of Object.entries(members)) if (random.chance(share)) object[name] = make();
  return object;
}

const rows = (random, make) => Array.from({ length: random.between(0, 4) }, () => (random.chance(0.1) ? {} : make()));

/** Amounts whose sum is often the total, exactly or by one in twenty. */
function money(random) {
  const resources = rows(random, () => some(random, {
    kind: () => random.pick(['budget', 'contribution', 'land', 'labour', 'in-kind']),
    content: () => text(random),
    amount: () => random.pick([0, 10, 20, 40, 100, 200, 1000, 36_600_000]),
    approx: () => random.pick(APPROX),
    unit: () => random.pick(['đồng', 'đồng', 'đồng', 'triệu đồng', '', 'ngày công', 'm²']),
  }, 0.7));
  const sum = resources.reduce((all, line) => all + (['đồng', '', undefined].includes(line.unit) ? line.amount ?? 0 : 0), 0);
  return { resources, resourceTotal: random.pick([sum, sum, 0, 100, 1000, Math.round(sum / 1.05), Math.round(sum / 0.95), Math.round(sum * 1.05) + 1, sum + 1]) };
}

/** A record: every member sometimes absent, blank or at a boundary. */
export function randomRecord(random) {
  const { resources, resourceTotal } = money(random);
  const texts = Object.fromEntries(['need', 'goal', 'method', 'outputs', 'sustain', 'beyondDuty', 'results', 'consultation']
    .map((name) => [name, () => (name === 'goal' || name === 'outputs' ? percentText(random) : text(random))]));
  const record = {
    format: 'dvk-registration/1',
    id: '01999999-0000-7000-8000-000000000001',
    ...some(random, {
      stage: () => random.pick(STAGES),
      level: () => random.pick(LEVELS),
      period: () => some(random, { from: () => random.between(2024, 2027), to: () => random.between(2025, 2027) }),
      registeredOn: () => day(random),
      applicant: () => some(random, {
        kind: () => random.pick(KINDS),
        name: () => text(random),
        header: () => random.pick(CHOICES['/applicant/header']),
        superior: () => text(random),
        person: () => some(random, { position: () => text(random), birthYear: () => random.between(1950, 2005), workplace: () => text(random) }),
        address: () => some(random, { hamlet: () => text(random), detail: () => text(random), commune: () => some(random, { name: () => text(random) }), province: () => some(random, { name: () => text(random) }) }),
        contact: () => some(random, { name: () => text(random), phone: () => '0912 000 118' }),
      }),
      model: () => ({
        ...some(random, {
          name: () => text(random),
          field: () => random.pick(CHOICES['/model/field']),
          status: () => random.pick(CHOICES['/model/status']),
          ...texts,
          targets: () => rows(random, () => some(random, {
            content: () => text(random),
            baseline: () => random.pick(NUMBERS),
            target: () => random.pick(NUMBERS),
            actual: () => random.pick(NUMBERS),
            unit: () => random.pick(['%', '%', 'hộ', '', 'km', '…', '- ']),
            due: () => partialDate(random),
            evidence: () => text(random),
          }, 0.6)),
          scope: () => some(random, { text: () => text(random), households: () => random.pick(NUMBERS), people: () => random.pick(NUMBERS) }, 0.6),
          forces: () => rows(random, () => some(random, { name: () => text(random), role: () => random.pick(['lead', 'coordinate', 'take-part']), duty: () => text(random) })),
          start: () => day(random),
          end: () => day(random),
          continuous: () => random.chance(0.5),
          milestones: () => rows(random, () => some(random, { due: () => partialDate(random), content: () => text(random), review: () => random.chance(0.5) })),
          resources: () => resources,
          resourceTotal: () => resourceTotal,
          evidence: () => rows(random, () => some(random, { title: () => text(random) })),
        }),
        ...some(random, { resourceTotalApprox: () => random.pick(APPROX) }, 0.25),
      }),
      lowerRecognition: () => some(random, { number: () => text(random), issuedOn: () => day(random) }),
      signer: () => some(random, { authority: () => text(random), position: () => text(random), name: () => text(random), seal: () => random.chance(0.5) }),
      extra: () => some(random, { 'ghi-chu': () => text(random), 'so-hoi-vien': () => random.pick(NUMBERS), 'cam-ket': () => random.chance(0.5), 'noi-dung': () => random.pick([[], [''], ['Một'], {}, null]) }),
    }, 0.85),
  };
  if (random.chance(0.2)) enter(random, record);
  return record;
}

/** Something in a number or date box that could not be read: the box itself is empty then. */
function enter(random, record) {
  const [parent, member] = random.pick([['model', 'start'], ['model', 'end'], ['model', 'resourceTotal'], ['scope', 'households'], ['scope', 'people'], ['row', 'target'], ['row', 'due']]);
  const model = record.model ?? {};
  const [holder, path] = {
    model: [model, '/model'],
    scope: [model.scope, '/model/scope'],
    row: [model.targets?.[0], '/model/targets/0'],
  }[parent];
  if (holder === undefined || record.model === undefined) return;
  delete holder[member];
  record.entered = { [`${path}/${member}`]: 'chưa rõ' };
}

// --- checks -----------------------------------------------------------------

const TEXTS = ['need', 'goal', 'method', 'scope/text', 'outputs', 'sustain', 'beyondDuty', 'results', 'consultation', 'name'].map((name) => `/model/${name}`);
const CELLS = ['/model/targets/*/content', '/model/targets/*/evidence', '/model/forces/*/name', '/model/forces/*/duty', '/model/milestones/*/content', '/model/resources/*/content', '/model/evidence/*/title'];
const FIGURES = ['/model/scope/households', '/model/scope/people', '/model/targets/*/target', '/model/targets/*/baseline', '/applicant/person/birthYear'];
const DATES = ['/registeredOn', '/model/start', '/model/end', '/lowerRecognition/issuedOn'];
const LISTS = { '/model/targets': ['content', 'target', 'unit', 'due', 'evidence'], '/model/forces': ['name', 'role', 'duty'], '/model/milestones': ['due', 'content', 'review'], '/model/resources': ['kind', 'content', 'amount', 'unit'], '/model/evidence': ['title'] };
const WHERE = { '/model/forces': { role: ['lead', 'coordinate', 'take-part'] }, '/model/resources': { kind: ['budget', 'contribution', 'land', 'labour', 'in-kind'] }, '/model/milestones': { review: [true] } };
const BOXES = [...TEXTS, ...CELLS, ...FIGURES, ...DATES, ...Object.keys(LISTS), ...Object.keys(CHOICES), '/model/continuous', '/model/resourceTotal', '/period/from', '/model/resources/*/amount', '/model/milestones/*/due',
  '/applicant/address/commune', '/applicant/address/hamlet', '/signer/name', '/signer/seal', '/applicant/name', '/model/targets/*/due', '/period', '/signer'];

/** Bounds of which at least one is given, in order. */
function bounds(random, values) {
  const [low, high] = [random.pick(values), random.pick(values)].sort((one, other) => one - other);
  const given = random.pick([['min'], ['max'], ['min', 'max']]);
  return { ...(given.includes('min') && { min: low }), ...(given.includes('max') && { max: high }) };
}

const LEAVES = {
  human: () => ({ question: 'Cách làm có gì mới?' }),
  present(random) {
    const paths = random.some(BOXES, 1, 4);
    return { paths, ...(random.chance(0.4) && { atLeast: random.between(1, paths.length) }) };
  },
  statement: (random) => ({ path: random.pick(TEXTS), ...(random.chance(0.8) && { minWords: random.between(2, 10) }) }),
  length: (random) => ({ path: random.pick([...TEXTS, ...CELLS]), ...bounds(random, [5, 8, 10, 15, 20, 30, 40]) }),
  oneOf(random) {
    if (random.chance(0.15)) return { path: '/model/continuous', values: [true] };
    const path = random.pick(Object.keys(CHOICES));
    return { path, values: random.some(CHOICES[path], 1, CHOICES[path].length - 1) };
  },
  count(random) {
    const rows = random.pick(Object.keys(LISTS));
    const where = WHERE[rows] && random.chance(0.5) && Object.fromEntries(Object.entries(WHERE[rows]).map(([member, values]) => [member, random.some(values, 1, 2)]));
    return { rows, ...(where && { where }), ...(random.chance(0.5) && { filled: random.some(LISTS[rows], 1, 3) }), ...bounds(random, [1, 2, 3]) };
  },
  number(random) {
    const path = random.pick(FIGURES);
    return { path, ...bounds(random, [1, 5, 10, 100]), ...(path === '/model/scope/households' && random.chance(0.6) && { notAbove: '/model/scope/people' }) };
  },
  percent: (random) => ({ paths: random.some(['/model/targets', '/model/goal', '/model/outputs'], 1, 3), ...(random.chance(0.6) && { base: random.some(['/model/scope/households', '/model/scope/people'], 1, 2) }) }),
  dateOrder: (random) => ({ paths: random.chance(0.2) ? ['/period/from', '/period/to'] : random.some(DATES, 2, 4) }),
  duration: (random) => ({ from: '/model/start', to: '/model/end', ...(random.chance(0.8) && { minDays: random.pick([1, 28, 30, 31, 90, 365]) }), ...(random.chance(0.3) && { maxDays: random.pick([365, 366, 730]) }), ...(random.chance(0.5) && { unless: '/model/continuous' }) }),
  within: (random) => ({ path: random.pick([...DATES, '/model/targets/*/due', '/model/milestones/*/due']), window: random.pick(['period', 'period', 'portal', window(random)]) }),
  sum: () => ({ parts: '/model/resources/*/amount', whole: '/model/resourceTotal' }),
};

function window(random) {
  const [from, to] = [random.pick(DAYS), random.pick(DAYS)].sort();
  return random.pick([{ from }, { to }, { from, to }]);
}

/** A check, nested at most `depth` deep. */
export function randomCheck(random, depth = 3) {
  if (depth > 1 && random.chance(0.4)) {
    const kind = random.pick(['all', 'all', 'any', 'any', 'not']);
    return kind === 'not' ? { kind, of: randomCheck(random, depth - 1) } : { kind, of: Array.from({ length: random.between(1, 3) }, () => randomCheck(random, depth - 1)) };
  }
  const kind = random.pick(Object.keys(LEAVES));
  return { kind, ...LEAVES[kind](random) };
}

// --- guidelines -------------------------------------------------------------

/** What a check can say beside `met`: first what needs a message, then what says why it does not apply. */
const SAYS = {
  human: () => [['review'], []],
  present: () => [['missing'], []],
  statement: () => [['missing', 'placeholder', 'example', 'too-short'], []],
  length: ({ min, max }) => [[min !== undefined && 'too-short', max !== undefined && 'too-long'], ['empty']],
  oneOf: () => [['missing', 'other'], []],
  count: ({ min, max }) => [[min !== undefined && 'too-few', max !== undefined && 'too-many'], []],
  number: ({ min, max, notAbove }) => [[min !== undefined && 'too-small', max !== undefined && 'too-large', notAbove && 'above'], ['empty']],
  percent: ({ base }) => [['out-of-range', base && 'no-base'], ['none']],
  dateOrder: () => [['order'], ['empty']],
  duration: ({ minDays, maxDays }) => [['no-end', minDays !== undefined && 'too-short', maxDays !== undefined && 'too-long'], ['empty', 'order']],
  within: ({ window: days }) => (typeof days === 'string' ? [['before', 'after'], ['empty', 'no-window']] : [[days.from && 'before', days.to && 'after'], ['empty']]),
  sum: () => [['sum'], ['empty']],
  all: ({ of }) => union(of),
  any: ({ of }) => union(of),
  not({ of }) {
    const [spoken, silent] = union([of]);
    return [['excluded', spoken.includes('review') && 'review'], silent];
  },
};

function union(checks) {
  const said = checks.map((check) => SAYS[check.kind](check));
  return [0, 1].map((side) => [...new Set(said.flatMap((lists) => lists[side]))].filter(Boolean));
}

function messages(random, criterion) {
  const [spoken, silent] = union([criterion.check]);
  const other = [criterion.appliesTo && 'other-kind', criterion.stages && 'other-stage', criterion.levels && 'other-level', criterion.when && 'other-case'].filter(Boolean);
  const told = random.chance(0.5) ? [...silent, ...other] : [];
  return Object.fromEntries(['met', ...spoken, ...told].map((reason) => [reason, `Đề nghị xem lại: ${reason}.`]));
}

function randomCriterion(random, id, hasPoints) {
  const criterion = {
    id,
    group: 'Nhóm',
    title: `Tiêu chí ${id}`,
    cite: [{ source: 'huong-dan' }],
    severity: random.pick(['must', 'should', 'hint']),
    check: random.chance(0.03) ? { kind: 'all', of: [] } : randomCheck(random),
    target: random.pick(BOXES.filter((path) => !path.includes('*'))),
    ...(random.chance(0.15) && { appliesTo: [random.pick(KINDS)] }),
    ...(random.chance(0.15) && { stages: random.some(STAGES, 1, 2) }),
    ...(random.chance(0.15) && { levels: random.some(LEVELS, 1, 4) }),
    ...(random.chance(0.25) && { when: randomCheck(random, 2) }),
    ...(hasPoints && random.chance(0.7) && { points: random.chance(0.3) ? random.between(1, 30) / 10 : random.between(1, 10) }),
  };
  return { ...criterion, messages: messages(random, criterion) };
}

const FIELD_PATHS = [...TEXTS, ...DATES, '/model/targets', '/model/scope/households', '/model/forces', '/model/status', '/applicant/address/hamlet', '/model/targets/*/unit'];
const EXTRA = [{ id: 'ghi-chu', type: 'text' }, { id: 'so-hoi-vien', type: 'number' }, { id: 'cam-ket', type: 'tick' }, { id: 'noi-dung', type: 'choices', options: ['Một', 'Hai'] }];

const PARAMETERS = { min: [1], max: [100, 200], minDays: [10, 60], maxDays: [400, 800], minWords: [2, 4], atLeast: [1] };

/** Numbers of a criterion's check that may be overridden, each with its place in the check. */
function parameters(check, at = '') {
  if (check.kind === 'not') return parameters(check.of, `${at}/of`);
  if (check.of) return check.of.flatMap((one, number) => parameters(one, `${at}/of/${number}`));
  return Object.keys(PARAMETERS).filter((name) => Object.hasOwn(check, name)).map((name) => ({ name, place: `${at}/${name}`, value: check[name] }));
}

function randomOverride(random, { id, check }) {
  const override = { id, because: 'Theo điều kiện địa phương.' };
  const known = parameters(check);
  const one = known.length > 0 ? random.pick(known) : { name: check.kind === 'present' ? 'atLeast' : undefined };
  // Where checks differ in it, one of them must be meant.
  const alike = known.every((other) => other.name !== one.name || other.value === one.value);
  const key = one.place && (!alike || random.chance(0.3)) ? one.place : one.name;
  switch (random.below(3)) {
    case 0: return { ...override, disabled: true };
    case 1: if (key !== undefined) return { ...override, params: { [key]: random.pick(PARAMETERS[one.name]) } };
    // falls through
    default: return { ...override, severity: random.pick(['must', 'should', 'hint']) };
  }
}

/** A guideline; `base`, when given, is the resolved one that it extends. */
export function randomGuideline(random, id, base) {
  const hasPoints = base ? base.scoring !== undefined : random.chance(0.5);
  const taken = random.some(FIELD_PATHS, 0, 4).filter((path) => base?.fields?.[path] === undefined);
  const guideline = {
    format: 'dvk-guideline/1',
    id,
    version: '1',
    title: 'Hướng dẫn thử',
    issuer: { name: 'Cơ quan thử', level: 'commune' },
    effective: { from: '2025-07-01' },
    ...(base && { extends: { id: base.id } }),
    sources: { 'huong-dan': { title: 'Hướng dẫn thử' } },
    fields: Object.fromEntries(taken.map((path) => [path, (random.chance(0.5) && !path.includes('*')) || NEEDED.includes(path) ? { required: true } : { hidden: true }])),
    ...(!base && random.chance(0.4) && { extraFields: random.some(EXTRA, 1, 4).map((field) => ({ ...field, label: 'Mục thêm', step: 'means', ...(random.chance(0.6) && { required: true }) })) }),
    criteria: Array.from({ length: random.between(2, 8) }, (_, index) => randomCriterion(random, `${id}-${index}`, hasPoints)),
    ...(base && { overrides: random.some(base.criteria, 0, 4).map((criterion) => randomOverride(random, criterion)) }),
    tests: [],
  };
  if (!hasPoints) return guideline;
  const whole = Number(resolve(guideline, base).criteria.reduce((sum, criterion) => sum + (criterion.points ?? 0), 0).toFixed(6));
  if (whole === 0) guideline.criteria[0].points = 5;
  const max = whole || 5;
  const steps = [...new Set([0, Math.ceil(max / 3), Math.ceil(max / 2), max])].filter((min) => min <= max && (min > 0 || random.chance(0.7)));
  if (random.chance(0.3)) steps.reverse();
  return { ...guideline, scoring: { max, bands: steps.map((min) => ({ id: `from-${min}`, label: `Từ ${min}`, min })) } };
}

/** A portal, with or without a window. */
export function randomPortal(random) {
  return { format: 'dvk-portal/1', id: 'cong', name: 'Cổng thử', recipient: [], ...(random.chance(0.7) && { window: window(random) }) };
}
