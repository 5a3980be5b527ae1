/** What the controls of a field show of the answer that is kept. */
import type { AnswerOf } from '#core/forms/answer-shapes.ts';
import type { FieldKind, FieldOf } from '#core/forms/fields.ts';
import { understood } from '#core/forms/reading.ts';

/** The answer as its kind has it; undefined where nothing was answered, or what was is of another kind. */
export function answerTo<Kind extends FieldKind>(field: FieldOf<Kind>, raw: unknown): AnswerOf<Kind> | undefined {
  // The shape was looked up by the kind of the field.
  return understood(field, raw).answered?.answer as AnswerOf<Kind> | undefined;
}

export const textOf = (value: string | number | undefined): string => (value === undefined ? '' : String(value));
