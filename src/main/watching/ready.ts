/** Readiness is a commit: a row of this process is written, within two seconds. */
import type { Database } from '#platform/database/transaction.server.ts';

const patience = 2_000;

export async function couldCommit(database: Database, name: string): Promise<boolean> {
  const written = database.pool
    .query(
      `insert into directory.pulses (process, pulse_at) values ($1, plaudit.plaudit_now())
       on conflict (process) do update set pulse_at = excluded.pulse_at`,
      [name],
    )
    .then(
      () => true,
      () => false,
    );
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, patience, false).unref());
  return Promise.race([written, late]);
}
