import { type Fraction, toDecimal, toText } from '#core/numeric/fraction.ts';
import { outcomeOf } from '#core/ranking/winners.ts';
import type { CategoryTally, EntryTally } from '#core/scoring/tally.ts';
import type { Rules } from './rules.ts';

const exact = (value: Fraction) => ({ fraction: toText(value), decimal: toDecimal(value, 4) });

function entryResult(entry: EntryTally) {
  const standing =
    entry.status === 'ranked'
      ? { status: entry.status, rank: entry.rank, tied: entry.tied, raw: exact(entry.score) }
      : { status: entry.status, rank: null, tied: false, raw: null };
  return {
    entry: entry.entry,
    ...standing,
    total: entry.total.toString(),
    ballots: entry.ballots.map(({ judge, terms, sum, mean }) => ({ judge, marks: terms, sum: sum.toString(), mean: exact(mean) })),
    setAside: entry.setAside,
  };
}

/**
 * The result as a value for JSON. Sums are decimal texts, as they may pass 2⁵³; `raw.fraction` is total / (ballots · weightTotal) in
 * lowest terms, `raw.decimal` the same to four decimals, half up.
 */
export function tallyResult(tallies: readonly CategoryTally[], rules: Rules) {
  return {
    version: 1,
    rules: {
      scale: rules.scale,
      scaleGuessed: !rules.scaleGiven,
      weightsGuessed: !rules.weightsGiven,
      minimumPanel: rules.minimumPanel,
    },
    categories: tallies.map((tally) => {
      const outcome = outcomeOf(tally);
      return {
        category: tally.category,
        criteria: tally.criteria.map(({ id, weight }) => ({ criterion: id, weight })),
        weightTotal: tally.weightTotal.toString(),
        winners: outcome.kind === 'awarded' ? outcome.winners.map(({ entry }) => entry) : [],
        entries: tally.entries.map(entryResult),
      };
    }),
  };
}
