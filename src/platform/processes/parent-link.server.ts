/** What a supervised process and its supervisor say to each other over the channel between them. */

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

/** Once a second, from the event loop itself: a loop that hangs is silent. `progressAt` tells of work beyond the loop. */
export function reportProgress(progressAt: () => number): void {
  if (isSupervised) setInterval(() => report({ kind: 'progress', at: progressAt() }), 1_000).unref();
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
  process.on('message', (message: Order) => {
    if (message.kind === 'stop') once('all-stops')();
  });
}
