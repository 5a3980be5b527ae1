/**
 * After entries have closed, one entry may be opened again until an instant of its own. What was sent in stands until the next version of
 * it is; where the instant passes first, it goes on standing. Nobody else's entry is touched by it.
 */
import { announced, type EditionTimes } from '../season/phases.ts';
import type { EntryState } from './withdrawing.ts';

export type NoReopening =
  | { readonly code: 'entries.nothing-to-reopen'; readonly facts: { readonly state: EntryState } }
  | { readonly code: 'entries.open-anyway'; readonly facts: Readonly<Record<string, never>> }
  | { readonly code: 'entries.reopened-too-late'; readonly facts: Readonly<Record<string, never>> }
  | { readonly code: 'entries.until-has-passed'; readonly facts: Readonly<Record<string, never>> }
  | { readonly code: 'entries.until-after-judging'; readonly facts: Readonly<Record<string, never>> };

/** Only of what stands with its readers can there be a next version. */
export const hasNextVersion = (state: EntryState): state is 'submitted' | 'accepted' => state === 'submitted' || state === 'accepted';

/** What is wrong with an instant until which somebody may send in later than others; undefined where nothing is. */
export function untilRefusal(
  times: EditionTimes,
  now: number,
  until: number,
): 'entries.until-has-passed' | 'entries.until-after-judging' | undefined {
  if (until <= now) return 'entries.until-has-passed';
  return until > times.judgingCloseAt ? 'entries.until-after-judging' : undefined;
}

/** Why an entry cannot be opened again until an instant; undefined where it can. Instants are epoch milliseconds. */
export function noReopening(state: EntryState, times: EditionTimes, now: number, until: number): NoReopening | undefined {
  if (!hasNextVersion(state)) return { code: 'entries.nothing-to-reopen', facts: { state } };
  if (announced(times, now) || now >= times.judgingCloseAt) return { code: 'entries.reopened-too-late', facts: {} };
  if (now < times.entriesCloseAt) return { code: 'entries.open-anyway', facts: {} };
  const code = untilRefusal(times, now, until);
  return code && { code, facts: {} };
}

/** An entry is open again in [reopened, until): the last instant does not belong to it. */
export const stillOpen = (until: number, now: number): boolean => now < until;
