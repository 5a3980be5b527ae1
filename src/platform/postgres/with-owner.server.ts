/** For commands that need the database: the one that is there, or the embedded one for the time of the command. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '#core/problems/problem.ts';
import type { Config } from '../config.server.ts';
import type { Say } from '../say.server.ts';
import { pathsOf } from './cluster.server.ts';
import { type Embedded, startEmbedded } from './embedded.server.ts';
import { urlsOf } from './owner.server.ts';
import { runningServer } from './postmaster.server.ts';

/** How long a command waits for another process that is just starting or stopping the server. */
const patience = 30_000;

/** The owner's connection to the running database, without starting one. */
export function runningOwnerUrl(config: Config): string | undefined {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const paths = pathsOf(config.dataFolder);
  const server = runningServer(paths);
  return server?.status === 'ready' ? urlsOf(paths, server.port).ownerUrl : undefined;
}

async function startUnlessRunning(config: Config, say: Say): Promise<{ ownerUrl: string; embedded?: Embedded }> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      // First the lock: a server without a supervisor is adopted and stopped again, so that none is left behind.
      const embedded = await startEmbedded(config.dataFolder, say);
      return { ownerUrl: embedded.ownerUrl, embedded };
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'installation.in-use')) throw error;
      const ownerUrl = runningOwnerUrl(config);
      if (ownerUrl !== undefined) return { ownerUrl };
      if (performance.now() > deadline) throw error;
    }
    await sleep(200);
  }
}

/** Runs `work` with the owner's connection: `DATABASE_URL`, the running server's, or that of a server started for it. */
export async function withOwnerUrl<T>(config: Config, work: (ownerUrl: string) => Promise<T>, say: Say = () => undefined): Promise<T> {
  if (config.databaseUrl !== undefined) return work(config.databaseUrl);
  const { ownerUrl, embedded } = await startUnlessRunning(config, say);
  try {
    return await work(ownerUrl);
  } finally {
    await embedded?.stop();
  }
}
