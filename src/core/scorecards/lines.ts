import type { CriterionColumns } from './columns.ts';
import { criterionColumns } from './columns.ts';
import type { Scorecard, Scorecards } from './shape.ts';

/** A criterion on the ballots of a scorecard, `position` from 1 within it. */
export type CriterionLine = CriterionColumns & { readonly scorecard: string; readonly position: number };

/** What of a scorecard ballots can hold, and of each other criterion why they cannot. */
function parted({ criteria, ...rest }: Scorecard): { readonly held: Scorecard; readonly unheld: readonly (readonly [string, string])[] } {
  const made = criteria.map((criterion) => [criterion, criterionColumns({ ...rest, criteria: [criterion] }, 'en', 'en')] as const);
  return {
    held: { ...rest, criteria: made.flatMap(([criterion, { ok }]) => (ok ? [criterion] : [])) },
    unheld: made.flatMap(([{ key }, columns]) => (columns.ok ? [] : [[key, String(columns.refusals[0]?.facts.why ?? '')] as const])),
  };
}

/** The criteria of every scorecard as ballots have them, in the language everything is written in. */
export function criterionLines(scorecards: Scorecards, language: string): readonly CriterionLine[] {
  return Object.entries(scorecards).flatMap(([scorecard, card]) => {
    const columns = criterionColumns(parted(card).held, language, language);
    return columns.ok ? columns.value.map((line, at) => ({ ...line, scorecard, position: at + 1 })) : [];
  });
}

/** Criteria ballots cannot hold yet, by scorecard, and why: metrics, counts, parts of a mark. */
export function notOnBallots(
  scorecards: Scorecards,
): readonly { readonly scorecard: string; readonly criterion: string; readonly why: string }[] {
  return Object.entries(scorecards).flatMap(([scorecard, card]) =>
    parted(card).unheld.map(([criterion, why]) => ({ scorecard, criterion, why })),
  );
}
