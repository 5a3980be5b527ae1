import type { Fit } from '../calibration/fit.ts';
import type { Ladder } from '../ranking/ladder.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';
import { competitionPlaces } from '../scoring/places.ts';
import { isTooFew } from './among-ranked.ts';
import { six } from './rounding.ts';

export type Places = Ladder['places'];

/** Entries by pool, without those that have none. */
function pooled(fit: Fit, entries: readonly number[]): readonly (readonly number[])[] {
  const pools = new Map<number, number[]>();
  for (const entry of entries) {
    const pool = fit.pool[entry] ?? -1;
    if (pool < 0) continue;
    const own = pools.get(pool);
    if (own) own.push(entry);
    else pools.set(pool, [entry]);
  }
  return [...pools.values()];
}

const within = (pools: readonly (readonly number[])[], compare: (a: number, b: number) => number): Places =>
  new Map(pools.flatMap((pool) => [...competitionPlaces(pool, compare)]));

/** Places of the corrected score among ranked entries of the same pool, at declared rounding: equal there is equal. */
export function correctedPlaces({ fit, scores }: { readonly fit: Fit; readonly scores: CategoryScores }): Places {
  const ranked = scores.entries.flatMap(({ status, entry }) => (status === 'ranked' ? [entry] : []));
  const value = (entry: number): number => six(fit.corrected[entry]) ?? Number.NEGATIVE_INFINITY;
  return within(pooled(fit, ranked), (a, b) => value(b) - value(a));
}

/** True where some entries of a category can only be ranked within their part of the design. */
export const hasParts = (fit: Fit, { category }: Pick<CategoryScores, 'category'>): boolean =>
  fit.categories[category]?.state === 'components';

/**
 * The official places: of the corrected score, or of the exact one with its ties broken as declared. None where there are fewer than three
 * entries to compare; within a part of the design where no judge joins the parts.
 */
export function officialPlaces(known: {
  readonly fit: Fit;
  readonly scores: CategoryScores;
  readonly ladder: Ladder;
  /** True where the corrected score decides. */
  readonly byCorrected: boolean;
}): Places {
  const { fit, scores, ladder, byCorrected } = known;
  if (isTooFew(scores)) return new Map();
  if (byCorrected) return correctedPlaces(known);
  if (!hasParts(fit, scores)) return ladder.places;
  const place = (entry: number): number => ladder.places.get(entry)?.place ?? 0;
  return within(pooled(fit, [...ladder.places.keys()]), (a, b) => place(a) - place(b));
}
