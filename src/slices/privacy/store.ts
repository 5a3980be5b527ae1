/** Every statement that writes or locks requests, holds and rules of retention. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import type { Marks } from '#slices/people/index.ts';
import type { RequestKind, RequestState } from './schemas.ts';

export type Request = {
  readonly id: string;
  readonly person: PersonId;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly askedBy: PersonId | null;
  readonly reason: string;
  readonly dueAt: Date;
  readonly sha256: Buffer | null;
  readonly bytes: string | null;
};

type NewRequest = Pick<Request, 'person' | 'kind' | 'reason' | 'dueAt' | 'askedBy'>;

/** Undefined where one of the kind is open already. */
export async function insertRequest(ctx: Ctx, { person, kind, reason, dueAt, askedBy }: NewRequest): Promise<string | undefined> {
  const id = ctx.ids.random();
  const { rows } = await sql<{ id: string }>`
    insert into privacy_requests (organisation_id, id, person_id, kind, state, asked_by, reason, created_at, due_at)
    values (${ctx.organisation}, ${id}, ${person}, ${kind}, 'waiting', ${askedBy}, ${reason}, ${ctx.now}, ${dueAt})
    on conflict do nothing returning id`.execute(ctx.db);
  return rows[0]?.id;
}

export async function lockRequest(ctx: Ctx, id: string): Promise<Request | undefined> {
  const { rows } = await sql<Request>`
    select id, person_id as person, kind, state, asked_by as "askedBy", reason, due_at as "dueAt", sha256, bytes from privacy_requests
     where organisation_id = ${ctx.organisation} and id = ${id} for update`.execute(ctx.db);
  return rows[0];
}

type Made = { readonly sha256: string; readonly bytes: number; readonly until: Date };

export async function markReady(ctx: Ctx, id: string, { sha256, bytes, until }: Made): Promise<void> {
  await sql`update privacy_requests set state = 'ready', sha256 = ${Buffer.from(sha256, 'hex')}, bytes = ${bytes}, due_at = ${until}
    where organisation_id = ${ctx.organisation} and id = ${id}`.execute(ctx.db);
}

export async function markSettled(ctx: Ctx, id: string, state: RequestState, refusal: string | null = null): Promise<void> {
  await sql`update privacy_requests set state = ${state}, settled_at = ${ctx.now}, refusal = ${refusal}, sha256 = null
    where organisation_id = ${ctx.organisation} and id = ${id}`.execute(ctx.db);
}

/** Copies whose time is over; how many. */
export async function expireCopies(ctx: Ctx): Promise<number> {
  const { numAffectedRows = 0n } = await sql`update privacy_requests set state = 'expired', settled_at = ${ctx.now}, sha256 = null
    where organisation_id = ${ctx.organisation} and kind = 'export' and state = 'ready' and due_at <= ${ctx.now}`.execute(ctx.db);
  return Number(numAffectedRows);
}

/** Copies go with the person, and so does what was written about them; that something was asked for stays. */
export async function forgetRequestsOf(ctx: Ctx, { ids }: Marks): Promise<void> {
  await sql`update privacy_requests set reason = '',
      state = case when kind = 'export' and settled_at is null then 'expired' else state end,
      settled_at = case when kind = 'export' and settled_at is null then ${ctx.now} else settled_at end,
      sha256 = null
    where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
}

/** What the other account has asked for itself stays asked for; of two copies on their way the older one is withdrawn. */
export async function moveRequests(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update privacy_requests r set state = 'withdrawn', settled_at = ${ctx.now}, sha256 = null
    where r.organisation_id = ${ctx.organisation} and r.person_id = ${from} and r.settled_at is null and exists (select from privacy_requests k
      where k.organisation_id = r.organisation_id and k.person_id = ${into} and k.kind = r.kind and k.settled_at is null)`.execute(ctx.db);
  await sql`update privacy_requests set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(
    ctx.db,
  );
  await sql`update privacy_holds set subject_id = ${into} where organisation_id = ${ctx.organisation} and subject_id = ${from}
    and not exists (select from privacy_holds k where k.organisation_id = ${ctx.organisation} and k.subject_id = ${into} and k.lifted_at is null)`.execute(
    ctx.db,
  );
}

export type Subject = { readonly kind: 'person' | 'programme'; readonly id: string };

/** Undefined where a hold stands. */
export async function insertHold(ctx: Ctx, subject: Subject, reason: string, by: PersonId): Promise<string | undefined> {
  const id = ctx.ids.random();
  const { rows } = await sql<{ id: string }>`
    insert into privacy_holds (organisation_id, id, subject_kind, subject_id, reason, placed_by, placed_at)
    values (${ctx.organisation}, ${id}, ${subject.kind}, ${subject.id}, ${reason}, ${by}, ${ctx.now}) on conflict do nothing returning id`.execute(
    ctx.db,
  );
  return rows[0]?.id;
}

export async function lockStandingHold(ctx: Ctx, id: string): Promise<{ readonly id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`select id from privacy_holds
    where organisation_id = ${ctx.organisation} and id = ${id} and lifted_at is null for update`.execute(ctx.db);
  return rows[0];
}

export async function markLifted(ctx: Ctx, id: string, by: PersonId): Promise<void> {
  await sql`update privacy_holds set lifted_at = ${ctx.now}, lifted_by = ${by} where organisation_id = ${ctx.organisation} and id = ${id}`.execute(
    ctx.db,
  );
}

type Rule = { readonly timer: string; readonly programme: ProgrammeId | null; readonly days: number; readonly automatic: boolean };

export async function putRule(ctx: Ctx, { timer, programme, days, automatic }: Rule): Promise<void> {
  await sql`insert into retention_rules (organisation_id, scope_id, timer, days, automatic, changed_at)
    values (${ctx.organisation}, ${programme ?? ctx.organisation}, ${timer}, ${days}, ${automatic}, ${ctx.now})
    on conflict (organisation_id, scope_id, timer) do update set days = excluded.days, automatic = excluded.automatic,
      changed_at = excluded.changed_at`.execute(ctx.db);
}
