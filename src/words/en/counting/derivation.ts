/** How an entry came to its score, place and level, line by line: what core's keys and facts say. */
import { fraction, toDecimal } from '#core/numeric/fraction.ts';
import type { Facts } from '#core/problems/problem.ts';
import type { LevelCheck } from '#core/ranking/levels.ts';
import type { DerivationKey, NoPlace, SetAsideReason } from '#core/scoring/standing.ts';
import type { TieRung } from '#core/verdict/rules.ts';

const counted = (n: unknown, one: string, many = `${one}s`): string => `${String(n)} ${Number(n) === 1 ? one : many}`;

/** `31/4` as `7.75`; what four decimals cannot hold has its fraction beside it: `7.1667 (43/6)`. */
export function exactly(text: unknown): string {
  const [, n, d = '1'] = /^(-?\d+)(?:\/(\d+))?$/.exec(String(text)) ?? [];
  if (n === undefined) return String(text);
  const value = fraction(BigInt(n), BigInt(d));
  const shown = toDecimal(value, 4).replace(/\.?0+$/, '');
  return 10_000n % value.d === 0n ? shown : `${toDecimal(value, 4)} (${String(text)})`;
}

const list = (text: unknown): string => String(text).split(', ').map(exactly).join(', ');

const reasons: Record<SetAsideReason, string> = {
  incomplete: 'a criterion has no mark',
  abstained: 'the judge abstained',
  recused: 'the judge may not mark this entry',
  empty: 'there is no mark on it',
  'empty-seat': 'it holds nothing but zeros, like a seat nobody sat in',
  nothingApplies: 'no criterion applies',
  'over-allotment': 'the judge gave out more points than there were',
  'ranks-not-all': 'the judge did not mark every entry, so has no full order',
  'ranks-nothing': 'the judge marked no other entry of the category, which says nothing of order',
};

/** What following every order of a run-off came to for one entry. */
function ordersSaid(place: Facts[string], first: number): string {
  if (place === null) return 'it stays in all of them';
  if (place !== 1) return `the best place any of them gives it is ${place}`;
  return first === 1
    ? 'it stays to the end in all of them'
    : 'it stays to the end in some and not in others, so the tie for the first place is kept';
}

const lines: Record<DerivationKey, (facts: Facts) => string> = {
  'left-out': ({ criterion, saidBy, marks }) =>
    `“${criterion}” does not apply to this entry, says ${saidBy}; its weight goes to the other criteria on every ballot${Number(marks) > 0 ? `, and ${counted(marks, 'mark')} for it ${Number(marks) === 1 ? 'does' : 'do'} not count` : ''}.`,
  'as-lowest': ({ criterion, saidBy, lowest }) =>
    `“${criterion}” does not apply to this entry, says ${saidBy}; by the rules that counts as ${lowest}, the lowest mark.`,
  'set-aside': ({ judge, reason }) => `The ballot of ${judge} is set aside: ${reasons[reason as SetAsideReason]}.`,
  imputed: ({ judge }) => `${judge} skipped a criterion; the judge’s other marks on this entry stand in for it.`,
  mean: ({ sum, ballots, score }) => `${exactly(sum)} over ${counted(ballots, 'ballot')} is ${exactly(score)}.`,
  sum: ({ ballots, score }) => `The sum of ${counted(ballots, 'ballot')} is ${exactly(score)}.`,
  'sum-of-full-panel': ({ sum, ballots, full, score }) =>
    `${counted(ballots, 'ballot')} came to ${exactly(sum)}; for a full panel of ${full}, as others have, that is ${exactly(score)}. An absent judge is no zero.`,
  median: ({ ballots, low, high, score }) =>
    low === high
      ? `The middle of ${counted(ballots, 'ballot')} is ${exactly(score)}.`
      : `The middle of ${counted(ballots, 'ballot')} lies between ${exactly(low)} and ${exactly(high)}: ${exactly(score)}.`,
  trimmed: (facts) => withoutEnds(facts),
  dropped: (facts) => withoutEnds(facts),
  fallback: ({ ballots, needed, fallback }) =>
    `${counted(ballots, 'ballot')} of the ${needed} from which any may be left out; so the ${fallback} of all, as the rules say.`,
  approval: ({ yes, ballots, from, score }) => `${yes} of ${counted(ballots, 'ballot')} came to ${from} or more: ${exactly(score)}.`,
  allotment: ({ points, given }) => `Of ${points} points each, judges gave it ${exactly(given)}.`,
  'mean-rank': ({ sum, ballots, score }) =>
    `Places that add up to ${exactly(sum)} on ${counted(ballots, 'ballot')}: on average ${exactly(score)}.`,
  borda: ({ sum, ballots, full, score }) =>
    ballots === full
      ? `Places worth ${exactly(sum)} points on ${counted(ballots, 'ballot')}.`
      : `Places worth ${exactly(sum)} points on ${counted(ballots, 'ballot')}; for a full panel of ${full}, ${exactly(score)}.`,
  schulze: ({ above, below, others }) =>
    `Of ${counted(others, 'other entry', 'other entries')} it stands above ${above} and below ${below} by the strongest chains of preference.`,
  round: ({ round, votes, judges, out, rounds, together }) =>
    `Round ${round}: first with ${exactly(votes)} of ${counted(judges, 'judge')}${round === rounds ? '; it stayed to the end' : out ? `; ${together ? `one of ${together} with the fewest, fewer together than the next, so all of them` : 'the fewest, so it'} went out` : ''}.`,
  orders: ({ round, votes, judges, level, place, first }) =>
    `Round ${round}: first with ${exactly(votes)} of ${counted(judges, 'judge')}. Level for the fewest are ${level}; who of them goes out first may decide, so every order was followed: ${ordersSaid(place ?? null, Number(first))}.`,
  'orders-beyond': ({ round, votes, judges, level, most, left }) =>
    `Round ${round}: first with ${exactly(votes)} of ${counted(judges, 'judge')}. Level for the fewest are ${level}; who of them goes out first may decide, and there are more orders than can be followed (${most} votes counted), so the tie of all ${left} that were left is kept.`,
  metric: ({ metric, value, mark }) => `${metric} was ${value}, which is worth ${exactly(mark)} by its breakpoints.`,
  share: ({ source, score, weight, weights, value }) =>
    `${source}: ${exactly(score)} with ${weight} of ${weights} parts gives ${exactly(value)}.`,
  bonus: ({ source, count, each, value }) => `${source}: ${count} at ${exactly(each)} each gives ${exactly(value)}.`,
  missing: ({ source }) => `${source}: nothing is known, so there is no score.`,
  'bradley-terry': ({ wins, pairs, score }) =>
    `Preferred in ${exactly(wins)} of ${counted(pairs, 'comparison')}: would be preferred to a middling entry with probability ${exactly(score)}, rounded.`,
};

