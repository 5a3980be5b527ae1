/**
 * ZIP archives, read whole and written whole (APPNOTE 6.3, without ZIP64, encryption or split files). An archive says how large its
 * files are and may lie, so what is unpacked is bounded while it is unpacked, all files together.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { problem } from '#core/problems/problem.ts';
import { endLength, type Packed, zipDirectory, zipSignature } from './zip-directory.ts';

export type Archive = {
  readonly names: readonly string[];
  /** The bytes of a file of the archive, unpacked and held against their checksum; undefined where there is none of that name. */
  readonly read: (name: string) => Buffer | undefined;
};

/** Throws `zip.broken` for what is no whole archive, `zip.too-large` as soon as more than `limit` bytes would be unpacked from it. */
export function openZip(file: string, bytes: Buffer, limit: number): Archive {
  let files: ReadonlyMap<string, Packed>;
  try {
    files = zipDirectory(bytes);
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
    const local = Buffer.concat([number(zipSignature.file), head, name, packed]);
    // Made by version 2.0; after the common part: no comment, first disk, no attributes, where the file begins.
    const rest = Buffer.concat([Buffer.alloc(10), number(at)]);
    directory.push(Buffer.concat([number(zipSignature.directory), Buffer.from([20, 0]), head, rest, name]));
    parts.push(local);
    at += local.length;
  }
  const length = directory.reduce((sum, { length: more }) => sum + more, 0);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(zipSignature.end, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
