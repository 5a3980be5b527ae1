import { describe, expect, it } from 'vitest';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import { composites } from '#core/scoring/composite.ts';
import { drawPanel, planCriteria, plant, usualPlan } from '#tests/support/ballots/drawn-panel.ts';
import { anomalyCheck, builtTable } from '#tests/support/ballots/one-check.ts';
import type { Check, CheckKind } from '../flag.ts';
import { anomalies } from './anomalies.ts';

const tableOf = (rows: readonly MarkRow[], criteria = usualPlan.criteria) => builtTable(planCriteria({ criteria }), rows);

function lookAt(rows: readonly MarkRow[]): readonly Check[] {
  const table = tableOf(rows);
  return anomalies(table, composites(table), { seed: 'test' });
}

const one = (rows: readonly MarkRow[], kind: CheckKind, criteria?: number): Check => anomalyCheck(tableOf(rows, criteria), kind, 'test');

const judge = 'judge 0003';
const flaggedJudges = (check: Check) => check.flags.map(({ facts }) => facts.judge);
/** The row with its mark moved by some points, kept on the scale. */
const moved = (row: MarkRow, by: number): MarkRow => ({ ...row, mark: Math.min(10, Math.max(0, (row.mark as number) + by)) });
const grouped = { entries: 120, groups: 4 };

it('the same table and seed raise the same flags, and the order of the rows changes nothing', () => {
  const rows = plant(drawPanel('order', grouped), (row) => (row.judge === judge && row.entryGroup === 'group 2' ? moved(row, 4) : row));
  const backwards = [...rows].reverse();
  const checks = lookAt(rows);
  expect(lookAt(backwards)).toEqual(checks);
  expect(checks.find(({ kind }) => kind === 'favouritism')?.flags.length).toBe(1);
});

describe('a judge unlike the others', () => {
  const erratic = (seed: string, plan = {}) => {
    let turn = 0;
    return plant(drawPanel(seed, plan), (row) => {
      if (row.judge !== judge) return row;
      turn += 1;
      return moved(row, [3, -3, -3, 3][Math.floor((turn - 1) / usualPlan.criteria) % 4] ?? 0);
    });
  };

  it('who marks without steadiness is found, and only that judge', () => {
    const check = one(erratic('steady'), 'judge-fit');
    expect(flaggedJudges(check)).toEqual([judge]);
    expect(check.flags[0]?.ballots.length).toBe(20);
    expect(Number(check.flags[0]?.facts.infit)).toBeGreaterThan(2);
    expect(one(drawPanel('steady'), 'judge-fit').flags).toEqual([]);
  });

  it('on a crossed panel Mandel’s h finds the level apart and k the scatter', () => {
    const crossed = { entries: 25, judges: 9, perEntry: 9, severity: 0.05 };
    const harsh = plant(drawPanel('crossed two', crossed), (row) => (row.judge === judge ? moved(row, -1) : row));
    expect(flaggedJudges(one(harsh, 'mandel-h'))).toContain(judge);
    expect(flaggedJudges(one(harsh, 'mandel-k'))).not.toContain(judge);
    const wild = erratic('crossed two', crossed);
    expect(flaggedJudges(one(wild, 'mandel-k'))).toContain(judge);
    expect(flaggedJudges(one(wild, 'mandel-h'))).not.toContain(judge);
    expect(one(drawPanel('gaps'), 'mandel-h').notRun).toBe('not-crossed');
  });

  it('who gives one mark under every criterion more often than others is found; an excellent entry excuses its tens', () => {
    const rows = drawPanel('flat');
    const flat = plant(rows, (row) => {
      const first = rows.find((other) => other.judge === row.judge && other.entry === row.entry);
      return row.judge === judge ? { ...row, mark: first?.mark ?? null } : row;
    });
    expect(flaggedJudges(one(flat, 'all-equal-ballots'))).toEqual([judge]);
    const excellent = plant(rows, (row) => (Number(row.entry.slice(-2)) <= 20 ? { ...row, mark: 10 } : row));
    expect(one(excellent, 'all-equal-ballots').flags).toEqual([]);
    expect(one(drawPanel('flat', { criteria: 1 }), 'all-equal-ballots', 1).notRun).toBe('one-criterion');
  });
});

