import { add, compare, type Fraction, fraction, fromDecimal, subtract, toText } from '../numeric/fraction.ts';
import type { Refusal } from '../problems/refusal.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';
import { competitionPlaces } from '../scoring/places.ts';
import type { LevelRule } from '../verdict/rules.ts';

/**
 * An entry as levels see it: its official place and score, whichever score is official; both null without either. A score without a place
 * stands where entries are not ranked: conditions on places and on others' scores then cannot be held against anybody.
 */
export type LevelStanding = {
  readonly entry: number;
  readonly place: number | null;
  readonly score: Fraction | null;
  /** Mean mark by criterion, for `floors`. */
  readonly means?: ReadonlyMap<string, Fraction>;
};

/** One condition of a rule held against an entry: what was needed, what there was (null: nothing to hold it against). */
export type LevelCheck = {
  readonly level: string;
  readonly condition: 'atLeast' | 'below' | 'floor' | 'top' | 'percentile' | 'highest' | 'margin';
  readonly criterion: string | null;
  readonly needed: string;
  readonly had: string | null;
  readonly met: boolean;
};

/** `level` null: none was reached. `checks`: every condition of the rules tried, up to the one that was met. */
export type LevelAward = {
  readonly entry: number;
  readonly level: string | null;
  readonly points: Fraction | null;
  readonly checks: readonly LevelCheck[];
};

const decimals = ['atLeast', 'below', 'margin', 'points'] as const;

/** What is wrong with level rules for scores of this kind; none for good ones. */
export function levelRefusals(rules: readonly LevelRule[], { unit, better }: Pick<CategoryScores, 'unit' | 'better'>): readonly Refusal[] {
  return rules.flatMap((rule): Refusal[] => {
    const { level } = rule;
    const texts = [...decimals.map((key) => rule[key]), ...(rule.floors ?? []).map(({ atLeast }) => atLeast)];
    const unreadable = texts.filter((text) => text !== undefined && fromDecimal(text) === undefined);
    const needsScore = better !== 'higher' && [rule.atLeast, rule.below, rule.margin].some((text) => text !== undefined);
    const { top = 1, percentile = 1 } = rule;
    return [
      ...unreadable.map((value): Refusal => ({ code: 'ranking.level-not-readable', facts: { level, value: value ?? '' } })),
      ...(needsScore ? [{ code: 'ranking.level-needs-score', facts: { level, unit } } as const] : []),
      ...(Number.isSafeInteger(top) && top > 0
        ? []
        : [{ code: 'ranking.level-not-readable', facts: { level, value: String(top) } } as const]),
      ...(percentile > 0 && percentile <= 100
        ? []
        : [{ code: 'ranking.level-not-readable', facts: { level, value: String(percentile) } } as const]),
    ];
  });
}

const exact = (text: string): Fraction => fromDecimal(text) ?? fraction(0);

/** True for a level one entry alone is to have; equal entries then share it. */
export const isForOne = ({ highest, top }: LevelRule): boolean => highest === true || top === 1;

/** Every condition of a rule but the margin, held against one entry. */
function checksOf(rule: LevelRule, { place, score, means }: LevelStanding, ranked: number): LevelCheck[] {
  const { level } = rule;
  const found: LevelCheck[] = [];
  const say = (condition: LevelCheck['condition'], needed: string, had: string | null, met: boolean, criterion: string | null = null) => {
    found.push({ level, condition, criterion, needed, had, met });
  };
  const text = score && toText(score);
  if (rule.atLeast !== undefined) say('atLeast', rule.atLeast, text, score !== null && compare(score, exact(rule.atLeast)) >= 0);
  if (rule.below !== undefined) say('below', rule.below, text, score !== null && compare(score, exact(rule.below)) < 0);
  for (const { criterion, atLeast } of rule.floors ?? []) {
    const mean = means?.get(criterion);
    say('floor', atLeast, mean ? toText(mean) : null, mean !== undefined && compare(mean, exact(atLeast)) >= 0, criterion);
  }
  const at = place === null ? null : String(place);
  if (rule.top !== undefined) say('top', String(rule.top), at, place !== null && place <= rule.top);
  if (rule.percentile !== undefined) {
    const share = place === null ? null : fraction(100 * place, ranked);
    const most = exact(rule.percentile.toFixed(6));
    say('percentile', String(rule.percentile), share && toText(share), share !== null && compare(share, most) <= 0);
  }
  if (rule.highest) say('highest', '1', at, place === 1);
  return found;
}

/** The margin of each entry that meets the rest of a rule over the best that does not; met where there is no other. */
function marginCheck(rule: LevelRule, standing: LevelStanding, others: readonly LevelStanding[]): LevelCheck[] {
  if (rule.margin === undefined) return [];
  const best = others.reduce<Fraction | null>(
    (most, { score }) => (score && (most === null || compare(score, most) > 0) ? score : most),
    null,
  );
  const lead = best && standing.score && subtract(standing.score, best);
  const met = standing.place !== null && (best === null || (lead !== null && compare(lead, exact(rule.margin)) >= 0));
  return [{ level: rule.level, condition: 'margin', criterion: null, needed: rule.margin, had: lead && toText(lead), met }];
}

