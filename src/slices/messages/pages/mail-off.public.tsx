import { type ActionFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { refuseTopic } from '#slices/messages/index.ts';
import { oneClick } from '#slices/messages/topics/one-click.ts';
import { offPage } from '#slices/messages/topics/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead } from '#ui/frames/frames.tsx';

export const handle = { js: false };

/** Looking does nothing: mail scanners follow links, people press buttons, and mail programs send what RFC 8058 says. */
export const loader = load(async (ctx, { params, url }) => ({
  ...(await offPage(ctx, params.token ?? '')),
  done: url.searchParams.has('done'),
}));

const forms = act({
  off: post(refuseTopic, {
    input: ({ params }) => ({ token: params.token ?? '' }),
    done: (_result, { params }) => `/mail-off/${params.token}?done`,
  }),
});

export const action = async (args: ActionFunctionArgs) => ((await oneClick(args)) ? null : forms(args));

export default function MailOff() {
  const { topic, email, done } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().mailing.own;
  if (done)
    return (
      <AccountPage title={[words.title]}>
        <PageHead title={words.offDone} text={words.offBack} />
      </AccountPage>
    );
  return (
    <AccountPage title={[words.title]}>
      <PageHead title={words.offTitle(topic)} text={words.offText(topic, email)} />
      <Form act="off" refusal={refusalOf(refused, 'off')}>
        <Button kind="main">{words.offGo}</Button>
      </Form>
    </AccountPage>
  );
}
