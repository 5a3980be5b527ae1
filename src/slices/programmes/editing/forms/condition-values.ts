/** A condition as rows of a form, one test each, and back. What a row tests is one choice, so that it works without scripts. */
import type { Condition, Test } from '#core/forms/conditions.ts';
import { testsOf } from '#core/forms/conditions.ts';
import { type Form, fieldsOf } from '#core/forms/shape.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import { filled, numberFrom, type Sent, type Values } from '../sent.ts';

/** More rows are never read. */
const most = 21;

function testValue(test: Test): string {
  if ('is' in test) return `is|${test.field}|${test.is.join(',')}`;
  if ('answered' in test) return `${test.answered ? 'answered' : 'empty'}|${test.field}`;
  return `number|${test.field}`;
}

const bound = (number: number | undefined): string => (number === undefined ? '' : String(number));

export function conditionValues(when: Condition | undefined): Values {
  const rows = testsOf(when).flatMap((test, i) => [
    [`condition.${i}.of`, testValue(test)],
    [`condition.${i}.atLeast`, 'atLeast' in test ? bound(test.atLeast) : ''],
    [`condition.${i}.below`, 'below' in test ? bound(test.below) : ''],
  ]);
  return { 'condition.mode': when && 'any' in when ? 'any' : 'all', ...Object.fromEntries(rows) };
}

function testFrom(values: Values, at: number): Sent | undefined {
  const [kind = '', field = '', options = ''] = (values[`condition.${at}.of`] ?? '').split('|');
  if (field === '') return undefined;
  if (kind === 'is') return { field, is: options.split(',') };
  if (kind !== 'number') return { field, answered: kind === 'answered' };
  const [atLeast, below] = [numberFrom(values[`condition.${at}.atLeast`]), numberFrom(values[`condition.${at}.below`])];
  return filled({ field, atLeast, below });
}

export function conditionFrom(values: Values): Sent | undefined {
  const tests = Array.from({ length: most }, (_, at) => testFrom(values, at)).filter((test) => test !== undefined);
  const [first] = tests;
  if (tests.length < 2) return first;
  return values['condition.mode'] === 'any' ? { any: tests } : { all: tests };
}

/** One test a condition may make: `kind` says how, `option` of which answer. */
export type TestChoice = { readonly value: string; readonly kind: 'answered' | 'empty' | 'number' | 'is'; readonly option?: string };
export type TestChoices = readonly { readonly key: string; readonly label: string; readonly tests: readonly TestChoice[] }[];

/** Everything a condition may ask of the fields of a form, but of those that hang from it. */
export function testChoices(form: Form, language: string, not: readonly string[], when: Condition | undefined): TestChoices {
  const now = testsOf(when);
  return fieldsOf(form)
    .filter(({ field }) => !not.includes(field.key))
    .map(({ field }) => {
      const { key } = field;
      const tests: TestChoice[] = [
        { value: `answered|${key}`, kind: 'answered' },
        { value: `empty|${key}`, kind: 'empty' },
      ];
      if (field.kind === 'number') tests.push({ value: `number|${key}`, kind: 'number' });
      if (field.kind === 'choice') {
        const said = (option: string): string => {
          const found = field.options.find((each) => each.key === option);
          return found ? inLanguage(found.label, language, language) : option;
        };
        // Several options in one test are a file's work; a form keeps them together.
        const together = now.flatMap((test) => ('is' in test && test.field === key && test.is.length > 1 ? [test.is] : []));
        for (const options of [...field.options.map((option) => [option.key]), ...together])
          tests.push({ value: `is|${key}|${options.join(',')}`, kind: 'is', option: options.map(said).join(', ') });
      }
      return { key, label: inLanguage(field.label, language, language), tests };
    });
}
