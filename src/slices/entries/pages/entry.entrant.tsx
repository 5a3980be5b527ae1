import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import { entryPage } from '#slices/entries/entry-page.ts';
import { entryForOwner, redeemLateCode } from '#slices/entries/index.ts';
import { FormNews } from '#slices/entries/parts/by-form/news.tsx';
import { LateCode } from '#slices/entries/parts/late-code.tsx';
import { NoRoomNotice } from '#slices/entries/parts/no-room.tsx';
import { EntryReceipt } from '#slices/entries/parts/receipt.tsx';
import { WriteDock, WriteEntry } from '#slices/entries/parts/write.tsx';
import { write } from '#slices/entries/write-form.ts';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { YourTime } from '#ui/messages/your-time.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params, url }) => {
  const said = url.searchParams.has('submitted') ? 'submitted' : url.searchParams.has('saved') ? 'saved' : undefined;
  return { entry: await entryPage(ctx, params.entry ?? ''), said };
});

/** A refusal keeps what was written; what had been saved by then is in the page already. */
export const action = act({
  write: { perform: write },
  late: post(redeemLateCode, {
    input: async ({ visitor, params, values }) => {
      const { edition } = await entryForOwner(visitor.ctx, params.entry ?? '');
      return { edition: edition.id, code: values.code ?? '' };
    },
    done: (_result, { params }) => `/entries/${params.entry}`,
  }),
});

export default function EntryOfOwner() {
  const { entry, said } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const refusal = refusalOf(refused, 'write');
  const { entries: words, dates, guide, shell } = useWords();
  // Whose zone we know is told in it already.
  const { zone } = useVisitor();
  const editable = entry.state === 'draft' || entry.state === 'returned';
  const title = entry.title || words.untitled;
  const programme = { text: `${entry.edition.programmeName} ${entry.edition.name}`, to: `/p/${entry.edition.programmeSlug}` };
  const items = [
    { to: '/home', text: words.nav.home, current: true },
    { to: programme.to, text: words.nav.programme },
  ];
  const crumbs = [{ to: '/home', text: words.nav.home }, { text: entry.category.name }];
  const closes = dates.full(entry.closes);
  // Of what is in, nothing is due any more.
  const open = editable ? words.form.due(closes, dates.away(entry.away)) : words.form.closes(closes);
  const due = entry.open ? open : words.form.overSince(closes);
  return (
    <EntrantPage title={[title, programme.text]} programme={programme} items={items} dock={editable && <WriteDock entry={entry} />}>
      <PageHead
        title={title}
        crumbs={<Crumbs label={shell.crumbs} items={crumbs} />}
        over={entry.state === 'returned' && <Tag kind="warn">{words.form.returned}</Tag>}
        text={
          <>
            <span className="num">
              {due} {zone === undefined && <YourTime instant={entry.closes} say={words.form.yourTime} />}
            </span>
            {editable && (
              <span className="block">
                <Link to={`${programme.to}/${entry.edition.slug}/categories/${entry.category.code}/guide`}>{guide.link}</Link>
              </span>
            )}
          </>
        }
      />
      <Stack space="wide">
        {!refusal && said === 'saved' && editable && (
          <Notice kind="ok" live>
            {words.form.savedNotice}
          </Notice>
        )}
        {!refusal && said === 'submitted' && !editable && (
          <Notice kind="ok" live>
            {words.receipt.submittedNotice}
          </Notice>
        )}
        {entry.room && <NoRoomNotice room={entry.room} of={entry} />}
        {editable && <FormNews entry={entry} />}
        {editable && <LateCode late={entry.late} refusal={refusalOf(refused, 'late')} />}
        {editable ? <WriteEntry entry={entry} refusal={refusal} /> : <EntryReceipt entry={entry} />}
      </Stack>
    </EntrantPage>
  );
}
