import { inLanguage } from '../languages/local-text.ts';
import type { Refusal, Result } from '../problems/refusal.ts';
import type { CardCriterion, Scorecard } from './shape.ts';
import { weightOf } from './weights.ts';

/** One criterion as ballots in whole numbers are kept today. */
export type CriterionColumns = {
  readonly key: string;
  readonly name: string;
  readonly question: string;
  readonly weight: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
};

const heaviest = 10_000;

/** What keeps a criterion from being one with a weight, a scale of whole marks and nothing else. */
function reasonOf(criterion: CardCriterion): string | undefined {
  if (criterion.kind !== 'judged') return criterion.kind;
  if (criterion.scale.step !== 1) return 'step';
  if (criterion.notApplicable !== 'not-allowed') return 'not-applicable';
  return weightOf(criterion) > heaviest ? 'weight' : undefined;
}

/**
 * A scorecard as the rows ballots are given on: criteria with a weight and whole marks, in the language asked for. Refused, with every reason,
 * where a criterion is a gate, a metric or a count, may be said not to apply, is marked in parts of one, or weighs over 10,000.
 */
export function criterionColumns(scorecard: Scorecard, language: string, fallback: string): Result<readonly CriterionColumns[]> {
  const refusals = scorecard.criteria.flatMap((criterion): Refusal[] => {
    const why = reasonOf(criterion);
    return why === undefined ? [] : [{ code: 'scorecards.not-on-ballots', facts: { criterion: criterion.key, why } }];
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const value = scorecard.criteria.flatMap((criterion): CriterionColumns[] => {
    if (criterion.kind !== 'judged') return [];
    const { key, name, question, scale } = criterion;
    return [
      {
        key,
        name: inLanguage(name, language, fallback),
        question: question === undefined ? '' : inLanguage(question, language, fallback),
        weight: weightOf(criterion),
        scaleMin: scale.min,
        scaleMax: scale.max,
      },
    ];
  });
  return { ok: true, value };
}
