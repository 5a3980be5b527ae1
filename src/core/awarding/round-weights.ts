/** What rounds, recorded rounds and measures weigh beside each other. */
import { greatestCommonDivisor, leastCommonMultiple } from '../numeric/fraction.ts';
import type { Result } from '../problems/refusal.ts';
import type { CardCriterion, Scorecard } from '../scorecards/shape.ts';
import { weightOf } from '../scorecards/weights.ts';
import type { MetricRule } from '../verdict/rules.ts';
import type { AwardRules } from './shape.ts';

export type Round = NonNullable<AwardRules['rounds']>[number];
type Judged = { readonly scorecard: Scorecard };
/** A round with every scorecard it is judged by. */
export type JudgedRound = { readonly round: Round; readonly cards: readonly Judged[] };
type Measured = readonly MetricRule[];

/** What judging and measuring weigh together on one scorecard, in the ratio of its weights. */
function weightsOn({ scorecard }: Judged) {
  const sum = (kind: CardCriterion['kind']) =>
    scorecard.criteria.reduce(
      (all, each) => (each.kind === kind && (each.kind === 'judged' || each.kind === 'metric') ? all + weightOf(each) : all),
      0,
    );
  const [judged, measured] = [sum('judged'), sum('metric')];
  return { judged, whole: judged + measured };
}

/** The weights of the parts of a score; rounds and recorded rounds by their place. */
type Parts = { readonly metrics: Measured; readonly rounds: readonly number[]; readonly recorded: readonly number[] };

/**
 * A measure is a part of the rounds whose scorecards hold it: beside several rounds, a round of weight W judged by criteria of weights J and
 * measures of weights M gives them the parts W·J/(J + M) and W·M/(J + M), so that the measure counts within its round as the scorecard says.
 * All of it in whole numbers of one ratio. One round alone, and rounds without measures, weigh as they are written.
 */
export function weightsOfParts(byRound: readonly JudgedRound[], recorded: readonly Round[], metrics: Measured): Result<Parts> {
  const written = { metrics, rounds: byRound.map(({ round }) => round.weight), recorded: recorded.map(({ weight }) => weight) };
  if (metrics.length === 0 || byRound.length + recorded.length < 2) return { ok: true, value: written };
  const [first] = metrics;
  const refused = (round: string): Result<Parts> => {
    return { ok: false, refusals: [{ code: 'award.metric-beside-rounds', facts: { metric: first?.metric ?? '', round } }] };
  };
  const within = byRound.map(({ cards }) => cards.map(weightsOn));
  const uneven = within.findIndex((own) => new Set(own.map(({ judged, whole }) => `${judged} ${whole}`)).size > 1);
  if (uneven >= 0) return refused(byRound[uneven]?.round.round ?? '');
  const wholes = within.map(([card]) => BigInt(card?.whole ?? 1));
  const common = wholes.reduce(leastCommonMultiple, 1n);
  const per = byRound.map(({ round }, i) => (BigInt(round.weight) * common) / (wholes[i] ?? 1n));
  const holds = ({ cards }: JudgedRound, metric: string) =>
    cards.some(({ scorecard }) => scorecard.criteria.some(({ key, kind }) => key === metric && kind === 'metric'));
  const ofRounds = per.map((each, i) => each * BigInt(within[i]?.[0]?.judged ?? 1));
  const ofMetrics = metrics.map(({ metric, weight }) =>
    byRound.reduce((sum, round, i) => (holds(round, metric) ? sum + (per[i] ?? 0n) * BigInt(weight) : sum), 0n),
  );
  const ofRecorded = recorded.map(({ weight }) => BigInt(weight) * common);
  const shared = [...ofRounds, ...ofMetrics, ...ofRecorded].reduce(greatestCommonDivisor, 0n) || 1n;
  const small = (all: readonly bigint[]): number[] => all.map((each) => Number(each / shared));
  const [rounds, weights, others] = [small(ofRounds), small(ofMetrics), small(ofRecorded)];
  if (![...rounds, ...weights, ...others].every(Number.isSafeInteger)) return refused(byRound[0]?.round.round ?? '');
  return {
    ok: true,
    value: { metrics: metrics.map((metric, i) => ({ ...metric, weight: weights[i] ?? metric.weight })), rounds, recorded: others },
  };
}
