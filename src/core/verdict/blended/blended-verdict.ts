import type { Result } from '../../problems/refusal.ts';
import { type Robustness, untested } from '../../robustness/robustness.ts';
import { findingOf } from '../finding.ts';
import type { TallyRules } from '../rules.ts';
import { rulesRefusals } from '../rules-refusals.ts';
import type { Verdict, VerdictCategory, VerdictFit } from '../verdict.ts';
import { type Progress, pointsOf } from '../verdict-of.ts';
import { sourceRefusals } from './blend-refusals.ts';
import { type Known, scaleOf } from './parts.ts';
import { type Round, roundOf } from './round.ts';
import type { Sources } from './sources.ts';
import { blendedStandings } from './standings.ts';

const robustness: Robustness = untested('blended');

const noFit: VerdictFit = { gates: { hausman: null, bartlett: null }, remlCriterion: null, variances: null, components: 0, judges: [] };

/** Entries of all rounds with their groups, by category, each in order of names. */
function fieldOf(rounds: readonly Round[]): readonly (readonly [string, ReadonlyMap<string, string | null>])[] {
  const field = new Map<string, Map<string, string | null>>();
  for (const { table } of rounds) {
    for (const { name, category, group } of table.entries) {
      const own = field.get(table.categories[category] ?? '') ?? new Map<string, string | null>();
      field.set(table.categories[category] ?? '', own);
      own.set(name, own.get(name) ?? group);
    }
  }
  const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]): number => (a < b ? -1 : Number(a > b));
  return [...field].map(([category, entries]) => [category, new Map([...entries].sort(byName))] as const).sort(byName);
}

function categoryOf(known: Known, category: string, names: ReadonlyMap<string, string | null>): VerdictCategory {
  const entries = blendedStandings(known, category, names);
  const own = known.rounds.flatMap((round) => round.category(category) ?? []);
  const ballots = entries.flatMap((entry) => entry.ballots);
  const panels = entries.map((entry) => entry.ballots.length).filter((size) => size > 0);
  const said = findingOf({ entries, state: 'blended', method: 'raw', hasLevels: known.rules.levels.length > 0 });
  return {
    category,
    criteria: [...new Map(own.flatMap(({ criteria }) => criteria).map((each) => [each.criterion, each])).values()],
    unit: 'scale',
    better: 'higher',
    exact: own.every(({ exact }) => exact),
    ballots: ballots.length,
    judges: new Set(ballots.map(({ judge }) => judge)).size,
    panel: panels.length === 0 ? null : { least: Math.min(...panels), most: Math.max(...panels) },
    official: 'raw',
    state: 'blended',
    method: 'raw',
    components: 1,
    chances: 'score',
    draws: 0,
    ...said,
    entries,
    neighbours: [],
    robustness,
  };
}

/** A category with how each entry stands without imputed marks in any round, and whose they were. */
function besideBlend(category: VerdictCategory, rounds: readonly Round[], without: VerdictCategory | undefined): VerdictCategory {
  const others = new Map(without?.entries.map((other) => [other.entry, other]));
  const entries = category.entries.map((own) => {
    const { rank = null, tied = false, raw = null } = others.get(own.entry) ?? {};
    const judges = rounds.flatMap((round) => round.entry(category.category, own.entry)?.imputed?.judges ?? []);
    return { ...own, imputed: { judges, without: { rank, tied, raw } } };
  });
  return { ...category, entries };
}

function countedIn(rounds: readonly Round[], categories: readonly VerdictCategory[]): Verdict['counted'] {
  const sum = (what: 'marks' | 'ballots'): number => rounds.reduce((all, { verdict }) => all + verdict.counted[what], 0);
  return {
    marks: sum('marks'),
    ballots: sum('ballots'),
    entries: categories.reduce((all, { entries }) => all + entries.length, 0),
    judges: new Set(rounds.flatMap(({ table }) => table.judges.map(({ name }) => name))).size,
    categories: categories.length,
  };
}

/**
 * The verdict on scores made of several sources: every round aggregated by itself with its own panel, metrics read off their breakpoints,
 * blended by the declared parts, votes added at their rate; all of it exact. An entry a source says nothing of is insufficient, never zero.
 * Ladder and levels act on the blended score. It is official by raw only: each round has its own fit and doubt (`rounds`), but none is
 * claimed of the blend, which the model does not cover.
 */
export function blendedVerdict(sources: Sources, rules: TallyRules, progress: Progress = () => {}): Result<Verdict> {
  const refusals = [...rulesRefusals(rules), ...sourceRefusals(sources, rules)];
  if (refusals.length > 0) return { ok: false, refusals };
  const rounds: Round[] = [];
  for (const [i, table] of sources.rounds.entries()) {
    const rule = rules.rounds?.[i];
    if (!rule) throw new RangeError('a round without a rule');
    const round = roundOf(table, rule, rules, (stage, share) => progress(stage, (i + share) / sources.rounds.length));
    if (!round.ok) return round;
    rounds.push(round.value);
  }
  const known: Known = { rules, sources, rounds, scale: scaleOf({ rules, rounds }) };
  const whole = fieldOf(rounds).map(([category, names]) => categoryOf(known, category, names));
  const imputed = rounds.some(({ verdict }) => verdict.categories.some(({ entries }) => entries.some((entry) => entry.imputed)));
  const without = imputed ? blendedVerdict(sources, { ...rules, skipped: 'set-aside' }) : null;
  if (without?.ok === false) return without;
  const categories = without ? whole.map((category, i) => besideBlend(category, rounds, without.value.categories[i])) : whole;
  const [only, ...others] = rounds;
  const value: Verdict = {
    format: 'plaudit-tally',
    version: 1,
    rules,
    scale: known.scale,
    counted: countedIn(rounds, categories),
    categories,
    rounds: rounds.map(({ rule, verdict }) => ({ round: rule.round, verdict })),
    points: pointsOf(categories, rules),
    fit: only && others.length === 0 ? only.verdict.fit : noFit,
    emptySeats: rounds.reduce((all, { verdict }) => all + verdict.emptySeats, 0),
    checks: rounds.flatMap(({ rule, verdict }) =>
      verdict.checks.map((check) => (others.length === 0 ? check : { ...check, round: rule.round })),
    ),
  };
  return { ok: true, value };
}
