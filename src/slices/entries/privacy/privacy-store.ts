/** Every statement that takes or moves what entries hold of a person. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { letGo } from '#slices/files/index.ts';
import { type Marks, struckOut } from '#slices/people/index.ts';

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
}

/** Why one was opened again, sent back or ruled out may say much of whoever wrote it. */
async function blankReasons(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  for (const blanking of others) await blanking(ctx, entries);
  await sql`update entry_reopenings set reason = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}

async function deleteAnswers(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
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
}

export async function moveEntries(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update entries set owner_id = ${into} where organisation_id = ${ctx.organisation} and owner_id = ${from}`.execute(ctx.db);
}
