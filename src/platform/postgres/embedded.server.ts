/**
 * The embedded PostgreSQL of a data folder: made once, started or adopted, kept running, stopped last. One supervisor a
 * folder; the server itself outlives a supervisor that is killed, and the next one takes it over.
 */
import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '#core/problems/problem.ts';
import { makeFolder } from '../data-folder.server.ts';
import { holderOf, type Lock, tryLock } from '../processes/lock.server.ts';
import { type Say, sentences } from '../say.server.ts';
import { checkReachable, findBinaries } from './binaries.server.ts';
import { ensureCluster, type Paths, pathsOf } from './cluster.server.ts';
import { keepRunning, startOn } from './keep-running.server.ts';
import { ensureOwner, urlsOf } from './owner.server.ts';
import { choosePort } from './port.server.ts';
import { becomesReady, type Postmaster, runningServer, stopServer, type Urgency, watchServer } from './postmaster.server.ts';

export type EmbeddedOptions = {
  /** `none` is for tests: everything may be lost when the machine stops. */
  readonly durability?: 'full' | 'none';
  /** Sessions the server admits. */
  readonly connections?: number;
  /** `too` is for tests: the server listens on a socket in its own folder as well, where a statement costs half of what it does over TCP. */
  readonly sockets?: 'none' | 'too';
};

export type Embedded = {
  /** May make roles and databases; owns the database `plaudit`. */
  readonly ownerUrl: string;
  /** For what only a superuser may: nothing in the product needs it after set-up. */
  readonly superUrl: string;
  /** Whether the server ran already, left over by a supervisor that was killed. */
  readonly adopted: boolean;
  readonly pid: () => number;
  readonly stop: (urgency?: Urgency) => Promise<void>;
};

const unsafe = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'wal_level=minimal', 'max_wal_senders=0'];

function commandFor(postgres: string, paths: Paths, port: number, options: EmbeddedOptions): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${options.sockets === 'too' ? realpathSync(paths.cluster) : ''}`,
    `max_connections=${options.connections ?? 100}`,
    'timezone=UTC',
    'log_timezone=UTC',
    'log_line_prefix=%m [%p] %q%u@%d ',
    // What a statement was refused for repeats what people wrote; the processes that sent it log what can be told of it.
    'log_min_messages=log',
    'log_error_verbosity=terse',
    'jit=off',
    ...(options.durability === 'none' ? unsafe : []),
  ];
  return [postgres, '-D', realpathSync(paths.cluster), ...settings.flatMap((setting) => ['-c', setting])];
}

type Started = { readonly server: Postmaster; readonly port: number; readonly adopted: boolean };

/** Takes over a server that runs just as we would start it; one that runs otherwise (an upgrade, other settings) is stopped first. */
async function adopt(postgres: string, paths: Paths, options: EmbeddedOptions, say: Say): Promise<Started | undefined> {
  const found = runningServer(paths);
  if (found === undefined) return undefined;
  const server = watchServer(found.pid);
  const wanted = commandFor(postgres, paths, found.port, options);
  const same = wanted.length === found.command.length && wanted.every((word, i) => word === found.command[i]);
  if (same && found.status !== 'stopping' && (await becomesReady(server, paths, () => say(sentences.databaseRecovering)))) {
    return { server, port: found.port, adopted: true };
  }
  await stopServer(server, 'ask');
  return undefined;
}

async function startOrAdopt(paths: Paths, say: Say, options: EmbeddedOptions): Promise<Started> {
  const binaries = findBinaries();
  checkReachable(binaries, paths.folder);
  await ensureCluster(paths, binaries, say, { sync: options.durability !== 'none' });
  const adopted = await adopt(binaries.postgres, paths, options, say);
  if (adopted !== undefined) return adopted;
  for (;;) {
    const port = await choosePort(paths);
    const server = await startOn(commandFor(binaries.postgres, paths, port, options), paths, say);
    if (server !== undefined) return { server, port, adopted: false };
  }
}

/** A supervisor that was killed a moment ago may still be dying, so a refusal is not taken at its first word. */
async function lockDataFolder(paths: Paths): Promise<Lock> {
  makeFolder(paths.folder);
  const deadline = performance.now() + 1_000;
  for (;;) {
    const lock = tryLock(paths.lock);
    if (lock !== undefined) return lock;
    if (performance.now() > deadline) break;
    await sleep(50);
  }
  const holder = holderOf(paths.lock);
  throw problem('installation.in-use', { folder: paths.folder, pid: holder?.pid ?? null, since: holder?.since ?? null });
}

export async function startEmbedded(dataFolder: string, say: Say, options: EmbeddedOptions = {}): Promise<Embedded> {
  makeFolder(dataFolder);
  const paths = pathsOf(dataFolder);
  const lock = await lockDataFolder(paths);
  try {
    const { server, port, adopted } = await startOrAdopt(paths, say, options);
    const urls = urlsOf(paths, port);
    const kept = keepRunning(server, commandFor(findBinaries().postgres, paths, port, options), paths, say);
    const stop = async (urgency: Urgency = 'ask') => {
      await kept.stop(urgency);
      lock.release();
    };
    try {
      await ensureOwner(urls);
    } catch (error) {
      await stop();
      throw error;
    }
    return { ...urls, adopted, pid: kept.pid, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}
