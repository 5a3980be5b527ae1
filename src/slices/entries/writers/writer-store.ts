/** Every statement that writes who may write an entry, and who was asked to. */
import type { Offer, Right } from '#core/entries/writers.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';

const life = 30 * 86_400_000;

/** Whoever has a right already has this one from now on. */
export async function insertWriter(ctx: Ctx, entry: EntryId, person: PersonId, rights: Right): Promise<void> {
  await ctx.db
    .insertInto('entry_writers')
    .values({ organisation_id: ctx.organisation, entry_id: entry, person_id: person, rights, joined_at: ctx.now })
    .onConflict((c) => c.columns(['organisation_id', 'entry_id', 'person_id']).doUpdateSet({ rights }))
    .execute();
}

/** False where there is nobody to change. */
export async function markRights(ctx: Ctx, entry: EntryId, person: PersonId, rights: Right): Promise<boolean> {
  const row = await ctx.db
    .updateTable('entry_writers')
    .set({ rights })
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('person_id', '=', person)
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** False where there is nobody to take it from. */
export async function deleteWriter(ctx: Ctx, entry: EntryId, person: PersonId): Promise<boolean> {
  const row = await ctx.db
    .deleteFrom('entry_writers')
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('person_id', '=', person)
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

export type NewInvitation = {
  readonly entry: EntryId;
  readonly email: string;
  readonly name: string;
  readonly rights: Offer;
  readonly token: string;
  readonly by: PersonId;
};

/** The link sent to the same address before stops working; an entry is offered to one person at a time. */
export async function insertInvitation(ctx: Ctx, { entry, email, name, rights, token, by }: NewInvitation): Promise<string> {
  const id = ctx.ids.random();
  await ctx.db
    .updateTable('writer_invitations')
    .set({ withdrawn_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where((e) => (rights === 'owner' ? e.or([e('email', '=', email), e('rights', '=', 'owner')]) : e('email', '=', email)))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  await ctx.db
    .insertInto('writer_invitations')
    .values({
      organisation_id: ctx.organisation,
      id,
      entry_id: entry,
      email,
      name,
      rights,
      token_hash: hashToken(token),
      invited_by: by,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + life),
    })
    .execute();
  return id;
}

type OpenInvitation = { readonly id: string; readonly entry: EntryId; readonly email: string; readonly rights: Offer };

/** Whose entry is to be locked before the invitation is, as by all who invite and withdraw. */
export async function entryOfInvitation(ctx: Ctx, token: string): Promise<EntryId | undefined> {
  const row = await ctx.db
    .selectFrom('writer_invitations')
    .select('entry_id')
    .where('organisation_id', '=', ctx.organisation)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row?.entry_id;
}

/** The invitation, locked, while it works: unused, not withdrawn and in time. Of two that come at once the second finds it used. */
export async function lockInvitation(ctx: Ctx, token: string): Promise<OpenInvitation | undefined> {
  const row = await ctx.db
    .selectFrom('writer_invitations')
    .select(['id', 'entry_id as entry', 'email', 'rights'])
    .where('organisation_id', '=', ctx.organisation)
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, rights: row.rights as Offer };
}

export async function markInvitationAccepted(ctx: Ctx, id: string, person: PersonId): Promise<void> {
  await ctx.db
    .updateTable('writer_invitations')
    .set({ accepted_at: ctx.now, accepted_by: person })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** Its next version goes with it. */
export async function markOwner(ctx: Ctx, entry: EntryId, owner: PersonId): Promise<void> {
  await ctx.db
    .updateTable('entries')
    .set({ owner_id: owner })
    .where('organisation_id', '=', ctx.organisation)
    .where((e) => e.or([e('id', '=', entry), e('next_of', '=', entry)]))
    .execute();
}

/** False where nobody waits for it any more, or it is to something else than `only`. */
export async function markInvitationWithdrawn(ctx: Ctx, entry: EntryId, id: string, only?: Offer): Promise<boolean> {
  const row = await ctx.db
    .updateTable('writer_invitations')
    .set({ withdrawn_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('id', '=', id)
    .$if(only !== undefined, (q) => q.where('rights', '=', only ?? null))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
