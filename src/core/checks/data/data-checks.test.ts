import { describe, expect, it } from 'vitest';
import { type BallotTable, type MarkRow, notScored } from '#core/scoring/ballot-table.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import { drawPanel, type PanelPlan, planCriteria, plant, usualPlan } from '#tests/support/ballots/drawn-panel.ts';
import { builtTable, dataCheck } from '#tests/support/ballots/one-check.ts';
import { type CheckKind, rowsOf } from '../flag.ts';
import { viewOf } from '../view.ts';
import { dataChecks } from './data-checks.ts';
import { emptySeats } from './seats.ts';
import type { TimeRules } from './times.ts';

const tableOf = (rows: readonly MarkRow[], criteria = planCriteria(usualPlan)): BallotTable => builtTable(criteria, rows);

function look(rows: readonly MarkRow[], kind: CheckKind, criteria?: readonly Criterion[], times?: TimeRules) {
  const table = tableOf(rows, criteria);
  const check = dataCheck(table, kind, times);
  return { table, check, facts: check.flags.map(({ facts }) => facts), spans: check.flags.map((flag) => rowsOf(table, flag)) };
}

const panel = (plan: Partial<PanelPlan> = {}) => drawPanel('clean panel', plan);
/** Rows of the judge's ballot on the entry, as the drawn panel numbers them. */
const rowsBy = (rows: readonly MarkRow[], judge: string, entry?: string) =>
  rows.filter((row) => row.judge === judge && (entry === undefined || row.entry === entry)).map(({ row }) => row ?? 0);
const judge = 'judge 0003';

it('a clean panel raises no question of its data, whatever the seed', () => {
  const found = Array.from({ length: 40 }, (_, i) => dataChecks(tableOf(drawPanel(`clean ${i}`)), { minimumPanel: 3 })).flatMap((checks) =>
    checks.flatMap(({ flags }) => flags.map(({ kind, facts }) => ({ kind, facts }))),
  );
  // One in some hundred thousand clean marks lies six deviations out; forty panels hold 48,000.
  expect(found).toEqual([]);
});

describe('empty seats', () => {
  it('zeros of a judge on an entry nobody else gave a zero are an empty seat, asked about by rows', () => {
    const rows = panel();
    const [entry = ''] = rows.filter((row) => row.judge === judge).map((row) => row.entry);
    const planted = plant(rows, (row) => (row.judge === judge && row.entry === entry ? { ...row, mark: 0 } : row));
    const { facts, spans, table } = look(planted, 'empty-seat-zeros');
    const [first = 0] = rowsBy(rows, judge, entry);
    expect(facts).toEqual([{ judge, category: 'category 0001', ballots: 1, of: 20, entry }]);
    expect(spans).toEqual([[{ file: 'ballots.csv', first, last: first + 4 }]]);
    expect(emptySeats(viewOf(table)).length).toBe(1);
    expect(look(planted, 'all-zero-ballots').facts).toEqual([]);
  });

  it('a judge with nothing but zeros in a category left every seat of it empty, even beside low marks', () => {
    const rows = plant(panel(), (row) => ({ ...row, mark: row.judge === judge ? 0 : 1 }));
    expect(look(rows, 'empty-seat-zeros').facts).toEqual([{ judge, category: 'category 0001', ballots: 20, of: 20, entry: null }]);
  });

  it('zeros on an entry that others gave a zero too are asked about as marks, not as a seat', () => {
    const rows = panel();
    const [entry = ''] = rows.filter((row) => row.judge === judge).map((row) => row.entry);
    const others = rows.filter((row) => row.entry === entry && row.judge !== judge);
    const planted = plant(rows, (row) => (row.entry === entry && (row.judge === judge || row === others[0]) ? { ...row, mark: 0 } : row));
    expect(look(planted, 'empty-seat-zeros').facts).toEqual([]);
    expect(look(planted, 'all-zero-ballots').facts).toEqual([{ judge, category: 'category 0001', ballots: 1, of: 20, entry }]);
  });

  it('beside low marks zeros are an empty seat only where nobody uses zero as a mark', () => {
    const rows = panel();
    const [entry = '', other = ''] = [...new Set(rows.filter((row) => row.judge === judge).map((row) => row.entry))];
    const weak = plant(rows, (row) => (row.entry === entry ? { ...row, mark: row.judge === judge ? 0 : 1 } : row));
    expect(look(weak, 'empty-seat-zeros').facts.length).toBe(1);
    const used = plant(weak, (row) => (row.entry === other && row.criterion === 'criterion 0001' ? { ...row, mark: 0 } : row));
    expect(look(used, 'empty-seat-zeros').facts).toEqual([]);
    expect(look(used, 'all-zero-ballots').facts.length).toBe(1);
  });

  it('a no among yes and no is no empty seat', () => {
    const criteria = planCriteria({ criteria: 5 }).map((criterion) => ({ ...criterion, scale: { min: 0, max: 1 } }));
    const rows = plant(panel(), (row) => ({ ...row, mark: Number((row.mark as number) > 5) }));
    expect(look(rows, 'empty-seat-zeros', criteria).facts).toEqual([]);
    expect(look(rows, 'all-zero-ballots', criteria).facts).toEqual([]);
  });
});

