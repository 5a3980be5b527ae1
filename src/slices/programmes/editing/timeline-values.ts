/** A timeline as the fields of its form, and back. A field is named as the timeline's problems name it; what is empty is not there. */
import { saidIn } from '#core/categories/editing.ts';
import { keyFor } from '#core/editions/key.ts';
import { inMajorUnits, inMinorUnits } from '#core/forms/currencies.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { localInstant, localTime, localTimeOf } from '#core/season/timeline/local-instant.ts';
import { localTimes } from '#core/season/timeline/paths.ts';
import type { Timeline } from '#core/season/timeline/shape.ts';
import { atLine, type Edited, filled, numberFrom, type Sent, secondOf, textIn, type Values } from './sent.ts';

export type Where = { readonly zone: string; readonly language: string };

const offset = /[+-]\d\d:\d\d(?::\d\d)?$/;

/** More lines than these are never read; there is one to spare beyond what a timeline may have. */
const most = { rounds: 21, lateCodes: 51, tiers: 21 } as const;

const said = (text: LocalText | undefined, language: string): string => (text === undefined ? '' : inLanguage(text, language, language));

export function timelineValues(timeline: Timeline, { language }: Pick<Where, 'language'>): Values {
  const { nominations, entries, rounds, ceremony, lateCodes, fees } = timeline;
  const times = localTimes(timeline).flatMap(({ path, text }) => [
    [path, text.replace(offset, '')],
    ...(offset.test(text) ? [[secondOf(path), 'on']] : []),
  ]);
  return {
    ...Object.fromEntries(times),
    'nominations.grace': String(nominations?.grace ?? 0),
    'entries.grace': String(entries?.grace ?? 0),
    'entries.fromNomination': entries?.fromNomination ? 'on' : '',
    'ceremony.place': said(ceremony?.place, language),
    'fees.currency': fees?.currency ?? '',
    ...Object.fromEntries(
      rounds.flatMap(({ name, parallel }, i) => [
        [`rounds.${i}.name`, said(name, language)],
        [`rounds.${i}.parallel`, parallel ? 'on' : ''],
      ]),
    ),
    ...Object.fromEntries(
      lateCodes.flatMap(({ key, of, uses }, i) => [
        [`lateCodes.${i}.key`, key],
        [`lateCodes.${i}.of`, of],
        [`lateCodes.${i}.uses`, uses === undefined ? '' : String(uses)],
      ]),
    ),
    ...Object.fromEntries(
      (fees?.tiers ?? []).flatMap(({ name, amount }, i) => [
        [`fees.tiers.${i}.name`, said(name, language)],
        [`fees.tiers.${i}.amount`, inMajorUnits(amount, fees?.currency ?? '')],
      ]),
    ),
  };
}

type Read = {
  readonly text: (path: string) => string;
  readonly time: (path: string) => string | undefined;
  readonly interval: (path: string) => { opens?: string; closes?: string } | undefined;
};

function readerOf(values: Values, zone: string): Read {
  const text = (path: string): string => textIn(values, path);
  const time = (path: string): string | undefined => {
    const written = text(path);
    if (written === '' || !values[secondOf(path)] || !localTime.safeParse(written).success) return written || undefined;
    const meant = localInstant(written, zone);
    return meant.kind === 'twice' ? localTimeOf(meant.other, zone) : written;
  };
  const interval = (path: string) => {
    const [opens, closes] = [time(`${path}.opens`), time(`${path}.closes`)];
    if (opens === undefined && closes === undefined) return undefined;
    return { ...(opens !== undefined && { opens }), ...(closes !== undefined && { closes }) };
  };
  return { text, time, interval };
}

/** The lines of a list that hold something, and which line of the form each is; `drop`: the one taken away. */
function lines<T>(list: string, count: number, drop: string, read: (path: string, at: number) => T | undefined) {
  const found = Array.from({ length: count }, (_, at) => ({ at, row: drop === `${list}.${at}` ? undefined : read(`${list}.${at}`, at) }));
  const kept = found.filter((line): line is { at: number; row: T & {} } => line.row !== undefined);
  return { rows: kept.map(({ row }) => row), from: kept.map(({ at }) => at) };
}

const word = (was: LocalText | undefined, language: string, text: string): Sent | undefined => saidIn(was, language, text);

function roundsFrom({ text, interval }: Read, was: Timeline, { language }: Where, values: Values, drop: string) {
  const taken = was.rounds.map(({ key }) => key);
  return lines('rounds', most.rounds, drop, (path, at) => {
    const [times, handIn, name] = [interval(path), interval(`${path}.handIn`), text(`${path}.name`)];
    const before = was.rounds[at];
    if (!times && !handIn && (name === '' || before)) return undefined;
    const key = before?.key ?? keyFor(name, 'round', taken);
    if (!before) taken.push(key);
    const parallel = values[`${path}.parallel`] === 'on';
    return { key, name: word(before?.name, language, name), ...times, handIn, parallel };
  });
}

