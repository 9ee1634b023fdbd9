// Fonts come from npm as WOFF, each table deflated by itself; read so, a table is inflated again for every glyph.
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;

/** The same font as a plain one (sfnt): https://www.w3.org/TR/WOFF/ */
export function fromWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF font');
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, i) => HEADER + i * ENTRY);
  const tables = entries.map((at) => tableAt(woff, at));
  const directory = Buffer.alloc(12 + 16 * count);
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  let offset = directory.length;
  for (const [i, { tag, checksum, data, size }] of tables.entries()) {
    const at = 12 + 16 * i;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(size, at + 12);
    offset += data.length;
  }
  return Buffer.concat([directory, ...tables.map(({ data }) => data)]);
}

function tableAt(woff: Buffer, at: number) {
  const [offset, stored, size] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
    number,
    number,
    number,
  ];
  const bytes = woff.subarray(offset, offset + stored);
  const plain = stored < size ? inflateSync(bytes) : bytes;
  return {
    tag: woff.toString('latin1', at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    size,
    // Tables begin at multiples of 4.
    data: Buffer.concat([plain, Buffer.alloc(-size & 3)]),
  };
}
