import { createReadStream } from 'node:fs';
import { problem } from '#core/problems/problem.ts';

/** Opens a file as bytes; `-` is standard input. */
export function openBytes(file: string): AsyncIterable<Uint8Array> {
  return file === '-' ? process.stdin : createReadStream(file);
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What a byte order mark says. UTF-16 without one is only guessed from its zeros, so it is refused rather than read. */
function encodingOf(file: string, start: Uint8Array): Encoding {
  const [a, b] = start;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (start.subarray(0, 64).includes(0)) throw problem('csv.utf-16', { file });
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
