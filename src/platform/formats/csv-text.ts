/** Tables as comma-separated text that a spreadsheet opens as it was meant: UTF-8 with its mark, and no cell that would be a formula. */

/** A spreadsheet computes what begins like this; an apostrophe before it makes it words again (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/;

function cellText(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, lines ended by CR LF, headed by a byte order mark. */
export function csvText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}
