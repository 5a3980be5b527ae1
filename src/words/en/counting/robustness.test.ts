import { expect, it } from 'vitest';
import { robustness } from './robustness.ts';

const exact = (fraction: string, decimal: string) => ({ fraction, decimal });

it('one judge left out: how many keep it, and who matters', () => {
  const told = robustness.leaveOneOut({
    tested: true,
    judges: 9,
    kept: 8,
    changes: [{ judge: 'Judge 9', winners: ['Dunmoor'], gained: ['Saltmarsh'], lost: ['Orrindale'] }],
  });
  expect(told).toEqual({
    test: 'Leave out any one judge',
    answer: 'same winner for 8 of 9',
    says: 'Without Judge 9, Dunmoor would be first; Saltmarsh would go through.',
  });
  expect(robustness.leaveOneOut({ tested: true, judges: 9, kept: 9, changes: [] })).toMatchObject({
    answer: 'same winner, whichever of 9 it is',
  });
});

it('other weights: the share that keeps it, the smallest change, and always where nothing can', () => {
  const weights = {
    tested: true,
    linear: true,
    smallestShift: {
      rival: 'Penmarrow',
      moved: exact('4/25', '0.1600'),
      from: [{ criterion: 'originality', moved: exact('4/25', '0.1600') }],
      to: 'craft',
    },
    always: false,
    ranges: [],
    acceptability: { draws: 2000, winner: 0.82, standardError: 0.009, others: [{ entry: 'Penmarrow', share: 0.18 }] },
  } as const;
  expect(robustness.acceptability(weights)).toMatchObject({
    answer: 'same winner in 82 %',
    says: 'Of 2000 weightings taken at random, all alike. Penmarrow has most of the others, 18 %.',
  });
  expect(robustness.smallestShift(weights)).toMatchObject({
    answer: '16 points of 100',
    says: '16 points from originality to craft; beyond that Penmarrow would win.',
  });
  const safe = { ...weights, smallestShift: null, always: true };
  expect(robustness.acceptability(safe).answer).toBe('always first');
  expect(robustness.smallestShift(safe)).toMatchObject({ answer: 'none does' });
  const nearly = { ...weights, acceptability: { ...weights.acceptability, winner: 0.9995, others: [] } };
  expect(robustness.acceptability(nearly).answer).toBe('same winner in over 99 %');
});

it('raw and corrected, tie rules, own groups and effective weights say what changes and what does not', () => {
  const farthest = { entry: 'Larkhollow', raw: 8, corrected: 5 };
  expect(
    robustness.rawAgainstCorrected({ tested: true, changes: true, raw: ['Penmarrow'], corrected: ['Tallow'], moved: 5, farthest }),
  ).toMatchObject({
    answer: 'another winner',
    says: 'Raw scores put Penmarrow first, corrected ones Tallow. Larkhollow moves farthest, from 8 to 5.',
  });
  expect(
    robustness.tieRule({ tested: true, tied: 2, tried: ['none'], changes: [{ rule: 'none', winners: ['A', 'B'], gained: [], lost: [] }] })
      .says,
  ).toBe('2 entries are exactly tied. First would be: with no tie rule A and B.');
  expect(robustness.conflicts({ tested: true, ballots: 1, changes: false, winners: ['A'] }).says).toBe(
    'Without 1 such ballot the winner stays.',
  );
  const criteria = [
    { criterion: 'craft', nominal: 0.5, effective: 0.9 },
    { criterion: 'reach', nominal: 0.5, effective: 0.1 },
  ];
  expect(robustness.effectiveWeights({ tested: true, entries: 8, few: true, criteria }).says).toBe(
    'craft weighs 50 % and makes 90 % of the difference between scores: entries are less alike in it than in the others. With 8 entries this is a rough guess.',
  );
});

it('what was not tested says why', () => {
  expect(robustness.acceptability({ tested: false, why: 'one-criterion' })).toEqual({
    test: 'Any other weighting of the criteria',
    answer: 'not tested',
    says: 'There is one criterion, so there are no weights to change.',
  });
});
