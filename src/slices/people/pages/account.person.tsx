import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { endedSessionCookie } from '#http/session.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { setPassword, signInSettings, signOut } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const loader = load((_ctx, { visitor, url }) =>
  Promise.resolve({ name: visitor.person?.name ?? '', email: visitor.person?.email ?? '', saved: url.searchParams.has('saved') }),
);

export const action = act({
  password: post(setPassword, { input: ({ form }) => ({ password: textOf(form, 'password') }), done: () => '/account?saved' }),
  'sign-out': post(signOut, {
    input: () => ({}),
    done: () => '/',
    headers: () => ({ 'set-cookie': endedSessionCookie(signInSettings().secure) }),
  }),
});

export default function Account() {
  const { name, email, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { people } = useWords();
  const words = people.account;
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={name} over={words.title} text={email} />
        {saved && (
          <Notice kind="ok" live>
            {words.saved}
          </Notice>
        )}
        <Section title={words.password} first>
          <Form act="password" refusal={refusalOf(refused, 'password')} names={{ password: words.newPassword }}>
            <p className="soft measure">{words.passwordLead}</p>
            <TextField
              name="password"
              type="password"
              label={words.newPassword}
              hint={people.setUp.passwordHint}
              autoComplete="new-password"
            />
            <Button>{words.save}</Button>
          </Form>
        </Section>
        <Form act="sign-out">
          <Button kind="quiet">{words.signOut}</Button>
        </Form>
      </Stack>
    </AccountPage>
  );
}
