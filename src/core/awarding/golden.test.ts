import { describe, expect, it } from 'vitest';
import { countedBy, levelsBy, rulesOf } from '#tests/support/tally/award.ts';
import { marksOf } from '#tests/support/tally/scores.ts';
import { scorecardsShape } from '../scorecards/shape.ts';
import { pointsOf } from '../scorecards/weights.ts';

/** Rules of real programmes; where each is published stands beside the presets of the tally. */
const stevieSales = {
  levels: [
    { level: 'Gold', highest: true, atLeast: 7.75 },
    { level: 'Stevie', atLeast: 7.75 },
  ],
};
const stevieTechnology = {
  levels: [
    { level: 'Gold', highest: true },
    { level: 'Silver', atLeast: 8.25 },
    { level: 'Bronze', atLeast: 7.75 },
  ],
};
const stevieGeneral = {
  levels: [
    { level: 'Gold', highest: true, atLeast: 7.25 },
    { level: 'Silver', atLeast: '8.0' },
    { level: 'Bronze', atLeast: 7.25 },
  ],
};
const preliminary = { levels: [{ level: 'Finalist', atLeast: '7.0' }] };
const topEight = { seats: 8, levels: [{ level: 'Shortlisted', top: 8 }] };
const bands = {
  levels: [
    { level: 'Gold', atLeast: 90 },
    { level: 'Silver', atLeast: 80 },
  ],
};
const shares = {
  levels: [
    { level: 'Gold', percentile: 10 },
    { level: 'Silver', percentile: 50 },
  ],
};
const outright = {
  levels: [
    { level: 'Winner', highest: true, margin: '1.0' },
    { level: 'Another round', top: 2 },
  ],
};
const hundred = { card: { criteria: [{ key: 'craft', name: 'Craft', kind: 'judged', scale: { min: 0, max: 100, step: 0.01 } }] } };
/** A third entry, far behind: of fewer than three nobody is ranked. */
const behind = { Z: 1 };
const many = (n: number, level: string | null) => Array.from({ length: n }, () => level);

describe.each<[string, object, [string, number[], (string | null)[]][]]>([
  [
    'Stevie Sales & Customer Service',
    stevieSales,
    [
      ['the threshold itself and just below it', [8.9, 7.75, 7.749], ['Gold', 'Stevie', null]],
      ['nobody above the floor', [7.749, 7], [null, null]],
      ['one entry', [7.75], ['Gold']],
      ['one entry below the floor', [7.749], [null]],
      ['two highest', [8, 8, 7.75], ['Gold', 'Gold', 'Stevie']],
    ],
  ],
  [
    'Stevie Technology',
    stevieTechnology,
    [
      ['each threshold and just below it', [9, 8.25, 8.249, 7.75, 7.749], ['Gold', 'Silver', 'Bronze', 'Bronze', null]],
      ['nobody above the floor: no minimum is published for Gold', [6, 5], ['Gold', null]],
    ],
  ],
  [
    'Stevie, the generic page',
    stevieGeneral,
    [
      ['each threshold and just below it', [8.5, 8, 7.999, 7.25, 7.249], ['Gold', 'Silver', 'Bronze', 'Bronze', null]],
      ['nobody above the floor', [7.249, 7], [null, null]],
      ['one entry at the floor', [7.25], ['Gold']],
    ],
  ],
  [
    'the American Business Awards as they were',
    preliminary,
    [
      ['the threshold itself and just below it', [7, 6.999], ['Finalist', null]],
      ['one entry', [10], ['Finalist']],
    ],
  ],
  [
    'UKCCF',
    topEight,
    [
      ['nine entries', [10, 9, 8, 7, 6, 5, 4, 3, 2], [...many(8, 'Shortlisted'), null]],
      ['a tie at place 8', [10, 9, 8, 7, 6, 5, 4, 3, 3, 2], [...many(9, 'Shortlisted'), null]],
      ['a tie at place 9', [10, 9, 8, 7, 6, 5, 4, 3, 2, 2], [...many(8, 'Shortlisted'), null, null]],
      ['a tie from place 7 to 9', [10, 9, 8, 7, 6, 5, 3, 3, 3, 2], [...many(9, 'Shortlisted'), null]],
      ['one entry', [1], ['Shortlisted']],
    ],
  ],
  ['bands by per cent', bands, [['90 and 89.99', [90, 89.99, 80, 79.99], ['Gold', 'Silver', 'Silver', null]]]],
  [
    'bands by share of the field',
    shares,
    [
      ['ten entries', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], ['Gold', ...many(4, 'Silver'), ...many(5, null)]],
      ['nine entries: 1 in 9 is more than 10 %', [9, 8, 7, 6, 5, 4, 3, 2, 1], [...many(4, 'Silver'), ...many(5, null)]],
      ['one entry, which is all of the field', [9], [null]],
    ],
  ],
  [
    'a margin below which there is another round',
    outright,
    [
      ['exactly 1.0', [9, 8], ['Winner', 'Another round']],
      ['0.999', [9, 8.001, 3], ['Another round', 'Another round', null]],
      ['one entry', [5], ['Winner']],
      ['two highest, with nobody within the margin behind them', [9, 9, 8], ['Winner', 'Winner', null]],
    ],
  ],
])('%s', (name, rules, cases) => {
  it.each(cases)('gives levels for %s', (_what, scores, expected) => {
    expect(levelsBy(rules, scores, name === 'bands by per cent' ? hundred : undefined)).toEqual(expected);
  });
});

