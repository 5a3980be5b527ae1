/** What a dry run is made of: a copy of the categories, scorecards and award rules as they stood when it was asked for. */
import { z } from 'zod';
import { awardGroups } from '../awarding/by-category.ts';
import { type AwardRules, awardShape } from '../awarding/shape.ts';
import { toTally } from '../awarding/to-tally.ts';
import { openCategories } from '../categories/tree.ts';
import { key } from '../editions/key.ts';
import type { Parts } from '../editions/parts.ts';
import type { Refusal, Result } from '../problems/refusal.ts';
import { type Scorecard, scorecardsShape } from '../scorecards/shape.ts';
import type { TallyRules } from '../verdict/rules.ts';
import type { Asked } from './asked.ts';

/** The scorecard of categories that name none. */
const main = 'main';

export const planShape = z.strictObject({
  categories: z.array(z.strictObject({ category: z.string().min(1).max(8), scorecard: key })).max(5000),
  scorecards: scorecardsShape,
  award: awardShape,
});
export type Plan = z.output<typeof planShape>;

/** Categories that take entries, each with the scorecard it is judged by. */
export function planOf({ categories, scorecards, award }: Pick<Parts, 'categories' | 'scorecards' | 'award'>): Plan {
  const open = openCategories(categories).map(({ node, inherited }) => ({ category: node.code, scorecard: inherited.scorecard ?? main }));
  const used = new Set([...open.map(({ scorecard }) => scorecard), ...(award.rounds ?? []).flatMap(({ scorecard }) => scorecard ?? [])]);
  return { categories: open, scorecards: Object.fromEntries(Object.entries(scorecards).filter(([name]) => used.has(name))), award };
}

export const cardOf = ({ scorecards }: Pick<Plan, 'scorecards'>, name: string): Scorecard | undefined =>
  Object.hasOwn(scorecards, name) ? scorecards[name] : undefined;

/** Categories that are counted by the very same rules, with the rules of their tally: as results are counted. */
export type Group = { readonly rules: AwardRules; readonly categories: readonly string[]; readonly tally: TallyRules };

/** Trials each chance rests on: its Monte Carlo error is at most 1.6 of a hundred. */
const draws = 1000;

/** The tallies an edition comes to, or every reason there is none. */
export function groupsOf({ categories, scorecards, award }: Plan, seed: string): Result<readonly Group[]> {
  const cards = new Map(categories.map((each) => [each.category, each]));
  const made = awardGroups(award, [...cards.keys()]).map(({ rules, categories: codes }) => {
    const judged = codes.flatMap((code) => cards.get(code) ?? []);
    return { rules, categories: codes, tally: toTally({ rules, scorecards, categories: judged, seed }) };
  });
  const refusals = made.flatMap(({ tally }) => (tally.ok ? [] : tally.refusals));
  if (refusals.length > 0) return { ok: false, refusals };
  const value = made.flatMap(({ rules, categories: codes, tally }) =>
    tally.ok ? [{ rules, categories: codes, tally: { ...tally.value, draws } }] : [],
  );
  return { ok: true, value };
}

/** More than these are more work than one answer is worth: entries and marks of one season, and pairs of an entry and a judge. */
const most = { entries: 2_000, marks: 100_000, pairs: 200_000, work: 2_000_000 } as const;

/** Why a season cannot be made up; none where it can. */
export function dryRunRefusals(plan: Plan, { entries, judges, seasons }: Asked): readonly Refusal[] {
  if (plan.categories.length === 0) return [{ code: 'programmes.dry-run-no-categories', facts: {} }];
  const groups = groupsOf(plan, '');
  if (!groups.ok) return groups.refusals;
  const all = plan.categories.length * entries;
  const rounds = plan.award.rounds?.length ?? 1;
  const perEntry = Math.min(plan.award.judges, judges) * rounds;
  const marks = plan.categories.reduce(
    (sum, { scorecard }) => sum + (cardOf(plan, scorecard)?.criteria.length ?? 0) * entries * perEntry,
    0,
  );
  const over = all > most.entries || marks > most.marks || all * judges * rounds > most.pairs || marks * seasons > most.work;
  if (over)
    return [{ code: 'programmes.dry-run-too-large', facts: { entries: all, most: most.entries, marks, mostMarks: most.marks, seasons } }];
  return judges < plan.award.judges ? [{ code: 'programmes.dry-run-too-few-judges', facts: { judges, needed: plan.award.judges } }] : [];
}
