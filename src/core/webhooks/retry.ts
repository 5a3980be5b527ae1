const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits between the attempts of one delivery, in milliseconds: soon for a hiccup, within a day for a night without anybody. */
const waits = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour] as const;

/** The attempts of one delivery at most: the first, and one after each wait; almost 21 hours from the first to the last. */
export const mostTries: number = waits.length + 1;

/** How long to wait after `tries` attempts that failed, in milliseconds; undefined when it is given up. */
export function waitAfter(tries: number): number | undefined {
  return waits[tries - 1];
}

/** A webhook at which nothing has arrived for so long is switched off, in milliseconds: three days. */
const patience = 72 * hour;

/** Whether it is time to stop, at `now`, for one at which everything failed since `since`. */
export function failedForLong(since: number, now: number): boolean {
  return now - since >= patience;
}
