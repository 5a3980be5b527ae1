import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useWords } from '#shells/words.tsx';
import { readThread, writeToOrganiser } from '#slices/entries/index.ts';
import { ThreadLog, WriteMessage } from '#slices/entries/parts/threads/thread.tsx';
import { threadForEntrant } from '#slices/entries/threads/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { params, url }) => ({
  ...(await threadForEntrant(ctx, params.entry ?? '', url.searchParams.get('before'))),
  said: (['sent', 'read'] as const).find((one) => url.searchParams.has(one)),
}));

const page =
  (said: string) =>
  (_result: unknown, { params }: FormArgs) =>
    `/entries/${params.entry}/questions?${said}`;
const seenIn = ({ params, values }: FormArgs) => ({ entry: params.entry ?? '', seen: values.seen ?? '0' });

export const action = act({
  write: post(writeToOrganiser, { input: (args) => ({ ...seenIn(args), text: args.values.text ?? '' }), done: page('sent') }),
  read: post(readThread, { input: seenIn, done: page('read') }),
});

export default function ThreadOfEntrant() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { entries, shell, threads: words } = useWords();
  const { programmeName, programmeSlug, name } = view.edition;
  const title = view.title || entries.untitled;
  const path = `/entries/${view.id}/questions`;
  const programme = { text: `${programmeName} ${name}`, to: `/p/${programmeSlug}` };
  const crumbs = [
    { to: '/home', text: entries.nav.home },
    { to: `/entries/${view.id}`, text: title },
  ];
  const items = [
    { to: '/home', text: entries.nav.home, current: true },
    { to: programme.to, text: entries.nav.programme },
  ];
  return (
    <EntrantPage title={[words.title, title]} programme={programme} items={items}>
      <PageHead title={words.title} text={words.entrant.lead} crumbs={<Crumbs label={shell.crumbs} items={crumbs} />} />
      <Stack space="wide">
        {!refused && view.said && (
          <Notice kind="ok" live>
            {view.said === 'sent' ? words.sent : words.entrant.readDone}
          </Notice>
        )}
        {view.messages.length === 0 ? (
          <Empty title={words.entrant.none}>{words.entrant.noneText}</Empty>
        ) : (
          <ThreadLog {...view} path={path} />
        )}
        {view.unread > 0 && !view.page && (
          <Form act="read" refusal={refusalOf(refused, 'read')}>
            <p>{words.entrant.unread(view.unread)}</p>
            <input type="hidden" name="seen" value={view.seen} />
            <Button>{words.entrant.read}</Button>
          </Form>
        )}
        {!view.mayWrite && <p className="soft">{words.entrant.onlyReads}</p>}
        {view.mayWrite && !view.page && <WriteMessage seen={view.seen} hint={words.entrant.hint} refusal={refusalOf(refused, 'write')} />}
      </Stack>
    </EntrantPage>
  );
}
