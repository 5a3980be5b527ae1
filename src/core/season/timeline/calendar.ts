/** Dates as calendars read them (iCalendar, RFC 5545). */

/** `uid` is the same for the same moment for ever (RFC 7986, section 5.3): a calendar that reads the dates again moves what was moved. */
export type CalendarEvent = {
  readonly uid: string;
  /** Epoch milliseconds; `endsAt` null: a moment without a length. */
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly summary: string;
  readonly description?: string;
  readonly place?: string;
  readonly address?: string;
};

export type Calendar = {
  readonly name: string;
  /** What made it, for `PRODID`. */
  readonly product: string;
  /** When the dates were last changed (epoch milliseconds): DTSTAMP of every event, so that the same dates are the same bytes. */
  readonly changedAt: number;
  readonly events: readonly CalendarEvent[];
};

/** Section 3.3.11: backslash, semicolon and comma are escaped, a line feed is `\n`; other controls are not allowed at all. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** `20260301T170000Z` (section 3.3.5, form 2): the instant itself, so that no zone has to be described. */
const utc = (at: number): string => `${new Date(Math.floor(at / 1000) * 1000).toISOString().replace(/[-:]|\.\d+/g, '')}`;

const bytesOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** A content line holds at most so many octets, its line end not counted (section 3.1). */
const longestLine = 75;

/** Folded where it is longer; never within a character. A line that goes on begins with a space, which is one of its octets. */
function folded(line: string): string {
  let out = '';
  let length = 0;
  for (const character of line) {
    const bytes = bytesOf(character);
    if (length + bytes > longestLine) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += bytes;
  }
  return `${out}\r\n`;
}

function eventLines({ uid, startsAt, endsAt, summary, description, place, address }: CalendarEvent, changedAt: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART:${utc(startsAt)}`,
    ...(endsAt === null ? [] : [`DTEND:${utc(endsAt)}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    // An address is a URI, which needs no escape and holds no space or control.
    ...(address === undefined ? [] : [`URL:${address.replace(/[\s\p{Cc}]/gu, '')}`]),
    // Nobody is busy because entries close.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The text of an `.ics` file, served as `text/calendar; charset=utf-8`. */
export function calendarText({ name, product, changedAt, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(product)}`,
    `NAME:${escaped(name)}`,
    // What calendars read that do not know RFC 7986.
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, changedAt)),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}
