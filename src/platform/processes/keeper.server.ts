/**
 * Keeps one process alive: starts it, starts it again when it ends, kills it when it makes no progress. A process that
 * never gets ready is given up after a few attempts; one that was ready once is started again for ever.
 */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '#core/problems/problem.ts';
import { type Say, sentences } from '../say.server.ts';
import type { Order, Report } from './parent-link.server.ts';

export type KeeperOptions = {
  /** As it is called in what the operator reads: `web 1`, `jobs`. */
  readonly name: string;
  readonly spawn: () => ChildProcess;
  readonly say: Say;
  /** Ticks of one second without progress after which a process counts as hung. Ticks, not time: a sleeping machine loses both. */
  readonly patience?: number;
  /** Milliseconds a process has to stop when asked. */
  readonly grace?: number;
};

export type Keeper = {
  readonly name: string;
  /** Settles when the process serves; rejects when it was given up. */
  readonly ready: Promise<void>;
  readonly pid: () => number | undefined;
  /** `together` when everything stops, `alone` when others take over; `now` does not ask. */
  readonly stop: (how: 'together' | 'alone' | 'now') => Promise<void>;
};

const attempts = 3;
const shortestPause = 250;
const longestPause = 5_000;
/** A process that lived this long had a reason of its own to end. */
const settledAfter = 5_000;
const startPatience = 60;

type Run = { readonly child: ChildProcess; readonly ready: Promise<boolean>; readonly ended: Promise<string>; readonly startedAt: number };

function watch(child: ChildProcess, name: string, patience: number, say: Say): Run {
  let silent = 0;
  let limit = startPatience;
  let progress = Number.NaN;
  let getReady: (yes: boolean) => void = () => undefined;
  const ready = new Promise<boolean>((done) => {
    getReady = done;
  });
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `code ${code}`));
  });
  child.on('message', (message: Report) => {
    if (message.kind === 'ready') {
      limit = patience;
      silent = 0;
      getReady(true);
    } else if (message.kind === 'progress' && message.at !== progress) {
      progress = message.at;
      silent = 0;
    }
  });
  const watchdog = setInterval(() => {
    silent += 1;
    if (silent !== limit) return;
    say(sentences.processHangs(name, limit));
    child.kill('SIGKILL');
  }, 1_000);
  void ended.then(() => {
    clearInterval(watchdog);
    getReady(false);
  });
  return { child, ready, ended, startedAt: performance.now() };
}

async function endRun(run: Run, how: 'together' | 'alone' | 'now', grace: number): Promise<void> {
  if (how === 'now') run.child.kill('SIGKILL');
  else if (how === 'alone') run.child.kill('SIGTERM');
  else if (run.child.connected) run.child.send({ kind: 'stop' } satisfies Order, () => undefined);
  const patience = new AbortController();
  const late = sleep(grace, 'late', { signal: patience.signal }).catch(() => 'stopped');
  if ((await Promise.race([run.ended, late])) === 'late') run.child.kill('SIGKILL');
  patience.abort();
  await run.ended;
}

export function keepAlive({ name, spawn, say, patience = 20, grace = 30_000 }: KeeperOptions): Keeper {
  let run = watch(spawn(), name, patience, say);
  let stopping = false;
  let wasReady = false;
  let wake: () => void = () => undefined;
  const pause = (milliseconds: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, milliseconds);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  const firstReady = Promise.withResolvers<void>();
  firstReady.promise.catch(() => undefined);
  const keeping = (async () => {
    for (let failures = 0; ; ) {
      if (await run.ready) {
        wasReady = true;
        firstReady.resolve();
      }
      const how = await run.ended;
      if (stopping) return;
      failures = performance.now() - run.startedAt > settledAfter ? 1 : failures + 1;
      if (!wasReady && failures === attempts) {
        firstReady.reject(problem('installation.process-does-not-start', { name, times: failures, ended: how }));
        return;
      }
      const wait = Math.min(shortestPause * 2 ** (failures - 1), longestPause);
      say(sentences.processEnded(name, how, wait));
      await pause(wait);
      if (stopping) return;
      run = watch(spawn(), name, patience, say);
    }
  })();

  const stop = async (how: 'together' | 'alone' | 'now') => {
    stopping = true;
    wake();
    await endRun(run, how, grace);
    await keeping;
  };
  return { name, ready: firstReady.promise, pid: () => run.child.pid, stop };
}
