/** Which categories name a rule. A node without rules of its own has those from above, so what is named is named for all below it too. */
import type { Categories, CategoryNode } from './shape.ts';
import { placed } from './tree.ts';

function below(categories: Categories, code: string): ReadonlySet<string> {
  return new Set(placed(categories).flatMap(({ node, path }) => (path.some((above) => above.code === code) ? [node.code] : [])));
}

const changed = (
  categories: Categories,
  codes: ReadonlySet<string>,
  change: (rules: readonly string[]) => string[],
  first: string,
): Categories => {
  const effective = new Map(placed(categories).map(({ node, inherited }) => [node.code, inherited.rules ?? []]));
  return categories.map((node): CategoryNode => {
    const own = node.code === first ? (effective.get(node.code) ?? []) : codes.has(node.code) ? node.rules : undefined;
    return own === undefined ? node : { ...node, rules: change(own) };
  });
};

/** The rule counts in a node and in all below it, also where those have lists of their own. */
export function withRule(categories: Categories, code: string, key: string): Categories {
  return changed(categories, below(categories, code), (rules) => [...rules.filter((each) => each !== key), key], code);
}

/** It counts there no more, nor below; what is above keeps it. */
export function withoutRule(categories: Categories, code: string, key: string): Categories {
  return changed(categories, below(categories, code), (rules) => rules.filter((each) => each !== key), code);
}
