import { calibrate } from '../calibration/calibrate.ts';
import type { FitInput } from '../calibration/fit.ts';
import { uncertainty } from '../calibration/uncertainty.ts';
import { breakTies } from '../ranking/ladder.ts';
import { aggregate } from '../scoring/aggregate.ts';
import { ballotStatus } from '../scoring/ballot-status.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import { type Composites, composites } from '../scoring/composite.ts';
import { amongRanked } from './among-ranked.ts';
import type { TallyRules } from './rules.ts';
import { standingsOf } from './standings.ts';
import type { VerdictEntry } from './verdict.ts';

/** An entry's standing as far as a result without imputed marks is told. */
export type Standing = Pick<VerdictEntry, 'entry' | 'rank' | 'tied' | 'raw' | 'derivation'>;

export const hasImputed = ({ status }: Pick<Composites, 'status'>): boolean => status.includes(ballotStatus.imputed);

/** Standings of one category with, on each entry, whose marks were imputed and how it stands without any such. */
export function beside<T extends Standing>(
  entries: readonly T[],
  without: readonly Standing[],
): (T & Required<Pick<VerdictEntry, 'imputed'>>)[] {
  const others = new Map(without.map((other) => [other.entry, other]));
  return entries.map((own) => {
    const { rank = null, tied = false, raw = null } = others.get(own.entry) ?? {};
    const judges = own.derivation.flatMap(({ key, facts }) => (key === 'imputed' ? [String(facts.judge)] : []));
    return { ...own, imputed: { judges, without: { rank, tied, raw } } };
  });
}

/**
 * Standings by category with every ballot that lacks a mark set aside instead of completed: what has to stand beside a result with imputed
 * marks. `inputOf`: the ballots the model takes; none where nothing may be corrected.
 */
export function standingsWithout(
  table: BallotTable,
  rules: TallyRules,
  inputOf: (weighed: Composites) => FitInput,
): readonly (readonly VerdictEntry[])[] {
  return standingsAgain(table, { ...rules, skipped: 'set-aside' }, inputOf);
}

/** Standings by category of a table counted once more, by other rules or with other marks. */
export function standingsAgain(
  table: BallotTable,
  rules: TallyRules,
  inputOf: (weighed: Composites) => FitInput,
): readonly (readonly VerdictEntry[])[] {
  const weighed = composites(table, rules);
  const input = inputOf(weighed);
  const counted = table.categories.map((_, category) => aggregate(table, weighed, category, rules));
  const fit = amongRanked(calibrate(input, rules), counted, weighed.y);
  const doubt = uncertainty(fit, input, { ...rules, draws: 1 });
  return counted.map((scores, category) => {
    const byCorrected = rules.official === 'corrected' && fit.categories[category]?.method !== 'raw';
    const ladder = breakTies(table, weighed, scores, rules);
    return standingsOf({ table, composites: weighed, fit, doubt, scores, ladder, byCorrected, rules });
  });
}
