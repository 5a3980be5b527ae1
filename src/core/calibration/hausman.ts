import { chiSquareUpperTail } from '#core/numeric/chi-square.ts';
import { factorise, solveLower, solveUpper } from '#core/numeric/cholesky.ts';
import { solveSemidefinite } from '#core/numeric/pivoted.ts';
import { designOf } from './design.ts';
import { equationsOf, reduced } from './equations.ts';
import type { FitInput, Gate } from './fit.ts';
import { firstOfEach, type TwoWay } from './two-way.ts';

/** Information on judges and what it is applied to, entries (and group means) eliminated: B·v = right. Lower half of B. */
type Information = { readonly matrix: Float64Array; readonly right: Float64Array };

/** Entries free: each is compared with itself only. Ridge above 0: entries spread around the mean of their group. */
function information(input: FitInput, ridge: number, group: Int32Array | null): Information {
  const equations = equationsOf(designOf(input, 'entries', group), null);
  const { size, design, right, outerSum, start, column, weight } = equations;
  const diagonal = equations.outerWeight.map((sum) => sum + ridge);
  const s = reduced(equations, diagonal, 0);
  const r = right.slice();
  for (let i = 0; i < design.outer; i += 1) {
    const share = (outerSum[i] ?? 0) / (diagonal[i] ?? 1);
    for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k += 1) r[column[k] ?? 0] = (r[column[k] ?? 0] ?? 0) - (weight[k] ?? 0) * share;
  }
  const m = design.inner;
  const matrix = new Float64Array(m * m);
  for (let i = 0; i < m; i += 1) matrix.set(s.subarray(i * size, i * size + i + 1), i * m);
  // An entry has one group, so that the equations of the group means are diagonal.
  for (let c = m; c < size; c += 1) {
    const pivot = s[c * size + c] ?? 1;
    for (let i = 0; i < m; i += 1) {
      const a = (s[c * size + i] ?? 0) / pivot;
      if (a === 0) continue;
      for (let j = 0; j <= i; j += 1) matrix[i * m + j] = (matrix[i * m + j] ?? 0) - a * (s[c * size + j] ?? 0);
      r[i] = (r[i] ?? 0) - a * (r[c] ?? 0);
    }
  }
  return { matrix, right: r.slice(0, m) };
}

/** Rows and columns without the held ones. */
function without({ matrix, right }: Information, held: ReadonlySet<number>): Information {
  const m = right.length;
  const kept = Int32Array.from([...right.keys()].filter((j) => !held.has(j)));
  const small = new Float64Array(kept.length * kept.length);
  for (let i = 0; i < kept.length; i += 1) {
    for (let j = 0; j <= i; j += 1) small[i * kept.length + j] = matrix[(kept[i] ?? 0) * m + (kept[j] ?? 0)] ?? 0;
  }
  return { matrix: small, right: Float64Array.from(kept, (j) => right[j] ?? 0) };
}

function solved({ matrix, right }: Information): Float64Array | null {
  const factor = matrix.slice();
  const v = right.slice();
  if (factorise(factor, v.length) >= 0) return null;
  solveLower(factor, v.length, v);
  solveUpper(factor, v.length, v);
  return v;
}

/** B·d from the lower half of B. */
function times(matrix: Float64Array, d: Float64Array): Float64Array {
  const n = d.length;
  const product = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const b = matrix[i * n + j] ?? 0;
      product[i] = (product[i] ?? 0) + b * (d[j] ?? 0);
      if (j < i) product[j] = (product[j] ?? 0) + b * (d[i] ?? 0);
    }
  }
  return product;
}

/** Judges' effects of the two-way fit less that of their component's reference, the references left out. */
function fromReferences(
  { solved: { equations, outerEffect, denseEffect }, components }: TwoWay,
  references: readonly number[],
): Float64Array {
  const { design } = equations;
  const effects = design.eliminated === 'judges' ? outerEffect : denseEffect;
  const relative = Float64Array.from(
    design.judgeOf,
    (judge, j) => (effects[j] ?? 0) - (effects[references[components.judge[judge] ?? 0] ?? 0] ?? 0),
  );
  return relative.filter((_, j) => !references.includes(j));
}

const alpha = 0.01;

/**
 * Did harshness go with entry quality (Hausman 1978)? Judges are fitted as fixed effects twice: with entries fixed (F: right whatever
 * entries they met) and with entries spread around the mean of their category and component (G: sharper, but wrong if harsh judges met
 * the better entries). d = v_F − v_G, V = σ²(B_F⁻ − B_G⁻), H = d'V⁻d, chi-square on rank V. As V = σ²·B_F⁻¹(B_G − B_F)B_G⁻¹, no inverse
 * is formed: H = (B_G·d)'(B_G − B_F)⁻(B_F·d)/σ². σ² is that of F. Fires at p < .01. Null where the design leaves nothing to compare.
 */
export function hausman(input: FitInput, fixed: TwoWay, entryRidge: number): Gate | null {
  const { components, freedom, residualSquares } = fixed;
  if (freedom <= 0 || !(residualSquares > 0)) return null;
  const group = input.category.map((category, entry) => category * components.count + Math.max(0, components.entry[entry] ?? 0));
  const { design } = fixed.solved.equations;
  const references = firstOfEach(design.judgeOf, components.judge, components.count);
  const held = new Set(references);
  const free = without(information(input, 0, null), held);
  const spread = without(information(input, entryRidge, group), held);
  const spreadEffect = solved(spread);
  if (spreadEffect === null) return null;
  const n = spreadEffect.length;
  const freeEffect = fromReferences(fixed, references);
  const d = spreadEffect.map((v, j) => (freeEffect[j] ?? 0) - v);
  const between = spread.matrix.map((b, at) => b - (free.matrix[at] ?? 0));
  let largest = 0;
  for (let j = 0; j < n; j += 1) largest = Math.max(largest, spread.matrix[j * n + j] ?? 0);
  const { x, rank } = solveSemidefinite(between, n, times(free.matrix, d), largest * 1e-9);
  if (rank === 0) return null;
  const quadratic = times(spread.matrix, d).reduce((sum, value, j) => sum + value * (x[j] ?? 0), 0);
  const statistic = Math.max(0, quadratic / (residualSquares / freedom));
  const p = chiSquareUpperTail(statistic, rank);
  return { statistic, df: rank, p, alpha, fired: p < alpha };
}