function withoutEnds({ ballots, low, high, lowest, highest, kept }: Facts): string {
  const gone = [
    ...(Number(low) > 0 ? [`the lowest (${list(lowest)})`] : []),
    ...(Number(high) > 0 ? [`the highest (${list(highest)})`] : []),
  ].join(' and ');
  return gone === '' ? `All ${counted(ballots, 'ballot')} count.` : `Without ${gone} of ${counted(ballots, 'ballot')}, ${kept} are left.`;
}

const noPlaces: Record<NoPlace['key'], (facts: Facts) => string> = {
  'panel-too-small': ({ ballots, needed }) => `Insufficient: ${counted(ballots, 'ballot')} of the ${needed} it needs.`,
  'too-few-to-trim': ({ ballots, needed }) => `Insufficient: marks are left out only from ${needed} ballots or more; there are ${ballots}.`,
  'gate-not-passed': ({ criterion, yes, judges, needs }) =>
    `Not eligible: “${criterion}” was affirmed by ${yes} of ${counted(judges, 'judge')}, and ${needs === 'every' ? 'every one has to' : 'more than half have to'}.`,
  'too-many-to-compare': ({ entries, most }) => `No place: ${entries} entries cannot be compared pair by pair; ${most} can.`,
  'source-missing': ({ sources }) => `Insufficient: nothing counts from ${sources}, which is part of the score.`,
  'not-converged': ({ sweeps }) => `No place: the comparisons did not settle in ${sweeps} rounds of computing.`,
};

const rungs: Record<TieRung['by'], (criteria: readonly string[]) => string> = {
  criteria: (criteria) => `by the mean mark for ${criteria.map((each) => `“${each}”`).join(' and ')}, the heaviest that differs`,
  criterion: (criteria) => `by the mean mark for “${criteria.join()}”`,
  'head-to-head': () => 'head to head: more judges preferred one to the other',
  median: () => 'by the middle ballot',
  'high-marks': () => 'by the share of high marks',
  source: (names) => `by the score of ${names.join()} alone`,
  lot: () => 'by lot, from the seed committed beforehand',
};

const conditions: Record<LevelCheck['condition'], (check: LevelCheck) => string> = {
  atLeast: ({ needed }) => `at least ${exactly(needed)}`,
  below: ({ needed }) => `below ${exactly(needed)}`,
  floor: ({ needed, criterion }) => `at least ${needed} for “${criterion}”`,
  top: ({ needed }) => `among the first ${needed}`,
  percentile: ({ needed }) => `in the first ${needed} % of the field`,
  highest: () => 'first in the category',
  margin: ({ needed }) => `ahead of the rest by ${needed} or more`,
};

export const derivation = {
  line: (key: DerivationKey, facts: Facts): string => lines[key](facts),
  noPlace: ({ key, facts }: NoPlace): string => noPlaces[key](facts),
  setAside: (reason: SetAsideReason): string => reasons[reason],
  /** Who stood above whom by which rung of the ladder. */
  tie: (by: TieRung['by'], criteria: readonly string[]): string => `The tie was broken ${rungs[by](criteria)}.`,
  joint: 'Nothing in the declared ladder parts them: they share the place.',
  level: (check: LevelCheck): string =>
    `${check.level}: ${conditions[check.condition](check)}${check.had === null ? '' : `, was ${exactly(check.had)}`} – ${check.met ? 'met' : 'not met'}.`,
};
