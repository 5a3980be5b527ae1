/**
 * Dense symmetric positive definite matrices, stored whole by rows, of which only the lower half (row ≥ column) is read and written.
 * Sums run in an order fixed by the size alone, so that every machine gets the same bits. Columns are taken in blocks so that what is
 * multiplied stays in the processor's cache.
 */
const block = 60;
/** Rows of the second factor that are kept close while those of the first pass by. */
const strip = 30;

/** Rows `from` to `to` of columns `column` to `column + width`, one row after the other without gaps. */
function pack(a: Float64Array, n: number, from: number, to: number, column: number, width: number, into: Float64Array): void {
  for (let i = from, at = 0; i < to; i += 1, at += width) {
    const row = i * n + column;
    for (let k = 0; k < width; k += 1) into[at + k] = a[row + k] ?? 0;
  }
}

/** Three rows of p times three rows of q, taken from a 3 × 3 piece of the target; the nine sums live in registers. */
function subtractNine(
  target: Float64Array,
  n: number,
  at: number,
  p: Float64Array,
  i: number,
  q: Float64Array,
  j: number,
  width: number,
): void {
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  for (let k = 0; k < width; k += 1) {
    const x = q[j + k] ?? 0;
    const y = q[j + width + k] ?? 0;
    const z = q[j + 2 * width + k] ?? 0;
    const a = p[i + k] ?? 0;
    const b = p[i + width + k] ?? 0;
    const c = p[i + 2 * width + k] ?? 0;
    a0 += a * x;
    a1 += a * y;
    a2 += a * z;
    b0 += b * x;
    b1 += b * y;
    b2 += b * z;
    c0 += c * x;
    c1 += c * y;
    c2 += c * z;
  }
  target[at] = (target[at] ?? 0) - a0;
  target[at + 1] = (target[at + 1] ?? 0) - a1;
  target[at + 2] = (target[at + 2] ?? 0) - a2;
  target[at + n] = (target[at + n] ?? 0) - b0;
  target[at + n + 1] = (target[at + n + 1] ?? 0) - b1;
  target[at + n + 2] = (target[at + n + 2] ?? 0) - b2;
  target[at + 2 * n] = (target[at + 2 * n] ?? 0) - c0;
  target[at + 2 * n + 1] = (target[at + 2 * n + 1] ?? 0) - c1;
  target[at + 2 * n + 2] = (target[at + 2 * n + 2] ?? 0) - c2;
}

function subtractOne(target: Float64Array, at: number, p: Float64Array, i: number, q: Float64Array, j: number, width: number): void {
  let sum = 0;
  for (let k = 0; k < width; k += 1) sum += (p[i + k] ?? 0) * (q[j + k] ?? 0);
  target[at] = (target[at] ?? 0) - sum;
}

/** Where p's and q's first rows stand in the target, and how many rows each has. `lower`: leave out what lies above the diagonal. */
type Piece = { readonly row: number; readonly rows: number; readonly column: number; readonly columns: number; readonly lower: boolean };

/** target[row + i, column + j] −= p[i]·q[j]. Whole 3 × 3 pieces at once, the rest one by one. */
function subtractProduct(target: Float64Array, n: number, p: Float64Array, q: Float64Array, width: number, piece: Piece): void {
  const { row, rows, column, columns, lower } = piece;
  for (let from = 0; from < columns; from += strip) {
    const to = Math.min(columns, from + strip);
    for (let i = lower ? Math.max(0, from + column - row) : 0; i < rows; i += 3) {
      const last = lower ? Math.min(to, row + i + 3 - column) : to;
      const corner = lower ? row + i - column : to;
      let j = from;
      if (i + 3 <= rows) {
        for (; j + 3 <= last && j + 2 <= corner; j += 3) {
          subtractNine(target, n, (row + i) * n + column + j, p, i * width, q, j * width, width);
        }
      }
      for (; j < last; j += 1) {
        for (let r = i; r < Math.min(rows, i + 3); r += 1) {
          if (lower && column + j > row + r) continue;
          subtractOne(target, (row + r) * n + column + j, p, r * width, q, j * width, width);
        }
      }
    }
  }
}

/** The rows `from` to `to` solved against the diagonal block that starts at `start`: x·L' = row, in place. */
function solveRows(target: Float64Array, l: Float64Array, n: number, start: number, width: number, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    for (let c = start; c < start + width; c += 1) {
      let sum = target[i * n + c] ?? 0;
      for (let k = start; k < c; k += 1) sum -= (target[i * n + k] ?? 0) * (l[c * n + k] ?? 0);
      target[i * n + c] = sum / (l[c * n + c] ?? 1);
    }
  }
}

/** A = L·L', L in place of A. Returns −1, or the first column whose pivot is not above `floor`: A is not positive definite there. */
export function factorise(a: Float64Array, n: number, floor = 0): number {
  const packed = new Float64Array(n * Math.min(block, n));
  for (let start = 0; start < n; start += block) {
    const width = Math.min(block, n - start);
    const end = start + width;
    for (let i = start; i < end; i += 1) {
      solveRows(a, a, n, start, i - start, i, i + 1);
      let pivot = a[i * n + i] ?? 0;
      for (let k = start; k < i; k += 1) pivot -= (a[i * n + k] ?? 0) * (a[i * n + k] ?? 0);
      if (!(pivot > floor)) return i;
      a[i * n + i] = Math.sqrt(pivot);
    }
    solveRows(a, a, n, start, width, end, n);
    pack(a, n, end, n, start, width, packed);
    subtractProduct(a, n, packed, packed, width, { row: end, rows: n - end, column: end, columns: n - end, lower: true });
  }
  return -1;
}

/**
 * The inverse of L, turned: row j of the answer holds column j of L⁻¹, so that L⁻¹·x for an x with few entries is a sum of few rows.
 * Only column ≥ row is written.
 */
export function invertTurned(l: Float64Array, n: number): Float64Array {
  const turned = new Float64Array(n * n);
  for (let j = 0; j < n; j += 1) turned[j * n + j] = 1;
  const p = new Float64Array(n * Math.min(block, n));
  const q = new Float64Array(n * Math.min(block, n));
  for (let start = 0; start < n; start += block) {
    const width = Math.min(block, n - start);
    const end = start + width;
    solveRows(turned, l, n, start, width, 0, end);
    pack(turned, n, 0, end, start, width, p);
    pack(l, n, end, n, start, width, q);
    subtractProduct(turned, n, p, q, width, { row: 0, rows: end, column: end, columns: n - end, lower: false });
  }
  return turned;
}

/** x with L·x = b, in place. */
export function solveLower(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (l[i * n + k] ?? 0) * (b[k] ?? 0);
    b[i] = sum / (l[i * n + i] ?? 1);
  }
}

/** x with L'·x = b, in place: with b of independent standard normals x has covariance A⁻¹. */
export function solveUpper(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i -= 1) {
    const x = (b[i] ?? 0) / (l[i * n + i] ?? 1);
    b[i] = x;
    for (let k = 0; k < i; k += 1) b[k] = (b[k] ?? 0) - (l[i * n + k] ?? 0) * x;
  }
}
