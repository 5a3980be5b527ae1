import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveFlow } from '#core/assignment/flow/flow.ts';
import { forbidden, type Seating } from '#core/assignment/flow/seating.ts';
import { smallSeating } from '#tests/support/assignment/arbitrary.ts';
import { bruteForce } from '#tests/support/assignment/brute.ts';
import { makeInstance, seatingOf } from '#tests/support/assignment/instance.ts';
import { explainInfeasible, type Member } from './infeasible.ts';

/** The demand of the members alone, built anew for the brute force: everything else is lifted. */
function alone(seating: Seating, members: readonly Member[]): Seating {
  const has = (rule: string) => members.some((member) => member.kind === 'rule' && member.rule === rule);
  const need = new Int32Array(seating.entries);
  const most = new Int32Array(seating.judges).fill(seating.entries);
  const price = new Uint16Array(seating.price.length);
  for (const member of members) {
    if (member.kind === 'entry') need[member.entry] = seating.need[member.entry] ?? 0;
    if (member.kind === 'load') most[member.judge] = seating.most[member.judge] ?? 0;
    if (member.kind === 'pair') price[member.entry * seating.judges + member.judge] = forbidden;
  }
  const { employer, lead } = seating;
  return {
    ...seating,
    need,
    most,
    price,
    least: new Int32Array(seating.judges),
    loadPrice: 0,
    employer: has('employer') ? employer : null,
    lead: has('lead') ? lead : null,
    firstYear: null,
  };
}

describe('why a demand cannot be met', () => {
  test('the set is impossible by itself, and possible when any member is given up', () => {
    let tried = 0;
    fc.assert(
      fc.property(smallSeating('leads'), (seating) => {
        const classed = new Uint8Array(seating.entries).fill(1);
        const flow = solveFlow(seating, classed);
        if (flow.missingSeats === 0) return;
        const { members, minimal } = explainInfeasible(seating, flow);
        expect(minimal).toBe(true);
        expect(bruteForce(alone(seating, members), true)).toBeUndefined();
        for (const member of members) {
          expect(
            bruteForce(
              alone(
                seating,
                members.filter((other) => other !== member),
              ),
              true,
            ),
          ).toBeDefined();
        }
        tried += 1;
      }),
      { numRuns: 600, seed: 3 },
    );
    expect(tried).toBeGreaterThan(100);
  }, 20_000);

  test('too few seats in all are told as that: just so many entries that the limits no longer add up', () => {
    const instance = makeInstance(400, 40, 5, 1);
    const seating = { ...seatingOf(instance), least: new Int32Array(40), most: new Int32Array(40).fill(40) };
    const { members, minimal } = explainInfeasible(seating, solveFlow(seating));
    const count = (kind: Member['kind']) => members.filter((member) => member.kind === kind).length;
    // 40 judges × 40 seats serve 320 entries of 5.
    expect([minimal, count('entry'), count('load'), count('pair')]).toEqual([true, 321, 40, 0]);
  });

  test('an entry whose judges are in conflict is told with exactly the conflicts that leave it short', () => {
    const instance = makeInstance(200, 30, 5, 1);
    const seating = seatingOf(instance);
    for (let j = 0; j < 26; j += 1) seating.price[7 * 30 + j] = forbidden;
    for (let j = 26; j < 30; j += 1) seating.price[7 * 30 + j] = 0;
    const { members } = explainInfeasible(seating, solveFlow(seating));
    expect(members.filter(({ kind }) => kind === 'entry')).toEqual([{ kind: 'entry', entry: 7 }]);
    expect(members.filter(({ kind }) => kind === 'pair')).toHaveLength(26);
    expect(members).toHaveLength(27);
  });
});
