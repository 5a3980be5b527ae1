/** Every statement that writes or locks webhooks, as people set them up. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';

export type Webhook = {
  readonly id: string;
  readonly programme: ProgrammeId;
  readonly address: string;
  readonly note: string;
  readonly kinds: readonly string[];
  readonly state: 'on' | 'off' | 'failed';
  readonly version: number;
  readonly sealedSecret: Buffer;
  readonly createdBy: PersonId;
};

export async function lockWebhook(ctx: Ctx, id: string): Promise<Webhook | undefined> {
  const row = await ctx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { programme_id: programme, address, note, kinds, version, sealed_secret: sealedSecret, created_by: createdBy } = row;
  return { id, programme, address, note, kinds, version, sealedSecret, createdBy, state: row.state as Webhook['state'] };
}

/** A programme that is there, and where its record ends: what was before is not told. */
export async function programmeOf(ctx: Ctx, id: ProgrammeId): Promise<{ readonly id: ProgrammeId } | undefined> {
  return ctx.db
    .selectFrom('programmes')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function countWebhooks(ctx: Ctx, programme: ProgrammeId): Promise<number> {
  const row = await ctx.db
    .selectFrom('webhooks')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

async function endOfRecord(ctx: Ctx, programme: ProgrammeId): Promise<number> {
  const row = await ctx.db
    .selectFrom('audit_chains')
    .select('length')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', programme)
    .executeTakeFirst();
  return row?.length ?? 0;
}

type NewWebhook = Pick<Webhook, 'id' | 'programme' | 'address' | 'note' | 'kinds' | 'sealedSecret' | 'createdBy'> & {
  readonly shownUntil: Date;
};

export async function insertWebhook(ctx: Ctx, webhook: NewWebhook): Promise<void> {
  await ctx.db
    .insertInto('webhooks')
    .values({
      organisation_id: ctx.organisation,
      id: webhook.id,
      programme_id: webhook.programme,
      address: webhook.address,
      note: webhook.note,
      kinds: [...webhook.kinds],
      state: 'on',
      sealed_secret: webhook.sealedSecret,
      shown_until: webhook.shownUntil,
      position: await endOfRecord(ctx, webhook.programme),
      created_by: webhook.createdBy,
      created_at: ctx.now,
    })
    .execute();
}

type Changed = Partial<Pick<Webhook, 'address' | 'note' | 'kinds' | 'state'>>;

function update(ctx: Ctx, id: string) {
  return ctx.db.updateTable('webhooks').where('organisation_id', '=', ctx.organisation).where('id', '=', id);
}

/** Whoever switches it on again begins with a clean sheet; what happened meanwhile is told. */
export async function markWebhook(ctx: Ctx, id: string, { kinds, ...changed }: Changed): Promise<void> {
  await update(ctx, id)
    .set((e) => ({
      ...changed,
      ...(kinds && { kinds: [...kinds] }),
      version: e('version', '+', 1),
      ...(changed.state === 'on' && { failing_since: null }),
    }))
    .execute();
}

/** The secret before it signs too, until `until`, so that the receiver can change over in its own time. */
export async function markSecret(
  ctx: Ctx,
  { id, sealedSecret: old }: Webhook,
  next: { readonly sealed: Buffer; readonly until: Date; readonly shownUntil: Date },
): Promise<void> {
  await update(ctx, id)
    .set((e) => ({
      sealed_secret: next.sealed,
      sealed_old_secret: old,
      old_secret_until: next.until,
      shown_until: next.shownUntil,
      version: e('version', '+', 1),
    }))
    .execute();
}

export async function markSecretHidden(ctx: Ctx, id: string): Promise<void> {
  await update(ctx, id).set({ shown_until: null }).execute();
}

export async function deleteWebhook(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('webhooks').where('organisation_id', '=', ctx.organisation).where('id', '=', id).execute();
}

/** One delivery whatever became of it, or all that were given up; answers how many go out again, at once. */
export async function markToReplay(ctx: Ctx, webhook: string, event: string | undefined): Promise<number> {
  let replayed = ctx.db
    .updateTable('webhook_deliveries')
    .set({ state: 'waiting', due_at: ctx.now, settled_at: null, tries: 0 })
    .where('organisation_id', '=', ctx.organisation)
    .where('webhook_id', '=', webhook);
  replayed = event === undefined ? replayed.where('state', '=', 'failed') : replayed.where('event_id', '=', event);
  const { numUpdatedRows } = await replayed.executeTakeFirst();
  return Number(numUpdatedRows);
}
