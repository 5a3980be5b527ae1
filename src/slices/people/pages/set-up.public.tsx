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
  return (
    <AccountPage title={[words.title]}>
      <PageHead title={words.title} text={words.lead} />
      <Form act="set-up" refusal={refusalOf(refused, 'set-up')}>
        <TextField name="organisation" label={words.organisation} hint={words.organisationHint} autoComplete="organization" />
        <TextField name="name" label={people.link.name} autoComplete="name" />
        <TextField name="email" type="email" label={people.signIn.email} autoComplete="username" />
        <TextField name="password" type="password" label={people.signIn.password} hint={words.passwordHint} autoComplete="new-password" />
        <Button kind="main">{words.go}</Button>
      </Form>
    </AccountPage>
  );
}
