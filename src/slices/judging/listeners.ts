/** What judging answers to the slices before it: who reads an entry, how many seats are free, and whether its acceptance or the entry may be taken back. */
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EditionId, EntryId } from '#platform/ids.ts';
import { listen } from '#platform/tell.server.ts';
import { letRead } from '#slices/entries/index.ts';
import { lockEdition } from '#slices/programmes/index.ts';
import { letCountSeats } from '#slices/screening/index.ts';
import { freeSeats } from './panel/free-seats.ts';

async function holdsSeat(ctx: Ctx, entry: EntryId, person = personOf(ctx)): Promise<boolean> {
  const seat = await ctx.db
    .selectFrom('assignments as a')
    .innerJoin('editions as d', (j) => j.onRef('d.organisation_id', '=', 'a.organisation_id').onRef('d.id', '=', 'a.edition_id'))
    .innerJoin('programme_roles as r', (j) =>
      j
        .onRef('r.organisation_id', '=', 'd.organisation_id')
        .onRef('r.programme_id', '=', 'd.programme_id')
        .onRef('r.person_id', '=', 'a.judge_id'),
    )
    .select('a.entry_id')
    .where('a.organisation_id', '=', ctx.organisation)
    .where('a.entry_id', '=', entry)
    .where('a.judge_id', '=', person ?? null)
    .where('r.role', '=', 'judge')
    .executeTakeFirst();
  return seat !== undefined;
}

letRead((ctx, entry) => holdsSeat(ctx, entry));
letCountSeats(freeSeats);

async function seatsOn(ctx: Ctx, entry: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('assignments')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry as EntryId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function editionOf(ctx: Ctx, entry: string): Promise<EditionId | undefined> {
  const row = await ctx.db
    .selectFrom('entries')
    .select('edition_id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', entry as EntryId)
    .executeTakeFirst();
  return row?.edition_id;
}

/** What judges were given stays given. The edition is held first, so that nobody deals seats for the entry at this moment. */
function staysOnceSeated(kind: string, refusal: 'judging.entry-has-seats' | 'judging.entry-is-read'): void {
  listen(kind, async (ctx, { subject }) => {
    const edition = await editionOf(ctx, subject.id);
    if (edition) await lockEdition(ctx, edition);
    const judges = await seatsOn(ctx, subject.id);
    if (judges > 0) throw problem(refusal, { judges });
  });
}

staysOnceSeated('screening.acceptance-undone', 'judging.entry-has-seats');
staysOnceSeated('entries.entry-withdrawn', 'judging.entry-is-read');

/** Nobody judges what they write or own: whoever has a seat for an entry is not let in on the other side of it. */
function notBySeated(kind: string): void {
  listen(kind, async (ctx, { subject, about }) => {
    const edition = await editionOf(ctx, subject.id);
    if (edition) await lockEdition(ctx, edition);
    if (about && (await holdsSeat(ctx, subject.id as EntryId, about))) throw problem('judging.seated-for-entry');
  });
}

notBySeated('entries.writer-joined');
notBySeated('entries.owner-changed');
