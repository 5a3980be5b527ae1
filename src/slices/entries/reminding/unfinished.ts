/** What people have begun in an edition and can still send in, and by when. */
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { welcoming } from '#slices/messages/index.ts';
import type { Edition } from '#slices/programmes/index.ts';
import { type Close, closesOf } from '../deadlines/closes.ts';

export type Unfinished = Close & {
  readonly id: EntryId;
  readonly owner: PersonId;
  readonly nextOf: EntryId | null;
  readonly mendBy: Date | null;
  readonly title: string;
  readonly number: string | null;
  readonly begunAt: Date;
};

/** Drafts, next versions among them, and what was sent back, whose own close is still to come; the last one worked on first. */
export async function unfinishedIn(ctx: Ctx, edition: Edition): Promise<Unfinished[]> {
  const rows = await ctx.db
    .selectFrom('entries')
    .select(['id', 'owner_id as owner', 'next_of', 'title', 'number', 'created_at as begunAt', 'mend_by as mendBy'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition.id)
    .where('state', 'in', ['draft', 'returned'])
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .execute();
  const drafts = rows.map(({ next_of, ...row }) => ({ ...row, nextOf: next_of as EntryId | null }));
  const closes = await closesOf(ctx, edition, drafts);
  return drafts.flatMap((draft) => {
    const close = closes.get(draft.id);
    return close && close.until > ctx.now.getTime() ? [{ ...draft, ...close }] : [];
  });
}

/** One person and one close: what one mail speaks of. */
export type Waiting = { readonly person: PersonId; readonly until: number; readonly drafts: readonly Unfinished[] };

/** As many mails as there are people and closes of theirs, the nearest close first. */
export function byWriter(drafts: readonly Unfinished[]): Waiting[] {
  const groups = Map.groupBy(drafts, ({ owner, until }) => `${owner} ${until}`);
  const all = [...groups.values()].flatMap((of) => (of[0] ? [{ person: of[0].owner, until: of[0].until, drafts: of }] : []));
  return all.sort((a, b) => a.until - b.until || (a.person < b.person ? -1 : 1));
}

/** Of these, those whose writers want such mail and have an address it reaches. */
export async function reachable(ctx: Ctx, waiting: readonly Waiting[]): Promise<Waiting[]> {
  const welcome = new Set(await welcoming(ctx, 'reminders', [...new Set(waiting.map(({ person }) => person))]));
  return waiting.filter(({ person }) => welcome.has(person));
}
