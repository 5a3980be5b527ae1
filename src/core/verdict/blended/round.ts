import { type Fraction, fraction } from '../../numeric/fraction.ts';
import type { Result } from '../../problems/refusal.ts';
import { entryMarks } from '../../ranking/criterion-means.ts';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { RoundRule, TallyRules } from '../rules.ts';
import type { Exact, Verdict, VerdictCategory, VerdictEntry } from '../verdict.ts';
import { countBallots } from '../verdict-of.ts';
import { entryKey } from './blend-refusals.ts';

/** As much of a round's own tally as a blend is made of: the whole verdict of it holds that, and its exact tally alone. */
export type RoundTally = Pick<Verdict, 'rules' | 'scale'> & {
  readonly categories: readonly Pick<VerdictCategory, 'category' | 'criteria' | 'exact' | 'entries'>[];
};

/** One round as it stands alone. */
export type Round<T extends RoundTally = RoundTally> = {
  readonly rule: RoundRule;
  readonly table: BallotTable;
  readonly verdict: T;
  readonly category: (category: string) => RoundTally['categories'][number] | undefined;
  readonly entry: (category: string, entry: string) => VerdictEntry | undefined;
  /** Mean mark of an entry on one of the round's criteria. */
  readonly mean: (criterion: string, category: string, entry: string) => Fraction | undefined;
};

/** `31/4` as it is written in verdicts. */
export function fractionOf({ fraction: text }: Exact): Fraction {
  const [n = '0', d = '1'] = text.split('/');
  return fraction(BigInt(n), BigInt(d));
}

/** The rules of a round alone: ties and levels are of the blended score. */
function rulesOf(
  { rounds: _r, metrics: _m, votes: _v, counts: _c, ...rules }: TallyRules,
  { criteria, minimumPanel }: RoundRule,
): TallyRules {
  return { ...rules, criteria, minimumPanel, ties: [], levels: [] };
}

/** Means are asked of few rounds, if of any; so they are counted when they are. */
function meansOf(table: BallotTable, rules: TallyRules): Round['mean'] {
  let known: Round['mean'] | undefined;
  const counted = (): Round['mean'] => {
    const { table: own, weighed, scores } = countBallots(table, rules);
    const ballots = new Map(scores.flatMap(({ entries }) => entries.map((entry) => [entry.entry, entry.ballots] as const)));
    const numbers = new Map(own.entries.map(({ name, category }, i) => [entryKey(own.categories[category] ?? '', name), i]));
    const marks = entryMarks(own, weighed, (entry) => ballots.get(entry) ?? []);
    return (criterion, category, entry) => {
      const column = own.criteria.findIndex(({ id }) => id === criterion);
      return marks.mean(numbers.get(entryKey(category, entry)) ?? -1, column);
    };
  };
  return (...asked) => {
    known ??= counted();
    return known(...asked);
  };
}

/** Tallies one round of several by itself. */
export function roundOf<T extends RoundTally>(
  table: BallotTable,
  rule: RoundRule,
  whole: TallyRules,
  tally: (table: BallotTable, rules: TallyRules) => Result<T>,
): Result<Round<T>> {
  const rules = rulesOf(whole, rule);
  const verdict = tally(table, rules);
  if (!verdict.ok) return verdict;
  const categories = new Map(verdict.value.categories.map((category) => [category.category, category]));
  const entries = new Map(
    verdict.value.categories.flatMap(({ category, entries: own }) => own.map((entry) => [entryKey(category, entry.entry), entry] as const)),
  );
  const value: Round<T> = {
    rule,
    table,
    verdict: verdict.value,
    category: (category) => categories.get(category),
    entry: (category, entry) => entries.get(entryKey(category, entry)),
    mean: meansOf(table, rules),
  };
  return { ok: true, value };
}
