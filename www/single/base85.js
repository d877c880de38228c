// Bytes as text that may stand in a script and in a page: five signs for four bytes, a sixteenth less than base64.

/** Printable signs but those that end a text, a tag or a comment: " $ & ' - < > \ ` */
const SIGNS = '!#%()*+,./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';

/** @param {Uint8Array} bytes the last four may be filled up with zeros: the number of bytes stands in front */
export function packed(bytes) {
  let text = `${bytes.length} `;
  for (let at = 0; at < bytes.length; at += 4) {
    let number = 0;
    for (let i = 0; i < 4; i += 1) number = number * 256 + (bytes[at + i] ?? 0);
    let five = '';
    for (let i = 0; i < 5; i += 1) {
      five = SIGNS[number % 85] + five;
      number = Math.floor(number / 85);
    }
    text += five;
  }
  return text;
}

/** @param {string} text */
export function unpacked(text) {
  const values = new Uint8Array(128);
  for (let at = 0; at < 85; at += 1) values[SIGNS.charCodeAt(at)] = at;
  const from = text.indexOf(' ') + 1;
  const length = Number(text.slice(0, from));
  const bytes = new Uint8Array(length + 4);
  for (let [at, to] = [from, 0]; at < text.length; at += 5, to += 4) {
    let number = 0;
    for (let i = 0; i < 5; i += 1) number = number * 85 + values[text.charCodeAt(at + i)];
    for (let i = 3; i >= 0; i -= 1) {
      bytes[to + i] = number % 256;
      number = Math.floor(number / 256);
    }
  }
  return bytes.subarray(0, length);
}
