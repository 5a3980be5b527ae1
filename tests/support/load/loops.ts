/** Two ways to put a load on something: open, as the world does it, and closed, which waits politely and so hides every stall. */

/** Milliseconds since the start. */
export type Clock = { readonly now: () => number; readonly until: (instant: number) => Promise<void> };

/** One request: when it should have been sent, when it was, and when it was answered. */
export type Heard = { readonly intended: number; readonly sent: number; readonly answered: number; readonly ok: boolean };

/** Sends one request; true when it was answered as it should be. */
export type Send = (place: number) => Promise<boolean>;

async function once(clock: Clock, intended: number, send: Send, place: number): Promise<Heard> {
  const sent = clock.now();
  const ok = await send(place).catch(() => false);
  return { intended, sent, answered: clock.now(), ok };
}

/** Every request at its instant, whatever became of those before it. */
export async function openLoop(clock: Clock, arrivals: readonly number[], send: Send): Promise<Heard[]> {
  const under: Promise<Heard>[] = [];
  for (const [place, intended] of arrivals.entries()) {
    if (clock.now() < intended) await clock.until(intended);
    under.push(once(clock, intended, send, place));
  }
  return Promise.all(under);
}

/** So many workers, each of which sends its next request when its last was answered: what most tools do. Only to be compared with. */
export async function closedLoop(clock: Clock, end: number, workers: number, send: Send): Promise<Heard[]> {
  const all: Heard[] = [];
  const work = async () => {
    while (clock.now() < end) all.push(await once(clock, clock.now(), send, all.length));
  };
  await Promise.all(Array.from({ length: workers }, work));
  return all;
}

export function realClock(): Clock {
  const start = performance.now();
  const now = () => performance.now() - start;
  return { now, until: (instant) => new Promise((done) => setTimeout(done, Math.max(0, instant - now()))) };
}
