import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardFor } from '#core/awarding/by-category.ts';
import { awardShape } from '#core/awarding/shape.ts';
import { awardRules } from './award.ts';

const rulesOf = (written: object) => awardFor(awardShape.parse(written), '');

describe('award rules as sentences', () => {
  it('say what counts, who is needed, what breaks a tie and what each level asks', () => {
    const written = {
      minimumPanel: 5,
      ties: ['criteria', 'lot'],
      levels: [
        { level: 'Gold', highest: true, atLeast: 7.75, points: 3 },
        { level: 'Shortlisted', top: 8 },
        { level: 'Outright', margin: '1.0' },
      ],
      rounds: [
        { round: 'judges', weight: 75 },
        { round: 'members', weight: 25, minimumPanel: 1, scorecard: 'vote' },
      ],
      votes: { each: '.001', atMost: 1 },
      seats: 8,
    };
    expect(awardRules.sentences(rulesOf(written))).toEqual([
      'An entry’s score is the mean of its ballots.',
      'An entry needs 5 judges to be ranked.',
      'A ballot with a mark missing is set aside, and said.',
      'The score as the judges gave it is official.',
      '“judges” is 75 of 100 parts of the score.',
      '“members” is 25 of 100 parts of the score, with 1 judge or more, judged by the scorecard “vote”.',
      'Each vote of the public adds .001, and all together at most 1.',
      'Ties are broken by (1) the mean mark for the heaviest criterion, then for the next, (2) a lot drawn from the seed committed beforehand. What is still equal then shares a place.',
      '“Gold”: first in its category and a score of 7.75 or more. It is worth 3 points towards the prize over the whole programme.',
      '“Shortlisted”: among the first 8, ties at the cut included.',
      '“Outright”: ahead by 1.0 or more of the best that does not meet the rest.',
      '8 go through, ties at the cut included.',
    ]);
  });

  /** Few values of everything, so that rules that differ in one thing alone come often. */
  const n = fc.integer({ min: 1, max: 3 });
  const decimal = fc.constantFrom('7', '7.75', '8');
  const key = fc.constantFrom('craft', 'proof');
  // Names that try to look like the words around them.
  const name = fc.constantFrom('Gold', 'Silver', 'Gold”: first in its category', '”', '“', 'Gold”” and');
  const level = fc.record(
    {
      level: name,
      atLeast: decimal,
      below: decimal,
      floors: fc.array(fc.record({ criterion: key, atLeast: decimal }), { minLength: 1, maxLength: 2 }),
      top: n,
      percentile: fc.constantFrom(1, 2.5),
      highest: fc.constant(true),
      margin: decimal,
      points: decimal,
    },
    { requiredKeys: ['level'] },
  );
  const fallback = fc.constantFrom({}, { fallback: 'mean' }, { fallback: 'median' });
  const aggregation = fc.oneof(
    fc.constantFrom(
      { kind: 'mean' },
      { kind: 'sum' },
      { kind: 'median' },
      { kind: 'mean-rank' },
      { kind: 'borda' },
      { kind: 'schulze' },
      { kind: 'instant-runoff' },
    ),
    fc.tuple(n, fallback).map(([percent, more]) => ({ kind: 'trimmed', percent, ...more })),
    fc.tuple(n, n, fallback).map(([high, low, more]) => ({ kind: 'drop', high, low, ...more })),
    fc.array(n, { minLength: 1, maxLength: 2 }).map((points) => ({ kind: 'borda', points })),
    n.map((from) => ({ kind: 'approval', from })),
    n.map((points) => ({ kind: 'allotment', points })),
    n.map((prior) => ({ kind: 'bradley-terry', prior })),
  );
  const rung = fc.oneof(
    fc.constantFrom({ by: 'criteria' }, { by: 'head-to-head' }, { by: 'median' }, { by: 'lot' }),
    key.map((criterion) => ({ by: 'criterion', criterion })),
    name.map((source) => ({ by: 'source', source })),
    n.map((from) => ({ by: 'high-marks', from })),
  );
  const rules = fc.record({
    aggregation,
    minimumPanel: n,
    skipped: fc.constantFrom('set-aside', 'impute'),
    official: fc.constantFrom('raw', 'corrected'),
    ties: fc.array(rung, { maxLength: 2 }),
    levels: fc.array(level, { maxLength: 2 }),
    seats: n,
    rounds: fc.option(
      fc.array(fc.record({ round: key, weight: n, minimumPanel: n, scorecard: key }, { requiredKeys: ['round', 'weight'] }), {
        minLength: 1,
        maxLength: 2,
      }),
      { nil: undefined },
    ),
    votes: fc.option(fc.record({ each: decimal, atMost: decimal }, { requiredKeys: ['each'] }), { nil: undefined }),
  });

  it('never are the same for rules that differ, in one thing or in many', () => {
    // The second rules are the first with one part exchanged, so that most pairs are near.
    const part = fc.constantFrom('aggregation', 'minimumPanel', 'skipped', 'official', 'ties', 'levels', 'seats', 'rounds', 'votes', 'all');
    fc.assert(
      fc.property(rules, rules, part, (first, second, exchanged) => {
        const near = exchanged === 'all' ? second : { ...first, [exchanged]: second[exchanged] };
        const [a, b] = [rulesOf(first), rulesOf(near)];
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(JSON.stringify(awardRules.sentences(a)) === JSON.stringify(awardRules.sentences(b))).toBe(same);
      }),
      { numRuns: 300 },
    );
  });

  it('tell an edition from one that differs from it in a single category', () => {
    const own = fc.record(
      {
        aggregation,
        minimumPanel: n,
        skipped: fc.constantFrom('set-aside', 'impute'),
        ties: fc.array(rung, { maxLength: 1 }),
        levels: fc.array(level, { maxLength: 1 }),
        seats: n,
      },
      { requiredKeys: ['seats'] },
    );
    const edition = fc.record({
      judges: n,
      seats: n,
      categories: fc.dictionary(fc.constantFrom('J01', 'J”', 'K'), own, { maxKeys: 2, noNullPrototype: true }),
    });
    fc.assert(
      fc.property(edition, edition, fc.boolean(), (first, second, near) => {
        const [a, b] = [awardShape.parse(first), awardShape.parse(near ? { ...first, categories: second.categories } : second)];
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(JSON.stringify(awardRules.edition(a)) === JSON.stringify(awardRules.edition(b))).toBe(same);
      }),
      { numRuns: 200 },
    );
    expect(
      awardRules
        .edition(awardShape.parse({ judges: 5, categories: { J01: { levels: [], seats: 1 } } }))
        .filter((each) => /5|J01/.test(each)),
    ).toEqual([
      'Each entry is read by 5 judges.',
      'In “J01” instead: No level is given.',
      'In “J01” instead: 1 goes through, ties at the cut included.',
    ]);
  });

  it('never are the same for two levels or two rungs that differ', () => {
    fc.assert(
      fc.property(level, level, rung, rung, (l, m, r, s) => {
        const [a, b] = [rulesOf({ levels: [l], ties: [r] }), rulesOf({ levels: [m], ties: [s] })];
        const one = a.levels.map(awardRules.level).join() === b.levels.map(awardRules.level).join();
        expect(one).toBe(JSON.stringify(a.levels) === JSON.stringify(b.levels));
        expect(awardRules.ties(a.ties) === awardRules.ties(b.ties)).toBe(JSON.stringify(a.ties) === JSON.stringify(b.ties));
      }),
      { numRuns: 300 },
    );
  });
});
