import { expect, test } from 'vitest';
import { wordsFor } from './index.ts';
import { isolated } from './isolated.ts';

const [start, end] = ['\u2068', '\u2069'];

test('a text in a sentence begins and ends its own direction, and marks inside it reach nothing outside', () => {
  expect(isolated('جرس اليد')).toBe(`${start}جرس اليد${end}`);
  expect(isolated('\u202Eturned\u2069')).toBe(`${start}turned${end}`);
});

test('headings that are sentences keep their own direction around what people wrote', () => {
  const { entries, judging, events } = wordsFor('en');
  const title = 'جرس اليد';
  const said = [
    entries.home.due(title, 'in 2 days', 0),
    entries.home.returned(title, 'in 2 days'),
    judging.mine.next(title),
    judging.run.releaseTitle(title, 'H1-001'),
    judging.run.interest(title, 'H1-001'),
    events.say('screening.entry-accepted', title, 'H1-001'),
  ];
  expect(said.filter((sentence) => !sentence.includes(`${start}${title}${end}`))).toEqual([]);
});
