/** What will be sent before entries close, when and to how many, for those who run the programme. */
import { remindersBefore } from '#core/season/reminders.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Edition } from '#slices/programmes/index.ts';
import { byHandNow } from './reminding.ts';
import * as store from './reminding-store.ts';
import { byWriter, reachable, unfinishedIn } from './unfinished.ts';

export type ReminderLine = {
  readonly days: number;
  /** RFC 9557, in the programme's zone; so are `last` and all other dates here. */
  readonly at: string;
  /** To how many it would go if it went now. */
  readonly would: number;
  readonly sent: { readonly people: number; readonly last: string } | undefined;
  /** `missed`: its moment had passed when reminders were decided on, and it is not made up for. */
  readonly state: 'to-come' | 'sent' | 'nobody' | 'missed';
};

export type ReminderPage = {
  readonly days: readonly number[];
  readonly version: number;
  readonly lines: readonly ReminderLine[];
  /** Writers who have begun something they can still send in; `off`: those of them who want no such mail, or whose address is dead. */
  readonly writers: number;
  readonly off: number;
  /** Of them, those by whose own close the reminders move: a late code, a next version. */
  readonly own: number;
  readonly byHand: { readonly now: number; readonly lately: number; readonly off: number; readonly last: string | null };
};

/** The caller has asked who may read it. */
export async function reminderPage(ctx: Ctx, edition: Edition): Promise<ReminderPage> {
  const plan = await store.planOf(ctx, edition.id);
  const reminded = await store.remindedIn(ctx, edition.id);
  const told = (at: number) => zonedText(at, edition.zone);
  const waiting = byWriter(await unfinishedIn(ctx, edition));
  const people = (of: readonly { readonly person: string }[]) => new Set(of.map(({ person }) => person)).size;
  const close = edition.entriesCloseAt.getTime();
  const reached = await reachable(ctx, waiting);
  const would = people(reached.filter(({ until }) => until === close));
  const now = ctx.now.getTime();
  const lines = remindersBefore(close, edition.zone, plan?.days ?? []).map(({ days, at }): ReminderLine => {
    const went = reminded.filter((one) => one.days === days && one.closesAt.getTime() === close);
    const missed = plan !== undefined && at < plan.since.getTime();
    const state = went.length > 0 ? 'sent' : now < at ? 'to-come' : missed ? 'missed' : 'nobody';
    const last = went.at(-1)?.at.getTime() ?? 0;
    return { days, at: told(at), would, sent: went.length > 0 ? { people: people(went), last: told(last) } : undefined, state };
  });
  const hand = await byHandNow(ctx, edition);
  const byHand = reminded.filter(({ days }) => days === null).at(-1)?.at;
  return {
    days: plan?.days ?? [],
    version: plan?.version ?? 0,
    lines,
    writers: people(waiting),
    off: people(waiting) - people(reached),
    own: people(waiting.filter(({ until }) => until !== close)),
    byHand: { now: hand.now.length, lately: hand.lately, off: hand.off, last: byHand ? told(byHand.getTime()) : null },
  };
}
