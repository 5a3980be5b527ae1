/** The database a supervisor works with: its own embedded server, or the one it was told of, waited for with patience. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { problem } from '#core/problems/problem.ts';
import { refuseUnfinishedRestore } from '#platform/backup/mark.server.ts';
import type { Config } from '#platform/config.server.ts';
import { startEmbedded } from '#platform/postgres/embedded.server.ts';
import { type Say, sentences } from '#platform/say.server.ts';

export type OwnedDatabase = { readonly ownerUrl: string; readonly stop: (urgency?: 'ask' | 'insist') => Promise<void> };

const oldest = 15;
/** In compose files and after a power cut the database comes up at the same time as we do. */
const patience = 60_000;
/** For the supervisor's own short errands, and an operator with a console. */
const spare = 20;

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, application_name: 'plaudit start', connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '0';
  } finally {
    await client.end();
  }
}

/** Wrong password, no such database: waiting does not help. */
const final = /^(28|3D)/;

async function reach(url: string, say: Say, stop: AbortSignal): Promise<void> {
  const { host } = new URL(url);
  const deadline = performance.now() + patience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const version = await versionOf(url);
      if (Number.parseInt(version, 10) < oldest) throw problem('installation.database-too-old', { version });
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (!(error instanceof Error) || code.startsWith('installation.')) throw error;
      if (final.test(code) || performance.now() > deadline || stop.aborted)
        throw problem('installation.database-unreachable', { at: host, reason: error.message || code });
      if (attempt === 1) say(sentences.databaseAwaited(host));
    }
    await sleep(500);
  }
}

/** @throws Problem `installation.restore-unfinished` */
export async function needFinished(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'plaudit start' });
  await client.connect();
  try {
    await refuseUnfinishedRestore(client);
  } finally {
    await client.end();
  }
}

export async function openOwnedDatabase(config: Config, say: Say, stop: AbortSignal): Promise<OwnedDatabase> {
  if (config.databaseUrl === undefined) {
    // While webs are replaced there is one more; jobs have a pool of their own.
    return startEmbedded(config.dataFolder, say, { connections: Math.max(100, (config.webs + 2) * config.pool + spare) });
  }
  await reach(config.databaseUrl, say, stop);
  return { ownerUrl: config.databaseUrl, stop: () => Promise.resolve() };
}
