// A second, slow and obvious reading of the guideline checker's manual: what a record comes to under a guideline, without the engine.
// Only the kinds that need no reading of prose are here: all any not human present statement length oneOf count number percent dateOrder duration within sum.

// --- the record -------------------------------------------------------------

/** Nothing stands there: absent, no, blank text, rows or members that are all blank. */
export function isBlank(value) {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isBlank);
  if (typeof value === 'object') return Object.values(value).every(isBlank);
  return false;
}

const steps = (path) => path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a path without `*`. */
function valueAt(record, path) {
  let value = record;
  for (const step of steps(path)) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** The boxes of a path: one of each row for a `*`, of no row when there are none. */
export function boxes(record, path) {
  const star = path.indexOf('/*');
  if (star < 0) return [path];
  const list = path.slice(0, star);
  const rest = path.slice(star + 2);
  const rows = valueAt(record, list);
  return Array.isArray(rows) ? rows.flatMap((_, index) => boxes(record, `${list}/${index}${rest}`)) : [];
}

/** A box, or a row, is filled in, even when what was typed could not be read. */
const has = (record, path) => !isBlank(valueAt(record, path)) || Object.hasOwn(record.entered ?? {}, path);

// --- verdicts ---------------------------------------------------------------

const verdict = (outcome, reason, paths = []) => ({ outcome, reason, paths });
const met = (paths) => [verdict('met', 'met', paths)];
const unmet = (reason, paths) => [verdict('unmet', reason, paths)];
const notApplicable = (reason, paths) => [verdict('not-applicable', reason, paths)];

const unique = (list) => list.filter((item, index) => list.indexOf(item) === index);

/** Verdicts of one reason become one, in the order in which the reasons came up. */
function joined(verdicts) {
  return unique(verdicts.map((one) => one.reason)).map((reason) => {
    const same = verdicts.filter((one) => one.reason === reason);
    return verdict(same[0].outcome, reason, same.flatMap((one) => one.paths));
  });
}

const every = (verdicts, outcome) => verdicts.every((one) => one.outcome === outcome);
const some = (verdicts, outcome) => verdicts.some((one) => one.outcome === outcome);
const only = (verdicts, outcome) => verdicts.filter((one) => one.outcome === outcome);

/** A dotted line to fill in. */
const isDotted = (value) => typeof value === 'string' && /^[\s.…\-–—_/?*]+$/.test(value);

/** Long texts: whether they say something is a matter for `statement`. */
const LONG_TEXTS = new Set(['need', 'goal', 'method', 'scope/text', 'outputs', 'sustain', 'beyondDuty', 'results', 'consultation'].map((name) => `/model/${name}`));

// --- days -------------------------------------------------------------------

const DAY = 86_400_000;

/** Days since 1970 of the last day of a day, month, quarter or year. */
export function lastDay(value) {
  if (typeof value === 'number') return Date.UTC(value, 11, 31) / DAY;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  if (quarter) return Date.UTC(Number(quarter[1]), Number(quarter[2]) * 3, 0) / DAY;
  const [year, month, day] = value.split('-').map(Number);
  if (month === undefined) return Date.UTC(year, 11, 31) / DAY;
  if (day === undefined) return Date.UTC(year, month, 0) / DAY;
  return Date.UTC(year, month - 1, day) / DAY;
}

/** Days since 1970 of the first day of a day, month, quarter or year. */
function firstDay(value) {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  if (quarter) return Date.UTC(Number(quarter[1]), Number(quarter[2]) * 3 - 3, 1) / DAY;
  const [year, month = 1, day = 1] = String(value).split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

/** The window's first and last day; undefined for a side that is open. Nothing when both are, or when the years stand the wrong way round: that is `dateOrder`'s to say. */
function sides(window, record, portal) {
  let from;
  let to;
  if (window === 'period') {
    if (record.period?.from != null) from = Date.UTC(record.period.from, 0, 1) / DAY;
    if (record.period?.to != null) to = Date.UTC(record.period.to, 11, 31) / DAY;
  } else {
    const days = window === 'portal' ? portal?.window ?? {} : window;
    if (days.from !== undefined) from = lastDay(days.from);
    if (days.to !== undefined) to = lastDay(days.to);
  }
  const isNone = (from === undefined && to === undefined) || from > to;
  return isNone ? undefined : { from, to };
}

// --- kinds ------------------------------------------------------------------

const KINDS = {
  all(check, context) {
    const said = check.of.flatMap((one) => judgeCheck(one, context));
    if (some(said, 'unmet')) return joined(only(said, 'unmet'));
    if (some(said, 'review')) return joined(only(said, 'review'));
    if (some(said, 'met')) return joined(only(said, 'met')).slice(0, 1);
    if (said.length > 0) return joined(said).slice(0, 1);
    return met();
  },

  any(check, context) {
    const said = check.of.map((one) => judgeCheck(one, context));
    return said.find((verdicts) => every(verdicts, 'met'))
      ?? said.find((verdicts) => every(verdicts, 'review'))
      ?? said.findLast((verdicts) => some(verdicts, 'unmet'))
      ?? said[0];
  },

  not(check, context) {
    const said = judgeCheck(check.of, context);
    if (some(said, 'unmet')) return met();
    if (every(said, 'met')) return unmet('excluded', said.flatMap((one) => one.paths));
    return said;
  },

  human() {
    return [verdict('review', 'review')];
  },

  present(check, { record, isHidden }) {
    const asked = check.paths.flatMap((path) => boxes(record, path).filter((box) => !path.includes('/*') || has(record, row(box, path))));
    const line = (box) => !LONG_TEXTS.has(box) && isDotted(valueAt(record, box)) && !Object.hasOwn(record.entered ?? {}, box);
    const filled = asked.filter((box) => isHidden(box) || (has(record, box) && !line(box)));
    const empty = asked.filter((box) => !filled.includes(box));
    const enough = check.atLeast === undefined ? empty.length === 0 : filled.length >= check.atLeast;
    return enough ? met() : unmet('missing', empty);
  },

  statement(check, { record, isHidden }) {
    if (isHidden(check.path)) return met();
    const text = valueAt(record, check.path);
    if (isBlank(text)) return unmet('missing', [check.path]);
    const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    // A text with a figure says something however short it is; here digits stand only in figures.
    return words.length < (check.minWords ?? 0) && !/\d/.test(text) ? unmet('too-short', [check.path]) : met();
  },

  length(check, { record }) {
    const filled = boxes(record, check.path).filter((box) => !isBlank(valueAt(record, box)));
    if (filled.length === 0) return notApplicable('empty');
    const characters = (box) => [...valueAt(record, box).normalize('NFC')].length;
    const faults = [];
    for (const box of filled) {
      if (characters(box) < (check.min ?? 0)) faults.push(...unmet('too-short', [box]));
      if (characters(box) > (check.max ?? Infinity)) faults.push(...unmet('too-long', [box]));
    }
    return faults.length === 0 ? met() : joined(faults);
  },

  oneOf(check, { record }) {
    const value = valueAt(record, check.path);
    if (isBlank(value)) return unmet('missing', [check.path]);
    return check.values.includes(value) ? met([check.path]) : unmet('other', [check.path]);
  },

  count(check, { record, isHidden }) {
    const rows = boxes(record, `${check.rows}/*`).filter((row) => !isBlank(valueAt(record, row)));
    const counted = rows
      .filter((row) => Object.entries(check.where ?? {}).every(([member, values]) => values.includes(valueAt(record, `${row}/${member}`))))
      .filter((row) => (check.filled ?? []).every((member) => isHidden(`${row}/${member}`) || (has(record, `${row}/${member}`) && !(isDotted(valueAt(record, `${row}/${member}`)) && !Object.hasOwn(record.entered ?? {}, `${row}/${member}`)))));
    if (counted.length < (check.min ?? 0)) return unmet('too-few', [check.rows]);
    const asked = Object.keys(check.where ?? {}).slice(0, 1).map((member) => `/${member}`).join('');
    if (counted.length > (check.max ?? Infinity)) return unmet('too-many', counted.slice(check.max).map((row) => row + asked));
    return met();
  },

  number(check, { record }) {
    const filled = boxes(record, check.path).filter((box) => !isBlank(valueAt(record, box)));
    if (filled.length === 0) return notApplicable('empty');
    const other = check.notAbove === undefined ? undefined : valueAt(record, check.notAbove);
    const faults = [];
    for (const box of filled) {
      const value = valueAt(record, box);
      if (value < (check.min ?? -Infinity)) faults.push(...unmet('too-small', [box]));
      else if (value > (check.max ?? Infinity)) faults.push(...unmet('too-large', [box]));
      else if (other != null && value > other) faults.push(...unmet('above', [box]));
    }
    return faults.length === 0 ? met() : joined(faults);
  },

  percent(check, { record }) {
    const figures = check.paths.flatMap((path) => percentages(record, path));
    if (figures.length === 0) return notApplicable('none');
    const faults = [];
    for (const { path, value } of figures) if (value < 0 || value > 100) faults.push(...unmet('out-of-range', [path]));
    const bases = check.base ?? [];
    if (bases.length > 0 && !bases.some((path) => has(record, path))) faults.push(...figures.flatMap(({ path }) => unmet('no-base', [path])));
    return faults.length === 0 ? met() : joined(faults);
  },

  dateOrder(check, { record }) {
    const filled = check.paths.filter((path) => !isBlank(valueAt(record, path)));
    if (filled.length < 2) return notApplicable('empty');
    for (let at = 1; at < filled.length; at += 1) {
      const [earlier, later] = [filled[at - 1], filled[at]];
      if (lastDay(valueAt(record, later)) < lastDay(valueAt(record, earlier))) return unmet('order', [later, earlier]);
    }
    return met();
  },

  duration(check, { record }) {
    if (check.unless !== undefined && !isBlank(valueAt(record, check.unless))) return met();
    const [from, to] = [valueAt(record, check.from), valueAt(record, check.to)];
    if (!has(record, check.to)) return unmet('no-end', [check.to]);
    if (isBlank(from) || isBlank(to)) return notApplicable('empty');
    if (lastDay(to) < lastDay(from)) return notApplicable('order');
    const days = lastDay(to) - firstDay(from) + 1; // both days count
    if (days < (check.minDays ?? 0)) return unmet('too-short', [check.to]);
    return days > (check.maxDays ?? Infinity) ? unmet('too-long', [check.to]) : met();
  },

  within(check, { record, portal }) {
    const window = sides(check.window, record, portal);
    if (window === undefined) return notApplicable('no-window');
    const filled = boxes(record, check.path).filter((box) => !isBlank(valueAt(record, box)));
    if (filled.length === 0) return notApplicable('empty');
    const faults = [];
    for (const box of filled) {
      const day = lastDay(valueAt(record, box));
      if (day < (window.from ?? -Infinity)) faults.push(...unmet('before', [box]));
      else if (day > (window.to ?? Infinity)) faults.push(...unmet('after', [box]));
    }
    return faults.length === 0 ? met() : joined(faults);
  },

  sum(check, { record }) {
    const whole = valueAt(record, check.whole);
    const DONG = { 'đồng': 1, 'nghìn đồng': 1e3, 'triệu đồng': 1e6, 'tỷ đồng': 1e9 };
    /** How many đồng one of a box is; without a unit, rows of land, labour and things are no money. */
    const dong = (box) => {
      const [unit, kind] = ['unit', 'kind'].map((member) => valueAt(record, `${row(box, check.parts)}/${member}`));
      return isBlank(unit) ? Number(!['land', 'labour', 'in-kind'].includes(kind)) : DONG[unit.trim()] ?? 0;
    };
    const parts = boxes(record, check.parts).filter((box) => !isBlank(valueAt(record, box)) && dong(box) > 0);
    if (isBlank(whole) || parts.length === 0) return notApplicable('empty');
    const total = parts.reduce((sum, box) => sum + valueAt(record, box) * dong(box), 0);
    const isRough = has(record, `${check.whole}Approx`) || parts.some((box) => has(record, `${row(box, check.parts)}/approx`));
    const difference = Math.abs(total - whole);
    const passes = difference <= Math.max(isRough ? whole / 20 : 0, 0.5);
    return passes ? met() : unmet('sum', [check.whole, ...parts]);
  },
};

/** The row that a box of a path with `*` stands in. */
function row(box, path) {
  const depth = steps(path).lastIndexOf('*') + 2;
  return box.split('/').slice(0, depth).join('/');
}

/** Percentages of a list of rows with the unit “%”, or of a text. */
function percentages(record, path) {
  const value = valueAt(record, path);
  if (Array.isArray(value)) {
    return value.flatMap((line, index) => (line.unit?.trim() !== '%' ? [] : ['target', 'actual', 'baseline']
      .filter((member) => typeof line[member] === 'number')
      .map((member) => ({ path: `${path}/${index}/${member}`, value: line[member] }))));
  }
  return [...(value ?? '').matchAll(/(\d+) ?%/g)].map((match) => ({ path, value: Number(match[1]) }));
}

function judgeCheck(check, context) {
  return KINDS[check.kind](check, context);
}

// --- the guideline ----------------------------------------------------------

/** A guideline with what it takes over: `base` is the one that `extends` names, already resolved. */
export function resolve(guideline, base) {
  if (base === undefined) return guideline;
  const overrides = guideline.overrides ?? [];
  const taken = base.criteria.flatMap((criterion) => overrides.filter(({ id }) => id === criterion.id).reduce(
    (list, override) => (override.disabled ? [] : list.map((one) => changed(one, override))),
    [criterion],
  ));
  const fields = { ...base.fields };
  for (const [path, field] of Object.entries(guideline.fields ?? {})) fields[path] = { ...fields[path], ...field };
  return {
    ...guideline,
    sources: { ...base.sources, ...guideline.sources },
    fields,
    extraFields: [...(base.extraFields ?? []), ...(guideline.extraFields ?? [])],
    scoring: guideline.scoring ?? base.scoring,
    criteria: [...taken, ...guideline.criteria],
  };
}

function changed(criterion, { severity, params }) {
  let { check } = criterion;
  for (const [name, value] of Object.entries(params ?? {})) {
    if (name.startsWith('/')) check = withOne(check, steps(name), value);
    else if (hasParameter(check, name)) check = withParameter(check, name, value);
    else if (!['all', 'any', 'not'].includes(check.kind)) check = { ...check, [name]: value };
  }
  return { ...criterion, check, severity: severity ?? criterion.severity };
}

const inside = (check) => (check.kind === 'not' ? [check.of] : check.kind === 'all' || check.kind === 'any' ? check.of : []);
const isParameter = (check, name) => name !== 'kind' && name !== 'of' && Object.hasOwn(check, name);
const hasParameter = (check, name) => isParameter(check, name) || inside(check).some((one) => hasParameter(one, name));

function withParameter(check, name, value) {
  if (check.kind === 'not') return { ...check, of: withParameter(check.of, name, value) };
  if (check.kind === 'all' || check.kind === 'any') return { ...check, of: check.of.map((one) => withParameter(one, name, value)) };
  return isParameter(check, name) ? { ...check, [name]: value } : check;
}

/** A check with the parameter at the end of a way through it. */
function withOne(check, [first, ...rest], value) {
  if (rest.length === 0) return { ...check, [first]: value };
  if (Array.isArray(check[first])) return { ...check, [first]: check[first].map((one, number) => (String(number) === rest[0] ? withOne(one, rest.slice(1), value) : one)) };
  return { ...check, [first]: withOne(check[first], rest, value) };
}

/** The criterion that stands for the fields which the guideline requires. */
function requiredCriterion(guideline) {
  const paths = [
    ...Object.entries(guideline.fields ?? {}).filter(([, field]) => field.required).map(([path]) => path),
    ...(guideline.extraFields ?? []).filter((field) => field.required).map((field) => `/extra/${field.id}`),
  ];
  if (paths.length === 0) return [];
  const always = paths.filter((path) => !askedWhen(path));
  const atTimes = paths.filter(askedWhen).map((path) => ({ kind: 'any', of: [{ kind: 'not', of: askedWhen(path) }, { kind: 'present', paths: [path] }] }));
  const whole = always.length > 0 ? [{ kind: 'present', paths: always }] : [];
  const check = atTimes.length === 0 ? whole[0] : { kind: 'all', of: [...whole, ...atTimes] };
  return [{ id: 'required', severity: 'must', check, target: paths[0] }];
}

/** Boxes that only some registrations have: a person's, results of what runs already, the body below, the end of what does not go on for ever. */
function askedWhen(path) {
  const chosen = (at, values) => ({ kind: 'oneOf', path: at, values });
  const told = chosen('/stage', ['review', 'recognise']);
  if (path.startsWith('/applicant/person')) return chosen('/applicant/kind', ['individual']);
  if (path === '/model/results') return { kind: 'any', of: [chosen('/model/status', ['ongoing', 'upgraded']), told] };
  if (path.startsWith('/lowerRecognition')) {
    return { kind: 'any', of: [chosen('/level', ['district', 'province', 'central']), { kind: 'all', of: [told, chosen('/level', ['commune'])] }] };
  }
  if (path === '/model/targets/*/actual' || path === '/model/targets/*/actualOn') return told;
  if (path === '/model/end') return { kind: 'not', of: chosen('/model/continuous', [true]) };
  return undefined;
}

// --- the judgement ----------------------------------------------------------

/** Why a criterion does not apply, in the order in which it is asked. */
function inapplicable(criterion, context) {
  const { record, isHidden } = context;
  if (isHidden(criterion.target)) return 'hidden';
  if (criterion.appliesTo && !criterion.appliesTo.includes(record.applicant?.kind)) return 'other-kind';
  if (criterion.stages && !criterion.stages.includes(record.stage ?? 'register')) return 'other-stage';
  if (criterion.levels && !criterion.levels.includes(record.level)) return 'other-level';
  if (criterion.when && !every(judgeCheck(criterion.when, context), 'met')) return 'other-case';
  return undefined;
}

function judgeCriterion(criterion, context) {
  const reason = inapplicable(criterion, context);
  return reason === undefined ? judgeCheck(criterion.check, context) : notApplicable(reason);
}

/** Points of the criteria that are met, and the highest band that they reach. */
function score({ scoring }, judged) {
  if (scoring === undefined) return undefined;
  const sum = judged.reduce((sum, { criterion, verdicts }) => sum + (verdicts[0].outcome === 'met' ? criterion.points ?? 0 : 0), 0);
  const got = Number(sum.toFixed(6)); // tenths of points add up to what a person writes
  const reached = scoring.bands.filter((band) => band.min <= got).sort((one, other) => one.min - other.min);
  return { got, max: scoring.max, band: reached.at(-1)?.id };
}

/** What a record comes to under a resolved guideline. */
export function judge(record, guideline, { portal } = {}) {
  const hidden = Object.entries(guideline.fields ?? {}).filter(([, field]) => field.hidden).map(([path]) => path);
  const isHidden = (path) => {
    const pattern = path.replace(/\/\d+(?=\/|$)/g, '/*');
    return hidden.some((hiddenPath) => pattern === hiddenPath || pattern.startsWith(`${hiddenPath}/`));
  };
  const context = { record, portal, isHidden };
  const judged = [...guideline.criteria, ...requiredCriterion(guideline)].map((criterion) => ({ criterion, verdicts: judgeCriterion(criterion, context) }));
  const findings = judged.flatMap(({ criterion, verdicts }) => verdicts.map(({ outcome, reason, paths }) => (
    { criterion: criterion.id, outcome, reason, severity: criterion.severity, paths: paths.length === 0 ? [criterion.target] : paths })));
  const count = (test) => findings.filter(test).length;
  const open = (severity) => count((one) => one.outcome === 'unmet' && one.severity === severity);
  const totals = {
    met: count((one) => one.outcome === 'met'),
    unmet: count((one) => one.outcome === 'unmet'),
    review: count((one) => one.outcome === 'review'),
    notApplicable: count((one) => one.outcome === 'not-applicable'),
    must: open('must'),
    should: open('should'),
    hint: open('hint'),
  };
  const errors = Object.keys(record.entered ?? {}).length;
  return { findings, totals, score: score(guideline, judged), ready: errors === 0 && totals.must === 0 };
}
