import type { Facts } from '../problems/problem.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';

/** What is looked for in the file itself, before any statistics. */
export type DataKind =
  | 'empty-seat-zeros'
  | 'all-zero-ballots'
  | 'one-mark-judge'
  | 'no-difference'
  | 'all-equal-ballots'
  | 'key-in-error'
  | 'ceiling'
  | 'missing-marks'
  | 'unmarked-criterion'
  | 'not-applicable-disagreed'
  | 'too-few-judges'
  | 'one-instant'
  | 'too-fast'
  | 'outside-window';

/** What is looked for in how judges differ from each other, each against chance on the same data. */
export type AnomalyKind = 'mandel-h' | 'mandel-k' | 'judge-fit' | 'single-cell' | 'favouritism' | 'reciprocity' | 'order-drift';

export type CheckKind = DataKind | AnomalyKind;

/** What chance alone does: flags of this kind a run, on the same data shuffled `runs` times so that nothing is there to be found. */
export type Placebo = { readonly rate: number; readonly runs: number };

/**
 * A question to the chair, never a penalty: `kind` is the key of its sentence, `facts` fill it in, and the ballots and the criterion
 * (null: all of them) name what it asks about.
 */
export type Flag = {
  readonly kind: CheckKind;
  readonly ballots: readonly number[];
  readonly criterion: number | null;
  readonly facts: Facts;
};

/** Why a check says nothing of these data. */
export type NotRun =
  | 'no-times'
  | 'coarse-times'
  | 'no-window'
  | 'no-groups'
  | 'not-crossed'
  | 'one-criterion'
  | 'no-spread'
  | 'too-few-ballots'
  | 'too-many-judges';

/**
 * One check and what came of it. `examined` counts what it looked at: ballots, marks, judges, entries or pairs, as its words say;
 * `placebo` is null where the check is no matter of chance.
 */
export type Check = {
  readonly kind: CheckKind;
  readonly examined: number;
  readonly notRun: NotRun | null;
  readonly placebo: Placebo | null;
  readonly flags: readonly Flag[];
};

export function notRun(kind: CheckKind, reason: NotRun): Check {
  return { kind, examined: 0, notRun: reason, placebo: null, flags: [] };
}

/** Rows `first` to `last` of a file, both included. */
export type RowSpan = { readonly file: string; readonly first: number; readonly last: number };

/** The rows a flag asks about, as few spans as they make, in order of file and row; none for marks that were not read from a file. */
export function rowsOf({ files, criteria, rows, rowFiles }: BallotTable, { ballots, criterion }: Flag): readonly RowSpan[] {
  const places: { file: number; row: number }[] = [];
  for (const ballot of ballots) {
    for (let c = criterion ?? 0; c < (criterion === null ? criteria.length : criterion + 1); c += 1) {
      const at = ballot * criteria.length + c;
      const row = rows[at] ?? 0;
      if (row > 0) places.push({ file: rowFiles[at] ?? 0, row });
    }
  }
  places.sort((a, b) => a.file - b.file || a.row - b.row);
  const spans: { file: string; first: number; last: number }[] = [];
  for (const { file, row } of places) {
    const name = files[file] ?? '';
    const span = spans.at(-1);
    if (span && span.file === name && row <= span.last + 1) span.last = row;
    else spans.push({ file: name, first: row, last: row });
  }
  return spans;
}
