import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { linkTokenOf, proofWanted, requestMerge } from '#slices/people/index.ts';
import { askForCopy, askForErasure, ownErasing, ownRequests, withdrawRequest } from '#slices/privacy/index.ts';
import { Copies } from '#slices/privacy/parts/copies.tsx';
import { EraseQuestion } from '#slices/privacy/parts/erase-question.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { visitor, url }) => {
  const requests = await ownRequests(ctx);
  const open = requests.find(({ kind, state }) => kind === 'erasure' && state === 'waiting');
  return {
    requests,
    open,
    refusedLately: requests.find(({ kind }) => kind === 'erasure')?.state === 'refused',
    erasing: url.searchParams.has('erase') && open === undefined ? await ownErasing(ctx) : undefined,
    email: visitor.person?.email ?? '',
    proof: await proofWanted(ctx),
    saved: url.searchParams.get('saved'),
    sent: url.searchParams.get('sent'),
  };
});

const done = (what: string) => () => `/account/privacy?saved=${what}`;

export const action = act({
  copy: post(askForCopy, { input: () => ({}), done: done('copy') }),
  erase: post(askForErasure, { input: () => ({}), done: done('erase') }),
  withdraw: post(withdrawRequest, { input: ({ values }) => ({ request: values.request ?? '' }), done: done('withdrawn') }),
  merge: post(requestMerge, {
    input: ({ values, key }) => ({ email: values.email ?? '', token: linkTokenOf(`merge ${key}`, values.email ?? '') }),
    done: (_result, { values }) => `/account/privacy?sent=${encodeURIComponent(values.email ?? '')}`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;
type Part = { readonly view: View; readonly refused: Refused | undefined };

function Erasing({ view: { open, refusedLately }, refused }: Part) {
  const { privacy, dates } = useWords();
  const words = privacy.erase;
  return (
    <Section title={words.title}>
      <Stack>
        {open ? (
          <Form act="withdraw" refusal={refusalOf(refused, 'withdraw')}>
            <Notice kind="warn">{words.waits(dates.day(open.dueAt))}</Notice>
            <input type="hidden" name="request" value={open.id} />
            <Button kind="main">{words.withdraw}</Button>
          </Form>
        ) : (
          <>
            <p className="soft measure">{words.text}</p>
            {refusedLately && <p className="measure">{words.refused}</p>}
            <p>
              <ButtonLink to="/account/privacy?erase">{words.look}</ButtonLink>
            </p>
          </>
        )}
      </Stack>
    </Section>
  );
}

function Merging({ view: { proof, sent }, refused }: Part) {
  const words = useWords().privacy.merge;
  return (
    <Section title={words.title}>
      <Stack>
        {sent !== null && !refused && (
          <Notice kind="ok" live>
            {words.sent(sent)}
          </Notice>
        )}
        <Form act="merge" proof={proof} refusal={refusalOf(refused, 'merge')} names={{ email: words.email }}>
          <p className="soft measure">{words.text}</p>
          <TextField name="email" type="email" label={words.email} />
          <Button>{words.ask}</Button>
        </Form>
      </Stack>
    </Section>
  );
}

export default function Privacy() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { account, privacy: words } = useWords();
  const said: Readonly<Record<string, string>> = {
    copy: words.copy.asked,
    erase: words.erase.asked,
    withdrawn: words.erase.withdrawn,
    merged: words.merge.done,
  };
  const notice = view.saved === null ? undefined : said[view.saved];
  const crumbs = [{ to: '/account', text: account.title }, { text: words.title }];
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        {view.erasing && <EraseQuestion erasing={view.erasing} proof={view.proof} refusal={refusalOf(refused, 'erase')} />}
        <PageHead title={words.title} text={words.lead} crumbs={<Crumbs label={account.title} items={crumbs} />} />
        {notice && !refused && (
          <Notice kind="ok" live>
            {notice}
          </Notice>
        )}
        <Copies requests={view.requests} proof={view.proof} refusal={refusalOf(refused, 'copy')} />
        <Merging view={view} refused={refused} />
        <Erasing view={view} refused={refused} />
      </Stack>
    </AccountPage>
  );
}
