/** A few scores held against award rules, so that people see what the rules come to before anybody is judged. */
import { compare, type Fraction, fraction, fromDecimal, multiply, subtract, toDecimal } from '../numeric/fraction.ts';
import { levelsOf } from '../ranking/levels.ts';
import { commonScale } from '../scoring/blending/blend.ts';
import { shownScale } from '../scoring/composing/units.ts';
import { competitionPlaces } from '../scoring/places.ts';
import type { TallyRules } from '../verdict/rules.ts';
import { isOnScale, kindOfScore } from '../verdict/rules-refusals.ts';
import type { AwardRules } from './shape.ts';
import { aggregationRule, levelRule } from './tally-parts.ts';
import { type ToTally, toTally } from './to-tally.ts';

/** `score` null: this way of counting gives places without a score levels could ask for. */
export type Example = {
  readonly score: string | null;
  readonly place: number;
  readonly tied: boolean;
  readonly level: string | null;
  readonly points: string | null;
  readonly goesThrough: boolean;
};

export type Range = { readonly min: number; readonly max: number };

const most = 8;
/** What a score just below a threshold lacks. */
const little = fraction(1, 1000);

/** Between which ends scores lie; null where there is no score, or none with ends that are known. */
export function rangeOf({ rules, ...judged }: Omit<ToTally, 'seed'>, judges: number): Range | null {
  const { aggregation } = rules;
  if (aggregation.kind === 'approval' || aggregation.kind === 'bradley-terry') return { min: 0, max: 1 };
  if (aggregation.kind === 'allotment') return { min: 0, max: aggregation.points * judges };
  const sums = aggregation.kind === 'sum';
  if (!isOnScale(aggregationRule(aggregation)) && !sums) return null;
  // Ties and levels may name what no scorecard has, which says nothing about the scale.
  const made = toTally({ rules: { ...rules, ties: [], levels: [] }, ...judged, seed: 'examples' });
  if (!made.ok) return null;
  const { min, max } = scaleOf(made.value);
  return sums ? { min: min * judges, max: max * judges } : { min, max };
}

function scaleOf({ criteria, rounds, metrics = [] }: TallyRules): Range {
  if (!rounds && metrics.length === 0) return shownScale(criteria).scale;
  return commonScale([...(rounds ?? []).map((round) => shownScale(round.criteria).scale), ...metrics.map(({ scale }) => scale)]);
}

const descending = (a: Fraction, b: Fraction): number => compare(b, a);

/** Every threshold of the levels, each with the score just below it, the highest first. */
function atThresholds({ levels }: AwardRules): Fraction[] {
  return levels
    .flatMap(({ atLeast, below, floors = [] }) => [atLeast, below, ...floors.map((floor) => floor.atLeast)])
    .flatMap((text) => (text === undefined ? [] : (fromDecimal(text) ?? [])))
    .flatMap((threshold) => [threshold, subtract(threshold, little)]);
}

function distinct(scores: readonly Fraction[]): Fraction[] {
  return scores.toSorted(descending).filter((score, i, all) => i === 0 || compare(score, all[i - 1] ?? score) !== 0);
}

/** The scores shown: those at thresholds first, then others evenly over the range, and the best of these twice, so that a tie is seen. */
function scoresOf(rules: AwardRules, range: Range | null): readonly Fraction[] {
  const own = distinct(atThresholds(rules));
  const [highest = fraction(most)] = own;
  const [min, max] = range
    ? [fraction(range.min), fraction(range.max)]
    : [fraction(0), compare(highest, fraction(most)) > 0 ? highest : fraction(most)];
  const within = (score: Fraction) => compare(score, min) >= 0 && compare(score, max) <= 0;
  const known = own.filter(within).slice(0, most - 2);
  const step = multiply(subtract(max, min), fraction(1, most + 1));
  const even = Array.from({ length: most + 1 }, (_, i) => subtract(max, multiply(step, fraction(i + 1))));
  const rounded = even.map((score) => fromDecimal(toDecimal(score, 1)) ?? score);
  const others = distinct(rounded).filter((score) => within(score) && known.every((each) => compare(each, score) !== 0));
  const spread = evenly(others, most - 1 - known.length);
  return [...known, ...spread, ...spread.slice(0, 1)].toSorted(descending);
}

/** As many of them as are wanted, from the first on, as far apart as can be. */
function evenly<T>(all: readonly T[], wanted: number): readonly T[] {
  if (all.length <= wanted) return all;
  return Array.from({ length: wanted }, (_, i) => all[Math.floor((i * all.length) / wanted)]).flatMap((each) => each ?? []);
}

const short = (score: Fraction): string => toDecimal(score, 3).replace(/\.?0+$/, '');

/**
 * Eight entries with scores at and just below every threshold, and others between, with the levels they would reach: by the very code
 * that gives levels. Each is taken to have the same mark on every criterion; ties are shown as they are before any rung.
 */
export function examplesOf(rules: AwardRules, range: Range | null): readonly Example[] {
  const { better } = kindOfScore(aggregationRule(rules.aggregation));
  const scores = better === 'higher' ? scoresOf(rules, range) : undefined;
  const entries = Array.from({ length: scores?.length ?? most }, (_, entry) => ({ entry, score: scores?.[entry] ?? null }));
  const places = competitionPlaces(entries, (a, b) => (a.score && b.score ? descending(a.score, b.score) : a.entry - b.entry));
  const criteria = rules.levels.flatMap(({ floors = [] }) => floors.map(({ criterion }) => criterion));
  const standings = entries.map((each) => ({
    ...each,
    place: places.get(each)?.place ?? null,
    means: new Map(criteria.flatMap((criterion) => (each.score ? [[criterion, each.score] as const] : []))),
  }));
  const awards = levelsOf(standings, rules.levels.map(levelRule));
  return entries.map((each, at) => {
    const { place = at + 1, tied = false } = places.get(each) ?? {};
    const award = awards[at];
    return {
      score: each.score && short(each.score),
      place,
      tied,
      level: award?.level ?? null,
      points: award?.points ? short(award.points) : null,
      goesThrough: place <= rules.seats,
    };
  });
}
