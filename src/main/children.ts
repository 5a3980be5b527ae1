/** The processes under a supervisor: what each is given, how they are started, replaced and stopped. */
import { execFile, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '#platform/config.server.ts';
import { roleUrl } from '#platform/database/roles.server.ts';
import { keepGroup, webSpawner } from '#platform/processes/group.server.ts';
import { type Say, sentences } from '#platform/say.server.ts';

export const root = resolve(import.meta.dirname, '../..');
export const program = (name: string) => resolve(root, 'src', name);

/** For errands in the owner's name: the demo, a migration. */
export function ownerEnvironment(config: Config, ownerUrl: string): Record<string, string> {
  return { DATABASE_URL: ownerUrl, PLAUDIT_DATA: config.dataFolder, NODE_ENV: process.env.NODE_ENV ?? 'production' };
}

/** For those who serve: their own role's connection, and nothing of the owner's. */
function servingEnvironment(config: Config, ownerUrl: string, secret: string): Record<string, string> {
  return {
    ...ownerEnvironment(config, ''),
    PLAUDIT_BACKUP_PASSPHRASE: '',
    PLAUDIT_APP_DATABASE_URL: config.appDatabaseUrl ?? roleUrl(ownerUrl, secret, 'app'),
    PLAUDIT_JOBS_DATABASE_URL: config.jobsDatabaseUrl ?? roleUrl(ownerUrl, secret, 'jobs'),
  };
}

export type Children = {
  readonly ready: Promise<unknown>;
  /** Takes up the code and migrations that lie in the checkout now, one process after the other. */
  readonly reload: () => Promise<void>;
  readonly stopWebs: (how: 'together' | 'now') => Promise<void>;
  readonly stopJobs: (how: 'together' | 'now') => Promise<void>;
};

export function startChildren(config: Config, ownerUrl: string, secret: string, say: Say): Children {
  const env = servingEnvironment(config, ownerUrl, secret);
  const webs = keepGroup({ name: 'web', count: config.webs, spawn: webSpawner(program('main/web.ts'), env), say });
  const spawnJobs = () => fork(program('main/jobs.ts'), { execArgv: [], env: { ...process.env, ...env } });
  const jobs = keepGroup({ name: 'jobs', count: 1, spawn: spawnJobs, say });

  const reload = async () => {
    say(sentences.reloading);
    // By the launcher, in processes of their own: packages may have changed too, and this process still runs the code from before.
    const env = { ...process.env, ...ownerEnvironment(config, ownerUrl) };
    for (const command of ['prepare', 'migrate']) await promisify(execFile)(resolve(root, 'plaudit'), [command], { env });
    await webs.replaceAll();
    await jobs.replaceAll();
    say(sentences.reloaded);
  };
  return { ready: Promise.all([webs.ready, jobs.ready]), reload, stopWebs: webs.stop, stopJobs: jobs.stop };
}
