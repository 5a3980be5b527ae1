import { describe, expect, it } from 'vitest';
import { field } from '#core/forms/fields.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { everyKind } from '#tests/support/forms/form.ts';
import { atInput, fieldFrom, fieldValues, newField } from './field-values.ts';

const choice = field.parse({
  kind: 'choice',
  key: 'size',
  label: { en: 'Size', de: 'Größe' },
  options: [
    { key: 'small', label: 'Small' },
    { key: 'large', label: 'Large', retired: true },
  ],
});

describe('a field of a form as fields of a form', () => {
  it('what is drawn and sent unchanged is the same field, of every kind', () => {
    for (const { field: one } of fieldsOf(everyKind)) {
      expect(field.parse(fieldFrom(fieldValues(one, 'en'), one, 'en'))).toEqual(one);
    }
    const hanging = field.parse({
      ...choice,
      condition: {
        any: [
          { field: 'a', is: ['x', 'y'] },
          { field: 'b', answered: false },
          { field: 'n', atLeast: 1.5, below: 3 },
        ],
      },
    });
    expect(field.parse(fieldFrom(fieldValues(hanging, 'en'), hanging, 'en'))).toEqual(hanging);
    const bound = field.parse({ kind: 'number', key: 'people', label: 'People', fact: 'group.staff' });
    expect(field.parse(fieldFrom(fieldValues(bound, 'en'), bound, 'en'))).toEqual(bound);
    expect(field.parse(fieldFrom({ ...fieldValues(bound, 'en'), fact: '' }, bound, 'en'))).not.toHaveProperty('fact');
  });

  it('an option keeps its key whatever it is called, wherever it stands; a new one is given one', () => {
    const values = { ...fieldValues(choice, 'en'), 'options.0.label': 'Under 100 people', 'options.3.label': 'Large' };
    const keys = (sent: object) => ('options' in sent ? (sent.options as { key: string }[]).map(({ key }) => key) : []);
    expect(keys(fieldFrom(values, choice, 'en'))).toEqual(['small', 'large', 'large-2']);
    expect(keys(fieldFrom({ ...values, do: 'options.1.up' }, choice, 'en'))).toEqual(['large', 'small', 'large-2']);
    expect(keys(fieldFrom({ ...values, do: 'options.0.drop' }, choice, 'en'))).toEqual(['large', 'large-2']);
  });

  it('words in another language stay when those of the main one change', () => {
    const changed = fieldFrom({ ...fieldValues(choice, 'en'), label: 'How large?' }, choice, 'en');
    expect(changed.label).toEqual({ en: 'How large?', de: 'Größe' });
  });

  it('what is no number is sent as it was written, so that it is refused at its field', () => {
    const [title] = fieldsOf(everyKind).map((placed) => placed.field);
    if (!title) throw new Error('no field');
    const read = field.safeParse(fieldFrom({ ...fieldValues(title, 'en'), 'characters.max': 'many' }, title, 'en'));
    expect(read.error?.issues.map(({ path }) => atInput(path.join('.')))).toEqual(['characters.max']);
    expect(atInput('options.1.key', [{ at: 0 }, { at: 4 }])).toBe('options.4.label');
    expect(atInput('condition.all.1.is')).toBe('condition.0.of');
  });

  it('a new field of every kind can be used as it is', () => {
    for (const { kind } of fieldsOf(everyKind).map((placed) => placed.field)) {
      const made = newField({ kind, label: 'Years “since”', options: 'One\nTwo\n\nOne' }, ['years-since'], 'GBP');
      expect(field.parse(made)).toMatchObject({ kind, key: 'years-since-2', label: 'Years “since”' });
    }
  });
});
