/** The round that keeps long lists quick. */
import { contextFor } from '#platform/context.ts';
import { type Database, transaction } from '#platform/database/transaction.server.ts';
import type { Log } from '#platform/log.server.ts';
import { declareRound } from '#platform/queue/rounds.server.ts';
import { keepFound, notYetFound } from './search-store.ts';
import { putTogether } from './tallies-store.ts';

const atOnce = 200;

/** Adds up counts, and keeps the words of what came without: all that was sent in before words were kept, or was blanked since. */
async function keepLists(database: Database, log: Log): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id } of organisations) {
    const ctx = contextFor(database, log, id, { kind: 'system', name: 'entries' });
    await transaction(database, { organisation: id }, (db, now) => putTogether({ ...ctx, db, now }));
    for (let left = atOnce; left === atOnce; ) {
      left = await transaction(database, { organisation: id }, async (db, now) => {
        const entries = await notYetFound({ ...ctx, db, now }, atOnce);
        await keepFound({ ...ctx, db, now }, entries);
        return entries.length;
      });
    }
  }
}

declareRound({ name: 'keep lists of entries', everyMs: 30_000, run: keepLists });
