/** What the operator asks of a supervisor: Ctrl-C once to stop, twice to insist; SIGHUP to take up new code without a pause. */
import { closeSync, openSync } from 'node:fs';

export type Requests = {
  /** Aborted at the first Ctrl-C or SIGTERM. */
  readonly stop: AbortSignal;
  /** Aborted at the second. */
  readonly insist: AbortSignal;
  readonly onReload: (reload: () => void) => void;
};

/** `npm start` passes a Ctrl-C on that the terminal has sent us already: within this time two are one. */
const echo = 500;

function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

export function listenToOperator(): Requests {
  const stop = new AbortController();
  const insist = new AbortController();
  const startedAtTerminal = hasTerminal();
  let asked = Number.NEGATIVE_INFINITY;
  let reload: () => void = () => undefined;
  const ask = () => {
    const now = performance.now();
    if (now - asked < echo) return;
    asked = now;
    if (stop.signal.aborted) insist.abort();
    else stop.abort();
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  // A terminal that closes sends SIGHUP too, and then nobody is left who asked for anything.
  process.on('SIGHUP', () => (startedAtTerminal && !hasTerminal() ? ask() : reload()));
  return {
    stop: stop.signal,
    insist: insist.signal,
    onReload: (next) => {
      reload = next;
    },
  };
}
