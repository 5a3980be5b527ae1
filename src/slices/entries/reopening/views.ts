/** Entries that were opened again: for whoever writes one, and for those who run the programme. */
import { noReopening } from '#core/entries/reopening.ts';
import type { Changes } from '#core/entries/versions.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { timesOf } from '#slices/programmes/index.ts';
import type { EntryView, ManagedEntry } from '../views.ts';
import { running } from './open-again.ts';
import { type EndedAs, type Reopening, reopeningOfDraft, reopeningsOf } from './reopening-store.ts';
import { changesBetween, versionAt } from './versions.ts';

export type ShownReopening = {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  /** RFC 9557, in the programme's zone. */
  readonly at: string;
  readonly until: string;
  readonly state: 'running' | EndedAs;
  readonly endedAt: string | null;
  /** What the next version says otherwise; undefined where none was sent in. What is only written is its writer's. */
  readonly changes: Changes | undefined;
};

async function changesOfSent(ctx: Ctx, entry: Pick<EntryView, 'id' | 'form'>, one: Reopening): Promise<Changes | undefined> {
  const { versionBefore, versionAfter, sentBefore, endedAt } = one;
  if (versionBefore === null || versionAfter === null || sentBefore === null || endedAt === null) return undefined;
  const before = await versionAt(ctx, entry.id, { version: versionBefore, at: sentBefore });
  const after = await versionAt(ctx, entry.id, { version: versionAfter, at: endedAt });
  return changesBetween(before, after, entry.form);
}

export type ForManager = {
  readonly reopenings: readonly ShownReopening[];
  /** Whether a manager may open it again now. */
  readonly mayReopen: boolean;
};

/** What became of each opening of an entry, newest first. The caller has asked who may read it. */
export async function reopeningsForManager(ctx: Ctx, entry: ManagedEntry): Promise<ForManager> {
  const all = await reopeningsOf(ctx, [entry.id]);
  const people = await peopleByIds(
    ctx,
    all.map(({ by }) => by),
  );
  const { zone } = entry.edition;
  const told = (at: Date) => zonedText(at.getTime(), zone);
  const now = running(all, ctx.now);
  const reopenings: ShownReopening[] = [];
  for (const one of all) {
    reopenings.push({
      id: one.id,
      reason: one.reason,
      by: people.get(one.by)?.name ?? '',
      at: told(one.at),
      until: told(one.until),
      state: one === now ? 'running' : (one.endedAs ?? 'ran-out'),
      endedAt: one.endedAt && told(one.endedAt),
      changes: await changesOfSent(ctx, entry, one),
    });
  }
  const [at, soon] = [ctx.now.getTime(), ctx.now.getTime() + 1];
  const mayReopen = entry.office && entry.mayChange && !now && noReopening(entry.state, timesOf(entry.edition), at, soon) === undefined;
  return { reopenings, mayReopen };
}

export type NextVersion = {
  /** The entry that stands. */
  readonly of: EntryId;
  readonly reason: string;
  /** RFC 9557, in the programme's zone. */
  readonly until: string;
  readonly away: number;
  readonly open: boolean;
  /** Whether nobody goes on with it: it was sent in, or its opening was taken back. */
  readonly ended: boolean;
  /** What it says otherwise than what stands. */
  readonly changes: Changes;
};

/** Of a draft, what it is the next version of; undefined for every other. */
export async function nextVersionFor(ctx: Ctx, entry: EntryView): Promise<NextVersion | undefined> {
  if (entry.nextOf === null) return undefined;
  const reopening = await reopeningOfDraft(ctx, entry.id);
  if (reopening === undefined) return undefined;
  const standing = await ctx.db
    .selectFrom('entries')
    .select(['version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', entry.nextOf)
    .executeTakeFirstOrThrow();
  const before = await versionAt(ctx, entry.nextOf, { version: standing.version, at: ctx.now });
  const after = await versionAt(ctx, entry.id, { version: entry.version, at: ctx.now });
  return {
    of: entry.nextOf,
    reason: reopening.reason,
    until: zonedText(reopening.until.getTime(), entry.edition.zone),
    away: reopening.until.getTime() - ctx.now.getTime(),
    open: running([reopening], ctx.now) !== undefined,
    ended: reopening.endedAs !== null,
    changes: changesBetween(before, after, entry.form),
  };
}
