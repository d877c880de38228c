// Runs one check kind for the manual: builds a whole guideline around a check, loads it, and judges a record by it. No DOM, so that tests use it too.

const HEAD = { format: 'dvk-guideline/1', id: 'chay-thu', version: '1', title: 'Bộ tiêu chí chạy thử', issuer: { name: 'Trang hướng dẫn', level: 'commune' }, effective: { from: '2000-01-01' }, sources: { 'vi-du': { title: 'Văn bản ví dụ' } } };
const RECORD = { format: 'dvk-registration/1', id: '00000000-0000-7000-8000-000000000000' };
const CHECK = '/criteria/0/check';
/** Members that a try may add to the guideline, and those that it may add to the call. */
const OF_GUIDELINE = ['vocabulary', 'fields', 'extraFields', 'themes'];
const OF_CALL = ['portal', 'others', 'today'];

/** A problem as the page tells it: `in` is the editor it belongs to. */
const told = (where, path, message, line, column) => ({ in: where, path, message, ...(line ? { line, column } : {}) });

/** The sentence for text that is no JSON; the engine's own speaks of a saved registration. */
export const notJson = (found) => `Đoạn này chưa đúng cú pháp JSON${found?.trim() ? `, gần «${found.trim().slice(0, 40)}»` : ''}. Đề nghị xem lại dấu phẩy, dấu ngoặc, dấu nháy.`;

/** Sentences that already name the place in a file lose it where the place is shown beside them. */
const plain = (message) => message.replace(/ \(dòng \d+, cột \d+\)$/, '').replaceAll(CHECK, '').replace(/ \(\)/g, '');

/** All kinds that stand in a check, itself first. */
function kindsIn(check) {
  if (check === null || typeof check !== 'object') return [];
  return [check.kind, ...[check.of].flat().flatMap(kindsIn)].filter((kind) => typeof kind === 'string');
}

/** The first box that a check names; a column stands for its list. */
function firstPath(check) {
  const text = (value) => (typeof value === 'string' && value.startsWith('/') ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(text) : []);
  return text(check)[0]?.replace(/\/\*.*$/, '');
}

/** Sentences for whatever the kinds in a check can say. */
function sentences(check, words) {
  const all = {};
  for (const kind of kindsIn(check).reverse()) {
    for (const [reason, { say }] of Object.entries(words[kind]?.reasons ?? {})) if (say) all[reason] = say;
  }
  return { ...all, met: all.met ?? 'Nội dung phù hợp.' };
}

const meaning = (reason, words) => Object.values(words).map(({ reasons }) => reasons[reason]?.when).find(Boolean) ?? reason;

/** JSON of an editor: `{ value }`, or `{ problems }` with the engine's place of the mistake. */
async function read(engine, where, text) {
  try {
    const value = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { value };
    return { problems: [told(where, '', 'Đoạn này cần là một nhóm mục, đặt trong một cặp dấu { }.')] };
  } catch {
    // The engine knows line and column of what JSON.parse refuses.
    const problem = await engine.guideline(`{"x-thu":\n${text}\n}`).catch((error) => error.problems?.find(({ code }) => code === 'not-json'));
    const within = problem?.line > 1 && problem.line <= text.split('\n').length + 1;
    return { problems: [told(where, '', notJson(within ? problem.found : ''), ...(within ? [problem.line - 1, problem.column] : []))] };
  }
}

/** Takes away and adds what the engine finds amiss with the sentences of the page, not of the reader: parameters decide what a check can say. */
function mended(criterion, problems, words) {
  let changed = false;
  for (const { code, path, found } of problems) {
    if (code === 'unused-message') {
      delete criterion.messages[found];
      changed = true;
    } else if (code === 'no-message') {
      criterion.messages[found] = `${meaning(found, words)}.`;
      changed = true;
    } else if (code === 'unknown-placeholder' && path.startsWith('/criteria/0/messages/')) {
      const reason = path.slice('/criteria/0/messages/'.length);
      criterion.messages[reason] = `${meaning(reason, words)}.`;
      changed = true;
    } else if (path === '/criteria/0/target' && criterion.target !== '/model/name') {
      criterion.target = '/model/name';
      changed = true;
    }
  }
  return changed;
}

/** The guideline as text: the check stands in it as it was typed, from the second line on, so that the engine's lines are those of the editor. */
function around(criterion, typed, given) {
  const { messages, ...rest } = criterion;
  const own = (value) => JSON.stringify(value).slice(1, -1);
  const more = Object.keys(given).length > 0 ? `${own(given)},` : '';
  return `{${own(HEAD)},${more}"tests":[],"criteria":[{${own(rest)},"check":\n${typed}\n,"messages":${JSON.stringify(messages)}}]}`;
}

