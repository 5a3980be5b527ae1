import { type CriterionColumns, criterionColumns } from './columns.ts';
import type { Scorecards } from './shape.ts';

/** A criterion on the ballots of a scorecard, `position` from 1 within it. */
export type CriterionLine = CriterionColumns & { readonly scorecard: string; readonly position: number };

/** The criteria of every scorecard as ballots have them, in the language everything is written in. */
export function criterionLines(scorecards: Scorecards, language: string): readonly CriterionLine[] {
  return Object.entries(scorecards).flatMap(([scorecard, card]) =>
    criterionColumns(card, language, language).map((line, at) => ({ ...line, scorecard, position: at + 1 })),
  );
}
