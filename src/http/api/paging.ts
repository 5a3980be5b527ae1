/** Lists of the API: pages that begin behind a row, so that rows which come in between move nothing. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { readCursor, writeCursor } from '#platform/database/keyset.ts';

const most = 100;
const usual = 50;

/** The query of every list. */
export const paging = {
  after: z.string().max(2_000).optional().describe('Where the page before ended: its `next`, as it was given.'),
  limit: z.coerce.number().int().min(1).max(most).default(usual).describe('Rows on a page.'),
};

/** A list as it is answered; `next` is null on the last page. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable().describe('Sent as `after`, it asks for the next page.') });
}

function refuseCursor(): never {
  throw problem('general.invalid-input', { count: 1 }, [{ path: 'after', code: 'field.invalid', facts: {} }]);
}

/** A place in a list that is ordered by an instant or by a text. @throws Problem for one no page of ours has given */
export function placeIn(order: 'instant' | 'text', after: string | undefined): readonly [string, string] | undefined {
  if (after === undefined) return undefined;
  return readCursor(after, order) ?? refuseCursor();
}

type Query = { readonly after?: string | undefined; readonly limit: number };

const before = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** A page of what was read whole because it is short. `keyOf` is what it is ordered by, beside the id. */
export function pageOf<T>(
  rows: readonly T[],
  { after, limit }: Query,
  { keyOf, idOf }: { readonly keyOf: (row: T) => string; readonly idOf: (row: T) => string },
): { readonly items: readonly T[]; readonly next: string | undefined } {
  const place = placeIn('text', after);
  const order = (row: T) => [keyOf(row), idOf(row)] as const;
  const compare = (a: readonly [string, string], b: readonly [string, string]) => before(a[0], b[0]) || before(a[1], b[1]);
  const sorted = rows.toSorted((a, b) => compare(order(a), order(b)));
  const rest = place === undefined ? sorted : sorted.filter((row) => compare(order(row), place) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && rest.length > limit ? writeCursor(...order(last)) : undefined };
}
