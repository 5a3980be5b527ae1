/** Every statement that writes or locks contents and uploads. */
import { sql } from 'kysely';
import { type Ctx, personOf } from '#platform/context.ts';
import type { Db } from '#platform/database/db.server.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import type { ContentState, Kept } from './schemas.ts';

/** The content's row, made with the first reference to it; says in which state it is. */
export async function countReference(ctx: Ctx, kept: Omit<Kept, 'name'>, state: ContentState): Promise<ContentState> {
  const { sha256, bytes, mediaType, facts } = kept;
  const { rows } = await sql<{ state: ContentState }>`
    insert into contents as c (organisation_id, hash, bytes, media_type, state, facts, refers, kept_at)
    values (${ctx.organisation}, ${Buffer.from(sha256, 'hex')}, ${bytes}, ${mediaType}, ${state}, ${JSON.stringify(facts)}, 1, ${ctx.now})
    on conflict (organisation_id, hash) do update set refers = c.refers + 1
    returning c.state`.execute(ctx.db);
  return rows[0]?.state ?? state;
}

export async function uncountReference(ctx: Ctx, sha256: string): Promise<void> {
  await ctx.db
    .updateTable('contents')
    .set({ refers: sql`refers - 1`, kept_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('hash', '=', Buffer.from(sha256, 'hex'))
    .execute();
}

export type Upload = { readonly owner: PersonId; readonly kind: string; readonly subject: string; readonly name: string };
export type NewUpload = Omit<Upload, 'owner'> & { readonly bytes: number; readonly expiresAt: Date };

export async function insertUpload(ctx: Ctx, upload: NewUpload): Promise<string> {
  const id = ctx.ids.random();
  const person = personOf(ctx);
  if (person === undefined) throw new Error('only people send files');
  const { kind, subject, name, bytes, expiresAt } = upload;
  await ctx.db
    .insertInto('uploads')
    .values({
      organisation_id: ctx.organisation,
      id,
      person_id: person,
      subject_kind: kind,
      subject_id: subject,
      name,
      bytes: String(bytes),
      started_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute();
  return id;
}

export async function lockUpload(ctx: Ctx, id: string): Promise<Upload | undefined> {
  const row = await ctx.db
    .selectFrom('uploads')
    .select(['person_id as owner', 'subject_kind as kind', 'subject_id as subject', 'name'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst();
  return row;
}

export async function deleteUpload(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('uploads').where('organisation_id', '=', ctx.organisation).where('id', '=', id).execute();
}

export async function markKept(ctx: Ctx, id: string, kept: object): Promise<void> {
  await ctx.db
    .updateTable('uploads')
    .set({ kept: JSON.stringify(kept) })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** Whether it had not been used before. */
export async function markUsed(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update uploads set kept = kept || '{"used": true}'
     where organisation_id = ${ctx.organisation} and id = ${id} and kept is not null and not kept ? 'used' returning 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Those that were waited for long enough. */
export async function deleteExpired(db: Db, organisation: OrganisationId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from uploads where organisation_id = ${organisation} and expires_at <= plaudit.plaudit_now() returning id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Contents whose last reference went, or never came, before an instant: the bytes go with the sweep. */
export async function deleteUnreferred(db: Db, organisation: OrganisationId, before: Date): Promise<void> {
  await sql`delete from contents where organisation_id = ${organisation} and refers = 0 and kept_at < ${before}`.execute(db);
}

export async function lockContent(ctx: Ctx, sha256: string): Promise<{ readonly state: ContentState } | undefined> {
  const row = await ctx.db
    .selectFrom('contents')
    .select('state')
    .where('organisation_id', '=', ctx.organisation)
    .where('hash', '=', Buffer.from(sha256, 'hex'))
    .forUpdate()
    .executeTakeFirst();
  return row && { state: row.state as ContentState };
}

export async function markFinding(ctx: Ctx, sha256: string, state: ContentState, finding: string): Promise<void> {
  await ctx.db
    .updateTable('contents')
    .set({ state, finding, checked_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('hash', '=', Buffer.from(sha256, 'hex'))
    .execute();
}

/** What two accounts of one person are sending is sent by the one that stays. */
export async function moveUploads(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update uploads set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
}

export async function deleteUploadsOf(ctx: Ctx, people: readonly PersonId[]): Promise<void> {
  await sql`delete from uploads where organisation_id = ${ctx.organisation} and person_id = any (${people}::uuid[])`.execute(ctx.db);
}
