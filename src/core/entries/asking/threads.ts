/** What an entrant and an organiser say to each other about an entry: how much, how often, what waits, and when a mail tells of it. */

export const sides = ['entrant', 'organiser'] as const;
export type Side = (typeof sides)[number];

export const otherSide = (side: Side): Side => (side === 'entrant' ? 'organiser' : 'entrant');

export const hour = 3_600_000;

/** `text`: the most characters of a message. `anHour`: the most messages of one person, by the side they speak for. */
export const threadLimits = { text: 4000, anHour: { entrant: 20, organiser: 200 } } as const;

export type ThreadCounts = {
  readonly messages: number;
  readonly lastOfEntrant: number;
  readonly lastOfOrganiser: number;
  /** As far as the organiser answered, or said that no answer is needed. */
  readonly answered: number;
};

/** Whether the entrant waits for the organiser: they said something since the last message that was answered or needed no answer. */
export const waits = ({ lastOfEntrant, answered }: Pick<ThreadCounts, 'lastOfEntrant' | 'answered'>): boolean => lastOfEntrant > answered;

/**
 * What becomes of the mail about a message: it leaves now, or at the instant an hour after the last one did, so that whoever is written to
 * often is mailed once. Instants are epoch milliseconds.
 */
export function mailAt(lastMailed: number | undefined, now: number): number {
  return lastMailed === undefined ? now : Math.max(now, lastMailed + hour);
}

/** Which threads a list shows: those somebody waits in, or all. */
export const threadFilters = ['waiting', 'all'] as const;
export type ThreadFilter = (typeof threadFilters)[number];
