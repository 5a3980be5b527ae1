/** Answers to a form: read from whatever was sent, and looked at as a whole. */
import type { FieldProblem } from '../problems/problem.ts';
import type { Answer, Answers } from './answer-shapes.ts';
import type { Field } from './fields.ts';
import { itemsOf, type Stage } from './items.ts';
import { given, type Read, readForm, understood } from './reading.ts';
import { type Form, fieldsOf } from './shape.ts';

/** The answer as it is kept (nothing if it was emptied), or what is wrong with it. */
export type ReadAnswer =
  | { readonly ok: true; readonly answer: Answer | undefined }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * One answer, as autosave sends it: text made plain, figures made numbers. Refused only if it is no answer to this kind of question, or
 * takes an option that is no longer offered and that `kept`, the answer until now, had not taken. Limits are not its business.
 */
export function readAnswer(field: Field, raw: unknown, kept?: unknown): ReadAnswer {
  const { answered, malformed } = understood(field, raw);
  if (malformed) return { ok: false, problems: [{ path: field.key, code: 'answers.not-understood', facts: { kind: field.kind } }] };
  if (answered?.kind === 'choice') {
    const retired = new Set(answered.field.options.filter((option) => option.retired === true).map((option) => option.key));
    const before = understood(field, kept).answered;
    const held = before?.kind === 'choice' ? before.answer.options : [];
    const gone = answered.answer.options.find((option) => retired.has(option) && !held.includes(option));
    if (gone !== undefined) return { ok: false, problems: [{ path: field.key, code: 'answers.option-retired', facts: { option: gone } }] };
  }
  return { ok: true, answer: answered?.answer };
}

/** All answers at once, as an import or a form without scripts sends them; what is not asked is refused, and every refusal is told. */
export function readAnswers(
  form: Form,
  raw: Readonly<Record<string, unknown>>,
  kept: Answers = {},
): { readonly answers: Readonly<Record<string, Answer>>; readonly problems: readonly FieldProblem[] } {
  const fields = fieldsOf(form).map(({ field }) => field);
  const known = new Set(fields.map(({ key }) => key));
  const problems: FieldProblem[] = Object.keys(raw)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: key, code: 'answers.unknown-field', facts: { field: key } }));
  const answers: [string, Answer][] = [];
  for (const field of fields) {
    const read = readAnswer(field, given(raw, field.key), given(kept, field.key));
    if (!read.ok) problems.push(...read.problems);
    else if (read.answer !== undefined) answers.push([field.key, read.answer]);
  }
  return { answers: Object.fromEntries(answers), problems };
}

/**
 * All that is wrong with answers at a stage, each at its field (`essay`, `claim.before.value`) or group, in the order asked. Hidden fields
 * are neither required nor looked at, whatever they hold; answers to fields the form does not have are left alone.
 */
export function answerProblems(form: Form, answers: Answers, stage: Stage): FieldProblem[] {
  return itemsOf(form, answers, stage).flatMap(({ problems }) => problems);
}

/** The keys of the fields that are shown with these answers. `reads`: the form as it is read with them. */
export function shownFields(form: Form, answers: Answers, reads: readonly Read[] = readForm(form, answers)): Set<string> {
  return new Set(reads.filter(({ shown }) => shown).map(({ field }) => field.key));
}
