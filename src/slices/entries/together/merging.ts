/** What several people wrote at once comes together, field by field; where two wrote in one field, the second save is refused. */
import { z } from 'zod';
import { mostParts, type Standing, standingOf } from '#core/entries/together.ts';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { editionById } from '#slices/programmes/index.ts';
import type { Entry } from '../store.ts';
import { type Begun, begunFrom, type Head, headParts, lastWriters } from './begun.ts';

const part = z.string().max(120);

/**
 * Asked for by a form that can show both texts; whoever does not is refused with anything that is not the version they saw.
 * `since`: the versions of fields that are known otherwise than the whole. `held`: fields somebody still decides about; they stay as saved.
 */
export const merge = z
  .object({ since: z.record(part, z.int().min(1)).default({}), held: z.array(part).max(mostParts).default([]) })
  .optional();

/** `begun` is undefined where nobody saved since. */
export type Merging = { readonly held: ReadonlySet<string>; readonly begun: Begun | undefined };

type Asked = { readonly version: number; readonly merge?: z.output<typeof merge> };

export async function mergingOf(ctx: Ctx, entry: Entry, { version, merge: asked }: Asked): Promise<Merging | undefined> {
  if (asked === undefined) return undefined;
  const { since, held } = asked;
  const behind = [version, ...Object.values(since)].some((known) => known !== entry.version);
  return { held: new Set(held), begun: behind ? await begunFrom(ctx, entry.id, { version, since }) : undefined };
}

/** The names of fields by how they stand. */
export type Sorted = { readonly mine: readonly string[]; readonly theirs: readonly string[]; readonly both: readonly string[] };

export const nothingSorted: Sorted = { mine: [], theirs: [], both: [] };

/** One field: held by whoever decides about it, it stays as it is. */
export function standingIn(
  merging: Merging | undefined,
  name: string,
  texts: { begun: string | undefined; saved: string; sent: string },
): Standing {
  const { saved, sent } = texts;
  if (merging?.held.has(name)) return 'same';
  return standingOf({ begun: texts.begun ?? saved, saved, sent });
}

/** What nobody sent and nobody saved: whoever says otherwise than what is saved is asked. */
const unknown = '\u0000';

export function mergeHead(saved: Head, sent: Head, merging: Merging | undefined): { readonly head: Head; readonly sorted: Sorted } {
  const standings = headParts.map((name) => {
    const begun = merging?.begun && (name === 'chapter' ? unknown : (merging.begun.head[name] ?? ''));
    return [name, standingIn(merging, name, { begun, saved: saved[name] ?? '', sent: sent[name] ?? '' })] as const;
  });
  const those = (is: Standing) => standings.flatMap(([name, standing]) => (standing === is ? [name] : []));
  const mine = those('mine');
  const head = { ...saved, ...Object.fromEntries(mine.map((name) => [name, sent[name]])) } as Head;
  return { head, sorted: { mine, theirs: those('theirs'), both: those('both') } };
}

/** @throws Problem naming each field two wrote in, with who saved it and when */
export async function refuseBoth(ctx: Ctx, entry: Entry, both: readonly string[]): Promise<void> {
  if (both.length === 0) return;
  const writers = await lastWriters(ctx, entry.id, both);
  const people = await peopleByIds(ctx, [...new Set([...writers.values()].map(({ by }) => by))]);
  const zone = (await editionById(ctx, entry.edition))?.zone ?? 'UTC';
  const fields = both.map((name): FieldProblem => {
    const writer = writers.get(name);
    const at = zonedText((writer?.at ?? entry.savedAt).getTime(), zone);
    const by = writer && writer.by !== personOf(ctx) ? (people.get(writer.by)?.name ?? '') : '';
    return { path: name, code: 'entries.saved-here-too', facts: { by, at } };
  });
  throw problem('entries.written-by-two', { count: both.length }, fields);
}
