/** Every statement on entries that were opened again. */
import { sql } from 'kysely';
import type { EntryState } from '#core/entries/withdrawing.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';

export type EndedAs = 'sent-in' | 'cancelled' | 'ran-out';

export type Reopening = {
  readonly id: string;
  readonly entry: EntryId;
  /** Its next version, as far as it is written. */
  readonly draft: EntryId;
  readonly reason: string;
  /** When it is over: as it was said, or when judging ended or its results were announced before that. */
  readonly until: Date;
  /** Of the entry. */
  readonly state: EntryState;
  readonly by: PersonId;
  readonly at: Date;
  readonly endedAt: Date | null;
  readonly endedAs: EndedAs | null;
  readonly versionBefore: number | null;
  readonly versionAfter: number | null;
  readonly sentBefore: Date | null;
};

function rows(ctx: Ctx) {
  return ctx.db
    .selectFrom('entry_reopenings as r')
    .innerJoin('entries as e', (join) => join.onRef('e.organisation_id', '=', 'r.organisation_id').onRef('e.id', '=', 'r.entry_id'))
    .innerJoin('editions as d', (join) => join.onRef('d.organisation_id', '=', 'e.organisation_id').onRef('d.id', '=', 'e.edition_id'))
    .select(['r.id', 'r.entry_id as entry', 'r.draft_id as draft', 'r.reason', 'r.reopened_by as by', 'r.reopened_at as at'])
    .select([sql<Date>`least(r.until, d.judging_close_at, d.announced_at)`.as('until'), 'e.state'])
    .select(['r.ended_at as endedAt', 'r.ended_as as endedAs'])
    .select(['r.version_before as versionBefore', 'r.version_after as versionAfter', 'r.sent_before as sentBefore'])
    .where('r.organisation_id', '=', ctx.organisation);
}

/** The one of an entry that has not ended; its instant may have passed. The caller holds the entry. */
export async function openReopening(ctx: Ctx, entry: EntryId): Promise<Reopening | undefined> {
  const row = await rows(ctx).where('r.entry_id', '=', entry).where('r.ended_at', 'is', null).executeTakeFirst();
  return row as Reopening | undefined;
}

/** The last one a draft was written for; undefined for every other draft. */
export async function reopeningOfDraft(ctx: Ctx, draft: EntryId): Promise<Reopening | undefined> {
  const row = await rows(ctx)
    .where('r.draft_id', '=', draft)
    .orderBy('r.reopened_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row as Reopening | undefined;
}

/** Of an edition those that have not ended and whose instant has not passed. */
export async function runningOfDrafts(ctx: Ctx, edition: EditionId): Promise<Pick<Reopening, 'draft' | 'until' | 'at'>[]> {
  const found = await ctx.db
    .selectFrom('entry_reopenings as r')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'r.organisation_id').onRef('e.id', '=', 'r.draft_id'))
    .select(['r.draft_id as draft', 'r.until', 'r.reopened_at as at'])
    .where('r.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .where('r.ended_at', 'is', null)
    .where('r.until', '>', ctx.now)
    .execute();
  return found as Pick<Reopening, 'draft' | 'until' | 'at'>[];
}

/** All of some entries, newest first. */
export async function reopeningsOf(ctx: Ctx, entries: readonly EntryId[]): Promise<Reopening[]> {
  if (entries.length === 0) return [];
  const found = await rows(ctx)
    .where('r.entry_id', 'in', [...entries])
    .orderBy('r.reopened_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
  return found as Reopening[];
}

export type NewReopening = Pick<Reopening, 'entry' | 'draft' | 'reason' | 'until' | 'by'>;

export async function insertReopening(ctx: Ctx, { entry, draft, reason, until, by }: NewReopening): Promise<void> {
  await ctx.db
    .insertInto('entry_reopenings')
    .values({
      organisation_id: ctx.organisation,
      id: ctx.ids.next(),
      entry_id: entry,
      draft_id: draft,
      reason,
      until,
      reopened_by: by,
      reopened_at: ctx.now,
    })
    .execute();
}

/** What of these entries is open again is closed: they do not stand any more, so nothing can be put in their place. */
export async function endOpenings(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`update entry_reopenings set ended_at = ${ctx.now}, ended_as = case when until <= ${ctx.now} then 'ran-out' else 'cancelled' end
    where organisation_id = ${ctx.organisation} and entry_id = any (${[...entries]}::uuid[]) and ended_at is null`.execute(ctx.db);
}

type Ended =
  | { readonly as: 'cancelled' | 'ran-out' }
  | { readonly as: 'sent-in'; readonly before: number; readonly after: number; readonly sentBefore: Date };

export async function markEnded(ctx: Ctx, { id }: Pick<Reopening, 'id'>, ended: Ended): Promise<void> {
  const versions =
    ended.as === 'sent-in' ? { version_before: ended.before, version_after: ended.after, sent_before: ended.sentBefore } : {};
  await ctx.db
    .updateTable('entry_reopenings')
    .set({ ended_at: ctx.now, ended_as: ended.as, ...versions })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}
