/** Where somebody may go, by name: every page of theirs, and editions, entries and companies they may open. */
import type { Visitor } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { companyList } from '#slices/companies/index.ts';
import { entriesFound, entriesOfOwner } from '#slices/entries/index.ts';
import { type ProgrammeLine, programmeList } from '#slices/programmes/index.ts';
import { type Words, wordsFor } from '#words/index.ts';

export type Place = { readonly text: string; readonly note: string; readonly to: string };
export type PlaceGroup = { readonly name: string; readonly items: readonly Place[] };

/** Of one kind; who looks for something finds it among so many or writes another word. */
const most = 8;

function pagesOf({ administrator, roles }: Visitor, manages: boolean, { go: { names } }: Words): [string, string][] {
  const ofEntries = !manages && roles.some(({ role }) => role === 'chapter-manager' || role === 'screener');
  const judges = roles.some(({ role }) => role === 'judge');
  return [
    [names.home, '/home'],
    ...(judges ? [[names.judge, '/judge'] as [string, string]] : []),
    ...(ofEntries ? [[names.manage, '/manage'] as [string, string]] : []),
    ...(manages
      ? ([
          [names.manage, '/manage'],
          [names.companies, '/manage/companies'],
          [names.duplicates, '/manage/companies/duplicates'],
        ] as [string, string][])
      : []),
    ...(administrator
      ? ([
          [names.system, '/manage/system'],
          [names.mailbox, '/manage/mailbox'],
          [names.security, '/manage/security'],
          [names.terms, '/manage/terms'],
          [names.newProgramme, '/manage/new'],
        ] as [string, string][])
      : []),
    [names.account, '/account'],
    [names.factors, '/account/factors'],
    [names.zone, '/account/zone'],
    [names.keys, '/account/keys'],
  ];
}

/** Each part of an edition is a page of its own. */
function partsOf(programmes: readonly ProgrammeLine[], { shell: { edition: parts } }: Words): Place[] {
  return programmes.flatMap(({ name, editions }) =>
    editions.flatMap((edition) => {
      const here = `/manage/${edition.programmeSlug}/${edition.slug}`;
      const note = `${name} ${edition.name}`;
      const ways = [
        ['edition', ''],
        ['entries', '/entries'],
        ['judging', '/judging'],
        ['results', '/results'],
      ] as const;
      return ways.map(([part, way]) => ({ text: parts[part], note, to: here + way }));
    }),
  );
}

const has = (wanted: readonly string[], ...texts: readonly string[]) => {
  const text = texts.join(' ').toLowerCase();
  return wanted.every((word) => text.includes(word));
};

/** All pages without words; with them whatever has every word in its name. What the actor may not open is not looked at. */
export async function placesFor(ctx: Ctx, visitor: Visitor, query: string): Promise<PlaceGroup[]> {
  const words = wordsFor(ctx.language);
  const wanted = query.slice(0, 100).toLowerCase().split(/\s+/).filter(Boolean);
  const programmes = await programmeList(ctx);
  const pages = pagesOf(visitor, programmes.length > 0, words).map(([text, to]) => ({ text, note: '', to }));
  const parts = partsOf(programmes, words);
  const named = wanted.length > 0;
  const own = named ? (await entriesOfOwner(ctx)).filter(({ title, nominee, number }) => has(wanted, title, nominee, number ?? '')) : [];
  const managed = named ? await entriesFound(ctx, programmes, query, most) : [];
  const companies = named && programmes.length > 0 ? (await companyList(ctx, { search: query }, most)).companies : [];
  const groups: PlaceGroup[] = [
    { name: words.go.pages, items: pages.filter(({ text }) => has(wanted, text)) },
    { name: words.go.editions, items: parts.filter(({ text, note }) => has(wanted, text, note)).slice(0, named ? most : 40) },
    {
      name: words.go.entries,
      items: [
        ...own.slice(0, most).map(({ id, title, number }) => ({ text: title, note: number ?? '', to: `/entries/${id}` })),
        ...managed.map(({ id, title, number, nominee }) => ({ text: title, note: `${number}, ${nominee}`, to: `/manage/entries/${id}` })),
      ],
    },
    { name: words.go.companies, items: companies.map(({ id, name }) => ({ text: name, note: '', to: `/manage/companies/${id}` })) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
