/** Conditions in words: what a field hangs from, said by the labels of the other fields. */
import { type Condition, type Test, testsOf } from '#core/forms/conditions.ts';
import { type Form, fieldsOf } from '#core/forms/shape.ts';
import type { Words } from '#words/index.ts';
import type { Say } from './asked.ts';

/** The sentence of a condition; undefined where there is none. */
export function conditionSentence(form: Form, when: Condition | undefined, say: Say, words: Words['forms']['asking']): string | undefined {
  const tests = testsOf(when);
  if (when === undefined || tests.length === 0) return undefined;
  const fields = new Map(fieldsOf(form).map(({ field }) => [field.key, field]));
  const told = (one: Test): string => {
    const about = fields.get(one.field);
    const name = about === undefined ? one.field : say(about.label);
    if ('answered' in one) return words.isAnswered(name, one.answered);
    if (!('is' in one)) return words.isBetween(name, 'atLeast' in one ? one.atLeast : undefined, one.below);
    const options = about?.kind === 'choice' ? about.options : [];
    const named = one.is.map((key) => {
      const option = options.find((candidate) => candidate.key === key);
      return option === undefined ? key : say(option.label);
    });
    return words.isOneOf(name, named);
  };
  const all = tests.map(told);
  return words.askedIf('any' in when ? words.any(all) : words.all(all));
}
