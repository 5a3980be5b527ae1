/** Forms as written: what the shape takes, what it fills in, and what is wrong with a form that has the right shape. */
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { asks, everyKind, formOf, grouped, option } from '#tests/support/forms/form.ts';
import { formProblems, formsProblems } from './problems.ts';
import { type Form, formShape, formsShape } from './shape.ts';

const told = (form: Form) => formProblems(form).map(({ path, code }) => `${path} ${code.slice(6)}`);
const at = 'sections.0.items';
const text = (key: string, more = {}) => asks('short-text', key, more);
const sector = asks('choice', 'sector', { options: [option('bank')] });

describe('a form as it is written', () => {
  it('of every kind of field is right, and reads the same again', () => {
    expect(formProblems(everyKind)).toEqual([]);
    expect(JSON.stringify(formShape.parse(JSON.parse(JSON.stringify(everyKind))))).toBe(JSON.stringify(everyKind));
  });

  it('has its defaults filled in: who reads an answer, how it is guarded, by when it is required', () => {
    const fields = formOf(text('a'), asks('consent', 'b', { text: 'Yes' }), asks('reference', 'c')).sections[0]?.items;
    expect(fields?.map((field) => (field.kind === 'group' ? [] : [field.required, field.audience, field.protection]))).toEqual([
      ['never', 'judges', 'internal'],
      ['submit', 'managers', 'personal'],
      ['never', 'judges', 'personal'],
    ]);
  });

  it('forms stand in the order of their keys, however they were written', () => {
    expect(Object.keys(formsShape.parse({ team: everyKind, agent: everyKind }))).toEqual(['agent', 'team']);
  });

  it.each<[string, object]>([
    ['a kind nobody knows', asks('colour', 'a')],
    ['a key with capitals', text('Title')],
    ['a setting nobody knows', text('a', { colour: 'red' })],
    ['a setting of another kind', text('a', { words: { max: 5 } })],
    ['no words for the label', text('a', { label: ' ' })],
    ['half a word', asks('long-text', 'a', { words: { max: 1.5 } })],
    ['no end of a video', asks('video', 'a', { seconds: Number.POSITIVE_INFINITY })],
    ['a day that is not', asks('date', 'a', { from: '2024-02-30' })],
    ['no options', asks('choice', 'a', { options: [] })],
    ['a group in a group', grouped('a', 'plain', [grouped('b', 'plain', [text('c')])])],
    ['an empty group', grouped('a', 'plain', [])],
    ['a key that reaches the prototype', text('__proto__')],
  ])('%s is refused', (_, item) => {
    expect(() => formOf({ ...item })).toThrow(ZodError);
  });

  it('a form under a key that reaches the prototype is no form', () => {
    const parsed = formsShape.safeParse(JSON.parse(`{"__proto__": ${JSON.stringify(everyKind)}}`));
    expect(parsed.success ? [Object.keys(parsed.data), 'sections' in parsed.data] : 'refused').not.toContain(true);
    expect(formsShape.parse({ constructor: everyKind }).constructor).toEqual(everyKind);
  });
});

describe('what is wrong with a form', () => {
  it.each<[string, Form, string[]]>([
    ['a key twice, in a group too', formOf(text('a'), grouped('g', 'plain', [text('a')])), [`${at}.1.fields.0.key key-twice`]],
    ['a group called as a field', formOf(text('a'), grouped('a', 'plain', [text('b')])), [`${at}.1.key key-twice`]],
    ['an option twice', formOf(asks('choice', 'a', { options: [option('x'), option('x')] })), [`${at}.0.options.1.key key-twice`]],
    ['a condition on nothing', formOf(text('a', { condition: { field: 'b', answered: true } })), [`${at}.0.condition unknown-field`]],
    [
      'an option nobody offers',
      formOf(sector, text('a', { condition: { field: 'sector', is: ['zoo'] } })),
      [`${at}.1.condition unknown-option`],
    ],
    [
      'a text above ten',
      formOf(text('b'), text('a', { condition: { field: 'b', atLeast: 10 } })),
      [`${at}.1.condition condition-of-another-kind`],
    ],
    [
      'a text among options',
      formOf(text('b'), text('a', { condition: { field: 'b', is: ['x'] } })),
      [`${at}.1.condition condition-of-another-kind`],
    ],
    [
      'a field that hangs from itself',
      formOf(text('a', { condition: { field: 'a', answered: true } })),
      [`${at}.0.condition condition-ring`],
    ],
    [
      'two that hang from each other',
      formOf(text('a', { condition: { field: 'b', answered: true } }), text('b', { condition: { field: 'a', answered: true } })),
      [`${at}.0.condition condition-ring`],
    ],
    ['limits that cross', formOf(asks('long-text', 'a', { words: { min: 10, max: 5 } })), [`${at}.0.words limits-crossed`]],
    ['dates that cross', formOf(asks('date', 'a', { from: '2024-02-01', to: '2024-01-01' })), [`${at}.0.from limits-crossed`]],
    [
      'fewer options than are to be chosen',
      formOf(asks('choice', 'a', { options: [option('x')], choose: { min: 2, max: 2 } })),
      [`${at}.0.options no-option-left`],
    ],
    [
      'only retired options',
      formOf(asks('choice', 'a', { options: [{ ...option('x'), retired: true }] })),
      [`${at}.0.options no-option-left`],
    ],
    [
      'a sensitive answer for everybody',
      formOf(text('a', { audience: 'public', protection: 'sensitive' })),
      [`${at}.0.audience sensitive-in-public`],
    ],
    [
      'a field that tells what only managers may know',
      formOf(text('a', { audience: 'managers' }), text('b', { condition: { field: 'a', answered: true } })),
      [`${at}.1.audience condition-tells`],
    ],
    ['one of one', formOf(grouped('g', 'exactly-one-of', [text('a')])), [`${at}.0.fields group-of-one`]],
    [
      'a required field among those one is chosen of',
      formOf(grouped('g', 'at-least-one-of', [text('a', { required: 'submit' }), text('b')])),
      [`${at}.0.fields.0.required required-in-group`],
    ],
    ['nothing at all', formOf(), ['sections nothing-asked']],
    [
      '501 fields',
      formShape.parse({
        title: 'Long',
        sections: [0, 1].map((s) => ({ key: `s${s}`, title: 'S', items: Array.from({ length: 250 + s }, (_, i) => text(`f${s}-${i}`)) })),
      }),
      ['sections too-many-fields'],
    ],
  ])('%s', (_, form, problems) => {
    expect(told(form)).toEqual(problems);
  });

  it('a field that hangs from an earlier or a later one is right', () => {
    expect(
      told(
        formOf(
          text('a', { condition: { field: 'b', answered: true } }),
          text('b'),
          text('c', { condition: { field: 'a', answered: false } }),
        ),
      ),
    ).toEqual([]);
  });

  it('all of it is told at once, behind the key of the form', () => {
    const forms = { team: formOf(text('a'), text('a'), asks('long-text', 'b', { words: { min: 10, max: 5 } })) };
    expect(formsProblems(forms).map(({ path, code }) => `${path} ${code}`)).toEqual([
      `team.${at}.1.key forms.key-twice`,
      `team.${at}.2.words forms.limits-crossed`,
    ]);
  });
});
