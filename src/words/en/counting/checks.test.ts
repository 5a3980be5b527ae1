import { describe, expect, it } from 'vitest';
import { checks } from './checks.ts';

describe('a flag is a sentence and a question', () => {
  it('of an empty seat, with the entry where it is one', () => {
    const facts = { judge: 'Ann', category: 'Care', ballots: 1, of: 20, entry: 'Open door' };
    expect(checks.says('empty-seat-zeros', facts)).toBe(
      'Ann has nothing but zeros on “Open door” in “Care”, where nobody else gave a zero.',
    );
    expect(checks.says('empty-seat-zeros', { ...facts, ballots: 3, entry: null })).toBe(
      'Ann has nothing but zeros on 3 of 20 entries in “Care”, where nobody else gave a zero.',
    );
    expect(checks.asks('empty-seat-zeros', facts)).toMatch(/^Was the seat empty\?/);
  });

  it('of a key-in error, with what may have been meant', () => {
    const facts = { judge: 'Ann', entry: 'Open door', criterion: 'craft', mark: 7, usual: 70, against: 'ballot', spread: 6, meant: 70 };
    expect(checks.says('key-in-error', facts)).toBe('Ann gave “Open door” 7 for craft, and about 70 for everything else.');
    expect(checks.asks('key-in-error', facts)).toBe('Was 70 meant?');
    expect(checks.asks('key-in-error', { ...facts, meant: null })).toBe('Is this the mark that was meant?');
  });

  it('of marks that are all alike, one mark or the same on every ballot', () => {
    const facts = { category: 'Care', marks: 27, ballots: 9, entries: 3, mark: 7, each: 'craft 7, impact 7, care 7' };
    expect(checks.says('no-difference', facts)).toBe('In “Care” all 27 marks are 7, whoever judged and whichever of the 3 entries.');
    expect(checks.says('no-difference', { ...facts, mark: null, each: 'craft 7, impact 5' })).toBe(
      'In “Care” all 9 ballots give the same marks (craft 7, impact 5), whoever judged and whichever of the 3 entries.',
    );
  });

  it('of marks that are missing, whole ballots or some', () => {
    const facts = { judge: 'Ann', ballots: 1, empty: 0, criteria: 'craft', entry: 'Open door' };
    expect(checks.says('missing-marks', facts)).toBe('Ann gave no mark for craft on “Open door”.');
    expect(checks.says('missing-marks', { ...facts, empty: 1 })).toBe('Ann left the ballot on “Open door” empty.');
    expect(checks.says('missing-marks', { ...facts, ballots: 3, empty: 1, entry: null })).toBe(
      'Ann gave no mark for craft on 3 ballots, 1 of them without any mark.',
    );
  });

  it('of patterns, in points and their direction', () => {
    expect(checks.says('single-cell', { judge: 'Ann', entry: 'Open door', by: -4.237, distance: -5 })).toBe(
      'Ann gave “Open door” 4.24 points less than the panel and the judge’s habit lead to expect.',
    );
    expect(checks.says('order-drift', { judge: 'Ann', change: -1, towards: 'harsher', ballots: 20 })).toBe(
      'Ann grew harsher by 1 point from the first to the last of 20 ballots, apart from what the entries are worth.',
    );
    expect(checks.says('mandel-h', { judge: 'Ann', category: 'Care', judges: 9, h: -2.1 })).toBe(
      'Ann marks lower in “Care” than the 9 judges’ means lead to expect (Mandel’s h −2.1).',
    );
    expect(checks.says('outside-window', { judge: 'Ann', early: 1, late: 2, opens: null, closes: null })).toBe(
      'Ann handed in 1 ballot before judging opened and 2 ballots after it closed.',
    );
  });
});

it('rows are told as spans of their file, and chance as flags of shuffled ballots', () => {
  const spans = [
    { file: 'a.csv', first: 317, last: 320 },
    { file: 'b.csv', first: 4, last: 4 },
  ];
  expect(checks.rows(spans)).toBe('a.csv, rows 317 to 320; b.csv, row 4');
  expect(checks.placebo({ rate: 0, runs: 199 })).toBe('Shuffled so that there is nothing to find, these ballots raise none in 199 trials.');
  expect(checks.placebo({ rate: 0.0452, runs: 199 })).toMatch(/raise 0\.05 on average \(199 trials\)/);
});
