/**
 * A Zod refusal becomes field problems: each with the path of the field, a code of ours and the limit that was broken.
 * It has to be parsed with `reportInput`, so that what is empty can be told from what is wrong.
 */
import type { z } from 'zod';
import type { ProblemCode } from '#core/problems/catalogue.ts';
import { type Facts, type FieldProblem, type Problem, problem } from '#core/problems/problem.ts';

type Issue = z.core.$ZodIssue;

const notOfType: Readonly<Record<string, ProblemCode>> = { number: 'field.not-number', int: 'field.not-whole' };

function codeOf(issue: Issue): [ProblemCode, Facts] {
  switch (issue.code) {
    case 'too_big':
      return [issue.origin === 'string' ? 'field.too-long' : 'field.out-of-range', { maximum: Number(issue.maximum) }];
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1 ? ['field.required', {}] : ['field.too-short', { minimum: Number(issue.minimum) }];
      return ['field.out-of-range', { minimum: Number(issue.minimum) }];
    case 'invalid_type':
      if (issue.input === undefined || issue.input === '') return ['field.required', {}];
      return [notOfType[issue.expected] ?? 'field.invalid', {}];
    case 'invalid_format':
      if (issue.input === '') return ['field.required', {}];
      return [issue.format === 'email' ? 'field.not-email' : 'field.invalid', {}];
    case 'invalid_value':
      return ['field.not-one-of', { options: issue.values.map(String).join(', ') }];
    default:
      return ['field.invalid', {}];
  }
}

/** A number past what a machine counts exactly breaks that limit and the field's own; only the field's is worth saying. */
const ofMachine = (issue: Issue) => issue.code === 'too_big' && issue.origin === 'int';

/** A field is told one thing at a time. */
function oneEach(issues: readonly Issue[]): readonly Issue[] {
  const byPath = new Map<string, Issue>();
  for (const issue of issues) {
    const path = issue.path.join('.');
    const before = byPath.get(path);
    if (before === undefined || ofMachine(before)) byPath.set(path, issue);
  }
  return [...byPath.values()];
}

export function invalidInput(error: z.ZodError): Problem {
  const fields = oneEach(error.issues).map((issue): FieldProblem => {
    const [code, facts] = codeOf(issue);
    return { path: issue.path.join('.'), code, facts };
  });
  return problem('general.invalid-input', { count: fields.length }, fields);
}
