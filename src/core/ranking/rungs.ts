import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { add, type Fraction, fraction } from '../numeric/fraction.ts';
import { canonicalJson } from '../record/canonical.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import { weighedIn } from '../scoring/composing/units.ts';
import type { Composites } from '../scoring/composite.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';
import type { TieRung } from '../verdict/rules.ts';
import { entryMarks } from './criterion-means.ts';

/** One question asked of a group of tied entries: the higher answer stands above; undefined where it cannot be asked of all of them. */
export type Rung = {
  readonly by: TieRung['by'];
  /** The criteria it asks of, by name; none where it asks of the whole. */
  readonly criteria: readonly string[];
  readonly ask: (group: readonly number[]) => ReadonlyMap<number, Fraction> | undefined;
};

type Given = { readonly table: BallotTable; readonly composites: Composites; readonly scores: CategoryScores; readonly seed: string };

/** Answers for all of a group, or none. */
export function forAll(
  group: readonly number[],
  answer: (entry: number) => Fraction | undefined,
): ReadonlyMap<number, Fraction> | undefined {
  const answers = new Map<number, Fraction>();
  for (const entry of group) {
    const value = answer(entry);
    if (value === undefined) return undefined;
    answers.set(entry, value);
  }
  return answers;
}

/** Columns by weight, heaviest first; those of one weight are asked together, as nothing declares which of them comes first. */
function byWeight({ criteria }: BallotTable, columns: readonly number[]): number[][] {
  const weights = [...new Set(columns.map((column) => criteria[column]?.weight ?? 0))].sort((a, b) => b - a);
  return weights.map((weight) => columns.filter((column) => criteria[column]?.weight === weight));
}

/** Wins less losses against the others of the group, a win being more judges who prefer this entry among those who marked both. */
function headToHead(
  { table, composites }: Given,
  group: readonly number[],
  ballots: (entry: number) => readonly number[],
): ReadonlyMap<number, Fraction> {
  const n = group.length;
  const byJudge = new Map<number, { readonly at: number; readonly value: bigint }[]>();
  group.forEach((entry, at) => {
    for (const ballot of ballots(entry)) {
      const judge = table.ballotJudge[ballot] ?? 0;
      const own = byJudge.get(judge) ?? [];
      byJudge.set(judge, own);
      own.push({ at, value: composites.numerator[ballot] ?? 0n });
    }
  });
  const lead = new Int32Array(n * n);
  for (const own of byJudge.values())
    for (const a of own) for (const b of own) if (a.value > b.value) lead[a.at * n + b.at] = (lead[a.at * n + b.at] ?? 0) + 1;
  const wins = (at: number) => group.reduce((sum, _, b) => sum + Math.sign((lead[at * n + b] ?? 0) - (lead[b * n + at] ?? 0)), 0);
  return new Map(group.map((entry, at) => [entry, fraction(wins(at))]));
}

function medianOf({ composites, scores }: Given, ballots: readonly number[]): Fraction | undefined {
  const sorted = ballots.map((ballot) => composites.numerator[ballot] ?? 0n).sort((a, b) => (a < b ? -1 : Number(a > b)));
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) return undefined;
  return fraction(low + high, 2n * (composites.denominator[scores.category] ?? 1n));
}

/** What the committed seed draws for an entry: SHA-256 over seed, category and name, as a number. The highest stands first. */
export function lot(seed: string, category: string, entry: string): Fraction {
  const drawn = canonicalJson([seed, category, entry]);
  return fraction(BigInt(`0x${bytesToHex(sha256(utf8ToBytes(drawn)))}`));
}

/** The declared rungs as questions, in order; `criteria` becomes one question for each weight. */
export function rungsOf(given: Given, declared: readonly TieRung[]): readonly Rung[] {
  const { table, composites, scores } = given;
  const own = new Map(scores.entries.map(({ entry, ballots }) => [entry, ballots]));
  const ballots = (entry: number) => own.get(entry) ?? [];
  const marks = entryMarks(table, composites, ballots);
  const columns = weighedIn(table, scores.category);
  const category = table.categories[scores.category] ?? '';
  const together =
    (asked: readonly number[]) =>
    (entry: number): Fraction | undefined => {
      const [only, ...others] = asked;
      if (only !== undefined && others.length === 0) return marks.mean(entry, only);
      const shares = asked.map((column) => marks.share(entry, column));
      return shares.reduce((sum, share) => sum && share && add(sum, share), fraction(0));
    };
  const names = (asked: readonly number[]) => asked.map((column) => table.criteria[column]?.id ?? '');
  const made = (rung: TieRung): Rung[] => {
    switch (rung.by) {
      case 'criteria':
        return byWeight(table, columns).map((asked) => ({
          by: rung.by,
          criteria: names(asked),
          ask: (group) => forAll(group, together(asked)),
        }));
      case 'criterion': {
        const asked = columns.filter((column) => table.criteria[column]?.id === rung.criterion);
        return asked.length === 0 ? [] : [{ by: rung.by, criteria: names(asked), ask: (group) => forAll(group, together(asked)) }];
      }
      case 'head-to-head':
        return [{ by: rung.by, criteria: [], ask: (group) => headToHead(given, group, ballots) }];
      case 'median':
        return [{ by: rung.by, criteria: [], ask: (group) => forAll(group, (entry) => medianOf(given, ballots(entry))) }];
      case 'high-marks':
        return [{ by: rung.by, criteria: [], ask: (group) => forAll(group, (entry) => marks.high(entry, columns, rung.from)) }];
      // Of one round alone there is no other source.
      case 'source':
        return [];
      case 'lot':
        return [
          {
            by: rung.by,
            criteria: [],
            ask: (group) => forAll(group, (entry) => lot(given.seed, category, table.entries[entry]?.name ?? '')),
          },
        ];
    }
  };
  return declared.flatMap(made);
}
