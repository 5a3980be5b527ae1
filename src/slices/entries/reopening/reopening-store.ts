/** Every statement on entries that were opened again. */
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';

export type EndedAs = 'sent-in' | 'cancelled' | 'ran-out';

export type Reopening = {
  readonly id: string;
  readonly entry: EntryId;
  /** Its next version, as far as it is written. */
  readonly draft: EntryId;
  readonly reason: string;
  readonly until: Date;
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
    .selectFrom('entry_reopenings')
    .select(['id', 'entry_id as entry', 'draft_id as draft', 'reason', 'until', 'reopened_by as by', 'reopened_at as at'])
    .select(['ended_at as endedAt', 'ended_as as endedAs'])
    .select(['version_before as versionBefore', 'version_after as versionAfter', 'sent_before as sentBefore'])
    .where('organisation_id', '=', ctx.organisation);
}

/** The one of an entry that has not ended; its instant may have passed. The caller holds the entry. */
export async function openReopening(ctx: Ctx, entry: EntryId): Promise<Reopening | undefined> {
  const row = await rows(ctx).where('entry_id', '=', entry).where('ended_at', 'is', null).executeTakeFirst();
  return row as Reopening | undefined;
}

/** The last one a draft was written for; undefined for every other draft. */
export async function reopeningOfDraft(ctx: Ctx, draft: EntryId): Promise<Reopening | undefined> {
  const row = await rows(ctx)
    .where('draft_id', '=', draft)
    .orderBy('reopened_at', 'desc')
    .orderBy('id', 'desc')
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
    .where('entry_id', 'in', [...entries])
    .orderBy('reopened_at', 'desc')
    .orderBy('id', 'desc')
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
