import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, fromDecimal, toText } from '../numeric/fraction.ts';
import type { LevelRule } from '../verdict/rules.ts';
import { grandPoints, type LevelStanding, levelRefusals, levelsOf } from './levels.ts';

/** Standings of scores in order of their entries; null has no place. */
function standings(...scores: readonly (string | null)[]): LevelStanding[] {
  const values = scores.map((score) => (score === null ? null : (fromDecimal(score) ?? fraction(0))));
  return values.map((score, entry) => ({
    entry,
    score,
    place: score === null ? null : 1 + values.filter((other) => other !== null && other.n * score.d > score.n * other.d).length,
  }));
}

const levels = (rules: readonly LevelRule[], of: readonly LevelStanding[]) => levelsOf(of, rules).map(({ level }) => level);

describe('a level', () => {
  it.each<[string, LevelRule[], LevelStanding[], (string | null)[]]>([
    [
      'at a threshold is reached exactly there',
      [{ level: 'Star', atLeast: '7.75' }],
      standings('7.75', '7.7499999', null),
      ['Star', null, null],
    ],
    [
      'below a limit ends just before it',
      [{ level: 'Fair', atLeast: '5', below: '7' }],
      standings('7', '6.999', '5', '4.9'),
      [null, 'Fair', 'Fair', null],
    ],
    [
      'for the highest goes to every entry of the first place',
      [{ level: 'Gold', highest: true }],
      standings('8', '8', '7'),
      ['Gold', 'Gold', null],
    ],
    [
      'for the highest may have a floor: nobody below it is Gold',
      [{ level: 'Gold', highest: true, atLeast: '7.75' }],
      standings('7.7', '6'),
      [null, null],
    ],
    [
      'is the first that is met',
      [
        { level: 'Gold', atLeast: '9' },
        { level: 'Silver', atLeast: '8' },
        { level: 'Bronze', atLeast: '7' },
      ],
      standings('9', '8.5', '7', '6'),
      ['Gold', 'Silver', 'Bronze', null],
    ],
    [
      'for the first n takes in all tied at the cut',
      [{ level: 'Finalist', top: 2 }],
      standings('9', '8', '8', '7'),
      ['Finalist', 'Finalist', 'Finalist', null],
    ],
    [
      'for the first n does not reach over a tie above the cut',
      [{ level: 'Finalist', top: 2 }],
      standings('9', '9', '9', '7'),
      ['Finalist', 'Finalist', 'Finalist', null],
    ],
    [
      'for a share of the field: place / ranked, at most 25 %',
      [{ level: 'Top', percentile: 25 }],
      standings('9', '8', '7', '6', null),
      ['Top', null, null, null, null],
    ],
    ['by a margin of 1.0 over the rest', [{ level: 'Outright', highest: true, margin: '1.0' }], standings('9', '8'), ['Outright', null]],
    [
      'by a margin is missed by less',
      [
        { level: 'Outright', highest: true, margin: '1.0' },
        { level: 'Second round', top: 2 },
      ],
      standings('9', '8.001'),
      ['Second round', 'Second round'],
    ],
    ['by a margin is met where there is nobody else', [{ level: 'Outright', highest: true, margin: '1.0' }], standings('9'), ['Outright']],
  ])('%s', (_what, rules, of, expected) => {
    expect(levels(rules, of)).toEqual(expected);
  });

  it('may ask for a mean on single criteria', () => {
    const rules = [{ level: 'Gold', atLeast: '8', floors: [{ criterion: 'proof', atLeast: '6.5' }] }];
    const of = standings('8', '8', '8').map((each, i) => ({ ...each, ...(i < 2 && { means: new Map([['proof', fraction(13 - i, 2)]]) }) }));
    expect(levels(rules, of)).toEqual(['Gold', null, null]);
  });

  it('comes with every condition that was tried', () => {
    const rules = [
      { level: 'Gold', highest: true, atLeast: '8' },
      { level: 'Silver', atLeast: '7', points: '1.5' },
    ];
    const [, second] = levelsOf(standings('9', '7.5'), rules);
    expect(second).toEqual({
      entry: 1,
      level: 'Silver',
      points: fraction(3, 2),
      checks: [
        { level: 'Gold', condition: 'atLeast', criterion: null, needed: '8', had: '15/2', met: false },
        { level: 'Gold', condition: 'highest', criterion: null, needed: '1', had: '2', met: false },
        { level: 'Silver', condition: 'atLeast', criterion: null, needed: '7', had: '15/2', met: true },
      ],
    });
  });

  it('never favours the lower of two scores, whatever the thresholds', () => {
    const decimal = fc.integer({ min: 0, max: 100 }).map((n) => (n / 10).toFixed(1));
    const rules = fc.uniqueArray(decimal, { minLength: 1, maxLength: 4 }).map((all) => all.sort((a, b) => Number(b) - Number(a)));
    fc.assert(
      fc.property(rules, fc.array(decimal, { minLength: 1, maxLength: 8 }), (thresholds, scores) => {
        const found = levels(
          thresholds.map((atLeast, i) => ({ level: String(i), atLeast })),
          standings(...scores),
        );
        expect(found).toEqual(
          scores.map((score) => {
            const at = thresholds.findIndex((threshold) => Number(score) >= Number(threshold));
            return at < 0 ? null : String(at);
          }),
        );
      }),
    );
  });
});

