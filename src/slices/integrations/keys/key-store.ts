/** Every statement that writes or locks API keys. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Scope } from '#core/access/scopes.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { OrganisationId, PersonId, ProgrammeId } from '#platform/ids.ts';

export function hashKey(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

export async function countKeys(ctx: Ctx, person: PersonId): Promise<number> {
  const row = await ctx.db
    .selectFrom('api_keys')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

type NewKey = {
  readonly id: string;
  readonly person: PersonId;
  readonly name: string;
  readonly secret: string;
  readonly sealed: Buffer;
  readonly shownUntil: Date;
  readonly expiresAt: Date;
  readonly scopes: readonly Scope[];
  readonly programmes: readonly ProgrammeId[];
};

export async function insertKey(ctx: Ctx, key: NewKey): Promise<void> {
  await ctx.db
    .insertInto('api_keys')
    .values({
      organisation_id: ctx.organisation,
      id: key.id,
      person_id: key.person,
      name: key.name,
      prefix: key.secret.slice(8, 14),
      secret_hash: hashKey(key.secret),
      sealed_secret: key.sealed,
      shown_until: key.shownUntil,
      scopes: [...key.scopes],
      every_programme: key.programmes.length === 0,
      created_at: ctx.now,
      expires_at: key.expiresAt,
    })
    .execute();
  if (key.programmes.length === 0) return;
  const rows = [...new Set(key.programmes)].map((programme) => ({
    organisation_id: ctx.organisation,
    key_id: key.id,
    programme_id: programme,
  }));
  await ctx.db.insertInto('api_key_programmes').values(rows).execute();
}

/** A key of the actor's that still works, locked. */
export async function lockOwnKey(ctx: Ctx, id: string): Promise<{ readonly id: string } | undefined> {
  const person = personOf(ctx);
  if (person === undefined) return undefined;
  return ctx.db
    .selectFrom('api_keys')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function markHidden(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('api_keys')
    .set({ sealed_secret: null, shown_until: null })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export async function markRevoked(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('api_keys')
    .set({ revoked_at: ctx.now, sealed_secret: null, shown_until: null })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** Written once a minute at most, and who writes it has it: nothing needs to be shown any more. */
export async function noteKeyUse(database: Database, organisation: OrganisationId, id: string, now: Date): Promise<void> {
  await database.db
    .updateTable('api_keys')
    .set({ used_at: now, sealed_secret: null, shown_until: null })
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .execute();
}

/** What a person called their keys goes with them; the keys are dead already, because nobody stands behind them. */
export async function deleteKeysOf(ctx: Ctx, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return;
  await ctx.db
    .deleteFrom('api_keys')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', 'in', [...people])
    .execute();
}

/** New keys nobody asked to see within their minutes are not shown again. */
export async function forgetShown(database: Database, organisation: OrganisationId): Promise<void> {
  await database.db
    .updateTable('api_keys')
    .set({ sealed_secret: null, shown_until: null })
    .where('organisation_id', '=', organisation)
    .where('shown_until', '<', sql<Date>`plaudit.plaudit_now()`)
    .execute();
}
