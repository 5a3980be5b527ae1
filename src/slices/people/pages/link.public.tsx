import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { afterFirstStep, arrived, linkForVisitor, onwardPath, sessionOf, signInByLink } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead } from '#ui/frames/frames.tsx';

export const handle = { js: false };

/** Looking at a link uses nothing up: mail scanners follow links, people press buttons. */
export const loader = load(async (ctx, { params }) => {
  const link = await linkForVisitor(ctx, params.token ?? '');
  if (!link) throw problem('people.link-used-or-expired');
  return link;
});

export const action = act({
  'sign-in': post(signInByLink, {
    input: ({ params, values, key }) => ({
      token: params.token ?? '',
      session: sessionOf(key),
      ...(values.name !== undefined && { name: values.name }),
    }),
    done: (result, { url }) => afterFirstStep(result, onwardPath(url.searchParams.get('to'))),
    headers: arrived,
  }),
});

export default function Link() {
  const { email, known } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().people.link;
  return (
    <AccountPage title={[words.title]}>
      <PageHead title={words.title} text={known ? words.as(email) : words.newAccount(email)} />
      <Form act="sign-in" refusal={refusalOf(refused, 'sign-in')} names={{ name: words.name }}>
        {!known && <TextField name="name" label={words.name} autoComplete="name" />}
        <Button kind="main">{known ? words.go : words.make}</Button>
      </Form>
    </AccountPage>
  );
}
