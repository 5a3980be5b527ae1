import { calibrate } from '../calibration/calibrate.ts';
import type { Fit, FitInput, Uncertainty } from '../calibration/fit.ts';
import { uncertainty } from '../calibration/uncertainty.ts';
import { anomalies } from '../checks/anomalies/anomalies.ts';
import { dataChecks } from '../checks/data/data-checks.ts';
import { emptySeats } from '../checks/data/seats.ts';
import { viewOf } from '../checks/view.ts';
import { fromDecimal, toDecimal, toText } from '../numeric/fraction.ts';
import type { Result } from '../problems/refusal.ts';
import { breakTies } from '../ranking/ladder.ts';
import { grandPoints, type LevelAward } from '../ranking/levels.ts';
import { type Robustness, robustnessOf, untested } from '../robustness/robustness.ts';
import { aggregate } from '../scoring/aggregate.ts';
import { type BallotTable, isMark } from '../scoring/ballot-table.ts';
import { weighedIn } from '../scoring/composing/units.ts';
import { rankingOf, wholeCategories } from '../scoring/composing/whole-categories.ts';
import { type Composites, composites } from '../scoring/composite.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';
import { amongRanked } from './among-ranked.ts';
import { anonymousOrder } from './anonymous-order.ts';
import { type AsSkipped, asSkipped, besideSkipped } from './beside/not-applicable.ts';
import { describeCheck, describeFit } from './describe.ts';
import { chancesOf, findingOf, ranksByMean } from './finding.ts';
import { fitInputOf } from './fit-input.ts';
import { beside, hasImputed, standingsWithout } from './imputed.ts';
import type { TallyRules } from './rules.ts';
import { rulesRefusals } from './rules-refusals.ts';
import { withoutMarks } from './seats.ts';
import { standingsOf } from './standings.ts';
import type { Finding, Verdict, VerdictCategory, VerdictEntry, VerdictPoints } from './verdict.ts';

export type Stage = 'counting' | 'correcting' | 'drawing' | 'checking' | 'testing';

/** Called before each stage; `share` of the stages that lie behind, 0 to 1. */
export type Progress = (stage: Stage, share: number) => void;

type Parts = {
  readonly table: BallotTable;
  readonly rules: TallyRules;
  readonly weighed: Composites;
  readonly fit: Fit;
  readonly doubt: Uncertainty;
  readonly scores: readonly CategoryScores[];
  readonly robustness: readonly Robustness[];
  /** Ballots emptied as empty seats. */
  readonly seats: ReadonlySet<number>;
  /** By category: the standings without imputed marks, where any were. */
  readonly without: readonly (readonly VerdictEntry[])[] | null;
  /** What stands with each disputed n/a read as a skipped mark, where there is any. */
  readonly skipped: AsSkipped | null;
};

function neighboursOf({ table, doubt }: Parts, category: number): VerdictCategory['neighbours'] {
  const name = (entry: number | undefined): string => table.entries[entry ?? -1]?.name ?? '';
  return (doubt.categories[category]?.pools ?? []).flatMap(({ order, ahead }) =>
    Array.from(ahead, (probability, i) => ({ ahead: name(order[i]), behind: name(order[i + 1]), probability })).filter(
      ({ probability }) => !Number.isNaN(probability),
    ),
  );
}

/** Nothing can unseat a winner nobody was named: tests of the first place are not told where there is no ranking of the whole category. */
function asked(robustness: Robustness, finding: Finding): Robustness {
  if (finding === 'too-few') return untested('too-few-entries');
  if (finding !== 'parts') return robustness;
  const { leaveOneOut, weights, tieRule, conflicts } = untested('several-pools');
  return { ...robustness, leaveOneOut, weights, tieRule, conflicts };
}

function categoryOf(parts: Parts, category: number): VerdictCategory {
  const { table, rules, weighed, fit, doubt } = parts;
  const scores = parts.scores[category];
  const own = fit.categories[category];
  const robustness = parts.robustness[category];
  if (!scores || !own || !robustness) throw new RangeError('a category without scores');
  const byCorrected = rules.official === 'corrected' && own.method !== 'raw';
  const ladder = breakTies(table, weighed, scores, rules);
  const whole = standingsOf({ table, composites: weighed, fit, doubt, scores, ladder, byCorrected, rules, seats: parts.seats });
  const complete = parts.without ? beside(whole, parts.without[category] ?? []) : whole;
  const entries = parts.skipped ? besideSkipped(complete, parts.skipped, category) : complete;
  const ballots = entries.flatMap((entry) => entry.ballots);
  const { state, method, components, panel } = own;
  const said = findingOf({ entries, state, method, hasLevels: rules.levels.length > 0 });
  const chances = chancesOf(own, rules.aggregation);
  return {
    ...rankingOf(table, category),
    criteria: weighedIn(table, category).flatMap((column) => {
      const criterion = table.criteria[column];
      return criterion ? [{ criterion: criterion.id, weight: criterion.weight }] : [];
    }),
    unit: scores.unit,
    better: scores.better,
    exact: scores.exact,
    ballots: ballots.length,
    judges: new Set(ballots.map(({ judge }) => judge)).size,
    panel: own.entries === 0 ? null : panel,
    official: byCorrected ? 'corrected' : 'raw',
    state,
    method,
    components,
    chances,
    draws: chances === 'given' ? (doubt.draws[category] ?? 0) : 0,
    ...said,
    entries,
    neighbours: chances === 'given' ? neighboursOf(parts, category) : [],
    robustness: asked(robustness, said.finding),
  };
}

