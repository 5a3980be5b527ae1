import { useActionData } from 'react-router';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { sessionOf, setUp, signedIn } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead } from '#ui/frames/frames.tsx';

export const handle = { js: false };

export const action = act({
  'set-up': post(setUp, {
    input: ({ params, values, form, key }) => ({
      token: params.token ?? '',
      organisation: values.organisation ?? '',
      email: values.email ?? '',
      name: values.name ?? '',
      password: textOf(form, 'password'),
      session: sessionOf(key),
    }),
    done: () => '/manage',
    headers: (_result, { key }) => signedIn(key),
  }),
});

export default function SetUp() {
  const refused = useActionData<Refused>();
  const { people } = useWords();
  const words = people.setUp;
  const names = {
    organisation: words.organisation,
    name: people.link.name,
    email: people.signIn.email,
    password: people.signIn.password,
  };
  return (
    <AccountPage title={[words.title]}>
      <PageHead title={words.title} text={words.lead} />
      <Form act="set-up" refusal={refusalOf(refused, 'set-up')} names={names}>
        <TextField name="organisation" label={names.organisation} hint={words.organisationHint} autoComplete="organization" />
        <TextField name="name" label={names.name} autoComplete="name" />
        <TextField name="email" type="email" label={names.email} autoComplete="username" />
        <TextField name="password" type="password" label={names.password} hint={words.passwordHint} autoComplete="new-password" />
        <Button kind="main">{words.go}</Button>
      </Form>
    </AccountPage>
  );
}
