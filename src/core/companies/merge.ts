/**
 * What becomes of two companies that are one. The merged company stays as a row that leads to the kept one, with all that the kept one has
 * already; everything else moves, and each thing that moved is listed, so that it can go back.
 */
import { type Employment, overlaps } from './employment.ts';
import { type Parents, upwards } from './group.ts';

export type MergingCompany = {
  readonly id: string;
  readonly name: string;
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly domains: readonly string[];
  readonly sizes: readonly { readonly id: string }[];
  readonly employments: readonly Employment[];
};

export type MergePlan = {
  /** Other names that move by their ids. */
  readonly names: readonly string[];
  /** The official name of the merged company becomes another name of the kept one, unless it has that already. */
  readonly addsName: boolean;
  readonly domains: readonly string[];
  readonly sizes: readonly string[];
  readonly employments: readonly string[];
  /** Companies whose parent was the merged one: now the kept one's. */
  readonly children: readonly string[];
  /** Where the kept company's own parent changes: from, and to. */
  readonly parent: { readonly from: string | null; readonly to: string | null } | undefined;
};

/**
 * The kept company keeps its parent. Without one it takes the merged company's, unless that lies below it; and where the merged company lies
 * above it, what lies above that, because what lay between them is now below.
 */
function parentAfter(kept: string, merged: string, parents: Parents): MergePlan['parent'] {
  const from = parents.get(kept) ?? null;
  const above = parents.get(merged) ?? null;
  const free = above !== null && !upwards(parents, above).includes(kept) ? above : null;
  const to = from === null ? free : upwards(parents, from).includes(merged) ? above : from;
  return to === from ? undefined : { from, to };
}

/** `parents` holds every company of the organisation that has one. */
export function planMerge(kept: MergingCompany, merged: MergingCompany, parents: Parents): MergePlan {
  const has = new Set([kept.name, ...kept.names.map(({ name }) => name)]);
  const own = (one: Employment) => kept.employments.some((other) => other.contact === one.contact && overlaps(other, one));
  return {
    names: merged.names.filter(({ name }) => !has.has(name) && name !== merged.name).map(({ id }) => id),
    addsName: !has.has(merged.name),
    domains: merged.domains.filter((domain) => !kept.domains.includes(domain)),
    sizes: merged.sizes.map(({ id }) => id),
    employments: merged.employments.filter((one) => !own(one)).map(({ id }) => id),
    children: [...parents].filter(([child, parent]) => parent === merged.id && child !== kept.id).map(([child]) => child),
    parent: parentAfter(kept.id, merged.id, parents),
  };
}
