/** What every operation and view is given first: who acts, for whom, on what, and when. Never global. */
import type { Db } from './database/db.server.ts';
import type { Database } from './database/transaction.server.ts';
import { type Ids, ids, type OrganisationId, type PersonId, type ProgrammeId } from './ids.ts';
import type { Log } from './log.server.ts';

export type Actor =
  | { readonly kind: 'visitor' }
  | {
      readonly kind: 'person';
      readonly id: PersonId;
      readonly sessionId: string;
      /** When they last proved who they are; grave acts ask that it was lately. */
      readonly provedAt?: Date;
      /** By which of their API keys they act, and in which programmes it may; null for every one. */
      readonly key?: { readonly id: string; readonly programmes: readonly ProgrammeId[] | null };
      /** Who really sits there, when an administrator stands in for this person. */
      readonly standIn?: { readonly id: string; readonly by: PersonId };
    }
  | { readonly kind: 'system'; readonly name: string };

/** Where a request came from, as far as its door knows. */
export type Client = {
  readonly address: string;
  readonly agent: string;
  /** What this browser keeps of accounts it has been signed in to. */
  readonly known?: readonly string[];
};

export type Ctx = {
  readonly actor: Actor;
  readonly organisation: OrganisationId;
  /** Bound to the operation's transaction inside one, to the pool in a view. */
  readonly db: Db;
  /** The instant that counts: the database's clock at arrival. */
  readonly now: Date;
  readonly log: Log;
  readonly ids: Ids;
  readonly language: string;
  /** In which language contents were asked for, as it was written; nobody has looked at it yet. */
  readonly contents?: string;
  readonly database: Database;
  /** `performance.now()` when the request reached this process; what it waited here is not held against it. */
  readonly arrived: number;
  /** The idempotency key of an unsafe call. */
  readonly key?: string;
  /** Called when the answer is that of an earlier call under the same key. */
  readonly noteReplay?: () => void;
  /** Absent for jobs and the command line. */
  readonly client?: Client;
  /** A told instant, for seasons loaded as history; never set by a door that people reach. */
  readonly clock?: Date;
  /** A job that waited in a backup and was due before its restore: it may have been done since, so what it would mail is held. */
  readonly restored?: true;
};

/** The context of a call that no request made: a job, a round, a command. */
export function contextFor(database: Database, log: Log, organisation: OrganisationId, actor: Actor): Ctx {
  return { actor, organisation, db: database.db, database, now: new Date(), log, ids, language: 'en', arrived: performance.now() };
}

/** How an actor is written where a key or a log line needs one word. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'visitor':
      return 'visitor';
    case 'person':
      if (actor.standIn) return `${actor.standIn.by} for ${actor.id}`;
      return actor.key ? `${actor.id} by key ${actor.key.id}` : actor.id;
    case 'system':
      return `system:${actor.name}`;
  }
}

/** The signed-in person, or undefined. */
export function personOf(ctx: Pick<Ctx, 'actor'>): PersonId | undefined {
  return ctx.actor.kind === 'person' ? ctx.actor.id : undefined;
}

/** The context of whoever stands in for the actor, as themselves; undefined when the actor sits there in person. */
export function selfOf(ctx: Ctx): Ctx | undefined {
  if (ctx.actor.kind !== 'person' || ctx.actor.standIn === undefined) return undefined;
  const { standIn, provedAt, ...actor } = ctx.actor;
  return { ...ctx, actor: { ...actor, id: standIn.by, ...(provedAt && { provedAt }) } };
}

/** The programmes a key is for; undefined for whoever acts by none, and by one that is for every programme. */
export function programmesOfKey({ actor }: Pick<Ctx, 'actor'>): readonly ProgrammeId[] | undefined {
  return (actor.kind === 'person' ? actor.key?.programmes : undefined) ?? undefined;
}

/** Whether the actor may act in a programme as far as their key goes; what they may there is another question. */
export function keyReaches(ctx: Pick<Ctx, 'actor'>, programme: ProgrammeId): boolean {
  return programmesOfKey(ctx)?.includes(programme) ?? true;
}
