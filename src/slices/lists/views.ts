/** A list as its page shows it: its address, the columns, the views kept of it, and how many rows are held. */
import { sql } from 'kysely';
import { addressOf, shownColumns, viewQuery } from '#core/lists/list-query.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { type DeclaredList, requireStanding, type Standing } from './lists.ts';

export type ViewLink = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  readonly shared: boolean;
  /** Whether the reader may rename or remove it. */
  readonly mayChange: boolean;
  readonly current: boolean;
};

type Kept = {
  readonly columns: string[] | null;
  readonly items: string[] | null;
  readonly views: readonly (Pick<ViewLink, 'id' | 'name' | 'shared'> & { query: string; mine: boolean; removed: boolean })[];
};

/** All that is kept of a list for one reader, in one statement. */
async function keptOf(
  ctx: Ctx,
  list: string,
  subject: string,
  { removed, shared }: { removed: string | null; shared: boolean },
): Promise<Kept> {
  const person = personOf(ctx) ?? null;
  const undone = /^[0-9a-f-]{36}$/.test(removed ?? '') ? removed : null;
  const { rows } = await sql<Kept>`
    select (select columns from list_columns where organisation_id = ${ctx.organisation} and person_id = ${person} and list = ${list}) as columns,
           (select array(select unnest(items)::text) from list_choices where organisation_id = ${ctx.organisation} and person_id = ${person}
             and list = ${list} and subject = ${subject}) as items,
           coalesce((select json_agg(json_build_object('id', id, 'name', name, 'query', query, 'shared', shared, 'mine', person_id = ${person},
               'removed', removed_at is not null) order by lower(name), id) from saved_views
             where organisation_id = ${ctx.organisation} and list = ${list} and subject = ${subject}
               and (removed_at is null or id = ${undone}::uuid) and (person_id = ${person} or (shared and ${shared}))), '[]') as views`.execute(
    ctx.db,
  );
  return rows[0] ?? { columns: null, items: null, views: [] };
}

/** `standing`: how the reader stands to it, where the page has asked already. */
type Asked = { readonly subject: string; readonly path: string; readonly url: URL; readonly standing?: readonly Standing[] };

/**
 * What every list shows of itself. `path` is the list's address without a query, `url` what was asked for. What somebody holds comes as
 * ids, so that the page can tick them.
 */
export async function listState(ctx: Ctx, list: DeclaredList, { subject, path, url, ...asked }: Asked) {
  const standing = asked.standing ?? (await requireStanding(ctx, list, subject));
  const query = url.searchParams;
  const shared = standing.some((one) => one === 'organiser' || one === 'auditor');
  const kept = await keptOf(ctx, list.name, subject, { removed: query.get('removed'), shared });
  const { columns, chosen } = shownColumns(list, query.get('columns'), kept.columns ?? []);
  const here = viewQuery(list, query);
  const works = standing.includes('organiser');
  const views = kept.views.filter((view) => !view.removed);
  const removed = kept.views.find((view) => view.removed && (view.mine || works));
  const sort = list.sorts.find((one) => one === query.get('sort')) ?? list.sorts[0] ?? '';
  const shownAs = (order: string) =>
    addressOf(path, { ...Object.fromEntries(new URLSearchParams(here)), sort: order === list.sorts[0] ? '' : order });
  const file = (ending: string) => {
    const shown = new URLSearchParams(here);
    if (chosen) shown.set('columns', columns.join(','));
    return addressOf(`${path}.${ending}`, Object.fromEntries(shown));
  };
  return {
    name: list.name,
    subject,
    path,
    /** This list as it is now, without the page somebody is on. */
    here: here === '' ? path : `${path}?${here}`,
    query: here,
    sort,
    /** The same rows in each order. */
    orders: Object.fromEntries(list.sorts.map((order) => [order, shownAs(order)])),
    /** The first page, for whoever is on another. */
    first: query.has('after') ? (here === '' ? path : `${path}?${here}`) : undefined,
    mayShare: works,
    columns: list.columns.map(({ id, stays }) => ({ id, stays: stays === true, shown: columns.includes(id) })),
    columnsChosen: chosen,
    views: views.map(({ id, name, shared, mine, query: text }): ViewLink => {
      return { id, name, shared, to: text === '' ? path : `${path}?${text}`, mayChange: mine || works, current: text === here };
    }),
    removed: removed && { id: removed.id, name: removed.name },
    held: kept.items ?? [],
    files: { csv: file('csv'), xlsx: file('xlsx') },
  };
}
