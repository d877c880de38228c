// Gives the imports of a module short names. wasm-bindgen ends each with a hash, which stands in the module and in its glue and cannot be compressed.

const IMPORTS = 2;
const FUNCTION = 0;
const HASHED = /^__wb[a-z]*_.*_[0-9a-f]{16}$/;

/** A number as wasm writes it. @param {number} value */
function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return bytes;
}

/** Reads along some bytes. @param {Uint8Array} bytes */
function reader(bytes, at = 0) {
  const number = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
      shift += 7;
    }
  };
  const take = (length) => bytes.subarray(at, (at += length));
  return { number, take, byte: () => bytes[at++], ended: () => at >= bytes.length };
}

/**
 * @param {Uint8Array} wasm
 * @returns {{ wasm: Uint8Array, names: Map<string, string> }} the module, and every name that was changed with its new one
 */
export function shorten(wasm) {
  const names = new Map();
  const module = reader(wasm, 8);
  const parts = [wasm.subarray(0, 8)];
  while (!module.ended()) {
    const id = module.byte();
    const content = module.take(module.number());
    const written = id === IMPORTS ? renamed(content, names) : content;
    parts.push(Uint8Array.from([id, ...leb(written.length)]), written);
  }
  return { wasm: Buffer.concat(parts), names };
}

/** The import section with other names. Only functions are renamed; where something else is imported, its description is not known here. */
function renamed(content, names) {
  const section = reader(content);
  const count = section.number();
  const parts = [Uint8Array.from(leb(count))];
  for (let at = 0; at < count; at += 1) {
    const from = section.take(section.number());
    const name = Buffer.from(section.take(section.number())).toString();
    const kind = section.byte();
    if (kind !== FUNCTION) throw new Error(`${name}: an import of kind ${kind}; only functions can be renamed`);
    const type = section.number();
    // the names of wasm-bindgen begin with two
    const short = HASHED.test(name) ? `_${names.size.toString(36)}` : name;
    if (short !== name) names.set(name, short);
    const text = Buffer.from(short);
    parts.push(Uint8Array.from([...leb(from.length), ...from, ...leb(text.length), ...text, kind, ...leb(type)]));
  }
  return Buffer.concat(parts);
}
