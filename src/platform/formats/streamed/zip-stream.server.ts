/**
 * ZIP archives written piece by piece as they are read (APPNOTE 6.3, with ZIP64 for many files and long archives): what lies in memory is
 * the piece at hand and a line of each file. The same files in the same order make the same bytes.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { zipSignature } from '../zip-directory.ts';

/** Words, which are at hand and packed; or a content that is read when its turn comes and lies in the archive as it is. */
export type ZipMember =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly content: AsyncIterable<Uint8Array> };

type Line = {
  readonly name: Buffer;
  readonly method: 0 | 8;
  readonly flags: number;
  crc: number;
  packed: number;
  size: number;
  from: number;
};

const largest = 0xffffffff;
const mostFiles = 0xffff;
/** Names are UTF-8. */
const utf8 = 0x0800;
/** Sum and sizes stand behind the content. */
const behind = 0x0008;

/** What the record of a file and its line in the directory have in common; all are of the first moment a ZIP can name, 1 January 1980. */
function headOf({ name, method, flags, crc, packed, size }: Line): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt32LE(0x00210000, 6);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packed, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Where a file begins that begins behind the first four gigabytes. */
function farAway(from: number): Buffer {
  if (from < largest) return Buffer.alloc(0);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(from), 4);
  return extra;
}

function directoryLine(line: Line): Buffer {
  const extra = farAway(line.from);
  const head = headOf(line);
  if (extra.length > 0) head.writeUInt16LE(45, 0);
  head.writeUInt16LE(extra.length, 24);
  // No comment, first disk, no attributes, where the file begins.
  const rest = Buffer.concat([Buffer.alloc(10), number(Math.min(line.from, largest))]);
  return Buffer.concat([number(zipSignature.directory), Buffer.from([extra.length > 0 ? 45 : 20, 0]), head, rest, line.name, extra]);
}

function farEnd(files: number, from: number, length: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(files), 24);
  end.writeBigUInt64LE(BigInt(files), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(from), 48);
  // Where that record is, for whoever reads from the end.
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(from + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

function endOf(files: number, from: number, length: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(zipSignature.end, 0);
  end.writeUInt16LE(Math.min(files, mostFiles), 8);
  end.writeUInt16LE(Math.min(files, mostFiles), 10);
  end.writeUInt32LE(Math.min(length, largest), 12);
  end.writeUInt32LE(Math.min(from, largest), 16);
  return files >= mostFiles || from >= largest || length >= largest ? Buffer.concat([farEnd(files, from, length), end]) : end;
}

/** The content as it passes; sum and size are known once it has. */
async function* passed(line: Line, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    line.crc = crc32(piece, line.crc);
    line.size += piece.byteLength;
    yield piece;
  }
  line.packed = line.size;
  if (line.size >= largest) throw new RangeError('a file of four gigabytes and more');
  yield Buffer.concat([number(0x08074b50), number(line.crc), number(line.packed), number(line.size)]);
}

/** `start`: where in a longer whole the archive begins; a test of far places begins far away. */
export async function* zipped(members: AsyncIterable<ZipMember> | Iterable<ZipMember>, start = 0): AsyncGenerator<Uint8Array> {
  const lines: Line[] = [];
  let at = start;
  for await (const member of members) {
    const name = Buffer.from(member.name);
    if ('bytes' in member) {
      const { bytes } = member;
      const packed = deflateRawSync(bytes);
      const line: Line = { name, method: 8, flags: utf8, crc: crc32(bytes), packed: packed.length, size: bytes.length, from: at };
      lines.push(line);
      const record = Buffer.concat([number(zipSignature.file), headOf(line), name, packed]);
      at += record.length;
      yield record;
    } else {
      const line: Line = { name, method: 0, flags: utf8 | behind, crc: 0, packed: 0, size: 0, from: at };
      lines.push(line);
      const record = Buffer.concat([number(zipSignature.file), headOf(line), name]);
      at += record.length;
      yield record;
      yield* passed(line, member.content);
      at += line.size + 16;
    }
  }
  const from = at;
  for (const line of lines) {
    const bytes = directoryLine(line);
    at += bytes.length;
    yield bytes;
  }
  yield endOf(lines.length, from, at - from);
}
