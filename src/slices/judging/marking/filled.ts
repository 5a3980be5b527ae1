/** Whether a ballot is filled in as its scorecard asks: each mark on its scale, nothing missing. */
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { stepsIn } from '#core/scoring/scale.ts';
import type { CriterionView } from '#slices/programmes/index.ts';
import type { Comments, Marks } from '../schemas.ts';

type Said = { readonly marks: Marks; readonly comments: Comments };

function markProblem({ name, scaleMin: minimum, scaleMax: maximum, steps, notApplicable }: CriterionView, mark: number | null) {
  if (mark === null)
    return notApplicable === 'not-allowed' ? ({ code: 'judging.must-apply', facts: { criterion: name } } as const) : undefined;
  if (mark < minimum || mark > maximum) return { code: 'field.out-of-range', facts: { minimum, maximum } } as const;
  const step = 1 / steps;
  if (stepsIn(mark, { step }) === undefined) return { code: 'judging.mark-between-steps', facts: { criterion: name, step } } as const;
  return undefined;
}

/** @throws Problem `general.invalid-input` with everything that is on no scale, or said where nothing is asked */
export function refuseUnanswerable(criteria: readonly CriterionView[], { marks, comments }: Said): void {
  const known = new Map<string, CriterionView>(criteria.map((criterion) => [criterion.id, criterion]));
  const fields = [
    ...Object.entries(marks).flatMap(([id, mark]): FieldProblem[] => {
      const criterion = known.get(id);
      const found = criterion ? markProblem(criterion, mark) : ({ code: 'field.invalid', facts: {} } as const);
      return found ? [{ path: `marks.${id}`, ...found }] : [];
    }),
    ...Object.keys(comments).flatMap((id): FieldProblem[] =>
      (known.get(id)?.comment ?? 'none') === 'none' ? [{ path: `comments.${id}`, code: 'field.invalid', facts: {} }] : [],
    ),
  ];
  if (fields.length > 0) throw problem('general.invalid-input', { count: fields.length }, fields);
}

const named = (criteria: readonly CriterionView[]): string => criteria.map(({ name }) => name).join(', ');

/** @throws Problem with every criterion that has no mark, or not the words it asks for */
export function refuseIncomplete(criteria: readonly CriterionView[], { marks, comments }: Said): void {
  const unmarked = criteria.filter(({ id }) => marks[id] === undefined);
  const unsaid = criteria.filter(({ id, comment }) => comment === 'required' && comments[id] === undefined);
  const fields = [
    ...unmarked.map(({ id, name }): FieldProblem => ({ path: `marks.${id}`, code: 'judging.mark-missing', facts: { criterion: name } })),
    ...unsaid.map(
      ({ id, name }): FieldProblem => ({ path: `comments.${id}`, code: 'judging.comment-missing', facts: { criterion: name } }),
    ),
  ];
  if (unmarked.length > 0) throw problem('judging.marks-missing', { count: unmarked.length, criteria: named(unmarked) }, fields);
  if (unsaid.length > 0) throw problem('judging.comments-missing', { count: unsaid.length, criteria: named(unsaid) }, fields);
}
