/** The list of companies as a table for a spreadsheet: all pages of it, with the filters of the address. */
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '#http/context.ts';
import { csvText } from '#platform/formats/csv-text.ts';
import { filterFrom } from '#slices/companies/lists/list-page.ts';
import { type CompanyLine, companyList } from '#slices/companies/lists/lists.ts';
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
  const head = [words.company, words.otherNames, words.domains, words.country, words.size, words.asOf, words.parent, words.people];
  const rows = lines.map((line) => [
    line.name,
    line.names.join('; '),
    line.domains.join('; '),
    line.country ? countries.of(line.country) : '',
    line.size ? companies.shortSizes[line.size] : '',
    line.sizeAsOf ?? '',
    line.parent ?? '',
    String(line.people),
  ]);
  return new Response(csvText(head, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="companies.csv"',
      'cache-control': 'private, no-store',
    },
  });
});
