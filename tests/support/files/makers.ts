/** Files as people send them and as nobody should, made here: nothing is downloaded and nothing lies in the repository. */

import { open, writeFile } from 'node:fs/promises';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A whole small PDF as far as anybody looks. */
export const pdf = (words = 'evidence'): Buffer => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`);

const box = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 4);
  return Buffer.concat([size, body]);
};
const u16 = (...values: readonly number[]) => Buffer.concat(values.map((value) => Buffer.from([(value >> 8) & 255, value & 255])));
const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, i * 4);
  return bytes;
};
const matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

/** The description of one sample: its four letters and, for H.264, the parameters a reader asks for. */
function sampleDescription(codec: string): Buffer {
  const head = [u32(0), u16(0, 1), Buffer.alloc(16), u16(640, 360), u32(0x480000, 0x480000, 0), u16(1), Buffer.alloc(32), u16(24, 0xffff)];
  const sps = Buffer.from([
    0x67, 0x42, 0xc0, 0x1e, 0xd9, 0x00, 0xa0, 0x2f, 0xf9, 0x70, 0x11, 0x00, 0x00, 0x03, 0x00, 0x01, 0, 0, 3, 0, 0x32, 0x0f, 0x16, 0x2e,
    0x48,
  ]);
  const pps = Buffer.from([0x68, 0xcb, 0x83, 0xcb, 0x20]);
  const avcC = box('avcC', Buffer.from([1, 0x42, 0xc0, 0x1e, 0xff, 0xe1]), u16(sps.length), sps, Buffer.from([1]), u16(pps.length), pps);
  return box('stsd', u32(0, 1), box(codec, ...head, ...(codec === 'avc1' ? [avcC] : [])));
}

type Movie = { readonly codec?: string; readonly seconds?: number; readonly brand?: string };

/** `moov` of a video with one sample a second, all of them in the `mdat` that begins at `from`. */
function moov({ codec = 'avc1', seconds = 12 }: Movie, from: number, bytes: number): Buffer {
  const size = Math.floor(bytes / seconds);
  const mvhd = box('mvhd', u32(0, 0, 0, 1_000, seconds * 1_000, 0x10000), u16(0x100, 0), u32(0, 0), matrix, Buffer.alloc(24), u32(2));
  const tkhd = box('tkhd', u32(3, 0, 0, 1, 0, seconds * 1_000, 0, 0), u16(0, 0, 0, 0), matrix, u32(640 << 16, 360 << 16));
  const mdhd = box('mdhd', u32(0, 0, 0, 1_000, seconds * 1_000), u16(0x55c4, 0));
  const hdlr = box('hdlr', u32(0, 0), Buffer.from('vide'), Buffer.alloc(12), Buffer.from('made here\0'));
  const offsets = Array.from({ length: seconds }, (_, i) => from + i * size);
  const stbl = box(
    'stbl',
    sampleDescription(codec),
    box('stts', u32(0, 1, seconds, 1_000)),
    box('stsc', u32(0, 1, 1, 1, 1)),
    box('stsz', u32(0, size, seconds)),
    box('stco', u32(0, seconds, ...offsets)),
  );
  const dinf = box('dinf', box('dref', u32(0, 1), box('url ', u32(1))));
  const minf = box('minf', box('vmhd', u32(1), u16(0, 0, 0, 0)), dinf, stbl);
  return box('moov', mvhd, box('trak', tkhd, box('mdia', mdhd, hdlr, minf)));
}

const ftyp = (brand: string) => box('ftyp', Buffer.from(brand.padEnd(4).slice(0, 4)), u32(512), Buffer.from(brand.padEnd(4).slice(0, 4)));

/** A block that is like no other: its number stands in it again and again. */
function block(number: number, bytes: number): Buffer {
  const content = Buffer.alloc(bytes, (number * 31) & 255);
  for (let at = 0; at + 8 <= bytes; at += 512) content.writeUInt32LE((number * 2_654_435_761 + at) >>> 0, at);
  return content;
}

const blockBytes = 1024 * 1024;

/** A video whose pictures nobody could see, but whose container is whole: of this many bytes, block by block, its index at the end. */
export async function writeVideo(path: string, bytes: number, movie: Movie = {}): Promise<void> {
  const head = ftyp(movie.brand ?? 'isom');
  const from = head.length + 8;
  const index = moov(movie, from, bytes - from - moov(movie, from, 0).length);
  const inside = bytes - from - index.length;
  const file = await open(path, 'w');
  try {
    await file.write(Buffer.concat([head, u32(inside + 8), Buffer.from('mdat')]));
    for (let at = 0; at < inside; at += blockBytes) await file.write(block(at / blockBytes, Math.min(blockBytes, inside - at)));
    await file.write(index);
  } finally {
    await file.close();
  }
}

type Entry = { readonly name: string; readonly bytes: Uint8Array; readonly says?: number };

/** An archive whose directory may say what it likes about its parts. */
export function archive(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const lines: Buffer[] = [];
  const known = new Map<Uint8Array, Buffer>();
  let at = 0;
  for (const { name, bytes, says = bytes.length } of entries) {
    const packed = known.get(bytes) ?? deflateRawSync(bytes);
    known.set(bytes, packed);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(says, 18);
    fields.writeUInt16LE(name.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    lines.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), fields, where, Buffer.from(name)]));
    parts.push(Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]));
    at += parts.at(-1)?.length ?? 0;
  }
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...lines, end]);
}

const text = (words: string) => Buffer.from(words);

export const docx = (more: readonly Entry[] = []): Buffer =>
  archive([{ name: '[Content_Types].xml', bytes: text('<Types/>') }, { name: 'word/document.xml', bytes: text('<w:document/>') }, ...more]);

/** A PNG that says it is larger than anybody could draw, in a few hundred bytes. */
export function pixelBomb(side: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body]);
    return Buffer.concat([u32(body.length), named, u32(crc32(named))]);
  };
  const head = Buffer.concat([u32(side, side), Buffer.from([1, 0, 0, 0, 0])]);
  const rows = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A photograph as a telephone writes one: lying on its side, with the place it was taken at in it. */
export async function writePhotograph(path: string): Promise<void> {
  const { default: sharp } = await import('sharp');
  const exif = { IFD0: { Make: 'Telephone', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 20/1 0/1' } };
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: { r: 20, g: 120, b: 60 } } });
  await writeFile(path, await picture.jpeg().withExif(exif).withMetadata({ orientation: 6, exif }).toBuffer());
}
