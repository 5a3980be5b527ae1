/**
 * Tar archives (POSIX ustar) as streams: a member after the other, never whole in memory. Names are split as the format wants; a size
 * beyond 8 GiB is written in base 256, as every tar of today reads it.
 */
const block = 512;

function field(head: Buffer, at: number, length: number, value: number): void {
  head.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
}

function writeSize(head: Buffer, size: number): void {
  if (size < 8 ** 11) field(head, 124, 12, size);
  else {
    head[124] = 0x80;
    head.writeBigUInt64BE(BigInt(size), 128);
  }
}

function checksum(head: Buffer): number {
  let sum = 0;
  for (const [i, byte] of head.entries()) sum += i >= 148 && i < 156 ? 32 : byte;
  return sum;
}

/** A name of more than 100 bytes goes into two fields, cut at a slash. */
function splitName(name: string): readonly [prefix: string, name: string] {
  if (name.length <= 100) return ['', name];
  const cut = name.indexOf('/', name.length - 101);
  if (cut < 0 || cut > 155) throw new RangeError(`${name} is too long a name for a tar archive`);
  return [name.slice(0, cut), name.slice(cut + 1)];
}

/** The head of a member: a plain file, readable by its owner alone. The same member has the same head. */
export function tarHead(name: string, size: number): Buffer {
  const head = Buffer.alloc(block);
  const [prefix, rest] = splitName(name);
  head.write(rest, 0, 'latin1');
  field(head, 100, 8, 0o600);
  field(head, 108, 8, 0);
  field(head, 116, 8, 0);
  writeSize(head, size);
  field(head, 136, 12, 0);
  head.write('0', 156, 'latin1');
  head.write('ustar\x0000', 257, 'latin1');
  head.write(prefix, 345, 'latin1');
  head.write(`${checksum(head).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return head;
}

/** What fills a member up to a whole block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}

/** Two empty blocks end an archive. */
export const tarEnd: Buffer = Buffer.alloc(2 * block);

export type Head = { readonly name: string; readonly size: number };

const textOf = (head: Buffer, at: number, length: number) =>
  head
    .subarray(at, at + length)
    .toString('latin1')
    .replace(/\0.*$/s, '');

/** Undefined for the empty block that ends an archive. @throws RangeError for what is no head of a plain file */
export function readTarHead(head: Buffer): Head | undefined {
  if (head.length === block && head.every((byte) => byte === 0)) return undefined;
  const sound = head.length === block && Number.parseInt(textOf(head, 148, 8), 8) === checksum(head) && textOf(head, 257, 5) === 'ustar';
  if (!sound || head[156] !== 0x30) throw new RangeError('this is no head of a member');
  const prefix = textOf(head, 345, 155);
  const size = head[124] === 0x80 ? Number(head.readBigUInt64BE(128)) : Number.parseInt(textOf(head, 124, 12), 8);
  return { name: prefix === '' ? textOf(head, 0, 100) : `${prefix}/${textOf(head, 0, 100)}`, size };
}

export const tarBlock: number = block;
