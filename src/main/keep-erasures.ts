/**
 * The log of erasures, kept up from what the database says, in the data folder and beside the backups: whoever restores an older backup
 * needs it, and it must not have died with the database.
 */
import { mkdir } from 'node:fs/promises';
import type pg from 'pg';
import { type Erasures, keepErasures } from '#platform/backup/erasures.server.ts';
import type { Config } from '#platform/config.server.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import { declareRound } from '#platform/queue/rounds.server.ts';

const every = 5_000;
/** Written again though nothing is new: its own instant says how far it reaches. */
const renewedAfter = 600_000;

export async function erasuresIn(database: pg.ClientBase | pg.Pool): Promise<Erasures> {
  // Before the look at people: one that is committed in between is told, and not promised.
  const { rows: clock } = await database.query<{ asOf: Date }>('select plaudit.plaudit_now() as "asOf"');
  const { rows } = await database.query<{ id: string; at: Date }>(
    'select id, erased_at as at from directory.people where erased_at is not null order by erased_at, id',
  );
  return {
    plaudit: 'erasures',
    asOf: (clock[0]?.asOf ?? new Date(0)).toISOString(),
    people: rows.map(({ id, at }) => ({ id, at: at.toISOString() })),
  };
}

/** Writes the log where it has to lie. */
export async function writeErasures(database: Database, folders: readonly string[]): Promise<number> {
  const known = await erasuresIn(database.pool);
  for (const folder of folders) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await keepErasures(folder, known);
  }
  return known.people.length;
}

export function declareErasureLog({ dataFolder, backup }: Pick<Config, 'dataFolder' | 'backup'>): void {
  const folders = [dataFolder, ...(backup.to === undefined ? [] : [backup.to])];
  let newest = '';
  let writtenAt = Number.NEGATIVE_INFINITY;
  declareRound({
    name: 'keep the log of erasures',
    everyMs: every,
    run: async (database) => {
      const { rows } = await database.pool.query<{ newest: string }>(
        `select coalesce(max(erased_at)::text, '') || ' ' || count(*) as newest from directory.people where erased_at is not null`,
      );
      const now = rows[0]?.newest ?? '';
      if (now === newest && performance.now() - writtenAt < renewedAfter) return;
      await writeErasures(database, folders);
      newest = now;
      writtenAt = performance.now();
    },
  });
}
