import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?([+-]\d\d:\d\d(?::\d\d)?)?$/;

const offsetIn = (text: string): string => form.exec(text)?.[1] ?? '';

function plainOf(text: string): Temporal.PlainDateTime | undefined {
  try {
    return form.test(text) ? Temporal.PlainDateTime.from(text) : undefined;
  } catch {
    return undefined;
  }
}

/** To the minute where that says it all, so that one instant has one text. */
const written = (plain: Temporal.PlainDateTime): string =>
  plain.second === 0 && plain.millisecond === 0 ? plain.toString({ smallestUnit: 'minute' }) : plain.toString();

/**
 * A moment as the programme's wall clock shows it: `2026-03-01T17:00`, with seconds where there are any. Where the clock is put back and
 * shows a time twice, an offset after it says which of the two is meant (`2026-10-25T02:30+01:00`); nowhere else is one needed.
 */
export const localTime = z
  .string()
  .refine((text) => plainOf(text) !== undefined, { error: 'not-a-local-time' })
  .overwrite((text) => {
    const plain = plainOf(text);
    return plain ? `${written(plain)}${offsetIn(text)}` : text;
  });

/**
 * What a local time means in a zone: the instant (epoch milliseconds), and how it was found. `skipped`: the clock is put forward over it,
 * so it is taken that much later (RFC 5545, section 3.3.5); `twice`: the clock shows it twice, and the first is taken unless an offset says
 * the other; `other` is the instant not taken. `stray-offset`: the zone does not have that offset then.
 */
export type LocalInstant =
  | { readonly kind: 'plain'; readonly at: number }
  | { readonly kind: 'skipped' | 'twice'; readonly at: number; readonly other: number }
  | { readonly kind: 'stray-offset'; readonly at: number };

const instant = (plain: Temporal.PlainDateTime, zone: string, disambiguation: 'earlier' | 'later') =>
  plain.toZonedDateTime(zone, { disambiguation });

/** Those already found: asking what summer time was is slow, and an edition asks for the same few dates again and again. */
const known = new Map<string, LocalInstant>();
const most = 5_000;

/** @throws RangeError for a text that is no local time, and for an unknown zone */
export function localInstant(text: string, zone: string): LocalInstant {
  const key = `${text} ${zone}`;
  const found = known.get(key) ?? find(text, zone);
  if (known.size >= most) known.clear();
  known.set(key, found);
  return found;
}

function find(text: string, zone: string): LocalInstant {
  const plain = plainOf(text);
  if (!plain) throw new RangeError(`not a local time: ${text}`);
  const [first, second] = [instant(plain, zone, 'earlier'), instant(plain, zone, 'later')];
  const [earlier, later] = [first.epochMilliseconds, second.epochMilliseconds];
  const offset = offsetIn(text);
  if (offset !== '') {
    const meant = [first, second].find((each) => each.offset === offset && each.toPlainDateTime().equals(plain));
    return meant ? { kind: 'plain', at: meant.epochMilliseconds } : { kind: 'stray-offset', at: earlier };
  }
  if (earlier === later) return { kind: 'plain', at: earlier };
  return first.toPlainDateTime().equals(plain)
    ? { kind: 'twice', at: earlier, other: later }
    : { kind: 'skipped', at: later, other: earlier };
}

/** The instant a local time means. @throws RangeError as above */
export const instantIn = (text: string, zone: string): number => localInstant(text, zone).at;

/** The local time that means an instant, and no other: with its offset where the clock shows it a second time. @throws RangeError */
export function localTimeOf(at: number, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const text = written(zoned.toPlainDateTime());
  if (!form.test(text)) throw new RangeError(`beyond the years a local time can say: ${text}`);
  return instantIn(text, zone) === at ? text : `${text}${zoned.offset}`;
}

/** A local time as many years or days later: the wall clock shows the same time; 29 February becomes the 28th where there is none. */
export function movedBy(text: string, by: { readonly years: number } | { readonly days: number }): string {
  const plain = plainOf(text);
  if (!plain) throw new RangeError(`not a local time: ${text}`);
  return written(plain.add(by, { overflow: 'constrain' }));
}
