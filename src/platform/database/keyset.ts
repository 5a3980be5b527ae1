/** Lists in pages: where a page ends stands in the address of the next, so that it begins there however many rows came in between. */

/** Where a page ends: the sort key and the id of its last row. What cannot be read is the first page. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const instant = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)$/;

/** A day that is in the calendar, at a time of day there is, as the database and JSON write it. */
function isInstant(key: string): boolean {
  const [, day = '', time = ''] = instant.exec(key) ?? [];
  const at = new Date(`${day}T${time}Z`);
  return day >= '0001' && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${day}T${time}`);
}

export function isRowId(text: string): boolean {
  return uuid.test(text);
}

/** Where a page ended, in a list ordered by an instant or by a text; undefined for what the database could not read, whoever wrote it. */
export function readCursor(after: string | undefined, order: 'instant' | 'text'): readonly [string, string] | undefined {
  if (after === undefined) return undefined;
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (typeof key !== 'string' || typeof id !== 'string' || !isRowId(id)) return undefined;
    const readable = order === 'instant' ? isInstant(key) : key.isWellFormed() && !key.includes('\0');
    return readable ? [key, id] : undefined;
  } catch {
    return undefined;
  }
}

export function writeCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** For `like`: what was searched for is found as it stands. */
export const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
