import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { entryForManager } from '#slices/entries/index.ts';
import { PrintedEntry } from '#slices/entries/parts/receipts/printed.tsx';
import { printed, receiptName } from '#slices/entries/receipts/printed.ts';
import { chapterCalled, namedChapters } from '#slices/programmes/index.ts';
import { PageHead } from '#ui/frames/frames.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params }) => {
  const entry = await entryForManager(ctx, params.entry ?? '');
  const of = entry.office ? undefined : [chapterCalled(await namedChapters(ctx, entry.edition.id), entry.chapter)];
  return { entry: await printed(ctx, entry), name: receiptName(entry.number), of };
});

export default function PrintForManagers() {
  const { entry, name, of } = useLoaderData<typeof loader>();
  const { dates, entries, printing, shell } = useWords();
  const { programmeSlug, slug } = entry.edition;
  const list = { to: `/manage/${programmeSlug}/${slug}/entries`, text: entries.list.title };
  const crumbs = [list, { to: `/manage/entries/${entry.id}`, text: entry.title }, { text: printing.title }];
  return (
    <EditionPage title={[printing.title, entry.title]} edition={{ ...entry.edition, ...(of && { of }) }} part="entries">
      <PageHead title={entry.title} crumbs={<Crumbs label={shell.crumbs} items={crumbs} />} text={printing.asOf(dates.exact(entry.at))} />
      <PrintedEntry entry={entry} receipt={`/manage/entries/${entry.id}/receipt.json`} name={name} />
    </EditionPage>
  );
}
