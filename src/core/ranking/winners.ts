import type { CategoryTally, EntryTally } from '../scoring/tally.ts';

/** What a category comes to: one winner or several joint ones, or no award because no entry could be ranked. */
export type Outcome =
  | { readonly kind: 'awarded'; readonly winners: readonly (EntryTally & { readonly status: 'ranked' })[] }
  | { readonly kind: 'not-awarded'; readonly reason: 'nobody-ranked' };

/** The winners are all entries of rank 1: an exact tie is a joint award, never broken by name, id or time. */
export function outcomeOf({ entries }: Pick<CategoryTally, 'entries'>): Outcome {
  const winners = entries.flatMap((entry) => (entry.status === 'ranked' && entry.rank === 1 ? [entry] : []));
  return winners.length > 0 ? { kind: 'awarded', winners } : { kind: 'not-awarded', reason: 'nobody-ranked' };
}
