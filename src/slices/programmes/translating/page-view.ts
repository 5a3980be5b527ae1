/** What the page of translations is drawn from: of one part in one language, what is missing, what has changed since, or all of it. */
import { mainLanguage, type Part, type Parts, parts } from '#core/editions/parts.ts';
import { textsOf } from '#core/editions/translating/translations.ts';
import { ownWords, type PlacedText, placeName } from '#core/languages/translations.ts';
import type { Ctx } from '#platform/context.ts';
import { partPage } from '../editing/part-page.ts';
import { shownKinds, thingsOf } from './lines.ts';
import { outdatedIn } from './outdated.ts';

/** As many fields as somebody goes through before they save. */
const pageSize = 40;

/** A part with what it has to say, and what of it is not said in the language yet. */
type PartCount = { readonly part: Part; readonly texts: number; readonly missing: number };

const lacks =
  (language: string, main: string) =>
  ({ text }: PlacedText): boolean =>
    ownWords(text, language, main) === '';

function partIn(counts: readonly PartCount[], asked: string | null): Part {
  const wanted =
    counts.find(({ part }) => part === asked) ?? counts.find(({ missing }) => missing > 0) ?? counts.find(({ texts }) => texts > 0);
  return wanted?.part ?? 'texts';
}

function startOf(query: URLSearchParams, count: number): number {
  const asked = Math.floor(Number(query.get('from')) || 0);
  const last = Math.max(0, Math.ceil(count / pageSize) - 1) * pageSize;
  return Math.min(Math.max(0, asked - (asked % pageSize)), last);
}

async function chosenIn(ctx: Ctx, edition: Parameters<typeof outdatedIn>[2]['edition'], all: Parts, query: URLSearchParams) {
  const main = mainLanguage(all);
  const others = all.texts.languages.filter((language) => language !== main);
  const language = others.find((each) => each === query.get('in')) ?? others[0];
  if (language === undefined) return undefined;
  const texts = new Map(parts.map((part) => [part, textsOf(all, part)]));
  const counts = parts.map((part): PartCount => {
    const own = texts.get(part) ?? [];
    return { part, texts: own.length, missing: own.filter(lacks(language, main)).length };
  });
  const part = partIn(counts, query.get('part'));
  const show = shownKinds.find((kind) => kind === query.get('show')) ?? 'missing';
  const own = texts.get(part) ?? [];
  const outdated = show === 'missing' ? new Set<string>() : await outdatedIn(ctx, own, { edition, part, language, main });
  const found = own.filter((each) =>
    show === 'all' ? true : show === 'missing' ? lacks(language, main)(each) : outdated.has(placeName(each.steps)),
  );
  const from = startOf(query, found.length);
  return {
    language,
    part,
    show,
    counts,
    found: found.length,
    from,
    next: from + pageSize < found.length ? from + pageSize : undefined,
    before: from > 0 ? from - pageSize : undefined,
    shown: Math.min(pageSize, found.length - from),
    things: thingsOf(found.slice(from, from + pageSize), outdated, { parts: all, part, main, language }),
  };
}

export async function translationsPage(ctx: Ctx, programme: string, slug: string, query: URLSearchParams) {
  const { whole, parts: all, page } = await partPage(ctx, programme, slug, query);
  const main = mainLanguage(all);
  const others = all.texts.languages.filter((language) => language !== main);
  return { ...page, main, others, chosen: await chosenIn(ctx, whole.id, all, query) };
}

export type ChosenTexts = NonNullable<Awaited<ReturnType<typeof chosenIn>>>;
