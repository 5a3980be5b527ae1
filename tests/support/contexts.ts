/** Contexts for calling operations as a door would. */
import { type Actor, type Client, type Ctx, contextFor } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export type ContextOptions = { readonly key?: string; readonly clock?: Date; readonly client?: Client };

/** A session nobody has; tests of sessions name their own. */
const nowhere = '00000000-0000-4000-8000-000000000000';

function contextOf(database: Database, organisation: OrganisationId, actor: Actor, options: ContextOptions): Ctx {
  const ctx = contextFor(database, silent, organisation, actor);
  return { ...ctx, now: options.clock ?? ctx.now, ...options };
}

export function asSystem(database: Database, organisation: OrganisationId, options: ContextOptions = {}): Ctx {
  return contextOf(database, organisation, { kind: 'system', name: 'test' }, options);
}

/** As the jobs process acts. */
export function asJobs({ jobs }: { readonly jobs: Database }, organisation: OrganisationId): Ctx {
  return asSystem(jobs, organisation);
}

export function asVisitor(database: Database, organisation: OrganisationId, options: ContextOptions = {}): Ctx {
  return contextOf(database, organisation, { kind: 'visitor' }, options);
}

type PersonOptions = ContextOptions & { readonly provedAt?: Date };

export function asPerson(
  database: Database,
  organisation: OrganisationId,
  id: PersonId,
  { provedAt: proved, ...options }: PersonOptions = {},
): Ctx {
  // As of right now: what a grave act asks for is tried where that is the subject.
  const provedAt = proved ?? options.clock ?? new Date();
  return contextOf(database, organisation, { kind: 'person', id, sessionId: nowhere, provedAt }, options);
}
