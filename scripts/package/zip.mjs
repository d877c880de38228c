// Writes a zip that is the same bytes for the same files: fixed date, names in order, no other attributes. Windows opens it without a program.
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 2026, 00:00, in MS-DOS's way. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;
/** Names are UTF-8. */
const UTF8 = 0x0800;

/** @param {[name: string, content: Uint8Array][]} files @returns {Buffer} */
export function zip(files) {
  const [parts, entries] = [[], []];
  let offset = 0;
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(26);
    [20, UTF8, 8, 0, DATE].forEach((value, at) => head.writeUInt16LE(value, at * 2));
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, path, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, path);
    offset += 4 + head.length + path.length + packed.length;
  }
  const listed = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
