/** A published edition as everybody may read it, with what it is made of. Grace and late codes are nobody's to see: no page is given them. */
import { isFull } from '#core/categories/entering/room.ts';
import { type Categories, categoryNode } from '#core/categories/shape.ts';
import { type Parts, partShapes, type SomeParts } from '#core/editions/parts.ts';
import type { Timeline } from '#core/season/timeline/shape.ts';
import type { Ctx } from '#platform/context.ts';
import { oneScorecard } from '../configuration/one-scorecard.ts';
import { newest, storedParts } from '../configuration/read.ts';
import { takenIn } from '../contents/views.ts';
import { inheritedBy } from '../rules/inherited.ts';
import { type Telling, tellingOf } from './telling.ts';
import { type ProgrammeForPublic, programmeForPublic } from './views.ts';

export type Reading = Pick<Parts, 'texts' | 'categories' | 'forms' | 'rules' | 'scorecards'> &
  Telling & {
    readonly page: ProgrammeForPublic;
    /** Undefined where no timeline was written: then the edition has its few dates. */
    readonly timeline: Timeline | undefined;
    /** Whether anything was written beside what every edition has. */
    readonly written: boolean;
    /** Codes of the categories that have room for nobody's entry any more. How many there are is not told. */
    readonly full: ReadonlySet<string>;
  };

/** Editions from before there were parts: their categories stand beside each other. */
function categoriesOf({ categories }: ProgrammeForPublic): Categories {
  return categories.map(({ code, name, description }) => categoryNode.parse({ code, name, ...(description !== '' && { description }) }));
}

function scorecardsOf({ criteria }: ProgrammeForPublic): Parts['scorecards'] {
  const [first] = criteria;
  return first ? oneScorecard({ criteria, scaleMin: first.scaleMin, scaleMax: first.scaleMax }) : {};
}

/** Asked only where there are limits, and while it matters. */
async function fullIn(ctx: Ctx, { edition }: ProgrammeForPublic, categories: Categories): Promise<ReadonlySet<string>> {
  const limited = [...inheritedBy(categories)].flatMap(([code, { limits }]) => (limits?.all === undefined ? [] : [{ code, limits }]));
  if (edition.phase !== 'entries-open' || limited.length === 0) return new Set();
  const counted = await takenIn(ctx, edition.id);
  return new Set(limited.flatMap(({ code, limits }) => (isFull(limits, counted.get(code) ?? 0) ? [code] : [])));
}

function readingFrom(
  page: ProgrammeForPublic,
  stored: SomeParts,
  full: ReadonlySet<string>,
  ctx: Pick<Ctx, 'language' | 'contents'>,
): Reading {
  return {
    page,
    texts: stored.texts ?? partShapes.texts.parse({}),
    categories: stored.categories ?? categoriesOf(page),
    forms: stored.forms ?? {},
    rules: stored.rules ?? {},
    scorecards: stored.scorecards ?? scorecardsOf(page),
    timeline: stored.timeline,
    written: Object.keys(stored).length > 0,
    full,
    ...tellingOf(stored, ctx),
  };
}

/** @throws Problem `general.not-found` without a published edition */
export async function readingOf(ctx: Ctx, slug: string, editionSlug?: string): Promise<Reading> {
  const page = await programmeForPublic(ctx, slug, editionSlug);
  const stored = await storedParts(ctx, page.edition.id, newest);
  return readingFrom(page, stored, await fullIn(ctx, page, stored.categories ?? []), ctx);
}
