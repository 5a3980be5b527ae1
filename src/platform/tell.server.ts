/**
 * Telling: an audit event with its salted commitment, then whatever later slices do about it, in the same transaction.
 * An earlier slice never calls a later one; it announces, and `main/slices.ts` has said who listens.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type EventBody, makeEvent } from '#core/record/event.ts';
import { actorName, type Ctx, personOf } from './context.ts';
import { nativeHash } from './crypto/hash.server.ts';
import type { Db } from './database/db.server.ts';
import type { PersonId, ProgrammeId } from './ids.ts';

export type Announcement = {
  readonly kind: string;
  /** Null for what belongs to the organisation and to no programme. */
  readonly programme: ProgrammeId | null;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Everything that may have to be erased one day: names, texts, marks. Only its commitment is chained. */
  readonly body: EventBody;
  /** Whose data the body is, so that erasing the person finds it; the actor unless said. */
  readonly about?: PersonId;
};

export type Handler = (ctx: Ctx, announcement: Announcement) => Promise<void>;

const handlers = new Map<string, Handler[]>();
const tellings = new WeakMap<Db, { told: number }>();

/** Called once a process for each listener, before the first request. */
export function listen(kind: string, handler: Handler): void {
  handlers.set(kind, [...(handlers.get(kind) ?? []), handler]);
}

export function openTelling(ctx: Ctx): void {
  tellings.set(ctx.db, { told: 0 });
}

/** How many events the transaction told; ends it. */
export function closeTelling(ctx: Ctx): number {
  const told = tellings.get(ctx.db)?.told ?? 0;
  tellings.delete(ctx.db);
  return told;
}

/** The person, and the key they acted by if it was one of their programs, or who stood in for them. */
function whoActed({ actor }: Ctx): EventBody {
  if (actor.kind === 'person' && actor.standIn) return { actor: actor.id, standIn: { by: actor.standIn.by, id: actor.standIn.id } };
  if (actor.kind !== 'person' || actor.key === undefined) return { actor: actorName(actor) };
  return { actor: actor.id, apiKey: actor.key.id };
}

export async function tell(ctx: Ctx, announcement: Announcement): Promise<void> {
  const telling = tellings.get(ctx.db);
  if (telling === undefined) throw new Error(`${announcement.kind} was told outside an operation`);
  telling.told += 1;
  const id = ctx.ids.next();
  const salt = randomBytes(32);
  const { programme, kind, subject, body, about } = announcement;
  const facts = { id, organisation: ctx.organisation, programme, kind, subject, at: ctx.now.toISOString() };
  const made = makeEvent(facts, { ...whoActed(ctx), ...body }, salt, nativeHash);
  const chain = programme ?? ctx.organisation;
  const person = about ?? personOf(ctx) ?? null;
  await sql`with event as (
      insert into audit_events (organisation_id, id, chain_id, kind, subject_kind, subject_id, at, event)
      values (${ctx.organisation}, ${id}, ${chain}, ${kind}, ${subject.kind}, ${subject.id}, ${ctx.now}, ${made.text}))
    insert into audit_bodies (organisation_id, event_id, person_id, salt, body)
    values (${ctx.organisation}, ${id}, ${person}, ${salt}, ${made.body})`.execute(ctx.db);
  for (const handler of handlers.get(kind) ?? []) await handler(ctx, announcement);
}
