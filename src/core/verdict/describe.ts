import type { Fit, Gate } from '../calibration/fit.ts';
import { type Check, type Flag, rowsOf } from '../checks/flag.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import { six } from './rounding.ts';
import type { VerdictCheck, VerdictFit, VerdictFlag, VerdictGate } from './verdict.ts';

function gateOf(gate: Gate | null): VerdictGate | null {
  if (gate === null) return null;
  return { statistic: six(gate.statistic) ?? 0, df: gate.df, p: six(gate.p) ?? 0, alpha: gate.alpha, fired: gate.fired };
}

/** What the model found, in names and declared rounding. Judges go by name. */
export function describeFit(table: BallotTable, fit: Fit, ballotJudge: Int32Array): VerdictFit {
  const ballots = new Int32Array(table.judges.length);
  for (const judge of ballotJudge) ballots[judge] = (ballots[judge] ?? 0) + 1;
  const parts = fit.component.reduce((most, part) => Math.max(most, part), -1);
  const { variances } = fit;
  return {
    gates: { hausman: gateOf(fit.gates.hausman), bartlett: gateOf(fit.gates.bartlett) },
    remlCriterion: fit.remlCriterion === null ? null : six(fit.remlCriterion),
    variances: variances && {
      entry: six(variances.entry) ?? 0,
      judge: six(variances.judge) ?? 0,
      residual: six(variances.residual) ?? 0,
    },
    components: parts + 1,
    judges: table.judges
      .map(({ name, group }, judge) => ({
        judge: name,
        group,
        ballots: ballots[judge] ?? 0,
        effect: six(fit.judgeEffect[judge]),
        standardError: six(fit.judgeStandardError[judge]),
        residualVariance: six(fit.judgeResidualVariance?.[judge]),
        component: (fit.judgeComponent[judge] ?? -1) < 0 ? null : (fit.judgeComponent[judge] ?? null),
      }))
      .sort((a, b) => (a.judge < b.judge ? -1 : 1)),
  };
}

/** Ballots named with a flag; of more the rows still tell. */
const mostNamed = 100;

function describeFlag(table: BallotTable, flag: Flag): VerdictFlag {
  const named = flag.ballots.slice(0, mostNamed).map((ballot) => {
    const entry = table.entries[table.ballotEntry[ballot] ?? 0];
    return {
      category: table.categories[entry?.category ?? 0] ?? '',
      entry: entry?.name ?? '',
      judge: table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '',
    };
  });
  return {
    facts: flag.facts,
    criterion: flag.criterion === null ? null : (table.criteria[flag.criterion]?.id ?? null),
    ballots: named,
    rows: rowsOf(table, flag).slice(0, mostNamed),
  };
}

export function describeCheck(table: BallotTable, { kind, examined, notRun, placebo, flags }: Check): VerdictCheck {
  return { check: kind, examined, notRun, placebo, flags: flags.map((flag) => describeFlag(table, flag)) };
}
