import { expect, it } from 'vitest';
import type { Deck } from './storm/killer.ts';
import { kinds } from './storm/kinds.ts';
import { type Outcome, storm } from './storm/storm.ts';

const seed = Number(process.env.PLAUDIT_STORM_SEED ?? Date.now() % 2 ** 31);

const whole: Deck = { web: 14, jobs: 7, backend: 6, postmaster: 5, supervisor: 2 };
const short: Deck = { web: 4, jobs: 1, backend: 2, postmaster: 1, supervisor: 0 };

function tell(name: string, { killings, byKind, lost, twice, wrong, ...facts }: Outcome): void {
  const kills = Object.fromEntries([...Map.groupBy(killings, ({ target }) => target)].map(([target, of]) => [target, of.length]));
  const found = { lost: lost.length, twice: twice.length, wrong: wrong.length };
  console.log(`${name}: seed ${seed}, ${killings.length} killings`, { ...facts, kills, byKind, ...found });
  for (const fault of [...lost, ...twice, ...wrong].slice(0, 20)) console.log(`  ${fault}`);
}

it('nothing that was acknowledged is lost or done twice while every process of the product is killed again and again', async () => {
  const plan = { seed, clients: 12, kinds, deck: whole, writes: 10_000, longest: 450, freshKeys: false } as const;
  const outcome = await storm(plan);
  tell('kill storm', outcome);
  expect(outcome.killings.length).toBeGreaterThanOrEqual(30);
  expect(outcome.killings.filter(({ target }) => target === 'backend' || target === 'postmaster').length).toBeGreaterThanOrEqual(8);
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(10_000);
  expect(outcome.lost).toEqual([]);
  expect(outcome.twice).toEqual([]);
  expect(outcome.wrong).toEqual([]);
  expect(outcome.brokenInvariants).toEqual([]);
  expect(outcome.record).toEqual({ sealed: outcome.record.sealed, unsealed: 0, faults: 0 });
  expect(outcome.failedStarts).toBe(0);
});

it('the same storm under a fresh key for each retry does things twice, and the checker sees it', async () => {
  const plan = { seed, clients: 12, kinds, deck: short, writes: 1_000, longest: 120, freshKeys: true } as const;
  const outcome = await storm(plan);
  tell('without idempotency keys', outcome);
  const effects = outcome.twice.filter((found) => !found.startsWith('the keys of'));
  expect(effects.length).toBeGreaterThan(0);
});
