/**
 * The log of erasures: who was erased and when, outside of any backup, so that restoring an older one can erase them again. It holds
 * ids and instants, no name and no reason, and lies in the data folder and beside the backups. It only ever grows.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';

const shape = z.object({
  plaudit: z.literal('erasures'),
  /** Every erasure until then is in it. */
  asOf: z.iso.datetime(),
  people: z.array(z.object({ id: z.uuid(), at: z.iso.datetime() })),
});
export type Erasures = z.output<typeof shape>;

export const erasuresFile = 'erasures.json';

/** Undefined where there is none. @throws Problem `backup.erasures-unreadable` */
export async function readErasures(file: string): Promise<Erasures | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = shape.safeParse(parsed(text));
  if (!read.success) throw problem('backup.erasures-unreadable', { file });
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Everybody of all logs, and the instant up to which at least one of them knows. */
export function joined(logs: readonly Erasures[]): Erasures | undefined {
  const [first] = logs;
  if (first === undefined) return undefined;
  const people = new Map(logs.flatMap((log) => log.people.map(({ id, at }) => [id, at] as const)));
  const asOf = logs.map((log) => log.asOf).reduce((a, b) => (a > b ? a : b));
  const inOrder = [...people].map(([id, at]) => ({ id, at })).sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
  return { plaudit: 'erasures', asOf, people: inOrder };
}

/** Adds what is new; a log that cannot be read is left alone and told. */
export async function keepErasures(folder: string, known: Erasures): Promise<void> {
  const file = join(folder, erasuresFile);
  const before = await readErasures(file);
  const all = joined(before ? [before, known] : [known]) ?? known;
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify(all, undefined, 1)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}
