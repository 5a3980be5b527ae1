/** How far an entry is: for the meter beside the form. Whole exactly when nothing keeps the entry from being sent in. */
import type { Answers } from './answer-shapes.ts';
import { type Item, itemsOf } from './items.ts';
import type { Form } from './shape.ts';

export type SectionCompleteness = {
  readonly key: string;
  /** Of what must be right in this section: how much there is, and how much is right. */
  readonly of: number;
  readonly done: number;
  /** done / of; 1 where nothing is asked. */
  readonly share: number;
  /** What may be left out: how much of it is answered. */
  readonly optional: { readonly of: number; readonly answered: number };
};
export type Completeness = {
  readonly share: number;
  readonly of: number;
  readonly done: number;
  readonly sections: readonly SectionCompleteness[];
};

const shareOf = (done: number, of: number): number => (of === 0 ? 1 : done / of);

/** What is answered though it need not be counts only as long as something is wrong with it. */
function measure(items: readonly Item[]): Omit<SectionCompleteness, 'key'> {
  const counting = items.filter(({ due, problems }) => due || problems.length > 0);
  const done = counting.filter(({ problems }) => problems.length === 0).length;
  const optional = items.filter(({ due }) => !due);
  const answered = optional.filter((item) => item.answered).length;
  return { of: counting.length, done, share: shareOf(done, counting.length), optional: { of: optional.length, answered } };
}

/** By section, those with something shown in the order of the form, and all together. */
export function completeness(form: Form, answers: Answers): Completeness {
  const items = itemsOf(form, answers, 'submit');
  const { of, done, share } = measure(items);
  const sections = form.sections.flatMap(({ key }) => {
    const own = items.filter(({ section }) => section === key);
    return own.length === 0 ? [] : [{ key, ...measure(own) }];
  });
  return { share, of, done, sections };
}
