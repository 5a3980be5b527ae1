/** What a supervised process and its supervisor say to each other over the channel between them; alone, who listens instead. */
import { Worker } from 'node:worker_threads';

/** `at` is any number that grows while the process gets on with its work. */
export type Report = { readonly kind: 'ready' } | { readonly kind: 'progress'; readonly at: number };
export type Order = { readonly kind: 'stop' };

/** Under a supervisor there is a channel; alone on its machine a process has none. */
export const isSupervised: boolean = process.send !== undefined;

function report(message: Report): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

export function reportReady(): void {
  report({ kind: 'ready' });
}

/** For a process without a supervisor: a thread that ends it when the number it is shown has not moved for so many seconds. */
const watcher = `
  const { beats, patience } = require('node:worker_threads').workerData;
  let seen = -1;
  let silent = 0;
  setInterval(() => {
    const beat = Atomics.load(beats, 0);
    silent = beat === seen ? silent + 1 : 0;
    seen = beat;
    if (silent === patience) process.kill(process.pid, 'SIGKILL');
  }, 1000);`;

function watchedByThread(patience: number): () => void {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  new Worker(watcher, { eval: true, execArgv: [], workerData: { beats, patience } }).unref();
  return () => void Atomics.add(beats, 0, 1);
}

/**
 * Shows once a second, from the event loop itself, that work goes on; a loop that hangs is silent. `progressAt` tells of
 * work beyond the loop. Who hears nothing for a while ends this process: the supervisor, or alone a thread of its own,
 * and whatever looks after the machine's services starts it again.
 */
export function showProgress(progressAt: () => number, patience = 20): void {
  const beat = isSupervised ? undefined : watchedByThread(patience);
  let before = Number.NaN;
  const show = () => {
    const at = progressAt();
    if (beat === undefined) report({ kind: 'progress', at });
    else if (at !== before) beat();
    before = at;
  };
  setInterval(show, 1_000).unref();
}

export type Ending =
  /** Everything stops: nobody is to be waited for who is not being served. */
  | 'all-stops'
  /** This process alone stops; others go on and callers come back to them. */
  | 'replaced'
  /** The supervisor is gone: whoever comes next starts afresh. */
  | 'orphaned';

/**
 * Calls `end` once, when it is time. The terminal's Ctrl-C reaches every process of the group; under a supervisor it is
 * the supervisor's to hear, so that the order of stopping is kept.
 */
export function whenToEnd(end: (why: Ending) => void): void {
  let asked = false;
  const once = (why: Ending) => () => {
    if (asked) return;
    asked = true;
    end(why);
  };
  process.on('SIGTERM', once('replaced'));
  process.on('SIGINT', isSupervised ? () => undefined : once('all-stops'));
  if (isSupervised) process.on('SIGHUP', () => undefined);
  process.on('disconnect', once('orphaned'));
  // Killed while this process was still starting: nobody heard it then.
  if (isSupervised && !process.connected) once('orphaned')();
  process.on('message', (message: Order) => {
    if (message.kind === 'stop') once('all-stops')();
  });
}
