import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { confirmNomination } from '#slices/nominations/index.ts';
import { waitingForCode } from '#slices/nominations/public-view.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';

export const handle = { js: false };

/** Looking confirms nothing: mail scanners follow links, people type codes. */
export const loader = load((ctx, { params }) => waitingForCode(ctx, params.nomination ?? ''));

export const action = act({
  confirm: post(confirmNomination, {
    input: ({ params, values }) => ({ nomination: params.nomination ?? '', code: values.code ?? '' }),
    // What was wrong was counted and committed; only now is it refused.
    done: ({ confirmed, left }, { params }) => {
      if (!confirmed) throw left > 0 ? problem('nominations.code-wrong', { left }) : problem('nominations.code-used-up');
      return `/nominations/${params.nomination}`;
    },
  }),
});

export default function Confirm() {
  const { confirmed } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().nominations.confirm;
  const title = confirmed ? words.done : words.title;
  return (
    <AccountPage title={[title]}>
      <Stack space="wide">
        <PageHead title={title} text={confirmed ? words.doneText : words.lead} />
        {!confirmed && (
          <>
            <Form act="confirm" refusal={refusalOf(refused, 'confirm')} names={{ code: words.code }}>
              <TextField name="code" label={words.code} hint={words.codeHint} inputMode="numeric" autoComplete="one-time-code" short />
              <Button kind="main">{words.go}</Button>
            </Form>
            <p className="soft t-sm">{words.again}</p>
          </>
        )}
      </Stack>
    </AccountPage>
  );
}
