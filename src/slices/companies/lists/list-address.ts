/** The address of the list of companies: its search, filters, order and page stand in it, so that it can be kept and sent. */
export const sorts = ['name', 'newest'] as const;
export type Sort = (typeof sorts)[number];

export type ListQuery = {
  readonly search?: string | undefined;
  readonly country?: string | undefined;
  readonly size?: string | undefined;
  readonly sort?: Sort | undefined;
  readonly after?: string | undefined;
};

/** The list with something of it changed; a changed order or filter begins on the first page. */
export function listAddress(path: string, filter: ListQuery, change: Partial<ListQuery>): string {
  const { search, country, size, sort, after } = { ...filter, after: undefined, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: search, country, size, sort, after })) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
