/** What is known of entries from elsewhere than ballots: measured values, votes. */
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { printable, unsafeIn } from '#core/problems/visible.ts';
import type { MetricValue, Sources, VoteCount } from '#core/verdict/blended/sources.ts';
import { type CellPlace, readCsv } from '#platform/formats/csv.server.ts';
import { openBytes } from '#platform/formats/text.server.ts';
import { asRefusals } from '../options.ts';

type Cells<Column extends string> = Readonly<Record<Column, string>>;

/** A comma before decimals, as a spreadsheet writes it where people do. */
const decimalComma = /^[+-]?\d+,\d+$/;

function withPoint<T extends Readonly<Record<string, string>>>(cells: T): T {
  const value = cells.value;
  return value !== undefined && decimalComma.test(value) ? { ...cells, value: value.replace(',', '.') } : cells;
}

/** What is wrong with a cell whatever it is to hold. */
function cellRefusal(text: string, at: CellPlace): Refusal | undefined {
  if (text === '') return { code: 'csv.cell-empty', facts: at };
  const character = unsafeIn(text);
  if (character !== undefined) return { code: 'tally.name-not-shown', facts: { ...at, value: text.slice(0, 60), character } };
  const unclear = at.column === 'value' && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text);
  return unclear ? { code: 'csv.thousands-or-decimals', facts: { ...at, value: text } } : undefined;
}

/** The rows of a file, every cell filled; each empty one is refused. */
async function rowsOf<Column extends string>(file: string | undefined, columns: readonly Column[]) {
  const rows: (Cells<Column> & { readonly file: string; readonly row: number })[] = [];
  const refusals: Refusal[] = [];
  if (file === undefined) return { rows, refusals };
  for await (const { row, cells } of readCsv(file, openBytes(file), columns)) {
    const wrong = columns.flatMap((column) => cellRefusal(cells[column], { file: printable(file), row, column }) ?? []);
    refusals.push(...wrong);
    if (wrong.length === 0) rows.push({ ...withPoint(cells), file: printable(file), row });
  }
  return { rows, refusals };
}

/** Values of metrics (`entry,category,metric,value`) and votes (`entry,category,votes`), as far as files of them are named. */
export async function readSaid(files: {
  readonly metrics?: string;
  readonly votes?: string;
}): Promise<Result<Pick<Sources, 'values' | 'votes'>>> {
  try {
    const values: { rows: MetricValue[]; refusals: Refusal[] } = await rowsOf(files.metrics, ['entry', 'category', 'metric', 'value']);
    const votes: { rows: VoteCount[]; refusals: Refusal[] } = await rowsOf(files.votes, ['entry', 'category', 'votes']);
    const refusals = [...values.refusals, ...votes.refusals];
    return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: { values: values.rows, votes: votes.rows } };
  } catch (error) {
    return asRefusals(error);
  }
}
