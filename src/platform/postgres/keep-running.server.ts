/** Starting the server with patience, and starting it again whenever it ends unasked. */
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '#core/problems/problem.ts';
import { type Say, sentences } from '../say.server.ts';
import type { Paths } from './cluster.server.ts';
import { becomesReady, exitOf, type Postmaster, spawnServer, stopServer, type Urgency } from './postmaster.server.ts';

/** What the server wrote to its log since a point in it. */
function logSince(paths: Paths, offset: number): string {
  const log = readFileSync(paths.log);
  return log.subarray(log.length < offset ? 0 : offset).toString();
}

function logSize(paths: Paths): number {
  return statSync(paths.log, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last server's processes may take a moment to be gone after a kill; anything else is final. */
const passing = /already exists|is still in use|in use by|Is another postmaster/;
const givesUpAfter = 10_000;

/** Starts the server on a port; `undefined` when the port was snatched away in between. */
export async function startOn(command: readonly string[], paths: Paths, say: Say): Promise<Postmaster | undefined> {
  const deadline = performance.now() + givesUpAfter;
  for (;;) {
    const offset = logSize(paths);
    const child = spawnServer(command, paths);
    const server = { pid: child.pid, exited: exitOf(child) };
    if (await becomesReady(server, paths, () => say(sentences.databaseRecovering))) return server;
    const output = logSince(paths, offset);
    if (/Address already in use/.test(output)) return undefined;
    if (/No space left on device/.test(output)) throw problem('installation.no-space', { folder: paths.folder, needed: 256, free: 0 });
    if (!passing.test(output) || performance.now() > deadline) {
      throw problem('installation.database-failed', { doing: 'postgres', output: output.trim().split('\n').slice(-12).join('\n') });
    }
    await sleep(250);
  }
}

/** Starts the server again whenever it ends unasked, on the same port: connection strings are in use. */
export function keepRunning(first: Postmaster, command: readonly string[], paths: Paths, say: Say) {
  let server = first;
  let stopping = false;
  const again = async () => {
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        const started = await startOn(command, paths, say);
        if (started !== undefined && !stopping) return started;
        if (started !== undefined) await stopServer(started, 'ask');
        else say(sentences.databasePortLost);
      } catch (error) {
        say(sentences.databaseNotBack(String(error)));
      }
      await sleep(pause);
    }
    return undefined;
  };
  const watching = (async () => {
    for (;;) {
      await server.exited;
      if (stopping) return;
      say(sentences.databaseDied);
      const started = await again();
      if (started === undefined) return;
      server = started;
      say(sentences.databaseBack);
    }
  })();
  return {
    pid: () => server.pid,
    stop: async (urgency: Urgency) => {
      stopping = true;
      await stopServer(server, urgency);
      await watching;
    },
  };
}
