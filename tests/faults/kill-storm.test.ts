import { expect, it } from 'vitest';
import type { Deck } from './storm/killer.ts';
import { expectNothingLost, tellStorm, wholeStorm } from './storm/promise.ts';
import { storm } from './storm/storm.ts';

const seed = Number(process.env.PLAUDIT_STORM_SEED ?? Date.now() % 2 ** 31);

const short: Deck = { web: 4, jobs: 1, backend: 2, postmaster: 1, supervisor: 0 };

// Each has a product of its own, and each waits at times for what it killed: side by side they wait together.
it.concurrent('nothing that was acknowledged is lost or done twice while every process of the product is killed again and again', async () => {
  const outcome = await storm(wholeStorm(seed));
  tellStorm('kill storm', seed, outcome);
  expectNothingLost(outcome);
  expect([outcome.lost, outcome.twice]).toEqual([[], []]);
});

it.concurrent('the same storm under a fresh key for each retry does things twice, and the checker sees it', async () => {
  const outcome = await storm({ ...wholeStorm(seed), deck: short, writes: 1_000, longest: 300, freshKeys: true });
  tellStorm('without idempotency keys', seed, outcome);
  const effects = outcome.twice.filter((found) => !found.startsWith('the keys of'));
  expect(effects.length).toBeGreaterThan(0);
});
