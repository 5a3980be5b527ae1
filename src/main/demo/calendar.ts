/** The demo's dates. They are reckoned back from the first start, so that one edition is over and one is under way whenever that is. */
import { instantOf, zonedText } from '#core/season/wall-time.ts';

const day = 86_400_000;

export type Season = {
  readonly name: string;
  readonly createdAt: Date;
  readonly publishedAt: Date;
  readonly entriesOpenAt: Date;
  readonly entriesCloseAt: Date;
  readonly judgingCloseAt: Date;
};

export type Calendar = {
  readonly foundedAt: Date;
  readonly past: Season & { readonly announceAt: Date };
  readonly running: Season;
  /** So many days before the first start; never a later instant than that. */
  readonly ago: (days: number) => Date;
};

/** The organisation is older than the installation by this; how the first start is known again after a load that was cut short. */
export const foundedBefore = 600 * day;

const weeks = { entries: 13, judging: 7, deciding: 9 };

export function calendarOf(start: Date, zone: string): Calendar {
  /** `time` o'clock in the programme's zone, on the day that is so many days after the first start. */
  const on = (days: number, time: string): Date => {
    const date = zonedText(start.getTime() + days * day, zone).slice(0, 10);
    return new Date(instantOf(`${date}T${time}`, zone) ?? start.getTime() + days * day);
  };
  const season = (closes: number): Omit<Season, 'name'> => ({
    createdAt: on(closes - 7 * (weeks.entries + 3), '10:30'),
    publishedAt: on(closes - 7 * (weeks.entries + 1), '11:00'),
    entriesOpenAt: on(closes - 7 * weeks.entries, '09:00'),
    entriesCloseAt: on(closes, '17:00'),
    judgingCloseAt: on(closes + 7 * weeks.judging, '17:00'),
  });
  const announced = -236;
  const announceAt = on(announced, '20:00');
  const year = Number(zonedText(announceAt.getTime(), zone).slice(0, 4));
  return {
    foundedAt: new Date(start.getTime() - foundedBefore),
    past: { name: `${year}`, ...season(announced - 7 * (weeks.judging + weeks.deciding)), announceAt },
    // In seventeen days, whatever hour it is now.
    running: { name: `${year + 1}`, ...season(on(17, '17:00').getTime() - start.getTime() < 17 * day ? 18 : 17) },
    ago: (days) => new Date(start.getTime() - days * day),
  };
}

/** The `i`th of `n` instants spread evenly between two, each moved to some hour of the day at which people are awake. */
export function spread(from: Date, to: Date, i: number, n: number): Date {
  const even = new Date(from.getTime() + ((to.getTime() - from.getTime()) * (i + 1)) / (n + 1));
  even.setUTCHours(8 + ((i * 5) % 11), (i * 17 + 4) % 60, (i * 23 + 11) % 60, 0);
  return new Date(Math.min(to.getTime(), Math.max(from.getTime(), even.getTime())));
}
