/** What is planted in a drawn panel for each check to find, clear enough that a chair would want to be asked. */
import type { TimeRules } from '#core/checks/data/times.ts';
import type { CheckKind, Flag } from '#core/checks/flag.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import { type PanelPlan, plant } from '#tests/support/ballots/drawn-panel.ts';

export type Planted = {
  readonly kind: CheckKind;
  /** What was planted, as the figures tell it. */
  readonly about: string;
  readonly plan: Partial<PanelPlan>;
  readonly change: (rows: readonly MarkRow[]) => MarkRow[];
  /** True for the flag that was asked for. */
  readonly isIt: (flag: Flag) => boolean;
  readonly times?: TimeRules;
};

const judge = 'judge 0003';
const ofJudge = ({ facts }: Flag) => facts.judge === judge;
const mark = (row: MarkRow): number => Number(row.mark);
const moved = (row: MarkRow, by: number): MarkRow => ({ ...row, mark: Math.min(10, Math.max(0, mark(row) + by)) });
const entriesOf = (rows: readonly MarkRow[], whose: string) => [
  ...new Set(rows.filter((row) => row.judge === whose).map(({ entry }) => entry)),
];

/** What `change` makes of the judge's rows, told the number of the ballot among the judge's own. */
const ofOwn =
  (change: (row: MarkRow, ballot: number) => MarkRow | null) =>
  (rows: readonly MarkRow[]): MarkRow[] => {
    const entries = entriesOf(rows, judge);
    return plant(rows, (row) => (row.judge === judge ? change(row, entries.indexOf(row.entry)) : row));
  };

const start = Date.UTC(2027, 2, 4, 9);
const grouped = { entries: 120, groups: 4 };

export const plantedData: readonly Planted[] = [
  {
    kind: 'empty-seat-zeros',
    about: 'one ballot of zeros',
    plan: {},
    change: ofOwn((row, ballot) => (ballot === 4 ? { ...row, mark: 0 } : row)),
    isIt: ofJudge,
  },
  {
    kind: 'all-zero-ballots',
    about: 'a ballot of zeros where another judge gave a zero too',
    plan: {},
    change: (rows) => {
      const [entry] = entriesOf(rows, judge);
      const other = rows.find((row) => row.entry === entry && row.judge !== judge);
      return plant(rows, (row) => ((row.entry === entry && row.judge === judge) || row === other ? { ...row, mark: 0 } : row));
    },
    isIt: ofJudge,
  },
  {
    kind: 'key-in-error',
    about: 'one mark of 9 or 10 keyed in as 1, judges otherwise of one mind',
    plan: { noise: 0.3 },
    change: (rows) => {
      const high = rows.find((row) => mark(row) >= 9);
      return plant(rows, (row) => (row === high ? { ...row, mark: 1 } : row));
    },
    isIt: ({ facts }) => facts.mark === 1,
  },
  {
    kind: 'missing-marks',
    about: 'one mark left out',
    plan: {},
    change: ofOwn((row, ballot) => (ballot === 2 && row.criterion === 'criterion 0002' ? null : row)),
    isIt: ofJudge,
  },
  {
    kind: 'unmarked-criterion',
    about: 'a criterion nobody marked in one of two categories',
    plan: { categories: 2 },
    change: (rows) => plant(rows, (row) => (row.category === 'category 0002' && row.criterion === 'criterion 0005' ? null : row)),
    isIt: ({ facts }) => facts.category === 'category 0002',
  },
  {
    kind: 'not-applicable-disagreed',
    about: 'n/a from one of four judges for one criterion',
    plan: {},
    change: ofOwn((row, ballot) => (ballot === 2 && row.criterion === 'criterion 0002' ? { ...row, mark: 'notApplicable' } : row)),
    isIt: ({ facts }) => facts.judges === judge,
  },
  {
    kind: 'too-few-judges',
    about: 'an entry left with two of four judges',
    plan: {},
    change: (rows) => {
      const [one, two] = [...new Set(rows.filter(({ entry }) => entry === 'entry 0009').map((row) => row.judge))];
      return plant(rows, (row) => (row.entry === 'entry 0009' && (row.judge === one || row.judge === two) ? null : row));
    },
    isIt: ({ facts }) => facts.entry === 'entry 0009',
  },
  {
    kind: 'one-mark-judge',
    about: 'a judge who gives 7 throughout',
    plan: {},
    change: ofOwn((row) => ({ ...row, mark: 7 })),
    isIt: ofJudge,
  },
  {
    kind: 'no-difference',
    about: 'a category in which every mark is 7',
    plan: {},
    change: (rows) => plant(rows, (row) => ({ ...row, mark: 7 })),
    isIt: ({ facts }) => facts.mark === 7,
  },
  {
    kind: 'ceiling',
    about: 'one criterion marked three points higher',
    plan: {},
    change: (rows) => plant(rows, (row) => (row.criterion === 'criterion 0002' ? moved(row, 3) : row)),
    isIt: ({ facts }) => facts.criterion === 'criterion 0002',
  },
  {
    kind: 'one-instant',
    about: 'all ballots of a judge within one second',
    plan: {},
    change: ofOwn((row, ballot) => ({ ...row, at: start + 40 * ballot })),
    isIt: ofJudge,
  },
  {
    kind: 'too-fast',
    about: 'three ballots four seconds apart',
    plan: {},
    change: ofOwn((row, ballot) => (ballot < 4 ? { ...row, at: start + 4_000 * ballot } : row)),
    isIt: ofJudge,
  },
  {
    kind: 'outside-window',
    about: 'one ballot after judging closed',
    plan: {},
    change: ofOwn((row, ballot) => (ballot === 0 ? { ...row, at: Date.UTC(2027, 3, 2) } : row)),
    isIt: ofJudge,
    times: { opens: Date.UTC(2027, 1, 1), closes: Date.UTC(2027, 3, 1), secondsABallot: 10 },
  },
];

