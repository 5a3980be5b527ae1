/** the kill storm again and again, each time from another seed, for so many minutes */
import { expect, it } from 'vitest';
import { tellFigures } from '#tests/support/figures.ts';
import { expectNothingLost, ofDatabase, tellStorm, wholeStorm } from '../faults/storm/promise.ts';
import { type Outcome, storm } from '../faults/storm/storm.ts';

const first = Number(process.env.PLAUDIT_STORM_SEED ?? Date.now() % 2 ** 31);
const minutes = Number(process.env.PLAUDIT_STORM_MINUTES ?? 10);
/** By night nobody waits: a machine at other work may take its time for as many writes, in seconds. */
const longest = 3_000;

it(`storm after storm for ${minutes} minutes loses nothing and does nothing twice`, async () => {
  const outcomes: Outcome[] = [];
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  for (const began = performance.now(); outcomes.length === 0 || performance.now() - began < minutes * 60_000; ) {
    const seed = first + outcomes.length;
    const outcome = await storm({ ...wholeStorm(seed), longest });
    tellStorm(`storm ${outcomes.length + 1}`, seed, outcome);
    outcomes.push(outcome);
    expectNothingLost(outcome);
    expect([outcome.lost, outcome.twice]).toEqual([[], []]);
  }
  tellFigures(`${outcomes.length} storms from seed ${first} on`, {
    killings: sum(({ killings }) => killings.length),
    'of the database': sum(ofDatabase),
    'acknowledged writes': sum(({ acknowledged }) => acknowledged),
    'calls without an answer': sum(({ unknown }) => Object.values(unknown).reduce((total, count) => total + count, 0)),
    lost: sum(({ lost }) => lost.length),
    'done twice': sum(({ twice }) => twice.length),
    'seconds of storm': Math.round(sum(({ seconds }) => seconds)),
    'longest silence in seconds': Math.round(Math.max(...outcomes.map(({ longestSilence }) => longestSilence)) / 1_000),
  });
});
