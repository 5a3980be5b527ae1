import type { LocalText } from '../languages/local-text.ts';
import { canonicalJson, plainJson } from '../record/canonical.ts';
import type { Award, AwardRules } from './shape.ts';

/** What a level is called; where nothing else was written in the main language, what it is counted and recorded by. */
export function levelName({ names = {} }: Pick<Award, 'names'>, level: string, main: string): LocalText {
  const called = Object.hasOwn(names, level) ? names[level] : undefined;
  return typeof called === 'object' ? { [main]: level, ...called } : (called ?? level);
}

/** The rules of a category: those of the edition, and its own in their place. */
export function awardFor(award: Award, category: string): AwardRules {
  const { categories, judges: _judges, names: _names, ...rules } = award;
  const own = Object.hasOwn(categories, category) ? categories[category] : undefined;
  if (!own) return rules;
  const { aggregation, minimumPanel, skipped, official, ties, levels, seats } = own;
  return {
    ...rules,
    ...(aggregation && { aggregation }),
    ...(minimumPanel !== undefined && { minimumPanel }),
    ...(skipped && { skipped }),
    ...(official && { official }),
    ...(ties && { ties }),
    ...(levels && { levels }),
    ...(seats !== undefined && { seats }),
  };
}

/** Categories that are counted by the very same rules stand together, in the order they come: each group is one tally. */
export function awardGroups(
  award: Award,
  categories: readonly string[],
): readonly { readonly rules: AwardRules; readonly categories: readonly string[] }[] {
  const groups = new Map<string, { rules: AwardRules; categories: string[] }>();
  for (const category of categories) {
    const rules = awardFor(award, category);
    const text = canonicalJson(plainJson(rules));
    const group = groups.get(text);
    if (group) group.categories.push(category);
    else groups.set(text, { rules, categories: [category] });
  }
  return [...groups.values()];
}