const erratic = ofOwn((row, ballot) => moved(row, [3, -3, -3, 3][ballot % 4] ?? 0));
const crossed = { entries: 25, judges: 9, perEntry: 9 };

export const plantedPatterns: readonly Planted[] = [
  {
    kind: 'all-equal-ballots',
    about: 'a judge who gives the first criterion’s mark under all',
    plan: {},
    change: (rows) =>
      ofOwn((row) => ({ ...row, mark: rows.find((other) => other.entry === row.entry && other.judge === judge)?.mark ?? null }))(rows),
    isIt: ofJudge,
  },
  {
    kind: 'mandel-h',
    about: 'on a full panel, a judge three points below judges of one level',
    plan: { ...crossed, severity: 0.1 },
    change: ofOwn((row) => moved(row, -3)),
    isIt: ofJudge,
  },
  {
    kind: 'mandel-k',
    about: 'on a full panel, a judge three points off either way',
    plan: crossed,
    change: erratic,
    isIt: ofJudge,
  },
  { kind: 'judge-fit', about: 'a judge three points off either way', plan: {}, change: erratic, isIt: ofJudge },
  {
    kind: 'single-cell',
    about: 'a judge’s lowest ballot raised by six points, on a panel that agrees well',
    plan: { halo: 0.3, noise: 0.4 },
    change: (rows) => {
      const totalOf = (entry: string) => rows.reduce((sum, row) => sum + (row.judge === judge && row.entry === entry ? mark(row) : 0), 0);
      const [lowest] = entriesOf(rows, judge).sort((a, b) => totalOf(a) - totalOf(b));
      return plant(rows, (row) => (row.judge === judge && row.entry === lowest ? moved(row, 6) : row));
    },
    isIt: ofJudge,
  },
  {
    kind: 'favouritism',
    about: 'a judge who gives the own group three points more',
    plan: grouped,
    change: ofOwn((row) => (row.entryGroup === row.judgeGroup ? moved(row, 3) : row)),
    isIt: ofJudge,
  },
  {
    kind: 'reciprocity',
    about: 'two judges’ groups that give each other four points more',
    plan: { entries: 144, groups: 12, perEntry: 5, halo: 0.3, noise: 0.4 },
    change: (rows) => {
      const pair = ['group 2', 'group 7'];
      const isOne = ({ entryGroup = '', judgeGroup = '' }: MarkRow) =>
        entryGroup !== judgeGroup && pair.includes(entryGroup ?? '') && pair.includes(judgeGroup ?? '');
      return plant(rows, (row) => (isOne(row) ? moved(row, 4) : row));
    },
    isIt: ({ facts }) => facts.one === 'group 2' && facts.other === 'group 7',
  },
  {
    kind: 'order-drift',
    about: 'a judge who ends four points below the start',
    plan: { entries: 80, judges: 10 },
    change: (rows) => {
      const last = entriesOf(rows, judge).length - 1;
      return ofOwn((row, ballot) => moved(row, 2 - Math.round((4 * ballot) / last)))(rows);
    },
    isIt: ofJudge,
  },
];
