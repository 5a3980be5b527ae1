/** Who writes an entry and who was asked to, for those who do; and what a mailed invitation is about. */
import { sql } from 'kysely';
import type { Offer, Right } from '#core/entries/writers.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { editionById } from '#slices/programmes/index.ts';
import { entryForManager, entryForOwner } from '../views.ts';
import { sharedAs } from './rights.ts';

/** How many left for an entry since an instant, answered or not. */
export async function invitationsSince(ctx: Ctx, entry: EntryId, since: Date): Promise<number> {
  const row = await ctx.db
    .selectFrom('writer_invitations')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('created_at', '>', since)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** Those somebody wrote into beside entries of their own have whom they are of. Judging asks: nobody judges what they wrote. */
export async function writersOfEntries(ctx: Ctx, entries: readonly EntryId[]): Promise<{ entry: EntryId; person: PersonId }[]> {
  if (entries.length === 0) return [];
  return ctx.db
    .selectFrom('entry_writers')
    .select(['entry_id as entry', 'person_id as person'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', 'in', [...entries])
    .orderBy('entry_id')
    .orderBy('person_id')
    .execute();
}

function writersOf(ctx: Ctx, entry: EntryId) {
  return ctx.db
    .selectFrom('entry_writers as w')
    .innerJoin('directory.people as p', 'p.id', 'w.person_id')
    .select(['w.person_id as person', 'p.name', (e) => e.fn.coalesce('p.email', e.val('')).as('email'), 'w.rights', 'w.joined_at as since'])
    .where('w.organisation_id', '=', ctx.organisation)
    .where('w.entry_id', '=', entry)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
}

/** Nobody has answered these; those past their time are among them. */
function openInvitations(ctx: Ctx, entry: EntryId) {
  return ctx.db
    .selectFrom('writer_invitations')
    .select(['id', 'name', 'email', 'rights', 'expires_at as expiresAt'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Addresses are its owner's to see. @throws Problem for everybody the entry is not shared with */
export async function writersPage(ctx: Ctx, id: string) {
  const entry = await entryForOwner(ctx, id);
  const shared = sharedAs(entry);
  const owns = entry.may === 'owner';
  const told = (at: Date) => zonedText(at.getTime(), entry.edition.zone);
  const { programmeName, programmeSlug, name } = entry.edition;
  const writers = await writersOf(ctx, shared);
  const invitations = owns ? await openInvitations(ctx, shared) : [];
  return {
    id: shared,
    title: entry.title,
    may: entry.may,
    me: personOf(ctx),
    owner: { name: entry.owner.name, email: owns ? entry.owner.email : '' },
    edition: { programmeName, programmeSlug, name },
    writers: writers.map(({ since, rights, email, ...one }) => ({
      ...one,
      email: owns ? email : '',
      rights: rights as Right,
      since: told(since),
    })),
    invitations: invitations.map(({ expiresAt, rights, ...one }) => ({
      ...one,
      rights: rights as Offer,
      expiresAt: told(expiresAt),
      expired: expiresAt <= ctx.now,
    })),
  };
}

/** Whose an entry is, for those who run its programme, and to whom it was offered. @throws Problem for everybody else, and of a draft */
export async function ownerPage(ctx: Ctx, id: string) {
  const entry = await entryForManager(ctx, id);
  const { programmeName, programmeSlug, name, slug, zone } = entry.edition;
  const offered = (await openInvitations(ctx, entry.id)).find(({ rights }) => rights === 'owner');
  return {
    id: entry.id,
    number: entry.number ?? '',
    title: entry.title,
    owner: { name: entry.owner.name, email: entry.owner.email },
    mayChange: entry.mayChange,
    edition: { programmeName, programmeSlug, name, slug },
    offered: offered && {
      invitation: offered.id,
      name: offered.name,
      email: offered.email,
      expired: offered.expiresAt <= ctx.now,
      expiresAt: zonedText(offered.expiresAt.getTime(), zone),
    },
  };
}

export type WriterInvitation = {
  readonly programme: string;
  readonly title: string;
  readonly rights: Offer;
  readonly email: string;
  readonly name: string;
  readonly invitedBy: string;
  /** Whether the address has an account. */
  readonly known: boolean;
  /** Whether somebody else is signed in here. */
  readonly forAnother: boolean;
};

/** What a mailed invitation is about, while it works; looking at it uses nothing up. */
export async function writerInvitation(ctx: Ctx, token: string): Promise<WriterInvitation | undefined> {
  const row = await ctx.db
    .selectFrom('writer_invitations as i')
    .innerJoin('entries as e', (join) => join.onRef('e.organisation_id', '=', 'i.organisation_id').onRef('e.id', '=', 'i.entry_id'))
    .innerJoin('directory.people as by', 'by.id', 'i.invited_by')
    .leftJoin('directory.people as known', 'known.email', 'i.email')
    .select(['e.edition_id as edition', 'e.title', 'i.rights', 'i.email', 'i.name', 'by.name as invitedBy', 'known.id as person'])
    .where('i.organisation_id', '=', ctx.organisation)
    .where('i.token_hash', '=', hashToken(token))
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', ctx.now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { person, edition: id, rights, ...rest } = row;
  const edition = await editionById(ctx, id);
  const signedIn = personOf(ctx);
  return {
    ...rest,
    programme: edition ? `${edition.programmeName} ${edition.name}` : '',
    rights: rights as Offer,
    known: person !== null,
    forAnother: signedIn !== undefined && signedIn !== person,
  };
}

/** Those of these entries the actor entered or is let write: of what is their own, nobody decides. */
export async function ownAmong(ctx: Ctx, entries: readonly EntryId[]): Promise<ReadonlySet<EntryId>> {
  const person = personOf(ctx);
  if (person === undefined || entries.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('entries')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', sql<EntryId>`any(${[...entries]}::uuid[])`)
    .where('owner_id', '=', person)
    .union(
      ctx.db
        .selectFrom('entry_writers')
        .select('entry_id as id')
        .where('organisation_id', '=', ctx.organisation)
        .where('entry_id', '=', sql<EntryId>`any(${[...entries]}::uuid[])`)
        .where('person_id', '=', person),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
