/** Lists in pages: where a page ends stands in the address of the next, so that it begins there however many rows came in between. */

/** Where a page ends: the sort key and the id of its last row. What cannot be read is the first page. */
export function readCursor(after: string | undefined): readonly [string, string] | undefined {
  if (after === undefined) return undefined;
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(after, 'base64url').toString());
    return typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [key, id] : undefined;
  } catch {
    return undefined;
  }
}

export function writeCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** For `like`: what was searched for is found as it stands. */
export const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
