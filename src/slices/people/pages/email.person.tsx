import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { linkTokenOf, proofWanted, requestAddress } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { visitor, url }) => ({
  email: visitor.person?.email ?? '',
  proof: await proofWanted(ctx),
  sent: url.searchParams.get('sent'),
}));

export const action = act({
  address: post(requestAddress, {
    input: ({ values, key }) => ({ email: values.email ?? '', token: linkTokenOf(`address ${key}`, values.email ?? '') }),
    done: (_result, { values }) => `/account/email?sent=${encodeURIComponent(values.email ?? '')}`,
  }),
});

export default function Email() {
  const { email, proof, sent } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { account } = useWords();
  const words = account.address;
  const crumbs = [{ to: '/account', text: account.title }, { text: words.title }];
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead(email)} crumbs={<Crumbs label={account.title} items={crumbs} />} />
        {sent !== null && !refused && (
          <Notice kind="ok" live>
            {words.sent(sent)}
          </Notice>
        )}
        <Form act="address" proof={proof} refusal={refusalOf(refused, 'address')} names={{ email: words.email }}>
          <TextField name="email" type="email" label={words.email} autoComplete="email" />
          <Button kind="main">{words.send}</Button>
        </Form>
      </Stack>
    </AccountPage>
  );
}
