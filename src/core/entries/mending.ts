/**
 * An entry that was sent back may be mended and sent in again until an instant of its own, where whoever sent it back named one; else as long
 * as entries come in. The instant is the entry's alone: it may lie after the close of entries, and before it. Once it has passed, the
 * entry counts as not mended: it stays with its writer until somebody who screens gives it more time or takes the return back.
 */
import { announced, type EditionTimes } from '../season/phases.ts';
import { instantOf, zonedText } from '../season/wall-time.ts';
import { stillOpen } from './reopening.ts';
import type { EntryState } from './withdrawing.ts';

/**
 * The instant from which nothing that was screened can be undone any more: judging opens. Where it opens the moment entries close, screening
 * goes on beside it, and it is the close of judging.
 */
const screeningEnds = (times: EditionTimes): number => times.judgingOpenAt ?? times.judgingCloseAt;

export const screeningOver = (times: EditionTimes, now: number): boolean => now >= screeningEnds(times) || announced(times, now);

export type NoMendBy = 'entries.until-has-passed' | 'screening.mend-by-too-late';

/** What is wrong with an instant to mend until; undefined where nothing is. Instants are epoch milliseconds. */
export function noMendBy(times: EditionTimes, now: number, until: number): NoMendBy | undefined {
  if (until <= now) return 'entries.until-has-passed';
  return until > screeningEnds(times) || announced(times, now) ? 'screening.mend-by-too-late' : undefined;
}

type Returned = { readonly state: EntryState; readonly mendBy: number | null };

/** Whether its own instant has come without it being sent in; [returned, mendBy) is the time to mend it. */
export const notMended = ({ state, mendBy }: Returned, now: number): boolean =>
  state === 'returned' && mendBy !== null && !stillOpen(mendBy, now);

const days = 86_400_000;

/**
 * What is offered to mend until, as a wall time of the zone: a week from now at 17:00. Undefined where that is too late, or no more than
 * the time entries leave anyhow.
 */
export function weekToMend(times: EditionTimes, now: number, zone: string): string | undefined {
  const wall = `${zonedText(now + 7 * days, zone).slice(0, 10)}T17:00`;
  const at = instantOf(wall, zone);
  if (at === undefined || at <= times.entriesCloseAt) return undefined;
  return noMendBy(times, now, at) === undefined ? wall : undefined;
}
