/** The product under a steady load: what a request costs the processes that answer it, and how many get through in a second. */
import type { Product } from '#tests/support/product.ts';
import { cpuOfTrees } from './cpu.ts';
import { meanOf } from './figure.ts';

export type Load = {
  readonly n: number;
  /** CPU milliseconds a request, of the web processes and of the database. */
  readonly web: number;
  readonly database: number;
  readonly cpu: number;
  readonly error: number;
  readonly perSecond: number;
};

/** Seconds in which all workers together did it so many times. */
async function batch<Worker>(count: number, workers: readonly Worker[], work: (worker: Worker) => Promise<unknown>): Promise<number> {
  let left = count;
  const began = performance.now();
  const one = async (worker: Worker) => {
    while (left > 0) {
      left -= 1;
      await work(worker);
    }
  };
  await Promise.all(workers.map(one));
  return (performance.now() - began) / 1_000;
}

const batches = 5;

/** `n` requests by all workers at once, in five batches, after a fifth of them to warm up. */
export async function measure<Worker>(
  product: Product,
  n: number,
  workers: readonly Worker[],
  work: (worker: Worker) => Promise<unknown>,
): Promise<Load> {
  await batch(n / 5, workers, work);
  const size = n / batches;
  const times: { web: number; database: number; seconds: number }[] = [];
  for (let i = 0; i < batches; i += 1) {
    const [webs, servers] = [product.pids('web'), product.pids('postmaster')];
    const before = [cpuOfTrees(webs), cpuOfTrees(servers)] as const;
    const seconds = await batch(size, workers, work);
    times.push({ web: cpuOfTrees(webs) - before[0], database: cpuOfTrees(servers) - before[1], seconds });
  }
  const mean = (of: (time: (typeof times)[number]) => number) => meanOf(times.map((time) => of(time) / size));
  const whole = mean(({ web, database }) => web + database);
  const perSecond = n / times.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    n,
    web: mean(({ web }) => web).mean,
    database: mean(({ database }) => database).mean,
    cpu: whole.mean,
    error: whole.error,
    perSecond,
  };
}
