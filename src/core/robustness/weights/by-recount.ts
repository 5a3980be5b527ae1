import { random } from '../../numeric/random.ts';
import { aggregate } from '../../scoring/aggregate.ts';
import { weighedIn } from '../../scoring/composing/units.ts';
import { type CompositeOptions, composites as compositesOf } from '../../scoring/composite.ts';
import { onlyCategory } from '../only-category.ts';
import { notTested, type Outcome } from '../outcome.ts';
import type { Counted } from '../recount.ts';
import { drawWeights } from './acceptability.ts';
import type { WeightTests } from './weights.ts';

/** Weightings tried at most, the ballots of a whole table counted again at most, and the fewest weightings that say something. */
const bounds = { draws: 500, ballots: 400_000, least: 100 };

/** Weights are drawn to one part in this many, and are at least 1. */
const fineness = 10_000;

/**
 * The share of weightings under which each entry is first, by counting again under each: for aggregations that are not linear in the
 * weights (medians, ranks, duels) and for ballots with gaps. There is no smallest shift to name.
 */
export function weightTestsByRecount(counted: Counted, options: CompositeOptions, seed: string): Outcome<WeightTests> {
  const { table, composites, scores, rules } = counted;
  const columns = weighedIn(table, scores.category);
  const placed = scores.entries.filter(({ status }) => status === 'ranked');
  const winners = placed.filter(({ place }) => place === 1);
  const [winner] = winners;
  if (!winner) return notTested('nobody-ranked');
  if (placed.length === 1) return notTested('one-entry');
  if (columns.length < 2) return notTested('one-criterion');
  if (winners.length > 1) return notTested('joint-first');
  const draws = Math.min(bounds.draws, Math.floor(bounds.ballots / table.ballotEntry.length));
  if (draws < bounds.least) return notTested('too-large');
  const alone = onlyCategory(table, composites, scores.category);
  const stream = random(seed);
  const firsts = new Map<number, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = drawWeights(columns.length, stream);
    const criteria = alone.table.criteria.map((criterion, column) => {
      const share = weights[columns.indexOf(column)];
      return share === undefined ? criterion : { ...criterion, weight: Math.max(1, Math.round(share * fineness)) };
    });
    const weighed = { ...alone.table, criteria };
    for (const { entry, place } of aggregate(weighed, compositesOf(weighed, options), scores.category, rules).entries) {
      const number = entry + alone.first.entry;
      if (place === 1) firsts.set(number, (firsts.get(number) ?? 0) + 1);
    }
  }
  const shareOf = (entry: number) => (firsts.get(entry) ?? 0) / draws;
  const thousandth = (value: number) => Math.round(value * 1000) / 1000;
  const share = shareOf(winner.entry);
  const others = [...firsts.keys()].filter((entry) => entry !== winner.entry).sort((a, b) => shareOf(b) - shareOf(a) || a - b);
  return {
    tested: true,
    linear: false,
    smallestShift: null,
    always: false,
    ranges: [],
    acceptability: {
      draws,
      winner: thousandth(share),
      standardError: thousandth(Math.sqrt((share * (1 - share)) / draws)),
      others: others.map((entry) => ({ entry: table.entries[entry]?.name ?? '', share: thousandth(shareOf(entry)) })),
    },
  };
}
