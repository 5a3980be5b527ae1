import { expect, test } from 'vitest';
import { noReopening, stillOpen } from './reopening.ts';
import { differences, type Version } from './versions.ts';
import type { EntryState } from './withdrawing.ts';

const times = { entriesOpenAt: 100, entriesCloseAt: 200, judgingOpenAt: null, judgingCloseAt: 300, announcedAt: null };
const states: readonly EntryState[] = ['draft', 'submitted', 'returned', 'accepted', 'withdrawn'];

test('only what stands with its readers is opened again', () => {
  expect(states.filter((state) => noReopening(state, times, 250, 260) === undefined)).toEqual(['submitted', 'accepted']);
});

test.each([
  ['the last instant entries are open', 199, 260, 'entries.open-anyway'],
  ['the instant they close', 200, 260, undefined],
  ['the last instant of judging', 299, 300, undefined],
  ['the close of judging', 300, 310, 'entries.reopened-too-late'],
  ['until now', 250, 250, 'entries.until-has-passed'],
  ['until the next instant', 250, 251, undefined],
  ['until judging closes', 250, 300, undefined],
  ['until after judging', 250, 301, 'entries.until-after-judging'],
])('an entry is opened again between two closes, for a time between now and the end of judging: %s', (_, now, until, code) => {
  expect(noReopening('accepted', times, now, until)?.code).toBe(code);
});

test('what is announced is never opened again', () => {
  expect(noReopening('accepted', { ...times, announcedAt: 250 }, 250, 260)?.code).toBe('entries.reopened-too-late');
});

test('the last instant of a reopening does not belong to it', () => {
  expect([stillOpen(260, 259), stillOpen(260, 260)]).toEqual([true, false]);
});

const file = (name: string, sha256: string, field: string | null = null) => ({ name, sha256, field });
const before: Version = {
  title: 'A',
  nominee: 'B',
  body: 'C',
  answers: { essay: 'one', gone: 1, same: { b: 1, a: 2 } },
  files: [file('x', '1')],
};

test('two versions differ in what reads otherwise: words, answers whatever the order of their parts, and files by content', () => {
  const after: Version = {
    ...before,
    title: 'A!',
    answers: { essay: 'two', fresh: true, same: { a: 2, b: 1 } },
    files: [file('x', '2'), file('x', '1'), file('x', '1')],
  };
  expect(differences(before, after)).toEqual({
    head: ['title'],
    fields: ['essay', 'fresh', 'gone'],
    added: [file('x', '2'), file('x', '1')],
    removed: [],
  });
  expect(differences(after, before).removed).toEqual([file('x', '2'), file('x', '1')]);
  expect(differences(before, before)).toEqual({ head: [], fields: [], added: [], removed: [] });
});
