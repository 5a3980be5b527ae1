import { normalCdf } from '../../numeric/normal.ts';
import type { Check, Flag } from '../flag.ts';
import { entryName, judgeName, toThousandth } from '../view.ts';
import { allowed } from './chance.ts';
import { evened, refits, type Study, shuffledByJudge, streamOf } from './study.ts';
import { ownVariance, squaresOf, type TwoWay } from './two-way.ts';

/** `by`: how far the ballot lies from what all others lead to expect; `distance`: the same in standard errors. */
type Outlier = { readonly at: number; readonly by: number; readonly distance: number };

/**
 * Single ballots no panel leads to expect: |r|/√(σ²(1 − h)) beyond the two-sided normal 5 % shared out over all ballots (Bonferroni), and
 * beyond what 95 of 100 shuffles reach at most, so that judges with long tails are no news. The farthest is taken out and the fit
 * repeated without it, so that its panel is not asked in its stead. σ² is the larger of the common variance and the judge's own without
 * this ballot, so that an unsteady judge is not asked ballot by ballot. A shuffle deals each judge's other residuals anew over that
 * judge's ballots; the placebo rate is the share of shuffles with any flag. A boost of two or three marks of ten stays below all this on
 * most panels: such favours are prevented by recusal, not found.
 */
export function checkSingleCells(study: Study): Check {
  const { fit } = study;
  const found = outliers(fit);
  const others = evened(fit);
  for (const { at } of found) others[at] = 0;
  const stream = streamOf(study, 'single-cell');
  const runs = refits(study);
  const farthestBy = Float64Array.from({ length: runs }, () => {
    const dealt = fit.residualsOf(shuffledByJudge(others, study, stream));
    return Math.abs(farthest(fit, dealt, fit.free, fit.df)?.distance ?? 0);
  }).sort();
  const reached = farthestBy[Math.ceil((1 - allowed) * runs) - 1] ?? 0;
  const beyond = (distance: number) => distance > reached && isBeyond(distance, fit.residual.length);
  const flags = found.filter(({ distance }) => beyond(Math.abs(distance))).map((outlier) => flagOf(study, outlier));
  const rate = farthestBy.filter(beyond).length / runs;
  return { kind: 'single-cell', examined: fit.residual.length, notRun: null, placebo: { rate, runs }, flags };
}

const isBeyond = (distance: number, cells: number): boolean => 2 * (1 - normalCdf(Math.abs(distance))) * cells <= allowed;

function outliers(fit: TwoWay): Outlier[] {
  const most = Math.ceil(fit.residual.length / 20);
  const [residual, free] = [fit.residual.slice(), fit.free.slice()];
  const taken: Float64Array[] = [];
  const found: Outlier[] = [];
  for (let df = fit.df; found.length < most && df > 1; df -= 1) {
    const outlier = farthest(fit, residual, free, df);
    if (!outlier || !isBeyond(outlier.distance, residual.length)) break;
    found.push(outlier);
    takeOut(fit, outlier.at, residual, free, taken);
  }
  return found;
}

function farthest({ cells }: TwoWay, residual: Float64Array, free: Float64Array, df: number): Outlier | undefined {
  const common = squaresOf(residual) / df;
  const own = ownVariance(cells, residual, free, common);
  const squares = Float64Array.from(own, (judge) => judge.squares);
  const weight = Float64Array.from(own, (judge) => judge.weight);
  let [farthestAt, most] = [-1, 0];
  for (let at = 0; at < residual.length; at += 1) {
    const r = residual[at] ?? 0;
    const share = free[at] ?? 0;
    if (share <= 1e-9) continue;
    const judge = cells.judge[at] ?? 0;
    const without = ((squares[judge] ?? 0) - r * r) / Math.max(1, (weight[judge] ?? 1) - share);
    const distance = r / Math.sqrt(Math.max(common, without) * share);
    if (Math.abs(distance) > Math.abs(most)) [farthestAt, most] = [at, distance];
  }
  if (farthestAt < 0) return undefined;
  return { at: farthestAt, by: (residual[farthestAt] ?? 0) / (free[farthestAt] ?? 1), distance: most };
}

/** Adds a coefficient for one cell alone to the fit: residuals and leverages of the others as if its ballot had not been given. */
function takeOut(fit: TwoWay, at: number, residual: Float64Array, free: Float64Array, taken: Float64Array[]): void {
  const alone = new Float64Array(residual.length);
  alone[at] = 1;
  let left = fit.residualsOf(alone);
  for (const unit of taken) left = left.map((value, i) => value - (unit[at] ?? 0) * (unit[i] ?? 0));
  const size = Math.sqrt(left[at] ?? 1);
  const unit = left.map((value) => value / size);
  const along = (residual[at] ?? 0) / size;
  unit.forEach((value, i) => {
    residual[i] = (residual[i] ?? 0) - along * value;
    free[i] = Math.max(0, (free[i] ?? 0) - value * value);
  });
  taken.push(unit);
}

function flagOf({ table, fit: { cells } }: Study, { at, by, distance }: Outlier): Flag {
  const facts = {
    judge: judgeName(table, cells.judge[at] ?? -1),
    entry: entryName(table, cells.entry[at] ?? -1),
    by: toThousandth(by),
    distance: toThousandth(distance),
  };
  return { kind: 'single-cell', ballots: [cells.ballot[at] ?? -1], criterion: null, facts };
}
