/** Every statement that writes who was asked for a letter, and what they wrote. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';
import type { Marks } from '#slices/people/index.ts';

export type NewRequest = {
  readonly entry: EntryId;
  readonly email: string;
  readonly name: string;
  readonly relation: string;
  readonly message: string;
  readonly confidential: boolean;
  readonly by: PersonId;
};

/** The caller has locked the entry. */
export async function insertRequest(ctx: Ctx, { entry, by, ...asked }: NewRequest): Promise<string> {
  const id = ctx.ids.random();
  await ctx.db
    .insertInto('letter_requests')
    .values({ organisation_id: ctx.organisation, id, entry_id: entry, ...asked, asked_by: by, asked_at: ctx.now })
    .execute();
  return id;
}

/** One for each mail: those before go on working. */
export async function insertLink(ctx: Ctx, request: string, token: string): Promise<void> {
  await ctx.db
    .insertInto('letter_links')
    .values({ organisation_id: ctx.organisation, token_hash: hashToken(token), request_id: request, made_at: ctx.now })
    .execute();
}

const requestColumns = [
  'id',
  'entry_id as entry',
  'email',
  'name',
  'relation',
  'message',
  'answer',
  'confidential',
  'asked_by as askedBy',
  'asked_at as askedAt',
  'reminded_at as remindedAt',
  'written_at as writtenAt',
  'version',
  'declined_at as declinedAt',
  'withdrawn_at as withdrawnAt',
] as const;

export type Request = {
  readonly id: string;
  readonly entry: EntryId;
  readonly email: string;
  readonly name: string;
  readonly relation: string;
  readonly message: string;
  /** The letter; of one that declined, what they said to that. */
  readonly answer: string;
  readonly confidential: boolean;
  readonly askedBy: PersonId;
  readonly askedAt: Date;
  readonly remindedAt: Date | null;
  readonly writtenAt: Date | null;
  readonly version: number;
  readonly declinedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** The caller has locked the entry, and so every request for it. */
export async function requestOf(ctx: Ctx, entry: EntryId, id: string): Promise<Request | undefined> {
  return ctx.db
    .selectFrom('letter_requests')
    .select(requestColumns)
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What a mailed link leads to; reading it uses nothing up. */
export async function requestBehind(ctx: Ctx, token: string): Promise<Request | undefined> {
  return ctx.db
    .selectFrom('letter_requests')
    .select(requestColumns)
    .where('organisation_id', '=', ctx.organisation)
    .where('id', 'in', (q) =>
      q
        .selectFrom('letter_links')
        .select('request_id')
        .where('organisation_id', '=', ctx.organisation)
        .where('token_hash', '=', hashToken(token)),
    )
    .executeTakeFirst();
}

/** How many of an entry wait or arrived, and how many mails asked for one since an instant. */
export async function countRequests(ctx: Ctx, entry: EntryId, since: Date): Promise<{ open: number; mails: number }> {
  const { rows } = await sql<{ open: number; mails: number }>`
    select count(*) filter (where r.declined_at is null and r.withdrawn_at is null)::int as open,
           coalesce(sum((select count(*) from letter_links l
             where l.organisation_id = r.organisation_id and l.request_id = r.id and l.made_at > ${since})), 0)::int as mails
      from letter_requests r where r.organisation_id = ${ctx.organisation} and r.entry_id = ${entry}`.execute(ctx.db);
  return rows[0] ?? { open: 0, mails: 0 };
}

/** Whether an address was asked and not let go. */
export async function wasAsked(ctx: Ctx, entry: EntryId, email: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('letter_requests')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('email', '=', email)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

const update = (ctx: Ctx, id: string) =>
  ctx.db.updateTable('letter_requests').where('organisation_id', '=', ctx.organisation).where('id', '=', id);

export async function markReminded(ctx: Ctx, id: string): Promise<void> {
  await update(ctx, id).set({ reminded_at: ctx.now }).execute();
}

export async function markRequestWithdrawn(ctx: Ctx, id: string): Promise<void> {
  await update(ctx, id).set({ withdrawn_at: ctx.now }).execute();
}

/** Written for the first time, or anew: when it first arrived stays. */
export async function markWritten(ctx: Ctx, { id, version, writtenAt }: Request, text: string, sha256: Buffer): Promise<void> {
  await update(ctx, id)
    .set({ answer: text, text_hash: sha256, version: version + 1, written_at: writtenAt ?? ctx.now, declined_at: null })
    .execute();
}

/** A letter that had arrived is taken back by it. */
export async function markDeclined(ctx: Ctx, { id, version }: Request, words: string): Promise<void> {
  await update(ctx, id)
    .set({ answer: words, text_hash: null, version: version + 1, written_at: null, declined_at: ctx.now })
    .execute();
}

/** Without whom they went to and what was written; nobody is waited for any more. */
const blanked = sql`email = '', name = '', relation = '', message = '', answer = '',
       withdrawn_at = case when written_at is null and declined_at is null then coalesce(withdrawn_at, plaudit.plaudit_now()) end`;

/** They go with the words of the entry. */
export async function blankLetters(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`update letter_requests set ${blanked}
     where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}

/** What somebody wrote for others' entries. What they asked of others is of the entry. */
export async function forgetReferee(ctx: Ctx, { addresses }: Marks): Promise<void> {
  await sql`update letter_requests set ${blanked}
     where organisation_id = ${ctx.organisation} and email = any (${addresses}::text[])`.execute(ctx.db);
}

export type LetterRow = Pick<Request, 'name' | 'email' | 'relation' | 'message' | 'answer' | 'confidential' | 'askedAt' | 'writtenAt'> & {
  readonly entry: EntryId;
  readonly declinedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** To an address, by whatever entry. */
export async function lettersTo(ctx: Ctx, addresses: readonly string[]): Promise<LetterRow[]> {
  if (addresses.length === 0) return [];
  return ctx.db
    .selectFrom('letter_requests')
    .select(requestColumns)
    .where('organisation_id', '=', ctx.organisation)
    .where('email', 'in', [...addresses])
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}
