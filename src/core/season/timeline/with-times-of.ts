import type { EditionTimes } from '../phases.ts';
import { editionTimes } from './edition-times.ts';
import { localTimeOf } from './local-instant.ts';
import type { Timeline } from './shape.ts';

/**
 * The timeline with the few instants an edition is run by as they are now: what is sent in opens and closes then, the first round opens and
 * the last to end closes then. What did not move keeps its text.
 */
export function withTimesOf(timeline: Timeline, times: EditionTimes, zone: string): Timeline {
  const before = editionTimes(timeline, zone);
  const text = (was: number, now: number, written: string): string => (was === now ? written : localTimeOf(now, zone));
  const moved = <C extends { readonly opens: string; readonly closes: string }>(clock: C): C => ({
    ...clock,
    opens: text(before.entriesOpenAt, times.entriesOpenAt, clock.opens),
    closes: text(before.entriesCloseAt, times.entriesCloseAt, clock.closes),
  });
  const { entries, nominations } = timeline;
  const sentIn = entries ? { entries: moved(entries) } : nominations ? { nominations: moved(nominations) } : {};
  // Judging that opens the moment entries close moves with that close.
  const opensAt = (of: EditionTimes): number => of.judgingOpenAt ?? of.entriesCloseAt;
  const rounds = timeline.rounds.map((round) => {
    const first = text(opensAt(before), opensAt(times), round.opens);
    const last = text(before.judgingCloseAt, times.judgingCloseAt, round.closes);
    const own = editionTimes({ ...timeline, rounds: [round] }, zone);
    return {
      ...round,
      opens: opensAt(own) === opensAt(before) ? first : round.opens,
      closes: own.judgingCloseAt === before.judgingCloseAt ? last : round.closes,
    };
  });
  return { ...timeline, ...sentIn, rounds };
}
