import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { clearAddress, retryMail } from '#slices/messages/index.ts';
import { mailListPage } from '#slices/messages/lists/list-page.ts';
import { kindsOfList, mailStates } from '#slices/messages/lists/lists.ts';
import { MailPage } from '#slices/messages/parts/frame.tsx';
import { Batches, DeadAddresses, MailFilters, MailPages, MailTable, NoMails } from '#slices/messages/parts/mails.tsx';
import { editionForManager } from '#slices/programmes/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Stack } from '#ui/frames/frames.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, args) => ({ ...(await mailListPage(ctx, args)), kinds: kindsOfList(), states: mailStates }));

export const action = act({
  retry: post(retryMail, {
    input: ({ values }) => ({ mail: values.mail ?? '' }),
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/mail?retried`,
  }),
  clear: post(clearAddress, {
    input: async ({ visitor, params, values }) => {
      const { edition } = await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
      return { programme: edition.programme, address: values.address ?? '' };
    },
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/mail?cleared`,
  }),
});

export default function Mails() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().mailing.list;
  const { edition, counts, mails, mayChange, path, said } = view;
  const waits = view.batches.some(({ state }) => state === 'held');
  const acts = mayChange && (
    <ButtonLink kind={waits ? undefined : 'main'} to={`${path}/new`}>
      {words.write}
    </ButtonLink>
  );
  return (
    <MailPage
      edition={edition}
      part="list"
      title={words.lead(counts)}
      verdict
      over={words.title}
      acts={acts}
      {...(counts.left === 0 && counts.kept > 0 && { text: words.keptText })}
      said={!refused && said ? words[said] : undefined}
    >
      {waits && <Batches view={view} first />}
      <Stack>
        {counts.all > 0 && <MailFilters view={view} kinds={view.kinds} states={view.states} />}
        {mails.length === 0 ? <NoMails view={view} /> : <MailTable view={view} refusal={refusalOf(refused, 'retry')} />}
        {mails.length > 0 && <MailPages view={view} />}
      </Stack>
      {!waits && <Batches view={view} />}
      <DeadAddresses view={view} refusal={refusalOf(refused, 'clear')} />
    </MailPage>
  );
}
