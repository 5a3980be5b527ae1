import { createReadStream } from 'node:fs';
import { problem } from '#core/problems/problem.ts';

/** Opens a file as bytes; `-` is standard input. */
export function openBytes(file: string): AsyncIterable<Uint8Array> {
  return file === '-' ? process.stdin : createReadStream(file);
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How files of other kinds begin. */
const beginnings: readonly (readonly [string, readonly number[]])[] = [
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['gzip', [0x1f, 0x8b]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
];

const kindOf = (start: Uint8Array): string | undefined => beginnings.find(([, bytes]) => bytes.every((byte, i) => start[i] === byte))?.[0];

/** Bytes at the begin of a file that tell what it is. */
const looked = 4096;

const hasZeros = (start: Uint8Array): boolean => start.subarray(0, looked).includes(0);

/** Text in UTF-16 of mostly Latin letters has a zero in every second place and in no other. */
function looksUtf16(start: Uint8Array): boolean {
  const zeros = [0, 0];
  const seen = start.subarray(0, looked);
  for (const [i, byte] of seen.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return Math.min(even, odd) === 0 && 4 * Math.max(even, odd) >= seen.length;
}

/** What a byte order mark says. UTF-16 without one is only guessed from its zeros, so it is refused rather than read. */
function encodingOf(file: string, start: Uint8Array): Encoding {
  const [a, b] = start;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const what = kindOf(start);
  if (what !== undefined) throw problem('csv.not-text', { file, what });
  if (hasZeros(start)) throw looksUtf16(start) ? problem('csv.utf-16', { file }) : problem('csv.not-text', { file, what: 'binary' });
  return 'utf-8';
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array, file: string, line: number): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    const readable = new TextDecoder(decoder.encoding).decode(chunk);
    throw problem('csv.not-utf-8', { file, row: line + readable.slice(0, readable.indexOf('\ufffd')).split('\n').length - 1 });
  }
}

/**
 * Text of the bytes, its byte order mark dropped: UTF-8, or UTF-16 that says so by its mark, as spreadsheets save “Unicode text”.
 * Throws csv.* problems for anything else, and for nothing at all.
 */
export async function* decode(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  try {
    for await (const chunk of bytes) {
      decoder ??= new TextDecoder(encodingOf(file, chunk), { fatal: true });
      const text = decodeChunk(decoder, chunk, file, line);
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
      yield text;
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error) {
      throw problem('csv.unreadable-file', { file, reason: String(error.code) });
    }
    throw error;
  }
  if (!decoder) throw problem('csv.empty', { file });
}
