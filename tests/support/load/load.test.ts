import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { loadApart } from './apart.ts';
import { poissonArrivals } from './arrivals.ts';
import { type Clock, closedLoop, type Heard, openLoop } from './loops.ts';
import { isVoid, outcomeOf, quantile } from './outcome.ts';

/** Time that passes only when everybody waits for it, so that a minute takes a moment and every run is the same. */
function virtualClock(): Clock & { readonly run: <T>(work: Promise<T>) => Promise<T> } {
  let now = 0;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  const until = (at: number) => new Promise<void>((wake) => waiting.push({ at: Math.max(at, now), wake }));
  const run = async <T>(work: Promise<T>): Promise<T> => {
    let done = false;
    const finished = work.finally(() => {
      done = true;
    });
    while (!done) {
      await new Promise((next) => setImmediate(next));
      waiting.sort((a, b) => a.at - b.at);
      const next = waiting.shift();
      if (next === undefined) continue;
      now = next.at;
      next.wake();
    }
    return finished;
  };
  return { now: () => now, until, run };
}

/** Answers one request after the other in a millisecond each, and stands still for 200 ms in the middle of every second. */
function stallingServer(clock: Clock): () => Promise<boolean> {
  let free = 0;
  return async () => {
    const begin = Math.max(clock.now(), free);
    const stalled = begin % 1_000 >= 500 && begin % 1_000 < 700;
    free = (stalled ? Math.floor(begin / 1_000) * 1_000 + 700 : begin) + 1;
    await clock.until(free);
    return true;
  };
}

const seconds = 10;

test('a server that stalls 200 ms once a second shows in the open loop’s 99th percentile, and the closed loop hides it', async () => {
  const [open, closed] = [virtualClock(), virtualClock()];
  const arrivals = poissonArrivals('a stall', 200, seconds);
  const heard = await open.run(openLoop(open, arrivals, stallingServer(open)));
  const hidden = await closed.run(closedLoop(closed, seconds * 1_000, 1, stallingServer(closed)));
  const [told, untold] = [outcomeOf(heard, seconds), outcomeOf(hidden, seconds)];
  expect(told.offered).toBe(arrivals.length);
  expect(told.p99).toBeGreaterThan(150);
  expect(untold.p99).toBeLessThan(3);
  expect(told.p99 / untold.p99).toBeGreaterThan(20);
});

test('arrivals are the same for a seed, as many as offered, and as irregular as people', () => {
  const arrivals = poissonArrivals('seven', 100, 100);
  expect(poissonArrivals('seven', 100, 100)).toEqual(arrivals);
  expect(poissonArrivals('eight', 100, 100)).not.toEqual(arrivals);
  // Poisson: mean and variance 10,000, so within five standard deviations; the gaps' standard deviation is their mean.
  expect(Math.abs(arrivals.length - 10_000)).toBeLessThan(500);
  const gaps = arrivals.map((at, i) => at - (arrivals[i - 1] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  expect(spread / mean).toBeGreaterThan(0.9);
  expect(spread / mean).toBeLessThan(1.1);
});

test('a request that waited in the generator is late from the instant it was due, not from when it was sent', () => {
  const late: Heard = { intended: 100, sent: 350, answered: 360, ok: true };
  expect(outcomeOf([late], 1)).toEqual({ offered: 1, reached: 1, p50: 260, p99: 260, serviceP99: 10, lateP99: 250 });
});

test('a run that reached less than 99 of 100 is void', () => {
  const one = (ok: boolean): Heard => ({ intended: 0, sent: 0, answered: 1, ok });
  const run = (failed: number) =>
    outcomeOf([...Array.from({ length: 100 - failed }, () => one(true)), ...Array.from({ length: failed }, () => one(false))], 1);
  expect([isVoid(run(1)), isVoid(run(2)), isVoid(outcomeOf([], 1))]).toEqual([false, true, true]);
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
});

test('the generator works in a process apart and times a real stall from when each request was due', async () => {
  let asked = 0;
  let until = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    if (asked === 10) until = performance.now() + 300;
    setTimeout(() => response.end('here'), Math.max(0, until - performance.now()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  try {
    const plan = { url, seed: 'apart', perSecond: 200, seconds: 0.6, pages: [{ path: '/', cookie: '' }], writers: [], saveEvery: 0 };
    const outcome = await loadApart(plan);
    expect(outcome.offered).toBe(poissonArrivals('apart', 200, 0.6).length);
    expect(asked).toBe(outcome.offered);
    expect(outcome.p99).toBeGreaterThan(200);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});
