import { useActionData, useLoaderData } from 'react-router';
import { scopes } from '#core/access/scopes.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { hideKey, keySecretOf, keysOfPerson, makeKey, programmesForKey, revokeKey } from '#slices/integrations/index.ts';
import { chosenScopes, lives } from '#slices/integrations/schemas.ts';
import { proofWanted } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Checks, Radios } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';
import { Keys, NewKey } from '../parts/keys.tsx';

export const handle = { js: false };

const notices = ['made', 'revoked', 'kept'] as const;

export const loader = load(async (ctx, { url }) => ({
  keys: await keysOfPerson(ctx),
  programmes: await programmesForKey(ctx),
  proof: await proofWanted(ctx),
  said: notices.find((one) => one === url.searchParams.get('said')),
}));

const lines = (text: string | undefined) => text?.split('\n').filter(Boolean) ?? [];

export const action = act({
  make: post(makeKey, {
    input: ({ values, key, visitor }) => ({
      name: values.name ?? '',
      scopes: chosenScopes(lines(values.scopes)),
      programmes: lines(values.programmes),
      days: Number(values.days),
      secret: keySecretOf(key, visitor.person?.id),
    }),
    done: () => '/account/api-keys?said=made',
  }),
  keep: post(hideKey, { input: ({ values }) => ({ key: values.id ?? '' }), done: () => '/account/api-keys?said=kept' }),
  revoke: post(revokeKey, { input: ({ values }) => ({ key: values.id ?? '' }), done: () => '/account/api-keys?said=revoked' }),
});

type View = Awaited<ReturnType<typeof loader>>;

function MakeKey({ view: { programmes, proof }, refused }: { view: View; refused: Refused | undefined }) {
  const { apiKeys: words, api } = useWords();
  const names = { name: words.name, scopes: words.scopes, programmes: words.programmes, days: words.days };
  return (
    <Section title={words.make}>
      <Form act="make" proof={proof} refusal={refusalOf(refused, 'make')} names={names}>
        <TextField name="name" label={words.name} hint={words.nameHint} />
        <Checks
          name="scopes"
          label={words.scopes}
          options={scopes.map((value) => ({ value, label: <code>{value}</code>, hint: api.scopes[value] }))}
        />
        {programmes.length > 0 && (
          <Checks
            name="programmes"
            label={words.programmes}
            hint={words.programmesHint}
            options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Radios
          name="days"
          label={words.days}
          value="90"
          options={lives.map((days) => ({ value: String(days), label: words.life(days) }))}
        />
        <Button kind="main">{words.go}</Button>
      </Form>
    </Section>
  );
}

export default function ApiKeys() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { apiKeys: words } = useWords();
  const shown = view.keys.filter(({ secret }) => secret !== undefined);
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead
          title={words.title}
          text={words.lead}
          crumbs={<Crumbs label={words.crumb} items={[{ to: '/account', text: words.crumb }, { text: words.title }]} />}
        />
        {view.said && !refused && (
          <Notice kind="ok" live>
            {words[view.said]}
          </Notice>
        )}
        {shown.map((key) => (
          <NewKey key={key.id} of={key} refusal={refusalOf(refused, 'keep')} />
        ))}
        <Section title={words.yours} first>
          <Keys keys={view.keys} refusal={refusalOf(refused, 'revoke')} />
        </Section>
        <MakeKey view={view} refused={refused} />
        <p>
          <Link kind="go" to="/developers">
            {words.toDocs}
          </Link>
        </p>
      </Stack>
    </AccountPage>
  );
}
