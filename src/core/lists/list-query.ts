/** What the address of a list says: its search, filters, order and columns. Pure, so that pages, exports and saved views read it alike. */

export type ListColumn = {
  readonly id: string;
  /** Names the row: it cannot be left out. */
  readonly stays?: true;
  /** Shown only to whoever chooses it. */
  readonly aside?: true;
};

export type ListShape = {
  /** Kebab-case, unique among lists. */
  readonly name: string;
  /** Names of the filters in the address, besides the search `q`. */
  readonly filters: readonly string[];
  /** Orders; the first is in force when the address names none. */
  readonly sorts: readonly string[];
  /** In the order they stand in the table and in a file. */
  readonly columns: readonly ListColumn[];
};

export type Shown = {
  readonly columns: readonly string[];
  /** Whether somebody chose them: the address, or the person in an earlier visit. */
  readonly chosen: boolean;
};

/** An address with those parameters that say something, in the order given. */
export function addressOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The page that begins after a row; `here` is the list's address without a page. */
export function pageAfter(here: string, after: string): string {
  return `${here}${here.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`;
}

/** Names of columns, whatever they came from, as the list has them: unknown ones left out, those that stay put back. */
function asListed({ columns }: ListShape, wanted: readonly string[]): readonly string[] {
  const found = columns.filter(({ id }) => wanted.includes(id));
  if (found.length === 0) return [];
  return columns.filter((column) => column.stays || found.includes(column)).map(({ id }) => id);
}

/** Which columns are shown: those of the address, else those the person kept, else those of the list. */
export function shownColumns(shape: ListShape, asked: string | null, kept: readonly string[]): Shown {
  for (const wanted of [asked?.split(',') ?? [], kept]) {
    const columns = asListed(shape, wanted);
    if (columns.length > 0) return { columns, chosen: true };
  }
  return { columns: shape.columns.filter(({ aside }) => !aside).map(({ id }) => id), chosen: false };
}

/**
 * What makes two addresses the same view, in one canonical text: search, filters, an order other than the first, and columns. The page
 * somebody is on, notices and questions are no part of it.
 */
export function viewQuery(shape: ListShape, query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ['q', ...shape.filters]) {
    const value = query.get(name)?.trim().slice(0, 200);
    if (value) kept.set(name, value);
  }
  const sort = query.get('sort');
  if (sort !== null && shape.sorts.indexOf(sort) > 0) kept.set('sort', sort);
  const columns = asListed(shape, query.get('columns')?.split(',') ?? []);
  if (columns.length > 0) kept.set('columns', columns.join(','));
  return kept.toString();
}
