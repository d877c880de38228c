// The manual: check kinds from manual/*.json, each with an example to edit and run, and an editor for a whole guideline.

import { recordOf, run, outcomes, notJson } from './manual/try.js';

const OUTCOMES = { met: 'Đã đáp ứng', unmet: 'Chưa đáp ứng', review: 'Người thẩm định xem xét', 'not-applicable': 'Không áp dụng' };
const STEPS = { applicant: 'Bên đăng ký', model: 'Mô hình', method: 'Cách làm', means: 'Nguồn lực, kết quả', review: 'Xem lại, in' };
const SEVERITIES = { must: 'Cần sửa', should: 'Nên bổ sung', hint: 'Gợi ý' };
const HOLDS = { line: 'chữ ngắn', paragraphs: 'đoạn chữ', count: 'số đếm', figure: 'số', money: 'số tiền (đồng)', year: 'năm', day: 'ngày', due: 'ngày, tháng, quý hoặc năm', choice: 'chọn một', tick: 'đánh dấu', themes: 'chuyên đề', phone: 'số điện thoại', email: 'thư điện tử', province: 'tên hoặc mã trong danh mục', commune: 'tên hoặc mã trong danh mục', rows: 'danh sách' };
const EDITORS = { check: 'Phép kiểm tra', record: 'Phiếu', with: 'Kèm theo' };

const byId = (id) => document.getElementById(id);

/** An element; text is text, never markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== ''));
  return element;
}

/** JSON as people would lay it out: what fits stands on one line. */
function pretty(value, indent = '') {
  const short = JSON.stringify(value).replace(/("(?:[^"\\]|\\.)*")|([:,])/g, (all, text) => text ?? `${all} `);
  if (value === null || typeof value !== 'object' || short.length + indent.length <= 56) return short;
  const inner = `${indent} `;
  const rows = Array.isArray(value) ? value.map((row) => pretty(row, inner)) : Object.entries(value).map(([name, row]) => `${JSON.stringify(name)}: ${pretty(row, inner)}`);
  const [first, last] = Array.isArray(value) ? '[]' : '{}';
  return `${first}\n${rows.map((row) => inner + row).join(',\n')}\n${indent}${last}`;
}

/** Words in `…` of the documentation become code, lines paragraphs. */
const prose = (text) => text.split('\n').map((line) => make('p', {}, ...line.split('`').map((part, at) => (at % 2 ? make('code', {}, part) : part))));

// --- the engine -----------------------------------------------------------

let started;

/** Loaded when something is run first: who only reads loads no engine. */
function engine() {
  started ??= import('./dvk/index.js').then(({ load }) => load()).catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

/** Shows what came of a run; what the page could not do is said in the same place. */
async function into(result, work) {
  result.setAttribute('aria-busy', 'true');
  let shown;
  try {
    shown = await work(await engine());
  } catch (error) {
    shown = [make('p', { class: 'head' }, error.problems ? error.message : 'Chưa tải được phần kiểm tra. Đề nghị tải lại trang; nội dung đã gõ nên được chép ra trước.')];
  }
  result.replaceChildren(...shown);
  result.removeAttribute('aria-busy');
}

// --- what came of it ------------------------------------------------------

/** Puts the caret at a line and a column, in characters. */
function caretTo(editor, line, column) {
  const lines = editor.value.split('\n');
  const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const at = before + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  editor.focus();
  editor.setSelectionRange(at, Math.min(at + 1, editor.value.length));
  editor.scrollTop = Math.max(0, (editor.scrollHeight / Math.max(lines.length, 1)) * (line - 4));
}

const count = (number) => make('p', { class: 'head' }, `Có ${number} vấn đề cần xem lại:`);

/** A problem: where, the sentence, and a way there. */
function problemRow({ path, message, line, column }, editor, title) {
  const place = [title, line ? `dòng ${line}, cột ${column}` : '', path].filter(Boolean).join(' · ');
  const go = line ? make('button', { type: 'button', class: 'link', click: () => caretTo(editor, line, column) }, place) : make('span', { class: 'place' }, place);
  return make('li', {}, ...(place ? [go, ' '] : []), message);
}

function findingBlock({ criterion, outcome, reason, message, data, places }, meaning) {
  const quoted = places.filter(({ words }) => words);
  const facts = Object.entries(data).map(([name, value]) => [make('dt', {}, make('code', {}, name)), make('dd', {}, typeof value === 'string' ? value : JSON.stringify(value))]).flat();
  return make('div', { class: `finding ${outcome}`, 'data-outcome': outcome, 'data-reason': reason },
    make('p', { class: 'head' }, criterion ? `${criterion}: ` : '', make('span', { class: 'outcome' }, OUTCOMES[outcome]), ' · lý do ', make('code', {}, reason), meaning ? ` (${meaning})` : ''),
    message ? make('p', { class: 'said' }, message) : '',
    outcome === 'unmet' ? make('p', {}, 'Ô được nêu: ', places.map(({ label, path }) => `${label} (${path})`).join('; ')) : '',
    quoted.length > 0 ? make('p', {}, 'Chữ được trích: ', ...quoted.flatMap(({ words }, at) => [at > 0 ? '; ' : '', make('mark', {}, words)])) : '',
    facts.length > 0 ? make('dl', { class: 'data' }, ...facts) : '');
}

const errorsOf = (errors) => (errors?.length ? [make('ul', { class: 'problems' }, ...errors.map(({ message, path }) => problemRow({ path, message })))] : []);

// --- one kind -------------------------------------------------------------

/** Box with a label; Ctrl + Enter runs. */
function editor(id, title, rows, runs) {
  const box = make('textarea', { id, rows: `${rows}`, spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', keydown: (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      runs();
    }
  } });
  return [box, make('div', { class: 'edit' }, make('label', { for: id }, title), box)];
}

