/** The list of nominees as a file for a spreadsheet: all pages of it, with the filters and columns of the address. */
import type { LoaderFunctionArgs } from 'react-router';
import { shownColumns } from '#core/lists/list-query.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { load } from '#http/context.ts';
import type { CellValue } from '#platform/formats/xlsx-write.server.ts';
import { tableAnswer } from '#slices/lists/index.ts';
import { filterFrom } from '#slices/nominations/listing/list-page.ts';
import { type ColumnId, columnIds, nomineeList } from '#slices/nominations/listing/list-shape.ts';
import { type NomineeLine, nomineesOf } from '#slices/nominations/listing/lists.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';

const chunk = 1_000;

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params, url }) => {
  const { edition } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const filter = { ...filterFrom(url.searchParams), after: undefined };
  const lines: NomineeLine[] = [];
  let after: string | undefined;
  do {
    const page = await nomineesOf(ctx, edition.id, { ...filter, after }, chunk);
    lines.push(...page.nominees);
    after = page.next;
  } while (after !== undefined);
  const { nominations, dates } = wordsFor(ctx.language);
  const words = nominations.list;
  const nominated = (at: Date) => ({ wall: zonedText(at.getTime(), edition.zone).slice(0, 19).replace('T', ' ') });
  const columns: Readonly<Record<ColumnId, { head: string; of: (line: NomineeLine) => CellValue }>> = {
    name: { head: words.nominee, of: ({ name }) => name },
    works: { head: words.worksFor, of: ({ works }) => works },
    email: { head: words.email, of: ({ email }) => email },
    category: { head: words.category, of: ({ category }) => category },
    kind: { head: words.kind, of: ({ kind }) => nominations.kinds[kind] },
    state: { head: words.state, of: ({ state }) => nominations.states[state] },
    peers: { head: words.peers, of: ({ peers }) => peers },
    customers: { head: words.customers, of: ({ customers }) => customers },
    selves: { head: words.selves, of: ({ selves }) => selves },
    nominated: { head: words.nominatedIn(dates.cityOf(edition.zone)), of: ({ nominated: at }) => nominated(at) },
  };
  const { columns: asked, chosen } = shownColumns(nomineeList, url.searchParams.get('columns'), []);
  const shown = columnIds.filter((id) => !chosen || asked.includes(id)).map((id) => columns[id]);
  return tableAnswer(url.pathname, {
    name: `${edition.programmeSlug}-${edition.slug}-nominations`,
    sheet: words.title,
    head: shown.map(({ head }) => head),
    rows: lines.map((line) => shown.map(({ of }) => of(line))),
  });
});
