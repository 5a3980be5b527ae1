/** Kills what it is told to, without a word, in an order and at times that come from the seed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Product, Target } from '#tests/support/product.ts';
import type { Random } from './random.ts';

/** How many of each; drawn in an order of chance. */
export type Deck = Readonly<Record<Target, number>>;

export type Killing = { readonly target: Target; readonly at: number };

export type Killer = { readonly killings: readonly Killing[]; readonly done: Promise<void> };

/** What was killed is given this long to be there at all, since it may be starting after an earlier killing. */
const search = 60_000;

async function find(product: Product, target: Target, chance: Random): Promise<number | undefined> {
  for (const deadline = performance.now() + search; performance.now() < deadline; await sleep(50)) {
    const pids = product.pids(target);
    if (pids.length > 0) return chance.pick(pids);
  }
  return undefined;
}

function drawn(deck: Deck, chance: Random): Target[] {
  const all = (Object.entries(deck) as [Target, number][]).flatMap(([target, count]) => Array.from({ length: count }, () => target));
  return chance.shuffled(all);
}

/** How many writes are acknowledged between two killings, at most: many times less, so that what recovers is hit again. */
export type Pace = { readonly writes: number; readonly acknowledged: () => number };

/** However slow the machine is, the killing goes on. */
const longestPause = 10_000;

async function pause({ writes, acknowledged }: Pace, chance: Random): Promise<void> {
  const next = acknowledged() + chance.between(0, writes);
  await sleep(chance.between(50, 500));
  for (const deadline = performance.now() + longestPause; acknowledged() < next && performance.now() < deadline; ) await sleep(20);
}

/**
 * Kills through the whole deck, whether what was killed before has recovered or not. A killed supervisor is started again
 * at once, as a machine's own supervisor would.
 */
export function startKiller(product: Product, deck: Deck, pace: Pace, chance: Random): Killer {
  const killings: Killing[] = [];
  const run = async () => {
    for (const target of drawn(deck, chance)) {
      await pause(pace, chance);
      const pid = await find(product, target, chance);
      if (pid === undefined) throw new Error(`there was no ${target} to kill for ${search / 1_000} s`);
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself between the look and the kill: no killing.
        continue;
      }
      killings.push({ target, at: performance.now() });
      if (target === 'supervisor') {
        await sleep(200);
        await product.start();
      }
    }
  };
  return { killings, done: run() };
}
