import type { FieldProblem } from '../problems/problem.ts';
import type { Categories, CategoryNode } from './shape.ts';

/** What a category has of its own or from the nodes it stands in, nearest first. */
export type Inherited = Pick<
  CategoryNode,
  'nominees' | 'nominators' | 'divisions' | 'ranked' | 'limits' | 'form' | 'scorecard' | 'rules' | 'sponsor'
> & { readonly retired: boolean };

/** One node with its place in the tree. */
export type Placed = {
  readonly node: CategoryNode;
  /** From the root down, without the node itself. */
  readonly path: readonly CategoryNode[];
  readonly depth: number;
  /** True for a node without others in it: only these take entries. */
  readonly leaf: boolean;
  readonly inherited: Inherited;
};

const inheritedKeys = ['nominees', 'nominators', 'divisions', 'ranked', 'limits', 'form', 'scorecard', 'rules', 'sponsor'] as const;

function inheritedOf(node: CategoryNode, above: Inherited | undefined): Inherited {
  const own = Object.fromEntries(inheritedKeys.flatMap((name) => (node[name] === undefined ? [] : [[name, node[name]]])));
  return { ...above, ...own, retired: (above?.retired ?? false) || (node.retired ?? false) };
}

/** How deep a tree may be: industry within award within family, and two to spare. */
const deepest = 5;

/** The nodes by what they stand in, each in the order given; those at the top under `undefined`. */
export function childrenOf(categories: Categories): ReadonlyMap<string | undefined, readonly CategoryNode[]> {
  return Map.groupBy(categories, (node) => node.in);
}

/** The tree in reading order: every node before what stands in it. Left out: nodes in a ring, under a code that is not there, or far too deep. */
export function placed(categories: Categories): readonly Placed[] {
  const children = childrenOf(categories);
  const found: Placed[] = [];
  // A stack rather than recursion: a chain of thousands is no reason to fail.
  const open: { node: CategoryNode; path: readonly CategoryNode[]; above: Inherited | undefined }[] = [];
  const push = (nodes: readonly CategoryNode[], path: readonly CategoryNode[], above: Inherited | undefined) => {
    for (const node of nodes.toReversed()) open.push({ node, path, above });
  };
  push(children.get(undefined) ?? [], [], undefined);
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path, above } = next;
    const below = children.get(node.code) ?? [];
    const inherited = inheritedOf(node, above);
    found.push({ node, path, depth: path.length, leaf: below.length === 0, inherited });
    if (path.length < 4 * deepest) push(below, [...path, node], inherited);
  }
  return found;
}

/** Those that take entries: without others in them, and not retired. */
export function openCategories(categories: Categories): readonly Placed[] {
  return placed(categories).filter(({ leaf, inherited }) => leaf && !inherited.retired);
}

/** The codes of every ring, each from the node of it that comes first. */
function rings(categories: Categories, byCode: ReadonlyMap<string, CategoryNode>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const done = new Set<string>();
  for (const { code } of categories) {
    const way: string[] = [];
    let at: string | undefined = code;
    while (at !== undefined && byCode.has(at) && !done.has(at) && !way.includes(at)) {
      way.push(at);
      at = byCode.get(at)?.in;
    }
    const first = at === undefined ? -1 : way.indexOf(at);
    if (first >= 0) found.set(way[first] ?? code, way.slice(first));
    for (const each of way) done.add(each);
  }
  return found;
}

/** Everything that is wrong with the tree itself, each at the node to mend: codes twice, nodes in nothing, rings, and too deep a tree. */
export function treeProblems(categories: Categories): readonly FieldProblem[] {
  const byCode = new Map(categories.map((node) => [node.code, node]));
  const ringsByFirst = rings(categories, byCode);
  const seen = new Set<string>();
  const found = categories.flatMap((node, at): FieldProblem[] => {
    const twice = seen.has(node.code);
    seen.add(node.code);
    if (twice) return [{ path: `${at}.code`, code: 'editions.category-code-twice', facts: { number: node.code } }];
    if (node.in === undefined) return [];
    if (!byCode.has(node.in))
      return [{ path: `${at}.in`, code: 'editions.category-in-nothing', facts: { number: node.code, above: node.in } }];
    const ring = ringsByFirst.get(node.code);
    return ring ? [{ path: `${at}.in`, code: 'editions.category-ring', facts: { ring: [...ring, node.code].join(' → ') } }] : [];
  });
  const places = new Map(categories.map((node, at) => [node, at]));
  const deep = placed(categories).filter(({ depth }) => depth >= deepest);
  return [
    ...found,
    ...deep.map(({ node }): FieldProblem => {
      return { path: `${places.get(node) ?? 0}.in`, code: 'editions.category-too-deep', facts: { number: node.code, most: deepest } };
    }),
  ];
}

/** The divisions of a category that have places of their own; none where all its entries share one ranking. */
export const rankedApart = ({ divisions = [], ranked }: Partial<Inherited>): NonNullable<Inherited['divisions']> =>
  ranked === 'apart' ? divisions : [];
