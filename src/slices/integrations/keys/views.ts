/** What somebody reads of their own keys. */
import { type Ctx, personOf } from '#platform/context.ts';
import { unseal } from '#platform/secrets/sealing.server.ts';
import { programmeList } from '#slices/programmes/index.ts';
import { integrationSettings } from '../settings.ts';

export type KeyView = {
  readonly id: string;
  readonly name: string;
  /** By which it is recognised where it is used. */
  readonly prefix: string;
  readonly scopes: readonly string[];
  /** Names; null for every programme. */
  readonly programmes: readonly string[] | null;
  readonly since: string;
  readonly until: string;
  readonly used: string | null;
  readonly over: boolean;
  /** The key itself, for the minutes after it was made. */
  readonly secret: string | undefined;
};

async function programmesOf(ctx: Ctx, keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('api_key_programmes as k')
    .innerJoin('programmes as p', (j) => j.onRef('p.organisation_id', '=', 'k.organisation_id').onRef('p.id', '=', 'k.programme_id'))
    .select(['k.key_id as key', 'p.name'])
    .where('k.organisation_id', '=', ctx.organisation)
    .where('k.key_id', 'in', [...keys])
    .orderBy('p.name')
    .execute();
  return new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, named]) => [key, named.map(({ name }) => name)]));
}

/** Keys of the signed-in person that were not revoked, the newest first. By a key nobody sees the others. */
export async function keysOfPerson(ctx: Ctx): Promise<KeyView[]> {
  const person = personOf(ctx);
  if (person === undefined || (ctx.actor.kind === 'person' && ctx.actor.key)) return [];
  const rows = await ctx.db
    .selectFrom('api_keys')
    .selectAll()
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  const programmes = await programmesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    programmes: row.every_programme ? null : (programmes.get(row.id) ?? []),
    since: row.created_at.toISOString(),
    until: row.expires_at.toISOString(),
    used: row.used_at?.toISOString() ?? null,
    over: row.expires_at <= ctx.now,
    secret:
      row.sealed_secret && row.shown_until && row.shown_until > ctx.now
        ? unseal(integrationSettings().secret, 'api-key', row.id, row.sealed_secret)
        : undefined,
  }));
}

/** Programmes a key can be kept to. */
export async function programmesForKey(ctx: Ctx): Promise<{ readonly id: string; readonly name: string }[]> {
  return (await programmeList(ctx)).map(({ id, name }) => ({ id, name }));
}

export type OwnKey = {
  readonly id: string;
  readonly name: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly scopes: readonly string[];
  readonly programmes: readonly string[] | null;
  readonly expiresAt: Date;
};

/** What a key says of itself. */
export async function keyItself(ctx: Ctx): Promise<OwnKey | undefined> {
  if (ctx.actor.kind !== 'person' || ctx.actor.key === undefined) return undefined;
  const { programmes } = ctx.actor.key;
  const row = await ctx.db
    .selectFrom('api_keys as k')
    .innerJoin('directory.people as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.name', 'k.scopes', 'k.expires_at as expiresAt', 'p.id as person', 'p.name as personName'])
    .where('k.organisation_id', '=', ctx.organisation)
    .where('k.id', '=', ctx.actor.key.id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { person, personName, ...rest } = row;
  return { ...rest, person: { id: person, name: personName }, programmes };
}
