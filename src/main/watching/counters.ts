/**
 * What a process counts of its own work. The counts are written to the process's row every few seconds, so that whoever asks one web
 * process for the figures hears of all of them, on whatever machines they run. Nothing of what was asked for is in them.
 */
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Database } from '#platform/database/transaction.server.ts';

/** Upper ends of the buckets of answer times, in seconds. */
export const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export const countersShape = z.object({
  answers: z.record(z.string(), z.number()),
  /** By bucket, the last one beyond all bounds; not cumulated. */
  times: z.array(z.number()),
  seconds: z.number(),
  residentBytes: z.number(),
  cpuSeconds: z.number(),
});
export type Counters = z.output<typeof countersShape>;

export type Counter = {
  readonly answered: (status: number, milliseconds: number) => void;
  readonly now: () => Counters;
};

export function startCounter(): Counter {
  const answers: Record<string, number> = {};
  const times = Array.from({ length: bounds.length + 1 }, () => 0);
  let seconds = 0;
  return {
    answered: (status, milliseconds) => {
      const kind = `${Math.floor(status / 100)}xx`;
      answers[kind] = (answers[kind] ?? 0) + 1;
      const took = milliseconds / 1_000;
      seconds += took;
      const at = bounds.findIndex((bound) => took <= bound);
      const bucket = at < 0 ? bounds.length : at;
      times[bucket] = (times[bucket] ?? 0) + 1;
    },
    now: () => {
      const { user, system } = process.cpuUsage();
      return {
        answers: { ...answers },
        times: [...times],
        seconds,
        residentBytes: process.memoryUsage.rss(),
        cpuSeconds: (user + system) / 1e6,
      };
    },
  };
}

/** The name a process counts under; two machines may have a process of the same number. */
export const countingAs = (kind: 'web' | 'jobs'): string => `${kind} ${hostname()} ${process.pid}`;

export async function writeCounters(database: Database, name: string, counters: Counters): Promise<void> {
  await database.pool.query(
    `insert into directory.pulses (process, pulse_at, counters) values ($1, plaudit.plaudit_now(), $2)
     on conflict (process) do update set pulse_at = excluded.pulse_at, counters = excluded.counters`,
    [name, JSON.stringify(counters)],
  );
}

const every = 5_000;

/** Until the process ends; a database that is away costs nothing but a gap. */
export function keepWriting(database: Database, name: string, counter: Counter): () => void {
  const timer = setInterval(() => void writeCounters(database, name, counter.now()).catch(() => undefined), every);
  timer.unref();
  return () => clearInterval(timer);
}
