import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { declineLetter, writeLetter } from '#slices/entries/index.ts';
import { letterPage } from '#slices/entries/letters/views.ts';
import { Decline, WhatIsAsked, WhoReads, WriteLetter } from '#slices/entries/parts/letters/letter.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

/** Looking answers nothing: mail scanners follow links, people press buttons. */
export const loader = load(async (ctx, { params, url }) => ({
  ...(await letterPage(ctx, params.token ?? '')),
  saved: url.searchParams.has('saved'),
}));

const token = ({ token: link = '' }: Readonly<Record<string, string | undefined>>) => link;

export const action = act({
  write: post(writeLetter, {
    input: ({ params, values }) => ({ token: token(params), text: values.text ?? '', version: values.version ?? '0' }),
    done: (_result, { params }) => `/letters/${token(params)}?saved`,
  }),
  decline: post(declineLetter, {
    input: ({ params, values }) => ({ token: token(params), words: values.words ?? '' }),
    done: (_result, { params }) => `/letters/${token(params)}`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

/** How it stands, before anything is asked. */
function Stands({ view }: { view: View }) {
  const { letters, dates } = useWords();
  const words = letters.page;
  const { state, why } = view;
  if (why === 'entries.letter-entry-out') return <Notice lead={words.out}>{words.outText}</Notice>;
  if (state === 'declined') return <Notice lead={words.declined}>{why ? words.declinedOver : words.declinedText}</Notice>;
  if (why)
    return (
      <Notice kind="warn" lead={words.closed(dates.full(view.until))}>
        {state === 'arrived' ? words.closedWith : words.closedWithout}
      </Notice>
    );
  if (state !== 'arrived') return null;
  return (
    <Notice kind="ok" live={view.saved} {...(view.saved && { lead: words.saved })}>
      {view.writtenAt && words.arrived(dates.full(view.writtenAt))} {words.changing(dates.full(view.until))}
    </Notice>
  );
}

export default function LetterOfReferee() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().letters.page;
  const writes = view.why === undefined;
  const refusal = refusalOf(refused, 'write');
  const stale = refusal?.problem.code === 'general.stale-version';
  const shown = view.state === 'arrived' && view.answer !== '' && (!writes || stale);
  return (
    <AccountPage title={[words.over, view.programme]}>
      <Stack space="wide">
        <PageHead title={words.title(view.entry.title)} over={words.over} text={words.lead(view.asked.by, view.programme)} />
        {!refused && <Stands view={view} />}
        <WhatIsAsked view={view} />
        <WhoReads confidential={view.asked.confidential} />
        {shown && (
          <Section title={words.letter}>
            <Prose text={view.answer} />
          </Section>
        )}
        {writes && <WriteLetter view={view} refusal={refusal} />}
        {writes && view.state !== 'declined' && <Decline written={view.state === 'arrived'} refusal={refusalOf(refused, 'decline')} />}
      </Stack>
    </AccountPage>
  );
}
