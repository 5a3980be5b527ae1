import { redirect, useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { confirmAuthenticator, proofWanted, startedAuthenticator } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { QrCode } from '#ui/data/qr-code.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { visitor }) => {
  const started = await startedAuthenticator(ctx, visitor.organisationName, visitor.person?.email ?? '');
  // Whoever has begun nothing begins.
  if (!started) throw redirect('/account/factors');
  return { ...started, proof: await proofWanted(ctx) };
});

export const action = act({
  confirm: post(confirmAuthenticator, {
    input: ({ form }) => ({ code: textOf(form, 'code') }),
    done: ({ first }) => (first ? '/account/recovery-codes' : '/account/factors?saved=added'),
  }),
});

export default function Authenticator() {
  const { key, picture, proof } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { factors } = useWords();
  const words = factors.app;
  const crumbs = [{ to: '/account', text: factors.crumb }, { to: '/account/factors', text: factors.title }, { text: words.title }];
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead} crumbs={<Crumbs label={factors.crumb} items={crumbs} />} />
        <QrCode rows={picture} label={words.picture} />
        <p>
          <span className="t-sm faint block">{words.byHand}</span>
          <code>{key}</code>
        </p>
        <Form act="confirm" proof={proof} refusal={refusalOf(refused, 'confirm')} names={{ code: words.code }}>
          <TextField name="code" label={words.code} inputMode="numeric" autoComplete="one-time-code" short />
          <Button kind="main">{words.confirm}</Button>
        </Form>
      </Stack>
    </AccountPage>
  );
}
