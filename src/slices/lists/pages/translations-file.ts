/** The texts of an edition beside what they say in one language, as a file for a spreadsheet. */
import type { LoaderFunctionArgs } from 'react-router';
import { mainLanguage } from '#core/editions/parts.ts';
import { translationHead, translationRows } from '#core/editions/translating/translation-table.ts';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { tableAnswer } from '#slices/lists/index.ts';
import { editionForManager, partsOf } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params, url }) => {
  const { edition } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const parts = await partsOf(ctx, edition);
  const [main, ...others] = [mainLanguage(parts), ...parts.texts.languages.slice(1)];
  const language = url.searchParams.get('in') ?? others[0];
  if (language !== undefined && !others.includes(language)) throw problem('general.not-found');
  // Of one language there is only what it says.
  const columns = language === undefined ? 2 : 3;
  return tableAnswer(url.pathname, {
    name: `${edition.programmeSlug}-${edition.slug}-${language ?? main}`,
    sheet: wordsFor(ctx.language).translating.title,
    head: translationHead(main, language ?? main).slice(0, columns),
    rows: translationRows(parts, language ?? main).map((row) => row.slice(0, columns)),
  });
});
