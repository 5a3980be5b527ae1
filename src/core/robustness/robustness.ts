import type { Fit } from '../calibration/fit.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import type { Composites } from '../scoring/composite.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';
import type { TallyRules } from '../verdict/rules.ts';
import { type Conflicts, withoutConflicts } from './conflicts.ts';
import { isOnePool } from './corrected-order.ts';
import { type LeaveOneOut, leaveOneOut, leaveOneOutCorrected } from './leave-one-out.ts';
import { notTested, type Outcome } from './outcome.ts';
import { type RawAgainstCorrected, rawAgainstCorrected } from './raw-against-corrected.ts';
import type { Counted } from './recount.ts';
import { refitter } from './refit.ts';
import { otherTieRules, type TieRule } from './tie-rule.ts';
import { weightTestsByRecount } from './weights/by-recount.ts';
import { correctedContest, isWithoutGaps, rawContest } from './weights/contest.ts';
import { type EffectiveWeights, effectiveTest, type WeightTests, weightTests } from './weights/weights.ts';

/** Would it still win? Of one category; JSON values alone, in names. Official scores are meant where a test does not say otherwise. */
export type Robustness = {
  readonly leaveOneOut: { readonly raw: Outcome<LeaveOneOut>; readonly corrected: Outcome<LeaveOneOut> };
  readonly weights: Outcome<WeightTests>;
  readonly effectiveWeights: Outcome<EffectiveWeights>;
  readonly rawAgainstCorrected: Outcome<RawAgainstCorrected>;
  /** Of the raw scores, which can be equal. */
  readonly tieRule: Outcome<TieRule>;
  readonly conflicts: Outcome<Conflicts>;
};

type Tallied = {
  readonly table: BallotTable;
  readonly composites: Composites;
  readonly rules: TallyRules;
  readonly fit: Fit;
  /** By category. */
  readonly scores: readonly CategoryScores[];
};

/**
 * How firmly each category stands, in the order of `scores`: one judge left out, other weights, raw against corrected, other tie rules,
 * and without ballots of one's own group. Exact where scores are; corrected scores are fitted again with the variances of the full fit
 * and compared at six decimals. Weightings are drawn from the seed and the category's name.
 */
export function robustnessOf({ table, composites, rules, fit, scores }: Tallied): readonly Robustness[] {
  const categories = scores.map((own): Counted => ({ table, composites, rules, scores: own }));
  const corrected = leaveOneOutCorrected(categories, fit);
  return categories.map((counted, i): Robustness => {
    const { category } = counted.scores;
    const official = rules.official === 'corrected' && fit.categories[category]?.method !== 'raw' ? 'corrected' : 'raw';
    return {
      leaveOneOut: { raw: leaveOneOut(counted), corrected: corrected[i] ?? notTested('scores-raw') },
      ...ofWeights(counted, rules, fit, official),
      rawAgainstCorrected: rawAgainstCorrected(counted, fit),
      tieRule: otherTieRules(counted, rules),
      conflicts: withoutConflicts(counted, fit, official),
    };
  });
}

function ofWeights(
  counted: Counted,
  rules: TallyRules,
  fit: Fit,
  official: 'raw' | 'corrected',
): Pick<Robustness, 'weights' | 'effectiveWeights'> {
  const { table, scores } = counted;
  const seed = `${rules.seed}/weightings/${table.categories[scores.category] ?? ''}`;
  const whole = isWithoutGaps(counted);
  if (official === 'corrected') {
    const refit = refitter(fit, scores.category);
    if (!whole || !refit) return { weights: notTested('gaps'), effectiveWeights: notTested('gaps') };
    if (!isOnePool(counted, fit)) return { weights: notTested('several-pools'), effectiveWeights: notTested('several-pools') };
    const contest = correctedContest(counted, refit);
    return { weights: weightTests(table, contest, seed), effectiveWeights: effectiveTest(contest) };
  }
  const effectiveWeights = whole ? effectiveTest(rawContest(counted)) : notTested('gaps');
  if (!whole || rules.aggregation.kind !== 'mean') return { weights: weightTestsByRecount(counted, rules, seed), effectiveWeights };
  return { weights: weightTests(table, rawContest(counted), seed), effectiveWeights };
}
