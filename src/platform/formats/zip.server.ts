/**
 * ZIP archives, read whole and written whole (APPNOTE 6.3, without ZIP64, encryption or split files). An archive says how large its
 * files are and may lie, so what is unpacked is bounded while it is unpacked, all files together.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { problem } from '#core/problems/problem.ts';

const signature = { file: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;
const directoryLength = 46;
const endLength = 22;

export type Archive = {
  readonly names: readonly string[];
  /** The bytes of a file of the archive, unpacked and held against their checksum; undefined where there is none of that name. */
  readonly read: (name: string) => Buffer | undefined;
};

type Packed = { readonly method: number; readonly crc: number; readonly from: number; readonly length: number };

/** The end record stands last, before a comment of at most 64 kB. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === signature.end) return at;
  }
  return -1;
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, Packed> {
  const files = new Map<string, Packed>();
  const end = findEnd(bytes);
  if (end < 0) throw new RangeError('no end of an archive here');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== signature.directory) throw new RangeError('no entry of the directory here');
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== signature.file) throw new RangeError('no file here');
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const name = bytes.toString('utf8', at + directoryLength, at + directoryLength + nameLength);
    files.set(name, { method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), from, length: bytes.readUInt32LE(at + 20) });
    at += directoryLength + nameLength + extra + comment;
  }
  return files;
}

/** Throws `zip.broken` for what is no whole archive, `zip.too-large` as soon as more than `limit` bytes would be unpacked from it. */
export function openZip(file: string, bytes: Buffer, limit: number): Archive {
  let files: ReadonlyMap<string, Packed>;
  try {
    files = directoryOf(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw problem('zip.broken', { file, inside: null });
    throw error;
  }
  let left = limit;
  const unpack = ({ method, from, length }: Packed): Buffer | undefined => {
    const packed = bytes.subarray(from, from + length);
    if (method === 0) return packed;
    return method === 8 ? inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }) : undefined;
  };
  return {
    names: [...files.keys()],
    read: (name) => {
      const found = files.get(name);
      if (!found) return undefined;
      let content: Buffer | undefined;
      try {
        content = unpack(found);
      } catch (error) {
        if (error instanceof RangeError) throw problem('zip.too-large', { file, inside: name, megabytes: Math.floor(limit / 1_000_000) });
      }
      if (!content || crc32(content) !== found.crc) throw problem('zip.broken', { file, inside: name });
      left -= content.length;
      if (left < 0) throw problem('zip.too-large', { file, inside: name, megabytes: Math.floor(limit / 1_000_000) });
      return content;
    },
  };
}

export type Content = { readonly name: string; readonly bytes: Uint8Array };

/** What the record of a file and its line in the directory have in common. */
function headOf({ name, bytes }: Content, packed: Uint8Array): { readonly head: Buffer; readonly name: Buffer } {
  const head = Buffer.alloc(26);
  const text = Buffer.from(name);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(0x0800, 2);
  head.writeUInt16LE(8, 4);
  // The first moment a ZIP can name, 1 January 1980: the same content makes the same archive.
  head.writeUInt32LE(0x00210000, 6);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(text.length, 22);
  return { head, name: text };
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** An archive of these files in this order. The same files make the same bytes. */
export function zip(files: readonly Content[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.bytes);
    const { head, name } = headOf(file, packed);
    const local = Buffer.concat([number(signature.file), head, name, packed]);
    // Made by version 2.0; after the common part: no comment, first disk, no attributes, where the file begins.
    const rest = Buffer.concat([Buffer.alloc(10), number(at)]);
    directory.push(Buffer.concat([number(signature.directory), Buffer.from([20, 0]), head, rest, name]));
    parts.push(local);
    at += local.length;
  }
  const length = directory.reduce((sum, { length: more }) => sum + more, 0);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(signature.end, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
