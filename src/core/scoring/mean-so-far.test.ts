import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanSoFar } from './mean-so-far.ts';
import { tally } from './tally.ts';

const criteria = [
  { id: 'result', weight: 35 },
  { id: 'craft', weight: 25 },
  { id: 'evidence', weight: 40 },
];

test('a ballot counts what has a mark and nothing for what has none', () => {
  expect(meanSoFar(criteria, {})).toBeNull();
  expect(meanSoFar(criteria, { result: 8 })).toEqual({ mean: { n: 8n, d: 1n }, weights: 35n });
  // (35 · 8 + 40 · 5) / 75
  expect(meanSoFar(criteria, { result: 8, evidence: 5, other: 1 })).toEqual({ mean: { n: 32n, d: 5n }, weights: 75n });
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
