// What stands above the fallback content when the form could not start: a sentence, a way to try again, and a sheet to fill in by hand.

import { blank } from './blank.js';
import { printed } from './paper.js';

const SENTENCES = {
  csp: "Content-Security-Policy của trang thiếu 'wasm-unsafe-eval' trong script-src",
  browser: 'trình duyệt không có WebAssembly (cần Chrome 109, Firefox 115, Safari 16.4 trở lên)',
  broken: '«dvk-form.wasm» hỏng hoặc khác phiên bản với element.js; đề nghị chép lại cả thư mục',
};

/** Why: what the loader says, else what WebAssembly says to the smallest module there is. WebKit asks the policy only when it is to run. */
function reason(error) {
  if (error?.why) return error;
  let why = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? 'broken' : '';
  try { new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))); } catch { why = 'csp'; }
  return why ? Object.assign(new Error(SENTENCES[why], { cause: error }), { code: 'not-started', why }) : error;
}

function button(text, act) {
  const one = document.createElement('button');
  one.type = 'button';
  one.textContent = text;
  one.style.font = 'inherit';
  one.style.padding = '8px 16px';
  one.style.margin = '0 8px 12px 0';
  one.addEventListener('click', act);
  return one;
}

/** Shows it. @param {HTMLElement} element @param {any} error @param {() => void} again @returns {Error} with the reason, for the webmaster */
export function failed(element, error, again) {
  const old = globalThis.WebAssembly ? null : Object.assign(new Error(SENTENCES.browser, { cause: error }), { code: 'not-started', why: 'browser' });
  const told = old ?? reason(error);
  const root = element.shadowRoot;
  const panel = document.createElement('div');
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  const hopeless = told.why === 'csp' || told.why === 'browser';
  line.textContent = hopeless ? 'Biểu mẫu chưa chạy được trên trang này; người quản trị trang xem được lý do trong bảng điều khiển của trình duyệt. Đề nghị in mẫu để ghi tay.' : 'Biểu mẫu chưa tải được. Đề nghị thử lại; nếu vẫn chưa được, in mẫu để ghi tay.';
  panel.append(line);
  if (!hopeless) panel.append(button('Thử lại', () => { panel.remove(); again(); }));
  panel.append(button('In mẫu để ghi tay', () => {
    printed(root, blank(), 'Đăng ký mô hình “Dân vận khéo”').catch((trouble) => console.error('dvk:', trouble));
  }));
  root.prepend(panel);
  return told;
}
