import type { Refusal, Result } from '#core/problems/refusal.ts';
import type { Override } from '#core/verdict/overrides.ts';
import { readCsv } from '#platform/formats/csv.server.ts';
import { openBytes } from '#platform/formats/text.server.ts';
import { asRefusals } from '../options.ts';
import { markIn } from './cell.ts';

const columns = ['entry', 'category', 'judge', 'criterion', 'mark', 'who', 'why'] as const;

/** Marks decided otherwise, from a CSV file. Who and why have to be said of each. */
export async function readOverrides(file: string): Promise<Result<readonly Override[]>> {
  const overrides: Override[] = [];
  const refusals: Refusal[] = [];
  try {
    for await (const { row, cells } of readCsv(file, openBytes(file), columns)) {
      const unsaid = (['who', 'why'] as const).filter((column) => cells[column] === '');
      refusals.push(...unsaid.map((column): Refusal => ({ code: 'tally.override-without-name', facts: { file, row, column } })));
      const mark = markIn(cells.mark, () => ({ file, row, column: 'mark' }));
      if (typeof mark === 'object' && mark !== null) refusals.push(mark);
      else overrides.push({ ...cells, mark: mark ?? 'missing', file, row });
    }
  } catch (error) {
    return asRefusals(error);
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: overrides };
}
