import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { away, disconnectProvider, identitiesOf, proofWanted, providersForVisitor, setOffToConnect, wayOf } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';
import { Identities } from '../../parts/identities.tsx';

export const handle = { js: false };

const notices = ['connected', 'disconnected'] as const;

export const loader = load(async (ctx, { url }) => ({
  identities: await identitiesOf(ctx),
  providers: providersForVisitor(),
  proof: await proofWanted(ctx),
  saved: notices.find((notice) => notice === url.searchParams.get('saved')),
}));

export const action = act({
  connect: post(setOffToConnect, {
    input: ({ values, key, request }) => ({ provider: values.provider ?? '', to: '/account/providers', ...wayOf(key, request) }),
    done: (_result, { key, request }) => `/sign-in/to/${wayOf(key, request).state}`,
    headers: (_result, { key, request }) => away(key, request),
  }),
  disconnect: post(disconnectProvider, {
    input: ({ values }) => ({ identity: values.identity ?? '' }),
    done: () => '/account/providers?saved=disconnected',
  }),
});

export default function Providers() {
  const { identities, providers, proof, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { account, providers: words } = useWords();
  const crumbs = [{ to: '/account', text: account.title }, { text: words.title }];
  const connecting = refusalOf(refused, 'connect');
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead} crumbs={<Crumbs label={account.title} items={crumbs} />} />
        {saved && !refused && (
          <Notice kind="ok" live>
            {words[saved]}
          </Notice>
        )}
        <Section title={words.yours} first>
          <Identities identities={identities} proof={proof} refusal={refusalOf(refused, 'disconnect')} />
        </Section>
        {providers.map(({ id, name }) => (
          <Section key={id} title={words.connect(name)}>
            <Form act="connect" id={`connect-${id}`} proof={proof} refusal={connecting?.values.provider === id ? connecting : undefined}>
              <p className="soft measure">{words.connectText(name)}</p>
              <input type="hidden" name="provider" value={id} />
              <Button>{words.connectGo(name)}</Button>
            </Form>
          </Section>
        ))}
      </Stack>
    </AccountPage>
  );
}
