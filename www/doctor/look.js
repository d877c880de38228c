// What the doctor looks at: one function each. It gives findings: what was looked at, how it stands, what was found, and what to change.
//
// Nothing of a record is read here: a report can be handed to anybody.

import { mended } from './policy.js';

const TAG = 'dvk-registration';
const PLACES = `${TAG},div.${TAG},a.${TAG}`;
const SNIPPET = '<div class="dvk-registration" data-portal="/dvk/portal.json"></div>';

/** @typedef {{ what: string, state: 'ok' | 'note' | 'mend', found: string, change?: string }} Finding */
/** @typedef {{ files: import('../files.js').Files, version: string, refused: SecurityPolicyViolationEvent[] }} Case */

const ok = (what, found) => ({ what, state: 'ok', found });
const note = (what, found, change) => ({ what, state: 'note', found, change });
const mend = (what, found, change) => ({ what, state: 'mend', found, change });

/** Whether the page has a place for the form, and one loader. */
export function placeholders() {
  const what = 'Chỗ đặt biểu mẫu';
  const { length } = document.querySelectorAll(PLACES);
  return [length ? ok(what, `Trang có ${length} chỗ.`) : mend(what, 'Trang có dòng script nhưng không có thẻ của biểu mẫu; có thể trình soạn thảo đã bỏ mất.', SNIPPET)];
}

export function loaders() {
  const what = 'Dòng script';
  const all = [...document.scripts].filter(({ src }) => /\/dvk(\.single)?\.js(\?|$)/.test(src));
  if (all.length > 1) return [mend(what, `Trang nạp ${all.length} lần: ${all.map(({ src }) => src).join(', ')}. Chỉ lần đầu có tác dụng.`, 'Bỏ bớt, chỉ để lại một dòng <script>.')];
  return [all.length ? ok(what, all[0].src) : note(what, 'Không thấy dòng <script src="…/dvk.js"> trong trang; phần mềm được nạp bằng cách khác.')];
}

export function browser() {
  const what = 'Trình duyệt';
  const old = !window.WebAssembly || !('adoptedStyleSheets' in Document.prototype) || !window.customElements;
  return [old ? mend(what, navigator.userAgent, 'Cần Chrome, Edge, Cốc Cốc từ 109, Firefox từ 115, Safari từ 16.4.') : ok(what, navigator.userAgent)];
}

/** WebAssembly under the page's policy. */
export function webAssembly({ refused }) {
  const what = 'WebAssembly';
  if (!window.WebAssembly) return [];
  try {
    // The smallest module there is.
    return [new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))) && ok(what, 'Chạy được.')];
  } catch {
    const policy = refused.filter(({ blockedURI }) => blockedURI === 'wasm-eval')[0]?.originalPolicy;
    const change = policy ? `Content-Security-Policy: ${mended(policy, 'script-src', "'wasm-unsafe-eval'")}` : "Thêm 'wasm-unsafe-eval' vào script-src của Content-Security-Policy.";
    return [mend(what, 'Chính sách bảo mật của trang không cho chạy WebAssembly.', change)];
  }
}

/** Where everything is beside the loader, and what the server says each file is. */
const TYPES = { js: /javascript/, wasm: /^application\/wasm/, json: /json/ };
const RIGHT = { js: 'text/javascript', wasm: 'application/wasm', json: 'application/json' };
const FILES = ['element.js', 'dvk-form.wasm', 'index.js', 'core.js', 'dvk.wasm', 'units.json', 'pdf.js', 'dvk-pdf.wasm'];

const BROKEN = {
  hash: 'Tệp bị cắt, bị máy chủ sửa, hoặc của phiên bản khác.',
  network: 'Không tải được: không kết nối được, hoặc chính sách của trang không cho phép.',
};

