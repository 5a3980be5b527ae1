/** Every statement that writes deliveries as they are found, sent and settled. The job writes them: attempts are no events of the award. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { Db } from '#platform/database/db.server.ts';
import type { OrganisationId, ProgrammeId } from '#platform/ids.ts';
import type { Delivery } from './message.ts';

/** How long a job may be silent before another one takes over. */
const lease = '90 seconds';

export type Working = {
  readonly id: string;
  readonly programme: ProgrammeId;
  readonly address: string;
  readonly kinds: readonly string[];
  readonly sealedSecret: Buffer;
  readonly sealedOldSecret: Buffer | null;
  readonly failingSince: Date | null;
  readonly now: Date;
};

/** Webhooks with something to do that no job is at. */
export async function dueWebhooks(db: Db, organisation: OrganisationId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.id from webhooks w
     where w.organisation_id = ${organisation} and w.state = 'on'
       and (w.working_until is null or w.working_until < plaudit.plaudit_now())
       and (exists (select from audit_chains c where c.organisation_id = ${organisation} and c.id = w.programme_id and c.length > w.position)
         or exists (select from webhook_deliveries d where d.organisation_id = ${organisation} and d.webhook_id = w.id
                     and d.state = 'waiting' and d.due_at <= plaudit.plaudit_now()))`.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes the webhook for one job, or keeps it: undefined when another has it, or it is no longer on. */
export async function holdWebhook(ctx: Ctx, id: string, mine: boolean): Promise<Working | undefined> {
  const { rows } = await sql<Working>`
    update webhooks set working_until = plaudit.plaudit_now() + ${lease}::interval
     where organisation_id = ${ctx.organisation} and id = ${id} and state = 'on'
       and (${mine} or working_until is null or working_until < plaudit.plaudit_now())
    returning id, programme_id as programme, address, kinds, sealed_secret as "sealedSecret", failing_since as "failingSince", plaudit.plaudit_now() as now,
              case when old_secret_until > plaudit.plaudit_now() then sealed_old_secret end as "sealedOldSecret"`.execute(ctx.db);
  return rows[0];
}

export async function releaseWebhook(ctx: Ctx, id: string): Promise<void> {
  await sql`update webhooks set working_until = null where organisation_id = ${ctx.organisation} and id = ${id}`.execute(ctx.db);
}

type Found = {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly at: Date;
};

/** What was sealed behind the place up to which this webhook has heard, in the order of the record; the webhook's row is locked. */
export async function unheard(
  db: Db,
  organisation: OrganisationId,
  webhook: string,
  most: number,
): Promise<{ readonly told: number; readonly events: Found[] } | undefined> {
  const { rows } = await sql<{ position: number; told: number; programme: string }>`
    select position, told, programme_id as programme from webhooks
     where organisation_id = ${organisation} and id = ${webhook} for update`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const events = await sql<Found>`
    select s.seq, e.id, e.kind, e.subject_kind as "subjectKind", e.subject_id as subject, e.at
      from audit_seals s join audit_events e on e.organisation_id = s.organisation_id and e.id = s.event_id
     where s.organisation_id = ${organisation} and s.chain_id = ${row.programme} and s.seq > ${row.position}
     order by s.seq limit ${most}`.execute(db);
  return { told: row.told, events: events.rows };
}

export async function insertDelivery(db: Db, organisation: OrganisationId, webhook: string, delivery: Delivery): Promise<void> {
  const { event, number, kind, subject, at } = delivery;
  await sql`insert into webhook_deliveries (organisation_id, webhook_id, event_id, number, kind, subject_kind, subject_id, event_at, state, due_at, created_at)
    values (${organisation}, ${webhook}, ${event}, ${number}, ${kind}, ${subject.kind}, ${subject.id}, ${at}, 'waiting', plaudit.plaudit_now(), plaudit.plaudit_now())`.execute(
    db,
  );
}

export async function markHeard(
  db: Db,
  organisation: OrganisationId,
  webhook: string,
  to: { readonly position: number; readonly told: number },
): Promise<void> {
  await sql`update webhooks set position = ${to.position}, told = ${to.told} where organisation_id = ${organisation} and id = ${webhook}`.execute(
    db,
  );
}

export type DueDelivery = Delivery & { readonly tries: number; readonly programmeSlug: string; readonly editionSlug: string | null };

/** The one that is due first, by its place in the record. */
export async function nextDue(ctx: Ctx, webhook: string): Promise<DueDelivery | undefined> {
  const { rows } = await sql<Omit<DueDelivery, 'subject'> & { subjectKind: string; subjectId: string }>`
    select d.event_id as event, d.number, d.kind, d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.event_at as at, d.tries,
           p.slug as "programmeSlug", n.slug as "editionSlug"
      from webhook_deliveries d
      join webhooks w on w.organisation_id = d.organisation_id and w.id = d.webhook_id
      join programmes p on p.organisation_id = w.organisation_id and p.id = w.programme_id
      left join editions n on n.organisation_id = d.organisation_id and n.id = d.subject_id and d.subject_kind = 'edition'
     where d.organisation_id = ${ctx.organisation} and d.webhook_id = ${webhook} and d.state = 'waiting' and d.due_at <= plaudit.plaudit_now()
     order by d.number limit 1`.execute(ctx.db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { subjectKind: kind, subjectId: id, ...rest } = row;
  return { ...rest, subject: { kind, id } };
}

export type Attempt = {
  readonly at: string;
  readonly status: number | null;
  readonly fault: string | null;
  readonly ms: number;
  readonly excerpt: string;
};

/** The last attempts stay, the newest last. `wait` in milliseconds, undefined when it is given up. */
export async function markAttempt(
  ctx: Ctx,
  webhook: string,
  event: string,
  { attempt, arrived, wait }: { readonly attempt: Attempt; readonly arrived: boolean; readonly wait: number | undefined },
): Promise<void> {
  const state = arrived ? 'delivered' : wait === undefined ? 'failed' : 'waiting';
  const due = state === 'waiting' ? `${wait} milliseconds` : null;
  await sql`
    update webhook_deliveries
       set state = ${state}, tries = tries + 1, due_at = plaudit.plaudit_now() + ${due}::interval,
           settled_at = case when ${state} = 'waiting' then null else plaudit.plaudit_now() end,
           attempts = (case when jsonb_array_length(attempts) >= 10 then attempts - 0 else attempts end) || ${JSON.stringify([attempt])}::jsonb
     where organisation_id = ${ctx.organisation} and webhook_id = ${webhook} and event_id = ${event} and state = 'waiting'`.execute(ctx.db);
  await sql`
    update webhooks set failing_since = case when ${arrived} then null else coalesce(failing_since, plaudit.plaudit_now()) end
     where organisation_id = ${ctx.organisation} and id = ${webhook}`.execute(ctx.db);
}

/** How old what is settled may grow. */
export async function forgetOldDeliveries(db: Db, organisation: OrganisationId): Promise<void> {
  await sql`delete from webhook_deliveries where organisation_id = ${organisation} and settled_at < plaudit.plaudit_now() - interval '30 days'`.execute(
    db,
  );
}
