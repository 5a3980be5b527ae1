import { describe, expect, it } from 'vitest';
import type { MarkRow } from './ballot-table.ts';
import { collectMarks } from './collect-marks.ts';
import { inSteps, isStep, shownMark, stepsIn } from './scale.ts';

type Given = Readonly<Record<string, readonly (number | readonly [string, number])[]>>;

/** Marks by judge, each on an entry of its own number; a pair names the criterion. */
function guess(given: Given, step?: number) {
  const collector = collectMarks();
  let row = 1;
  for (const [judge, marks] of Object.entries(given)) {
    marks.forEach((each, i) => {
      row += 1;
      const [criterion, mark] = typeof each === 'number' ? (['c', each] as const) : each;
      const kept: MarkRow = { category: 'X', entry: `E${i}`, judge, criterion, mark: mark / (step ?? 1), file: 'm.csv', row };
      collector.add(kept);
    });
  }
  const { scale, refusals } = collector.guess(new Set(collector.seen().map(({ id }) => id)), step);
  if (refusals.length > 0) return refusals.map(({ code, facts }) => [code, facts.row, facts.judge, facts.mark ?? facts.highest]);
  return scale && `${scale.min}–${scale.max}`;
}

const seven = [7, 8, 6, 9, 5, 7, 8, 10, 4, 7, 8, 6, 9, 7, 8, 6, 7, 8, 6, 7];
const halved = seven.map((mark) => Math.ceil(mark / 2));

describe('a guessed scale', () => {
  it.each([
    [[1, 5], '1–5'],
    [[3, 3], '1–5'],
    [[0, 4], '0–5'],
    [[2, 10], '1–10'],
    [[0, 10], '0–10'],
    [[3, 14, 18], '0–20'],
    [[1, 55, 80], '0–100'],
  ])('for marks %j is %s, a usual one', (marks, scale) => {
    expect(guess({ Ann: marks })).toBe(scale);
  });

  it('is not stretched by a single mark far outside, which is named instead', () => {
    expect(guess({ Ann: [...seven, 1000] })).toEqual([['tally.stray-mark', 22, 'Ann', 1000]]);
    expect(guess({ Ann: [...seven, -3] })).toEqual([['tally.stray-mark', 22, 'Ann', -3]]);
    expect(guess({ Ann: [80, ...seven] })).toEqual([['tally.stray-mark', 2, 'Ann', 80]]);
    expect(guess({ Ann: [...halved, 8] })).toEqual([['tally.stray-mark', 22, 'Ann', 8]]);
    // Beyond what a column of 32 bits holds.
    expect(guess({ Ann: [...seven, 3e9] })).toEqual([['tally.stray-mark', 22, 'Ann', 3e9]]);
  });

  it('is none where no usual scale holds the marks', () => {
    expect(guess({ Ann: [500, 700] })).toEqual([['tally.no-usual-scale', 3, 'Ann', 700]]);
    expect(guess({ Ann: [-3, -2, -1] })).toEqual([['tally.no-usual-scale', 4, 'Ann', -1]]);
  });

  it('is none where a judge marks out of 5 and the others out of 10, or the other way round', () => {
    expect(guess({ Ann: seven, Bo: halved, Cy: seven })).toEqual([['tally.judge-on-another-scale', 25, 'Bo', 5]]);
    expect(guess({ Ann: halved, Bo: seven, Cy: halved })).toEqual([['tally.judge-on-another-scale', 29, 'Bo', 10]]);
    expect(guess({ Ann: seven, Bo: seven.map((mark) => 10 * mark), Cy: seven })).toEqual([['tally.judge-on-another-scale', 29, 'Bo', 100]]);
  });

  it('is none where a category is marked out of 5 by judges of its own', () => {
    const of = (category: string, judge: string, marks: readonly number[]): MarkRow[] =>
      marks.map((mark, i) => ({ category, entry: `E${i}`, judge, criterion: 'c', mark, file: 'm.csv', row: i + 2 }));
    const collector = collectMarks();
    for (const row of [...of('X', 'Ann', seven), ...of('X', 'Bo', seven), ...of('Y', 'Cy', halved), ...of('Y', 'Dee', halved)])
      collector.add(row);
    expect(collector.guess(new Set(['c'])).refusals.map(({ code, facts }) => [code, facts.category, facts.within, facts.max])).toEqual([
      ['tally.category-on-another-scale', 'Y', 5, 10],
    ]);
  });

  it('stands where a judge met the weakest entries alone, or is severe on them all', () => {
    const weak = [4, 5, 3, 4, 5, 4];
    const given = { Ann: [...seven.slice(0, 14), ...weak], Bo: [...seven.slice(0, 14), ...weak], Cy: [...Array<number>(14), ...weak] };
    const kept = Object.fromEntries(
      Object.entries(given).map(([judge, marks]) => [judge, marks.map((mark, i) => [i, mark] as const).filter(([, mark]) => mark)]),
    );
    const collector = collectMarks();
    for (const [judge, marks] of Object.entries(kept))
      for (const [i, mark] of marks) collector.add({ category: 'X', entry: `E${i}`, judge, criterion: 'c', mark, file: 'm.csv', row: 2 });
    expect(collector.guess(new Set(['c'])).refusals).toEqual([]);
    // Five of ten on a scale where the others give seven: far below, but stretched twice as long it would lie further above.
    expect(guess({ Ann: seven, Bo: seven.map(() => 5), Cy: seven })).toBe('1–10');
  });

  it('stands where a judge is merely severe, or gave too few marks to tell', () => {
    expect(guess({ Ann: seven, Bo: seven.map((mark) => Math.max(1, mark - 3)), Cy: seven })).toBe('1–10');
    expect(guess({ Ann: seven, Bo: [4, 5, 5], Cy: seven })).toBe('1–10');
  });

  it('is none where a criterion is marked out of 5 and another out of 10', () => {
    const both = seven.flatMap((mark, i) => [['a', mark] as const, ['b', halved[i] ?? 1] as const]);
    expect(guess({ Ann: both })).toEqual([['tally.mixed-scales', 16, 'Ann', 10]]);
    expect(
      guess({
        Ann: [
          ['a', 7],
          ['b', 85],
        ],
      }),
    ).toEqual([['tally.mixed-scales', 3, 'Ann', 85]]);
  });

  it('is read in the judges’ units where marks have steps', () => {
    expect(guess({ Ann: [7.5, 10, 9.5] }, 0.5)).toBe('1–10');
    expect(guess({ Ann: [4.5, 5, 0.5] }, 0.5)).toBe('0–5');
  });
});

describe('a step', () => {
  it('is 1 or a whole part of it', () => {
    expect([1, 0.5, 0.25, 0.2, 0.125, 0.1, 0.01, 0.001].every(isStep)).toBe(true);
    expect([0, -0.5, 0.3, 0.4, 2, 1.5, 0.0001, Number.NaN, Number.POSITIVE_INFINITY].some(isStep)).toBe(false);
  });

  it('keeps every mark exactly, and gives it back as it was given', () => {
    for (const step of [0.5, 0.25, 0.1, 0.01]) {
      const scale = { min: 1, max: 10, step };
      const { min, max } = inSteps(scale);
      for (let mark = min; mark <= max; mark += 1) expect(stepsIn(Number(shownMark(mark, scale).toString()), scale)).toBe(mark);
    }
    expect(stepsIn(7.25, { step: 0.5 })).toBeUndefined();
  });
});
