import type { FieldProblem } from '../problems/problem.ts';
import { type EditionTimes, timelineProblems } from './phases.ts';

/** What an edition has so far; counts of rows. */
export type EditionContents = { readonly times: EditionTimes; readonly categories: number; readonly criteria: number };

/** Everything that keeps an edition from being published, each at the part to mend; none when it may be. */
export function publishProblems({ times, categories, criteria }: EditionContents): readonly FieldProblem[] {
  return [
    ...(categories === 0 ? [{ path: 'categories', code: 'programmes.no-category', facts: {} } as const] : []),
    ...(criteria === 0 ? [{ path: 'criteria', code: 'programmes.no-criterion', facts: {} } as const] : []),
    ...timelineProblems(times),
  ];
}
