/** The archive inside the seal: a tar of members, written and read one after the other. */
import { problem } from '#core/problems/problem.ts';
import { readTarHead, tarBlock, tarEnd, tarHead, tarPadding } from '../formats/tar.ts';
import { ByteReader } from './bytes.ts';

export type Outgoing = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Buffer> | Buffer };

export type Incoming = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Buffer> };

/** The bytes of an archive of these members. */
export async function* archiveOf(members: AsyncIterable<Outgoing>): AsyncGenerator<Buffer> {
  for await (const { name, size, body } of members) {
    yield tarHead(name, size);
    let written = 0;
    for await (const piece of Buffer.isBuffer(body) ? [body] : body) {
      written += piece.length;
      yield piece;
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes and not the ${size} it was said to have`);
    yield tarPadding(size);
  }
  yield tarEnd;
}

/** The members of an archive. The body of one is read before the next is asked for, or passed over. */
export async function* membersOf(plain: AsyncIterable<Buffer>, file: string): AsyncGenerator<Incoming> {
  const reader = new ByteReader(plain);
  for (;;) {
    const bytes = await reader.take(tarBlock);
    const head = headIn(bytes, file);
    if (head === undefined) break;
    const body = reader.pieces(head.size);
    yield { ...head, body };
    for await (const _ of body);
    await reader.take(tarPadding(head.size).length);
  }
  // What follows the end is read as well: only at its very end is a sealed stream known to be whole.
  for await (const _ of reader.rest());
}

function headIn(bytes: Buffer, file: string): { name: string; size: number } | undefined {
  try {
    return readTarHead(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw problem('backup.not-a-backup', { file });
    throw error;
  }
}

/** A member that is small enough to be held. */
export async function wholeOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}
