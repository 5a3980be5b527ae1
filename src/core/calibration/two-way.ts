import { type Components, designOf, largerSide } from './design.ts';
import { equationsOf, residualsOf, type Solved, solve } from './equations.ts';
import type { FitInput } from './fit.ts';

/**
 * Least squares with entries and judges both fixed: y = entry + judge + e. Within each component one unit of the dense side is held at 0.
 * `freedom` = N − entries − judges + components.
 */
export type TwoWay = {
  readonly solved: Solved;
  readonly residualSquares: number;
  readonly freedom: number;
  readonly components: Components;
};

export function twoWay(input: FitInput, components: Components): TwoWay | null {
  const design = designOf(input, largerSide(input), null);
  const equations = equationsOf(design, null);
  const judgesDense = design.eliminated === 'entries';
  const held = firstOfEach(
    judgesDense ? design.judgeOf : design.entryOf,
    judgesDense ? components.judge : components.entry,
    components.count,
  );
  const solved = solve(equations, 0, 0, held);
  if (solved === null) return null;
  const residualSquares = residualsOf(solved).reduce((sum, e) => sum + e * e, 0);
  return { solved, residualSquares, freedom: input.y.length - design.outer - design.inner + components.count, components };
}

/** Index in `units` of the first unit of each component. */
export function firstOfEach(units: Int32Array, component: Int32Array, count: number): number[] {
  return Array.from({ length: count }, (_, c) => units.findIndex((unit) => component[unit] === c));
}

/** Ridges near the REML estimates, from the spread of the fixed effects less what noise adds to it. 1 where nothing can be told. */
export function ridgesNear({ solved, residualSquares, freedom }: TwoWay): { outer: number; inner: number } {
  const noise = freedom > 0 ? residualSquares / freedom : 0;
  if (!(noise > 0)) return { outer: 1, inner: 1 };
  const ridge = (effects: Float64Array, ballots: number) => {
    const mean = effects.reduce((sum, value) => sum + value, 0) / effects.length;
    const spread = effects.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / Math.max(1, effects.length - 1);
    return Math.max(0.02, Math.min(50, noise / Math.max(spread - (noise * effects.length) / ballots, noise / 50)));
  };
  const ballots = solved.equations.design.y.length;
  return { outer: ridge(solved.outerEffect, ballots), inner: ridge(solved.denseEffect, ballots) };
}
