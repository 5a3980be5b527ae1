/** A published edition as everybody may read it, with what it is made of. Grace and late codes are nobody's to see: no page is given them. */
import { isFull } from '#core/categories/entering/room.ts';
import { type Categories, categoryNode } from '#core/categories/shape.ts';
import { mainLanguage, type Parts, partShapes, type SomeParts } from '#core/editions/parts.ts';
import { chosenLanguage, inLanguage, type LocalText, languageSaid, sameLanguage } from '#core/languages/local-text.ts';
import type { Timeline } from '#core/season/timeline/shape.ts';
import type { Ctx } from '#platform/context.ts';
import { oneScorecard } from '../configuration/one-scorecard.ts';
import { newest, storedParts } from '../configuration/read.ts';
import { numberedIn } from '../contents/views.ts';
import { inheritedBy } from '../rules/inherited.ts';
import { type ProgrammeForPublic, programmeForPublic } from './views.ts';

/** The languages a page's contents are there in, and which of them it is told in. */
export type ToldLanguages = {
  readonly shown: string;
  /** The one everything is written in first comes first. */
  readonly offered: readonly string[];
  /** Texts that are not in the language of the page around them, each with its own. */
  readonly foreign: Readonly<Record<string, string>>;
};

export type Reading = Pick<Parts, 'texts' | 'categories' | 'forms' | 'rules' | 'scorecards'> & {
  readonly page: ProgrammeForPublic;
  /** Undefined where no timeline was written: then the edition has its few dates. */
  readonly timeline: Timeline | undefined;
  /** Whether anything was written beside what every edition has. */
  readonly written: boolean;
  /** Codes of the categories that have room for nobody's entry any more. How many there are is not told. */
  readonly full: ReadonlySet<string>;
  /** A text in the language asked for, else in the one everything is written in. */
  readonly say: (text: LocalText) => string;
  /** The languages of what has been said so far; asked for last. */
  readonly languages: () => ToldLanguages;
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
  const counted = await numberedIn(ctx, edition.id);
  return new Set(limited.flatMap(({ code, limits }) => (isFull(limits, counted.get(code) ?? 0) ? [code] : [])));
}

function readingFrom(
  page: ProgrammeForPublic,
  stored: SomeParts,
  full: ReadonlySet<string>,
  ctx: Pick<Ctx, 'language' | 'contents'>,
): Reading {
  const main = mainLanguage(stored);
  const offered = stored.texts?.languages ?? [main];
  const shown = chosenLanguage(offered, ctx.contents);
  const foreign = new Map<string, string>();
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
    say: (text) => {
      const [said, language] = [inLanguage(text, shown, main), languageSaid(text, shown, main)];
      if (!sameLanguage(language, ctx.language)) foreign.set(said, language);
      return said;
    },
    languages: () => ({ shown, offered, foreign: Object.fromEntries(foreign) }),
  };
}

/** @throws Problem `general.not-found` without a published edition */
export async function readingOf(ctx: Ctx, slug: string, editionSlug?: string): Promise<Reading> {
  const page = await programmeForPublic(ctx, slug, editionSlug);
  const stored = await storedParts(ctx, page.edition.id, newest);
  return readingFrom(page, stored, await fullIn(ctx, page, stored.categories ?? []), ctx);
}
