import type { EditionTimes } from '../phases.ts';
import { timesAt } from './clock.ts';
import { localTimeOf } from './local-instant.ts';
import type { Timeline } from './shape.ts';

/** What the only round is called of an edition that was made without a timeline. */
const onlyRound = 'judging';

/**
 * The few instants an edition is run by: entries are what is sent in, or nominations where nothing else is; judging is from the first round's
 * opening to the last one's close. Judging that opens the moment entries close follows that close.
 * @throws RangeError for a timeline in which nothing is sent in or judged: `timelineProblems` refuses it
 */
export function editionTimes(timeline: Timeline, zone: string): EditionTimes {
  const { phases } = timesAt(timeline, zone);
  const of = (name: string) => phases.filter(({ phase }) => phase === name);
  const [sentIn] = [...of('entries'), ...of('nominations')];
  const rounds = of('round');
  if (!sentIn || rounds.length === 0) throw new RangeError('a timeline in which nothing is sent in or judged');
  const entriesCloseAt = sentIn.closesAt ?? sentIn.opensAt;
  const opensAt = Math.min(...rounds.map((round) => round.opensAt));
  return {
    entriesOpenAt: sentIn.opensAt,
    entriesCloseAt,
    judgingOpenAt: opensAt === entriesCloseAt ? null : opensAt,
    judgingCloseAt: Math.max(...rounds.map((round) => round.closesAt ?? round.opensAt)),
    announcedAt: of('announcement')[0]?.opensAt ?? null,
  };
}

/** The timeline of an edition that has nothing but those instants: entries, one round, the announcement. @throws RangeError beyond the year 9999 */
export function timelineOf(times: EditionTimes, zone: string): Timeline {
  const { entriesOpenAt, entriesCloseAt, judgingOpenAt, judgingCloseAt, announcedAt } = times;
  const text = (at: number): string => localTimeOf(at, zone);
  return {
    entries: { opens: text(entriesOpenAt), closes: text(entriesCloseAt), grace: 0, fromNomination: false },
    rounds: [{ key: onlyRound, opens: text(judgingOpenAt ?? entriesCloseAt), closes: text(judgingCloseAt), parallel: false }],
    ...(announcedAt !== null && { announcement: text(announcedAt) }),
    lateCodes: [],
  };
}
