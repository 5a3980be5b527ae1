/** Reads of privacy, for the person themselves, for administrators and for the jobs. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type ProblemView, problemView } from '#http/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import { allTimers, type Counted, erasingOf } from '#platform/privacy/holders.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { type ProgrammeName, programmesByName } from './holding.ts';
import type { RequestKind, RequestState } from './schemas.ts';
import { dueOf, rulesOf } from './timers.ts';

export type PendingRequest = {
  readonly id: string;
  readonly person: PersonId;
  readonly reason: string;
  readonly due: boolean;
  readonly asksForThemselves: boolean;
  /** When a timer told them, which alone asks without being anybody; null where somebody asked. */
  readonly unusedSince: Date | null;
};

/** One that waits, for the job that carries it out. */
export async function pendingRequest(ctx: Ctx, id: string, kind: RequestKind): Promise<PendingRequest | undefined> {
  const { rows } = await sql<PendingRequest>`select id, person_id as person, reason, due_at <= plaudit.plaudit_now() as due,
      asked_by is not distinct from person_id as "asksForThemselves",
      case when asked_by is null then created_at end as "unusedSince"
    from privacy_requests where organisation_id = ${ctx.organisation} and id = ${id} and kind = ${kind} and state = 'waiting'`.execute(
    ctx.db,
  );
  return rows[0];
}

export type RequestView = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly refusal: string | null;
  readonly bytes: number;
};

type Row = Omit<RequestView, 'askedAt' | 'dueAt' | 'bytes'> & { askedAt: Date; dueAt: Date; bytes: string | null };

const viewOf = <T extends Row>({ askedAt, dueAt, bytes, ...row }: T) => ({
  ...row,
  askedAt: zonedText(askedAt.getTime(), 'Etc/UTC'),
  dueAt: zonedText(dueAt.getTime(), 'Etc/UTC'),
  bytes: Number(bytes ?? 0),
});

/** Newest first. */
export async function ownRequests(ctx: Ctx): Promise<RequestView[]> {
  const { rows } = await sql<Row>`select id, kind, state, created_at as "askedAt", due_at as "dueAt", refusal, bytes from privacy_requests
    where organisation_id = ${ctx.organisation} and person_id = ${personOf(ctx) ?? null}
    order by created_at desc, id desc limit 20`.execute(ctx.db);
  return rows.map(viewOf);
}

export type ErasingView = {
  readonly goes: readonly Counted[];
  readonly stays: readonly Counted[];
  readonly blocks: readonly ProblemView[];
};

/** What erasing would take of whoever asks, and what speaks against it. */
export async function ownErasing(ctx: Ctx): Promise<ErasingView> {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  const { goes, stays, blocks } = await snapshot(ctx, ['ballots', 'decisions', 'nominations'], (inside) => erasingOf(inside, person));
  return { goes, stays, blocks: blocks.map((block) => problemView(block, ctx.language)) };
}

export type SubjectRequest = RequestView & { readonly name: string; readonly email: string; readonly onBehalf: boolean };
export type HoldView = { readonly id: string; readonly kind: string; readonly on: string; readonly reason: string; readonly since: string };
export type TimerView = {
  readonly name: string;
  readonly days: number;
  readonly automatic: boolean;
  readonly due: number;
  readonly perProgramme: boolean;
  /** Programmes that keep it for days of their own. */
  readonly own: readonly { readonly programme: string; readonly days: number }[];
};

async function subjectRequests(ctx: Ctx): Promise<SubjectRequest[]> {
  const { rows } = await sql<Row & { name: string; email: string; onBehalf: boolean }>`
    select r.id, r.kind, r.state, r.created_at as "askedAt", r.due_at as "dueAt", r.refusal, r.bytes, p.name, coalesce(p.email, '') as email,
           r.asked_by is distinct from r.person_id as "onBehalf"
      from privacy_requests r join directory.people p on p.id = r.person_id
     where r.organisation_id = ${ctx.organisation} order by r.created_at desc, r.id desc limit 100`.execute(ctx.db);
  return rows.map(viewOf);
}

async function standingHolds(ctx: Ctx): Promise<HoldView[]> {
  const { rows } = await sql<Omit<HoldView, 'since'> & { since: Date }>`
    select h.id, h.subject_kind as kind, coalesce(p.name, g.name, '') as on, h.reason, h.placed_at as since from privacy_holds h
      left join directory.people p on p.id = h.subject_id
      left join programmes g on g.organisation_id = h.organisation_id and g.id = h.subject_id
     where h.organisation_id = ${ctx.organisation} and h.lifted_at is null order by h.placed_at desc`.execute(ctx.db);
  return rows.map(({ since, ...row }) => ({ ...row, since: zonedText(since.getTime(), 'Etc/UTC') }));
}

async function timers(ctx: Ctx, programmes: readonly ProgrammeName[]): Promise<TimerView[]> {
  const all = await rulesOf(ctx);
  const rules = all.filter(({ scope }) => scope === ctx.organisation);
  const views: TimerView[] = [];
  for (const timer of [...allTimers()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const rule = rules.find((one) => one.timer === timer.name);
    const due = await timer.count(ctx, await dueOf(ctx, timer));
    views.push({
      name: timer.name,
      days: rule?.days ?? timer.days,
      automatic: rule?.automatic ?? false,
      due,
      perProgramme: timer.perProgramme,
      own: programmes.flatMap(({ id, name }) =>
        all.filter((one) => one.scope === id && one.timer === timer.name).map((one) => ({ programme: name, days: one.days })),
      ),
    });
  }
  return views;
}

export async function privacyForAdministrator(ctx: Ctx) {
  if (!(await isAdministrator(ctx))) throw problem('general.not-found');
  return snapshot(ctx, ['ballots', 'decisions', 'nominations'], async (inside) => {
    const programmes = await programmesByName(inside);
    return {
      requests: await subjectRequests(inside),
      holds: await standingHolds(inside),
      timers: await timers(inside, programmes),
      programmes,
    };
  });
}

/** Where a copy's time is over. */
export async function organisationsWithOldCopies(database: Database): Promise<OrganisationId[]> {
  const { rows } = await database.pool.query<{ organisation: OrganisationId }>(
    `select distinct organisation_id as organisation from plaudit.privacy_requests
      where kind = 'export' and state = 'ready' and due_at <= plaudit.plaudit_now()`,
  );
  return rows.map(({ organisation }) => organisation);
}
