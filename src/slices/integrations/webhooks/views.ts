/** What managers and auditors of a programme read of its webhooks and of what was sent to them. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { unseal } from '#platform/secrets/sealing.server.ts';
import { requireRelation } from '#slices/programmes/index.ts';
import { integrationSettings } from '../settings.ts';
import type { Attempt } from './delivery-store.ts';
import { messageOf } from './message.ts';

export type WebhookView = {
  readonly id: string;
  readonly programme: string;
  readonly address: string;
  readonly note: string;
  readonly kinds: readonly string[];
  readonly state: 'on' | 'off' | 'failed';
  readonly version: number;
  readonly createdAt: Date;
  readonly failingSince: Date | null;
  readonly waiting: number;
  readonly failed: number;
  readonly delivered: number;
  readonly lastDelivery: Date | null;
};

type Row = WebhookView & { readonly programmeId: ProgrammeId; readonly sealedSecret: Buffer; readonly shownUntil: Date | null };

async function rowsWhere(ctx: Ctx, of: { readonly programme: string } | { readonly id: string }): Promise<Row[]> {
  const which = 'id' in of ? sql`w.id = ${of.id}` : sql`p.slug = ${of.programme}`;
  const { rows } = await sql<Row>`
    select w.id, w.programme_id as "programmeId", p.slug as programme, w.address, w.note, w.kinds, w.state, w.version,
           w.created_at as "createdAt", w.failing_since as "failingSince", w.sealed_secret as "sealedSecret", w.shown_until as "shownUntil",
           count(d.number) filter (where d.state = 'waiting')::int as waiting, count(d.number) filter (where d.state = 'failed')::int as failed,
           count(d.number) filter (where d.state = 'delivered')::int as delivered,
           max(d.settled_at) filter (where d.state = 'delivered') as "lastDelivery"
      from webhooks w
      join programmes p on p.organisation_id = w.organisation_id and p.id = w.programme_id
      left join webhook_deliveries d on d.organisation_id = w.organisation_id and d.webhook_id = w.id
     where w.organisation_id = ${ctx.organisation} and ${which}
     group by w.organisation_id, w.id, p.slug order by w.created_at, w.id`.execute(ctx.db);
  return rows;
}

function plain({ programmeId: _p, sealedSecret: _s, shownUntil: _u, ...view }: Row): WebhookView {
  return view;
}

const readers = ['manager', 'auditor'] as const;

/** The caller has asked who reads the programme. */
export async function webhooksOf(ctx: Ctx, programme: string): Promise<WebhookView[]> {
  return (await rowsWhere(ctx, { programme })).map(plain);
}

export type OpenedWebhook = WebhookView & { readonly mayChange: boolean; readonly secret: string | undefined };

/** The secret only for the minutes after it was made, and only for who may make another. */
export async function webhookForReader(ctx: Ctx, id: string): Promise<OpenedWebhook> {
  const [row] = await rowsWhere(ctx, { id });
  if (row === undefined) throw problem('general.not-found');
  const mayChange = (await requireRelation(ctx, row.programmeId, readers)).includes('manager');
  const shown = mayChange && row.shownUntil !== null && row.shownUntil > ctx.now;
  const secret = shown ? unseal(integrationSettings().secret, 'webhook', row.id, row.sealedSecret) : undefined;
  return { ...plain(row), mayChange, secret: secret === undefined ? undefined : `whsec_${secret}` };
}

export type DeliveryView = {
  readonly event: string;
  readonly number: number;
  readonly kind: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly tries: number;
  readonly at: Date;
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
  readonly attempts: readonly Attempt[];
  /** The body as it is sent. */
  readonly message: string;
};

type DeliveryRow = Omit<DeliveryView, 'message'> & {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly programme: string;
  readonly edition: string | null;
};

function deliveryOf({ subjectKind, subjectId, programme, edition, ...row }: DeliveryRow): DeliveryView {
  const { event, number, kind, at } = row;
  const { url } = integrationSettings();
  const message = messageOf({ event, number, kind, subject: { kind: subjectKind, id: subjectId }, at }, { url, programme, edition });
  return { ...row, message };
}

/** The newest first; `before` is the number behind which the page begins. The webhook was opened by the caller. */
export async function deliveriesOf(
  ctx: Ctx,
  webhook: string,
  { state, before, limit }: { readonly state?: string | undefined; readonly before?: number | undefined; readonly limit: number },
): Promise<{ readonly deliveries: readonly DeliveryView[]; readonly next: number | undefined }> {
  const { rows } = await sql<DeliveryRow>`
    select d.event_id as event, d.number, d.kind, d.state, d.tries, d.event_at as at, d.due_at as "dueAt", d.settled_at as "settledAt", d.attempts,
           d.subject_kind as "subjectKind", d.subject_id as "subjectId", p.slug as programme, n.slug as edition
      from webhook_deliveries d
      join webhooks w on w.organisation_id = d.organisation_id and w.id = d.webhook_id
      join programmes p on p.organisation_id = w.organisation_id and p.id = w.programme_id
      left join editions n on n.organisation_id = d.organisation_id and n.id = d.subject_id and d.subject_kind = 'edition'
     where d.organisation_id = ${ctx.organisation} and d.webhook_id = ${webhook}
       and (${state ?? null}::text is null or d.state = ${state ?? null}) and d.number < ${before ?? 2_147_483_647}
     order by d.number desc limit ${limit + 1}`.execute(ctx.db);
  const deliveries = rows.slice(0, limit).map(deliveryOf);
  return { deliveries, next: rows.length > limit ? deliveries.at(-1)?.number : undefined };
}
