/** Tables as comma-separated text that a spreadsheet opens as it was meant: UTF-8 with its mark, and no cell that would be a formula. */

import type { CellValue } from './xlsx-write.server.ts';

/** A spreadsheet computes what begins like this; an apostrophe before it makes it words again (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/;

/** Numbers and dates are none of somebody's words: they stay what they are, a minus in front of them too. */
function cellText(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return typeof cell === 'number' ? String(cell) : cell.wall;
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, lines ended by CR LF, headed by a byte order mark. */
export function csvText(head: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}
