/** The category tree of an edition for its manager: every node in a line, and one of them with all it has and from where. */
import { countBelow, type Move, moveText } from '#core/categories/editing.ts';
import { type Step, stepFrom } from '#core/categories/moving.ts';
import type { CategoryNode } from '#core/categories/shape.ts';
import { type Placed, placed } from '#core/categories/tree.ts';
import { mainLanguage, type Parts } from '#core/editions/parts.ts';
import { untranslatedIn } from '#core/editions/translating/translations.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import type { Ctx } from '#platform/context.ts';
import { partsOf } from '../configuration/read.ts';
import { categoriesOf, takenIn } from '../contents/views.ts';
import type { Edition } from '../edition.ts';
import { editionForManager } from '../views.ts';
import { type Languages, type Values, valuesOf } from './node-values.ts';

/** A line of the outline. */
export type TreeNode = Pick<CategoryNode, 'code' | 'in' | 'isNew' | 'retired'> & { readonly name: string; readonly room?: Room };

/** How many entries count in a category, of how many it takes; `most` undefined: of any number. */
export type Room = { readonly counted: number; readonly most?: number };

const inheritable = ['nominees', 'nominators', 'divisions', 'ranked', 'limits', 'form', 'scorecard', 'rules', 'sponsor'] as const;
export type Inheritable = (typeof inheritable)[number];

/** A value a node has not of its own, as the fields of the node that gives it, and what that is called. */
export type FromAbove = { readonly values: Values; readonly from: string };

export type Choice = { readonly value: string; readonly label: string };

const steps = ['up', 'down', 'in', 'out'] as const satisfies readonly Step[];

export function languagesOf(parts: Parts): Languages {
  const main = mainLanguage(parts);
  return [main, ...parts.texts.languages.filter((language) => language !== main)];
}

const titled = (node: CategoryNode, language: string) => `${node.code} ${inLanguage(node.name, language, language)}`;

function fromAbove({ path }: Placed, languages: Languages): Partial<Record<Inheritable, FromAbove>> {
  const found = inheritable.flatMap((name) => {
    const giver = path.findLast((node) => node[name] !== undefined);
    return giver ? [[name, { values: valuesOf(giver, languages), from: titled(giver, languages[0]) }]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<Inheritable, FromAbove>>;
}

function chosenIn({ categories }: Parts, code: string, languages: Languages) {
  const place = placed(categories).find(({ node }) => node.code === code);
  if (!place) return undefined;
  const { node, path } = place;
  const moves = steps.map((step) => {
    const to = stepFrom(categories, code, step);
    return [step, to ? moveText({ code, ...to } satisfies Move) : undefined] as const;
  });
  return {
    code,
    in: node.in,
    title: titled(node, languages[0]),
    name: inLanguage(node.name, languages[0], languages[0]),
    path: path.map((each) => titled(each, languages[0])),
    retiredAbove: path.filter(({ retired }) => retired).map((each) => titled(each, languages[0])),
    values: valuesOf(node, languages),
    divisions: node.divisions?.length ?? 0,
    inherited: fromAbove(place, languages),
    below: countBelow(categories, code),
    moves: Object.fromEntries(moves) as Record<Step, string | undefined>,
  };
}

function choicesOf({ texts, forms, scorecards, rules }: Parts, [main]: Languages) {
  const keys = (map: object): Choice[] => Object.keys(map).map((key) => ({ value: key, label: key }));
  return {
    forms: keys(forms),
    scorecards: keys(scorecards),
    rules: keys(rules),
    sponsors: texts.sponsors.map(({ key, name }): Choice => ({ value: key, label: inLanguage(name, main, main) })),
  };
}

/** Of what takes entries in a published edition. */
async function roomsIn(ctx: Ctx, { id, published }: Edition, { categories }: Parts): Promise<ReadonlyMap<string, Room>> {
  if (!published) return new Map();
  const counted = await takenIn(ctx, id);
  return new Map(
    placed(categories).flatMap(({ node, leaf, inherited: { limits } }): [string, Room][] =>
      leaf ? [[node.code, { counted: counted.get(node.code) ?? 0, ...(limits?.all !== undefined && { most: limits.all }) }]] : [],
    ),
  );
}

export async function treeForManager(ctx: Ctx, programme: string, slug: string, code: string | null) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  const parts = await partsOf(ctx, edition);
  const languages = languagesOf(parts);
  const chosen = code === null ? undefined : chosenIn(parts, code, languages);
  const row = chosen && (await categoriesOf(ctx, edition.id)).find((category) => category.code === chosen.code);
  const locked = edition.published && edition.unlockedBecause === null;
  const rooms = await roomsIn(ctx, edition, parts);
  return {
    edition,
    languages,
    nodes: parts.categories.map(({ code, in: above, name, isNew, retired }): TreeNode => {
      const [said, room] = [inLanguage(name, languages[0], languages[0]), rooms.get(code)];
      return {
        code,
        name: said,
        ...(room && { room }),
        ...(above !== undefined && { in: above }),
        ...(isNew && { isNew }),
        ...(retired && { retired }),
      };
    }),
    chosen: chosen && { ...chosen, row: row?.id },
    untold: untranslatedIn(parts, 'categories'),
    choices: choicesOf(parts, languages),
    locked,
    mayChange,
    mayRename: mayChange && edition.announcedAt === null,
  };
}
