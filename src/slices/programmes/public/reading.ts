/** A published edition as everybody may read it, with what it is made of. Grace and late codes are nobody's to see: no page is given them. */
import { type Categories, categoryNode } from '#core/categories/shape.ts';
import { mainLanguage, type Parts, partShapes, type SomeParts } from '#core/editions/parts.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import type { Timeline } from '#core/season/timeline/shape.ts';
import type { Ctx } from '#platform/context.ts';
import { oneScorecard } from '../configuration/one-scorecard.ts';
import { newest, storedParts } from '../configuration/read.ts';
import { type ProgrammeForPublic, programmeForPublic } from './views.ts';

export type Reading = Pick<Parts, 'texts' | 'categories' | 'forms' | 'rules' | 'scorecards'> & {
  readonly page: ProgrammeForPublic;
  /** Undefined where no timeline was written: then the edition has its few dates. */
  readonly timeline: Timeline | undefined;
  /** Whether anything was written beside what every edition has. */
  readonly written: boolean;
  /** A text in the reader's language, else in the one everything is written in. */
  readonly say: (text: LocalText) => string;
};

/** Editions from before there were parts: their categories stand beside each other. */
function categoriesOf({ categories }: ProgrammeForPublic): Categories {
  return categories.map(({ code, name, description }) => categoryNode.parse({ code, name, ...(description !== '' && { description }) }));
}

function scorecardsOf({ criteria }: ProgrammeForPublic): Parts['scorecards'] {
  const [first] = criteria;
  return first ? oneScorecard({ criteria, scaleMin: first.scaleMin, scaleMax: first.scaleMax }) : {};
}

function readingFrom(page: ProgrammeForPublic, stored: SomeParts, language: string): Reading {
  const main = mainLanguage(stored);
  return {
    page,
    texts: stored.texts ?? partShapes.texts.parse({}),
    categories: stored.categories ?? categoriesOf(page),
    forms: stored.forms ?? {},
    rules: stored.rules ?? {},
    scorecards: stored.scorecards ?? scorecardsOf(page),
    timeline: stored.timeline,
    written: Object.keys(stored).length > 0,
    say: (text) => inLanguage(text, language, main),
  };
}

/** @throws Problem `general.not-found` without a published edition */
export async function readingOf(ctx: Ctx, slug: string, editionSlug?: string): Promise<Reading> {
  const page = await programmeForPublic(ctx, slug, editionSlug);
  return readingFrom(page, await storedParts(ctx, page.edition.id, newest), ctx.language);
}
