import type { CategoryFit } from '../calibration/fit.ts';
import { fewestEntries } from '../calibration/states.ts';
import type { Aggregation } from './rules.ts';
import type { Chances, Finding, VerdictCategory, VerdictEntry } from './verdict.ts';

/** P(first) from which a winner is called clear, and likely. */
const clear = 0.9;
const likely = 0.6;

const namesOf = (entries: readonly VerdictEntry[]) => entries.map(({ entry }) => entry).sort();

/** The model is one of the mean of ballots, and a sum over a full panel ranks as the mean does; of any other order it says nothing. */
export const ranksByMean = ({ kind }: Aggregation): boolean => kind === 'mean' || kind === 'sum';

/** Whether chances are given, or why not. */
export function chancesOf({ posterior }: Pick<CategoryFit, 'posterior'>, aggregation: Aggregation): Chances {
  if (posterior === null) return 'design';
  return ranksByMean(aggregation) ? 'given' : 'score';
}

/** True where ranked entries lie in parts no judge joins, so that nobody is first of all. */
function inParts(ranked: readonly VerdictEntry[], state: VerdictCategory['state']): boolean {
  return state === 'components' && (new Set(ranked.map(({ pool }) => pool)).size > 1 || ranked.every(({ pool }) => pool === null));
}

/** Whether raw and corrected scores name different firsts, in any part that is ranked by itself. */
function namesDiffer(entries: readonly VerdictEntry[]): boolean {
  const pools = new Set(entries.flatMap(({ pool }) => pool ?? []));
  return [...pools].some((pool) => {
    const own = entries.filter((entry) => entry.pool === pool && entry.rawRank !== null);
    const best = Math.min(...own.map(({ rawRank }) => rawRank ?? 0));
    const corrected = own.filter(({ correctedRank }) => correctedRank === 1);
    return corrected.length > 0 && namesOf(own.filter(({ rawRank }) => rawRank === best)).join('\n') !== namesOf(corrected).join('\n');
  });
}

/** What is known of a category when it is said what it comes to. */
export type Asked = Pick<VerdictCategory, 'entries' | 'state' | 'method'> & { readonly hasLevels: boolean };

export type Said = Pick<VerdictCategory, 'finding' | 'winners' | 'review'>;

const nobody = (finding: Finding, review = false): Said => ({ finding, winners: [], review });

/**
 * What a category comes to, in the order in which one thing keeps the next from being said: nobody may be called first without a panel,
 * without peers, or across parts no judge joins; nobody is awarded below the lowest level; where raw and corrected scores name different
 * winners no chance settles it; an exact tie is joint; else the chance of the first decides the word.
 */
export function findingOf({ entries, state, method, hasLevels }: Asked): Said {
  const ranked = entries.filter(({ status }) => status === 'ranked');
  if (ranked.length === 0) return nobody('nobody-ranked');
  if (ranked.length < fewestEntries) return nobody('too-few');
  const differ = method !== 'raw' && namesDiffer(entries);
  if (inParts(ranked, state)) return nobody('parts', differ);
  if (hasLevels && entries.every(({ level }) => level === null)) return nobody('no-level');
  const first = ranked.filter(({ rank }) => rank === 1);
  const winners = namesOf(first);
  if (differ) return { finding: 'review', winners, review: true };
  const [{ pFirst } = { pFirst: null }] = first;
  const word =
    first.length > 1 ? 'tied' : pFirst === null ? 'first' : pFirst >= clear ? 'clear' : pFirst >= likely ? 'likely' : 'too-close';
  return { finding: word, winners, review: false };
}
