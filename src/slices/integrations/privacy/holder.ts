/** What integrations give and take of a person: their keys. A key of somebody who is erased or became part of another goes. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { declareHolder } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { deleteKeysOf } from '../keys/key-store.ts';

async function keysOf(ctx: Ctx, person: PersonId) {
  const { ids } = await marksOf(ctx, person);
  const rows = await ctx.db
    .selectFrom('api_keys')
    .select(['name', 'prefix', 'scopes', 'created_at', 'expires_at', 'used_at', 'revoked_at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', 'in', [...ids])
    .orderBy('created_at')
    .execute();
  return rows.map(({ name, prefix, scopes, created_at, expires_at, used_at, revoked_at }) => ({
    name,
    prefix,
    scopes,
    since: created_at.toISOString(),
    until: expires_at.toISOString(),
    used: used_at?.toISOString() ?? null,
    revoked: revoked_at?.toISOString() ?? null,
  }));
}

declareHolder({ slice: 'integrations', exporting: async (ctx, person) => [{ name: 'api-keys', rows: await keysOf(ctx, person) }] });

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await deleteKeysOf(ctx, (await marksOf(ctx, about)).ids);
});

accountsMerged((ctx, { from }) => deleteKeysOf(ctx, [from]));
