/** The mark of a restore that has not ended: rows are there, and people erased since the backup may be among them. */
import type pg from 'pg';
import { problem } from '#core/problems/problem.ts';

export type Unfinished = { readonly backup: string; readonly takenAt: string; readonly file: string };

const table = 'public.plaudit_restoring';

async function find(client: pg.ClientBase | pg.Pool): Promise<Unfinished | undefined> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
  if (rows[0]?.there !== true) return undefined;
  const found = await client.query<{ backup: string; taken_at: Date; file: string }>(`select backup, taken_at, file from ${table}`);
  const row = found.rows[0];
  return row && { backup: row.backup, takenAt: row.taken_at.toISOString(), file: row.file };
}

export const mark = {
  find,
  /** Everybody may see that it is there, or a process in its own role would not. */
  set: async (client: pg.ClientBase, { backup, takenAt, file }: Unfinished): Promise<void> => {
    await client.query(`create table ${table} (backup uuid primary key, taken_at timestamptz not null, file text not null)`);
    await client.query(`grant select on ${table} to plaudit_app_rights, plaudit_jobs_rights`);
    await client.query(`insert into ${table} values ($1, $2, $3)`, [backup, takenAt, file]);
  },
  clear: async (client: pg.ClientBase): Promise<void> => {
    await client.query(`drop table if exists ${table}`);
  },
} as const;

/** @throws Problem `installation.restore-unfinished` */
export async function refuseUnfinishedRestore(client: pg.ClientBase | pg.Pool): Promise<void> {
  const unfinished = await find(client);
  if (unfinished) throw problem('installation.restore-unfinished', { file: unfinished.file });
}
