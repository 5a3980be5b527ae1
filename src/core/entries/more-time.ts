/** More time than others have: until when somebody may be given it, and whom an outage kept from sending in. */
import { announced, type EditionTimes } from '../season/phases.ts';
import { untilRefusal } from './reopening.ts';

export type NoMoreTime = 'entries.until-has-passed' | 'entries.until-after-judging' | 'entries.until-no-later';

/** What is wrong with an instant to give somebody; undefined where nothing is. Instants are epoch milliseconds. */
export function noMoreTime(times: EditionTimes, now: number, until: number): NoMoreTime | undefined {
  const refusal = untilRefusal(times, now, until);
  if (refusal) return refusal;
  if (announced(times, now)) return 'entries.until-after-judging';
  return until <= times.entriesCloseAt ? 'entries.until-no-later' : undefined;
}

/** How long before an outage somebody may have worked last and still have meant to go on in it. */
const dayBefore = 86_400_000;

export type Outage = { readonly from: number; readonly to: number };

/**
 * Whether what somebody has begun, and not sent in, was kept back by an outage: it was begun before the outage was over, and written in on
 * the day before it or at any time since. While nothing can be saved nothing is written down, so that somebody tried cannot be asked for.
 */
export const keptBack = ({ from, to }: Outage, { begunAt, savedAt }: { readonly begunAt: number; readonly savedAt: number }): boolean =>
  begunAt < to && savedAt >= from - dayBefore;