describe('a judge and an entry', () => {
  it('one ballot far from all that panel and judge lead to expect is named; two marks more are not', () => {
    const rows = drawPanel('cell', { halo: 0.3, noise: 0.4 });
    const [entry = ''] = rows.filter((row) => row.judge === judge && (row.mark as number) <= 4).map((row) => row.entry);
    const boosted = (by: number) => plant(rows, (row) => (row.judge === judge && row.entry === entry ? moved(row, by) : row));
    expect(one(boosted(6), 'single-cell').flags.map(({ facts }) => [facts.judge, facts.entry])).toEqual([[judge, entry]]);
    expect(one(boosted(2), 'single-cell').flags).toEqual([]);
    expect(one(rows, 'single-cell').flags).toEqual([]);
  });

  it('who lifts the entries of the own group is found, with the bonus; a kind judge is not', () => {
    const rows = drawPanel('favour', grouped);
    const own = (row: MarkRow) => row.judge === judge && row.entryGroup === row.judgeGroup;
    const check = one(
      plant(rows, (row) => (own(row) ? moved(row, 3) : row)),
      'favouritism',
    );
    expect(flaggedJudges(check)).toEqual([judge]);
    expect(Number(check.flags[0]?.facts.bonus)).toBeGreaterThan(1.5);
    const kind = plant(rows, (row) => (row.judge === judge ? moved(row, 3) : row));
    expect(one(kind, 'favouritism').flags).toEqual([]);
    expect(one(rows, 'favouritism').flags).toEqual([]);
    expect(one(drawPanel('favour'), 'favouritism').notRun).toBe('no-groups');
  });

  it('two who lift each other’s entries are found as a pair; one who lifts alone is none', () => {
    const rows = drawPanel('favours', { entries: 144, judges: 12, groups: 12, halo: 0.3, noise: 0.4, perEntry: 5 });
    const lifts = (row: MarkRow, from: string, to: string) => row.judgeGroup === from && row.entryGroup === to;
    const mutual = plant(rows, (row) => (lifts(row, 'group 2', 'group 7') || lifts(row, 'group 7', 'group 2') ? moved(row, 4) : row));
    const check = one(mutual, 'reciprocity');
    expect(check.flags.map(({ facts }) => [facts.one, facts.other])).toEqual([['group 2', 'group 7']]);
    const oneSided = plant(rows, (row) => (lifts(row, 'group 2', 'group 7') ? moved(row, 4) : row));
    expect(one(oneSided, 'reciprocity').flags).toEqual([]);
    expect(one(rows, 'reciprocity').flags).toEqual([]);
  });
});

it('who grows harsher from ballot to ballot is found by the times; who is harsh from the start is not', () => {
  const rows = drawPanel('drift', { entries: 80, judges: 10, perEntry: 4 });
  const times = [...new Set(rows.filter((row) => row.judge === judge).map(({ at }) => at ?? 0))].sort((a, b) => a - b);
  const place = ({ at = 0 }: MarkRow) => times.indexOf(at ?? 0) / (times.length - 1);
  const drifting = plant(rows, (row) => (row.judge === judge ? moved(row, 2 - Math.round(4 * place(row))) : row));
  const check = one(drifting, 'order-drift');
  expect(check.flags.map(({ facts }) => [facts.judge, facts.towards])).toEqual([[judge, 'harsher']]);
  expect(Number(check.flags[0]?.facts.change)).toBeLessThan(-2);
  const harsh = plant(rows, (row) => (row.judge === judge ? moved(row, -2) : row));
  expect(one(harsh, 'order-drift').flags).toEqual([]);
  expect(
    one(
      plant(rows, (row) => ({ ...row, at: null })),
      'order-drift',
    ).notRun,
  ).toBe('no-times');
});

it('placebo rates keep to what is allowed, and say how often the data were shuffled', () => {
  const checks = lookAt(drawPanel('placebo', { ...grouped, perEntry: 6 }));
  expect(checks.filter(({ notRun }) => notRun === 'not-crossed').map(({ kind }) => kind)).toEqual(['mandel-h', 'mandel-k']);
  const made = checks.flatMap(({ placebo }) => (placebo ? [placebo] : []));
  expect(made.map(({ runs }) => runs)).toEqual([199, 199, 199, 199, 199, 199]);
  for (const { rate } of made) expect(rate).toBeLessThanOrEqual(0.15);
});
