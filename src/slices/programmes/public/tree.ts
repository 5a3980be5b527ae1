/** The categories of an edition as pages list them. */
import type { NominatorKind, NomineeKind } from '#core/categories/shape.ts';
import { type Placed, placed } from '#core/categories/tree.ts';
import type { Reading } from './reading.ts';

export type ToldSponsor = { readonly name: string; readonly about: string | undefined; readonly address: string | undefined };

export type ToldNode = {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly isNew: boolean;
  /** Takes nothing more; of a family, everything in it. */
  readonly full: boolean;
  readonly nominees: readonly NomineeKind[];
  readonly nominators: readonly NominatorKind[];
  readonly sponsor: ToldSponsor | undefined;
  readonly branches: readonly ToldNode[];
};

export function toldSponsor({ texts, say }: Pick<Reading, 'texts' | 'say'>, key: string | undefined): ToldSponsor | undefined {
  const sponsor = texts.sponsors.find((each) => each.key === key);
  return sponsor && { name: say(sponsor.name), about: sponsor.about && say(sponsor.about), address: sponsor.address };
}

function told(reading: Reading, { node, inherited, path }: Placed, branches: readonly ToldNode[]): ToldNode {
  // What a node has from above is told there.
  const own = path.length === 0 ? inherited : node;
  return {
    code: node.code,
    name: reading.say(node.name),
    description: node.description === undefined ? '' : reading.say(node.description),
    isNew: node.isNew ?? false,
    full: branches.length === 0 ? reading.full.has(node.code) : branches.every(({ full }) => full),
    nominees: own.nominees ?? [],
    nominators: own.nominators ?? [],
    sponsor: toldSponsor(reading, own.sponsor),
    branches,
  };
}

/** Families with their branches, down to what takes entries; what was retired is left out, and families in which nothing is left. */
export function toldTree(reading: Reading): readonly ToldNode[] {
  const open = placed(reading.categories).filter(({ inherited }) => !inherited.retired);
  const byAbove = Map.groupBy(open, ({ node }) => node.in);
  const below = (code: string | undefined): readonly ToldNode[] =>
    (byAbove.get(code) ?? []).flatMap((each): ToldNode[] => {
      const branches = each.leaf ? [] : below(each.node.code);
      return each.leaf || branches.length > 0 ? [told(reading, each, branches)] : [];
    });
  return below(undefined);
}
