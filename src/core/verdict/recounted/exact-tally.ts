import { calibrate } from '../../calibration/calibrate.ts';
import type { FitInput } from '../../calibration/fit.ts';
import { uncertainty } from '../../calibration/uncertainty.ts';
import type { Result } from '../../problems/refusal.ts';
import { breakTies } from '../../ranking/ladder.ts';
import { aggregate } from '../../scoring/aggregate.ts';
import { type BallotTable, isMark } from '../../scoring/ballot-table.ts';
import { weighedIn } from '../../scoring/composing/units.ts';
import { rankingOf } from '../../scoring/composing/whole-categories.ts';
import { composites } from '../../scoring/composite.ts';
import { anonymousOrder } from '../anonymous-order.ts';
import { blendOf } from '../blended/blend-of.ts';
import { isBlend } from '../blended/blend-refusals.ts';
import type { RoundTally } from '../blended/round.ts';
import type { Sources } from '../blended/sources.ts';
import { beside, hasImputed, standingsWithout } from '../imputed.ts';
import type { TallyRules } from '../rules.ts';
import { rulesRefusals } from '../rules-refusals.ts';
import { standingsOf } from '../standings.ts';
import type { VerdictCategory, VerdictEntry } from '../verdict.ts';
import { fitInParts, type Parts } from './parts.ts';

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

type ExactParts = Pick<RoundTally, 'rules' | 'scale'> & {
  readonly categories: readonly Pick<VerdictCategory, 'category' | 'division' | 'criteria' | 'unit' | 'better' | 'exact' | 'entries'>[];
  readonly counted: Readonly<Record<'marks' | 'ballots' | 'entries' | 'categories', number>>;
};

/** Scores, places, ladder and levels of one table, without a model. */
function exactParts(named: BallotTable, rules: TallyRules, parts: Parts): ExactParts {
  const table = anonymousOrder(named);
  const weighed = composites(table, rules);
  const input = nothingToFit(table);
  const fit = fitInParts(calibrate(input, rules), table, parts);
  const doubt = uncertainty(fit, input, { ...rules, draws: 1 });
  const without = hasImputed(weighed) ? standingsWithout(table, { ...rules, official: 'raw' }, () => input) : null;
  const categories = table.categories.map((_, number) => {
    const scores = aggregate(table, weighed, number, rules);
    const ladder = breakTies(table, weighed, scores, rules);
    const whole = standingsOf({ table, composites: weighed, fit, doubt, scores, ladder, byCorrected: false, rules });
    const criteria = weighedIn(table, number).map((column) => {
      const { id = '', weight = 0 } = table.criteria[column] ?? {};
      return { criterion: id, weight };
    });
    const { unit, better, exact } = scores;
    return { ...rankingOf(table, number), criteria, unit, better, exact, entries: without ? beside(whole, without[number] ?? []) : whole };
  });
  const counted = {
    marks: table.marks.reduce((sum, mark) => sum + Number(isMark(mark)), 0),
    ballots: table.ballotEntry.length,
    entries: table.entries.length,
    categories: new Set(table.categories).size,
  };
  return { rules, scale: weighed.scale, counted, categories };
}

/** What is claimed of an entry without a model. */
const exactEntry = ({ entry, status, noPlace, rank, tied, tieBroken, level, raw, imputed, sources, derivation, ...own }: VerdictEntry) => ({
  entry,
  status,
  noPlace,
  rank,
  tied,
  tieBroken,
  level,
  raw,
  ...(sources && { sources }),
  ...(own.pool !== null && { pool: own.pool }),
  derivation,
  ballots: own.ballots,
  setAside: own.setAside,
  ...(imputed && { imputed }),
});

/** What a public bundle claims: the part of a verdict that needs no model. */
export type ExactTally = {
  readonly format: 'plaudit-exact-tally';
  readonly version: 1;
  readonly rules: TallyRules;
  readonly scale: { readonly min: number; readonly max: number };
  readonly counted: ExactParts['counted'];
  readonly emptySeats: number;
  readonly categories: readonly (Omit<ExactParts['categories'][number], 'entries'> & {
    readonly entries: readonly ReturnType<typeof exactEntry>[];
  })[];
};

function written(rules: TallyRules, emptySeats: number, { scale, counted, categories }: Omit<ExactParts, 'rules'>): ExactTally {
  const entries = categories.map((category) => ({ ...category, entries: category.entries.map(exactEntry) }));
  return { format: 'plaudit-exact-tally', version: 1, rules, scale, counted, emptySeats, categories: entries };
}

function exactBlend(sources: Sources, rules: TallyRules, emptySeats: number): Result<ExactTally> {
  const blended = blendOf(sources, rules, (table, own) => ({ ok: true, value: exactParts(table, own, new Map()) }));
  if (!blended.ok) return blended;
  const { known } = blended.value;
  const { rounds } = known;
  const sum = (what: 'marks' | 'ballots'): number => rounds.reduce((all, { verdict }) => all + verdict.counted[what], 0);
  const categories = blended.value.categories.map(({ entries, ...ranking }) => {
    const own = rounds.flatMap((round) => round.category(ranking.category) ?? []);
    const criteria = [...new Map(own.flatMap((each) => each.criteria).map((each) => [each.criterion, each])).values()];
    return { ...ranking, criteria, unit: 'scale', better: 'higher', exact: own.every(({ exact }) => exact), entries } as const;
  });
  const entries = categories.reduce((all, category) => all + category.entries.length, 0);
  const counted = {
    marks: sum('marks'),
    ballots: sum('ballots'),
    entries,
    categories: new Set(categories.map(({ category }) => category)).size,
  };
  return { ok: true, value: written(rules, emptySeats, { scale: known.scale, counted, categories }) };
}

/**
 * The exact tally alone: scores, places, ladder and levels, without a model. What a public bundle claims, whose names tell judges apart
 * only as far as the rules compare them. `parts`: where places hold within a part of a category alone, which part. `emptySeats`: ballots that were left out as such, for they cannot be found without knowing who
 * cast what.
 */
export function exactTally(sources: Sources, rules: TallyRules, emptySeats: number, parts: Parts = new Map()): Result<ExactTally> {
  const refusals = rulesRefusals(rules);
  if (refusals.length > 0) return { ok: false, refusals };
  if (isBlend(rules)) return exactBlend(sources, rules, emptySeats);
  const [table] = sources.rounds;
  if (!table) throw new RangeError('no ballots');
  return { ok: true, value: written(rules, emptySeats, exactParts(table, rules, parts)) };
}