function example(kind, words) {
  const own = words[kind.kind];
  const result = make('div', { class: 'result', role: 'status', 'aria-live': 'polite' });
  const boxes = {};
  const start = { check: pretty(kind.example), record: pretty((own.weak ?? own.good).record), with: own.with ? pretty(own.with) : '' };
  const runs = () => into(result, async (engine) => {
    const came = await run(engine, words, { check: boxes.check.value, record: boxes.record.value, with: boxes.with?.value });
    if (came.problems.length > 0) return [count(came.problems.length), make('ul', { class: 'problems' }, ...came.problems.map((problem) => problemRow(problem, boxes[problem.in], EDITORS[problem.in])))];
    const meaning = (reason) => own.reasons[reason]?.when ?? Object.values(words).map(({ reasons }) => reasons[reason]?.when).find(Boolean);
    const text = pretty(came.written);
    return [...errorsOf(came.errors), ...came.findings.map((finding) => findingBlock({ ...finding, criterion: '' }, meaning(finding.reason))),
      make('details', {}, make('summary', {}, 'Bộ tiêu chí đã lập để chạy thử'), make('pre', { class: 'code', tabindex: '0' }, text), make('p', {}, make('button', { type: 'button', class: 'plain', click: () => openWhole(text) }, 'Mở trong ô soạn thảo')))];
  });
  const fields = Object.entries(EDITORS).filter(([name]) => name !== 'with' || own.with).map(([name, title]) => {
    const hint = { with: `${title} (từ ngữ, tên ô, cổng, danh sách phiếu khác)` }[name] ?? title;
    const [box, field] = editor(`${kind.kind}-${name}`, hint, Math.min(12, start[name].split('\n').length + 1), runs);
    box.value = start[name];
    boxes[name] = box;
    return field;
  });
  const fill = (values) => {
    for (const [name, value] of Object.entries(values)) if (boxes[name]) boxes[name].value = value;
    runs();
  };
  const sample = (way, title) => (own[way] ? make('button', { type: 'button', class: 'plain', 'data-way': way, click: () => fill({ record: pretty(own[way].record) }) }, title) : '');
  return make('div', { class: 'try', 'data-kind': kind.kind, role: 'group', 'aria-label': `Chạy thử: ${own.name}` }, ...fields,
    make('div', { class: 'buttons' },
      make('button', { type: 'button', 'data-run': true, click: runs }, 'Chạy thử'),
      sample('weak', 'Phiếu chưa đáp ứng'), sample('good', own.weak ? 'Phiếu đã đáp ứng' : 'Phiếu mẫu'),
      make('button', { type: 'button', class: 'plain', click: () => fill(start) }, 'Khôi phục ví dụ')),
    result);
}

