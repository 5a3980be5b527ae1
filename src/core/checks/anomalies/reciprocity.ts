import { type Check, type Flag, notRun } from '../flag.ts';
import { toThousandth } from '../view.ts';
import { againstChance } from './chance.ts';
import type { Grouping } from './favouritism.ts';
import { evened, refits, type Study, shuffledByJudge, streamOf } from './study.ts';

/** Both directions must lie in the highest tenth of all. */
const highest = 0.1;

type Direction = { readonly grouping: string; readonly from: string; readonly to: string; readonly cells: readonly number[] };
type Pair = { readonly there: Direction; readonly back: Direction };

/**
 * Favours returned: judges of group A mark entries of group B high and judges of B those of A, both in the highest tenth of all
 * directions between two groups (mean residual over √n), and the lower of the two beyond what dealing each judge's residuals anew
 * gives; BH 5 %. With a group for each person, A and B are two judges who both entered.
 */
export function checkReciprocity(study: Study, groupings: readonly Grouping[]): Check {
  if (groupings.length === 0) return notRun('reciprocity', 'no-groups');
  const directions = groupings.flatMap((grouping) => directionsOf(study, grouping));
  const byKey = new Map(directions.map((direction) => [keyOf(direction.grouping, direction.from, direction.to), direction]));
  const pairs = directions.flatMap((there): Pair[] => {
    const back = byKey.get(keyOf(there.grouping, there.to, there.from));
    return back && there.from < there.to ? [{ there, back }] : [];
  });
  if (pairs.length < 3) return notRun('reciprocity', 'too-few-ballots');
  const measured = (values: Float64Array) => {
    const z = new Map(directions.map((direction) => [direction, heightOf(direction, values)]));
    return { z, both: pairs.map(({ there, back }) => Math.min(z.get(there) ?? 0, z.get(back) ?? 0)) };
  };
  const even = evened(study.fit);
  const { z, both } = measured(even);
  const stream = streamOf(study, 'reciprocity');
  const shuffled = Array.from({ length: refits(study) }, () => measured(shuffledByJudge(even, study, stream)).both);
  const { flagged, placebo } = againstChance(both, shuffled);
  const cut = [...z.values()].sort((a, b) => b - a)[Math.floor(highest * z.size)] ?? Number.POSITIVE_INFINITY;
  const flags = pairs.filter((_, i) => flagged[i] && (both[i] ?? 0) >= cut).map((pair) => flagOf(study, pair));
  return { kind: 'reciprocity', examined: pairs.length, notRun: null, placebo, flags };
}

const keyOf = (grouping: string, from: string, to: string): string => JSON.stringify([grouping, from, to]);

function directionsOf({ fit: { cells } }: Study, { name, judge, entry }: Grouping): Direction[] {
  const found = new Map<string, { grouping: string; from: string; to: string; cells: number[] }>();
  for (let at = 0; at < cells.y.length; at += 1) {
    const [from, to] = [judge[cells.judge[at] ?? -1] ?? null, entry[cells.entry[at] ?? -1] ?? null];
    if (from === null || to === null || from === to) continue;
    const key = keyOf(name, from, to);
    const direction = found.get(key);
    if (direction) direction.cells.push(at);
    else found.set(key, { grouping: name, from, to, cells: [at] });
  }
  return [...found.values()];
}

function heightOf({ cells }: Direction, values: Float64Array): number {
  return cells.reduce((sum, at) => sum + (values[at] ?? 0), 0) / Math.sqrt(cells.length);
}

function flagOf({ fit: { cells, residual } }: Study, { there, back }: Pair): Flag {
  const mean = ({ cells: at }: Direction) => toThousandth(at.reduce((sum, cell) => sum + (residual[cell] ?? 0), 0) / at.length);
  const facts = { one: there.from, other: there.to, there: mean(there), back: mean(back) };
  const ballots = [...there.cells, ...back.cells].map((at) => cells.ballot[at] ?? 0).sort((a, b) => a - b);
  return { kind: 'reciprocity', ballots, criterion: null, facts: { ...facts, ballots: ballots.length } };
}
