import type { Refusal, Result } from '#core/problems/refusal.ts';
import { unsafeIn } from '#core/problems/visible.ts';
import type { Override } from '#core/verdict/overrides.ts';
import { readCsv } from '#platform/formats/csv.server.ts';
import { openBytes } from '#platform/formats/text.server.ts';
import { asRefusals } from '../options.ts';
import { decidedMark } from './cell.ts';

const columns = ['entry', 'category', 'judge', 'criterion', 'mark', 'who', 'why'] as const;
/** Asked for only where a judge marked the entry in several rounds. */
const optional = ['round'] as const;

/** Marks decided otherwise, from a CSV file. Who and why have to be said of each. */
export async function readOverrides(file: string): Promise<Result<readonly Override[]>> {
  const overrides: Override[] = [];
  const refusals: Refusal[] = [];
  try {
    for await (const { row, cells } of readCsv(file, openBytes(file), columns, optional)) {
      const unsaid = (['who', 'why'] as const).filter((column) => cells[column] === '');
      refusals.push(...unsaid.map((column): Refusal => ({ code: 'tally.override-without-name', facts: { file, row, column } })));
      for (const [column, text] of Object.entries(cells)) {
        const character = unsafeIn(column === 'why' ? text.replace(/\r?\n/g, ' ') : text);
        if (character !== undefined)
          refusals.push({ code: 'tally.name-not-shown', facts: { file, row, column, value: text.slice(0, 60), character } });
      }
      const mark = decidedMark(cells.mark, true, { file, row, column: 'mark' });
      if (typeof mark === 'object' && mark !== null) refusals.push(mark);
      else {
        const { round, ...own } = cells;
        overrides.push({ ...own, mark: mark ?? 'missing', file, row, ...(round && { round }) });
      }
    }
  } catch (error) {
    return asRefusals(error);
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: overrides };
}
