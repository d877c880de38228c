// Vietnamese keyboards as they reach a page: Unikey, EVKey and OpenKey swallow the key that changes a letter and send Backspace and letters instead;
// keyboards of phones compose. Everything goes through CDP, as from the system, without waiting for the page.

/** Vowel → without tone, and the number of its tone. */
const TONES = new Map();
for (const vowel of 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY') ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].forEach((mark, tone) => TONES.set((vowel + mark).normalize('NFC'), [vowel, tone]));
/** Letter with a hat, a horn or a bar → without it. */
const SHAPES = new Map(['âa', 'ăa', 'êe', 'ôo', 'ơo', 'ưu', 'đd'].flatMap((pair) => [pair, pair.toUpperCase()]).map(([shaped, plain]) => [shaped, plain]));
const plainOf = (letter) => SHAPES.get(letter) ?? letter;

/**
 * What stands on the screen after each key of a word. Telex: a letter gets its shape by the key that follows it (“aa”, “ow”, “dd”), the tone comes last;
 * VNI: shapes (6 7 8 9) and the tone (1 to 5) are typed behind the word, so that more is taken back.
 *
 * @param {string} word
 * @param {'telex' | 'vni'} method
 */
export function screens(word, method) {
  const bare = [...word].map((letter) => TONES.get(letter)?.[0] ?? letter);
  const toned = bare.join('') !== word;
  const all = [];
  let now = [];
  for (const letter of bare) {
    now = [...now, plainOf(letter)];
    all.push(now.join(''));
    if (method === 'telex' && plainOf(letter) !== letter) {
      now = [...now.slice(0, -1), letter];
      all.push(now.join(''));
    }
  }
  if (method === 'vni') {
    for (const shape of ['đĐ', 'âÂêÊôÔ', 'ơƠưƯ', 'ăĂ']) {
      const next = now.map((letter, at) => (shape.includes(bare[at]) ? bare[at] : letter));
      if (next.join('') !== now.join('')) all.push((now = next).join(''));
    }
  }
  if (toned) all.push(word);
  return all;
}

/**
 * What the keyboard sends for a text: a letter, or a number of Backspaces with the letters that follow them. `empty`: as OpenKey does where a page suggests
 * words, each rewriting begins with an invisible character that is taken back too.
 *
 * @param {string} text
 * @param {{ method: 'telex' | 'vni', empty?: boolean }} how
 * @returns {{ back: number, letters: string }[]}
 */
export function strokes(text, { method, empty = false }) {
  const all = [];
  for (const part of text.split(/([^\p{L}]+)/u)) {
    if (!/\p{L}/u.test(part)) {
      all.push(...[...part].map((letters) => ({ back: 0, letters })));
      continue;
    }
    let shown = '';
    for (const next of screens(part, method)) {
      let same = 0;
      while (same < shown.length && shown[same] === next[same]) same += 1;
      const back = shown.length - same;
      if (back && empty) all.push({ back: 0, letters: '\u202F' });
      all.push({ back: back && empty ? back + 1 : back, letters: next.slice(same) });
      shown = next;
    }
  }
  return all;
}

/** Sends key events; `every` in ms: 0 sends all of them at once, the page takes them in their order. */
export class Keyboard {
  /** @param {import('playwright-core').Page} page */
  static async of(page) {
    return new Keyboard(await page.context().newCDPSession(page));
  }
  constructor(cdp) { this.cdp = cdp; }

  async send(events, every) {
    const sent = [];
    for (const [method, params] of events) {
      sent.push(this.cdp.send(method, params));
      if (every) await new Promise((done) => { setTimeout(done, every); });
    }
    await Promise.all(sent);
  }

  /** Types as Unikey does. Letters come as characters without a key, like SendInput with KEYEVENTF_UNICODE; `packets`: with the key events around them. */
  type(text, { method, empty, every = 0, packets = false }) {
    const back = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
    const key = (params) => ['Input.dispatchKeyEvent', params];
    const packet = { key: 'Unidentified', windowsVirtualKeyCode: 231 };
    const events = strokes(text, { method, empty }).flatMap(({ back: times, letters }) => [
      ...Array(times).fill([key({ type: 'rawKeyDown', ...back }), key({ type: 'keyUp', ...back })]).flat(),
      ...[...letters].flatMap((letter) => {
        const char = key({ type: 'char', text: letter, ...packet });
        return packets ? [key({ type: 'rawKeyDown', ...packet }), char, key({ type: 'keyUp', ...packet })] : [char];
      }),
    ]);
    return this.send(events, every);
  }

  /** Types as the keyboard of a phone does: each word grows in a composition and is committed with the space behind it. */
  compose(text, { every = 0 } = {}) {
    const events = text.split(/(?<=[^\p{L}])(?=\p{L})|(?<=\p{L})(?=[^\p{L}])/u).flatMap((part) => (/\p{L}/u.test(part)
      ? [...screens(part, 'telex').map((shown) => ['Input.imeSetComposition', { text: shown, selectionStart: shown.length, selectionEnd: shown.length }]), ['Input.insertText', { text: part }]]
      : [['Input.insertText', { text: part }]]));
    return this.send(events, every);
  }
}