describe('keyed-in marks', () => {
  const hundred = planCriteria({ criteria: 5 }).map((criterion) => ({ ...criterion, scale: { min: 0, max: 100 } }));
  const scaled = (rows: readonly MarkRow[]) => plant(rows, (row) => ({ ...row, mark: (row.mark as number) * 8 }));

  it('8 for 80 is found beside the ballot’s other marks, and what may have been meant is said', () => {
    const rows = scaled(panel({ noise: 0.3 }));
    const target = rows.find((row) => row.mark === 72 && row.criterion === 'criterion 0002');
    const planted = plant(rows, (row) => (row === target ? { ...row, mark: 7 } : row));
    const { facts, spans } = look(planted, 'key-in-error', hundred);
    expect(facts.map(({ mark, meant, against, entry }) => ({ mark, meant, against, entry }))).toEqual([
      { mark: 7, meant: 70, against: 'ballot', entry: target?.entry },
    ]);
    expect(spans).toEqual([[{ file: 'ballots.csv', first: target?.row, last: target?.row }]]);
    expect(look(rows, 'key-in-error', hundred).facts).toEqual([]);
  });

  it('with one mark a ballot, the other judges of the entry say what is usual', () => {
    const one = hundred.slice(0, 1);
    const rows = scaled(panel({ criteria: 1, halo: 0.2, noise: 0.2, severity: 0.2 }));
    const target = rows.find((row) => row.mark === 8 * 8);
    const planted = plant(rows, (row) => (row === target ? { ...row, mark: 6 } : row));
    expect(look(planted, 'key-in-error', one).facts.map(({ mark, against }) => ({ mark, against }))).toEqual([
      { mark: 6, against: 'panel' },
    ]);
    expect(look(rows, 'key-in-error', one).facts).toEqual([]);
  });

  it('a slip in a small table does not hide itself in the spread it makes', () => {
    const small = scaled(panel({ entries: 3, judges: 3, perEntry: 3, noise: 0.2, halo: 0.2 }));
    const highest = small.find((row) => row.mark === Math.max(...small.map(({ mark }) => mark as number)));
    const planted = plant(small, (row) => (row === highest ? { ...row, mark: 0 } : row));
    expect(look(planted, 'key-in-error', hundred).facts.map(({ entry, mark }) => ({ entry, mark }))).toEqual([
      { entry: highest?.entry, mark: 0 },
    ]);
    expect(look(small, 'key-in-error', hundred).facts).toEqual([]);
    const judgesAlike = plant(panel(), (row) => ({ ...row, mark: row.criterion === 'criterion 0001' ? 6 : 7 }));
    expect(look(judgesAlike, 'key-in-error').facts).toEqual([]);
  });
});

