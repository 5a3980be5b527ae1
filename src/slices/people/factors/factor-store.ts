/** Every statement that writes or locks factors and recovery codes. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

const minute = 60_000;
/** New recovery codes can be looked at for so long, unless their owner says before that they are kept. */
const freshLife = 15 * minute;

export type Authenticator = { readonly id: string; readonly sealedSecret: Buffer; readonly lastStep: number | undefined };

/** Of the person, locked: those that count, or the one still to be confirmed. */
export async function lockAuthenticators(ctx: Ctx, person: PersonId, { confirmed }: { confirmed: boolean }): Promise<Authenticator[]> {
  const rows = await ctx.db
    .selectFrom('directory.factors')
    .select(['id', 'sealed_secret', 'last_step'])
    .where('person_id', '=', person)
    .where('kind', '=', 'authenticator')
    .where('confirmed_at', confirmed ? 'is not' : 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.flatMap(({ id, sealed_secret: sealed, last_step: step }) =>
    sealed ? [{ id, sealedSecret: sealed, lastStep: step === null ? undefined : Number(step) }] : [],
  );
}

export async function deleteUnconfirmed(ctx: Ctx, person: PersonId): Promise<void> {
  await ctx.db.deleteFrom('directory.factors').where('person_id', '=', person).where('confirmed_at', 'is', null).execute();
}

type NewAuthenticator = { readonly id: string; readonly name: string; readonly sealedSecret: Buffer };

export async function insertAuthenticator(ctx: Ctx, person: PersonId, { id, name, sealedSecret }: NewAuthenticator): Promise<void> {
  const facts = { id, person_id: person, kind: 'authenticator', name, created_at: ctx.now };
  await ctx.db
    .insertInto('directory.factors')
    .values({ ...facts, sealed_secret: sealedSecret })
    .execute();
}

/** The step of the code that was given is used up; so are those before it. */
export async function markAuthenticatorUsed(ctx: Ctx, id: string, step: number): Promise<void> {
  await ctx.db
    .updateTable('directory.factors')
    .set({ last_step: String(step), used_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

export async function markConfirmed(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.updateTable('directory.factors').set({ confirmed_at: ctx.now }).where('id', '=', id).execute();
}

export type OwnFactor = { readonly id: string; readonly kind: string; readonly name: string };

export async function lockFactor(ctx: Ctx, person: PersonId, id: string): Promise<OwnFactor | undefined> {
  return ctx.db
    .selectFrom('directory.factors')
    .select(['id', 'kind', 'name'])
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function deleteFactor(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('directory.factors').where('id', '=', id).execute();
}

export async function deleteFactorsSince(ctx: Ctx, person: PersonId, since: Date): Promise<void> {
  await ctx.db.deleteFrom('directory.factors').where('person_id', '=', person).where('created_at', '>=', since).execute();
}

/** Everything that could be asked for beside a password; answers how many factors counted. */
export async function deleteAllFactors(ctx: Ctx, person: PersonId): Promise<number> {
  await deleteRecoveryCodes(ctx, person);
  const gone = await ctx.db.deleteFrom('directory.factors').where('person_id', '=', person).returning('confirmed_at').execute();
  return gone.filter(({ confirmed_at }) => confirmed_at !== null).length;
}

export async function deleteRecoveryCodes(ctx: Ctx, person: PersonId): Promise<void> {
  await ctx.db.deleteFrom('directory.recovery_codes').where('person_id', '=', person).execute();
  await hideFreshCodes(ctx, person);
}

/** New codes take the place of all before them. */
export async function replaceRecoveryCodes(ctx: Ctx, person: PersonId, hashes: readonly Buffer[], sealed: Buffer): Promise<void> {
  await deleteRecoveryCodes(ctx, person);
  await ctx.db
    .insertInto('directory.recovery_codes')
    .values(hashes.map((code_hash) => ({ code_hash, person_id: person, created_at: ctx.now })))
    .execute();
  await ctx.db
    .insertInto('directory.fresh_recovery_codes')
    .values({ person_id: person, sealed_codes: sealed, expires_at: new Date(ctx.now.getTime() + freshLife) })
    .execute();
}

export async function hideFreshCodes(ctx: Ctx, person: PersonId): Promise<void> {
  await ctx.db.deleteFrom('directory.fresh_recovery_codes').where('person_id', '=', person).execute();
}

/** Uses one up; false when it is none of theirs or was used. */
export async function takeRecoveryCode(ctx: Ctx, person: PersonId, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('directory.recovery_codes')
    .set({ used_at: ctx.now })
    .where('code_hash', '=', hash)
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
