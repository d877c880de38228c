// What is done with files besides opening and saving, as a person does it: last year's record repeated, two versions compared, a hundred files merged, ways out.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { forEachBrowser } from './harness.mjs';
import { go } from './script.mjs';

const fixture = (name) => readFileSync(new URL(`../fixtures/registrations/${name}.json`, import.meta.url));
const read = (name) => JSON.parse(fixture(name));
const json = (name, value) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });
const record = (s) => s.page.evaluate(() => document.querySelector('dvk-registration').record);
const said = (s, text) => s.form().locator('.desk-said', { hasText: text }).waitFor();

/** Opens the desk and one of its tools. */
async function desk(s, tool) {
  await s.click('desk');
  await s.form().locator('.desk h2').waitFor();
  await s.click(tool, { inside: '.desk-menu' });
}

/** Chooses files in the dialog that a button opens. */
async function choose(s, name, files) {
  const [chooser] = await Promise.all([s.page.waitForEvent('filechooser'), s.click(name, { inside: '.desk-body' })]);
  await chooser.setFiles(files);
}

/** Last year's record, at its review, with figures that were reached. */
function lastYear() {
  const earlier = read('collective-party');
  earlier.stage = 'review';
  earlier.revision = 4;
  Object.assign(earlier.model.targets[0], { actual: 22, actualOn: '2026-12-15' });
  earlier.model.start = '2028-02-29';
  earlier.period = { from: 2028, to: 2028 };
  return earlier;
}

test('last year’s record is repeated: asked, told, and led to the results', (t) => forEachBrowser(t, async (open) => {
  const s = await open({ now: '2029-01-10T08:00:00+07:00' });
  const fetched = async () => (await s.requests()).filter(({ url }) => url.endsWith('/desk.js')).length;
  assert.equal(await fetched(), 0, 'the desk is fetched before it is asked for');
  await desk(s, 'Nhân bản từ hồ sơ năm trước');
  await choose(s, 'Chọn hồ sơ năm trước', json('nam-truoc.json', lastYear()));
  const told = await s.text('.desk-changes');
  assert.ok(await fetched() > 0);
  assert.match(told, /Ngày bắt đầu\s+Trước: 29\/02\/2028\s+Sau: 28\/02\/2029/);
  assert.match(told, /Tình trạng mô hình\s+Trước: Xây dựng mới\s+Sau: Đang thực hiện/);
  assert.doesNotMatch(told, /hiện trạng/);
  assert.match(await s.text('.desk-body'), /Phần chữ còn nhắc năm cũ|Hồ sơ mới có mã riêng/);
  await s.form().getByLabel('Lấy số đã đạt').click();
  assert.match(await s.text('.desk-changes'), /Chỉ tiêu 1: hiện trạng\s+Trước: 0\s+Sau: 22/);
  await s.shot('desk-repeat', { full: true });
  await s.click('Tạo hồ sơ mới');
  await s.form().locator('.status', { hasText: 'Đã tạo hồ sơ năm 2029 từ tệp nam-truoc.json' }).waitFor();
  assert.equal((await s.active()).is, '/model/results');
  await s.write('Đã có 22 ca nô tham gia tổ.', 'paste');
  await s.press('Tab');
  const made = await record(s);
  assert.notEqual(made.id, lastYear().id);
  assert.deepEqual([made.revision, made.stage, made.period, made.model.start, made.model.status], [undefined, 'register', { from: 2029, to: 2029 }, '2029-02-28', 'ongoing']);
  assert.deepEqual([made.model.targets[0].baseline, made.model.targets[0].actual, made.model.results], [22, undefined, 'Đã có 22 ca nô tham gia tổ.']);
  // The draft is the new record: it comes back after a reload.
  await s.form().locator('.note', { hasText: 'Bản nháp đã lưu' }).waitFor();
  await s.reload();
  assert.equal((await record(s)).model.results, 'Đã có 22 ca nô tham gia tổ.');
  assert.deepEqual(s.errors(), []);
}));

