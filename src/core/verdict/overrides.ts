import type { Facts } from '../problems/problem.ts';
import type { Refusal, Result } from '../problems/refusal.ts';
import { type BallotTable, isMark, type NotScored, notScored } from '../scoring/ballot-table.ts';

/** A mark decided otherwise than the judge gave it. The empty criterion means the whole ballot. */
export type Override = {
  readonly category: string;
  readonly entry: string;
  readonly judge: string;
  readonly criterion: string;
  readonly mark: number | NotScored;
  readonly who: string;
  readonly why: string;
  readonly file: string;
  readonly row: number;
};

/** One mark as it was and as it is, with who answers for it. */
export type Applied = Pick<Override, 'category' | 'entry' | 'judge' | 'criterion' | 'who' | 'why'> & {
  readonly was: string;
  readonly is: string;
};

/** What is no mark, as files write it. */
const written: Readonly<Record<NotScored, string>> = { missing: 'none', notApplicable: 'n/a', abstained: 'abstained', recused: 'recused' };

const notScoredName = (value: number): NotScored =>
  (Object.keys(notScored) as NotScored[]).find((name) => notScored[name] === value) ?? 'missing';

const nameOf = (value: number): string => (isMark(value) ? String(value) : written[notScoredName(value)]);

/** Where each ballot stands, by the names of its category, entry and judge. */
function ballotNumbers({ categories, entries, judges, ballotEntry, ballotJudge }: BallotTable): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  ballotEntry.forEach((entry, ballot) => {
    const { name = '', category = 0 } = entries[entry] ?? {};
    numbers.set(JSON.stringify([categories[category], name, judges[ballotJudge[ballot] ?? 0]?.name]), ballot);
  });
  return numbers;
}

/** The table with these marks in place of the judges' own, and what was changed; a later override of the same mark holds. */
export function overridden(
  table: BallotTable,
  overrides: readonly Override[],
): Result<{ readonly table: BallotTable; readonly applied: readonly Applied[] }> {
  const numbers = ballotNumbers(table);
  const marks = table.marks.slice();
  const refusals: Refusal[] = [];
  const applied: Applied[] = [];
  for (const { file, row, mark, ...override } of overrides) {
    const { category, entry, judge, criterion, who, why } = override;
    const facts: Facts = { category, entry, judge, criterion, file, row };
    const ballot = numbers.get(JSON.stringify([category, entry, judge]));
    const columns = [...table.criteria.keys()].filter((column) => criterion === '' || table.criteria[column]?.id === criterion);
    if (ballot === undefined || columns.length === 0) {
      refusals.push({ code: 'tally.override-without-ballot', facts });
      continue;
    }
    for (const column of columns) {
      const cell = ballot * table.criteria.length + column;
      const { id = '', scale = { min: 0, max: 0 } } = table.criteria[column] ?? {};
      if (typeof mark === 'number' && (mark < scale.min || mark > scale.max)) {
        refusals.push({ code: 'scoring.mark-outside-scale', facts: { ...facts, criterion: id, mark, ...scale } });
        continue;
      }
      const is = typeof mark === 'number' ? mark : notScored[mark];
      applied.push({ category, entry, judge, criterion: id, who, why, was: nameOf(marks[cell] ?? 0), is: nameOf(is) });
      marks[cell] = is;
    }
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: { table: { ...table, marks }, applied } };
}