it('Stevie panels of five: four ballots of five rank nobody', () => {
  const rules = rulesOf({ minimumPanel: 5, ...stevieSales });
  const panel = (judges: number) => Object.fromEntries(Array.from({ length: judges }, (_, i) => [`J${i}`, 8]));
  const rows = marksOf({ A: panel(5), B: panel(4), C: { ...panel(4), J4: 7.75 }, D: { ...panel(4), J4: 6.75 } });
  expect(countedBy(rules, { rounds: [rows] })).toEqual(['A 1 8 Gold', 'C 2 159/20 Stevie', 'D 3 31/4 Stevie', 'B panel-too-small']);
});

describe('a blend', () => {
  const two = (a: [string, number], b: [string, number]) =>
    rulesOf({
      minimumPanel: 1,
      rounds: [
        { round: a[0], weight: a[1] },
        { round: b[0], weight: b[1] },
      ],
    });
  const marks = (of: Readonly<Record<string, number>>) =>
    marksOf(Object.fromEntries(Object.entries({ ...of, ...behind }).map(([entry, mark]) => [entry, { Ann: mark }])));

  it('of 75 % judges and 25 % members lets members decide by three points what judges hold by one', () => {
    expect(countedBy(two(['judges', 75], ['members', 25]), { rounds: [marks({ A: 8, B: 7 }), marks({ A: 6, B: 9 })] })).toEqual([
      'A =1 15/2 –',
      'B =1 15/2 –',
      'Z 3 1 –',
    ]);
    expect(countedBy(two(['judges', 75], ['members', 25]), { rounds: [marks({ A: 8, B: 7 }), marks({ A: 6.001, B: 9 })] })[0]).toBe(
      'A 1 30001/4000 –',
    );
  });

  it('of written entry and presentation counts either half', () => {
    expect(countedBy(two(['written', 50], ['live', 50]), { rounds: [marks({ A: 9, B: 8 }), marks({ A: 6, B: 8 })] })).toEqual([
      'B 1 8 –',
      'A 2 15/2 –',
      'Z 3 1 –',
    ]);
  });

  it('with .001 a vote: 101 votes turn 8.1 against 8, and 100 make it a tie', () => {
    const rules = rulesOf({ minimumPanel: 1, votes: { each: '.001' }, levels: [{ level: 'Gold', highest: true, points: 3 }] });
    const rounds = [marks({ A: 8.1, B: 8 })];
    expect(countedBy(rules, { rounds, votes: { A: 0, B: 101, Z: 0 } })).toEqual(['B 1 8101/1000 Gold', 'A 2 81/10 –', 'Z 3 1 –']);
    expect(countedBy(rules, { rounds, votes: { A: 0, B: 100, Z: 0 } })).toEqual(['A =1 81/10 Gold', 'B =1 81/10 Gold', 'Z 3 1 –']);
    expect(rules.levels).toEqual([{ level: 'Gold', highest: true, points: '3' }]);
  });
});

describe('a tie at place 8', () => {
  const card = {
    card: { criteria: ['proof', 'craft'].map((key, i) => ({ key, name: key, kind: 'judged', weight: 1 + i, scale: { min: 0, max: 10 } })) },
  };
  const entries = Object.fromEntries(
    [9, 8, 7, 6, 5, 4, 3].map((mark, i) => [String.fromCharCode(65 + i), { Ann: { craft: mark, proof: mark } }]),
  );
  // (2·2 + 2)/3 = (2·1 + 4)/3: H by craft, I by proof.
  const rows = marksOf({ ...entries, H: { Ann: { craft: 2, proof: 2 } }, I: { Ann: { craft: 1, proof: 4 } } });
  const lastTwo = (ties: object[]) => countedBy(rulesOf({ ...topEight, minimumPanel: 1, ties }, card), { rounds: [rows] }).slice(7);

  it('takes both in where no rung is declared, and the heaviest criterion decides where it is', () => {
    expect(lastTwo([])).toEqual(['H =8 2 Shortlisted', 'I =8 2 Shortlisted']);
    expect(lastTwo([{ by: 'criteria' }])).toEqual(['H 8 2 Shortlisted', 'I 9 2 –']);
    expect(lastTwo([{ by: 'criterion', criterion: 'proof' }])).toEqual(['I 8 2 Shortlisted', 'H 9 2 –']);
  });
});

