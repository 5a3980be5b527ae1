import type { Refusal, Result } from '#core/problems/refusal.ts';
import type { BallotTable } from '#core/scoring/ballot-table.ts';
import type { MarkCollector, SeenCriterion } from '#core/scoring/collect-marks.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import type { MetricRule, RoundRule, TallyRules, VoteRule } from '#core/verdict/rules.ts';
import type { WrittenRules } from '#core/verdict/rules-shape.ts';
import { wordsFor } from '#words/index.ts';
import { defined, type Filled, fillRules, misnamed } from './fill-rules.ts';

const { tally: say } = wordsFor('en');

/** Marks by round; those of a tally without rounds stand under the empty name. */
export type Collectors = ReadonlyMap<string, MarkCollector>;

/** True where the score is made of more than the ballots of one round. */
export const isBlended = ({ rounds, metrics, votes }: WrittenRules): boolean => Boolean(rounds ?? metrics ?? votes);

/** Criteria of all rounds, each once. */
function merged(collectors: readonly MarkCollector[]): readonly SeenCriterion[] {
  return [...new Map(collectors.flatMap((collector) => collector.seen()).map((seen) => [seen.id, seen])).values()];
}

/** A guessed scale would decide how rounds are brought together, so it has to be said wherever two have to be. */
function unscaled(written: WrittenRules, seen: readonly SeenCriterion[]): Refusal[] {
  if (written.scale || (!written.rounds && !written.metrics)) return [];
  const own = new Set(written.criteria?.flatMap(({ id, scale, gate }) => (scale || gate ? [id] : [])));
  const [first] = seen.filter(({ id }) => !own.has(id));
  return first ? [{ code: 'blend.scale-missing', facts: { criterion: first.id } }] : [];
}

type Round = { readonly rule: RoundRule; readonly table: BallotTable; readonly filled: Filled };

type WrittenRound = { readonly round: string; readonly weight?: number; readonly minimumPanel?: number | undefined };

function fillRound(written: WrittenRules, { round, weight, minimumPanel }: WrittenRound, collector: MarkCollector): Result<Round> {
  const judged = new Set(collector.seen().map(({ id }) => id));
  const own = { ...written, ...(written.criteria && { criteria: written.criteria.filter(({ id }) => judged.has(id)) }) };
  const filled = fillRules(own, collector);
  if (!filled.ok) return filled;
  const { criteria } = filled.value.rules;
  const rule: RoundRule = { round, weight: weight ?? null, minimumPanel: minimumPanel ?? written.minimumPanel, criteria };
  return { ok: true, value: { rule, table: filled.value.tables[0], filled: filled.value } };
}

function metricRules({ metrics, scale }: WrittenRules): readonly MetricRule[] | undefined {
  return metrics?.map(({ metric, weight = 0, breakpoints, beyond, categories, ...own }): MetricRule => {
    const marks = breakpoints.map(({ mark }) => mark);
    const widest = { min: Math.min(...marks), max: Math.max(...marks) };
    return { metric, weight, scale: own.scale ?? scale ?? widest, points: breakpoints, beyond, ...(categories && { categories }) };
  });
}

/** Criteria of all rounds once each, with all categories they are judged in. */
function union(rounds: readonly Round[]): readonly Criterion[] {
  const all = new Map<string, Criterion>();
  for (const criterion of rounds.flatMap(({ rule }) => rule.criteria)) {
    const known = all.get(criterion.id);
    const categories = [...new Set([...(known?.categories ?? []), ...(criterion.categories ?? [])])].sort();
    all.set(criterion.id, { ...criterion, categories });
  }
  return [...all.values()];
}

/** Tables of all rounds and the complete rules of their blend. */
export function fillBlend(written: WrittenRules, collectors: Collectors): Result<Filled> {
  const declared: readonly WrittenRound[] = written.rounds ?? [{ round: say.oneRound }];
  const found = declared.map((each) => ({ each, collector: collectors.get(written.rounds ? each.round : '') }));
  const empty = found.filter(({ collector }) => !collector || collector.rows() === 0);
  if (empty.length > 0)
    return { ok: false, refusals: empty.map(({ each }) => ({ code: 'blend.round-without-ballots', facts: { round: each.round } })) };
  const seen = merged(found.flatMap(({ collector }) => collector ?? []));
  const refusals = [...(written.criteria ? misnamed(written.criteria, seen) : []), ...unscaled(written, seen)];
  if (refusals.length > 0) return { ok: false, refusals };
  const rounds: Round[] = [];
  for (const { each, collector } of found) {
    const round = collector && fillRound(written, each, collector);
    if (round?.ok === false) return round;
    if (round) rounds.push(round.value);
  }
  const [first, ...others] = rounds;
  if (!first) throw new RangeError('a blend of no rounds');
  const metrics = metricRules(written);
  const votes: VoteRule | undefined = written.votes ? defined(written.votes) : undefined;
  const rules: TallyRules = {
    ...first.filled.rules,
    criteria: union(rounds),
    rounds: rounds.map(({ rule }) => rule),
    ...(metrics && { metrics }),
    ...(votes && { votes }),
  };
  return { ok: true, value: { tables: [first.table, ...others.map(({ table }) => table)], rules, guessed: first.filled.guessed } };
}