test('what was being written is replaced only after a yes, and comes back', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.type('/applicant/name', 'Chi bộ thôn Gò Mè');
  await desk(s, 'Nhân bản từ hồ sơ năm trước');
  await choose(s, 'Chọn hồ sơ năm trước', json('hong.json', '{"format":'));
  await said(s, 'Tệp');
  await choose(s, 'Chọn hồ sơ năm trước', json('nam-truoc.json', lastYear()));
  await s.click('Tạo hồ sơ mới');
  await s.click('Giữ nội dung đang gõ');
  assert.equal(await s.read('/applicant/name'), 'Chi bộ thôn Gò Mè');
  await choose(s, 'Chọn hồ sơ năm trước', json('nam-truoc.json', lastYear()));
  await s.click('Tạo hồ sơ mới');
  await s.click('Thay bằng hồ sơ mới');
  assert.equal((await record(s)).applicant.name, 'Chi bộ thôn Vĩnh Hy');
  await s.click('Lấy lại nội dung trước khi nhân bản');
  assert.equal(await s.read('/applicant/name'), 'Chi bộ thôn Gò Mè');
}));

test('two versions are compared, and the table of changes is exported', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  const before = { ...read('collective-party'), revision: 1 };
  await s.upload('open', { name: 'ban-1.json', bytes: Buffer.from(JSON.stringify(before)), type: 'application/json' });
  await s.form().locator('.status', { hasText: 'ban-1.json' }).waitFor();
  await go(s, 'model');
  await s.type('/model/targets/0/target', '30');
  await s.press('Tab');
  await s.click('remove-row', { on: '/model/targets/3' });
  await desk(s, 'So sánh hai bản');
  await choose(s, 'Chọn tệp bản trước', json('ban-1.json', before));
  await s.form().locator('.desk h4', { hasText: 'Có 2 chỗ khác nhau.' }).waitFor();
  const told = await s.text('.desk-changes');
  assert.match(told, /Chỉ tiêu 1: chỉ tiêu cần đạt\s+Trước: 24\s+Sau: 30/);
  assert.match(told, /Chỉ tiêu 4\s+Trước: Số người dân được tập huấn .*\s+Sau: \(trống\)/);
  await s.shot('desk-compare', { full: true });
  const pdf = await s.download('Xuất bảng ra PDF');
  assert.match(pdf.name, /^tiep-thu-giai-trinh-dvk-2026-[\da-z]{8}\.pdf$/);
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
  // The frame that is printed is looked at while it stands.
  const printed = await s.page.evaluate(() => new Promise((done) => {
    const root = document.querySelector('dvk-registration').shadowRoot;
    for (const one of root.querySelectorAll('.desk button')) if (one.textContent === 'In bảng') one.click();
    const look = (left) => {
      const text = root.querySelector('.print-frame')?.contentDocument.body.innerText ?? '';
      if (text || left === 0) done(text);
      else setTimeout(look, 10, left - 1);
    };
    look(200);
  }));
  for (const part of ['BẢNG TIẾP THU, GIẢI TRÌNH', 'Nội dung góp ý', 'Nội dung trước', 'Nội dung sau', 'Giải trình', 'Chỉ tiêu 1: chỉ tiêu cần đạt']) assert.ok(printed.includes(part), `${part}: ${printed}`);
  // Two files, of two registrations: told, not refused.
  await choose(s, 'Chọn tệp bản sau', json('khac.json', read('collective-state')));
  await s.form().locator('.desk .notice', { hasText: 'có thể là hai hồ sơ khác nhau' }).waitFor();
  assert.deepEqual(s.errors(), []);
}));

