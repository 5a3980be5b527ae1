/** What is known of entries from elsewhere than ballots: measured values, votes. */
import type { Refusal, Result } from '#core/problems/refusal.ts';
import type { MetricValue, Sources, VoteCount } from '#core/verdict/blended/sources.ts';
import { readCsv } from '#platform/formats/csv.server.ts';
import { openBytes } from '#platform/formats/text.server.ts';
import { asRefusals } from '../options.ts';

type Cells<Column extends string> = Readonly<Record<Column, string>>;

/** The rows of a file, every cell filled; each empty one is refused. */
async function rowsOf<Column extends string>(file: string | undefined, columns: readonly Column[]) {
  const rows: (Cells<Column> & { readonly file: string; readonly row: number })[] = [];
  const refusals: Refusal[] = [];
  if (file === undefined) return { rows, refusals };
  for await (const { row, cells } of readCsv(file, openBytes(file), columns)) {
    const empty = columns.filter((column) => cells[column] === '');
    refusals.push(...empty.map((column): Refusal => ({ code: 'csv.cell-empty', facts: { file, row, column } })));
    if (empty.length === 0) rows.push({ ...cells, file, row });
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