describe('points that are added up', () => {
  it('of quality 1–10 and supporting material 0–2: 7 + 2 stands before 8 + 0', () => {
    const card = {
      card: {
        criteria: [
          { key: 'quality', name: 'Quality', kind: 'judged', scale: { min: 1, max: 10 } },
          { key: 'material', name: 'Supporting material', kind: 'judged', scale: { min: 0, max: 2 } },
        ],
      },
    };
    const rows = marksOf({
      A: { Ann: { quality: 7, material: 2 } },
      B: { Ann: { quality: 8, material: 0 } },
      Z: { Ann: { quality: 1, material: 0 } },
    });
    expect(countedBy(rulesOf({ minimumPanel: 1 }, card), { rounds: [rows] })).toEqual(['A 1 800/11 –', 'B 2 700/11 –', 'Z 3 0 –']);
  });

  it('on a card of 1,000 count as points of 1,000, and what does not apply is nought by rule', () => {
    const maxima = [400, 200, 200, 100, 100];
    const written = {
      card: {
        criteria: maxima.map((max, i) => ({
          key: `c${i}`,
          name: `C${i}`,
          kind: 'judged',
          scale: { min: 0, max },
          notApplicable: 'lowest',
        })),
      },
    };
    const { card } = scorecardsShape.parse(written);
    expect(card && pointsOf(card)).toBe(1000);
    const full = Object.fromEntries(maxima.map((max, i) => [`c${i}`, max]));
    const rows = marksOf({
      A: { Ann: { ...full, c4: 'notApplicable' } },
      B: { Ann: { ...full, c0: 301 } },
      Z: { Ann: { ...full, c0: 299 } },
    });
    // 901, 900 and 899 points of 1,000, told per cent.
    expect(countedBy(rulesOf({ minimumPanel: 1, ...bands }, written), { rounds: [rows] })).toEqual([
      'B 1 901/10 Gold',
      'A 2 90 Gold',
      'Z 3 899/10 Silver',
    ]);
  });
});

it('a metric is read off its breakpoints beside what is judged, with the weight it has on the scorecard', () => {
  const card = {
    card: {
      criteria: [
        { key: 'craft', name: 'Craft', kind: 'judged', weight: 3, scale: { min: 0, max: 10 } },
        {
          key: 'hours',
          name: 'Hours to resolve',
          kind: 'metric',
          metric: 'resolution-time',
          weight: 1,
          scale: { min: 0, max: 10 },
          breakpoints: [
            { value: 4, mark: 10 },
            { value: 24, mark: 6 },
          ],
        },
      ],
    },
  };
  const rows = marksOf({ A: { Ann: { craft: 8 } }, B: { Ann: { craft: 7 } }, Z: { Ann: { craft: 0 } } });
  const value = (entry: string, hours: string) => ({ category: 'Team', entry, metric: 'hours', value: hours, file: null, row: null });
  // (3·8 + 6)/4 and (3·7 + 8)/4
  expect(
    countedBy(rulesOf({ minimumPanel: 1 }, card), { rounds: [rows], values: [value('A', '24'), value('B', '14'), value('Z', '24')] }),
  ).toEqual(['A 1 15/2 –', 'B 2 29/4 –', 'Z 3 3/2 –']);
});

it('a gate is passed by every judge or by most, and keeps an entry out whatever its marks', () => {
  const card = (judges: string) => ({
    card: {
      criteria: [
        { key: 'craft', name: 'Craft', kind: 'judged', weight: 1, scale: { min: 0, max: 10 } },
        { key: 'recent', name: 'Within the dates?', kind: 'gate', judges },
      ],
    },
  });
  const ballot = (craft: number, third: number) => ({ Ann: { craft, recent: 1 }, Bea: { craft, recent: 1 }, Cy: { craft, recent: third } });
  const rows = marksOf({ A: ballot(9, 0), B: ballot(5, 1), C: ballot(4, 1), D: ballot(3, 1) });
  const first = (judges: string) => countedBy(rulesOf({ levels: [{ level: 'Gold', highest: true }] }, card(judges)), { rounds: [rows] });
  expect(first('every')).toEqual(['B 1 5 Gold', 'C 2 4 –', 'D 3 3 –', 'A gate-not-passed']);
  expect(first('most')).toEqual(['A 1 9 Gold', 'B 2 5 –', 'C 3 4 –', 'D 4 3 –']);
});

it('a category of two entries has no places, so a level that compares stays open and one by score alone is given', () => {
  const marks = marksOf({ A: { Ann: { craft: 9 } }, B: { Ann: { craft: 7.75 } } });
  expect(countedBy(rulesOf({ minimumPanel: 1, levels: [{ level: 'Stevie', atLeast: 7.75 }] }), { rounds: [marks] })).toEqual([
    'A – 9 Stevie',
    'B – 31/4 Stevie',
  ]);
  expect(countedBy(rulesOf({ minimumPanel: 1, ...stevieSales }), { rounds: [marks] })).toEqual(['A – 9 –', 'B – 31/4 –']);
});
