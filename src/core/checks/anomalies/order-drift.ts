import { itemsOf } from '../by-key.ts';
import { type Check, type Flag, notRun } from '../flag.ts';
import { judgeName, toThousandth } from '../view.ts';
import { againstChance, shuffle, shufflesFor } from './chance.ts';
import { type Study, streamOf } from './study.ts';

/** Shorter runs have no slope worth asking about. */
const leastBallots = 8;

/** `left`: x'Mx of the places in their true order; dealing them anew changes it by next to nothing, and it is not worked out again. */
type Timed = { readonly judge: number; readonly cells: Int32Array; readonly places: Float64Array; readonly left: number };

/**
 * Judges who grow harsher or kinder as they go: the slope of their residuals on the place of the ballot in their own order of handing
 * in (equal times share a place), beside every entry and judge, standardised by the judge's own residual variance. Eight timed ballots
 * at least. Its distribution comes from dealing each judge's places anew; BH 5 %.
 */
export function checkOrderDrift(study: Study): Check {
  const timed = timedJudges(study);
  if (!study.table.at?.some((time) => !Number.isNaN(time))) return notRun('order-drift', 'no-times');
  if (timed.length === 0) return notRun('order-drift', 'too-few-ballots');
  const { fit } = study;
  const slopes = (places: (judge: Timed) => Float64Array) => timed.map((judge) => slopeOf(study, judge, places(judge)));
  const found = slopes(({ places }) => places);
  const stream = streamOf(study, 'order-drift');
  const runs = shufflesFor(60 * fit.cells.y.length);
  const shuffled = Array.from({ length: runs }, () =>
    slopes(({ places }) => shuffle(places.slice(), stream)).map(({ surprise }) => surprise),
  );
  const { flagged, placebo } = againstChance(
    found.map(({ surprise }) => surprise),
    shuffled,
  );
  const flags = timed.flatMap((judge, i) => (flagged[i] ? [flagOf(study, judge, found[i]?.slope ?? 0)] : []));
  return { kind: 'order-drift', examined: timed.length, notRun: null, placebo, flags };
}

function timedJudges({ table, fit }: Study): Timed[] {
  const { cells } = fit;
  const timeOf = (at: number) => table.at?.[cells.ballot[at] ?? -1] ?? Number.NaN;
  const found: Timed[] = [];
  for (let judge = 0; judge < cells.judges; judge += 1) {
    const own = itemsOf(cells.byJudge, judge).filter((at) => !Number.isNaN(timeOf(at)));
    own.sort((a, b) => timeOf(a) - timeOf(b) || a - b);
    const places = new Float64Array(own.length);
    for (let i = 0; i < own.length; ) {
      let end = i + 1;
      while (end < own.length && timeOf(own[end] ?? 0) === timeOf(own[i] ?? 0)) end += 1;
      places.fill((i + end - 1) / 2, i, end);
      i = end;
    }
    if (new Set(places).size < leastBallots) continue;
    const left = fit.left(judge, own, centred(places));
    if (left >= 1e-6) found.push({ judge, cells: own, places, left });
  }
  return found;
}

function centred(places: Float64Array): Float64Array {
  const middle = (places.length - 1) / 2;
  return places.map((place) => place - middle);
}

/** `slope`: change of the residual from one ballot to the next. */
function slopeOf({ fit }: Study, { judge, cells: own, left }: Timed, places: Float64Array): { slope: number; surprise: number } {
  const x = centred(places);
  let sum = 0;
  own.forEach((at, i) => {
    sum += (x[i] ?? 0) * (fit.residual[at] ?? 0);
  });
  const { squares = 0, weight = 1 } = fit.own[judge] ?? {};
  const variance = Math.max((squares - (sum * sum) / left) / Math.max(1, weight - 1), 1e-12 * fit.variance);
  return { slope: sum / left, surprise: Math.abs(sum) / Math.sqrt(variance * left) };
}

function flagOf({ table, fit: { cells } }: Study, { judge, cells: own }: Timed, slope: number): Flag {
  const change = toThousandth(slope * (own.length - 1));
  const facts = { judge: judgeName(table, judge), ballots: own.length, change, towards: slope < 0 ? 'harsher' : 'kinder' };
  return { kind: 'order-drift', ballots: Array.from(own, (at) => cells.ballot[at] ?? 0), criterion: null, facts };
}
