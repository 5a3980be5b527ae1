import { chiSquareUpperTail } from '../../numeric/chi-square.ts';
import { itemsOf } from '../by-key.ts';
import { type Check, type Flag, notRun } from '../flag.ts';
import { judgeName, toThousandth } from '../view.ts';
import { againstChance, shuffle } from './chance.ts';
import { evened, refits, type Study, streamOf } from './study.ts';
import { squaresOf, type TwoWay } from './two-way.ts';

/** Fewer ballots tell nothing of how steady a judge is. */
const leastBallots = 5;

type Steadiness = { readonly judge: number; readonly fit: number; readonly infit: number; readonly surprise: number };

/**
 * Judges who mark less steadily than the others: the mean squared studentised residual (`fit`) and the same weighted by variance
 * (`infit`, Σ r²/(s²·Σ(1 − h))); 1 is usual. The surprise is 1 − the chi-square tail of Σ r²/s² on Σ(1 − h) degrees of freedom, so that
 * judges with few and many ballots compare; its own distribution comes from dealing all residuals anew and fitting again. BH 5 %.
 */
export function checkJudgeFit(study: Study): Check {
  const { fit } = study;
  const found = steadiness(fit, fit.residual, fit.variance);
  if (found.length < 3) return notRun('judge-fit', 'too-few-ballots');
  const stream = streamOf(study, 'judge-fit');
  const even = evened(fit);
  const shuffled = Array.from({ length: refits(study) }, () => {
    const residual = fit.residualsOf(shuffle(even.slice(), stream));
    const variance = squaresOf(residual) / fit.df;
    return steadiness(fit, residual, variance).map(({ surprise }) => surprise);
  });
  const { flagged, placebo } = againstChance(
    found.map(({ surprise }) => surprise),
    shuffled,
  );
  const flags = found.filter((_, i) => flagged[i]).map((judge) => flagOf(study, judge));
  return { kind: 'judge-fit', examined: found.length, notRun: null, placebo, flags };
}

function steadiness({ cells, free }: TwoWay, residual: Float64Array, variance: number): Steadiness[] {
  const found: Steadiness[] = [];
  const { start, items } = cells.byJudge;
  for (let judge = 0; judge < cells.judges; judge += 1) {
    const [from, to] = [start[judge] ?? 0, start[judge + 1] ?? 0];
    if (to - from < leastBallots) continue;
    let squares = 0;
    let freedom = 0;
    let studentised = 0;
    let count = 0;
    for (let k = from; k < to; k += 1) {
      const at = items[k] ?? 0;
      const r = residual[at] ?? 0;
      const share = free[at] ?? 0;
      if (share <= 1e-9) continue;
      squares += r * r;
      freedom += share;
      studentised += (r * r) / (variance * share);
      count += 1;
    }
    if (freedom < 1) continue;
    const surprise = 1 - chiSquareUpperTail(squares / variance, freedom);
    found.push({ judge, fit: studentised / count, infit: squares / (variance * freedom), surprise });
  }
  return found;
}

function flagOf({ table, fit: { cells } }: Study, { judge, fit, infit }: Steadiness): Flag {
  const own = itemsOf(cells.byJudge, judge);
  const facts = { judge: judgeName(table, judge), ballots: own.length, fit: toThousandth(fit), infit: toThousandth(infit) };
  return { kind: 'judge-fit', ballots: Array.from(own, (at) => cells.ballot[at] ?? 0), criterion: null, facts };
}
