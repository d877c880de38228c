// The snippet builder of the documentation: boxes → the lines to paste and portal.json, judged by the engine as a portal would be.
import { load } from '../dvk/index.js';

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi';
const WORDS = {
  vi: {
    cms: 'Cổng dùng hệ thống nào', folder: 'Thư mục đã chép lên cổng', folderHint: 'Địa chỉ trên trang web, bắt đầu và kết thúc bằng dấu gạch chéo.',
    name: 'Tên cổng, trang thông tin', id: 'Mã của cổng', idHint: 'Chữ thường không dấu, số, gạch nối. Đã dùng thì giữ nguyên, vì bản nháp được lưu theo mã này.',
    recipient: 'Kính gửi', recipientHint: 'Mỗi nơi nhận một dòng.', guideline: 'Bộ tiêu chí', province: 'Tỉnh, thành phố điền sẵn', commune: 'Xã, phường, đặc khu điền sẵn',
    optional: 'Không bắt buộc.', from: 'Nhận đăng ký từ ngày', to: 'Đến hết ngày', contact: 'Người liên hệ', phone: 'Điện thoại', email: 'Thư điện tử',
    drafts: 'Bản nháp trên máy người khai', off: 'Không lưu', session: 'Lưu 12 giờ', device: 'Lưu 30 ngày, khi người khai đồng ý',
    snippet: 'Đoạn mã để dán', file: 'Tệp portal.json', save: 'Tải tệp portal.json', ok: 'Tệp đã đúng định dạng.', order: 'Ngày kết thúc đang đứng trước ngày bắt đầu; đề nghị xem lại.', unknown: 'Không có tên «{name}» trong danh mục; mục này được để trống.',
    static: 'Trang tĩnh (HTML)', author: 'WordPress, người đăng không phải quản trị viên', aspnet: 'SharePoint, DotNetNuke (ASP.NET)', fallback: 'Biểu mẫu cần JavaScript.', ask: 'Liên hệ: {text}.',
  },
  en: {
    cms: 'What the portal runs on', folder: 'Folder copied to the portal', folderHint: 'Its address on the site, with a slash at both ends.',
    name: 'Name of the portal', id: 'Id of the portal', idHint: 'Lower case without marks, digits, hyphens. Keep it once it is in use: drafts go by it.',
    recipient: 'To whom (Kính gửi)', recipientHint: 'One a line.', guideline: 'Guideline', province: 'Province or city, filled in', commune: 'Commune, ward or special zone, filled in',
    optional: 'Not required.', from: 'Registration opens on', to: 'and ends on', contact: 'Whom to ask', phone: 'Phone', email: 'E-mail',
    drafts: 'Drafts on visitors’ machines', off: 'None', session: '12 hours', device: '30 days, when the visitor agrees',
    snippet: 'Lines to paste', file: 'The file portal.json', save: 'Download portal.json', ok: 'The file is right.', order: 'The last day is before the first; please look again.', unknown: '“{name}” is not in the list; this member is left out.',
    static: 'Static pages (HTML)', author: 'WordPress, the writer is no administrator', aspnet: 'SharePoint, DotNetNuke (ASP.NET)', fallback: 'Biểu mẫu cần JavaScript.', ask: 'Liên hệ: {text}.',
  },
}[lang];

/** [id, title] of the guidelines that are shipped; scripts/docs.mjs writes them into the page. */
const GUIDELINES = JSON.parse(document.querySelector('[data-builder]').dataset.guidelines);

const place = document.querySelector('[data-builder]');
const boxes = {};

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

/** A box with its label, and a hint that is read out with it. */
function box(name, control, hint) {
  control.id = `sn-${name}`;
  boxes[name] = control;
  const parts = [element('label', { for: control.id }, WORDS[name])];
  if (hint) {
    parts.push(element('p', { class: 'hint', id: `${control.id}-hint` }, hint));
    control.setAttribute('aria-describedby', `${control.id}-hint`);
  }
  place.append(...parts, control);
}

const text = (type = 'text', value = '') => element('input', { type, value, autocomplete: 'off' });
const choice = (options) => element('select', {}, ...options.map(([value, label]) => element('option', { value }, label)));
const out = (rows, label) => element('textarea', { readonly: '', rows, 'aria-label': label, spellcheck: 'false' });

