/** What seasons come to, category by category and rule by rule. Plain JSON. */
import { z } from 'zod';
import type { VerdictCategory } from '../verdict/verdict.ts';
import { type RuleKey, ruleKeys } from './rules-left-out.ts';
import type { Season } from './season.ts';

const many = z.int().min(0);

/**
 * Of one category, over all seasons. A season's winner is `called` (clear or likely), too `close` to call (raw and corrected scores that name
 * different winners too), a `joint` first, or nobody can or may be called (`unsaid`): too few entries, no chance to give, no level reached.
 */
const categoryOutcome = z.strictObject({
  category: z.string(),
  /** By level, in the order of the award's; entries over all seasons. */
  levels: z.array(z.strictObject({ level: z.string(), entries: many })),
  entries: many,
  none: many,
  /** Entries without a place, for too few of their ballots count. */
  unplaced: many,
  tied: many,
  called: many,
  close: many,
  joint: many,
  unsaid: many,
  /** Seasons whose winners are those judges without severity or noise would have named; of those that name any. */
  right: many,
  named: many,
});
export type CategoryOutcome = z.output<typeof categoryOutcome>;

const cost = z.strictObject({
  rule: z.enum(ruleKeys),
  /** Entries whose level is another without the rule, and winners that are others; of all seasons. */
  entries: many,
  winners: many,
  tied: many,
  close: many,
  right: many,
  named: many,
  /** Judges' minutes a season takes without it. */
  minutes: z.number(),
});
export type Cost = z.output<typeof cost>;

export const dryRunResult = z.strictObject({
  version: z.literal(1),
  seasons: many,
  categories: z.array(categoryOutcome),
  /** In one season. */
  seats: many,
  judges: many,
  load: z.strictObject({ least: many, most: many }),
  short: many,
  minutes: z.number(),
  costs: z.array(cost),
});
export type DryRunResult = z.output<typeof dryRunResult>;

const isCalled = ({ finding }: VerdictCategory) => finding === 'clear' || finding === 'likely';
const isClose = ({ finding }: VerdictCategory) => finding === 'too-close' || finding === 'review';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type Sums = Omit<Mutable<CategoryOutcome>, 'levels'> & { readonly levels: Map<string, number> };

export function nothingYet(category: string): Sums {
  const noughts = { entries: 0, none: 0, unplaced: 0, tied: 0, called: 0, close: 0, joint: 0, unsaid: 0, right: 0, named: 0 };
  return { category, levels: new Map(), ...noughts };
}

/** Adds one season's category to what is known of it. */
export function addTo(sums: Sums, own: VerdictCategory, truth: VerdictCategory | undefined): void {
  for (const { level, status, tied } of own.entries) {
    sums.entries += 1;
    if (level === null) sums.none += 1;
    else sums.levels.set(level, (sums.levels.get(level) ?? 0) + 1);
    if (status !== 'ranked') sums.unplaced += 1;
    if (tied) sums.tied += 1;
  }
  if (isCalled(own)) sums.called += 1;
  else if (isClose(own)) sums.close += 1;
  else if (own.finding === 'tied') sums.joint += 1;
  else sums.unsaid += 1;
  if (own.winners.length === 0 || !truth) return;
  sums.named += 1;
  if (own.winners.join() === truth.winners.join()) sums.right += 1;
}

/** What one season counted without a rule adds to what the rule costs. */
export function addCost(cost: Mutable<Cost>, whole: Season, without: Season, truth: Season): void {
  const before = new Map(whole.categories.map((each) => [each.category, each]));
  const known = new Map(truth.categories.map((each) => [each.category, each]));
  for (const own of without.categories) {
    const was = before.get(own.category);
    const levels = new Map(was?.entries.map(({ entry, level }) => [entry, level]));
    cost.entries += own.entries.filter(({ entry, level }) => levels.get(entry) !== level).length;
    if (was?.winners.join() !== own.winners.join()) cost.winners += 1;
    cost.tied += own.entries.filter(({ tied }) => tied).length;
    if (isClose(own)) cost.close += 1;
    if (own.winners.length === 0) continue;
    cost.named += 1;
    if (own.winners.join() === known.get(own.category)?.winners.join()) cost.right += 1;
  }
}

export const freeOf = (rule: RuleKey, minutes: number): Mutable<Cost> => {
  return { rule, entries: 0, winners: 0, tied: 0, close: 0, right: 0, named: 0, minutes };
};
