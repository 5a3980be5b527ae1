/** Which chapter of its edition an entry belongs to: said by whoever writes it, else told by its company's country; moved by a manager afterwards. */
import { sql } from 'kysely';
import { z } from 'zod';
import { key } from '#core/editions/key.ts';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { listen, tell } from '#platform/tell.server.ts';
import { companyCalled } from '#slices/companies/index.ts';
import { chapterInUse, editionById, holdEdition, type NamedChapter, namedChapters, programmeRelations } from '#slices/programmes/index.ts';
import { entryId, movingReason } from '../schemas.ts';
import * as store from '../store.ts';

/**
 * What is wrong with a chapter somebody names; one the entry has already stays, though the edition may have let go of it. A chapter that is
 * taken out at this moment is either seen to be gone, or seen to have this entry.
 */
export async function chapterProblems(
  ctx: Ctx,
  entry: Pick<store.Entry, 'edition' | 'chapter'>,
  said: string | null,
): Promise<FieldProblem[]> {
  if (said === null || said === entry.chapter) return [];
  await holdEdition(ctx, entry.edition);
  const chapters = await namedChapters(ctx, entry.edition);
  return chapters.some((one) => one.key === said) ? [] : [{ path: 'chapter', code: 'entries.no-such-chapter', facts: { chapter: said } }];
}

/** The one chapter that names the country the register has for the nominee; undefined where there is none, or more than one. */
async function byCountry(ctx: Ctx, chapters: readonly NamedChapter[], nominee: string): Promise<string | undefined> {
  if (!chapters.some(({ countries }) => countries.length > 0)) return undefined;
  const country = (await companyCalled(ctx, nominee))?.country;
  const [only, ...more] = chapters.filter(({ countries }) => country != null && countries.includes(country));
  return more.length === 0 ? only?.key : undefined;
}

/** What an edition lets go of may not be what an entry of it belongs to. */
listen('programmes.configuration-changed', async (ctx, { subject }) => {
  const { rows } = await sql<{ chapter: string }>`
    select distinct chapter from entries e
     where e.organisation_id = ${ctx.organisation} and e.edition_id = ${subject.id} and e.chapter is not null and e.next_of is null`.execute(
    ctx.db,
  );
  if (rows.length === 0) return;
  const kept = new Set((await namedChapters(ctx, subject.id as EditionId)).map((one) => one.key));
  const gone = rows.find(({ chapter }) => !kept.has(chapter));
  if (gone) throw chapterInUse(gone.chapter);
});

export type Placing = { readonly chapter: string | null; readonly problems: readonly FieldProblem[] };

/** The chapter of what is sent in: an edition with chapters wants one. */
export async function placeInChapter(
  ctx: Ctx,
  { edition, said, nominee }: { readonly edition: EditionId; readonly said: string | null; readonly nominee: string },
): Promise<Placing> {
  if (said !== null || (await namedChapters(ctx, edition)).length === 0) return { chapter: said, problems: [] };
  await holdEdition(ctx, edition);
  const chapter = (await byCountry(ctx, await namedChapters(ctx, edition), nominee)) ?? null;
  return { chapter, problems: chapter === null ? [{ path: 'chapter', code: 'entries.chapter-missing', facts: {} }] : [] };
}

/** Of what was sent in: the programme's managers put it where it belongs, and say why. */
export const moveToChapter = operation('entries.move-to-chapter', {
  input: z.object({ entry: entryId, chapter: key, reason: movingReason }),
  who: ['manager'],
  find: async (ctx, input) => {
    const entry = await store.lockEntry(ctx, input.entry);
    const edition = entry && entry.state !== 'draft' ? await editionById(ctx, entry.edition) : undefined;
    return entry && edition && { entry, edition };
  },
  relations: (ctx, { edition }) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { chapter, reason }, { entry, edition }) => {
    if (entry.chapter === chapter) throw problem('entries.in-chapter-already', { number: entry.number });
    const problems = await chapterProblems(ctx, entry, chapter);
    if (problems.length > 0) throw problem('general.invalid-input', { count: problems.length }, problems);
    await store.markChapter(ctx, entry.id, chapter);
    const subject = { kind: 'entry', id: entry.id };
    const body = { number: entry.number, from: entry.chapter, to: chapter, reason };
    await tell(ctx, { kind: 'entries.entry-moved', programme: edition.programme, subject, body });
    return { entry: entry.id };
  },
});
