import type { Refusal, Result } from '../problems/refusal.ts';
import type { BallotTable, MarkRow } from './ballot-table.ts';
import { alikeNames } from './collecting/alike-names.ts';
import { buildTable, type DeclaredEntry, draftTable } from './collecting/build-table.ts';
import { type Guess, guessScale } from './collecting/guess-scale.ts';
import { addRow, emptyRows } from './collecting/mark-rows.ts';
import type { Criterion } from './criteria.ts';

/** What was met of a criterion: its lowest and highest mark (null where no row has one) and the categories it has rows in. */
export type SeenCriterion = {
  readonly id: string;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly categories: readonly string[];
};

export type MarkCollector = {
  readonly add: (row: MarkRow) => void;
  readonly rows: () => number;
  /** In order of their names. */
  readonly seen: () => readonly SeenCriterion[];
  /** The table by these criteria, or every reason there is none. With `entries`, a mark for any other entry is refused. */
  readonly table: (criteria: readonly Criterion[], entries?: readonly DeclaredEntry[]) => Result<BallotTable>;
  /** The table with zeros below their scales let in, as far as it can be made, and every reason beside them that it cannot be counted. */
  readonly draft: (criteria: readonly Criterion[], entries?: readonly DeclaredEntry[]) => ReturnType<typeof draftTable>;
  /** The scale of these criteria, guessed from their marks; `step` of all of them. */
  readonly guess: (criteria: ReadonlySet<string>, step?: number) => Guess;
  /** Names that look the same and are not, as refusals. */
  readonly alike: () => readonly Refusal[];
};

type Met = { lowest: number; highest: number; readonly categories: Set<string> };

/**
 * Collects marks row by row, in any order, without holding the rows: a million rows take about 30 MB. What the marks say of their
 * criteria can be asked before the criteria are settled (`seen`), so that a scale can be guessed.
 */
export function collectMarks(): MarkCollector {
  const rows = emptyRows();
  const met = new Map<string, Met>();
  let count = 0;
  const note = ({ criterion, category, mark }: MarkRow) => {
    let known = met.get(criterion);
    if (known === undefined) {
      known = { lowest: Number.POSITIVE_INFINITY, highest: Number.NEGATIVE_INFINITY, categories: new Set() };
      met.set(criterion, known);
    }
    known.categories.add(category);
    if (typeof mark !== 'number') return;
    if (mark < known.lowest) known.lowest = mark;
    if (mark > known.highest) known.highest = mark;
  };
  return {
    add(row) {
      note(row);
      addRow(rows, row, count);
      count += 1;
    },
    rows: () => count,
    seen: () =>
      [...met.keys()]
        .filter((id) => id !== '')
        .sort()
        .map((id) => {
          const { lowest, highest, categories } = met.get(id) ?? { lowest: 0, highest: 0, categories: new Set<string>() };
          const marked = lowest <= highest;
          return { id, lowest: marked ? lowest : null, highest: marked ? highest : null, categories: [...categories].sort() };
        }),
    table: (criteria, entries) => buildTable(rows, criteria, entries),
    draft: (criteria, declared) => draftTable(rows, criteria, { zeros: true, ...(declared && { declared }) }),
    guess: (criteria, step) => guessScale(rows, criteria, step),
    alike: () => alikeNames(rows),
  };
}

/** The table of marks that are at hand. */
export function ballotTable(
  criteria: readonly Criterion[],
  rows: Iterable<MarkRow>,
  entries?: readonly DeclaredEntry[],
): Result<BallotTable> {
  const collector = collectMarks();
  for (const row of rows) collector.add(row);
  return collector.table(criteria, entries);
}
