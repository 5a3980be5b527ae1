/**
 * A restore: into an empty place, all or nothing. Until its last step a mark keeps every process from serving: rows alone would bring
 * back who was erased since, and mail that has left already. Run again after a kill, it goes on where it was.
 */
import { join } from 'node:path';
import pg from 'pg';
import { problem } from '#core/problems/problem.ts';
import { beginLoad, moveCounter } from '#platform/backup/load.server.ts';
import { mark } from '#platform/backup/mark.server.ts';
import { readBackup, readBeginning } from '#platform/backup/read.server.ts';
import type { Config } from '#platform/config.server.ts';
import { migrate } from '#platform/database/migrate.server.ts';
import { withOwnerUrl } from '#platform/postgres/with-owner.server.ts';
import { allTasks } from '#platform/queue/tasks.server.ts';
import type { Say } from '#platform/say.server.ts';
import { storeOf } from './doors/store.ts';
import { contentKeeper } from './restoring/content.ts';
import { erasuresSince, type Since } from './restoring/erasures.ts';
import { needSecret } from './restoring/secret.ts';
import { type Settled, settle } from './restoring/settle.ts';
import './slices.ts';

export type Restoring = {
  readonly file: string;
  readonly passphrase: string;
  readonly erasures: Since;
  readonly progress: (bytes: number) => void;
};
export type Restored = Settled & { readonly takenAt: string; readonly version: string; readonly rows: number; readonly files: number };
type Counts = { readonly rows: number; readonly files: number };

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'plaudit restore' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const heldTasks = () => [...allTasks().values()].filter(({ foreign }) => foreign).map(({ name }) => name);

/** Rows and content; the rows are there once all of both is. */
async function load(config: Config, ownerUrl: string, { file, passphrase, progress }: Restoring): Promise<Counts> {
  const { manifest, secret } = await readBeginning(file, passphrase);
  const loading = await beginLoad({ ownerUrl, secret, manifest, heldTasks: heldTasks() });
  try {
    const content = contentKeeper(join(config.dataFolder, 'uploads'), storeOf(config));
    const { contents } = await readBackup(file, passphrase, { rows: loading.rows, content, progress });
    await loading.commit(file);
    return { rows: Object.values(contents.tables).reduce((sum, { rows }) => sum + rows, 0), files: contents.files.count };
  } finally {
    await loading.close();
  }
}

/** @throws Problem those of reading a backup, `backup.not-empty`, `backup.other-secret`, `backup.newer`, `backup.erasures-unknown` */
export async function restore(config: Config, restoring: Restoring, say: Say): Promise<Restored> {
  const { manifest, secret } = await readBeginning(restoring.file, restoring.passphrase);
  const erased = await erasuresSince(manifest.takenAt, restoring.file, config, restoring.erasures);
  needSecret(config, secret);
  return withOwnerUrl(
    config,
    async (ownerUrl) => {
      const before = await withClient(ownerUrl, mark.find);
      if (before !== undefined && before.backup !== manifest.id) throw problem('installation.restore-unfinished', { file: before.file });
      const counts = before === undefined ? await load(config, ownerUrl, restoring) : { rows: 0, files: 0 };
      await withClient(ownerUrl, moveCounter);
      await migrate(ownerUrl, { say });
      const settled = await settle({ ownerUrl, secret, manifest, erased, dataFolder: config.dataFolder });
      await withClient(ownerUrl, mark.clear);
      return { ...counts, ...settled, takenAt: manifest.takenAt, version: manifest.version };
    },
    say,
  );
}
