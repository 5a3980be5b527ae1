/** What lists give, take and move of a person. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { declareHolder } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { forgetLists, moveViews } from './privacy-store.ts';

async function viewsOf(ctx: Ctx, person: PersonId) {
  const { ids } = await marksOf(ctx, person);
  const { rows } = await sql<{
    list: string;
    name: string;
    query: string;
    shared: boolean;
  }>`select list, name, query, shared from saved_views
    where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[]) and removed_at is null order by name`.execute(ctx.db);
  return rows;
}

declareHolder({
  slice: 'lists',
  erasing: async (ctx, person) => ({ goes: [{ what: 'views', count: (await viewsOf(ctx, person)).length }], stays: [], blocks: [] }),
  exporting: async (ctx, person) => [{ name: 'views', rows: await viewsOf(ctx, person) }],
  merging: async (ctx, { from }) => ({ moves: [{ what: 'views', count: (await viewsOf(ctx, from)).length }], blocks: [] }),
});

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await forgetLists(ctx, (await marksOf(ctx, about)).ids);
});

accountsMerged((ctx, { from, into }) => moveViews(ctx, from, into));
