import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useWords } from '#shells/words.tsx';
import { entryForOwner } from '#slices/entries/index.ts';
import { PrintedEntry } from '#slices/entries/parts/receipts/printed.tsx';
import { printed, receiptName } from '#slices/entries/receipts/printed.ts';
import { PageHead } from '#ui/frames/frames.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params }) => {
  const entry = await entryForOwner(ctx, params.entry ?? '');
  return { entry: await printed(ctx, entry), name: receiptName(entry.number) };
});

export default function PrintForEntrant() {
  const { entry, name } = useLoaderData<typeof loader>();
  const { entries, dates, printing, shell } = useWords();
  const title = entry.title || entries.untitled;
  const { programmeName, programmeSlug, name: edition } = entry.edition;
  const programme = { text: `${programmeName} ${edition}`, to: `/p/${programmeSlug}` };
  const crumbs = [{ to: '/home', text: entries.nav.home }, { to: `/entries/${entry.id}`, text: title }, { text: printing.title }];
  return (
    <EntrantPage title={[printing.title, title]} programme={programme} items={[{ to: '/home', text: entries.nav.home }]}>
      <PageHead title={title} crumbs={<Crumbs label={shell.crumbs} items={crumbs} />} text={printing.asOf(dates.exact(entry.at))} />
      <PrintedEntry entry={entry} receipt={`/entries/${entry.id}/receipt.json`} name={name} />
    </EntrantPage>
  );
}
