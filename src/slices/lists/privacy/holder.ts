/** What lists give, take and move of a person. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { declareHolder } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { forgetLists, moveLists } from './privacy-store.ts';

async function viewsOf(ctx: Ctx, person: PersonId) {
  const { ids } = await marksOf(ctx, person);
  return ctx.db
    .selectFrom('saved_views')
    .select(['list', 'name', 'query', 'shared', 'created_at as at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', 'in', [...ids])
    .orderBy('created_at')
    .execute();
}

declareHolder({
  slice: 'lists',
  exporting: async (ctx, person) => [
    { name: 'saved-views', rows: (await viewsOf(ctx, person)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) },
  ],
});

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await forgetLists(ctx, (await marksOf(ctx, about)).ids);
});

accountsMerged((ctx, { from, into }) => moveLists(ctx, from, into));
