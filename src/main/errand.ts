/** Programs that run once and end: in the application's role, and calling operations as any door does. */
import { type Config, loadConfig } from '#platform/config.server.ts';
import { type Actor, type Ctx, contextFor } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { OrganisationId } from '#platform/ids.ts';
import { openLog } from '#platform/log.server.ts';
import { connect } from './connection.ts';
import './slices.ts';

export type Errand = { readonly config: Config; readonly database: Database };

export async function runErrand(work: (errand: Errand) => Promise<void>): Promise<void> {
  const config = loadConfig();
  const database = await connect(config, 'app');
  try {
    await work({ config, database });
  } finally {
    await database.close();
  }
}

const log = openLog('silent', 'errand');

export type CallOptions = { readonly key?: string; readonly clock?: Date };

/** A context for one call. */
export function callAs(database: Database, organisation: OrganisationId, actor: Actor, options: CallOptions = {}): Ctx {
  const ctx = contextFor(database, log, organisation, actor);
  return { ...ctx, now: options.clock ?? ctx.now, ...options };
}
