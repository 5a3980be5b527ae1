/**
 * The directory of a ZIP archive (APPNOTE 6.3, without ZIP64, encryption or split files): what is in it and where. Used where there is
 * Node and where there is only a browser; unpacking is the caller's.
 */
export type Packed = {
  readonly method: number;
  readonly crc: number;
  readonly from: number;
  readonly length: number;
  /** What it says it unpacks to; it may lie. */
  readonly unpacked: number;
};

export const zipSignature = { file: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;
const directoryLength = 46;
export const endLength = 22;

/** The end record stands last, before a comment of at most 64 kB. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= Math.max(0, view.byteLength - endLength - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === zipSignature.end) return at;
  }
  return -1;
}

/** By name, in the order of the directory. Throws RangeError for what is no whole archive. */
export function zipDirectory(bytes: Uint8Array): ReadonlyMap<string, Packed> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Packed>();
  const end = findEnd(view);
  if (end < 0) throw new RangeError('no end of an archive here');
  const utf8 = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== zipSignature.directory) throw new RangeError('no entry of the directory here');
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== zipSignature.file) throw new RangeError('no file here');
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const length = view.getUint32(at + 20, true);
    if (from + length > bytes.length) throw new RangeError('a file ends behind the archive');
    const unpacked = view.getUint32(at + 24, true);
    const place = { method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), from, length, unpacked };
    const text = utf8.decode(bytes.subarray(at + directoryLength, at + directoryLength + name));
    // Programs differ in which of two they take, so that one file could show each reader another.
    if (files.has(text)) throw new RangeError('a name stands twice');
    files.set(text, place);
    at += directoryLength + name + extra + comment;
  }
  return files;
}

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum archives carry (CRC-32, ISO 3309), where there is no `node:zlib`. */
export function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 255] ?? 0);
  return ~value >>> 0;
}
