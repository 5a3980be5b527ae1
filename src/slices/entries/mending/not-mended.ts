/** Entries that were sent back, and whose time to be mended has passed. */
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { type Edition, requireScreening, withinReach } from '#slices/programmes/index.ts';

export type NotMended = {
  readonly id: EntryId;
  readonly number: string;
  readonly title: string;
  readonly nominee: string;
  readonly category: string;
  readonly mendBy: Date;
};

/** As many as are laid out at once. */
const most = 200;

/** As far as the actor reaches, those first whose time passed first. @throws Problem for everybody but those who screen */
export async function notMendedEntries(ctx: Ctx, edition: Edition): Promise<NotMended[]> {
  const reach = await requireScreening(ctx, edition);
  const rows = await ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .select(['e.id', 'e.number', 'e.title', 'e.nominee', 'e.mend_by', 'c.name as category'])
    .where('e.organisation_id', '=', ctx.organisation)
    .where(withinReach([reach]))
    .where('e.state', '=', 'returned')
    .where('e.mend_by', '<=', ctx.now)
    .orderBy('e.mend_by')
    .orderBy('e.id')
    .limit(most)
    .execute();
  return rows.map(({ number, mend_by: mendBy, ...row }) => ({ ...row, number: number ?? '', mendBy: mendBy ?? ctx.now }));
}
