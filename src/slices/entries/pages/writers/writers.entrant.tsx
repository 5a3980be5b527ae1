import { useActionData, useLoaderData } from 'react-router';
import { right } from '#core/entries/writers.ts';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useWords } from '#shells/words.tsx';
import { changeWriter, inviteWriter, leaveEntry, offerOwnership, removeWriter, withdrawWriterInvitation } from '#slices/entries/index.ts';
import { HandOver, InviteWriter, LeaveEntry, OpenInvitations, Writers } from '#slices/entries/parts/writers/writers.tsx';
import { writersPage } from '#slices/entries/writers/views.ts';
import { linkTokenOf } from '#slices/people/index.ts';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

const saids = ['invited', 'offered', 'changed', 'removed', 'withdrawn'] as const;

export const loader = load(async (ctx, { params, url }) => {
  const said = saids.find((one) => url.searchParams.has(one));
  return {
    ...(await writersPage(ctx, params.entry ?? '')),
    said,
    invited: url.searchParams.get('invited') ?? url.searchParams.get('offered') ?? '',
  };
});

const rightIn = (text: string | undefined) => right.catch('view').parse(text);
const page = (entry: string | undefined, said: string) => `/entries/${entry}/writers?${said}`;

export const action = act({
  invite: post(inviteWriter, {
    input: ({ params, values, key }) => {
      const { email = '', name = '' } = values;
      return { entry: params.entry ?? '', email, name, rights: rightIn(values.rights), token: linkTokenOf(key, email) };
    },
    done: (_result, { params, values }) => page(params.entry, `invited=${encodeURIComponent(values.email ?? '')}`),
  }),
  offer: post(offerOwnership, {
    input: ({ params, values: { email = '', name = '' }, key }) => ({
      entry: params.entry ?? '',
      email,
      name,
      token: linkTokenOf(key, email),
    }),
    done: (_result, { params, values }) => page(params.entry, `offered=${encodeURIComponent(values.email ?? '')}`),
  }),
  /** The same once more, under a link of its own. */
  again: post(inviteWriter, {
    input: async ({ params, values, key, visitor }) => {
      const { invitations } = await writersPage(visitor.ctx, params.entry ?? '');
      const open = invitations.find(({ id }) => id === values.invitation);
      if (open === undefined) throw problem('entries.writer-invitation-not-open');
      const { email, name, rights } = open;
      return { entry: params.entry ?? '', email, name, rights: rightIn(rights), token: linkTokenOf(key, email) };
    },
    done: (_result, { params, values }) => page(params.entry, `invited=${encodeURIComponent(values.email ?? '')}`),
  }),
  withdraw: post(withdrawWriterInvitation, {
    input: ({ params, values }) => ({ entry: params.entry ?? '', invitation: values.invitation ?? '' }),
    done: (_result, { params }) => page(params.entry, 'withdrawn'),
  }),
  change: post(changeWriter, {
    input: ({ params, values }) => ({ entry: params.entry ?? '', person: values.person ?? '', rights: rightIn(values.rights) }),
    done: (_result, { params }) => page(params.entry, 'changed'),
  }),
  remove: post(removeWriter, {
    input: ({ params, values }) => ({ entry: params.entry ?? '', person: values.person ?? '' }),
    done: (_result, { params }) => page(params.entry, 'removed'),
  }),
  leave: post(leaveEntry, { input: ({ params }) => ({ entry: params.entry ?? '' }), done: () => '/home' }),
});

export default function WritersOfEntry() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { entries, shell, writers: words } = useWords();
  const title = view.title || entries.untitled;
  const { programmeName, programmeSlug, name } = view.edition;
  const programme = { text: `${programmeName} ${name}`, to: `/p/${programmeSlug}` };
  const crumbs = [
    { to: '/home', text: entries.nav.home },
    { to: `/entries/${view.id}`, text: title },
  ];
  const items = [
    { to: '/home', text: entries.nav.home, current: true },
    { to: programme.to, text: entries.nav.programme },
  ];
  const said = view.said && (view.said === 'invited' || view.said === 'offered' ? words[view.said](view.invited) : words[view.said]);
  const owns = view.may === 'owner';
  const list = (
    <Stack space="wide">
      <Writers view={view} refusals={{ change: refusalOf(refused, 'change'), remove: refusalOf(refused, 'remove') }} />
      {view.invitations.length > 0 && (
        <OpenInvitations view={view} refusals={{ again: refusalOf(refused, 'again'), withdraw: refusalOf(refused, 'withdraw') }} />
      )}
    </Stack>
  );
  return (
    <EntrantPage title={[words.title, title]} programme={programme} items={items}>
      <PageHead title={words.title} text={words.lead} crumbs={<Crumbs label={shell.crumbs} items={crumbs} />} />
      <Stack space="wide">
        {!refused && said && (
          <Notice kind="ok" live>
            {said}
          </Notice>
        )}
        <Split kind="wide">
          {list}
          {owns ? (
            <Stack space="wide">
              <InviteWriter refusal={refusalOf(refused, 'invite')} />
              <HandOver refusal={refusalOf(refused, 'offer')} lead={[words.handLead, words.handMore]} title={words.hand} />
            </Stack>
          ) : (
            <LeaveEntry refusal={refusalOf(refused, 'leave')} />
          )}
        </Split>
      </Stack>
    </EntrantPage>
  );
}
