import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { Composites } from '../../scoring/composite.ts';
import { type AnomalyKind, type Check, notRun } from '../flag.ts';
import { viewOf } from '../view.ts';
import { cellsOf } from './cells.ts';
import { checkFavouritism, type Grouping, groupingOf } from './favouritism.ts';
import { checkFlatBallots } from './flat-ballots.ts';
import { checkJudgeFit } from './judge-fit.ts';
import { checkMandel } from './mandel.ts';
import { checkOrderDrift } from './order-drift.ts';
import { checkReciprocity } from './reciprocity.ts';
import { checkSingleCells } from './single-cells.ts';
import { mostJudges, twoWay } from './two-way.ts';

const kinds: readonly AnomalyKind[] = ['mandel-h', 'mandel-k', 'judge-fit', 'single-cell', 'favouritism', 'reciprocity', 'order-drift'];

/**
 * What stands out in how judges differ, each search against chance on these very data, with its placebo rate. All start from the
 * least-squares fit of entries and judges over all categories (`twoWay`), which holds whatever method decides the scores. The seed
 * decides the shuffles: the same table and seed give the same flags on every machine. `groupings`: what judges and entries may have in
 * common; when left out, the groups the ballots name.
 */
export function anomalies(
  table: BallotTable,
  composites: Pick<Composites, 'y'>,
  { seed, groupings }: { readonly seed: string; readonly groupings?: readonly Grouping[] },
): readonly Check[] {
  const flat = checkFlatBallots(viewOf(table), seed);
  if (table.judges.length > mostJudges) return [flat, ...kinds.map((kind) => notRun(kind, 'too-many-judges'))];
  const fit = twoWay(cellsOf(table, composites));
  if (fit === null) return [flat, ...kinds.map((kind) => notRun(kind, 'no-spread'))];
  const study = { table, fit, seed };
  const named = groupingOf(table);
  const groups = groupings ?? (named ? [named] : []);
  return [
    flat,
    ...checkMandel(study),
    checkJudgeFit(study),
    checkSingleCells(study),
    checkFavouritism(study, groups),
    checkReciprocity(study, groups),
    checkOrderDrift(study),
  ];
}
