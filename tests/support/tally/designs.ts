/** Small tables of marks, one for each design a category can turn out to have, on one criterion from 0 to 100. */
import { random } from '#core/numeric/random.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import type { TallyRules } from '#core/verdict/rules.ts';

export type Design = {
  readonly rows: readonly MarkRow[];
  readonly seatsAtRandom?: boolean;
  readonly priors?: TallyRules['priors'];
};

const row = (entry: number | string, judge: number | string, mark: number, category = 'X'): MarkRow => ({
  category,
  entry: `entry ${String(entry).padStart(2, '0')}`,
  judge: `judge ${judge}`,
  criterion: 'craft',
  mark,
});

type Worth = (entry: number, judge: number, noise: () => number) => number;

function seated(entries: number, seats: (entry: number) => readonly number[], worth: Worth, from = 0): MarkRow[] {
  const { below } = random('designs');
  const noise = () => below(9) - 4;
  return Array.from({ length: entries }, (_, entry) =>
    seats(entry).map((judge) => row(from + entry, judge, Math.max(0, Math.min(100, worth(entry, judge, noise))))),
  ).flat();
}

const usual: Worth = (entry, judge, noise) => 70 - 3 * entry - 4 * (judge % 3) + noise();
/** So far apart that the first is beyond doubt, so near that it is not. */
const apart: Worth = (entry, _judge, noise) => 90 - 20 * Math.min(entry, 2) + noise();
const near: Worth = (_entry, judge, noise) => 60 - 2 * (judge % 3) + noise();
const ring =
  (seats: number, judges: number, from = 0) =>
  (entry: number) =>
    Array.from({ length: seats }, (_, s) => from + ((entry + s) % judges));
const all = (judges: number) => () => Array.from({ length: judges }, (_, judge) => judge);
/** Harshness rises with the judge's number, and who is harsher meets the better entries. */
const confounded: Worth = (entry, judge, noise) => 40 + 2 * entry - 5 * judge + Math.round(noise() / 4);
const met = (entry: number) =>
  [0, 1, 2, 3].map((s) => Math.min(9, Math.floor(entry / 4) + s)).filter((judge, i, own) => own.indexOf(judge) === i);
/** Two criteria of doubt are gone: what differs is the judge's constant alone. */
const constants: Worth = (entry, judge) => 60 - 4 * entry + 10 * (judge % 3);
/** The fourth is the best and had the harsh judges. */
const strong: Worth = (entry, judge) => (entry === 3 ? 63 : 60 - entry) + 10 * (judge % 3);
/** The first by raw score had the lenient judges. */
const lenient: Worth = (entry, judge, noise) => (entry === 0 ? 52 : 58 - 2 * entry) + (judge < 2 ? 14 : 0) + Math.round(noise() / 2);
const parts = (worth: Worth) => [...seated(4, ring(3, 4), worth), ...seated(4, ring(3, 4, 10), worth, 4)];

/** By what they are, each with what its rows stand for. */
export const designs: Readonly<Record<string, Design>> = {
  'every judge on every entry': { rows: seated(5, all(4), usual) },
  'every judge on every entry, one far ahead': { rows: seated(5, all(4), apart) },
  'every judge on every entry, all near': { rows: seated(5, all(4), near) },
  'a ring of panels': { rows: seated(16, ring(5, 7), usual) },
  'a ring of panels, one far ahead': { rows: seated(16, ring(5, 7), apart) },
  'a ring of panels, all near': { rows: seated(16, ring(5, 7), near) },
  'a ring in which the first had the lenient judges': {
    rows: seated(12, (entry) => (entry === 0 ? [0, 1, 2] : ring(4, 6, 0)(entry).filter((judge) => judge > 0 || entry % 2 === 0)), lenient),
  },
  'a ring of panels, four ahead': { rows: seated(16, ring(5, 7), (entry, _judge, noise) => (entry < 4 ? 70 : 45) + noise()) },
  'a ring of panels, one a little ahead': { rows: seated(16, ring(5, 7), (entry, _judge, noise) => (entry < 1 ? 63 : 58) + noise()) },
  'two judges an entry': { rows: seated(12, ring(2, 6), usual) },
  'harsh judges on the better entries': { rows: seated(32, met, confounded) },
  'two parts no judge joins': { rows: parts(usual) },
  'two parts no judge joins, drawn at random': { rows: parts(usual), seatsAtRandom: true },
  'two parts no judge joins, drawn at random, one far ahead': {
    rows: [...seated(5, ring(4, 5), apart), ...seated(5, ring(4, 5, 10), (entry, judge, noise) => apart(entry + 2, judge, noise), 5)],
    seatsAtRandom: true,
  },
  'two parts that differ by judges alone': { rows: parts(constants) },
  'two parts in which judges agree': { rows: parts((entry) => 50 - entry), seatsAtRandom: true },
  'a part of one entry': { rows: [...seated(5, ring(3, 4), usual), ...seated(1, () => [20, 21, 22], usual, 5)] },
  'parts of one entry each': { rows: seated(4, (entry) => [2 * entry, 2 * entry + 1], usual) },
  'one judge an entry': { rows: seated(6, (entry) => [entry % 3], usual) },
  'one judge an entry, and an earlier year': {
    rows: seated(6, (entry) => [entry % 3], usual),
    priors: { entry: 60, judge: 20, residual: 16 },
  },
  'one entry': { rows: seated(1, all(3), usual) },
  'two entries': { rows: seated(2, all(3), usual) },
  'judges who agree on every entry': { rows: seated(6, ring(3, 4), (entry) => 60 - entry) },
  'judges who differ by constants': { rows: seated(6, ring(3, 5), constants) },
  'judges who differ by large constants': { rows: seated(6, ring(3, 5), strong) },
  'judges who differ by constants, on every entry': { rows: seated(6, all(3), constants) },
  'marks that are all alike': { rows: seated(5, all(3), () => 70) },
  'more judges than a panel has': {
    rows: Array.from({ length: 2001 }, (_, judge) =>
      [0, 1, 2].flatMap((entry) => (judge % 3 === entry ? [] : [row(entry, judge, 50 + ((judge * 7 + entry) % 9))])),
    ).flat(),
  },
};
