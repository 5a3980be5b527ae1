import { redirect, useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import { entryPage } from '#slices/entries/entry-page.ts';
import { entryForOwner, redeemLateCode, reviveEntry, withdrawEntry } from '#slices/entries/index.ts';
import { FormNews } from '#slices/entries/parts/by-form/news.tsx';
import { Ineligible } from '#slices/entries/parts/ineligible.tsx';
import { ItemsReceived } from '#slices/entries/parts/items/items.tsx';
import { LateCode } from '#slices/entries/parts/late-code.tsx';
import { MovedNotice } from '#slices/entries/parts/moved.tsx';
import { NoRoomNotice } from '#slices/entries/parts/no-room.tsx';
import { NextVersion, OpenAgain } from '#slices/entries/parts/open-again.tsx';
import { EntryReceipt, EntryText } from '#slices/entries/parts/receipt.tsx';
import { WritingTogether } from '#slices/entries/parts/together/together.tsx';
import { Revival, Withdrawal } from '#slices/entries/parts/withdrawal.tsx';
import { WriteDock, WriteEntry } from '#slices/entries/parts/write.tsx';
import { SharedWithMe } from '#slices/entries/parts/writers/shared.tsx';
import { write } from '#slices/entries/write-form.ts';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { YourTime } from '#ui/messages/your-time.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params, url }) => {
  const said = (['submitted', 'saved', 'merged', 'withdrawn', 'revived'] as const).find((one) => url.searchParams.has(one));
  const entry = await entryPage(ctx, params.entry ?? '');
  // Nobody goes on with it: what matters is what stands.
  if (entry.next?.ended) throw redirect(`/entries/${entry.next.of}${url.search}`);
  return { entry, said };
});

/** A refusal keeps what was written; what had been saved by then is in the page already. */
export const action = act({
  write: { perform: write },
  withdraw: post(withdrawEntry, {
    input: ({ params }) => ({ entry: params.entry ?? '' }),
    done: (_, { params }) => `/entries/${params.entry}?withdrawn`,
  }),
  revive: post(reviveEntry, {
    input: ({ params }) => ({ entry: params.entry ?? '' }),
    done: (_, { params }) => `/entries/${params.entry}?revived`,
  }),
  late: post(redeemLateCode, {
    input: async ({ visitor, params, values }) => {
      const { edition } = await entryForOwner(visitor.ctx, params.entry ?? '');
      return { edition: edition.id, code: values.code ?? '' };
    },
    done: (_result, { params }) => `/entries/${params.entry}`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

/** What has just been done, as long as the entry stands as it left it. */
function Said({ said, state }: { said: NonNullable<View['said']>; state: View['entry']['state'] }) {
  const { form, receipt, together, withdrawal } = useWords().entries;
  const editable = state === 'draft' || state === 'returned';
  const words = {
    saved: form.savedNotice,
    merged: together.merged,
    submitted: receipt.submittedNotice,
    withdrawn: withdrawal.done,
    revived: withdrawal.revived,
  };
  const holds = {
    saved: editable,
    merged: editable,
    submitted: !editable && state !== 'withdrawn',
    withdrawn: state === 'withdrawn',
    revived: state !== 'withdrawn',
  };
  if (!holds[said]) return null;
  return (
    <Notice kind="ok" live>
      {words[said]}
    </Notice>
  );
}

export default function EntryOfOwner() {
  const { entry, said } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const refusal = refusalOf(refused, 'write');
  const { archives, copying, entries: words, dates, guide, letters, printing, reopening, shell, threads, writers } = useWords();
  // Whose zone we know is told in it already.
  const { zone } = useVisitor();
  const editable = entry.writes;
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
  const due = entry.open ? open : (entry.mending ? words.form.mendOverSince : words.form.overSince)(closes);
  const page = (
    <EntrantPage title={[title, programme.text]} programme={programme} items={items} dock={editable && <WriteDock entry={entry} />}>
      <PageHead
        title={title}
        crumbs={<Crumbs label={shell.crumbs} items={crumbs} />}
        over={
          (entry.next && <Tag kind="warn">{reopening.writer.tag}</Tag>) ||
          (entry.state === 'returned' && <Tag kind="warn">{words.form.returned}</Tag>) ||
          (entry.state === 'withdrawn' && <Tag>{words.states.withdrawn}</Tag>) ||
          (entry.state === 'ineligible' && <Tag kind="bad">{words.states.ineligible}</Tag>) ||
          (entry.shared && <Tag>{writers.tag}</Tag>)
        }
        text={
          <>
            <span className="num">
              {due} {zone === undefined && <YourTime instant={entry.closes} say={words.form.yourTime} />}
            </span>
            <span className="block">
              <Link to={`/entries/${entry.nextOf ?? entry.id}/writers`}>{writers.link}</Link>
              {' · '}
              <Link to={`/entries/${entry.nextOf ?? entry.id}/questions`}>
                {entry.unread > 0 ? threads.linkNew(entry.unread) : threads.link}
              </Link>
              {' · '}
              <Link to={`/entries/${entry.nextOf ?? entry.id}/letters`}>
                {entry.letters.missing > 0 ? letters.linkMissing(entry.letters.missing) : letters.link}
              </Link>
              {editable && (
                <>
                  {' · '}
                  <Link to={`${programme.to}/${entry.edition.slug}/categories/${entry.category.code}/guide`}>{guide.link}</Link>
                  {' · '}
                  <Link to={`/entries/${entry.id}/print`}>{printing.link}</Link>
                  {' · '}
                  <Link to={`/entries/${entry.id}/everything.zip`}>{archives.link}</Link>
                </>
              )}
            </span>
          </>
        }
      />
      <Stack space="wide">
        {!refusal && said && <Said said={said} state={entry.state} />}
        {entry.shared && <SharedWithMe shared={entry.shared} />}
        {entry.next && <NextVersion next={entry.next} />}
        {entry.again && <OpenAgain again={entry.again} />}
        {entry.moved && <MovedNotice moved={entry.moved} />}
        {entry.room && <NoRoomNotice room={entry.room} of={entry} />}
        {editable && <FormNews entry={entry} />}
        {editable && <LateCode late={entry.late} refusal={refusalOf(refused, 'late')} />}
        {entry.ineligibleAt && <Ineligible entry={entry} at={entry.ineligibleAt} />}
        {entry.withdrawnAt && entry.maySend && <Revival entry={entry} refusal={refusalOf(refused, 'revive')} />}
        {editable ? <WriteEntry entry={entry} /> : entry.state === 'draft' ? <EntryText entry={entry} /> : <EntryReceipt entry={entry} />}
        <ItemsReceived items={entry.items} />
        {entry.mayCopy && (
          <p>
            <Link to={`/entries/${entry.id}/copy`}>{copying.link}</Link>
          </p>
        )}
        {entry.mayWithdraw && <Withdrawal entry={entry} refusal={refusalOf(refused, 'withdraw')} />}
      </Stack>
    </EntrantPage>
  );
  return editable ? (
    <WritingTogether key={`${entry.id} ${refusal?.key ?? ''}`} entry={entry} refusal={refusal}>
      {page}
    </WritingTogether>
  ) : (
    page
  );
}
