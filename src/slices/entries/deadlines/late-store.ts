/** Every statement on who redeemed late codes. */
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';

export async function insertRedemption(ctx: Ctx, redemption: { edition: EditionId; key: string; person: PersonId }): Promise<void> {
  const { edition, key, person } = redemption;
  await ctx.db
    .insertInto('late_redemptions')
    .values({ organisation_id: ctx.organisation, edition_id: edition, key, person_id: person, redeemed_at: ctx.now })
    .execute();
}

/** The late codes somebody redeemed in an edition. */
export async function redeemedBy(ctx: Ctx, edition: EditionId, person: PersonId): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('late_redemptions')
    .select('key')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('person_id', '=', person)
    .execute();
  return rows.map(({ key }) => key);
}

export type Redemption = { readonly person: PersonId; readonly key: string; readonly at: Date };

/** Everybody's of an edition. */
export async function redemptionsIn(ctx: Ctx, edition: EditionId): Promise<Redemption[]> {
  return ctx.db
    .selectFrom('late_redemptions')
    .select(['person_id as person', 'key', 'redeemed_at as at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .orderBy('redeemed_at')
    .orderBy('key')
    .execute();
}

/** How often a late code was redeemed; the caller holds the edition, so that nobody redeems one meanwhile. */
export async function countRedemptions(ctx: Ctx, edition: EditionId, key: string): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('late_redemptions')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return Number(n);
}