/** Loads a guideline of one criterion around a check. @returns {Promise<{ guideline?: object, written?: object, problems: object[] }>} */
async function loaded(engine, words, typed, check, given) {
  const criterion = { id: 'thu', group: 'Chạy thử', title: 'Tiêu chí chạy thử', cite: [{ source: 'vi-du' }], severity: 'should', target: firstPath(check) ?? '/model/method', messages: sentences(check, words) };
  for (let left = 6; ; left -= 1) {
    const text = around(criterion, typed, given);
    try {
      return { guideline: await engine.guideline(text), written: JSON.parse(text), problems: [] };
    } catch (error) {
      if (!error.problems) throw error;
      if (mended(criterion, error.problems, words) && left > 0) continue;
      const lines = typed.split('\n').length;
      const problems = error.problems.filter(({ path = '' }) => !path.startsWith('/criteria/0/messages') && path !== '/criteria/0/target').map(({ path = '', message, line, column }) => {
        const inside = path === CHECK || path.startsWith(`${CHECK}/`);
        const where = inside ? 'check' : OF_GUIDELINE.some((member) => path.startsWith(`/${member}`)) ? 'with' : 'check';
        return told(where, inside ? path.slice(CHECK.length) : path, plain(message), ...(inside && line > 1 && line <= lines + 1 ? [line - 1, column] : []));
      });
      return { problems: problems.length > 0 ? problems : [told('check', '', plain(error.message))] };
    }
  }
}

const pick = (from, names) => Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/** The text at a JSON Pointer. */
function textAt(record, path) {
  const found = path.split('/').slice(1).reduce((value, step) => value?.[step.replace(/~1/g, '/').replace(/~0/g, '~')], record);
  return typeof found === 'string' ? found : '';
}

/** What a report says, with the words that it quotes. */
export function outcomes(engine, record, options) {
  const read = engine.normalize(record);
  const report = engine.check(record, options);
  const places = ({ target, related }) => [target, ...related].map(({ path, label, span, note }) => ({ path, label, note, ...(span ? { words: textAt(read, path).slice(...span) } : {}) }));
  return { errors: report.errors, score: report.score, findings: report.findings.map((finding) => ({ criterion: finding.criterion, outcome: finding.outcome, severity: finding.severity, reason: finding.reason, message: finding.message, data: finding.data, places: places(finding) })) };
}

/** A record, or what is wrong with it; what a file must have and a try need not say is added. */
export async function recordOf(engine, text) {
  const typed = await read(engine, 'record', text);
  if (typed.problems) return typed;
  try {
    return { value: engine.parse({ ...RECORD, ...typed.value }) };
  } catch (error) {
    if (!error.problems) throw error;
    return { problems: error.problems.map(({ path, message }) => told('record', path ?? '', plain(message))) };
  }
}

/**
 * Runs a check on a record.
 * @param {object} engine of index.js
 * @param {object} words `kinds` of kinds.vi.json
 * @param {{ check: string, record: string, with?: string }} typed
 * @returns {Promise<{ problems: object[], findings: object[], written?: object }>} `written`: the guideline that was built
 */
export async function run(engine, words, typed) {
  const [check, record, more] = await Promise.all([read(engine, 'check', typed.check), recordOf(engine, typed.record), read(engine, 'with', typed.with?.trim() || '{}')]);
  const problems = [check, more].flatMap((one) => one.problems ?? []);
  for (const name of Object.keys(more.value ?? {})) {
    if (![...OF_GUIDELINE, ...OF_CALL].includes(name)) problems.push(told('with', `/${name}`, `Phần kèm theo không nhận mục «${name}»; chỉ nhận: ${[...OF_GUIDELINE, ...OF_CALL].join(', ')}.`));
  }
  let guideline;
  let written;
  if (problems.length === 0) {
    const built = await loaded(engine, words, typed.check, check.value, pick(more.value, OF_GUIDELINE));
    problems.push(...built.problems);
    ({ guideline, written } = built);
  }
  problems.push(...(record.problems ?? []));
  if (problems.length > 0) return { problems, findings: [], written };
  try {
    return { problems, written, ...outcomes(engine, record.value, { guideline, ...pick(more.value, OF_CALL) }) };
  } catch (error) {
    if (!error.problems) throw error;
    return { problems: error.problems.map(({ path, message }) => told('with', path ?? '', plain(message))), findings: [], written };
  }
}
