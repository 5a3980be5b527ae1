import { factorise, solveLower, solveUpper } from './cholesky.ts';

/**
 * A positive semidefinite matrix (whole rows, lower half read) by Cholesky's method with the largest remaining diagonal first, until none
 * is above `floor`. `x` solves A·x = b on the columns taken, 0 elsewhere: a generalised inverse. `rank` is how many were taken.
 */
export function solveSemidefinite(a: Float64Array, n: number, b: Float64Array, floor: number): { x: Float64Array; rank: number } {
  // Where no pivot is near the floor in the order as it stands, the rank is full, and there is no need to choose.
  const factor = a.slice();
  if (factorise(factor, n, floor * 100) < 0) {
    const x = b.slice();
    solveLower(factor, n, x);
    solveUpper(factor, n, x);
    return { x, rank: n };
  }
  return solvePivoted(a, n, b, floor);
}

function solvePivoted(a: Float64Array, n: number, b: Float64Array, floor: number): { x: Float64Array; rank: number } {
  const l = new Float64Array(n * n);
  const left = Float64Array.from({ length: n }, (_, i) => a[i * n + i] ?? 0);
  const taken: number[] = [];
  const isTaken = new Uint8Array(n);
  for (;;) {
    let pivot = -1;
    for (let i = 0; i < n; i += 1) if (isTaken[i] === 0 && (left[i] ?? 0) > (pivot < 0 ? floor : (left[pivot] ?? 0))) pivot = i;
    if (pivot < 0) break;
    const k = taken.push(pivot) - 1;
    isTaken[pivot] = 1;
    const root = Math.sqrt(left[pivot] ?? 1);
    l[pivot * n + k] = root;
    for (let i = 0; i < n; i += 1) {
      if (isTaken[i] === 1) continue;
      let sum = i > pivot ? (a[i * n + pivot] ?? 0) : (a[pivot * n + i] ?? 0);
      for (let c = 0; c < k; c += 1) sum -= (l[i * n + c] ?? 0) * (l[pivot * n + c] ?? 0);
      const value = sum / root;
      l[i * n + k] = value;
      left[i] = (left[i] ?? 0) - value * value;
    }
  }
  const x = new Float64Array(n);
  const z = new Float64Array(taken.length);
  for (const [k, pivot] of taken.entries()) {
    let sum = b[pivot] ?? 0;
    for (let c = 0; c < k; c += 1) sum -= (l[pivot * n + c] ?? 0) * (z[c] ?? 0);
    z[k] = sum / (l[pivot * n + k] ?? 1);
  }
  for (const [k, pivot] of [...taken.entries()].reverse()) {
    let sum = z[k] ?? 0;
    for (const [later, column] of taken.entries()) if (later > k) sum -= (l[column * n + k] ?? 0) * (x[column] ?? 0);
    x[pivot] = sum / (l[pivot * n + k] ?? 1);
  }
  return { x, rank: taken.length };
}