test('the self-check sheet carries the writer’s answer, the appraisal sheet has room to write', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  const answered = { ...read('collective-party'), replies: [{ criterion: 'R16', text: 'Số liệu do thôn cùng đếm với bà con.' }] };
  await s.upload('open', { name: 'phieu.json', bytes: Buffer.from(JSON.stringify(answered)), type: 'application/json' });
  await s.form().locator('.status', { hasText: 'phieu.json' }).waitFor();
  await desk(s, 'Phiếu tự kiểm tra, phiếu thẩm định');
  await s.shot('desk-papers', { full: true });
  const printed = (at) => s.page.evaluate((which) => new Promise((done) => {
    const root = document.querySelector('dvk-registration').shadowRoot;
    for (const old of root.querySelectorAll('.print-frame')) old.remove();
    [...root.querySelectorAll('.desk-body button')].filter((one) => one.textContent.startsWith('In '))[which].click();
    const look = (left) => {
      const text = root.querySelector('.print-frame')?.contentDocument.body.innerText ?? '';
      if (text || left === 0) done(text);
      else setTimeout(look, 10, left - 1);
    };
    look(200);
  }), at);
  const check = await printed(0);
  for (const part of ['PHIẾU TỰ KIỂM TRA', 'Số liệu do thôn cùng đếm với bà con.', 'không thay thế kết quả thẩm định']) assert.ok(check.includes(part), `${part}: ${check}`);
  const appraisal = await printed(1);
  for (const part of ['PHIẾU THẨM ĐỊNH', '☐', 'NGƯỜI THẨM ĐỊNH']) assert.ok(appraisal.includes(part), `${part}: ${appraisal}`);
  const pdf = await s.download('Tải phiếu tự kiểm tra (PDF)');
  assert.match(pdf.name, /^tu-kiem-tra-dvk-2026-[\da-z]{8}\.pdf$/);
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
  assert.deepEqual(s.errors(), []);
}));

const FIELDS = ['economy', 'culture-society', 'defence-security', 'political-system'];
const EVIL = ['=1+1', '+1+1', '-1+1', '@SUM(1,1)', '\t=1+1', '＝1+1', '＋1', '－1', '＠x', '=HYPERLINK("http://x.test","bấm")', 'a;=1+1', 'a\n=1+1', '"=1+1', '=cmd|\' /C calc\'!A0'];

