/** Dates in two zones: as the programme keeps them and, where that differs, as the reader's own clock shows them. */
import type { Words } from '#words/index.ts';

type Dates = Words['dates'];

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it. */
function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = clocks.get(zone);
  if (known) return known;
  try {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    const clock = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone, hourCycle: 'h23' });
    clocks.set(zone, clock);
    return clock;
  } catch {
    // A zone this machine has never heard of: the programme's time stands alone.
    return undefined;
  }
}

/**
 * An instant told in one zone (RFC 9557), told in another; undefined where both clocks show the same. An instant is one in every zone, so
 * the hour that a change of time skips or repeats needs no rule here: it is the clock there that skips or repeats it.
 */
export function inZone(text: string, zone: string): string | undefined {
  const at = Date.parse(text.split('[')[0] ?? '');
  const clock = Number.isNaN(at) ? undefined : clockOf(zone);
  if (clock === undefined) return undefined;
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const wall = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
  return wall === text.slice(0, 19) ? undefined : `${wall}[${zone}]`;
}

/** The words for dates of a reader whose zone is known: every whole date says both times. */
export function datesFor(dates: Dates, zone: string | undefined): Dates {
  if (zone === undefined) return dates;
  const both = (say: (text: string) => string) => (text: string) => {
    const yours = inZone(text, zone);
    if (yours === undefined) return say(text);
    const sameDay = yours.slice(0, 10) === text.slice(0, 10);
    return `${say(text)} (${dates.yours(sameDay ? dates.time(yours) : `${dates.short(yours)} ${dates.cityOf(zone)}`)})`;
  };
  return { ...dates, full: both(dates.full), exact: both(dates.exact) };
}
