/** Every statement that takes or moves what entries hold of a person. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { letGo } from '#slices/files/index.ts';
import { type Marks, struckOut } from '#slices/people/index.ts';
import { blankReferences } from '../importing/import-store.ts';
import { blankItems } from '../items/item-store.ts';
import { blankLetters, forgetReferee } from '../letters/letter-store.ts';
import { forgetLinks } from '../links/link-store.ts';
import { keepFound } from '../listing/search-store.ts';
import { blankThreads, forgetInThreads, moveThreads } from '../threads/thread-store.ts';

type Blanking = (ctx: Ctx, entries: readonly EntryId[]) => Promise<void>;

const others: Blanking[] = [];

/** Called once a process by each slice that keeps words about entries: what they say of one goes when it does. */
export function letBlank(blanking: Blanking): void {
  others.push(blanking);
}

/** What the entrant wrote and sent, in every version; the entry itself stays with its number and what was decided. */
export async function blankEntries(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`update entries set title = '', nominee = '', body = '', note = ''
    where organisation_id = ${ctx.organisation} and id = any (${entries}::uuid[])`.execute(ctx.db);
  await sql`update entry_history set title = '', nominee = '', body = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
  await blankReasons(ctx, entries);
  await deleteAnswers(ctx, entries);
  await deleteFiles(ctx, entries);
  await forgetWritersOf(ctx, entries);
  await forgetFound(ctx, entries);
}

/** Why one was opened again, moved, sent back or ruled out may say much of whoever wrote it. */
async function blankReasons(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  for (const blanking of others) await blanking(ctx, entries);
  await blankThreads(ctx, entries);
  await sql`update entry_reopenings set reason = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
  await blankItems(ctx, entries);
  await blankReferences(ctx, entries);
  await blankLetters(ctx, entries);
  await sql`update entry_moves set reason = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}

async function deleteAnswers(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await forgetLinks(ctx, entries);
  await sql`delete from entry_answers where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}

/** The bytes go once no row refers to them, whoever's it is. */
async function deleteFiles(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  const { rows } = await sql<{ sha256: Buffer | null }>`delete from entry_files
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[]) returning sha256`.execute(ctx.db);
  for (const { sha256 } of rows) if (sha256) await letGo(ctx, sha256.toString('hex'));
}

const pattern = (text: string) => text.replaceAll(/[^\p{L}\p{N}\s]/gu, (sign) => `\\${sign}`);

/** What won was announced with nominee and title: these stay, without the name of whoever is erased. All else goes. */
export async function blankAwarded(ctx: Ctx, entries: readonly EntryId[], { name }: Marks): Promise<void> {
  if (entries.length === 0) return;
  const said = name.length < 3 ? '$.^' : pattern(name);
  await sql`with kept as (
      update entries set nominee = regexp_replace(nominee, ${said}, ${struckOut}, 'gi'), title = regexp_replace(title, ${said}, ${struckOut}, 'gi'),
             body = '', note = ''
       where organisation_id = ${ctx.organisation} and id = any (${entries}::uuid[]) returning organisation_id, id, title, nominee)
    update entry_history h set title = kept.title, nominee = kept.nominee, body = '' from kept
     where h.organisation_id = kept.organisation_id and h.organisation_id = ${ctx.organisation} and h.entry_id = kept.id`.execute(ctx.db);
  await blankReasons(ctx, entries);
  await deleteAnswers(ctx, entries);
  await deleteFiles(ctx, entries);
  await forgetWritersOf(ctx, entries);
  await forgetFound(ctx, entries);
}

/** They are found again by what they still say, once everything that goes is gone. */
async function forgetFound(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`delete from entry_search where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}

/** What somebody was given of others' entries goes, and so does where they were written to; what they wrote in them is the owners'. */
export async function forgetWriter(ctx: Ctx, marks: Marks): Promise<void> {
  const { ids, addresses } = marks;
  await forgetInThreads(ctx, marks);
  await forgetReferee(ctx, marks);
  await sql`delete from entry_writers where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
  await sql`update writer_invitations
       set email = '', name = '', withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, ${ctx.now}) end
     where organisation_id = ${ctx.organisation} and (email = any (${addresses}::text[]) or accepted_by = any (${ids}::uuid[]))`.execute(
    ctx.db,
  );
}

/** Nobody opens what was blanked: those it was shared with and those who were asked go with its words. */
async function forgetWritersOf(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`delete from entry_writers where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
  await sql`update writer_invitations
       set email = '', name = '', withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, ${ctx.now}) end
     where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}

/** Invitations nobody can accept any more, and those long answered, without whom they went to. */
export async function forgetInvitations(ctx: Ctx, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`update writer_invitations
       set email = '', name = '', withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, ${ctx.now}) end
     where organisation_id = ${ctx.organisation} and expires_at < ${before} and email <> ''`.execute(ctx.db);
  return Number(numAffectedRows);
}

/** Of two accounts of one person an entry has one writer: its owner, or whoever had a right before. */
async function moveWriters(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`insert into entry_writers (organisation_id, entry_id, person_id, rights, joined_at)
    select w.organisation_id, w.entry_id, ${into}::uuid, w.rights, w.joined_at from entry_writers w
     where w.organisation_id = ${ctx.organisation} and w.person_id = ${from} on conflict do nothing`.execute(ctx.db);
  await sql`delete from entry_writers where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
  await sql`delete from entry_writers w using entries e where w.organisation_id = ${ctx.organisation} and w.person_id = ${into}
      and e.organisation_id = w.organisation_id and e.id = w.entry_id and e.owner_id = w.person_id`.execute(ctx.db);
  await sql`update writer_invitations set accepted_by = ${into}
     where organisation_id = ${ctx.organisation} and accepted_by = ${from}`.execute(ctx.db);
}

export async function moveEntries(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  const { rows } = await sql<{ id: EntryId }>`update entries set owner_id = ${into}
     where organisation_id = ${ctx.organisation} and owner_id = ${from} returning id`.execute(ctx.db);
  await keepFound(
    ctx,
    rows.map(({ id }) => id),
  );
  await moveWriters(ctx, from, into);
  await moveThreads(ctx, from, into);
}
