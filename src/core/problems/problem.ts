/**
 * A problem is a refusal a person can act on: a permanent code, facts for its sentence, and, where it
 * concerns a form, the fields it is about. Core functions return refusals; operations throw them; doors translate.
 */
import type { ProblemCode } from './catalogue.ts';

/** What a sentence needs to be exact: numbers, names, instants as ISO strings. Never a secret. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** One field's refusal; `path` is the form field's name, dots for nesting (`marks.craft`). */
export type FieldProblem = { readonly path: string; readonly code: ProblemCode; readonly facts: Facts };

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly facts: Facts;
  readonly fields: readonly FieldProblem[];

  constructor(code: ProblemCode, facts: Facts = {}, fields: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.facts = facts;
    this.fields = fields;
  }
}

/** `throw problem('entries.closed', { closedAt })`. */
export function problem(code: ProblemCode, facts: Facts = {}, fields: readonly FieldProblem[] = []): Problem {
  return new Problem(code, facts, fields);
}
