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

/**
 * Marks decided otherwise, from a CSV file, beside every reason a row cannot stand: who and why have to be said of each. A row that is
 * refused is among them all the same, without its mark, so that what else is wrong with it is told in one go.
 */
export async function readOverrides(
  file: string,
): Promise<Result<{ readonly overrides: readonly Override[]; readonly refusals: readonly Refusal[] }>> {
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
      const unread = typeof mark === 'object' && mark !== null;
      if (unread) refusals.push(mark);
      const { round, ...own } = cells;
      overrides.push({ ...own, mark: unread ? 'missing' : (mark ?? 'missing'), file, row, ...(round && { round }) });
    }
  } catch (error) {
    return asRefusals(error);
  }
  return { ok: true, value: { overrides, refusals } };
}
