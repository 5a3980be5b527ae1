import type { Categories, CategoryNode } from './shape.ts';
import { childrenOf } from './tree.ts';

/** A node and everything in it, by code. */
export function withAllBelow(categories: Categories, code: string): ReadonlySet<string> {
  const children = childrenOf(categories);
  const all = new Set([code]);
  for (const each of all) for (const { code: below } of children.get(each) ?? []) all.add(below);
  return all;
}

/** Where a node goes: into another one (undefined: to the top), before one of those in it (undefined: after all of them). */
export type Place = { readonly in: string | undefined; readonly before?: string | undefined };

const standingIn = ({ in: _left, ...node }: CategoryNode, above: string | undefined): CategoryNode =>
  above === undefined ? node : { ...node, in: above };

/** The tree with one node moved, and what stands in it with it; the same tree where the place lies within the node itself. */
export function moved(categories: Categories, code: string, place: Place): Categories {
  const node = categories.find((each) => each.code === code);
  if (!node || place.before === code || (place.in !== undefined && withAllBelow(categories, code).has(place.in))) return categories;
  const rest = categories.filter((each) => each !== node);
  const siblings = rest.filter((each) => each.in === place.in);
  const next = siblings.find((each) => each.code === place.before);
  const last = siblings.at(-1);
  const at = next ? rest.indexOf(next) : last ? rest.indexOf(last) + 1 : rest.length;
  return rest.toSpliced(at, 0, standingIn(node, place.in));
}

export type Step = 'up' | 'down' | 'in' | 'out';

/**
 * Where one step of the keyboard leads: up and down among those it stands beside, in under the one above it, out to behind the one it
 * stands in. Undefined where there is nothing in that direction.
 */
export function stepFrom(categories: Categories, code: string, step: Step): Place | undefined {
  const node = categories.find((each) => each.code === code);
  if (!node) return undefined;
  const beside = categories.filter((each) => each.in === node.in);
  const at = beside.indexOf(node);
  const before = beside[at - 1];
  switch (step) {
    case 'up':
      return before && { in: node.in, before: before.code };
    case 'down':
      return beside[at + 1] && { in: node.in, before: beside[at + 2]?.code };
    case 'in':
      return before && { in: before.code };
    case 'out': {
      const above = categories.find((each) => each.code === node.in);
      if (!above) return undefined;
      const around = categories.filter((each) => each.in === above.in);
      return { in: above.in, before: around[around.indexOf(above) + 1]?.code };
    }
  }
}

/** The tree without a node and all that stands in it. */
export function without(categories: Categories, code: string): Categories {
  const gone = withAllBelow(categories, code);
  return categories.filter((each) => !gone.has(each.code));
}
