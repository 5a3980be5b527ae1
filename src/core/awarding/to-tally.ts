import type { Refusal, Result } from '../problems/refusal.ts';
import { recordedRounds, scaleOfCard, votesSource } from '../scorecards/figures.ts';
import type { CardCriterion, Scorecard, Scorecards } from '../scorecards/shape.ts';
import { weightOf } from '../scorecards/weights.ts';
import type { Criterion, NotApplicable } from '../scoring/criteria.ts';
import type { Scale } from '../scoring/scale.ts';
import type { CountRule, MetricRule, RoundRule, TallyRules, VoteRule } from '../verdict/rules.ts';
import { rulesRefusals } from '../verdict/rules-refusals.ts';
import { type Round, weightsOfParts } from './round-weights.ts';
import type { AwardRules } from './shape.ts';
import { aggregationRule, levelRule } from './tally-parts.ts';

/** A category with the scorecard its entries are judged by. */
export type JudgedBy = { readonly category: string; readonly scorecard: string };

export type ToTally = {
  readonly rules: AwardRules;
  readonly scorecards: Scorecards;
  readonly categories: readonly JudgedBy[];
  /** Any text; every draw and lot comes from its hash. */
  readonly seed: string;
  /** Ballots are of the first round alone; what the others came to is known as a figure on their scale, and is a part like a measure. */
  readonly firstRoundOnly?: boolean;
};

/** What the only round is called where the rules declare none. */
const onlyRound = 'judges';
const draws = 20_000;

type Card = { readonly key: string; readonly scorecard: Scorecard; readonly categories: readonly string[] };

/** The scorecards in use with their categories; `own`: the one a round has for all of them. */
function cardsOf({ scorecards, categories }: ToTally, own?: string): readonly Card[] {
  const found = new Map<string, { key: string; scorecard: Scorecard; categories: string[] }>();
  for (const { category, scorecard: named } of categories) {
    const key = own ?? named;
    const scorecard = Object.hasOwn(scorecards, key) ? scorecards[key] : undefined;
    const card = found.get(key) ?? (scorecard && { key, scorecard, categories: [] });
    if (!card) continue;
    found.set(key, card);
    card.categories.push(category);
  }
  return [...found.values()];
}

const scaleOf = ({ min, max, step }: { min: number; max: number; step: number }): Scale => ({ min, max, ...(step !== 1 && { step }) });

/** A criterion as the tally counts it, wherever it applies; undefined for what is not marked. */
const marked =
  ({ lowest }: Pick<Policies, 'lowest'>) =>
  (criterion: CardCriterion): Omit<Criterion, 'categories'> | undefined => {
    const { key: id } = criterion;
    if (criterion.kind === 'gate') return { id, weight: 1, scale: { min: 0, max: 1 }, gate: { from: 1, judges: criterion.judges } };
    if (criterion.kind !== 'judged') return undefined;
    const own = { id, weight: weightOf(criterion), scale: scaleOf(criterion.scale) };
    return lowest.has(id) ? { ...own, notApplicable: 'lowest' } : own;
  };

/** Things of several scorecards by their keys: alike ones become one with all their categories, and others of the same key are refused. */
function joined<T extends object>(
  cards: readonly Card[],
  read: (criterion: CardCriterion) => T | undefined,
): { readonly all: readonly (T & { readonly categories?: readonly string[] })[]; readonly refusals: readonly Refusal[] } {
  const found = new Map<string, { thing: T; first: string; categories: string[] }>();
  const refusals: Refusal[] = [];
  for (const card of cards) {
    for (const criterion of card.scorecard.criteria) {
      const thing = read(criterion);
      if (!thing) continue;
      const known = found.get(criterion.key);
      if (!known) found.set(criterion.key, { thing, first: card.key, categories: [...card.categories] });
      else if (JSON.stringify(known.thing) === JSON.stringify(thing)) known.categories.push(...card.categories);
      else refusals.push({ code: 'award.criterion-differs', facts: { criterion: criterion.key, scorecard: card.key, other: known.first } });
    }
  }
  const everywhere = new Set(cards.flatMap(({ categories }) => categories)).size;
  const all = [...found.values()].map(({ thing, categories }) => ({ ...thing, ...(categories.length < everywhere && { categories }) }));
  return { all, refusals };
}

function metricOf(criterion: CardCriterion): Omit<MetricRule, 'categories'> | undefined {
  if (criterion.kind !== 'metric') return undefined;
  const { key, scale, breakpoints, beyond } = criterion;
  return { metric: key, weight: weightOf(criterion), scale: { min: scale.min, max: scale.max }, points: breakpoints, beyond };
}

/** What becomes of criteria that do not apply: `rule` for all, and beside it those that count as their lowest mark where others do not. */
type Policies = { readonly rule: NotApplicable; readonly lowest: ReadonlySet<string>; readonly refusals: readonly Refusal[] };

/** One criterion has one policy, on however many scorecards it stands; that it always applies is none. */
function policiesOf(cards: readonly Card[]): Policies {
  const own = cards.flatMap(({ scorecard }) => scorecard.criteria.flatMap((each) => (each.kind === 'judged' ? [each] : [])));
  const taken = (policy: NotApplicable) => new Set(own.flatMap(({ key, notApplicable }) => (notApplicable === policy ? [key] : [])));
  const [lowest, left] = [taken('lowest'), taken('renormalise')];
  const both = [...lowest].filter((key) => left.has(key));
  const refusals = both.map((criterion): Refusal => ({ code: 'award.not-applicable-mixed', facts: { criterion } }));
  const mixed = lowest.size > 0 && left.size > 0;
  return { rule: lowest.size > 0 && !mixed ? 'lowest' : 'renormalise', lowest: mixed ? lowest : new Set(), refusals };
}