const comparing: readonly LevelCheck['condition'][] = ['top', 'percentile', 'highest', 'margin'];

const comparesIn = (rule: LevelRule): boolean => comparing.some((condition) => rule[condition as keyof LevelRule] !== undefined);

/** True for a rule that compares entries, and whose other conditions hold. */
function isOpen(rule: LevelRule, checks: readonly LevelCheck[]): boolean {
  return comparesIn(rule) && checks.every(({ condition, met }) => met || comparing.includes(condition));
}

/**
 * The levels people may give an entry that has a score and no place: the first that would have to compare it, and those after it, as far
 * as all else they ask for holds. None where no level is left open.
 */
export function openLevels(standing: Omit<LevelStanding, 'place' | 'entry'>, rules: readonly LevelRule[]): readonly string[] {
  if (standing.score === null) return [];
  const tried = rules.map((rule) => ({ rule, checks: checksOf(rule, { ...standing, entry: 0, place: null }, 1) }));
  const given = tried.findIndex(({ rule, checks }) => !comparesIn(rule) && checks.every(({ met }) => met));
  const first = tried.findIndex(({ rule, checks }) => isOpen(rule, checks));
  if (first < 0 || (given >= 0 && given < first)) return [];
  const holds = ({ condition, met }: LevelCheck): boolean => met || comparing.includes(condition);
  return tried.slice(first).flatMap(({ rule, checks }) => (checks.every(holds) ? [rule.level] : []));
}

/**
 * The level of each entry of one category: the first rule all of whose conditions hold. An entry with neither place nor score gets none, and one without a place
 * none from the first rule on that would have to compare it. Exactly equal
 * entries share a place, so they meet a condition on places together: a cut at the first n takes in all tied at it.
 */
export function levelsOf(standings: readonly LevelStanding[], rules: readonly LevelRule[]): readonly LevelAward[] {
  const stands = ({ place, score }: LevelStanding): boolean => place !== null || score !== null;
  const ranked = standings.filter(stands);
  const checks = new Map<LevelRule, Map<number, LevelCheck[]>>();
  for (const rule of rules) {
    const own = new Map(ranked.map((standing) => [standing.entry, checksOf(rule, standing, ranked.length)]));
    const meets = ({ entry }: LevelStanding) => own.get(entry)?.every(({ met }) => met) ?? false;
    const others = ranked.filter((standing) => !meets(standing));
    const margins = new Map(ranked.filter(meets).map((standing) => [standing.entry, marginCheck(rule, standing, others)]));
    for (const [entry, more] of margins) own.get(entry)?.push(...more);
    checks.set(rule, own);
  }
  return standings.map((standing): LevelAward => {
    const { entry } = standing;
    const tried: LevelCheck[] = [];
    if (!stands(standing)) return { entry, level: null, points: null, checks: tried };
    for (const rule of rules) {
      const own = checks.get(rule)?.get(entry) ?? [];
      tried.push(...own);
      // Whether it reaches this level is open, so it is given no lower one.
      if (standing.place === null && standing.score !== null && isOpen(rule, own)) break;
      if (own.every(({ met }) => met)) {
        return { entry, level: rule.level, points: rule.points === undefined ? null : exact(rule.points), checks: tried };
      }
    }
    return { entry, level: null, points: null, checks: tried };
  });
}

/** A prize over the whole programme: points of all levels won, by the group entries belong to. */
export type GroupPoints = {
  readonly group: string;
  readonly points: Fraction;
  readonly place: number;
  readonly tied: boolean;
  readonly won: readonly { readonly entry: number; readonly level: string; readonly points: Fraction }[];
};

/** Groups by the sum of their points, most first; equal ones share a place. Entries without a group compete for no such prize. */
export function grandPoints(awards: readonly LevelAward[], groupOf: (entry: number) => string | null): readonly GroupPoints[] {
  const won = new Map<string, { entry: number; level: string; points: Fraction }[]>();
  for (const { entry, level, points } of awards) {
    const group = groupOf(entry);
    if (group === null || level === null || points === null) continue;
    won.set(group, [...(won.get(group) ?? []), { entry, level, points }]);
  }
  const sums = [...won].map(([group, own]) => ({
    group,
    won: own,
    points: own.reduce((sum, { points }) => add(sum, points), fraction(0)),
  }));
  const places = competitionPlaces(sums, (a, b) => compare(b.points, a.points));
  return [...places].map(([own, place]) => ({ ...own, ...place })).sort((a, b) => a.place - b.place || (a.group < b.group ? -1 : 1));
}
