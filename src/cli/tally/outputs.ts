import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Refusal, Result } from '#core/problems/refusal.ts';

export type Output = { readonly file: string; readonly content: Iterable<string> | Uint8Array };

function writeBeside(place: string, content: Output['content']): void {
  const descriptor = openSync(place, 'wx');
  try {
    for (const piece of content instanceof Uint8Array ? [content] : content)
      writeSync(descriptor, typeof piece === 'string' ? Buffer.from(piece) : piece);
  } finally {
    closeSync(descriptor);
  }
}

/** A name that can be taken: a folder of that name would stop the last step when others have been taken. */
function mustBeFree(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return;
  throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' });
}

/**
 * Writes all files or none: each is written whole beside its place, and only when all are do they take their names. Answers the names,
 * or the file that cannot be written.
 */
export function writeAll(outputs: readonly Output[], inputs: readonly string[] = []): Result<readonly string[]> {
  const read = new Set(inputs.map((file) => resolve(file)));
  const overwritten = outputs.find(({ file }) => read.has(resolve(file)));
  if (overwritten) return { ok: false, refusals: [{ code: 'tally.same-file-twice', facts: { file: overwritten.file } }] };
  const places = outputs.map(({ file }, i) => ({ file, beside: resolve(dirname(file), `.plaudit-${process.pid}-${i}.part`) }));
  const twice = outputs.find(({ file }, i) => outputs.findIndex((other) => resolve(other.file) === resolve(file)) < i);
  if (twice) return { ok: false, refusals: [{ code: 'tally.same-file-twice', facts: { file: twice.file } }] };
  let at = '';
  try {
    for (const [i, { file, beside }] of places.entries()) {
      at = file;
      mustBeFree(file);
      writeBeside(beside, outputs[i]?.content ?? []);
    }
    for (const { file, beside } of places) {
      at = file;
      renameSync(beside, file);
    }
  } catch (error) {
    for (const { beside } of places) rmSync(beside, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    const refusal: Refusal = { code: 'tally.file-not-writable', facts: { file: at, reason: String(error.code) } };
    return { ok: false, refusals: [refusal] };
  }
  return { ok: true, value: outputs.map(({ file }) => file) };
}
