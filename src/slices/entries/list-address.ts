/** The address of an entry list: its search, filters, order and page stand in it, so that it can be kept and sent. */
export const sorts = ['newest', 'oldest', 'number', 'title'] as const;
export type Sort = (typeof sorts)[number];

export type ListQuery = {
  readonly search?: string | undefined;
  readonly state?: string | undefined;
  readonly category?: string | undefined;
  readonly sort?: Sort | undefined;
  readonly after?: string | undefined;
};

/** The list with something of it changed; a changed order or filter begins on the first page. */
export function listAddress(path: string, filter: ListQuery, change: Partial<ListQuery>): string {
  const { search, state, category, sort, after } = { ...filter, after: undefined, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: search, state, category, sort, after })) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
