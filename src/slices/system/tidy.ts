/** What nobody needs any more of the system's own: keys of calls long answered. */
import type { Database } from '#platform/database/transaction.server.ts';
import { forgetUsedKeys } from './store.ts';

export async function tidy(database: Database): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id } of organisations) await forgetUsedKeys(database.db, id);
}
