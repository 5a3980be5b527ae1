/** What a tally stores: everything that is needed to follow each figure by hand, and to count it anew. */
import type { NoPlace } from '#core/scoring/standing.ts';
import type { TallyRules } from '#core/verdict/rules.ts';

/**
 * One ballot's part in a score. Of a plain count `sum` = Σ weight·mark and `mean` = sum / Σ weights; of one by award rules both are the
 * ballot's composite. All are exact texts.
 */
export type CountedBallot = {
  readonly judge: string;
  readonly sum: string;
  readonly mean: string;
  /** In steps of their scales; null: the judge said that the criterion does not apply. */
  readonly marks: Readonly<Record<string, number | null>>;
};

/** A part of a score that stands on no ballot, and whether the entry claims it or the organisers recorded it. */
export type CountedFigure = {
  readonly source: string;
  readonly of: 'value' | 'count';
  readonly value: string;
  readonly from: 'claim' | 'recorded';
};

/** `score`, like `rank`, is null below the minimum panel; of a plain count it is total / (ballots · weightTotal) in lowest terms. */
export type CountedEntry = {
  readonly category: string;
  readonly entry: string;
  /** Which division of its category it is ranked in, where they are ranked apart; null: nobody could tell. */
  readonly division?: string | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly score: string | null;
  readonly total: string;
  readonly ballots: readonly CountedBallot[];
  /** By award rules with levels alone: the one reached, null for none. */
  readonly level?: string | null;
  /** Levels people may give it, as it would have to be compared for them and nobody is ranked with it. */
  readonly open?: readonly string[];
  /** What its score is made of beside ballots: measures, counts, what other rounds came to. */
  readonly figures?: readonly CountedFigure[];
  /** Why there is no place, where it is not for the number of ballots. */
  readonly out?: Extract<NoPlace['key'], 'gate-not-passed' | 'source-missing'> | 'division-open';
  /** Ballots that do not count, with what is on them. */
  readonly setAside?: readonly { readonly judge: string; readonly reason: string; readonly marks: CountedBallot['marks'] }[];
};

export type CountedCriterion = {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly min: number;
  readonly max: number;
  /** Steps in a mark of 1, where they are not whole marks. */
  readonly steps?: number;
  /** Of a yes-or-no question, which has no part in the score. */
  readonly gate?: 'every' | 'most';
  /** Where it applies; everywhere when left out. */
  readonly categories?: readonly string[];
};

/** Categories counted together, and by what: criteria and categories by their ids. */
export type CountedTally = { readonly categories: readonly string[]; readonly rules: TallyRules };

/** `v` 1: the plain count, the exact weighted mean on one scorecard. 2: by the award rules of the edition, each category on its own scorecard. */
export type TallyResult = {
  readonly v: 1 | 2;
  readonly minimumPanel: number;
  readonly weightTotal: string;
  readonly criteria: readonly CountedCriterion[];
  readonly entries: readonly CountedEntry[];
  readonly tallies?: readonly CountedTally[];
};

export const criteriaIn = ({ criteria }: Pick<TallyResult, 'criteria'>, category: string): readonly CountedCriterion[] =>
  criteria.filter(({ categories }) => categories?.includes(category) ?? true);

/** The rules a category was counted by; undefined for a plain count. */
export const rulesIn = ({ tallies = [] }: Pick<TallyResult, 'tallies'>, category: string): TallyRules | undefined =>
  tallies.find(({ categories }) => categories.includes(category))?.rules;

/** Entries nobody could tell the division of are judged with the others and ranked with nobody: they stand in one of no name. */
export const divisionOpen = '';

/** An entry as core declares it. */
export const declared = ({ entry, category, division }: Pick<CountedEntry, 'entry' | 'category' | 'division'>) => ({
  entry,
  category,
  ...(division !== undefined && { division: division ?? divisionOpen }),
});

/** The entries of a category by what they are ranked in; all under null where it is one ranking, and those nobody could place. */
export function rankingsIn(
  { entries }: Pick<TallyResult, 'entries'>,
  category: string,
): ReadonlyMap<string | null, readonly CountedEntry[]> {
  return Map.groupBy(
    entries.filter((entry) => entry.category === category),
    ({ division = null }) => division,
  );
}
