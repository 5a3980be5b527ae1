import { describe, expect, it } from 'vitest';
import { asks, everyKind, formOf, grouped as group } from '#tests/support/forms/form.ts';
import type { Group } from '../fields.ts';
import { formProblems } from '../problems.ts';
import { fieldsOf } from '../shape.ts';
import { grouped, movedBy, movedInto, takenKeys, withNewField, withoutTarget } from './editing.ts';

const form = formOf(asks('short-text', 'a'), asks('long-text', 'b', { required: 'submit' }), asks('video', 'c', { required: 'submit' }));
const either = { kind: 'group', key: 'either', label: 'Either', rule: 'exactly-one-of', required: 'submit', fields: [] } as Group;
const outline = (of: typeof form) =>
  of.sections.map(({ key, items }) => [
    key,
    items.map((item) => (item.kind === 'group' ? [item.key, ...item.fields.map((f) => f.key)] : item.key)),
  ]);

describe('a form while it is made', () => {
  it('fields that were required become a group of which one is enough, and stand in it where the first stood', () => {
    const made = grouped(form, either, ['b', 'c']);
    expect(outline(made)).toEqual([['entry', ['a', ['either', 'b', 'c']]]]);
    expect(formProblems(made)).toEqual([]);
    expect(fieldsOf(made).map(({ field }) => field.required)).toEqual(['never', 'never', 'never']);
  });

  it('a group taken apart leaves its fields, and one without fields goes with the last of them', () => {
    const made = grouped(form, either, ['b', 'c']);
    expect(outline(withoutTarget(made, { kind: 'item', key: 'either' }))).toEqual([['entry', ['a', 'b', 'c']]]);
    const less = withoutTarget(withoutTarget(made, { kind: 'item', key: 'b' }), { kind: 'item', key: 'c' });
    expect(outline(less)).toEqual([['entry', ['a']]]);
  });

  it('a step up or down keeps to the list a thing stands in, and ends where the list ends', () => {
    const made = grouped(form, either, ['b', 'c']);
    const item = (key: string) => ({ kind: 'item', key }) as const;
    expect(outline(movedBy(made, item('c'), -1))).toEqual([['entry', ['a', ['either', 'c', 'b']]]]);
    expect(outline(movedBy(made, item('either'), -1))).toEqual([['entry', [['either', 'b', 'c'], 'a']]]);
    expect(movedBy(made, item('a'), -1)).toEqual(made);
    expect(movedBy(everyKind, { kind: 'section', key: 'proof' }, -1).sections.map(({ key }) => key)).toEqual(['story', 'proof', 'company']);
  });

  it('a field goes into another section or group with all it says, and nowhere where there is none', () => {
    const made = formOf(
      asks('short-text', 'a', { required: 'submit' }),
      group('either', 'exactly-one-of', [asks('number', 'b'), asks('date', 'c')]),
    );
    const moved = movedInto(made, 'a', { kind: 'group', key: 'either' });
    expect(outline(moved)).toEqual([['entry', [['either', 'b', 'c', 'a']]]]);
    expect(formProblems(moved)).toEqual([]);
    expect(movedInto(made, 'a', { kind: 'group', key: 'none' })).toEqual(made);
    expect(movedInto(made, 'a', { kind: 'section', key: 'entry' })).toEqual(made);
    const [first] = fieldsOf(formOf(asks('number', 'd')));
    expect(takenKeys(first ? withNewField(made, first.field, { kind: 'section', key: 'entry' }) : made)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'either',
    ]);
  });
});
