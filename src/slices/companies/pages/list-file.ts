/** The list of companies as a file for a spreadsheet: all pages of it, with the filters and columns of the address. */
import type { LoaderFunctionArgs } from 'react-router';
import { shownColumns } from '#core/lists/list-query.ts';
import { load } from '#http/context.ts';
import type { CellValue } from '#platform/formats/xlsx-write.server.ts';
import { filterFrom } from '#slices/companies/lists/list-page.ts';
import { type ColumnId, columnIds, companiesList } from '#slices/companies/lists/list-shape.ts';
import { type CompanyLine, companyList } from '#slices/companies/lists/lists.ts';
import { tableAnswer } from '#slices/lists/index.ts';
import { wordsFor } from '#words/index.ts';

const chunk = 1_000;

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { url }) => {
  const filter = { ...filterFrom(url.searchParams), after: undefined };
  const lines: CompanyLine[] = [];
  let after: string | undefined;
  do {
    const page = await companyList(ctx, { ...filter, after }, chunk);
    lines.push(...page.companies);
    after = page.next;
  } while (after !== undefined);
  const { companies, countries } = wordsFor(ctx.language);
  const words = companies.list;
  const columns: Readonly<Record<ColumnId, { head: string; of: (line: CompanyLine) => CellValue }>> = {
    name: { head: words.company, of: ({ name }) => name },
    names: { head: words.otherNames, of: ({ names }) => names.join('; ') },
    domains: { head: words.domains, of: ({ domains }) => domains.join('; ') },
    country: { head: words.country, of: ({ country }) => (country ? countries.of(country) : null) },
    size: { head: words.size, of: ({ size }) => (size ? companies.shortSizes[size] : null) },
    'as-of': { head: words.asOf, of: ({ sizeAsOf }) => (sizeAsOf ? { wall: sizeAsOf } : null) },
    parent: { head: words.parent, of: ({ parent }) => parent },
    people: { head: words.people, of: ({ people }) => people },
    added: { head: words.addedIn('UTC'), of: ({ createdAt }) => ({ wall: createdAt.toISOString().slice(0, 19).replace('T', ' ') }) },
  };
  const { columns: asked, chosen } = shownColumns(companiesList, url.searchParams.get('columns'), []);
  const shown = columnIds.filter((id) => !chosen || asked.includes(id)).map((id) => columns[id]);
  return tableAnswer(url.pathname, {
    name: 'companies',
    sheet: words.title,
    head: shown.map(({ head }) => head),
    rows: lines.map((line) => shown.map(({ of }) => of(line))),
  });
});
