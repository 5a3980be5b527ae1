import type { Fit } from '../calibration/fit.ts';
import { fewestEntries } from '../calibration/states.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';

const isRanked = ({ status }: CategoryScores['entries'][number]): boolean => status === 'ranked';

/** True where so few entries have the ballots they need that there are no peers, hence no ranks. */
export const isTooFew = ({ entries }: Pick<CategoryScores, 'entries'>): boolean => entries.filter(isRanked).length < fewestEntries;

/** Entries of the pools that hold one alone: nothing can be said of their rank. */
function aloneIn(pool: Int32Array, entries: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const entry of entries) sizes.set(pool[entry] ?? -1, (sizes.get(pool[entry] ?? -1) ?? 0) + 1);
  return sizes.size < 2 ? [] : entries.filter((entry) => sizes.get(pool[entry] ?? -1) === 1);
}

/**
 * The fit with the entries that have no place taken out of every comparison; they still told how their judges mark. Where fewer than three
 * are left in a category it is one of too few entries: raw, without ranks; where one is left alone in a part no judge joins to others, that
 * one has no rank. `y`: composites by ballot.
 */
export function amongRanked(fit: Fit, scores: readonly CategoryScores[], y: Float64Array): Fit {
  const [pool, corrected, standardError] = [fit.pool.slice(), fit.corrected.slice(), fit.standardError.slice()];
  const categories = [...fit.categories];
  const leave = (entry: number): void => {
    pool[entry] = -1;
    standardError[entry] = Number.NaN;
  };
  for (const field of scores) {
    const own = categories[field.category];
    for (const entry of field.entries) if (!isRanked(entry)) pool[entry.entry] = -1;
    if (own && isTooFew(field)) {
      categories[field.category] = { ...own, state: 'too-few-entries', method: 'raw', posterior: null };
      for (const { entry, ballots } of field.entries) {
        leave(entry);
        corrected[entry] = ballots.reduce((sum, ballot) => sum + (y[ballot] ?? Number.NaN), 0) / ballots.length;
      }
    } else if (own?.state === 'components') {
      const ranked = field.entries.filter(isRanked).map(({ entry }) => entry);
      const alone = aloneIn(pool, ranked);
      for (const entry of alone) leave(entry);
      if (alone.length === ranked.length) categories[field.category] = { ...own, posterior: null };
    }
  }
  return { ...fit, categories, pool, corrected, standardError };
}
