import { expect, it } from 'vitest';
import type { Aggregation } from '../../verdict/rules.ts';
import { aggregationRefusals } from '../rules-refusals.ts';

it.each<[Aggregation, string | null]>([
  [{ kind: 'trimmed', percent: 0 }, 'percent'],
  [{ kind: 'trimmed', percent: 50 }, 'percent'],
  [{ kind: 'trimmed', percent: 49.5 }, null],
  [{ kind: 'drop', high: 0, low: 0 }, 'high'],
  [{ kind: 'drop', high: 1, low: -1 }, 'low'],
  [{ kind: 'drop', high: 1.5, low: 0 }, 'high'],
  [{ kind: 'drop', high: 0, low: 1 }, null],
  [{ kind: 'borda', points: [12, 10.5] }, 'points'],
  [{ kind: 'borda', points: [12, 10, 8] }, null],
  [{ kind: 'approval', from: 7.5 }, 'from'],
  [{ kind: 'approval', from: 7 }, null],
  [{ kind: 'allotment', points: 0 }, 'points'],
  [{ kind: 'allotment', points: 100 }, null],
  [{ kind: 'bradley-terry', prior: 0 }, 'prior'],
  [{ kind: 'bradley-terry', prior: Number.POSITIVE_INFINITY }, 'prior'],
  [{ kind: 'bradley-terry', prior: 0.5 }, null],
])('%j: the setting that cannot be used is %s', (aggregation, setting) => {
  const refusals = aggregationRefusals({ aggregation, minimumPanel: 1 });
  expect(refusals.map(({ code, facts }) => [code, facts.setting])).toEqual(
    setting === null ? [] : [['scoring.aggregation-not-valid', setting]],
  );
});

it.each([0, -1, 1.5, Number.NaN])('a minimum panel of %d is refused', (minimumPanel) => {
  expect(aggregationRefusals({ aggregation: { kind: 'mean' }, minimumPanel })).toEqual([
    { code: 'scoring.minimum-panel-not-valid', facts: { minimumPanel } },
  ]);
});
