import { Temporal } from 'temporal-polyfill';

/** IANA names only: an offset such as `+02:00` would forget summer time. */
const zoneName = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/;

/** Whether a text names a time zone of the IANA database. */
export function isTimeZone(zone: string): boolean {
  if (!zoneName.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Texts already made: finding out what summer time was takes twenty times as long as looking one up, and pages tell the same few dates. */
const texts = new Map<string, string>();
const most = 5_000;

/**
 * An instant (epoch milliseconds) with the zone it is told in, by RFC 9557: `2027-01-29T17:00:00+00:00[Europe/Dublin]`. The one text
 * holds the instant, what the wall clock shows and where. @throws RangeError for an unknown zone
 */
export function zonedText(at: number, zone: string): string {
  const key = `${at} ${zone}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString({ smallestUnit: 'second' });
  if (texts.size >= most) texts.clear();
  texts.set(key, text);
  return text;
}

/**
 * The instant (epoch milliseconds) of a wall time written `2026-03-29T17:00`; undefined when it cannot be read. A time that the change
 * to summer time skips is taken one hour later, one that happens twice the first time (RFC 5545, section 3.3.5).
 */
export function instantOf(text: string, zone: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  } catch {
    return undefined;
  }
}
