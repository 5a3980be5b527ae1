/**
 * Dates in words. They are given as RFC 9557 texts (`2027-01-29T17:00:00+00:00[Europe/Dublin]`), which hold the wall time and its
 * zone, so that no clock and no zone table is needed to say them.
 */
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

type Told = {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly weekday: string;
  readonly time: string;
  readonly seconds: string;
  readonly city: string;
};

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(:\d\d)?[^[]*(?:\[(.+)\])?$/;

function told(text: string): Told | undefined {
  const [, year = '', month = '', day = '', time = '', seconds = ':00', zone = 'UTC'] = form.exec(text) ?? [];
  if (year === '') return undefined;
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  return {
    year: Number(year),
    month: months[Number(month) - 1] ?? '',
    day: Number(day),
    weekday: days[weekday] ?? '',
    time,
    seconds,
    city: cityOf(zone),
  };
}

const twoDigits = (text: string): string => text.padStart(2, '0');

/** A month by its name or the beginning of it. */
function monthOf(name: string): string | undefined {
  const at = months.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return at < 0 ? undefined : twoDigits(`${at + 1}`);
}

const clock = /(?:[,\s]+(?<hour>\d{1,2})[:.](?<minute>\d\d)(?<seconds>:\d\d)?)?$/.source;
const writtenForms = [
  /^(?:[a-z]+,?\s+)?(?<day>\d{1,2})(?:\.|st|nd|rd|th)?\s+(?<month>[a-z]{3,})\.?,?\s+(?<year>\d{4})/,
  /^(?:[a-z]+,?\s+)?(?<month>[a-z]{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})/,
].map(({ source }) => new RegExp(source + clock, 'i'));
const machineForm = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?$/;

/**
 * A day, or a day and a time, as people write it: `9 December 2026`, `Dec 9, 2026, 17:00`, `2026-12-09`. Figures alone in another order
 * can be read in two ways, so they are not read.
 */
function readDate(text: string): string | undefined {
  const plain = text.trim();
  const [, date, time] = machineForm.exec(plain) ?? [];
  if (date !== undefined) return time === undefined ? date : `${date}T${time}`;
  for (const written of writtenForms) {
    const { day = '', month = '', year = '', hour, minute = '', seconds = '' } = written.exec(plain)?.groups ?? {};
    const number = month === '' ? undefined : monthOf(month);
    if (number === undefined) continue;
    return `${year}-${number}-${twoDigits(day)}${hour === undefined ? '' : `T${twoDigits(hour)}:${minute}${seconds}`}`;
  }
  return undefined;
}

/** `America/Argentina/Buenos_Aires` is “Buenos Aires time” to whoever lives by it. */
function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

export const dates = {
  cityOf,
  /** The instant alone, for machines: `2027-01-29T17:00:00+00:00`. */
  machine: (text: string): string => text.split('[')[0] ?? text,
  /** Friday 29 January 2027 */
  day: (text: string): string => {
    const at = told(text);
    return at ? `${at.weekday} ${at.day} ${at.month} ${at.year}` : text;
  },
  /** 29 January 2027, of an instant or of a day without a time: `2027-01-29` */
  date: (text: string): string => {
    const at = told(/^[\d-]{10}$/.test(text) ? `${text}T00:00` : text);
    return at ? `${at.day} ${at.month} ${at.year}` : text;
  },
  /** 9 December 2026; 9 December 2026, 17:00: in a field, where it can be written so too. What is no such date stays as it is. */
  written: (text: string): string => {
    const [, date, time] = machineForm.exec(text) ?? [];
    const at = date === undefined ? undefined : told(`${date}T00:00`);
    return at === undefined ? text : `${at.day} ${at.month} ${at.year}${time === undefined ? '' : `, ${time}`}`;
  },
  read: readDate,
  /** What is put below the name of such a field. */
  like: { day: 'For instance 9 May 2026', time: 'For instance 9 May 2026, 17:00' },
  /** 29 Jan: below a plot */
  dayOnly: (text: string): string => {
    const at = told(text);
    return at ? `${at.day} ${at.month.slice(0, 3)}` : text;
  },
  /** 17:00 Dublin */
  time: (text: string): string => {
    const at = told(text);
    return at ? `${at.time} ${at.city}` : text;
  },
  /** Friday 29 January 2027, 17:00 Dublin */
  full: (text: string): string => {
    const at = told(text);
    return at ? `${at.weekday} ${at.day} ${at.month} ${at.year}, ${at.time} ${at.city}` : text;
  },
  /** Friday 29 January 2027, 17:00:09 Dublin: where a second decides */
  exact: (text: string): string => {
    const at = told(text);
    return at ? `${at.weekday} ${at.day} ${at.month} ${at.year}, ${at.time}${at.seconds} ${at.city}` : text;
  },
  /** Fri 29 Jan, 17:00: in lists, where the year is plain */
  short: (text: string): string => {
    const at = told(text);
    return at ? `${at.weekday.slice(0, 3)} ${at.day} ${at.month.slice(0, 3)}, ${at.time}` : text;
  },
  /** Fri 29 Jan 2027, 17:00: in lists that go back over years */
  inYears: (text: string): string => {
    const at = told(text);
    return at ? `${at.weekday.slice(0, 3)} ${at.day} ${at.month.slice(0, 3)} ${at.year}, ${at.time}` : text;
  },
  /** Fri 29 Jan 2027: in lists where the hour decides nothing */
  dayInYears: (text: string): string => {
    const at = told(text);
    return at ? `${at.weekday.slice(0, 3)} ${at.day} ${at.month.slice(0, 3)} ${at.year}` : text;
  },
  /** 17:00 on the day `now` is, otherwise Fri 29 Jan: in logs */
  lately: (text: string, now: string): string => {
    const at = told(text);
    if (!at) return text;
    return text.slice(0, 10) === now.slice(0, 10) ? at.time : `${at.weekday.slice(0, 3)} ${at.day} ${at.month.slice(0, 3)}`;
  },
  /** 1 to 12 February 2027; 29 January to 12 February 2027 */
  range: (from: string, to: string): string => {
    const [a, b] = [told(from), told(to)];
    if (!a || !b) return `${from} – ${to}`;
    const year = a.year === b.year ? '' : ` ${a.year}`;
    const start = a.year === b.year && a.month === b.month ? `${a.day}` : `${a.day} ${a.month}${year}`;
    return start === `${b.day}` ? `${b.day} ${b.month} ${b.year}` : `${start} to ${b.day} ${b.month} ${b.year}`;
  },
  /** Friday 29 January 2027, 17:00 Dublin (Friday 29 January 2027, 18:00 Berlin); the second where the reader lives by another clock */
  both: (text: string, theirs: string | number | null | undefined, say?: (text: string) => string): string => {
    const told = (one: string): string => (say ?? dates.full)(one);
    return typeof theirs !== 'string' || theirs === '' || theirs.slice(0, 16) === text.slice(0, 16)
      ? told(text)
      : `${told(text)} (${told(theirs)})`;
  },
  yours: (time: string): string => `${time}, your time`,
  /** Nobody counts back so far: a date says it better than the days since. */
  isLongAgo: (milliseconds: number): boolean => milliseconds < -30 * 86_400_000,
  /** in 17 days; tomorrow; in 3 hours; 2 days ago */
  away: (milliseconds: number): string => {
    const size = Math.abs(milliseconds);
    const [count, unit] =
      size >= 172_800_000
        ? [Math.floor(size / 86_400_000), 'day']
        : size >= 5_400_000
          ? [Math.round(size / 3_600_000), 'hour']
          : [Math.max(1, Math.round(size / 60_000)), 'minute'];
    const span = `${count} ${unit}${count === 1 ? '' : 's'}`;
    return milliseconds < 0 ? `${span} ago` : `in ${span}`;
  },
};

/** A fact of a refusal that is an instant. */
export function when(fact: string | number | boolean | null | undefined): string {
  return dates.full(String(fact));
}

/** A fact of a refusal that is an instant, where a second decides. */
export function exactly(fact: string | number | boolean | null | undefined): string {
  return dates.exact(String(fact));
}
