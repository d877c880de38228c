// What each kind of sentence in README.vi.md means: done on the portal's files, or in the webmaster's browser by its own buttons.
// A sentence that is not known here fails the test, as does a block of code that is missing or too many: the README says all there is to do.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The office that the webmaster writes into portal.json; the form shows it. */
export const OFFICE = { recipient: ['Đảng ủy xã Sông Lam (nơi đăng ký)'], window: { from: '2026-01-05', to: '2099-12-31' }, contact: { name: 'Văn phòng Đảng ủy xã', phone: '0238 111 2222' } };

/**
 * @typedef {object} Hands how a portal is worked with; in `root` lie its files
 * @property {string} root
 * @property {(html: string) => void} [edit] pastes into the file of a page
 * @property {(role: string, ...menu: string[]) => Promise<void>} [compose] logs in and begins a page or post
 * @property {(block: string, html: string) => Promise<void>} [insert] pastes into an editor
 * @property {(page: string, button: string, text: string) => Promise<void>} [create] logs in, makes a page of a wiki and pastes
 * @property {(button: string) => Promise<void>} [press]
 */

/** @type {{ kind: string, says: RegExp, code?: string, act: (hands: Hands, found: string[], code: string) => unknown }[]} */
const KINDS = [
  {
    kind: 'copy a folder', says: /^Chép thư mục `([^`]+)` vào thư mục gốc của [^,]+, đặt tên là `([^`]+)`\.$/,
    act: ({ root }, [from, to]) => cpSync(join(REPOSITORY, from), join(root, to), { recursive: true }),
  },
  {
    kind: 'copy and edit the portal file', says: /^Chép tệp `([^`]+)` thành `([^`]+)`, rồi sửa trong đó nơi nhận phiếu, thời hạn, người liên hệ\.$/,
    act: ({ root }, [from, to]) => write(join(root, to), JSON.stringify({ ...JSON.parse(readFileSync(join(REPOSITORY, from), 'utf8')), ...OFFICE }, null, 2)),
  },
  { kind: 'paste into a file of a page', says: /^Mở tệp HTML của trang, dán hai dòng sau vào nơi biểu mẫu sẽ hiện, rồi lưu lại:$/, code: 'html', act: ({ edit }, _, code) => edit(code) },
  { kind: 'make a file', says: /^Người quản trị tạo tệp `([^`]+)` với nội dung sau \(chỉ làm một lần\):$/, code: 'php', act: ({ root }, [to], code) => write(join(root, to), `${code}\n`) },
  { kind: 'add to a file', says: /^Thêm dòng sau vào cuối tệp `([^`]+)`:$/, code: 'php', act: ({ root }, [to], code) => appendFileSync(join(root, to), `\n${code}\n`) },
  {
    kind: 'begin a page', says: /^Đăng nhập bằng tài khoản [^(]+ \((\w+)\), mở “[^”]+” → “[^”]+” \((\w+) → ([\w ]+)\), ghi tiêu đề\.$/,
    act: ({ compose }, [role, ...menu]) => compose(role, ...menu),
  },
  {
    kind: 'paste into an editor', code: 'html', act: ({ insert }, [block], code) => insert(block, code),
    says: /^Gõ `([^`]+)` rồi nhấn Enter để thêm khối “[^”]+” \(Custom HTML\), dán (?:hai )?dòng sau(?:; trình soạn thảo cũ thì dán vào thẻ “[^”]+” \(Text\))?:$/,
  },
  {
    kind: 'make a page of a wiki', says: /^Đăng nhập bằng tài khoản quản trị, mở trang `([^`]+)`, bấm “([^”]+)”, dán nội dung sau:$/, code: 'html',
    act: ({ create }, [page, button], code) => create(page, button, code),
  },
  { kind: 'press a button', says: /^Bấm “([^”]+)”(?: \((\w+)\))?\.$/, act: ({ press }, [name, english]) => press(english ?? name) },
];

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What an action is, or why it cannot be done. @param {import('./readme.mjs').Action} action */
export function understood({ text, language, code }) {
  const kind = KINDS.find(({ says }) => says.test(text));
  assert.ok(kind, `README.vi.md: no one knows how to do «${text}»`);
  assert.equal(language, kind.code, `README.vi.md: «${text}» (${kind.kind}) ${kind.code ? `needs a block of ${kind.code}` : 'takes no block of code'}`);
  return { ...kind, found: text.match(kind.says).slice(1), code };
}

/** @param {Hands} hands @param {import('./readme.mjs').Action} action */
export async function perform(hands, action) {
  const { kind, act, found, code } = understood(action);
  try { await act(hands, found, code); } catch (error) { throw new Error(`${kind}: «${action.text}»`, { cause: error }); }
}
