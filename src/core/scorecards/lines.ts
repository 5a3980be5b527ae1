import type { CriterionColumns } from './columns.ts';
import { criterionColumns } from './columns.ts';
import type { Scorecard, Scorecards } from './shape.ts';

/** A criterion on the ballots of a scorecard, `position` from 1 within it. */
export type CriterionLine = CriterionColumns & { readonly scorecard: string; readonly position: number };

/** What of a scorecard ballots can hold: criteria judges mark in whole numbers. The rest is said by `notOnBallots`. */
const onBallots = ({ criteria, ...rest }: Scorecard): Scorecard => ({
  ...rest,
  criteria: criteria.filter((criterion) => criterionColumns({ ...rest, criteria: [criterion] }, 'en', 'en').ok),
});

/** The criteria of every scorecard as ballots have them, in the language everything is written in. */
export function criterionLines(scorecards: Scorecards, language: string): readonly CriterionLine[] {
  return Object.entries(scorecards).flatMap(([scorecard, card]) => {
    const columns = criterionColumns(onBallots(card), language, language);
    return columns.ok ? columns.value.map((line, at) => ({ ...line, scorecard, position: at + 1 })) : [];
  });
}

/** Criteria ballots cannot hold yet, by scorecard: gates, metrics, counts, parts of a mark. */
export function notOnBallots(scorecards: Scorecards): readonly { readonly scorecard: string; readonly criterion: string }[] {
  return Object.entries(scorecards).flatMap(([scorecard, card]) => {
    const kept = new Set(onBallots(card).criteria.map(({ key }) => key));
    return card.criteria.filter(({ key }) => !kept.has(key)).map(({ key }) => ({ scorecard, criterion: key }));
  });
}
