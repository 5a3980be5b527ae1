import { redirect, useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { readSession } from '#http/session.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { arrived, finishSignIn, onwardPath, secondStep, sessionOf, signInSettings, whenWrong } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PasskeyButton } from '#ui/forms/passkey-button.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';

const waitingToken = (request: Request) => readSession(request, signInSettings().secure) ?? '';

/** Whoever has no session that waits begins at the beginning. */
export const loader = load(async (ctx, { request, url }) => {
  const step = await secondStep(ctx, waitingToken(request));
  if (!step) throw redirect(`/sign-in?to=${encodeURIComponent(onwardPath(url.searchParams.get('to')))}`);
  return step;
});

export const action = act({
  factor: post(finishSignIn, {
    input: ({ request, form, key }) => ({
      waiting: waitingToken(request),
      secret: textOf(form, '_code'),
      passkey: textOf(form, '_passkey'),
      session: sessionOf(key),
    }),
    done: (result, { url }) => whenWrong(result, onwardPath(url.searchParams.get('to')), 'people.factor-wrong'),
    headers: arrived,
  }),
});

export default function SecondStepPage() {
  const { passkey } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().factors.signIn;
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead} />
        <Form act="factor" refusal={refusalOf(refused, 'factor')} names={{ _code: words.code }}>
          {passkey !== undefined && (
            <PasskeyButton does="get" field="_passkey" options={passkey} failed={words.passkeyFailed}>
              {words.passkey}
            </PasskeyButton>
          )}
          <TextField name="_code" label={words.code} hint={words.codeHint} autoComplete="one-time-code" />
          <Button kind="main">{words.go}</Button>
        </Form>
        <p className="t-sm faint">{words.lost}</p>
      </Stack>
    </AccountPage>
  );
}
