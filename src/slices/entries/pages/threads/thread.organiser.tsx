import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { settleThread, writeToEntrant } from '#slices/entries/index.ts';
import { ThreadLog, WriteMessage } from '#slices/entries/parts/threads/thread.tsx';
import { threadForManager } from '#slices/entries/threads/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { params, url }) => ({
  ...(await threadForManager(ctx, params.entry ?? '', url.searchParams.get('before'))),
  said: (['sent', 'settled'] as const).find((one) => url.searchParams.has(one)),
}));

const page =
  (said: string) =>
  (_result: unknown, { params }: FormArgs) =>
    `/manage/entries/${params.entry}/questions?${said}`;
const seenIn = ({ params, values }: FormArgs) => ({ entry: params.entry ?? '', seen: values.seen ?? '0' });

export const action = act({
  write: post(writeToEntrant, { input: (args) => ({ ...seenIn(args), text: args.values.text ?? '' }), done: page('sent') }),
  settle: post(settleThread, { input: seenIn, done: page('settled') }),
});

type View = Awaited<ReturnType<typeof loader>>;

/** That an answer is due, or that somebody said none is. */
function Standing({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const { threads, dates } = useWords();
  const words = threads.organiser;
  if (view.page) return null;
  if (!view.waits) return view.settled ? <p className="soft">{words.settled(view.settled.by, dates.full(view.settled.at))}</p> : null;
  return (
    <Notice kind="warn" lead={words.waits}>
      {view.mayWrite && (
        <Form act="settle" refusal={refusalOf(refused, 'settle')}>
          <p>{words.settleMore}</p>
          <input type="hidden" name="seen" value={view.seen} />
          <Button size="small">{words.settle}</Button>
        </Form>
      )}
    </Notice>
  );
}

export default function ThreadOfOrganiser() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { entries, shell, threads } = useWords();
  const words = threads.organiser;
  const { programmeSlug, slug } = view.edition;
  const list = `/manage/${programmeSlug}/${slug}/entries`;
  const title = view.title || words.untitled(view.category);
  const crumbs = [
    { to: list, text: entries.list.title },
    { to: `${list}/questions`, text: words.all },
    ...(view.draft ? [] : [{ to: `/manage/entries/${view.id}`, text: view.number ?? '' }]),
  ];
  return (
    <EditionPage edition={view.edition} part="entries" title={[threads.title, title]}>
      <PageHead
        title={title}
        crumbs={<Crumbs label={shell.crumbs} items={crumbs} />}
        over={view.draft ? <Tag>{words.draft}</Tag> : threads.title}
        text={words.lead(view.owner)}
      />
      <Stack space="wide">
        {!refused && view.said && (
          <Notice kind="ok" live>
            {view.said === 'sent' ? threads.sent : words.settledDone}
          </Notice>
        )}
        {view.draft && <p className="soft">{words.draftText}</p>}
        {view.messages.length === 0 ? (
          <Empty title={words.none}>{words.noneText}</Empty>
        ) : (
          <ThreadLog {...view} path={`/manage/entries/${view.id}/questions`} />
        )}
        <Standing view={view} />
        {view.mayWrite && !view.page && <WriteMessage seen={view.seen} hint={words.hint} refusal={refusalOf(refused, 'write')} />}
      </Stack>
    </EditionPage>
  );
}
