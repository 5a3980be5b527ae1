/** What nobody needs any more: keys of calls long answered, content of uploads that came to nothing. */
import type { Database } from '#platform/database/transaction.server.ts';
import { sweepFiles } from '#platform/files/sweep.server.ts';
import { lockFiles } from '#platform/files.server.ts';
import type { OrganisationId } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { forgetProcesses, forgetUsedKeys } from './store.ts';

async function eachOrganisation(database: Database, act: (id: OrganisationId) => Promise<void>): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id } of organisations) await act(id);
}

export async function tidy(database: Database): Promise<void> {
  await eachOrganisation(database, (id) => forgetUsedKeys(database.db, id));
  await forgetProcesses(database.db);
}

/** Between content and its row lies the rest of one request; a day is longer than any. */
const grace = 86_400_000;

/** By the clock of the machine that holds the files, as their own times are. While a backup copies them nothing is swept. */
export async function sweep(database: Database, log: Log): Promise<void> {
  const lock = lockFiles();
  if (lock === undefined) return;
  try {
    await sweepAll(database, log);
  } finally {
    lock.release();
  }
}

function sweepAll(database: Database, log: Log): Promise<void> {
  return eachOrganisation(database, async (organisation) => {
    const files = await sweepFiles(database.db, organisation, Date.now() - grace);
    if (files > 0) log.info({ organisation, files }, 'swept content nobody refers to');
  });
}
