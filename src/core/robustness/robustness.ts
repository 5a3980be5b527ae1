import type { Fit } from '../calibration/fit.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import { weighedIn } from '../scoring/composing/units.ts';
import type { Composites } from '../scoring/composite.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';
import type { TallyRules } from '../verdict/rules.ts';
import { type Conflicts, withoutConflicts } from './conflicts.ts';
import { isOnePool, refitCost } from './corrected-order.ts';
import { type LeaveOneOut, leaveOneOut, leaveOneOutCorrected, mostWork } from './leave-one-out.ts';
import { type NotTested, notTested, type Outcome } from './outcome.ts';
import { type RawAgainstCorrected, rawAgainstCorrected } from './raw-against-corrected.ts';
import type { Counted } from './recount.ts';
import { refitter } from './refit.ts';
import { otherTieRules, type TieRule } from './tie-rule.ts';
import { weightTestsByRecount } from './weights/by-recount.ts';
import { type Contest, correctedByCriterion, correctedContest, isWithoutGaps, rawContest } from './weights/contest.ts';
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

/** Of a category none of the tests is made of, and why. */
export function untested(why: NotTested): Robustness {
  const not = notTested(why);
  return {
    leaveOneOut: { raw: not, corrected: not },
    weights: not,
    effectiveWeights: not,
    rawAgainstCorrected: not,
    tieRule: not,
    conflicts: not,
  };
}

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
  const official = scores.map(({ category }) =>
    rules.official === 'corrected' && fit.categories[category]?.method !== 'raw' ? 'corrected' : 'raw',
  );
  const corrected = leaveOneOutCorrected(categories, fit);
  const conflicts = withoutConflicts(categories, fit, official);
  const contestOf = correctedContests(categories, fit);
  return categories.map(
    (counted, i): Robustness => ({
      leaveOneOut: { raw: leaveOneOut(counted), corrected: corrected[i] ?? notTested('scores-raw') },
      ...(official[i] === 'corrected' ? ofCorrectedWeights(counted, rules, contestOf(counted)) : ofRawWeights(counted, rules)),
      rawAgainstCorrected: rawAgainstCorrected(counted, fit),
      tieRule: otherTieRules(counted, rules),
      conflicts: conflicts[i] ?? notTested('no-groups'),
    }),
  );
}

type OfWeights = Pick<Robustness, 'weights' | 'effectiveWeights'>;

const seedOf = ({ table, scores }: Counted, { seed }: TallyRules): string =>
  `${seed}/weightings/${table.categories[scores.category] ?? ''}`;

function ofRawWeights(counted: Counted, rules: TallyRules): OfWeights {
  const seed = seedOf(counted, rules);
  const contest = isWithoutGaps(counted) ? rawContest(counted) : null;
  const effectiveWeights = contest ? effectiveTest(contest) : notTested('gaps');
  if (!contest || rules.aggregation.kind !== 'mean') return { weights: weightTestsByRecount(counted, rules, seed), effectiveWeights };
  return { weights: weightTests(counted.table, contest, seed), effectiveWeights };
}

function ofCorrectedWeights(counted: Counted, rules: TallyRules, contest: Contest | NotTested): OfWeights {
  if (typeof contest === 'string') return { weights: notTested(contest), effectiveWeights: notTested(contest) };
  return { weights: weightTests(counted.table, contest, seedOf(counted, rules)), effectiveWeights: effectiveTest(contest) };
}

/** Corrected contests by category, or why there is none; a fit of one criterion is made once for all categories that share it. */
function correctedContests(categories: readonly Counted[], fit: Fit): (counted: Counted) => Contest | NotTested {
  const [first] = categories;
  const asked = categories.map(({ table, scores: { category } }) => weighedIn(table, category).join());
  const alike = new Set(asked).size === 1;
  const fits = new Map<string, Float64Array>();
  return (counted) => {
    const { category } = counted.scores;
    const refit = refitter(fit, category);
    if (!isWithoutGaps(counted) || !refit) return 'gaps';
    if (!isOnePool(counted, fit)) return 'several-pools';
    if (first && refitCost(first, fit) * counted.table.criteria.length * (alike ? 1 : categories.length) > mostWork) return 'too-large';
    const byCriterion = correctedByCriterion(counted, refit, alike);
    return correctedContest(counted, (column) => {
      const { method, posterior } = fit.categories[category] ?? {};
      const key = `${method} ${posterior} ${alike ? '' : category} ${column}`;
      const known = fits.get(key) ?? byCriterion(column);
      fits.set(key, known);
      return known;
    });
  };
}
