import type { Refusal, Result } from '../problems/refusal.ts';
import { recordedRounds, scaleOfCard } from '../scorecards/figures.ts';
import type { CardCriterion, Scorecard, Scorecards } from '../scorecards/shape.ts';
import { weightOf } from '../scorecards/weights.ts';
import type { Criterion } from '../scoring/criteria.ts';
import type { Scale } from '../scoring/scale.ts';
import type { MetricRule, RoundRule, TallyRules, VoteRule } from '../verdict/rules.ts';
import { rulesRefusals } from '../verdict/rules-refusals.ts';
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
function marked(criterion: CardCriterion): Omit<Criterion, 'categories'> | undefined {
  if (criterion.kind === 'judged') return { id: criterion.key, weight: weightOf(criterion), scale: scaleOf(criterion.scale) };
  if (criterion.kind !== 'gate') return undefined;
  return { id: criterion.key, weight: 1, scale: { min: 0, max: 1 }, gate: { from: 1, judges: criterion.judges } };
}

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

/** What becomes of a criterion that does not apply: the tally has one setting for all. */
function notApplicable(cards: readonly Card[]): { readonly rule: 'renormalise' | 'lowest'; readonly refusals: readonly Refusal[] } {
  const policies = new Set(
    cards.flatMap(({ scorecard }) => scorecard.criteria.flatMap((each) => (each.kind === 'judged' ? [each.notApplicable] : []))),
  );
  const both = policies.has('renormalise') && policies.has('lowest');
  return {
    rule: policies.has('lowest') ? 'lowest' : 'renormalise',
    refusals: both ? [{ code: 'award.not-applicable-mixed', facts: {} }] : [],
  };
}

/** What is counted and added. The tally adds one thing, at one rate, in every category. */
function votesOf(
  { rules }: ToTally,
  cards: readonly Card[],
): { readonly votes: VoteRule | undefined; readonly refusals: readonly Refusal[] } {
  const rate = ({ each, atMost }: { readonly each: string; readonly atMost?: string | undefined }): VoteRule => {
    return { each, ...(atMost !== undefined && { atMost }) };
  };
  const counts = cards.map(({ scorecard }) =>
    scorecard.criteria.flatMap((each) => (each.kind === 'count' ? [{ of: each.of, ...rate(each) }] : [])),
  );
  const kinds = new Set(counts.map((own) => JSON.stringify(own)));
  const [own = []] = counts;
  const several = kinds.size > 1 || own.length + (rules.votes ? 1 : 0) > 1;
  const [only] = own;
  const votes = rules.votes ? rate(rules.votes) : only && rate(only);
  return { votes, refusals: several ? [{ code: 'award.counts-several', facts: {} }] : [] };
}

function unknownCards({ rules, scorecards, categories }: ToTally): Refusal[] {
  const named = [...categories.map(({ scorecard }) => scorecard), ...(rules.rounds ?? []).flatMap(({ scorecard }) => scorecard ?? [])];
  return [...new Set(named)]
    .filter((key) => !Object.hasOwn(scorecards, key))
    .map((scorecard): Refusal => ({ code: 'award.unknown-scorecard', facts: { scorecard } }));
}

/** What a round elsewhere came to, as it is: its scale read off itself. */
function recordedPart(
  { scorecards, categories }: ToTally,
  { round, weight, scorecard }: NonNullable<AwardRules['rounds']>[number],
): MetricRule {
  const own = scorecard ?? categories[0]?.scorecard ?? '';
  const { min, max } = scaleOfCard((Object.hasOwn(scorecards, own) ? scorecards[own] : undefined) ?? { criteria: [] });
  const points = [min, max].map((mark) => ({ value: String(mark), mark }));
  return { metric: round, weight, scale: { min, max }, points, beyond: 'refuse' };
}

/**
 * Award rules and scorecards as the rules of one tally, over categories that are counted alike (`awardGroups`). Refused, with every reason:
 * a scorecard that is not there; and what the tally cannot do yet: one criterion meaning two things in two scorecards, two policies for what
 * does not apply, several things counted and added, metrics beside several rounds; and whatever `rulesRefusals` says of the whole.
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
  const all = joined(distinct, marked);
  const measured = joined(distinct, metricOf);
  const metrics = { ...measured, all: [...measured.all, ...recorded.map((round) => recordedPart(given, round))] };
  const policy = notApplicable(distinct);
  const counted = votesOf(given, distinct);
  const crowded = measured.all.length > 0 && (rules.rounds?.length ?? 1) > 1;
  const refusals: Refusal[] = [
    ...unknownCards(given),
    ...all.refusals,
    ...metrics.refusals,
    ...policy.refusals,
    ...counted.refusals,
    ...(crowded ? [{ code: 'award.metric-beside-rounds', facts: { metric: metrics.all[0]?.metric ?? '' } } as const] : []),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const single =
    metrics.all.length > 0 || counted.votes
      ? [{ round: onlyRound, weight: null, minimumPanel: rules.minimumPanel, criteria: all.all }]
      : undefined;
  const rounds: readonly RoundRule[] | undefined = rules.rounds
    ? byRound.map(({ round, cards: own }) => ({
        round: round.round,
        // Of one round alone the weights of its criteria are its weight, beside those of metrics.
        weight: rules.rounds?.length === 1 ? null : round.weight,
        minimumPanel: round.minimumPanel ?? rules.minimumPanel,
        criteria: joined(own, marked).all,
      }))
    : single;
  const value: TallyRules = {
    version: 1,
    criteria: all.all,
    ...(rounds && { rounds }),
    ...(metrics.all.length > 0 && { metrics: metrics.all }),
    ...(counted.votes && { votes: counted.votes }),
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
