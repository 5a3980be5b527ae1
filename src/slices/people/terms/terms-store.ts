/** Every statement that writes terms and what people agreed to. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import type { TermsKind } from '../schemas.ts';

/**
 * The number in force, 0 before the first. Whoever publishes waits at the organisation's row, and reads only then: a row that is waited
 * for and replaced meanwhile would be found nowhere.
 */
export async function lockVersion(ctx: Ctx, kind: TermsKind): Promise<number> {
  await ctx.db.selectFrom('directory.organisations').select('id').where('id', '=', ctx.organisation).forNoKeyUpdate().execute();
  const current = await ctx.db
    .selectFrom('terms')
    .select('version')
    .where('organisation_id', '=', ctx.organisation)
    .where('kind', '=', kind)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return current?.version ?? 0;
}

export async function replaceTerms(ctx: Ctx, kind: TermsKind, version: number, body: string): Promise<void> {
  await ctx.db
    .updateTable('terms')
    .set({ replaced_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('kind', '=', kind)
    .where('replaced_at', 'is', null)
    .execute();
  await ctx.db.insertInto('terms').values({ organisation_id: ctx.organisation, kind, version, body, published_at: ctx.now }).execute();
}

/** Agreeing twice is agreeing once; the first instant stays. */
export async function insertAcceptance(ctx: Ctx, person: PersonId, kind: TermsKind, version: number): Promise<void> {
  await ctx.db
    .insertInto('acceptances')
    .values({ organisation_id: ctx.organisation, person_id: person, kind, version, accepted_at: ctx.now })
    .onConflict((c) => c.doNothing())
    .execute();
}
