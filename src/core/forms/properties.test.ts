/** What holds for every form and all answers, hostile ones too. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asks, everyKind, goodAnswers } from '#tests/support/forms/form.ts';
import { answerProblems, readAnswers, shownFields } from './answers.ts';
import { answersFor } from './audience.ts';
import { completeness } from './completeness.ts';
import { formProblems } from './problems.ts';
import { type Form, fieldsOf, formShape } from './shape.ts';

const runs = { numRuns: 150 };
const keys = fieldsOf(everyKind).map(({ field }) => field.key);
const hostile = fc.oneof(
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\udc00x',
    '__proto__',
    'constructor',
    '\u202etxt',
    'a'.repeat(5000),
    '=1+1',
    '<script>',
    '1e999',
    '-0',
    'NaN',
  ),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 1e308, 0.1, 12, true, false, null),
  fc.constantFrom(JSON.parse('{"__proto__": {"options": ["bank"]}}'), [[]], [null], {}, { options: ['__proto__'] }, [{ file: 1 }]),
  fc.jsonValue(),
);
const good = fc.constantFrom(
  ...Object.entries({ ...goodAnswers, agents: 60, revenue: { currency: 'EUR', minor: 5 }, links: ['https://a.example'] }),
);
const anyAnswers = fc
  .tuple(
    fc.array(good, { maxLength: 12 }),
    fc.array(fc.tuple(fc.constantFrom(...keys, '__proto__', 'constructor', 'unknown'), hostile), { maxLength: 4 }),
  )
  .map(([right, wrong]) => Object.fromEntries([...right, ...wrong]));

/** Ten fields, each with a condition on any other: forms whose conditions run in rings are left out. */
const conditioned: fc.Arbitrary<Form> = fc
  .array(fc.tuple(fc.nat(9), fc.boolean(), fc.constantFrom('draft', 'submit', 'never')), { minLength: 10, maxLength: 10 })
  .map((wishes) => {
    const items = wishes.map(([other, answered, required], i) =>
      asks('short-text', `f${i}`, { required, characters: { max: 3 }, ...(i % 3 > 0 && { condition: { field: `f${other}`, answered } }) }),
    );
    return formShape.parse({
      title: 'Form',
      sections: [
        { key: 'one', title: 'One', items: items.slice(0, 5) },
        { key: 'two', title: 'Two', items: items.slice(5) },
      ],
    });
  })
  .filter((form) => formProblems(form).length === 0);
const texts = fc.dictionary(fc.constantFrom(...Array.from({ length: 10 }, (_, i) => `f${i}`)), fc.constantFrom('ok', 'too long', ' ', ''));

describe('forms and answers of all kinds', () => {
  it('what was read reads the same again, and nothing that is kept could not be stored', () => {
    fc.assert(
      fc.property(anyAnswers, (raw) => {
        const { answers } = readAnswers(everyKind, raw);
        const json = JSON.stringify(answers);
        expect(readAnswers(everyKind, JSON.parse(json))).toEqual({ answers, problems: [] });
        expect([json.includes('\\u0000'), /\\ud[89a-f]/.test(json), JSON.parse(json)]).toEqual([false, false, answers]);
      }),
      runs,
    );
  });

  it('no answer, however strange, is anything but right or refused with its reason', () => {
    fc.assert(
      fc.property(anyAnswers, (raw) => {
        const { problems } = readAnswers(everyKind, raw);
        const all = [...problems, ...answerProblems(everyKind, raw, 'submit')];
        expect(all.filter(({ code }) => !code.startsWith('answers.'))).toEqual([]);
        expect(Object.hasOwn(Object.prototype, 'options')).toBe(false);
        expect(Object.keys(answersFor(everyKind, raw, 'public')).filter((key) => key !== 'links')).toEqual([]);
      }),
      runs,
    );
  });

  it('a hidden field is never refused, whatever it holds', () => {
    fc.assert(
      fc.property(conditioned, texts, (form, answers) => {
        const shown = shownFields(form, answers);
        const refused = answerProblems(form, answers, 'submit').map(({ path }) => path);
        expect(refused.filter((path) => !shown.has(path))).toEqual([]);
        const hidden = Object.fromEntries(Object.entries(answers).map(([key, text]) => [key, shown.has(key) ? text : 'far too long']));
        expect(answerProblems(form, hidden, 'submit')).toEqual(answerProblems(form, answers, 'submit'));
      }),
      runs,
    );
  });

  it('an entry is complete exactly when nothing keeps it from being sent in', () => {
    const seen = new Set<boolean>();
    const check = (form: Form, answers: Record<string, unknown>) => {
      const whole = answerProblems(form, answers, 'submit').length === 0;
      const { share, sections } = completeness(form, answers);
      expect([share === 1, sections.every((section) => section.share === 1)]).toEqual([whole, whole]);
      seen.add(whole);
    };
    fc.assert(fc.property(conditioned, texts, check), runs);
    fc.assert(
      fc.property(anyAnswers, (answers) => check(everyKind, answers)),
      runs,
    );
    check(everyKind, goodAnswers);
    check(everyKind, {});
    expect(seen.size).toBe(2);
  });

  it('what is refused in a draft is refused on submit too', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const later = answerProblems(everyKind, answers, 'submit').map(({ path, code }) => `${path} ${code}`);
        const now = answerProblems(everyKind, answers, 'draft').map(({ path, code }) => `${path} ${code}`);
        expect(now.filter((one) => !later.includes(one))).toEqual([]);
      }),
      runs,
    );
  });

  it('two hundred fields in a chain, with ten thousand words in each fortieth, are looked at as a whole', () => {
    const items = Array.from({ length: 200 }, (_, i) =>
      asks('long-text', `f${i}`, {
        required: 'submit',
        words: { max: 9999 },
        ...(i > 0 && { condition: { field: `f${i - 1}`, answered: true } }),
      }),
    );
    const form = formShape.parse({ title: 'Long', sections: [{ key: 'all', title: 'All', items }] });
    const answers = Object.fromEntries(items.map((_, i) => [`f${i}`, i % 40 === 0 ? 'word '.repeat(10_000) : 'word']));
    expect(formProblems(form)).toEqual([]);
    expect(answerProblems(form, answers, 'submit').map(({ path, facts }) => [path, facts.count])).toEqual(
      [0, 40, 80, 120, 160].map((i) => [`f${i}`, 10_000]),
    );
    expect(answerProblems(form, { ...answers, f0: '' }, 'submit').map(({ path }) => path)).toEqual(['f0']);
  });
});
