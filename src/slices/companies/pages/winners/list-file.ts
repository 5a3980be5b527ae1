/** Past winners as a file for a spreadsheet: all pages of the list, with the filters and columns of the address. */
import type { LoaderFunctionArgs } from 'react-router';
import { shownColumns } from '#core/lists/list-query.ts';
import { load } from '#http/context.ts';
import type { CellValue } from '#platform/formats/xlsx-write.server.ts';
import { type ColumnId, columnIds, pastWinnersList } from '#slices/companies/winners/list-shape.ts';
import { winnersPlace } from '#slices/companies/winners/place.ts';
import { tableAnswer } from '#slices/lists/index.ts';
import { type PastWin, pastFilterFrom, pastWins } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';

const chunk = 5_000;

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params, url }) => {
  const { id, programme } = await winnersPlace(ctx, { params });
  const filter = { ...pastFilterFrom(url.searchParams), after: undefined };
  const lines: PastWin[] = [];
  let after: string | undefined;
  do {
    const page = await pastWins(ctx, id, { ...filter, after }, chunk);
    lines.push(...page.wins);
    after = page.next;
  } while (after !== undefined);
  const { list: words } = wordsFor(ctx.language).pastWinners;
  const columns: Readonly<Record<ColumnId, { head: string; of: (line: PastWin) => CellValue }>> = {
    year: { head: words.year, of: ({ year }) => year },
    category: { head: words.category, of: ({ category }) => category },
    code: { head: words.code, of: ({ code }) => code },
    winner: { head: words.winner, of: ({ nominee }) => nominee },
    organisation: { head: words.organisation, of: ({ organisation }) => organisation },
    award: { head: words.award, of: ({ title }) => title },
    joint: { head: words.shared, of: ({ shared }) => (shared ? words.yes : null) },
    source: { head: words.source, of: ({ file }) => file ?? words.ran },
  };
  const { columns: asked, chosen } = shownColumns(pastWinnersList, url.searchParams.get('columns'), []);
  const shown = columnIds.filter((column) => !chosen || asked.includes(column)).map((column) => columns[column]);
  return tableAnswer(url.pathname, {
    name: `${programme.slug}-past-winners`,
    sheet: words.title,
    head: shown.map(({ head }) => head),
    rows: lines.map((line) => shown.map(({ of }) => of(line))),
  });
});
