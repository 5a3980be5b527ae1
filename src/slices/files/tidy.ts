/** Uploads that were waited for long enough, what lies of them on the disk, and rows of contents nobody refers to. */
import type { Database } from '#platform/database/transaction.server.ts';
import { oldStaged, removeStaged } from '#platform/files/staging.server.ts';
import type { Log } from '#platform/log.server.ts';
import { deleteExpired, deleteUnreferred } from './store.ts';
import { waitsFor } from './uploads.ts';

const day = 86_400_000;

export async function forgetUnused(database: Database, log: Log): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id } of organisations) {
    const expired = await deleteExpired(database.db, id);
    for (const upload of expired) await removeStaged(id, upload);
    // Where a process was killed between file and row; nobody waits for anything that long.
    for (const name of await oldStaged(id, Date.now() - waitsFor - day)) await removeStaged(id, name);
    await deleteUnreferred(database.db, id, new Date(Date.now() - day));
    if (expired.length > 0) log.info({ organisation: id, uploads: expired.length }, 'uploads nobody went on with');
  }
}
