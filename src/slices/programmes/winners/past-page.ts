/** The page of everybody who has won in a programme, as the public reads it. */
import { joinedLabel, labelNames } from '#core/categories/rows.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { toldTogether } from '#core/honours/together.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { addressOf } from '#core/lists/list-query.ts';
import type { Ctx } from '#platform/context.ts';
import { newest, storedParts, storedPartsOf } from '../configuration/read.ts';
import { tellingOf } from '../public/telling.ts';
import { type ProgrammeForPublic, programmeForPublic } from '../public/views.ts';
import { type PastFilter, pastCounts, pastWins } from './past.ts';

/** As many as keep the page light for whoever reads it on a train. */
const pageSize = 150;

/** What an address asks for; what it cannot mean is left out. */
export function pastFilterFrom(query: URLSearchParams): PastFilter {
  const year = query.get('year') ?? '';
  const from = query.get('from');
  return {
    search: query.get('q')?.trim().slice(0, 200) || undefined,
    year: /^\d{4}$/.test(year) ? Number(year) : undefined,
    category: query.get('category')?.slice(0, 300) || undefined,
    from: from === 'here' || from === 'list' ? from : undefined,
    sort: query.get('sort') === 'oldest' ? 'oldest' : undefined,
    after: query.get('after') ?? undefined,
  };
}

/** More editions than these are not read for one page: older ones are called as they were. */
const mostEditions = 50;

type Names = readonly LocalText[];

/**
 * The names categories of editions that ran here are made of, by what they are called in the language those are written in. Asked only
 * for another language: in the first, rows have them.
 */
async function namesOf(ctx: Ctx, { edition, past }: ProgrammeForPublic): Promise<ReadonlyMap<string, Names>> {
  const ran = [edition, ...past].slice(0, mostEditions).map(({ id }) => ({ id, version: newest }));
  const stored = [...(await storedPartsOf(ctx, ran)).values()];
  return new Map(
    stored.toReversed().flatMap((of) => {
      const main = mainLanguage(of);
      return [...labelNames(of.categories ?? []).values()].map((names): [string, Names] => [
        joinedLabel(names.map((name) => inLanguage(name, main, main))),
        names,
      ]);
    }),
  );
}

/** How a page calls categories: of those it knows, each name in the language it is there in. Of lists brought in, as they say. */
async function callingPast(ctx: Ctx, page: ProgrammeForPublic) {
  const { say, languages } = tellingOf(await storedParts(ctx, page.edition.id, newest), ctx);
  const { shown, offered } = languages();
  const known = shown === offered[0] ? undefined : await namesOf(ctx, page);
  return { call: (category: string): readonly string[] => known?.get(category)?.map(say) ?? [category], languages };
}

export async function pastForPublic(ctx: Ctx, slug: string, query: URLSearchParams) {
  const found = await programmeForPublic(ctx, slug);
  const { programme, id } = found;
  const { call, languages } = await callingPast(ctx, found);
  const filter = pastFilterFrom(query);
  const { wins, next } = await pastWins(ctx, id, filter, pageSize);
  const counts = await pastCounts(ctx, id, filter);
  const { search, year, category, after } = filter;
  const path = `/p/${programme.slug}/winners`;
  const here = { q: search, year: year?.toString(), category };
  return {
    programme: { slug: programme.slug, name: programme.name },
    filter: { search, year, category },
    counts: { ...counts, categories: counts.categories.map((name) => ({ name, label: joinedLabel(call(name)) })) },
    narrowed: search !== undefined || year !== undefined || category !== undefined,
    first: after === undefined ? undefined : addressOf(path, here),
    next: next && addressOf(path, { ...here, after: next }),
    years: toldTogether(wins).map(({ names, editions, categories }) => ({
      names,
      editions,
      categories: categories.map(({ name, awards }) => ({
        name,
        names: call(name),
        awards: awards.map(({ title, shared, winners }) => ({
          title,
          shared,
          winners: winners.map(({ id: key, nominee, organisation, work }) => ({
            key,
            nominee,
            organisation: organisation === nominee ? '' : organisation,
            work,
          })),
        })),
      })),
    })),
    languages: languages(),
  };
}
