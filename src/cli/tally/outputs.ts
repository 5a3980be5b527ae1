/** Writing results: all of them or none, and none in the place of what they were made from. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Refusal, Result } from '#core/problems/refusal.ts';

export type Output = {
  readonly file: string;
  readonly content: Iterable<string> | Uint8Array;
  /** What whoever wrote it has to know of it. */
  readonly note?: string;
};

/** Where a name leads: what stands there, by device and number, so that no other spelling or link hides it; else its place to be. */
function placeOf(file: string): { readonly path: string; readonly same: string } {
  try {
    const path = realpathSync(file);
    const { dev, ino } = statSync(path, { bigint: true });
    return { path, same: `${dev} ${ino}` };
  } catch {
    // Nothing stands there yet, or its folder does not: the folder may still be spelt in two ways.
    const folder = resolve(dirname(file));
    const path = join(existsSync(folder) ? realpathSync(folder) : folder, basename(file));
    return { path, same: path };
  }
}

function writeBeside(place: string, content: Output['content']): void {
  const descriptor = openSync(place, 'wx');
  try {
    for (const piece of content instanceof Uint8Array ? [content] : content) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let from = 0; from < bytes.length; ) from += writeSync(descriptor, bytes, from);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A name that can be taken: a folder or a device of that name would stop the last step when others have been taken. */
function mustBeFree(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found || found.isFile()) return;
  throw Object.assign(new Error(`${file} is no plain file`), { code: found.isDirectory() ? 'EISDIR' : 'ENOTSUP' });
}

/** What stands at a place, kept under another name until all is done; undefined where nothing does. */
function keep(path: string, aside: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    linkSync(path, aside);
  } catch {
    copyFileSync(path, aside);
  }
  return aside;
}

type Place = { readonly file: string; readonly path: string; readonly beside: string; readonly aside: string };

/** Each output takes its name; should one not, those that did give theirs back. */
function takeNames(places: readonly Place[], at: (file: string) => void): void {
  const done: { readonly path: string; readonly kept: string | undefined }[] = [];
  try {
    for (const { file, path, beside, aside } of places) {
      at(file);
      const kept = keep(path, aside);
      renameSync(beside, path);
      done.push({ path, kept });
    }
  } catch (error) {
    for (const { path, kept } of done) {
      if (kept === undefined) rmSync(path, { force: true });
      else renameSync(kept, path);
    }
    throw error;
  } finally {
    for (const { aside } of places) rmSync(aside, { force: true });
  }
}

/** An output that would take the place of what was read, or of another output. */
function collision(outputs: readonly Output[], inputs: readonly string[]): Refusal | undefined {
  const read = new Map(inputs.map((file) => [placeOf(file).same, file]));
  const taken = new Map<string, string>();
  for (const { file } of outputs) {
    const { same } = placeOf(file);
    const input = read.get(same);
    if (input !== undefined) return { code: 'tally.output-is-input', facts: { file, input } };
    if (taken.has(same)) return { code: 'tally.same-file-twice', facts: { file, other: taken.get(same) ?? file } };
    taken.set(same, file);
  }
  return undefined;
}

/**
 * Writes all files or none: each is written whole beside its place, and only when all are do they take their names. None takes the place
 * of an input, under whatever name. Answers the names, or the file that cannot be written.
 */
export function writeAll(outputs: readonly Output[], inputs: readonly string[] = []): Result<readonly string[]> {
  const refusal = collision(outputs, inputs);
  if (refusal) return { ok: false, refusals: [refusal] };
  const places = outputs.map(({ file }, i): Place => {
    const { path } = placeOf(file);
    const part = (what: string): string => join(dirname(path), `.plaudit-${process.pid}-${i}.${what}`);
    return { file, path, beside: part('part'), aside: part('old') };
  });
  let at = '';
  try {
    for (const [i, { file, path, beside }] of places.entries()) {
      at = file;
      mustBeFree(path);
      writeBeside(beside, outputs[i]?.content ?? []);
    }
    takeNames(places, (file) => {
      at = file;
    });
  } catch (error) {
    for (const { beside } of places) rmSync(beside, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, refusals: [{ code: 'tally.file-not-writable', facts: { file: at, reason: String(error.code) } }] };
  }
  return { ok: true, value: outputs.map(({ file }) => file) };
}