describe('coverage', () => {
  it('marks that were not given are asked about once a judge; a declared recusal is an answer', () => {
    const rows = panel();
    const [first = '', second = '', third = ''] = [...new Set(rows.filter((row) => row.judge === judge).map((row) => row.entry))];
    const planted = plant(rows, (row) => {
      if (row.judge !== judge) return row;
      if (row.entry === first && row.criterion === 'criterion 0004') return null;
      if (row.entry === second) return { ...row, mark: null };
      return row.entry === third ? { ...row, mark: 'recused' } : row;
    });
    const all = 'criterion 0001, criterion 0002, criterion 0003, criterion 0004, criterion 0005';
    const { facts, spans } = look(planted, 'missing-marks');
    expect(facts).toEqual([{ judge, ballots: 2, empty: 1, criteria: all, entry: null }]);
    expect(spans[0]?.length).toBe(3);
    expect(look(rows, 'missing-marks').facts).toEqual([]);
  });

  it('a criterion nobody marked in a category is asked about once, not at every ballot', () => {
    const rows = panel({ categories: 2 });
    const planted = plant(rows, (row) => (row.category === 'category 0002' && row.criterion === 'criterion 0005' ? null : row));
    expect(look(planted, 'unmarked-criterion').facts).toEqual([{ category: 'category 0002', criterion: 'criterion 0005', ballots: 120 }]);
    expect(look(planted, 'missing-marks').facts).toEqual([]);
    expect(look(rows, 'unmarked-criterion').facts).toEqual([]);
  });

  it('an entry with fewer complete ballots than the minimum panel is named', () => {
    const rows = panel();
    const judges = [...new Set(rows.filter((row) => row.entry === 'entry 0007').map((row) => row.judge))];
    const planted = plant(rows, (row) => {
      if (row.entry !== 'entry 0007') return row;
      if (row.judge === judges[0]) return null;
      return row.judge === judges[1] && row.criterion === 'criterion 0001' ? { ...row, mark: 'abstained' } : row;
    });
    const incomplete = plant(planted, (row) => (row.mark === 'abstained' ? { ...row, mark: null } : row));
    const expected = [{ entry: 'entry 0007', category: 'category 0001', have: 2, need: 3 }];
    expect(look(incomplete, 'too-few-judges').facts).toEqual(expected);
    expect(look(rows, 'too-few-judges').facts).toEqual([]);
  });
});

describe('one mark and the ends of scales', () => {
  it('a judge all of whose marks are one is asked about, unless nobody told these entries apart', () => {
    const rows = plant(panel(), (row) => (row.judge === judge ? { ...row, mark: 7 } : row));
    expect(look(rows, 'one-mark-judge').facts).toEqual([{ judge, mark: 7, marks: 100, ballots: 20 }]);
    const alike = plant(panel(), (row) => ({ ...row, mark: 7 }));
    expect(look(alike, 'one-mark-judge').facts).toEqual([]);
  });

  it('a category in which all marks are alike is asked about, by criterion or altogether; zeros are asked about as zeros', () => {
    const alike = (mark: (criterion: string) => number) => plant(panel(), (row) => ({ ...row, mark: mark(row.criterion) }));
    expect(
      look(
        alike(() => 7),
        'no-difference',
      ).facts,
    ).toEqual([
      {
        category: 'category 0001',
        marks: 1200,
        ballots: 240,
        entries: 60,
        mark: 7,
        each: 'criterion 0001 7, criterion 0002 7, criterion 0003 7, criterion 0004 7, criterion 0005 7',
      },
    ]);
    const [first = ''] = panel().map(({ criterion }) => criterion);
    expect(
      look(
        alike((criterion) => (criterion === first ? 6 : 7)),
        'no-difference',
      ).facts,
    ).toMatchObject([{ mark: null }]);
    expect(
      look(
        alike(() => 0),
        'no-difference',
      ).facts,
    ).toEqual([]);
    expect(
      look(
        plant(panel(), (row) => ({ ...row, mark: row.judge === judge && row.criterion === first ? 6 : 7 })),
        'no-difference',
      ).facts,
    ).toEqual([]);
  });

  it('a criterion with more than a tenth of its marks at an end is named with the end', () => {
    const rows = plant(panel(), (row) =>
      row.criterion === 'criterion 0002' ? { ...row, mark: Math.min(10, (row.mark as number) + 3) } : row,
    );
    const count = rows.filter((row) => row.criterion === 'criterion 0002' && row.mark === 10).length;
    const { facts, check } = look(rows, 'ceiling');
    expect(facts).toEqual([
      { criterion: 'criterion 0002', end: 'high', mark: 10, count, of: 240, share: Math.round((count / 240) * 1000) / 1000 },
    ]);
    expect(check.flags[0]?.ballots.length).toBe(count);
    expect(check.flags[0]?.criterion).toBe(1);
    expect(look(panel(), 'ceiling').facts).toEqual([]);
  });
});

