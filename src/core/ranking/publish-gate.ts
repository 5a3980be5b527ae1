import type { Refusal } from '../problems/refusal.ts';

/** One judge's duty to one entry. A seat given up (recused, dropped out) is not listed: it owes no ballot. */
export type Seat = { readonly category: string; readonly entry: string; readonly judge: string; readonly submitted: boolean };

/** What stands in one category. `decided` null: nobody has decided yet; a category may be decided not to be awarded. */
export type CategoryState = {
  readonly category: string;
  readonly decided: 'awarded' | 'not-awarded' | null;
  readonly minimumPanel: number;
  readonly entries: readonly string[];
};

export type GateFacts = {
  readonly judgingOpen: boolean;
  readonly seats: readonly Seat[];
  readonly categories: readonly CategoryState[];
};

/**
 * Every reason the results may not be published yet; none when they may. Results are published whole: judging is over, every seat
 * has its ballot, every category is decided, and in an awarded category each entry has the minimum panel (a category that is
 * decided not to be awarded waits for nobody). Each missing ballot and undecided category is named in the facts.
 */
export function publishRefusals({ judgingOpen, seats, categories }: GateFacts): readonly Refusal[] {
  const found: Refusal[] = [];
  if (judgingOpen) found.push({ code: 'ranking.judging-still-open', facts: {} });
  if (categories.length === 0) found.push({ code: 'ranking.nothing-to-publish', facts: {} });
  const dropped = new Set(categories.filter(({ decided }) => decided === 'not-awarded').map(({ category }) => category));
  const panels = new Map<string, number>();
  for (const { category, entry, judge, submitted } of seats) {
    if (dropped.has(category)) continue;
    if (!submitted) found.push({ code: 'ranking.ballot-missing', facts: { category, entry, judge } });
    const key = JSON.stringify([category, entry]);
    panels.set(key, (panels.get(key) ?? 0) + 1);
  }
  for (const { category, decided, minimumPanel, entries } of categories) {
    if (decided === null) found.push({ code: 'ranking.category-undecided', facts: { category } });
    if (decided === 'not-awarded') continue;
    for (const entry of entries) {
      const judges = panels.get(JSON.stringify([category, entry])) ?? 0;
      if (judges < minimumPanel) found.push({ code: 'ranking.panel-too-small', facts: { category, entry, judges, needed: minimumPanel } });
    }
  }
  return found;
}
