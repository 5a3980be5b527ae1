/**
 * What the clients know: one line for every call that was answered, in a file outside of the product, written when the
 * answer came. The checker reads this file and the database and asks no client anything.
 */
import { appendFileSync, readFileSync } from 'node:fs';

export type Line = {
  /** Number of the call, unique in the storm: also what marks its effect where a text can carry it. */
  readonly call: string;
  /** Name of the operation. */
  readonly kind: string;
  readonly client: number;
  readonly person: string | null;
  /** The keys it was sent under: one, unless the storm works without idempotency. */
  readonly keys: readonly string[];
  /** What was heard instead of an answer, each time, before one came. */
  readonly unheard: readonly string[];
  readonly outcome: 'ok' | 'fail';
  /** The status of the answer. */
  readonly answer: string;
  /** What the checker needs to find the effect: which entry, whose role. */
  readonly about: Readonly<Record<string, string>>;
  readonly at: number;
};

export type Ledger = {
  readonly file: string;
  readonly write: (line: Line) => void;
  readonly acknowledged: () => number;
};

export function openLedger(file: string): Ledger {
  let acknowledged = 0;
  return {
    file,
    write: (line) => {
      appendFileSync(file, `${JSON.stringify(line)}\n`);
      if (line.outcome === 'ok') acknowledged += 1;
    },
    acknowledged: () => acknowledged,
  };
}

export function readLedger(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Line);
}

/** The longest time, in milliseconds, in which no write was acknowledged to anybody. */
export function longestSilence(lines: readonly Line[]): number {
  const times = lines
    .filter(({ outcome }) => outcome === 'ok')
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  return times.reduce((longest, at, i) => Math.max(longest, at - (times[i - 1] ?? at)), 0);
}
