import { expect, test } from 'vitest';
import { partOf, type Standing, sinceIn, sinceText, standingOf } from './together.ts';

test('of one field, the text counts that only one of two wrote; where both did, neither is taken over the other', () => {
  const three = (begun: string, saved: string, sent: string): Standing => standingOf({ begun, saved, sent });
  expect([three('a', 'a', 'a'), three('a', 'a', 'b'), three('a', 'b', 'a'), three('a', 'b', 'b'), three('a', 'b', 'c')]).toEqual([
    'same',
    'mine',
    'theirs',
    'same',
    'both',
  ]);
});

test('what each field was known at travels as one line, and nothing else is read from it', () => {
  const since = { title: 7, 'answers.essay': 9 };
  expect(sinceIn(sinceText(since))).toEqual(since);
  expect(sinceIn('title=0 =4 body=x nominee=-1 title title=3')).toEqual({ title: 3 });
});

test('a control belongs to the field it is a part of', () => {
  expect(['title', 'answers.figure.before.n', 'answers.essay', 'answers'].map(partOf)).toEqual([
    'title',
    'answers.figure',
    'answers.essay',
    'answers',
  ]);
});
