import { describe, expect, it } from 'vitest';
import { asks, formOf, grouped } from '#tests/support/forms/form.ts';
import { answersFor, formFor, type Reader } from './audience.ts';
import { fieldsOf } from './shape.ts';

const form = formOf(
  asks('number', 'size', { audience: 'public' }),
  asks('short-text', 'story', { condition: { field: 'size', atLeast: 10 } }),
  asks('short-text', 'secret', { audience: 'managers' }),
  grouped('people', 'plain', [asks('reference', 'leader'), asks('reference', 'contact', { audience: 'managers' })]),
  asks('number', 'turned', {}),
);
const leader = { kind: 'person', name: 'Ada', email: 'ada@example.com' };
const answers = { size: 12, story: 'Once', secret: 'x', leader, contact: leader, turned: 'was a text', gone: 'of an earlier form' };
const readers: readonly Reader[] = ['public', 'judge', 'manager', 'entrant'];

describe('what a reader sees', () => {
  it('of a form are the fields whose answers they may read, and nothing that is empty without them', () => {
    expect(readers.map((reader) => fieldsOf(formFor(form, reader)).map(({ field }) => field.key))).toEqual([
      ['size'],
      ['size', 'story', 'leader', 'turned'],
      ['size', 'story', 'secret', 'leader', 'contact', 'turned'],
      ['size', 'story', 'secret', 'leader', 'contact', 'turned'],
    ]);
    expect(formFor(formOf(grouped('g', 'plain', [asks('short-text', 'a')])), 'public').sections).toEqual([]);
  });

  it('of answers are those; judges get no address, no answer of another kind, none of a field that is gone', () => {
    const { gone: _, ...all } = answers;
    expect(readers.map((reader) => answersFor(form, answers, reader))).toEqual([
      { size: 12 },
      { size: 12, story: 'Once', leader: { kind: 'person', name: 'Ada' } },
      all,
      all,
    ]);
  });

  it('judges and the public do not see what a hidden field still holds; managers and entrants do', () => {
    const small = { size: 9, story: 'Once' };
    expect(readers.map((reader) => Object.keys(answersFor(form, small, reader)))).toEqual([
      ['size'],
      ['size'],
      ['size', 'story'],
      ['size', 'story'],
    ]);
  });
});
