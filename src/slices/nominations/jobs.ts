/** The rounds of nominations. */

import { contextFor } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import { transaction } from '#platform/database/transaction.server.ts';
import type { Log } from '#platform/log.server.ts';
import { declareRound } from '#platform/queue/rounds.server.ts';
import { deleteUnconfirmed } from './store.ts';

const day = 86_400_000;

/** A code works for a day; what it would have confirmed goes with it. */
async function forgetUnconfirmed(database: Database, log: Log): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id } of organisations) {
    const ctx = contextFor(database, log, id, { kind: 'system', name: 'nominations' });
    await transaction(database, { organisation: id, scopes: ['nominations'] }, (db, now) =>
      deleteUnconfirmed({ ...ctx, db, now }, new Date(now.getTime() - day)),
    );
  }
}

declareRound({ name: 'forget nominations nobody confirmed', everyMs: 600_000, run: forgetUnconfirmed });
