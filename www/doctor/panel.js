// The report on the page, in a shadow root of its own above everything, until it is closed.

const SHEET = `
:host { all: initial; position: fixed; inset: 12px 12px auto 12px; z-index: 2147483647; max-width: 720px; margin-left: auto; }
section { box-sizing: border-box; max-height: calc(100vh - 24px); overflow: auto; padding: 14px 18px; background: #fff; color: #1d2529; border: 2px solid #0a4d63; border-radius: 6px; font: 15px/1.5 Arial, sans-serif; }
h2 { margin: 0 0 8px; font-size: 18px; }
dl { margin: 0 0 10px; }
dt { margin-top: 8px; font-weight: bold; }
dd { margin: 0 0 0 16px; overflow-wrap: anywhere; }
[data-state=mend] dt { color: #a02000; }
[data-state=note] dt { color: #6b4b00; }
code { display: block; margin-top: 2px; padding: 4px 6px; background: #eef4f6; font: 13px/1.5 Consolas, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
textarea { box-sizing: border-box; width: 100%; font: 13px/1.4 Consolas, "Liberation Mono", monospace; }
button { min-height: 36px; margin-right: 8px; padding: 4px 14px; font: inherit; }
`;

const STATES = { ok: '', note: ' (lưu ý)', mend: ' (cần sửa)' };

function element(tag, text = '', attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]);
  return made;
}

/** @param {{ findings: import('./look.js').Finding[], well: boolean, text: string }} report */
export function panel({ findings, well, text }) {
  const host = document.createElement('dvk-doctor');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  const section = element('section', '', { 'aria-label': 'Kết quả kiểm tra trang', tabindex: '-1', lang: 'vi' });
  section.append(element('h2', well ? 'Biểu mẫu: không thấy điều gì cần sửa trên trang' : 'Biểu mẫu: có điều cần sửa trên trang'));
  const list = element('dl');
  // What is to be mended comes first.
  for (const state of ['mend', 'note', 'ok']) {
    for (const { what, found, change } of findings.filter((one) => one.state === state)) {
      const group = element('div', '', { 'data-state': state });
      group.append(element('dt', what + STATES[state]), element('dd', found));
      if (change) {
        const line = element('dd', 'Sửa: ');
        line.append(element('code', change));
        group.append(line);
      }
      list.append(group);
    }
  }
  const copy = element('textarea', '', { readonly: '', rows: '6', 'aria-label': 'Báo cáo để chép; không có nội dung phiếu' });
  copy.value = text;
  const select = element('button', 'Chọn báo cáo để chép', { type: 'button' });
  // The clipboard is not there on plain http; a selection always is.
  select.addEventListener('click', () => { copy.focus(); copy.select(); });
  const close = element('button', 'Đóng', { type: 'button' });
  close.addEventListener('click', () => { host.remove(); });
  section.append(list, copy, select, close);
  root.append(section);
  document.body.append(host);
  section.focus();
}
