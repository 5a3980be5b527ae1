import type { Fit } from '../calibration/fit.ts';
import { correctedPlaces } from '../verdict/official-places.ts';
import { isOnePool } from './corrected-order.ts';
import { notTested, type Outcome } from './outcome.ts';
import type { Counted } from './recount.ts';

/**
 * `changes`: the two scores name different winners, and the category needs a second pair of eyes whichever is official. `moved`: entries
 * with another rank; `farthest`: the one that moved by most.
 */
export type RawAgainstCorrected = {
  readonly changes: boolean;
  readonly raw: readonly string[];
  readonly corrected: readonly string[];
  readonly moved: number;
  readonly farthest: { readonly entry: string; readonly raw: number; readonly corrected: number } | null;
};

export function rawAgainstCorrected(counted: Counted, fit: Fit): Outcome<RawAgainstCorrected> {
  const { table, scores } = counted;
  if (fit.categories[scores.category]?.method === 'raw') return notTested('scores-raw');
  if (!isOnePool(counted, fit)) return notTested('several-pools');
  const corrected = correctedPlaces({ fit, scores });
  const ranks = scores.entries.flatMap(({ entry, place }) => {
    const own = corrected.get(entry);
    return place === null || !own ? [] : [{ entry: table.entries[entry]?.name ?? '', raw: place, corrected: own.place }];
  });
  if (ranks.length === 0) return notTested('nobody-ranked');
  const firstBy = (which: 'raw' | 'corrected') => ranks.filter((rank) => rank[which] === 1).map(({ entry }) => entry);
  const [raw, byModel] = [firstBy('raw'), firstBy('corrected')];
  const moved = ranks.filter((rank) => rank.raw !== rank.corrected);
  const distance = (rank: (typeof ranks)[number]) => Math.abs(rank.raw - rank.corrected);
  const [farthest = null] = [...moved].sort(
    (a, b) => distance(b) - distance(a) || Math.min(a.raw, a.corrected) - Math.min(b.raw, b.corrected),
  );
  const changes = raw.length !== byModel.length || raw.some((entry, i) => entry !== byModel[i]);
  return { tested: true, changes, raw, corrected: byModel, moved: moved.length, farthest };
}