describe('rules of levels are refused', () => {
  it.each<[string, LevelRule, 'higher' | 'lower' | null, string[]]>([
    ['for a decimal nobody can read', { level: 'Gold', atLeast: '7,75' }, 'higher', ['ranking.level-not-readable']],
    ['for a threshold where entries are only ordered', { level: 'Gold', atLeast: '7.75' }, null, ['ranking.level-needs-score']],
    ['for a threshold where the lowest is best', { level: 'Gold', margin: '1' }, 'lower', ['ranking.level-needs-score']],
    ['for no place at all', { level: 'Gold', top: 0 }, 'higher', ['ranking.level-not-readable']],
    ['for more than the whole field', { level: 'Gold', percentile: 101 }, 'higher', ['ranking.level-not-readable']],
    ['for nothing, where they are good', { level: 'Gold', top: 3, percentile: 12.5, floors: [{ criterion: 'a', atLeast: '5' }] }, null, []],
  ])('%s', (_what, rule, better, codes) => {
    expect(levelRefusals([rule], { unit: better === 'higher' ? 'scale' : 'order', better }).map(({ code }) => code)).toEqual(codes);
  });
});

it('a prize over the programme sums points by group: 3 + 1.5 before 3, and groups that are equal share a place', () => {
  const rules = [
    { level: 'Gold', highest: true, points: '3' },
    { level: 'Silver', atLeast: '8', points: '2' },
    { level: 'Bronze', atLeast: '7', points: '1.5' },
  ];
  const awards = [
    ...levelsOf(standings('9', '8', '7'), rules),
    ...levelsOf(
      standings('9', '7.5', '7').map((each) => ({ ...each, entry: each.entry + 3 })),
      rules,
    ),
  ];
  const groups = ['Acme', 'Bolt', 'Acme', 'Crew', 'Acme', null];
  const found = grandPoints(awards, (entry) => groups[entry] ?? null);
  expect(
    found.map(({ group, points, place, tied, won }) => [group, toText(points), place, tied, won.map(({ level }) => level).join('+')]),
  ).toEqual([
    ['Acme', '6', 1, false, 'Gold+Bronze+Bronze'],
    ['Crew', '3', 2, false, 'Gold'],
    ['Bolt', '2', 3, false, 'Silver'],
  ]);
  const two = grandPoints(awards, (entry) => (entry === 0 ? 'Acme' : entry === 3 ? 'Crew' : null));
  expect(two.map(({ place, tied }) => [place, tied])).toEqual([
    [1, true],
    [1, true],
  ]);
});
