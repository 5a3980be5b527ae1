/** A form together with answers: what was given to each field, and whether it is shown. Everything else about answers starts here. */
import { type Answer, type AnswerOf, type Answers, answerShapes, isGiven } from './answer-shapes.ts';
import { type Condition, isMet, type Test } from './conditions.ts';
import type { Field, FieldKind, FieldOf } from './fields.ts';
import { type Form, fieldsOf, type Placed } from './shape.ts';

/** `malformed`: there is something that is no answer to this kind of field, perhaps of an earlier form; its text is kept. */
export type Read = Placed & { readonly answered: Answered | undefined; readonly malformed: boolean; readonly shown: boolean };

/** A field with its answer, each kind with its own. */
export type Answered = {
  [Kind in FieldKind]: { readonly kind: Kind; readonly field: FieldOf<Kind>; readonly answer: AnswerOf<Kind> };
}[FieldKind];

/** Answers are found by their own keys alone: `constructor` may be a field like any other. */
export function given(answers: Answers, key: string): unknown {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

/** An answer as its kind understands it. */
export function understood(field: Field, raw: unknown): { readonly answered: Answered | undefined; readonly malformed: boolean } {
  if (raw === undefined || raw === null || raw === '') return { answered: undefined, malformed: false };
  const parsed = answerShapes[field.kind].safeParse(raw);
  if (!parsed.success) return { answered: undefined, malformed: true };
  // The shape was looked up by the kind of the field: the three belong together, which the compiler cannot follow.
  const answered = { kind: field.kind, field, answer: parsed.data } as Answered;
  return { answered: isGiven(parsed.data) ? answered : undefined, malformed: false };
}

function passes(one: Test, answer: Answer | undefined): boolean {
  if ('answered' in one) return (answer !== undefined) === one.answered;
  if ('is' in one) return typeof answer === 'object' && 'options' in answer && answer.options.some((option) => one.is.includes(option));
  const least = 'atLeast' in one ? one.atLeast : Number.NEGATIVE_INFINITY;
  return typeof answer === 'number' && answer >= least && answer < (one.below ?? Number.POSITIVE_INFINITY);
}

/**
 * Every field with what was answered. A hidden field counts as not answered for those that depend on it, so that what hangs from a
 * hidden field is hidden too. Forms whose conditions run in a ring are refused before they are used; here a ring reads as not answered.
 */
export function readForm(form: Form, answers: Answers): Read[] {
  const placed = fieldsOf(form);
  const known = new Map(placed.map((one) => [one.field.key, { ...one, ...understood(one.field, given(answers, one.field.key)) }]));
  const decided = new Map<string, boolean>();
  const meets = (one: Test): boolean => passes(one, isShown(one.field) ? known.get(one.field)?.answered?.answer : undefined);
  const holds = (when: Condition | undefined): boolean => isMet(when, meets);
  const isShown = (key: string): boolean => {
    const before = decided.get(key);
    const one = known.get(key);
    if (before !== undefined || one === undefined) return before ?? false;
    decided.set(key, false);
    const shown = holds(one.section.condition) && holds(one.group?.condition) && holds(one.field.condition);
    decided.set(key, shown);
    return shown;
  };
  return [...known.values()].map((one) => ({ ...one, shown: isShown(one.field.key) }));
}