async function file(path, { files, refused }) {
  const what = `Tệp ${path}`;
  try {
    const response = await files.get(path);
    const type = response.headers.get('content-type') ?? '';
    const kind = path.slice(path.lastIndexOf('.') + 1);
    response.body?.cancel().catch(() => {});
    if (TYPES[kind].test(type)) return ok(what, type);
    // A module of the wrong type is not run; the others are only slower.
    return (kind === 'js' ? mend : note)(what, `Máy chủ ghi loại tệp là «${type || 'không có'}».`, `Khai báo loại tệp .${kind} là ${RIGHT[kind]}: IIS dùng web.config, Apache dùng .htaccess kèm theo bản phát hành.`);
  } catch (error) {
    // Browsers tell of what a policy refused a moment later.
    await new Promise((later) => setTimeout(later, 50));
    const policy = refused.filter(({ effectiveDirective, blockedURI }) => effectiveDirective === 'connect-src' && blockedURI.endsWith(`/${path}`))[0]?.originalPolicy;
    if (policy) return mend(what, 'Chính sách bảo mật của trang không cho tải.', `Content-Security-Policy: ${mended(policy, 'connect-src', new URL(files.base).origin === location.origin ? "'self'" : new URL(files.base).origin)}`);
    const change = error.why === 'network' ? 'Kiểm tra đường truyền, máy chủ.' : `Chép lại cả thư mục lên ${files.base}; tắt việc máy chủ tự sửa tệp .js.`;
    return mend(what, BROKEN[error.why] ?? `Máy chủ trả lời ${error.status}.`, change);
  }
}

export async function whole(one) {
  if (one.files.base === 'dvk:/') return [ok('Các tệp', 'Bản một tệp: mọi thứ ở trong dvk.single.js.')];
  // The hashes of what the engine needs come with core.js.
  await one.files.bring('index.js', 'core.js').catch(() => {});
  const found = [];
  for (const path of FILES) found.push(await file(path, one));
  return found;
}

/** Whether drafts can be kept. */
export function storage() {
  const what = 'Bản nháp';
  const refused = note(what, 'Trình duyệt không cho lưu trên máy này (chế độ riêng tư, khung sandbox, hoặc cài đặt); biểu mẫu vẫn chạy, người khai lưu thành tệp.');
  return new Promise((done) => {
    try {
      const asked = indexedDB.open('dvk-doctor');
      asked.onerror = asked.onblocked = () => done([refused]);
      asked.onsuccess = () => {
        asked.result.close();
        indexedDB.deleteDatabase('dvk-doctor');
        done([ok(what, 'Lưu được.')]);
      };
    } catch {
      done([refused]);
    }
  });
}

/** Problems of a file as the engine tells them, one finding each. */
const told = (what, error, change) => (error.problems ?? [error]).map(({ path, message, line }) => mend(what, [line ? `dòng ${line}` : path, message].filter(Boolean).join(': '), change));

async function text(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`máy chủ trả lời ${response.status} cho ${response.url}`);
  return response.text();
}

const inline = (one) => one.trimStart().startsWith('{');

/** Portal file and guideline of every form on the page, by the engine. */
export async function data({ files }) {
  await files.bring('element.js').catch(() => {});
  const found = [];
  for (const element of document.querySelectorAll(TAG)) {
    const engine = await Promise.race([element.ready, new Promise((late) => setTimeout(late, 15_000))]).catch(() => null);
    if (!engine) {
      found.push(mend('Biểu mẫu', 'Phần tự kiểm tra chưa chạy; xem các mục khác.'));
      continue;
    }
    const portal = element.getAttribute('portal');
    let guideline = element.getAttribute('guideline');
    if (!portal) found.push(note('Tệp cổng', 'Thẻ chưa có thuộc tính portal: bản in không có nơi nhận, thời hạn, người liên hệ.', 'portal="/dvk/portal.json"'));
    else {
      try {
        const { name, guideline: named } = engine.portal(inline(portal) ? portal : await text(portal));
        guideline ??= named;
        found.push(ok('Tệp cổng', name));
      } catch (error) {
        found.push(...told('Tệp cổng', error, inline(portal) ? undefined : `Sửa tệp ${portal}.`));
      }
    }
    try {
      const known = !guideline || /^mau(@|$)/.test(guideline);
      const by = known ? guideline ?? 'mau' : inline(guideline) ? guideline : /^[a-z0-9][a-z0-9-]*$/.test(guideline) ? await (await files.get(`guidelines/${guideline}.json`)).text() : await text(guideline);
      const { title } = await engine.guideline(by);
      found.push(ok('Bộ tiêu chí', title));
    } catch (error) {
      found.push(...told('Bộ tiêu chí', error, 'Kiểm tra tệp bằng: npx dvk-lint tep.json'));
    }
  }
  return found;
}
