/** What a reader sees of a form and of the answers to it. */
import type { Answers } from './answer-shapes.ts';
import type { Field } from './fields.ts';
import type { Audience } from './keys.ts';
import { readForm } from './reading.ts';
import { type Form, fieldsOf, type Section } from './shape.ts';

/** Entrants read all of their own, managers all of everybody's; the public reads an entry once it is shown at all. */
export type Reader = 'entrant' | 'manager' | 'judge' | 'public';

const reads: Readonly<Record<Reader, readonly Audience[]>> = {
  entrant: ['public', 'judges', 'managers'],
  manager: ['public', 'judges', 'managers'],
  judge: ['public', 'judges'],
  public: ['public'],
};

const mayRead = (field: Field, reader: Reader): boolean => reads[reader].includes(field.audience);

/**
 * The form with the fields a reader may read the answers to, nothing that is left empty by it. Before entries open everybody may read what
 * will be asked: that is the form itself.
 */
export function formFor(form: Form, reader: Reader): Form {
  const sections = form.sections.flatMap((section) => {
    const items = section.items.flatMap((item): Section['items'] => {
      if (item.kind !== 'group') return mayRead(item, reader) ? [item] : [];
      const fields = item.fields.filter((field) => mayRead(field, reader));
      return fields.length === 0 ? [] : [{ ...item, fields }];
    });
    return items.length === 0 ? [] : [{ ...section, items }];
  });
  return { ...form, sections };
}

/** How to reach a person who is named in an entry is for those who run the programme. */
function withoutAddress(answer: object): object {
  if (!('email' in answer)) return answer;
  const { email: _, ...rest } = answer;
  return rest;
}

/**
 * The answers a reader may read. Judges and the public see what is shown: not the text a hidden field still holds, nor what was answered
 * to a field of an earlier form or of another kind. Entrants and managers see everything that the form has a field for.
 */
export function answersFor(form: Form, answers: Answers, reader: Reader): Record<string, unknown> {
  if (reader === 'entrant' || reader === 'manager') {
    const keys = fieldsOf(form).map(({ field }) => field.key);
    return Object.fromEntries(keys.filter((key) => Object.hasOwn(answers, key)).map((key) => [key, answers[key]]));
  }
  const seen = readForm(form, answers).flatMap(({ field, shown, answered }) =>
    shown && answered !== undefined && mayRead(field, reader)
      ? [[field.key, answered.kind === 'reference' ? withoutAddress(answered.answer) : answered.answer] as const]
      : [],
  );
  return Object.fromEntries(seen);
}