type Counted = Pick<TallyRules, 'votes' | 'counts'> & { readonly refusals: readonly Refusal[] };

const rateOf = ({ each, atMost }: { readonly each: string; readonly atMost?: string | undefined }): VoteRule => {
  return { each, ...(atMost !== undefined && { atMost }) };
};

const countOf = (criterion: CardCriterion): Omit<CountRule, 'categories'> | undefined =>
  criterion.kind === 'count' ? { count: criterion.key, ...rateOf(criterion) } : undefined;

/** What is counted and added: one thing in every category without a name of its own, several each under that of its criterion. */
function countsOf({ rules }: ToTally, cards: readonly Card[]): Counted {
  const counts = cards.map(({ scorecard }) => scorecard.criteria.flatMap((each) => (each.kind === 'count' ? [each] : [])));
  const kinds = new Set(counts.map((own) => JSON.stringify(own.map(({ of, each, atMost }) => [of, each, atMost]))));
  const [own = []] = counts;
  const [only] = own;
  if (kinds.size <= 1 && own.length + (rules.votes ? 1 : 0) <= 1) {
    const rate = rules.votes ?? only;
    return { ...(rate && { votes: rateOf(rate) }), refusals: [] };
  }
  const { all, refusals } = joined(cards, countOf);
  const twice = rules.votes && all.some(({ count }) => count === votesSource);
  return {
    counts: [...all, ...(rules.votes ? [{ count: votesSource, ...rateOf(rules.votes) }] : [])],
    refusals: [...refusals, ...(twice ? [{ code: 'award.counts-several', facts: { count: votesSource } } as const] : [])],
  };
}

function unknownCards({ rules, scorecards, categories }: ToTally): Refusal[] {
  const named = [...categories.map(({ scorecard }) => scorecard), ...(rules.rounds ?? []).flatMap(({ scorecard }) => scorecard ?? [])];
  return [...new Set(named)]
    .filter((key) => !Object.hasOwn(scorecards, key))
    .map((scorecard): Refusal => ({ code: 'award.unknown-scorecard', facts: { scorecard } }));
}

/** What a round elsewhere came to, as it is: its scale read off itself. */
function recordedPart({ scorecards, categories }: ToTally, { round, scorecard }: Round, weight: number): MetricRule {
  const own = scorecard ?? categories[0]?.scorecard ?? '';
  const { min, max } = scaleOfCard((Object.hasOwn(scorecards, own) ? scorecards[own] : undefined) ?? { criteria: [] });
  const points = [min, max].map((mark) => ({ value: String(mark), mark }));
  return { metric: round, weight, scale: { min, max }, points, beyond: 'refuse' };
}

/**
 * Award rules and scorecards as the rules of one tally, over categories that are counted alike (`awardGroups`). Refused, with every reason:
 * a scorecard that is not there; and what the tally cannot do yet: one criterion meaning two things in two scorecards, or taken in two ways
 * where it does not apply, metrics of uneven weight beside several rounds; and whatever `rulesRefusals` says of the whole.
 */
export function toTally(given: ToTally): Result<TallyRules> {
  const { rules, seed } = given;
  const recorded = given.firstRoundOnly ? recordedRounds(rules) : [];
  const byRound = (rules.rounds ?? [])
    .slice(0, (rules.rounds?.length ?? 0) - recorded.length)
    .map((round) => ({ round, cards: cardsOf(given, round.scorecard) }));
  const cards = rules.rounds ? byRound.flatMap((each) => each.cards) : cardsOf(given);
  // A scorecard that several rounds share is one card.
  const distinct = [...new Map(cards.map((card) => [card.key, card])).values()];
  const policy = policiesOf(distinct);
  const all = joined(distinct, marked(policy));
  const measured = joined(distinct, metricOf);
  const parts = weightsOfParts(byRound, recorded, measured.all);
  const { refusals: uncounted, ...counted } = countsOf(given, distinct);
  const refusals: Refusal[] = [
    ...unknownCards(given),
    ...all.refusals,
    ...measured.refusals,
    ...policy.refusals,
    ...uncounted,
    ...(parts.ok ? [] : parts.refusals),
  ];
  if (refusals.length > 0 || !parts.ok) return { ok: false, refusals };
  const metrics = [
    ...parts.value.metrics,
    ...recorded.map((round, i) => recordedPart(given, round, parts.value.recorded[i] ?? round.weight)),
  ];
  const single =
    metrics.length > 0 || counted.votes || counted.counts
      ? [{ round: onlyRound, weight: null, minimumPanel: rules.minimumPanel, criteria: all.all }]
      : undefined;
  const rounds: readonly RoundRule[] | undefined = rules.rounds
    ? byRound.map(({ round, cards: own }, i) => ({
        round: round.round,
        // Of one round alone the weights of its criteria are its weight, beside those of metrics.
        weight: rules.rounds?.length === 1 ? null : (parts.value.rounds[i] ?? round.weight),
        minimumPanel: round.minimumPanel ?? rules.minimumPanel,
        criteria: joined(own, marked(policy)).all,
      }))
    : single;
  const value: TallyRules = {
    version: 1,
    criteria: all.all,
    ...(rounds && { rounds }),
    ...(metrics.length > 0 && { metrics }),
    ...counted,
    aggregation: aggregationRule(rules.aggregation),
    notApplicable: policy.rule,
    skipped: rules.skipped,
    official: rules.official,
    minimumPanel: rules.minimumPanel,
    ties: rules.ties,
    levels: rules.levels.map(levelRule),
    seats: rules.seats,
    seed,
    draws,
    priors: null,
    seatsAtRandom: false,
  };
  const refused = rulesRefusals(value);
  return refused.length > 0 ? { ok: false, refusals: refused } : { ok: true, value };
}
