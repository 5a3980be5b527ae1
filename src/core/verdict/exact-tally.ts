import { calibrate } from '../calibration/calibrate.ts';
import type { FitInput } from '../calibration/fit.ts';
import { uncertainty } from '../calibration/uncertainty.ts';
import type { Result } from '../problems/refusal.ts';
import { breakTies } from '../ranking/ladder.ts';
import { type Json, plainJson } from '../record/canonical.ts';
import { aggregate } from '../scoring/aggregate.ts';
import { type BallotTable, isMark } from '../scoring/ballot-table.ts';
import { weighedIn } from '../scoring/composing/units.ts';
import { composites } from '../scoring/composite.ts';
import { anonymousOrder } from './anonymous-order.ts';
import { beside, hasImputed, standingsWithout } from './imputed.ts';
import type { TallyRules } from './rules.ts';
import { rulesRefusals } from './rules-refusals.ts';
import { standingsOf } from './standings.ts';
import type { VerdictEntry } from './verdict.ts';

/** No ballot for the model: whose ballots belong to one judge is not known here, so nothing may be corrected. */
function nothingToFit(table: BallotTable): FitInput {
  return {
    y: new Float64Array(0),
    entry: new Int32Array(0),
    judge: new Int32Array(0),
    entries: table.entries.length,
    judges: table.judges.length,
    category: Int32Array.from(table.entries, ({ category }) => category),
    categories: table.categories.length,
  };
}

/**
 * The exact tally alone: scores, places, ladder and levels, without a model. What a public bundle claims, whose names tell judges apart
 * only as far as the rules compare them. `emptySeats`: ballots that were left out as such, for they cannot be found without knowing who
 * cast what.
 */
export function exactTally(named: BallotTable, rules: TallyRules, emptySeats: number): Result<Json> {
  const refusals = rulesRefusals(rules);
  if (refusals.length > 0) return { ok: false, refusals };
  const table = anonymousOrder(named);
  const weighed = composites(table, rules);
  const input = nothingToFit(table);
  const fit = calibrate(input, rules);
  const doubt = uncertainty(fit, input, { ...rules, draws: 1 });
  const without = hasImputed(weighed) ? standingsWithout(table, { ...rules, official: 'raw' }, () => input) : null;
  const categories = table.categories.map((category, number) => {
    const scores = aggregate(table, weighed, number, rules);
    const ladder = breakTies(table, weighed, scores, rules);
    const whole = standingsOf({ table, composites: weighed, fit, doubt, scores, ladder, byCorrected: false, rules });
    const entries: readonly VerdictEntry[] = without ? beside(whole, without[number] ?? []) : whole;
    return {
      category,
      criteria: weighedIn(table, number).map((column) => {
        const { id = '', weight = 0 } = table.criteria[column] ?? {};
        return {
          criterion: id,
          weight,
        };
      }),
      unit: scores.unit,
      better: scores.better,
      exact: scores.exact,
      entries: entries.map(({ entry, status, noPlace, rank, tied, tieBroken, level, raw, imputed, derivation, ballots, setAside }) => ({
        entry,
        status,
        noPlace,
        rank,
        tied,
        tieBroken,
        level,
        raw,
        derivation,
        ballots,
        setAside,
        ...(imputed && { imputed }),
      })),
    };
  });
  const counted = {
    marks: table.marks.reduce((sum, mark) => sum + Number(isMark(mark)), 0),
    ballots: table.ballotEntry.length,
    entries: table.entries.length,
    categories: table.categories.length,
  };
  return {
    ok: true,
    value: plainJson({ format: 'plaudit-exact-tally', version: 1, rules, scale: weighed.scale, counted, emptySeats, categories }),
  };
}
