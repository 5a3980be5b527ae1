/** One assignment in a process of its own: `ours.ts entries judges seed [rules | warm]`. Prints cost, bound, CPU milliseconds and peak memory as JSON. */
import { solveFlow } from '#core/assignment/flow/flow.ts';
import type { Seating } from '#core/assignment/flow/seating.ts';
import { faultsOf } from '#core/assignment/rules/panel-faults.ts';
import { costOf, solveRules } from '#core/assignment/rules/rules.ts';
import { makeInstance, seatingOf } from '#tests/support/assignment/instance.ts';

const [entries = 0, judges = 0, seed = 0] = process.argv.slice(2, 5).map(Number);
const instance = makeInstance(entries, judges, 5, seed);
const plain = seatingOf(instance);
/** Every fourth judge leads, three in ten are in their first year, fifty employers; the two cross. */
const ruled: Seating = {
  ...plain,
  employer: instance.judgeEmployer,
  lead: Uint8Array.from({ length: judges }, (_, j) => Number(j % 4 === 0)),
  firstYear: Uint8Array.from({ length: judges }, (_, j) => Number(j % 10 < 3)),
  firstYearMost: new Int32Array(entries).fill(2),
};

function solve(): { cost: number; bound: number | null; faults: number; checksum: number } {
  const { checksum } = instance;
  if (process.argv[5] !== 'rules') {
    const { seats, proof, missingSeats } = solveFlow(plain);
    const cost = costOf(plain, seats);
    return { cost, bound: proof.leastReducedCost >= 0 && missingSeats === 0 ? cost : null, faults: 0, checksum };
  }
  const result = solveRules(ruled);
  if (result.kind !== 'solved') throw new Error(`Not solved: ${result.kind}.`);
  const { seats, cost, bound } = result.ruled;
  return { cost, bound, faults: faultsOf(ruled, seats).length, checksum };
}

// Warm: the tenth time, when the code has been compiled.
if (process.argv[5] === 'warm') for (let time = 1; time < 10; time += 1) solve();
const before = process.cpuUsage();
const solved = solve();
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ...solved, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 }));