function reasonList(kind, own) {
  const rows = kind.reasons.map(({ name, outcome, data }) => make('li', {}, make('code', {}, name), ' ', make('b', {}, OUTCOMES[outcome]), `: ${own.reasons[name].when}.`,
    ...(data.length > 0 ? [' Chỗ điền: ', ...data.flatMap((one, at) => [at > 0 ? ', ' : '', make('code', {}, `{${one}}`)]), '.'] : [])));
  return make('ul', { class: 'rules' }, ...rows);
}

function kindSection(kind, { kinds: words, values }) {
  const own = words[kind.kind];
  const members = kind.members.flatMap(({ name, needed, values: known }) => [
    make('dt', {}, name, needed ? '' : make('span', { class: 'optional' }, ' (không bắt buộc)')),
    make('dd', {}, own.params[name], known ? make('ul', {}, ...known.map((value) => make('li', {}, make('code', {}, value), `: ${values[value]}`))) : ''),
  ]);
  const technical = [['What it checks', kind.what], ['Why', kind.why], ['Parameters', kind.parameters], ['Evidence', kind.evidence]];
  return make('section', { id: `loai-${kind.kind}`, class: 'kind' },
    make('h3', {}, `${own.name} `, make('code', {}, kind.kind)),
    make('p', {}, own.what),
    make('h4', {}, 'Tham số'),
    make('dl', { class: 'members' }, ...members),
    make('h4', {}, 'Lý do'),
    reasonList(kind, own),
    /^(all|any|not)$/.test(kind.kind) ? make('p', {}, 'Ngoài ra có các lý do của những phép kiểm tra bên trong.') : '',
    make('h4', {}, 'Chạy thử'),
    example(kind, words),
    make('details', { class: 'technical', lang: 'en' }, make('summary', { lang: 'vi' }, 'Tài liệu kỹ thuật (tiếng Anh)'), ...technical.flatMap(([title, text]) => [make('h5', {}, title), ...prose(text)]), make('p', {}, make('code', {}, kind.file))));
}

function fieldList(fields) {
  return Object.entries(STEPS).flatMap(([step, title]) => [make('h3', {}, title), make('dl', { class: 'members' }, ...fields.filter((field) => field.step === step).flatMap(({ path, label, holds, values }) => [
    make('dt', {}, path),
    make('dd', {}, `${label}: ${HOLDS[holds] ?? holds}`, values ? ` (${values.map(([value, name]) => `${value} ${name}`).join('; ')})` : ''),
  ]))]);
}

/** The criteria of `mau`: level, what an override may change. */
function criteriaList(criteria) {
  return [make('dl', { class: 'members' }, ...criteria.flatMap(({ id, title, severity, must, params }) => {
    const changed = Object.entries(params).flatMap(([name, value], at) => [at > 0 ? '; ' : ' Tham số: ', make('code', {}, `${JSON.stringify(name)}: ${value}`)]);
    const level = severity !== 'must' && !must ? '; không dẫn văn bản nào nên không nâng lên “Cần sửa” được' : '';
    return [make('dt', {}, id), make('dd', {}, `${title}. ${SEVERITIES[severity]} (${severity})${level}.`, ...changed)];
  }))];
}

/** The sound record of `mau`, read when somebody wants to see it. */
async function showBase({ target }) {
  const box = byId('mau-base-text');
  if (!target.open || box.textContent) return;
  try {
    box.textContent = pretty(JSON.parse(await (await fetch('dvk/guidelines/mau.json')).text()).base);
  } catch {
    box.textContent = 'Chưa tải được phần này. Đề nghị đóng rồi mở lại.';
    target.addEventListener('toggle', () => { box.textContent = ''; }, { once: true });
  }
}

// --- a whole guideline ----------------------------------------------------

const whole = { text: byId('whole-text'), record: byId('whole-record'), result: byId('whole-result'), report: byId('whole-report') };

function openWhole(text) {
  whole.text.value = text;
  whole.result.replaceChildren();
  whole.report.replaceChildren();
  whole.text.focus();
  byId('soan').scrollIntoView();
}

/** The guideline in the editor, or the rows that say what is wrong with it. */
async function readWhole(engine) {
  try {
    return { guideline: await engine.guideline(whole.text.value.trim() ? whole.text.value : '{}') };
  } catch (error) {
    if (!error.problems) throw error;
    const rows = error.problems.map(({ code, path, message, found, line, column }) => problemRow({ path: code === 'not-json' ? path : '', message: code === 'not-json' ? notJson(found) : message.replace(/ \(dòng \d+, cột \d+\)$/, ''), line, column }, whole.text));
    return { rows: [count(rows.length), make('ul', { class: 'problems' }, ...rows)] };
  }
}

