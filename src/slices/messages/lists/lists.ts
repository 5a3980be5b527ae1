/** Mails of a programme as its organisers see them: whom to, what kind, how far. What a mail says is its reader's. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import { escapeLike, readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { EditionId, ProgrammeId } from '#platform/ids.ts';
import { editionMails } from '#platform/mails.ts';
import type { ListQuery } from './list-address.ts';

const pageSize = 50;

export const mailStates = ['queued', 'held', 'sent', 'kept', 'refused', 'failed', 'bounced', 'withheld'] as const;
export type MailState = (typeof mailStates)[number];

/** Kinds of mail there are for programmes, for the filter. */
export const kindsOfList = () => ['programmes.invitation', ...editionMails().keys()];

/** Its programme's mails, of this edition or of none. */
export type MailScope = { readonly programme: ProgrammeId; readonly id: EditionId };

export type MailLine = {
  readonly id: string;
  readonly mail: string;
  readonly recipient: string;
  readonly subject: string | null;
  readonly state: MailState;
  readonly batch: string | null;
  readonly attempts: number;
  readonly doubts: number;
  readonly reason: string | null;
  readonly nextAt: Date | null;
  readonly createdAt: Date;
};

const within = (ctx: Ctx, { programme, id }: MailScope) => sql`o.organisation_id = ${ctx.organisation} and o.programme_id = ${programme}
  and (o.edition_id = ${id} or o.edition_id is null)`;

function conditions({ search, kind, state, batch, after }: ListQuery) {
  const cursor = readCursor(after, 'instant');
  const like = search?.trim() ? `%${escapeLike(search.trim())}%` : undefined;
  const all = [
    ...(like ? [sql`(o.recipient ilike ${like} or o.subject ilike ${like})`] : []),
    ...(kind ? [sql`o.mail = ${kind}`] : []),
    ...(state ? [sql`o.state = ${state}`] : []),
    ...(batch ? [sql`o.batch_id = ${batch}::uuid`] : []),
    ...(cursor ? [sql`(o.created_at, o.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
  ];
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

type MailPage = { readonly mails: readonly MailLine[]; readonly next: string | undefined };

/** One page, newest first; whoever calls has asked who reads. */
export async function mailList(ctx: Ctx, scope: MailScope, query: ListQuery): Promise<MailPage> {
  const { rows } = await sql<MailLine & { readonly cursor: string }>`
    select o.id, o.mail, o.recipient, o.subject, o.state, o.batch_id as batch, o.attempts, o.doubts, o.last_error as reason,
      o.next_at as "nextAt", o.created_at as "createdAt", o.created_at::text as cursor
    from outbox o where ${within(ctx, scope)} and ${conditions(query)}
    order by o.created_at desc, o.id desc limit ${pageSize + 1}`.execute(ctx.db);
  const mails = rows.slice(0, pageSize);
  const last = mails.at(-1);
  return { mails, next: rows.length > pageSize && last ? writeCursor(last.cursor, last.id) : undefined };
}

export type MailCounts = { readonly all: number; readonly left: number; readonly kept: number; readonly troubled: number };

export async function mailCounts(ctx: Ctx, scope: MailScope): Promise<MailCounts> {
  const { rows } = await sql<MailCounts>`select count(*)::int as all, count(*) filter (where o.state in ('sent', 'bounced'))::int as left,
      count(*) filter (where o.state = 'kept')::int as kept,
      count(*) filter (where o.state in ('refused', 'failed', 'bounced') or o.held_for = 'address')::int as troubled
    from outbox o where ${within(ctx, scope)}`.execute(ctx.db);
  return rows[0] ?? { all: 0, left: 0, kept: 0, troubled: 0 };
}

export type DeadAddress = {
  readonly address: string;
  readonly hard: boolean;
  readonly returns: number;
  readonly reason: string;
  readonly lastAt: Date;
  /** Mails that wait for it. */
  readonly held: number;
};

/** Addresses this programme wrote to and mail came back from, the newest first; a hundred at most. */
export async function deadAddresses(ctx: Ctx, programme: ProgrammeId): Promise<DeadAddress[]> {
  const { rows } = await sql<DeadAddress>`
    select r.address, r.hard, r.returns, r.reason, r.last_at as "lastAt",
      (select count(*)::int from outbox h where h.organisation_id = ${ctx.organisation} and lower(h.recipient) = r.address
        and h.held_for = 'address') as held
    from mail_returns r where r.organisation_id = ${ctx.organisation} and exists (select from outbox o
      where o.organisation_id = ${ctx.organisation} and lower(o.recipient) = r.address and o.programme_id = ${programme})
    order by r.last_at desc, r.address limit 100`.execute(ctx.db);
  return rows;
}
