/** Marks and scores in short, for tests of the tally. */
import { toText } from '#core/numeric/fraction.ts';
import { aggregate } from '#core/scoring/aggregate.ts';
import type { BallotTable, MarkRow } from '#core/scoring/ballot-table.ts';
import { ballotTable } from '#core/scoring/collect-marks.ts';
import { type CompositeOptions, type Composites, composites } from '#core/scoring/composite.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import type { CategoryScores } from '#core/scoring/entry-score.ts';
import type { Aggregation } from '#core/verdict/rules.ts';

/** `marksOf({ A: { Ann: 8, Bea: { craft: 7, impact: 'recused' } } })`: by entry and judge; a lone mark is of the criterion `craft`. */
export function marksOf(
  entries: Readonly<Record<string, Readonly<Record<string, MarkRow['mark'] | Readonly<Record<string, MarkRow['mark']>>>>>>,
  category = 'Team',
): MarkRow[] {
  return Object.entries(entries).flatMap(([entry, judges]) =>
    Object.entries(judges).flatMap(([judge, given]) => {
      const marks = typeof given === 'object' && given !== null ? given : { craft: given };
      return Object.entries(marks).map(([criterion, mark]) => ({ category, entry, judge, criterion, mark }));
    }),
  );
}

/** `preferences({ Ann: 'A>B=C' })`: each judge's order of one-letter entries as marks from 9 downwards. */
export function preferences(orders: Readonly<Record<string, string>>): MarkRow[] {
  return Object.entries(orders).flatMap(([judge, order]) =>
    order
      .split('>')
      .flatMap((group, i) => group.split('=').map((entry) => ({ category: 'Team', entry, judge, criterion: 'craft', mark: 9 - i }))),
  );
}

const craft: Criterion = { id: 'craft', weight: 1, scale: { min: 0, max: 10 } };

function tableFor(rows: readonly MarkRow[], criteria: readonly Criterion[] = [craft]): BallotTable {
  const table = ballotTable(criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  return table.value;
}

export type Scored = {
  readonly table: BallotTable;
  readonly composites: Composites;
  readonly scores: CategoryScores;
  /** `A 1 17/2`, `B =2 8`, `C insufficient panel-too-small`: entry, place (with = when tied), score; in order of the entries. */
  readonly brief: readonly string[];
};

/** The first category by an aggregation; a panel of one is enough unless said otherwise. */
export function scored(
  rows: readonly MarkRow[],
  aggregation: Aggregation,
  { criteria = [craft], minimumPanel = 1, ...options }: { criteria?: readonly Criterion[]; minimumPanel?: number } & CompositeOptions = {},
): Scored {
  const table = tableFor(rows, criteria);
  const weighed = composites(table, options);
  const scores = aggregate(table, weighed, 0, { aggregation, minimumPanel });
  const brief = scores.entries.map(({ entry, status, noPlace, place, tied, score }) => {
    const name = table.entries[entry]?.name ?? '';
    if (status !== 'ranked') return `${name} ${status} ${noPlace?.key}`;
    return [name, `${tied ? '=' : ''}${place}`, ...(score ? [toText(score)] : [])].join(' ');
  });
  return { table, composites: weighed, scores, brief };
}