/** “Xã An Thử” → “xa-an-thu”. */
const slug = (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

place.classList.add('builder');
box('cms', choice([['static', WORDS.static], ['wordpress', 'WordPress'], ['author', WORDS.author], ['dokuwiki', 'DokuWiki'], ['mediawiki', 'MediaWiki'], ['aspnet', WORDS.aspnet]]));
box('folder', text('text', '/dvk/'), WORDS.folderHint);
box('name', text());
box('id', text(), WORDS.idHint);
box('recipient', element('textarea', { class: 'short', rows: '2' }), WORDS.recipientHint);
box('guideline', choice(GUIDELINES));
box('province', text(), WORDS.optional);
box('commune', text(), WORDS.optional);
box('from', text('date'));
box('to', text('date'));
box('contact', text());
box('phone', text('tel'));
box('email', text('email'));
box('drafts', choice([['session', WORDS.session], ['device', WORDS.device], ['off', WORDS.off]]));
const status = element('p', { role: 'status' });
const [snippet, file] = [out('6', WORDS.snippet), out('16', WORDS.file)];
const save = element('button', { type: 'button' }, WORDS.save);
place.append(status, element('h2', {}, WORDS.snippet), snippet, element('h2', {}, WORDS.file), file, save);

const value = (name) => boxes[name].value.trim();
/** Members that hold something. */
const filled = (members) => {
  const kept = {};
  for (const key of Object.keys(members)) if (members[key]) kept[key] = members[key];
  return Object.keys(kept).length ? kept : undefined;
};

function lines() {
  const attribute = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const folder = attribute(value('folder').replace(/^\/?/, '/').replace(/\/?$/, '/'));
  const contact = [value('contact'), value('phone'), value('email')].filter(Boolean).join(', ');
  const fallback = `${WORDS.fallback}${contact ? ` ${WORDS.ask.replace('{text}', () => attribute(contact))}` : ''}`;
  const script = `<script async src="${folder}dvk.js"></script>`;
  const both = `<dvk-registration portal="${folder}portal.json"><p>${fallback}</p></dvk-registration>\n${script}`;
  if (value('cms') === 'author') return `<div class="dvk-registration" data-portal="${folder}portal.json"><p>${fallback}</p></div>`;
  return { dokuwiki: `<HTML>\n${both}\n</HTML>`, mediawiki: `<html>\n${both}\n</html>` }[value('cms')] ?? both;
}

let engine;
function portal(notes) {
  const core = engine?.[Symbol.for('dvk.core')];
  const code = (kind, of) => {
    const name = value(kind);
    const found = name && core?.unitCode(kind, name, of ?? '');
    if (name && core && !found) notes.push(WORDS.unknown.replace('{name}', () => name));
    return found || undefined;
  };
  const province = code('province');
  return {
    format: 'dvk-portal/1', id: value('id') || slug(value('name')) || 'cong', name: value('name') || 'Cổng thông tin', recipient: value('recipient').split('\n').map((line) => line.trim()).filter(Boolean),
    guideline: value('guideline'), province, commune: code('commune', province), window: filled({ from: value('from'), to: value('to') }),
    contact: filled({ name: value('contact'), phone: value('phone'), email: value('email') }), drafts: value('drafts'), submit: { kind: 'none' },
  };
}

function show() {
  const notes = [];
  const made = JSON.stringify(portal(notes), null, 2);
  snippet.value = lines();
  file.value = `${made}\n`;
  if (!engine) return;
  try {
    engine.portal(made);
    notes.push(value('from') && value('to') && value('to') < value('from') ? WORDS.order : WORDS.ok);
  } catch (error) {
    for (const { message } of error.problems) notes.push(message);
  }
  status.textContent = notes.join(' ');
}

let ownId = false;
place.addEventListener('input', ({ target }) => {
  if (target === boxes.id) ownId = Boolean(value('id'));
  if (target === boxes.name && !ownId) boxes.id.value = slug(value('name'));
  show();
});
save.addEventListener('click', () => {
  const link = element('a', { href: URL.createObjectURL(new Blob([file.value], { type: 'application/json' })), download: 'portal.json' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});
show();
engine = await load();
show();
