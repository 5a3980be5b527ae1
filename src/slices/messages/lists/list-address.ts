/** The address of the list of mails: its search, filters and page stand in it, so that it can be kept and sent. */
export type ListQuery = {
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly batch?: string | undefined;
  readonly after?: string | undefined;
};

/** The list with something of it changed; a changed filter begins on the first page. */
export function listAddress(path: string, filter: ListQuery, change: Partial<ListQuery>): string {
  const { search, kind, state, batch, after } = { ...filter, after: undefined, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: search, kind, state, batch, after })) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