describe('times', () => {
  it('ballots all handed in within one second are asked about, and not as haste as well', () => {
    const rows = plant(panel(), (row) =>
      row.judge === judge ? { ...row, at: Date.UTC(2027, 2, 4, 22, 15, 7) + ((row.row ?? 0) % 900) } : row,
    );
    expect(look(rows, 'one-instant').facts).toEqual([{ judge, ballots: 20, at: expect.stringMatching(/^2027-03-04T22:15:07/) }]);
    expect(look(rows, 'too-fast').facts).toEqual([]);
  });

  it('three ballots each within ten seconds of the one before are too fast to have been read', () => {
    const rows = panel();
    const entries = [...new Set(rows.filter((row) => row.judge === judge).map((row) => row.entry))];
    const start = Date.UTC(2027, 2, 4, 9, 0, 1);
    const quick = (ballots: number) =>
      plant(rows, (row) => {
        const i = entries.indexOf(row.entry);
        return row.judge === judge && i <= ballots ? { ...row, at: start + i * 4_000 } : row;
      });
    expect(look(quick(3), 'too-fast').facts).toEqual([{ judge, ballots: 3, of: 20, seconds: 10, shortest: 4 }]);
    expect(look(quick(2), 'too-fast').facts).toEqual([]);
    expect(look(rows, 'too-fast').facts).toEqual([]);
  });

  it('times kept to the minute cannot tell haste, and no times tell nothing', () => {
    const minutes = plant(panel(), (row) => ({ ...row, at: row.judge === judge ? Date.UTC(2027, 2, 4) : Date.UTC(2027, 2, 5) }));
    expect(look(minutes, 'too-fast').check.notRun).toBe('coarse-times');
    expect(look(minutes, 'one-instant').check.notRun).toBe('coarse-times');
    const none = plant(panel(), (row) => ({ ...row, at: null }));
    expect(look(none, 'one-instant').check.notRun).toBe('no-times');
  });

  it('ballots before judging opened or after it closed are counted apart; the instant of closing is after', () => {
    const opens = Date.UTC(2027, 2, 1);
    const closes = Date.UTC(2027, 2, 20);
    const rows = panel();
    const [first, second] = [...new Set(rows.filter((row) => row.judge === judge).map((row) => row.entry))];
    const planted = plant(rows, (row) => {
      if (row.judge !== judge) return row;
      return row.entry === first ? { ...row, at: opens - 1 } : row.entry === second ? { ...row, at: closes } : row;
    });
    const times = { opens, closes, secondsABallot: 10 };
    const bounds = { opens: '2027-03-01T00:00:00.000Z', closes: '2027-03-20T00:00:00.000Z' };
    expect(look(planted, 'outside-window', undefined, times).facts).toEqual([{ judge, early: 1, late: 1, ...bounds }]);
    expect(look(rows, 'outside-window', undefined, times).facts).toEqual([]);
    expect(look(rows, 'outside-window').check.notRun).toBe('no-window');
  });
});

it('a code for what was not scored is never taken for a mark', () => {
  const rows = plant(panel(), (row) => (row.judge === judge ? { ...row, mark: 'abstained' } : row));
  const { table, check } = look(rows, 'key-in-error');
  expect(table.marks.includes(notScored.abstained)).toBe(true);
  expect(check.flags).toEqual([]);
  expect(look(rows, 'all-zero-ballots').check.flags).toEqual([]);
});