/** What a sound guideline has, in a sentence. */
function sound({ extends: base, criteria, overrides = [], tests }) {
  const has = base ? `kế thừa «${base.id}», thêm ${criteria.length} tiêu chí, điều chỉnh ${overrides.length} tiêu chí` : `${criteria.length} tiêu chí`;
  return `Bộ tiêu chí dùng được: ${has}; ${tests.length > 0 ? `${tests.length} phép thử đều cho kết quả mong đợi` : 'chưa có phép thử nào'}.`;
}

const checkWhole = () => into(whole.result, async (engine) => {
  const { guideline, rows } = await readWhole(engine);
  return rows ?? [make('p', { class: 'head fine' }, sound(guideline))];
});

const runWhole = () => into(whole.report, async (engine) => {
  const { guideline, rows } = await readWhole(engine);
  if (rows) return rows;
  const record = await recordOf(engine, whole.record.value);
  if (record.problems) return [count(record.problems.length), make('ul', { class: 'problems' }, ...record.problems.map((problem) => problemRow(problem, whole.record, EDITORS.record)))];
  const came = outcomes(engine, record.value, { guideline });
  const score = came.score ? [make('p', {}, `${came.score.got}/${came.score.max} điểm, theo mức độ đầy đủ của phiếu.`)] : [];
  const open = came.findings.filter(({ outcome }) => outcome === 'unmet' || outcome === 'review');
  const rest = came.findings.filter((finding) => !open.includes(finding));
  return [...score, ...errorsOf(came.errors), open.length > 0 ? '' : make('p', { class: 'head fine' }, 'Không còn nội dung nào cần bổ sung.'), ...open.map((finding) => findingBlock(finding)),
    rest.length > 0 ? make('details', {}, make('summary', {}, `Đã đáp ứng, không áp dụng: ${rest.length}`), ...rest.map((finding) => findingBlock(finding))) : ''];
});

/** The text as a file on this machine. */
function save() {
  let name = 'bo-tieu-chi';
  try {
    name = `${JSON.parse(whole.text.value).id ?? name}`.replace(/[^\w-]+/g, '-');
  } catch { /* what is not finished is saved as well */ }
  const url = URL.createObjectURL(new Blob([whole.text.value], { type: 'application/json' }));
  make('a', { href: url, download: `${name}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function prepareWhole() {
  whole.text.value ||= byId('smallest').textContent;
  byId('whole-check').addEventListener('click', checkWhole);
  byId('whole-run').addEventListener('click', runWhole);
  byId('whole-save').addEventListener('click', save);
  byId('whole-file').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const text = await file.text();
    target.value = '';
    openWhole(text);
    checkWhole();
  });
  for (const [box, runs] of [[whole.text, checkWhole], [whole.record, runWhole]]) {
    box.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) runs(); });
  }
  for (const button of document.querySelectorAll('[data-open]')) button.addEventListener('click', () => openWhole(byId(button.dataset.open).textContent));
}

// --- the page -------------------------------------------------------------

async function fetched(name) {
  const response = await fetch(`manual/${name}.json`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

async function begin() {
  prepareWhole();
  try {
    const [kinds, fields, vietnamese, criteria] = await Promise.all(['kinds', 'fields', 'kinds.vi', 'criteria'].map(fetched));
    byId('field-list').append(...fieldList(fields));
    byId('criteria-list').append(...criteriaList(criteria));
    byId('mau-base').addEventListener('toggle', showBase);
    byId('kind-list').append(...kinds.map(({ kind }) => make('li', {}, make('a', { href: `#loai-${kind}` }, vietnamese.kinds[kind].name), ' ', make('code', {}, kind))));
    byId('kinds').append(...kinds.map((kind) => kindSection(kind, vietnamese)));
  } catch {
    byId('kinds').append(make('p', { class: 'note' }, 'Chưa tải được phần này. Đề nghị tải lại trang.'));
  }
  // What the address names may have come just now.
  if (location.hash.length > 1) byId(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  document.documentElement.dataset.ready = 'true';
}

begin();
