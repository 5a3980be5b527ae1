import type { FieldProblem } from '../problems/problem.ts';
import { notOnBallots } from '../scorecards/lines.ts';
import type { Parts } from './parts.ts';
import { usedScorecards } from './used-scorecards.ts';

/** What of an edition judges could not mark by yet, so that it is said before anybody enters; none where all of it can be judged. */
export function judgeableProblems(parts: Pick<Parts, 'categories' | 'scorecards'>): readonly FieldProblem[] {
  const used = usedScorecards(parts);
  const names = Object.keys(used);
  return [
    ...(names.length > 1
      ? [{ path: 'scorecards', code: 'editions.several-scorecards', facts: { scorecards: names.join(', ') } } as const]
      : []),
    ...notOnBallots(used).map(({ scorecard, criterion }): FieldProblem => {
      return { path: `scorecards.${scorecard}`, code: 'editions.not-on-ballots', facts: { scorecard, criterion } };
    }),
  ];
}
