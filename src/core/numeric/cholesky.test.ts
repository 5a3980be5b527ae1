import { describe, expect, it } from 'vitest';
import { factorise, invertTurned, solveLower, solveUpper } from './cholesky.ts';
import { random } from './random.ts';

function definite(n: number): Float64Array {
  const draw = random(`matrix ${n}`);
  const root = Float64Array.from({ length: n * n }, () => draw.uniform() - 0.5);
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < n; k += 1) sum += (root[i * n + k] ?? 0) * (root[j * n + k] ?? 0);
      a[i * n + j] = sum;
    }
  }
  return a;
}

const cell = (a: Float64Array, n: number, i: number, j: number) => a[i * n + j] ?? Number.NaN;

describe.each([1, 2, 3, 7, 59, 60, 61, 64, 121, 190])('a positive definite matrix of %i rows', (n) => {
  const a = definite(n);
  const l = a.slice();
  const failed = factorise(l, n);

  it('is the product of its factor with itself turned', () => {
    expect(failed).toBe(-1);
    let worst = 0;
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        let sum = 0;
        for (let k = 0; k <= j; k += 1) sum += cell(l, n, i, k) * cell(l, n, j, k);
        worst = Math.max(worst, Math.abs(sum - cell(a, n, i, j)));
      }
    }
    expect(worst).toBeLessThan(1e-11);
  });

  it('has a factor whose turned inverse times the factor is one', () => {
    const turned = invertTurned(l, n);
    let worst = 0;
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        let sum = 0;
        for (let k = j; k <= i; k += 1) sum += cell(l, n, i, k) * cell(turned, n, j, k);
        worst = Math.max(worst, Math.abs(sum - (i === j ? 1 : 0)));
      }
    }
    expect(worst).toBeLessThan(1e-11);
  });

  it('solves its equations forwards and backwards', () => {
    const x = Float64Array.from({ length: n }, (_, i) => i - n / 3);
    const b = x.map((_, i) => x.reduce((sum, value, j) => sum + cell(a, n, i, j) * value, 0));
    solveLower(l, n, b);
    solveUpper(l, n, b);
    expect(Math.max(...b.map((value, i) => Math.abs(value - (x[i] ?? 0))))).toBeLessThan(1e-9);
  });
});

it('a matrix that is not positive definite is refused at its first bad column', () => {
  expect(factorise(Float64Array.from([1, 0, 0, 2, 3, 0, 0, 1, 5]), 3)).toBe(1);
  expect(factorise(Float64Array.from([0]), 1)).toBe(0);
  expect(factorise(Float64Array.from([Number.NaN]), 1)).toBe(0);
});
