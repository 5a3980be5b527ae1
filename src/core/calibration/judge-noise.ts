import { chiSquareUpperTail } from '#core/numeric/chi-square.ts';
import { ln } from '#core/numeric/logarithm.ts';
import type { Gate } from './fit.ts';

/** As many ballots as the pooled variance counts for beside a judge's own. */
const priorBallots = 10;
const alpha = 0.01;

/** By judge of the caller: ballots, Σ e² and Σ(1 − leverage). */
export type JudgeResiduals = { readonly ballots: Float64Array; readonly squares: Float64Array; readonly freedom: Float64Array };

export function byJudge(judges: number, judgeAt: Int32Array, residual: Float64Array, leverage: Float64Array): JudgeResiduals {
  const ballots = new Float64Array(judges);
  const squares = new Float64Array(judges);
  const freedom = new Float64Array(judges);
  for (const [at, judge] of judgeAt.entries()) {
    const e = residual[at] ?? 0;
    ballots[judge] = (ballots[judge] ?? 0) + 1;
    squares[judge] = (squares[judge] ?? 0) + e * e;
    freedom[judge] = (freedom[judge] ?? 0) + 1 - (leverage[at] ?? 0);
  }
  return { ballots, squares, freedom };
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

/**
 * Are some judges noisier than others? Bartlett's test (1937) on judges' residual variances S/ν, where ν = Σ(1 − leverage) is what the fit
 * leaves of a judge's ballots: E(S) = σ²·ν exactly in the mixed model. Judges with ν < 1 are left out. Fires at p < .01; null with fewer
 * than two judges to compare.
 */
export function bartlett({ squares, freedom }: JudgeResiduals): Gate | null {
  const judges = [...freedom.keys()].filter((j) => (freedom[j] ?? 0) >= 1);
  const sumOf = (values: Float64Array) => judges.reduce((sum, j) => sum + (values[j] ?? 0), 0);
  const all = sumOf(freedom);
  const pooled = sumOf(squares) / all;
  if (judges.length < 2 || !(pooled > 0)) return null;
  let statistic = 0;
  let inverses = 0;
  for (const j of judges) {
    const own = freedom[j] ?? 1;
    // A judge without any residual would make the logarithm infinite; a trillionth of the pooled variance says as much.
    statistic -= own * ln(Math.max((squares[j] ?? 0) / own / pooled, 1e-12));
    inverses += 1 / own;
  }
  const df = judges.length - 1;
  statistic = Math.max(0, statistic / (1 + (inverses - 1 / all) / (3 * df)));
  const p = chiSquareUpperTail(statistic, df);
  return { statistic, df, p, alpha, fired: p < alpha };
}

/** A judge's own variance, drawn towards the pooled one as by ten further ballots: (n·S/ν + 10·pooled)/(n + 10). NaN without a ballot. */
export function noiseOf({ ballots, squares, freedom }: JudgeResiduals): Float64Array {
  const pooled = total(squares) / total(freedom);
  return ballots.map((n, j) => {
    if (n === 0) return Number.NaN;
    const own = (freedom[j] ?? 0) > 1e-9 ? (squares[j] ?? 0) / (freedom[j] ?? 1) : pooled;
    return (n * own + priorBallots * pooled) / (n + priorBallots);
  });
}
