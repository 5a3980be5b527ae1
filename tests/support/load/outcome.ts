/** What came of a load: latencies from the instant a request was due, and whether the run counts at all. */
import type { Heard } from './loops.ts';

export type Outcome = {
  readonly offered: number;
  /** Share of what was offered that was answered well, no later than a second after the last was due. */
  readonly reached: number;
  /** Milliseconds from the intended start to the answer. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds from the actual start: what a closed loop would call latency. */
  readonly serviceP99: number;
  /** Milliseconds by which the generator itself was late. */
  readonly lateP99: number;
};

/** The smallest value that at least this share of all do not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const grace = 1_000;

export function outcomeOf(heard: readonly Heard[], seconds: number): Outcome {
  const well = heard.filter(({ ok, answered }) => ok && answered <= seconds * 1_000 + grace);
  const latencies = heard.map(({ intended, answered }) => answered - intended);
  return {
    offered: heard.length,
    reached: heard.length === 0 ? 0 : well.length / heard.length,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    serviceP99: quantile(
      heard.map(({ sent, answered }) => answered - sent),
      0.99,
    ),
    lateP99: quantile(
      heard.map(({ intended, sent }) => sent - intended),
      0.99,
    ),
  };
}

/** A run that did not get through what it offered says nothing of latency, whatever its figures are. */
export const isVoid = ({ reached }: Outcome): boolean => reached < 0.99;
