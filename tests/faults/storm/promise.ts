/** The storm as it is promised: how much is killed and written, and what has to hold afterwards. */
import { expect } from 'vitest';
import type { Deck } from './killer.ts';
import { kinds } from './kinds.ts';
import type { Outcome, Plan } from './storm.ts';

const deck: Deck = { web: 14, jobs: 7, backend: 6, postmaster: 5, supervisor: 2 };

export const wholeStorm = (seed: number): Plan => ({ seed, clients: 12, kinds, deck, writes: 10_000, longest: 600, freshKeys: false });

export function tellStorm(name: string, seed: number, { killings, byKind, lost, twice, wrong, ...facts }: Outcome): void {
  const kills = Object.fromEntries([...Map.groupBy(killings, ({ target }) => target)].map(([target, of]) => [target, of.length]));
  const found = { lost: lost.length, twice: twice.length, wrong: wrong.length };
  console.log(`${name}: seed ${seed}, ${killings.length} killings`, { ...facts, kills, byKind, ...found });
  for (const fault of [...lost, ...twice, ...wrong].slice(0, 20)) console.log(`  ${fault}`);
}

export const ofDatabase = ({ killings }: Outcome): number =>
  killings.filter(({ target }) => target === 'backend' || target === 'postmaster').length;

export function expectNothingLost(outcome: Outcome): void {
  expect(outcome.killings.length).toBeGreaterThanOrEqual(30);
  expect(ofDatabase(outcome)).toBeGreaterThanOrEqual(8);
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(10_000);
  expect(outcome.lost).toEqual([]);
  expect(outcome.twice).toEqual([]);
  expect(outcome.wrong).toEqual([]);
  expect(outcome.brokenInvariants).toEqual([]);
  expect(outcome.record).toEqual({ sealed: outcome.record.sealed, unsealed: 0, faults: 0 });
  expect(outcome.failedStarts).toBe(0);
}
