import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction } from '../numeric/fraction.ts';
import { ballotTable } from './collect-marks.ts';
import { composites } from './composite.ts';
import { meanSoFar } from './mean-so-far.ts';
import { tally } from './tally.ts';

const scale = { scaleMin: 1, scaleMax: 10 };
const criteria = [
  { id: 'result', weight: 35, ...scale },
  { id: 'craft', weight: 25, ...scale },
  { id: 'evidence', weight: 40, ...scale },
];
const unlike = [
  { id: 'result', weight: 40, scaleMin: 0, scaleMax: 40 },
  { id: 'craft', weight: 3, scaleMin: 1, scaleMax: 5 },
  { id: 'evidence', weight: 50, scaleMin: 0, scaleMax: 100 },
];

test('a ballot counts what has a mark and nothing for what has none', () => {
  expect(meanSoFar(criteria, {})).toBeNull();
  expect(meanSoFar(criteria, { result: 8 })).toEqual({ mean: { n: 8n, d: 1n }, weights: 35n, best: 10 });
  // (35 · 8 + 40 · 5) / 75
  expect(meanSoFar(criteria, { result: 8, evidence: 5, other: 1 })).toEqual({ mean: { n: 32n, d: 5n }, weights: 75n, best: 10 });
});

test('marks on scales of different lengths come to a share of a hundred, as in the tally', () => {
  expect(meanSoFar(unlike, { result: 30, craft: 3 })).toEqual({ mean: { n: 3150n, d: 43n }, weights: 43n, best: 100 });
  const marks = { result: 31, craft: 4, evidence: 7 };
  const scaled = unlike.map(({ id, weight, scaleMin: min, scaleMax: max }) => ({ id, weight, scale: { min, max } }));
  const rows = Object.entries(marks).map(([criterion, mark]) => ({ category: 'A', entry: 'e', judge: 'j', criterion, mark }));
  const table = ballotTable(scaled, rows);
  if (!table.ok) throw new Error('not countable');
  const { numerator, denominator } = composites(table.value);
  expect(meanSoFar(unlike, marks)?.mean).toEqual(fraction(numerator[0] ?? 0n, denominator[0]));
});

test('halves count as halves, yes or no not at all, and what does not apply leaves its weight to the others or is the lowest mark', () => {
  const [result, craft, evidence] = criteria;
  if (!result || !craft || !evidence) throw new Error('no criteria');
  const gate = { id: 'fit', weight: 1, scaleMin: 0, scaleMax: 1, gate: 'every' } as const;
  const card = [gate, { ...result, steps: 2 }, { ...craft, notApplicable: 'renormalise' as const }, evidence];
  // (35 · 7.5 + 40 · 5) / 75
  expect(meanSoFar(card, { fit: 1, result: 7.5, craft: null, evidence: 5 })).toEqual({ mean: { n: 37n, d: 6n }, weights: 75n, best: 10 });
  const lowest = card.map((each) => (each === card[2] ? { ...each, notApplicable: 'lowest' as const } : each));
  expect(meanSoFar(lowest, { fit: 0, result: 7.5, craft: null, evidence: 5 })?.mean).toEqual(fraction(975, 200));
  expect(meanSoFar(card, { fit: 1 })).toBeNull();
});

test('a complete ballot comes to its mean in the tally', () => {
  const mark = fc.integer({ min: 1, max: 10 });
  fc.assert(
    fc.property(fc.record({ result: mark, craft: mark, evidence: mark }), (marks) => {
      const scaled = criteria.map((criterion) => ({ ...criterion, scale: { min: 1, max: 10 } }));
      const rows = Object.entries(marks).map(([criterion, value]) => ({ category: 'A', entry: 'e', judge: 'j', criterion, mark: value }));
      const counted = tally({ criteria: scaled, marks: rows, minimumPanel: 1 });
      expect(counted.ok && counted.value[0]?.entries[0]?.ballots[0]?.mean).toEqual(meanSoFar(criteria, marks)?.mean);
    }),
  );
});