/** Two rounds change places; the dates stay where they are, so that what was possible stays so. */
function swapped<R extends { key: string; name: Sent | undefined }>(rounds: readonly R[], a: number, b: number): R[] {
  const [one, other] = [rounds[a], rounds[b]];
  if (!one || !other) return [...rounds];
  return rounds.map((round, i) => {
    const named = i === a ? other : i === b ? one : round;
    return { ...round, key: named.key, name: named.name };
  });
}

function lateCodesFrom({ text, time }: Read, was: Timeline, drop: string) {
  const taken = was.lateCodes.map(({ key }) => key);
  return lines('lateCodes', most.lateCodes, drop, (path, at) => {
    const [until, expires, name, before] = [time(`${path}.until`), time(`${path}.expires`), text(`${path}.key`), was.lateCodes[at]];
    if (until === undefined && expires === undefined && (name === '' || before)) return undefined;
    const key = before?.key ?? keyFor(name, 'late', taken);
    if (!before) taken.push(key);
    return { key, of: text(`${path}.of`) || 'entries', until, expires, uses: numberFrom(text(`${path}.uses`)) };
  });
}

function feesFrom({ text, time }: Read, was: Timeline, { language }: Where, drop: string) {
  const currency = text('fees.currency').toUpperCase();
  const before = was.fees?.tiers ?? [];
  const taken = before.map(({ key }) => key);
  const { rows, from } = lines('fees.tiers', most.tiers, drop, (path, at) => {
    const [name, until, amount] = [text(`${path}.name`), time(`${path}.until`), text(`${path}.amount`)];
    if (name === '' && until === undefined && amount === '') return undefined;
    const key = before[at]?.key ?? keyFor(name, 'price', taken);
    if (!before[at]) taken.push(key);
    const minor = amount === '' ? undefined : (inMinorUnits(amount, currency) ?? amount);
    return { key, name: word(before[at]?.name, language, name), until, amount: minor };
  });
  return { fees: rows.length === 0 ? undefined : { currency, tiers: rows.map(filled) }, from };
}

/** Fields that stand for what has none of its own. */
const instead: Readonly<Record<string, string>> = {
  nominations: 'nominations.opens',
  entries: 'entries.opens',
  rounds: 'rounds.0.opens',
  'fees.tiers': 'fees.tiers.0.amount',
  ceremony: 'ceremony.at',
};

/** What a form made of a timeline; the part's shape says whether it can be. `do` is the button that was pressed: `rounds.2.up`. */
export function timelineFrom(values: Values, was: Timeline, where: Where): Edited {
  const read = readerOf(values, where.zone);
  const [, target = '', act = ''] = /^(.+)\.(up|down|drop)$/.exec(values.do ?? '') ?? [];
  const drop = act === 'drop' ? target : '';
  const { text, time, interval } = read;
  const rounds = roundsFrom(read, was, where, values, drop);
  const at = rounds.from.indexOf(Number(/^rounds\.(\d+)$/.exec(target)?.[1] ?? -1));
  const ordered = at < 0 || drop !== '' ? rounds.rows : swapped(rounds.rows, at, act === 'up' ? at - 1 : at + 1);
  const codes = lateCodesFrom(read, was, drop);
  const { fees, from: tiers } = feesFrom(read, was, where, drop);
  const clock = (name: 'nominations' | 'entries') => {
    const times = interval(name);
    return times && { ...times, ...filled({ grace: numberFrom(text(`${name}.grace`)) }) };
  };
  const [nominations, entries, ceremony] = [clock('nominations'), clock('entries'), time('ceremony.at')];
  const place = word(was.ceremony?.place, where.language, text('ceremony.place'));
  const body = filled({
    nominations,
    entries: entries && { ...entries, fromNomination: values['entries.fromNomination'] === 'on' },
    screening: interval('screening'),
    rounds: ordered.map((round) => filled(round)),
    deliberation: interval('deliberation'),
    announcement: time('announcement'),
    ceremony: ceremony === undefined ? undefined : filled({ at: ceremony, place }),
    feedback: time('feedback'),
    lateCodes: codes.rows.map((code) => filled(code)),
    fees,
  });
  const fieldOf = (path: string): string => {
    const moved = atLine('fees.tiers', tiers, atLine('lateCodes', codes.from, atLine('rounds', rounds.from, path)));
    if (/^fees\.tiers\.\d+$/.test(moved)) return `${moved}.until`;
    return instead[moved] ?? moved;
  };
  return { body, fieldOf };
}
