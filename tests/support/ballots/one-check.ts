/** One check alone, as all of them together would run it: what is planted for it is found or not, without the others' work. */
import { cellsOf } from '#core/checks/anomalies/cells.ts';
import { checkFavouritism, groupingOf } from '#core/checks/anomalies/favouritism.ts';
import { checkFlatBallots } from '#core/checks/anomalies/flat-ballots.ts';
import { checkJudgeFit } from '#core/checks/anomalies/judge-fit.ts';
import { checkMandel } from '#core/checks/anomalies/mandel.ts';
import { checkOrderDrift } from '#core/checks/anomalies/order-drift.ts';
import { checkReciprocity } from '#core/checks/anomalies/reciprocity.ts';
import { checkSingleCells } from '#core/checks/anomalies/single-cells.ts';
import { twoWay } from '#core/checks/anomalies/two-way.ts';
import { dataChecks } from '#core/checks/data/data-checks.ts';
import type { TimeRules } from '#core/checks/data/times.ts';
import type { Check, CheckKind } from '#core/checks/flag.ts';
import { viewOf } from '#core/checks/view.ts';
import type { BallotTable, MarkRow } from '#core/scoring/ballot-table.ts';
import { ballotTable } from '#core/scoring/collect-marks.ts';
import { composites } from '#core/scoring/composite.ts';
import type { Criterion } from '#core/scoring/criteria.ts';

export function builtTable(criteria: readonly Criterion[], rows: readonly MarkRow[]): BallotTable {
  const built = ballotTable(criteria, rows);
  if (!built.ok) throw new Error(JSON.stringify(built.refusals.slice(0, 3)));
  return built.value;
}

/** A check of the data itself. */
export function dataCheck(table: BallotTable, kind: CheckKind, times?: TimeRules): Check {
  const check = dataChecks(table, { minimumPanel: 3, ...(times && { times }) }).find((each) => each.kind === kind);
  if (!check) throw new Error(`no check of the data called ${kind}`);
  return check;
}

/** A search against chance. */
export function anomalyCheck(table: BallotTable, kind: CheckKind, seed: string): Check {
  if (kind === 'all-equal-ballots') return checkFlatBallots(viewOf(table), seed);
  const fit = twoWay(cellsOf(table, composites(table)));
  if (!fit) throw new Error('nothing to compare');
  const study = { table, fit, seed };
  const grouping = groupingOf(table);
  const groups = grouping ? [grouping] : [];
  const searches: Partial<Record<CheckKind, () => readonly Check[]>> = {
    'mandel-h': () => checkMandel(study),
    'mandel-k': () => checkMandel(study),
    'judge-fit': () => [checkJudgeFit(study)],
    'single-cell': () => [checkSingleCells(study)],
    'order-drift': () => [checkOrderDrift(study)],
    favouritism: () => [checkFavouritism(study, groups)],
    reciprocity: () => [checkReciprocity(study, groups)],
  };
  const check = searches[kind]?.().find((each) => each.kind === kind);
  if (!check) throw new Error(`no search called ${kind}`);
  return check;
}
