import type { VerdictCategory, VerdictEntry } from '../verdict/verdict.ts';

/** What is put before whoever decides. `ranked` false: the tally itself claims no place here. */
export type ProposedPlace = { readonly place: number | null; readonly tied: boolean; readonly ranked: boolean };

/**
 * The place an entry is proposed with: its official one; the place of its exact score, ties broken as declared, where the tally claims
 * none, because fewer than three entries are there to compare or no judge joins the parts of the category. People then decide.
 */
export function proposedPlace({ entries, state }: Pick<VerdictCategory, 'entries' | 'state'>, entry: VerdictEntry): ProposedPlace {
  // Of a score made of several sources no more is known than its place, which is none to compare with among so few.
  const alone = state === 'blended' && entry.rank === null && entry.rawRank !== null;
  const ranked = state !== 'too-few-entries' && state !== 'components' && !alone;
  if (ranked) return { place: entry.rank, tied: entry.tied, ranked };
  const { rawRank: place } = entry;
  const tied = place !== null && entries.some((other) => other !== entry && other.rawRank === place);
  return { place, tied, ranked };
}
