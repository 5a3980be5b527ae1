import type { Facts } from '#core/problems/problem.ts';

/** `ballots.csv, row 12, column mark: `, as far as it is known; nothing for what was not read from a file. */
export function place({ file, row, column }: Facts): string {
  const parts = [file, row && `row ${row}`, column && `column “${column}”`].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}: ` : '';
}
