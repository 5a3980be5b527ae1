/** A backup of this installation: taken, read back, entered into the list the System page shows, with the log of erasures beside it. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Problem, problem } from '#core/problems/problem.ts';
import { keepErasures } from '#platform/backup/erasures.server.ts';
import { refuseUnfinishedRestore } from '#platform/backup/mark.server.ts';
import { type Taken, type Taking, takeBackup } from '#platform/backup/take.server.ts';
import { type Config, readSecret } from '#platform/config.server.ts';
import { withOwnerUrl } from '#platform/postgres/with-owner.server.ts';
import { runningSource } from '#slices/system/index.ts';
import { storeOf } from './doors/store.ts';
import { erasuresIn } from './keep-erasures.ts';

export type BackingUp = Pick<Taking, 'passphrase' | 'work' | 'progress'> & { readonly to: string; readonly keep: number };

type Entry = {
  readonly state: 'whole' | 'damaged' | 'failed';
  readonly takenAt: string;
  readonly file: string;
  readonly bytes: number;
  readonly note: string;
};

const entering = `insert into directory.backups (id, taken_at, ended_at, state, file, bytes, note) values ($1, $2, plaudit.plaudit_now(), $3, $4, $5, $6)`;

async function enter(client: pg.ClientBase, { takenAt, state, file, bytes, note }: Entry): Promise<void> {
  await client.query(entering, [randomUUID(), takenAt, state, file, bytes, note.slice(0, 500)]);
}

async function taken(config: Config, client: pg.ClientBase, ownerUrl: string, secret: string, how: BackingUp): Promise<Taken> {
  const began = new Date().toISOString();
  try {
    const { version } = runningSource();
    const made = await takeBackup({ ...how, ownerUrl, secret, version, dataFolder: config.dataFolder, store: storeOf(config) });
    const state = made.damage === 0 ? 'whole' : 'damaged';
    await enter(client, { state, takenAt: made.manifest.takenAt, file: made.file, bytes: made.bytes, note: '' });
    return made;
  } catch (error) {
    // The list is for people who look at a page; whoever gave the command hears the reason itself.
    const note = error instanceof Problem ? error.code : 'a fault; the log of the backup says more';
    await enter(client, { state: 'failed', takenAt: began, file: '', bytes: 0, note }).catch(() => undefined);
    throw error;
  }
}

/** @throws Problem those of taking a backup */
export async function backUp(config: Config, how: BackingUp): Promise<Taken> {
  const secret = readSecret(config);
  if (secret === undefined) throw problem('installation.none-here', { folder: config.dataFolder });
  return withOwnerUrl(config, async (ownerUrl) => {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: 'plaudit backup' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await refuseUnfinishedRestore(client);
      const made = await taken(config, client, ownerUrl, secret, how);
      const erasures = await erasuresIn(client);
      for (const folder of [how.to, config.dataFolder]) await keepErasures(folder, erasures);
      return made;
    } finally {
      await client.end();
    }
  });
}
