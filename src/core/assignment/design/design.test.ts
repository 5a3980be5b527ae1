import { describe, expect, test } from 'vitest';
import { solveFlow } from '#core/assignment/flow/flow.ts';
import { makeInstance, seatingOf } from '#tests/support/assignment/instance.ts';
import { checkDesign } from './design.ts';

/** Mean variance of a difference straight from the definition: B⁺ by Jacobi rotations, every pair of entries in turn. */
function byDefinition(entries: number, judges: number, k: number, seats: Int32Array): number {
  const rows = Array.from({ length: entries }, () => new Float64Array(judges));
  for (const pair of seats) (rows[Math.floor(pair / judges)] ?? [])[pair % judges] = 1 / k;
  const at = (m: number[][], i: number, j: number) => m[i]?.[j] ?? 0;
  const b = Array.from({ length: judges }, (_, i) =>
    Array.from({ length: judges }, (_, j) =>
      rows.reduce((sum, row) => sum + (i === j ? k * (row[i] ?? 0) : 0) - k * (row[i] ?? 0) * (row[j] ?? 0), 0),
    ),
  );
  const vectors = Array.from({ length: judges }, (_, i) => Array.from({ length: judges }, (_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 60; sweep += 1) {
    for (let p = 0; p < judges; p += 1) {
      for (let q = p + 1; q < judges; q += 1) {
        const off = at(b, p, q);
        if (Math.abs(off) < 1e-14) continue;
        const theta = (at(b, q, q) - at(b, p, p)) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        const turn = (m: number[][], i: number, j: number, i2: number, j2: number) => {
          const [x, y] = [at(m, i, j), at(m, i2, j2)];
          (m[i] ?? [])[j] = c * x - s * y;
          (m[i2] ?? [])[j2] = s * x + c * y;
        };
        for (let i = 0; i < judges; i += 1) turn(b, i, p, i, q);
        for (let i = 0; i < judges; i += 1) turn(b, p, i, q, i);
        for (let i = 0; i < judges; i += 1) turn(vectors, i, p, i, q);
      }
    }
  }
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < entries; i += 1) {
    for (let l = i + 1; l < entries; l += 1) {
      let quadratic = 0;
      for (let v = 0; v < judges; v += 1) {
        if (at(b, v, v) < 1e-9) continue;
        let dot = 0;
        for (let j = 0; j < judges; j += 1) dot += ((rows[i]?.[j] ?? 0) - (rows[l]?.[j] ?? 0)) * at(vectors, j, v);
        quadratic += (dot * dot) / at(b, v, v);
      }
      sum += 2 / k + quadratic;
      pairs += 1;
    }
  }
  return 2 / k / (sum / pairs);
}

describe('the design check', () => {
  test('every judge on every entry costs no information', () => {
    const all = Int32Array.from({ length: 20 }, (_, i) => i);
    expect(checkDesign(5, 4, 4, all)).toMatchObject({ components: 1, efficiency: expect.closeTo(1, 12), best: 1 });
  });

  test('groups that share no judge are counted, and cannot be compared', () => {
    // Entries 0 and 1 with judges 0 and 1; entry 2 with judges 2 and 3.
    const design = checkDesign(3, 4, 2, Int32Array.from([0, 1, 4, 5, 10, 11]));
    expect([design.components, [...design.componentOf], design.efficiency]).toEqual([2, [0, 0, 1], 0]);
  });

  test('efficiency is that of the definition, pair by pair', () => {
    const seating = { ...seatingOf(makeInstance(40, 9, 3, 4)), least: new Int32Array(9).fill(8), most: new Int32Array(9).fill(20) };
    const { seats } = solveFlow(seating);
    expect(checkDesign(40, 9, 3, seats).efficiency).toBeCloseTo(byDefinition(40, 9, 3, seats), 10);
  });

  test('of the cheapest assignment of 200 entries and 30 judges is .964', () => {
    const { seats } = solveFlow(seatingOf(makeInstance(200, 30, 5, 1)));
    expect(checkDesign(200, 30, 5, seats).efficiency).toBeCloseTo(0.964, 3);
  });
});
