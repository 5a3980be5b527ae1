/** One run of the database server: found, started, waited for, stopped. `postmaster.pid` in the cluster is what it says of itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, rmSync, statSync, truncateSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '#core/problems/problem.ts';
import { commandLineOf, isAlive, processesIn } from '../processes/process-table.server.ts';
import { bareEnvironment, databaseUser } from './binaries.server.ts';
import type { Paths } from './cluster.server.ts';

const largestLog = 10 * 1024 * 1024;

/** `exited` settles when the server is gone, whoever its parent is. */
export type Postmaster = { readonly pid: number; readonly exited: Promise<void> };

type PidFile = { readonly pid: number; readonly port: number; readonly status: string };

const pidFileOf = (paths: Paths) => resolve(paths.cluster, 'postmaster.pid');

function readPidFile(paths: Paths): PidFile | undefined {
  try {
    const lines = readFileSync(pidFileOf(paths), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

function isOurServer(pid: number, paths: Paths): boolean {
  return isAlive(pid) && commandLineOf(pid).includes(realpathSync(paths.cluster));
}

/** The server that already runs on this cluster, if any. */
export function runningServer(paths: Paths): (PidFile & { readonly command: readonly string[] }) | undefined {
  const file = readPidFile(paths);
  return file !== undefined && isOurServer(file.pid, paths) ? { ...file, command: commandLineOf(file.pid) } : undefined;
}

/** Watches a server that another process started: its end cannot be waited for, only noticed. */
export function watchServer(pid: number): Postmaster {
  const watch = async () => {
    while (isAlive(pid)) await sleep(200, undefined, { ref: false });
  };
  return { pid, exited: watch() };
}

/**
 * A number in `postmaster.pid` may be a zombie's, or after a restart of the machine somebody else's; PostgreSQL would refuse
 * for ever. The file goes only when no process at all works in the cluster: backends can outlive a killed postmaster for a moment.
 */
function clearStalePidFile(paths: Paths): void {
  const file = readPidFile(paths);
  if (file === undefined || isOurServer(file.pid, paths)) return;
  if (processesIn(realpathSync(paths.cluster)).length === 0) rmSync(pidFileOf(paths), { force: true });
}

/** Starts the server in a session of its own: Ctrl-C in the terminal is for us, and we stop it last. */
export function spawnServer(command: readonly string[], paths: Paths): ChildProcess & { readonly pid: number } {
  clearStalePidFile(paths);
  const log = openSync(paths.log, 'a', 0o600);
  if (statSync(paths.log).size > largestLog) truncateSync(paths.log);
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    ...databaseUser(),
    cwd: paths.cluster,
    env: bareEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  if (child.pid === undefined) throw problem('installation.database-failed', { doing: 'postgres', output: `cannot start ${program}` });
  return Object.assign(child, { pid: child.pid });
}

export function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
}

/** Until the server says `ready`: an accepted connection is not readiness. `false` when it ended instead. */
export async function becomesReady(server: Postmaster, paths: Paths, onSlow: () => void): Promise<boolean> {
  let ended = false;
  void server.exited.then(() => {
    ended = true;
  });
  const slow = setTimeout(onSlow, 3_000);
  try {
    while (!ended) {
      const file = readPidFile(paths);
      if (file?.pid === server.pid && file.status === 'ready') return true;
      await sleep(10);
    }
    return false;
  } finally {
    clearTimeout(slow);
  }
}

export type Urgency = 'ask' | 'insist';

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

async function endsWithin(server: Postmaster, milliseconds: number): Promise<boolean> {
  const waiting = new AbortController();
  const late = sleep(milliseconds, false, { signal: waiting.signal }).catch(() => true);
  const ended = await Promise.race([server.exited.then(() => true), late]);
  waiting.abort();
  return ended;
}

/** `ask` ends sessions and writes a checkpoint; `insist` leaves that to the next start's recovery. Nothing committed is lost by either. */
export async function stopServer(server: Postmaster, urgency: Urgency): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', urgency === 'ask' ? 30_000 : 0],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, patience] of steps) {
    if (patience === 0) continue;
    signal(server.pid, name);
    if (await endsWithin(server, patience)) return;
  }
}
