import { inLanguage } from '../languages/local-text.ts';
import { stepsOf } from '../scoring/scale.ts';
import type { Judged, Scorecard } from './shape.ts';
import { weightOf } from './weights.ts';

/** One criterion as ballots are kept: what judges say of an entry. Measures and counts are known from elsewhere and stand on none. */
export type CriterionColumns = {
  readonly key: string;
  readonly name: string;
  readonly question: string;
  /** Of a yes-or-no question 1, and nothing in the score. */
  readonly weight: number;
  /** In marks of judges; of a yes-or-no question 0 and 1. */
  readonly scaleMin: number;
  readonly scaleMax: number;
  /** Steps in a mark of 1: marks are kept in whole numbers of them. */
  readonly steps: number;
  /** Of a yes-or-no question: whose yes an entry needs. Null where marks are given. */
  readonly gate: 'every' | 'most' | null;
  readonly notApplicable: Judged['notApplicable'];
  readonly comment: Judged['comment'];
};

/** A scorecard as the rows ballots are given on, in the language asked for. */
export function criterionColumns(scorecard: Scorecard, language: string, fallback: string): readonly CriterionColumns[] {
  return scorecard.criteria.flatMap((criterion): CriterionColumns[] => {
    if (criterion.kind !== 'judged' && criterion.kind !== 'gate') return [];
    const { key, name, question, comment } = criterion;
    const said = {
      key,
      name: inLanguage(name, language, fallback),
      question: question === undefined ? '' : inLanguage(question, language, fallback),
      comment,
    };
    if (criterion.kind === 'gate')
      return [{ ...said, weight: 1, scaleMin: 0, scaleMax: 1, steps: 1, gate: criterion.judges, notApplicable: 'not-allowed' }];
    const { scale, notApplicable } = criterion;
    const marked = { weight: weightOf(criterion), scaleMin: scale.min, scaleMax: scale.max, steps: stepsOf(scale) };
    return [{ ...said, ...marked, gate: null, notApplicable }];
  });
}