/** Levels of all categories added up by group, in exact points. */
export function pointsOf(categories: readonly VerdictCategory[], { levels }: TallyRules): readonly VerdictPoints[] {
  if (levels.every(({ points }) => points === undefined)) return [];
  const awarded = categories.flatMap(({ category, entries }) => entries.map((entry) => ({ category, ...entry })));
  const worth = new Map(levels.map(({ level, points }) => [level, points === undefined ? null : (fromDecimal(points) ?? null)]));
  const awards = awarded.map(
    ({ level }, entry): LevelAward => ({ entry, level, points: level === null ? null : (worth.get(level) ?? null), checks: [] }),
  );
  return grandPoints(awards, (entry) => awarded[entry]?.group ?? null).map(({ group, points, place, tied, won }) => ({
    group,
    points: { fraction: toText(points), decimal: toDecimal(points, 4) },
    place,
    tied,
    won: won.map(({ entry, level }) => ({ category: awarded[entry]?.category ?? '', entry: awarded[entry]?.entry ?? '', level })),
  }));
}

/** Ranks drawn in all: with very many entries fewer draws are made, and how many is in the verdict. */
const mostRanks = 6_000_000;
const fewestDraws = 400;

const drawsFor = (entries: number, asked: number): number =>
  Math.min(asked, Math.max(fewestDraws, Math.floor(mostRanks / Math.max(1, entries))));

/** Without any chance to give there is nothing to draw. */
function drawn(fit: Fit, input: FitInput, rules: TallyRules, entries: number): Uncertainty {
  const asked = ranksByMean(rules.aggregation) ? fit : { ...fit, posteriors: [] };
  return uncertainty(asked, input, { ...rules, draws: drawsFor(entries, rules.draws) });
}

/** The exact part of a tally: ballots put in order, empty seats set aside, composites and scores. */
export function countBallots(named: BallotTable, rules: TallyRules) {
  const given = anonymousOrder(named);
  const seats = rules.emptySeats === 'count' ? [] : emptySeats(viewOf(given));
  const table = withoutMarks(given, seats);
  const weighed = composites(table, rules);
  return { given, seats, table, weighed, scores: table.categories.map((_, category) => aggregate(table, weighed, category, rules)) };
}

/**
 * The whole verdict on a table of ballots by its rules: exact scores and places, scores corrected for how judges mark, doubt, checks and
 * robustness. Pure: no clock, no chance but what follows from the seed; the same table and rules give the same value on every machine,
 * and other names for the judges change nothing but the names.
 */
export function verdictOf(named: BallotTable, rules: TallyRules, progress: Progress = () => {}): Result<Verdict> {
  const refusals = rulesRefusals(rules);
  if (refusals.length > 0) return { ok: false, refusals };
  progress('counting', 0);
  const { given, seats, table, weighed, scores } = countBallots(named, rules);
  progress('correcting', 0.2);
  const { input } = fitInputOf(table, weighed);
  const fit = amongRanked(calibrate(input, rules), scores, weighed.y);
  progress('drawing', 0.4);
  const doubt = drawn(fit, input, rules, table.entries.length);
  progress('checking', 0.6);
  const judged = wholeCategories(table).table;
  const checks = [...dataChecks(wholeCategories(given).table, rules), ...anomalies(judged, weighed, rules)];
  progress('testing', 0.8);
  const robustness = robustnessOf({ table, composites: weighed, rules, fit, scores });
  const without = hasImputed(weighed) ? standingsWithout(table, rules, (strict) => fitInputOf(table, strict).input) : null;
  const skipped = asSkipped(table, weighed, rules);
  const parts: Parts = { table, rules, weighed, fit, doubt, scores, robustness, seats: new Set(seats), without, skipped };
  const categories = table.categories.map((_, category) => categoryOf(parts, category));
  const value: Verdict = {
    format: 'plaudit-tally',
    version: 1,
    rules,
    scale: weighed.scale,
    counted: {
      marks: table.marks.reduce((sum, mark) => sum + Number(isMark(mark)), 0),
      ballots: table.ballotEntry.length,
      entries: table.entries.length,
      judges: table.judges.length,
      categories: new Set(table.categories).size,
    },
    categories,
    points: pointsOf(categories, rules),
    fit: describeFit(table, fit, input.judge),
    emptySeats: seats.length,
    checks: checks.map((check) => describeCheck(given, check)),
  };
  return { ok: true, value };
}
