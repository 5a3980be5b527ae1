import { add, type Fraction, fraction, multiply, subtract } from '../../numeric/fraction.ts';
import { ballotStatus, takesPart } from '../../scoring/ballot-status.ts';
import { unitsOf } from '../../scoring/composing/units.ts';
import { wholeCategories } from '../../scoring/composing/whole-categories.ts';
import { fitInputOf } from '../../verdict/fit-input.ts';
import type { Counted } from '../recount.ts';
import type { Refit } from '../refit.ts';

/**
 * A category as its weights see it: each ranked entry's score under every criterion alone, so that its score under weights w is
 * Σ w·score. `share`: weight/Σ weights as declared.
 */
export type Contest = {
  readonly criteria: readonly { readonly id: string; readonly share: Fraction }[];
  readonly entries: readonly Contender[];
};

export type Contender = { readonly entry: number; readonly by: readonly Fraction[] };

/** True where every ballot that takes part has all marks, so that scores are linear in the weights. */
export function isWithoutGaps({ composites, scores }: Counted): boolean {
  return scores.entries.every(
    ({ entry, ballots }) => !composites.leftOut.has(entry) && ballots.every((ballot) => composites.status[ballot] === ballotStatus.counts),
  );
}

function criteriaOf({ table, scores }: Counted): Contest['criteria'] {
  const { columns, weight } = unitsOf(table, scores.category);
  const total = weight.reduce((sum, each) => sum + each, 0n);
  return columns.map((column, i) => ({ id: table.criteria[column]?.id ?? '', share: fraction(weight[i] ?? 0n, total) }));
}

/** Exact means of the marks under each criterion: their weighted sum is the raw weighted mean. */
export function rawContest(counted: Counted): Contest {
  const { table, scores } = counted;
  const { columns, from, times, length } = unitsOf(table, scores.category);
  const unit = (ballot: number, i: number) =>
    (times[i] ?? 1n) * BigInt((table.marks[ballot * table.criteria.length + (columns[i] ?? 0)] ?? 0) - (from[i] ?? 0));
  const entries = scores.entries.flatMap(({ entry, status, ballots }) =>
    status !== 'ranked'
      ? []
      : [
          {
            entry,
            by: columns.map((_, i) =>
              fraction(
                ballots.reduce((sum, ballot) => sum + unit(ballot, i), 0n),
                length * BigInt(ballots.length),
              ),
            ),
          },
        ],
  );
  return { criteria: criteriaOf(counted), entries };
}

/** By column of the table: corrected scores of every entry when its ballots hold the marks of that criterion alone. */
export type ByCriterion = (column: number) => Float64Array;

/**
 * Each criterion corrected by the variances of the whole, so that the parts add up to the corrected score. Where all categories ask the
 * same criteria at the same weights, one fit serves them all; otherwise the other categories keep their composites.
 */
export function correctedByCriterion(counted: Counted, refit: Refit, alike: boolean): ByCriterion {
  const { table, composites, scores } = counted;
  const { columns, from, times, length } = unitsOf(table, scores.category);
  const { numbers } = wholeCategories(table);
  const whole = numbers[scores.category];
  const isAsked = (ballot: number) => alike || numbers[table.entries[table.ballotEntry[ballot] ?? -1]?.category ?? -1] === whole;
  return (column) => {
    const i = columns.indexOf(column);
    const y = composites.y.map((composite, ballot) => {
      if (!takesPart(composites.status[ballot]) || !isAsked(ballot)) return composite;
      const mark = table.marks[ballot * table.criteria.length + column] ?? 0;
      return (Number(times[i] ?? 1n) * (mark - (from[i] ?? 0))) / Number(length);
    });
    return refit(fitInputOf(table, { y, status: composites.status }).input);
  };
}

/** Corrected scores as a contest: exact at six decimals, as they are shown. */
export function correctedContest(counted: Counted, byCriterion: ByCriterion): Contest {
  const scored = unitsOf(counted.table, counted.scores.category).columns.map(byCriterion);
  const entries = counted.scores.entries.flatMap(({ entry, status }) =>
    status === 'ranked' ? [{ entry, by: scored.map((scores) => millionths(scores[entry] ?? 0)) }] : [],
  );
  return { criteria: criteriaOf(counted), entries };
}

const millionths = (value: number): Fraction => fraction(BigInt(Math.round(value * 1e6)), 1_000_000n);

/** By criterion: how far a stands ahead of b, below 0 where it is behind. */
export function leads(a: Contender, b: Contender): readonly Fraction[] {
  return a.by.map((score, c) => subtract(score, b.by[c] ?? fraction(0)));
}

/** A rival who is ahead under some criterion, and so could win by weights, with the winner's leads over it and their weighted sum. */
export type Threat = { readonly entry: number; readonly d: readonly Fraction[]; readonly lead: Fraction };

export function threatsTo({ criteria, entries }: Contest, winner: Contender): readonly Threat[] {
  return entries.flatMap((rival) => {
    const d = rival.entry === winner.entry ? [] : leads(winner, rival);
    return d.some(({ n }) => n < 0n) ? [{ entry: rival.entry, d, lead: weighted(criteria, d) }] : [];
  });
}

/** Σ share·lead. */
export function weighted(criteria: Contest['criteria'], values: readonly Fraction[]): Fraction {
  return criteria.reduce((sum, { share }, c) => add(sum, multiply(share, values[c] ?? fraction(0))), fraction(0));
}