/** A hundred files: 92 registrations, four older exports of them, one that was sent twice, three that are no registrations. */
function returned() {
  const files = [];
  for (let at = 0; at < 92; at += 1) {
    const one = read('collective-state');
    one.id = `01999999-0000-7000-8000-${String(at).padStart(12, '0')}`;
    one.revision = 2;
    one.applicant.kind = at % 3 ? 'collective' : 'individual';
    one.applicant.name = `Đơn vị ${String(at).padStart(2, '0')}`;
    one.model.field = FIELDS[at % 4];
    one.model.status = at % 2 ? 'new' : 'ongoing';
    one.model.name = EVIL[at] ?? `Mô hình số ${at}`;
    one.model.outputs = EVIL[at] ?? `Kết quả “${at}”, có "dấu nháy"; và\nxuống dòng`;
    files.push(json(`phieu-${at}.json`, one));
    if (at < 4) files.push(json(`phieu-${at}-cu.json`, { ...one, revision: 1, model: { ...one.model, name: 'Tên cũ' } }));
    if (at === 4) files.push(json('phieu-4 (1).json', one));
  }
  files.push(json('cat-cut.json', '{"format":"dvk-registration/1","id"'), json('danh-muc.json', { format: 'dvk-portal/1', id: 'x' }), { name: 'anh.json', mimeType: 'application/json', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
  return files;
}

test('a hundred files are merged into the list and the totals', (t) => forEachBrowser(t, async (open, sub) => {
  const s = await open();
  await desk(s, 'Gộp nhiều tệp');
  const files = returned();
  assert.equal(files.length, 100);
  const start = Date.now();
  await choose(s, 'Chọn các tệp', files);
  await said(s, 'Đã đọc 100 tệp, có 92 hồ sơ trong danh sách.');
  sub.diagnostic(`100 files in ${Date.now() - start} ms`);
  const text = await s.text('.desk-body');
  assert.match(text, /3 tệp chưa đọc được, không có trong danh sách/);
  for (const name of ['cat-cut.json: ', 'danh-muc.json: ', 'anh.json: ']) assert.ok(text.includes(name), name);
  assert.match(text, /5 tệp trùng hồ sơ, không tính hai lần/);
  assert.ok(text.includes('phieu-0-cu.json (lần xuất 1) là bản cũ hơn; đã lấy phieu-0.json (lần xuất 2).') && text.includes('phieu-4 (1).json: giống hệt phieu-4.json.'));
  await s.shot('desk-merge', { full: true });
  const list = await s.download('Tải danh sách (CSV)');
  assert.equal(list.name, 'danh-sach-dvk.csv');
  const totals = await s.download('Tải số liệu tổng hợp (CSV)');
  check(list.bytes, totals.bytes, sub);
  // A PDF of the form carries its record; one that was altered since is taken in too, and told.
  const one = { ...read('collective-party'), id: '01999999-0000-7000-8000-000000000999' };
  const pdf = Buffer.from(await s.page.evaluate(async (made) => [...await (await document.querySelector('dvk-registration').ready).pdf(made, { kind: 'form' })], one));
  const changed = Buffer.from(pdf);
  changed[Math.floor(changed.length / 3)] ^= 1;
  await choose(s, 'Thêm tệp', [{ name: 'phieu.pdf', mimeType: 'application/pdf', buffer: pdf }, { name: 'sua.pdf', mimeType: 'application/pdf', buffer: changed }]);
  await said(s, 'Đã đọc 102 tệp, có 93 hồ sơ trong danh sách.');
  const after = await s.text('.desk-body');
  assert.match(after, /1 tệp PDF đã bị sửa sau khi xuất[\s\S]*sua\.pdf: Tệp PDF đã bị sửa/);
  assert.doesNotMatch(after, /phieu\.pdf: Tệp PDF/);
  assert.deepEqual((await s.requests()).filter(({ method }) => method !== 'GET'), []);
  assert.deepEqual(s.errors(), []);
}));

/** What Python and LibreOffice read in the files. */
function check(list, totals, sub) {
  const folder = mkdtempSync(join(tmpdir(), 'dvk-merge-'));
  try {
    const python = `
import csv, json, sys
rows = list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')))
raw = open(sys.argv[1], 'rb').read()
print(json.dumps({'rows': rows, 'bom': raw[:3] == b'\\xef\\xbb\\xbf', 'crlf': raw.count(b'\\r\\n')}))`;
    const parsed = (name, bytes) => {
      writeFileSync(join(folder, name), bytes);
      return JSON.parse(execFileSync('python3', ['-c', python, join(folder, name)], { encoding: 'utf8', maxBuffer: 1 << 26 }));
    };
    const { rows, bom, crlf } = parsed('list.csv', list);
    assert.deepEqual([bom, crlf, rows.length], [true, 93, 93]);
    assert.deepEqual(rows[0], ['STT', 'Tên mô hình', 'Thực trạng, lý do xây dựng mô hình', 'Mục tiêu, tiêu chí', 'Nội dung, cách thức thực hiện', 'Địa bàn, đối tượng', 'Lực lượng thực hiện', 'Thời gian, nguồn lực thực hiện', 'Sản phẩm, kết quả đầu ra', 'Khả năng duy trì, nhân rộng', 'Đơn vị đăng ký']);
    assert.ok(rows.every((row) => row.length === 11));
    assert.deepEqual(rows.slice(1).map((row) => row[0]), rows.slice(1).map((_, at) => String(at + 1)));
    assert.equal(rows[50][8], 'Kết quả “49”, có "dấu nháy"; và\nxuống dòng');
    assert.ok(rows.slice(1).flat().every((cell) => !/^[\s]*[=+\-@＝＋－＠]/.test(cell)), 'a cell begins like a formula');
    const sums = parsed('totals.csv', totals).rows;
    assert.deepEqual(sums.at(-1).slice(0, 2).concat(sums.at(-1).at(-1)), ['Cộng', 'Cộng', '92']);
    const count = (field, kind, status) => Array.from({ length: 92 }, (_, at) => at).filter((at) => at % 4 === field && Boolean(at % 3) === kind && at % 2 === status).length;
    assert.deepEqual(sums[1], ['Kinh tế', 'Tập thể', '0', String(count(0, true, 0)), '0', '0', '0', String(count(0, true, 0))]);
    assert.deepEqual(sums[5], ['Văn hóa - xã hội', 'Cá nhân', String(count(1, false, 1)), '0', '0', '0', '0', String(count(1, false, 1))]);
    office(folder, list, sub);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** LibreOffice is told to look for formulas; a file that is not guarded shows that it would find one. */
function office(folder, list, sub) {
  writeFileSync(join(folder, 'bare.csv'), '\ufeff"a"\r\n=1+1\r\n');
  const filter = (separator) => `--infilter=CSV:${separator},34,76,1,,0,false,true,false,false,false,-1,true`;
  const formulas = (name, separator) => {
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/office`, filter(separator), '--convert-to', 'fods', '--outdir', folder, join(folder, name)], { stdio: 'pipe', timeout: 120_000 });
    const sheet = readFileSync(join(folder, name.replace('.csv', '.fods')), 'utf8');
    return [...sheet.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => formula);
  };
  try {
    execFileSync('soffice', ['--version'], { stdio: 'pipe' });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    if (process.env.CI) throw new Error('LibreOffice is missing');
    sub.diagnostic('LibreOffice is missing: not tried whether a formula would run');
    return;
  }
  assert.equal(formulas('bare.csv', 44).length, 1);
  for (const separator of [44, 59]) assert.deepEqual(formulas('list.csv', separator), [], `separator ${separator}`);
}

test('the text is copied, on plain http too; each way out says what leaves', (t) => forEachBrowser(t, async (open) => {
  for (const host of ['127.0.0.1', 'portal.test']) {
    const s = await open({ host });
    await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
    await go(s, 'model');
    await s.type('/model/name', 'Tổ ca nô thôn Vĩnh Hy', { how: 'paste' });
    assert.equal(await s.page.evaluate(() => Boolean(navigator.clipboard)), host === '127.0.0.1');
    await desk(s, 'Sao chép, chia sẻ, gửi thư');
    await s.click('Sao chép phần chữ');
    await s.form().locator('.desk-said', { hasText: /Đã sao chép|chọn sẵn/ }).waitFor();
    // What is on the clipboard is what is pasted.
    await go(s, 'model');
    await s.click('/model/need');
    await s.press('Control+V');
    const pasted = await s.read('/model/need');
    assert.match(pasted, /TÓM TẮT MÔ HÌNH ĐĂNG KÝ[\s\S]*Tổ ca nô thôn Vĩnh Hy[\s\S]*Tập thể đăng ký: Chi bộ thôn Vĩnh Hy/);
    const text = await s.text('.desk-body');
    for (const sentence of ['chữ rời khỏi máy khi người dùng dán và gửi đi', 'thư và tệp rời khỏi máy khi người dùng bấm gửi']) assert.ok(text.includes(sentence), sentence);
    const mail = new URL(await s.form().locator('.desk a').getAttribute('href'));
    assert.equal(mail.protocol, 'mailto:');
    assert.match(mail.searchParams.get('body'), /Chi bộ thôn Vĩnh Hy gửi kèm phiếu/);
    await s.shot(`desk-share-${host}`, { full: true });
    assert.deepEqual((await s.requests()).filter(({ method }) => method !== 'GET'), []);
    assert.deepEqual(s.errors(), []);
    await s.close();
  }
}));

test('the PDF goes to the app that the person chooses', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.page.evaluate(() => {
    window.given = [];
    navigator.canShare = (data) => data.files?.[0]?.type === 'application/pdf';
    navigator.share = async ({ text, files }) => { window.given.push(text ?? `${files[0].name} ${new TextDecoder().decode((await files[0].arrayBuffer()).slice(0, 5))}`); };
  });
  await s.type('/applicant/name', 'Chi bộ thôn Vĩnh Hy');
  await desk(s, 'Sao chép, chia sẻ, gửi thư');
  assert.deepEqual(await s.page.evaluate(() => window.given), []);
  await s.click('Chia sẻ tệp PDF');
  await said(s, 'Đã chuyển cho ứng dụng được chọn.');
  await s.click('Chia sẻ phần chữ');
  await s.page.waitForFunction(() => window.given.length === 2);
  const given = await s.page.evaluate(() => window.given);
  assert.match(given[0], /^dang-ky-dvk-\d{4}-[\da-z]{8}-nhap\.pdf %PDF-$/);
  assert.match(given[1], /Chi bộ thôn Vĩnh Hy/);
}));

test('a page may forbid that anything leaves', (t) => forEachBrowser(t, async (open) => {
  const s = await open();
  await s.page.evaluate(() => { window.asked = []; document.querySelector('dvk-registration').addEventListener('dvk-before-export', (event) => { window.asked.push(event.detail.kind); event.preventDefault(); }); });
  await desk(s, 'Sao chép, chia sẻ, gửi thư');
  await s.click('Sao chép phần chữ');
  assert.deepEqual(await s.page.evaluate(() => window.asked), ['text']);
  assert.equal(await s.text('.desk-said'), '');
}));

for (const [width, height] of [[1366, 768], [360, 740]]) {
  test(`the desk by keyboard, nothing cut, at ${width}×${height}`, (t) => forEachBrowser(t, async (open) => {
    const s = await open({ width, height });
    await s.form().locator('[data-action=desk]').focus();
    await s.press('Enter');
    await s.form().locator('.desk h2').waitFor();
    assert.equal((await s.active()).is, 'desk-title');
    for (const tool of ['Nhân bản từ hồ sơ năm trước', 'So sánh hai bản', 'Gộp nhiều tệp', 'Sao chép, chia sẻ, gửi thư']) {
      await s.form().getByRole('button', { name: tool, exact: true }).focus();
      await s.press('Enter');
      assert.equal((await s.active()).is, 'h3');
      if (tool === 'So sánh hai bản') {
        await choose(s, 'Chọn tệp bản trước', json('a.json', lastYear()));
        await choose(s, 'Chọn tệp bản sau', json('b.json', read('collective-party')));
      }
      if (tool === 'Gộp nhiều tệp') {
        await choose(s, 'Chọn các tệp', [json('a.json', lastYear()), json('b.json', read('collective-state')), json('c.json', '{')]);
        await said(s, 'Đã đọc 3 tệp');
      }
      if (tool.startsWith('Nhân bản')) await choose(s, 'Chọn hồ sơ năm trước', json('a.json', lastYear()));
      const cut = await s.page.evaluate(() => {
        const root = document.querySelector('dvk-registration').shadowRoot;
        const shown = (one) => one.getClientRects().length > 0;
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        const found = [...root.querySelectorAll('.desk label, .desk button, .desk .help, .desk h2, .desk h3, .desk li')].filter((one) => shown(one) && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent);
        const small = [...root.querySelectorAll('.desk button, .desk input, .desk select, .desk textarea')].filter((one) => shown(one) && (one.offsetHeight < 24 || one.offsetWidth < 24)).map((one) => one.id || one.textContent);
        return { wide, found, small };
      });
      assert.deepEqual(cut, { wide: 0, found: [], small: [] }, tool);
      await s.shot(`desk-${tool.slice(0, 8)}-${width}`, { full: true });
    }
    await s.click('Đóng phần này');
    assert.equal((await s.active()).is, 'desk');
    assert.deepEqual(s.errors(), []);
  }));
}
