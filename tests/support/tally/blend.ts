/** A score made of two rounds, a metric and votes, with two marks decided by people. */

import { ballotTable } from '#core/scoring/collect-marks.ts';
import type { Sources } from '#core/verdict/blended/sources.ts';
import type { Override } from '#core/verdict/overrides.ts';
import type { TallyRules } from '#core/verdict/rules.ts';

const scale = { min: 0, max: 10 };
const written = ['craft', 'impact'].map((id) => ({ id, weight: 1, scale }));
const live = [{ id: 'stage', weight: 1, scale }];
const entries = ['Tern', 'Wren', 'Lark', 'Rook'];
export const blendJudges = ['Ann Ahern', 'Bea Bryce', 'Cy Colm', 'Di Dunne'];

export const blendRules: TallyRules = {
  version: 1,
  criteria: [...written, ...live],
  rounds: [
    { round: 'written', weight: 50, minimumPanel: 2, criteria: written },
    { round: 'live', weight: 30, minimumPanel: 2, criteria: live },
  ],
  metrics: [
    {
      metric: 'hours',
      weight: 20,
      scale,
      points: [
        { value: '4', mark: 10 },
        { value: '24', mark: 6 },
        { value: '72.5', mark: 1 },
      ],
      beyond: 'refuse',
    },
  ],
  votes: { each: '0.001', atMost: '0.5' },
  aggregation: { kind: 'mean' },
  official: 'raw',
  minimumPanel: 2,
  ties: [{ by: 'source', source: 'live' }, { by: 'lot' }],
  levels: [{ level: 'Gold', atLeast: '7' }],
  seats: 2,
  seed: 'given',
  draws: 1000,
  priors: null,
  seatsAtRandom: false,
};

/** Ann and Bea sit in both rounds; Cy judges paper, Di the stage. */
function roundTable(criteria: TallyRules['criteria'], seated: readonly string[], from: number) {
  const rows = entries.flatMap((entry, e) =>
    seated.flatMap((judge, j) =>
      criteria.map(({ id }, c) => ({ category: 'Team', entry, judge, criterion: id, mark: 4 + ((from + 2 * e + 3 * j + c) % 6) })),
    ),
  );
  const table = ballotTable(criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  return table.value;
}

const at = { file: null, row: null };
export const blendSources: Sources = {
  rounds: [roundTable(written, ['Ann Ahern', 'Bea Bryce', 'Cy Colm'], 1), roundTable(live, ['Ann Ahern', 'Bea Bryce', 'Di Dunne'], 4)],
  values: entries.map((entry, e) => ({ category: 'Team', entry, metric: 'hours', value: ['5.5', '34', '24', '70'][e] ?? '', ...at })),
  votes: entries.map((entry, e) => ({ category: 'Team', entry, votes: String(130 * e), ...at })),
};

export const blendOverrides: readonly Override[] = [
  {
    category: 'Team',
    entry: 'Tern',
    judge: 'Cy Colm',
    criterion: 'craft',
    mark: 10,
    who: 'Zita Zahn',
    why: 'Cy Colm meant a ten; Ann Ahern heard it',
    file: 'o.csv',
    row: 2,
  },
  {
    category: 'Team',
    entry: 'Rook',
    judge: 'Ann Ahern',
    criterion: '',
    mark: 'recused',
    who: 'Ann Ahern',
    why: 'a relative',
    file: 'o.csv',
    row: 3,
    round: 'live',
  },
];
