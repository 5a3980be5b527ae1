import { expect, test } from 'vitest';
import { noMendBy, notMended, screeningOver, weekToMend } from './mending.ts';

const times = { entriesOpenAt: 100, entriesCloseAt: 200, judgingOpenAt: 250, judgingCloseAt: 300, announcedAt: null };
const beside = { ...times, judgingOpenAt: null };

test.each([
  ['until now', times, 150, 150, 'entries.until-has-passed'],
  ['until the next instant', times, 150, 151, undefined],
  ['after entries have closed', times, 150, 240, undefined],
  ['until judges begin', times, 220, 250, undefined],
  ['until after judges began', times, 220, 251, 'screening.mend-by-too-late'],
  ['once judges have begun', times, 250, 260, 'screening.mend-by-too-late'],
  ['beside judging that opens as entries close', beside, 220, 300, undefined],
  ['beyond such judging', beside, 220, 301, 'screening.mend-by-too-late'],
  ['once the winners are known', { ...beside, announcedAt: 210 }, 220, 230, 'screening.mend-by-too-late'],
])('the time to mend ends after now and no later than judging begins: %s', (_, of, now, until, code) => {
  expect(noMendBy(of, now, until)).toBe(code);
});

test('screening ends as judging opens, and where it opens as entries close, as judging closes', () => {
  expect([249, 250].map((now) => screeningOver(times, now))).toEqual([false, true]);
  expect([250, 299, 300].map((now) => screeningOver(beside, now))).toEqual([false, false, true]);
});

test('an entry counts as not mended from its instant on, and only while it is sent back', () => {
  expect([199, 200].map((now) => notMended({ state: 'returned', mendBy: 200 }, now))).toEqual([false, true]);
  expect([notMended({ state: 'submitted', mendBy: 200 }, 300), notMended({ state: 'returned', mendBy: null }, 300)]).toEqual([
    false,
    false,
  ]);
});

test('a week is offered, to five in the afternoon there, where that is more than entries leave and ends before judging begins', () => {
  const at = (text: string) => Date.parse(text);
  const now = at('2026-03-20T09:30:00Z');
  const of = (entriesCloseAt: string, judgingCloseAt: string) =>
    weekToMend({ ...beside, entriesCloseAt: at(entriesCloseAt), judgingCloseAt: at(judgingCloseAt) }, now, 'Europe/Dublin');
  expect(of('2026-03-21T17:00:00Z', '2026-05-01T17:00:00Z')).toBe('2026-03-27T17:00');
  expect(of('2026-03-27T17:00:00Z', '2026-05-01T17:00:00Z')).toBeUndefined();
  expect(of('2026-03-21T17:00:00Z', '2026-03-27T16:59:00Z')).toBeUndefined();
});
