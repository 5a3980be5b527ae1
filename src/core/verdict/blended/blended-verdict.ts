import type { Result } from '../../problems/refusal.ts';
import { type Robustness, untested } from '../../robustness/robustness.ts';
import { findingOf } from '../finding.ts';
import type { TallyRules } from '../rules.ts';
import type { Verdict, VerdictCategory, VerdictFit } from '../verdict.ts';
import { type Progress, pointsOf, verdictOf } from '../verdict-of.ts';
import { type BlendedCategory, blendOf } from './blend-of.ts';
import type { Known } from './parts.ts';
import type { Round } from './round.ts';
import type { Sources } from './sources.ts';

const robustness: Robustness = untested('blended');

const noFit: VerdictFit = { gates: { hausman: null, bartlett: null }, remlCriterion: null, variances: null, components: 0, judges: [] };

function categoryOf(known: Pick<Known, 'rules' | 'rounds'>, { entries, ...ranking }: BlendedCategory): VerdictCategory {
  const own = known.rounds.flatMap((round) => round.category(ranking.category) ?? []);
  const ballots = entries.flatMap((entry) => entry.ballots);
  const panels = entries.map((entry) => entry.ballots.length).filter((size) => size > 0);
  const said = findingOf({ entries, state: 'blended', method: 'raw', hasLevels: known.rules.levels.length > 0 });
  return {
    ...ranking,
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

function countedIn(rounds: readonly Round<Verdict>[], categories: readonly VerdictCategory[]): Verdict['counted'] {
  const sum = (what: 'marks' | 'ballots'): number => rounds.reduce((all, { verdict }) => all + verdict.counted[what], 0);
  return {
    marks: sum('marks'),
    ballots: sum('ballots'),
    entries: categories.reduce((all, { entries }) => all + entries.length, 0),
    judges: new Set(rounds.flatMap(({ table }) => table.judges.map(({ name }) => name))).size,
    categories: new Set(categories.map(({ category }) => category)).size,
  };
}

/**
 * The verdict on scores made of several sources: every round aggregated by itself with its own panel, metrics read off their breakpoints,
 * blended by the declared parts, votes added at their rate; all of it exact. An entry a source says nothing of is insufficient, never zero.
 * Ladder and levels act on the blended score. It is official by raw only: each round has its own fit and doubt (`rounds`), but none is
 * claimed of the blend, which the model does not cover.
 */
export function blendedVerdict(sources: Sources, rules: TallyRules, progress: Progress = () => {}): Result<Verdict> {
  const all = sources.rounds.length;
  const blended = blendOf(sources, rules, (table, own, i, again) =>
    verdictOf(table, own, again ? undefined : (stage, share) => progress(stage, (i + share) / all)),
  );
  if (!blended.ok) return blended;
  const { known, categories: standings } = blended.value;
  const { rounds } = known;
  const categories = standings.map((category) => categoryOf(known, category));
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
    emptySeats: rounds.reduce((sum, { verdict }) => sum + verdict.emptySeats, 0),
    checks: rounds.flatMap(({ rule, verdict }) =>
      verdict.checks.map((check) => (others.length === 0 ? check : { ...check, round: rule.round })),
    ),
  };
  return { ok: true, value };
}
