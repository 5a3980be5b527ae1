import { mainScorecard } from '../editions/key.ts';
import { inLanguage, type LocalText } from '../languages/local-text.ts';
import type { FieldProblem } from '../problems/problem.ts';
import type { Categories } from './shape.ts';
import { type Placed, placed } from './tree.ts';

/** What judges, certificates and lists call a category: the names it stands in and its own, in one language. */
function labelOf(place: Pick<Placed, 'node' | 'path'>, language: string): string {
  return joinedLabel(namesIn(place).map((name) => inLanguage(name, language, language)));
}

const namesIn = ({ node, path }: Pick<Placed, 'node' | 'path'>): readonly LocalText[] => [...path, node].map(({ name }) => name);

export const joinedLabel = (names: readonly string[]): string => names.join(' – ');

/** The names labels are made of, by the codes of the categories, for whoever says them in a language of their own. */
export function labelNames(categories: Categories): ReadonlyMap<string, readonly LocalText[]> {
  return new Map(placed(categories).flatMap((place) => (place.leaf ? [[place.node.code, namesIn(place)] as const] : [])));
}

/** One category that takes entries, or did before it was retired, with all it has from what it stands in. */
export type CategoryLine = {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly position: number;
  readonly retired: boolean;
  readonly scorecard: string;
};

/** The leaves of the tree in reading order, `position` from 1. */
export function categoryLines(categories: Categories, language: string): readonly CategoryLine[] {
  const leaves = placed(categories).filter(({ leaf }) => leaf);
  return leaves.map(({ node, path, inherited }, at): CategoryLine => {
    const described = [node, ...path.toReversed()].find(({ description }) => description !== undefined)?.description;
    return {
      code: node.code,
      name: labelOf({ node, path }, language),
      description: described === undefined ? '' : inLanguage(described, language, language),
      position: at + 1,
      retired: inherited.retired,
      scorecard: inherited.scorecard ?? mainScorecard,
    };
  });
}

/** In characters, what a label has room for. */
const longestLabel = 200;

/** Labels that are too long for where they go, each at the name to shorten. */
export function labelProblems(categories: Categories, language: string): readonly FieldProblem[] {
  const places = new Map(categories.map((node, at) => [node, at]));
  return placed(categories)
    .filter(({ leaf }) => leaf)
    .flatMap((each): FieldProblem[] => {
      const { length } = labelOf(each, language);
      const facts = { number: each.node.code, length, most: longestLabel };
      const path = `${places.get(each.node) ?? 0}.name`;
      return length <= longestLabel ? [] : [{ path, code: 'editions.category-label-too-long', facts }];
    });
}
