import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { addressLink, confirmAddress, linkTokenOf, undoAddress } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead } from '#ui/frames/frames.tsx';

export const handle = { js: false };

/** Looking at a link uses nothing up: mail scanners follow links, people press buttons. */
export const loader = load(async (ctx, { params }) => {
  const link = await addressLink(ctx, params.token ?? '');
  if (!link) throw problem('people.address-link-over');
  return link;
});

export const action = act({
  confirm: post(confirmAddress, {
    input: ({ params, key }) => ({ token: params.token ?? '', undo: linkTokenOf(`undo ${key}`, params.token ?? '') }),
    done: () => '/account?saved=address',
  }),
  undo: post(undoAddress, { input: ({ params }) => ({ token: params.token ?? '' }), done: () => '/sign-in' }),
});

export default function Address() {
  const { does, email } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().account.address;
  const confirm = does === 'confirm';
  const title = confirm ? words.confirmTitle : words.undoTitle;
  return (
    <AccountPage title={[title]}>
      <PageHead title={title} text={confirm ? words.confirm(email) : words.undo(email)} />
      <Form act={does} refusal={refusalOf(refused, does)}>
        <Button kind={confirm ? 'main' : 'danger'}>{confirm ? words.confirmGo : words.undoGo}</Button>
      </Form>
    </AccountPage>
  );
}
