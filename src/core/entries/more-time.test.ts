import { expect, test } from 'vitest';
import { keptBack, noMoreTime } from './more-time.ts';

const times = { entriesOpenAt: 100, entriesCloseAt: 200, judgingOpenAt: null, judgingCloseAt: 300, announcedAt: null };

test.each([
  ['until now', 250, 250, 'entries.until-has-passed'],
  ['until the close', 150, 200, 'entries.until-no-later'],
  ['until just after the close', 150, 201, undefined],
  ['until judging closes', 250, 300, undefined],
  ['until after it', 250, 301, 'entries.until-after-judging'],
])('more time ends after now and the close of entries, and no later than judging: %s', (_, now, until, code) => {
  expect(noMoreTime(times, now, until)).toBe(code);
});

test('nobody is given more time once winners are announced', () => {
  expect(noMoreTime({ ...times, announcedAt: 210 }, 220, 290)).toBe('entries.until-after-judging');
});

const day = 86_400_000;
const outage = { from: 10 * day, to: 10 * day + 3_600_000 };

test.each([
  ['written in a day before it', 5 * day, 9 * day, true],
  ['left for longer than a day', 5 * day, 9 * day - 1, false],
  ['written in since', 5 * day, 11 * day, true],
  ['begun as it was over', outage.to, 11 * day, false],
  ['begun just before it was over', outage.to - 1, outage.to - 1, true],
])('an outage keeps back what was begun before its end and written in from the day before it on: %s', (_, begunAt, savedAt, kept) => {
  expect(keptBack(outage, { begunAt, savedAt })).toBe(kept);
});
