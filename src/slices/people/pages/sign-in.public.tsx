import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import {
  arrived,
  away,
  linkTokenOf,
  onwardPath,
  passkeyForSignIn,
  providersForVisitor,
  requestLink,
  sessionOf,
  setOff,
  signInByPasskey,
  signInByPassword,
  signInSettings,
  wayOf,
  whenWrong,
} from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PasskeyButton } from '#ui/forms/passkey-button.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const loader = load(async (ctx, { url }) => ({
  sent: url.searchParams.get('sent'),
  keepsMail: signInSettings().keepsMail,
  providers: providersForVisitor(),
  passkey: await passkeyForSignIn(ctx),
}));

export const action = act({
  link: post(requestLink, {
    input: ({ values, url, key }) => ({
      email: values.email ?? '',
      to: onwardPath(url.searchParams.get('to')),
      token: linkTokenOf(key, values.email ?? ''),
    }),
    done: (_result, { values }) => `/sign-in?sent=${encodeURIComponent(values.email ?? '')}`,
  }),
  password: post(signInByPassword, {
    input: ({ values, form, key }) => ({
      email: values.email ?? '',
      password: textOf(form, 'password'),
      session: sessionOf(key),
    }),
    done: (result, { url }) => whenWrong(result, onwardPath(url.searchParams.get('to'))),
    headers: arrived,
  }),
  provider: post(setOff, {
    input: ({ values, url, key, request }) => ({
      provider: values.provider ?? '',
      to: onwardPath(url.searchParams.get('to')),
      ...wayOf(key, request),
    }),
    done: (_result, { key, request }) => `/sign-in/to/${wayOf(key, request).state}`,
    headers: (_result, { key, request }) => away(key, request),
  }),
  passkey: post(signInByPasskey, {
    input: ({ form, key }) => ({ passkey: textOf(form, '_passkey'), session: sessionOf(key) }),
    done: (result, { url }) => whenWrong(result, onwardPath(url.searchParams.get('to')), 'people.passkey-refused'),
    headers: arrived,
  }),
});

type ProvidersProps = { readonly providers: readonly { id: string; name: string }[]; readonly refused: Refused | undefined };

/** One form each: a button that carries its own value would lose it where a script sends the form. */
function Providers({ providers, refused }: ProvidersProps) {
  const words = useWords().providers;
  const refusal = refusalOf(refused, 'provider');
  return (
    <Section title={words.signIn}>
      <Stack space="tight">
        {providers.map(({ id, name }) => (
          <Form
            key={id}
            act="provider"
            id={`provider-${id}`}
            stacked={false}
            refusal={refusal?.values.provider === id ? refusal : undefined}
          >
            <input type="hidden" name="provider" value={id} />
            <Button>{words.signInWith(name)}</Button>
          </Form>
        ))}
      </Stack>
    </Section>
  );
}

export default function SignIn() {
  const { sent, keepsMail, passkey, providers } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const {
    people: { signIn: words },
    factors: { signIn: factor },
    account: {
      terms: { both },
    },
  } = useWords();
  const names = { email: words.email, password: words.password };
  if (sent) {
    return (
      <AccountPage title={[words.linkSent]}>
        <PageHead title={words.linkSent} text={words.linkSentDetail(sent)} />
        {keepsMail && <Notice>{words.noMail}</Notice>}
      </AccountPage>
    );
  }
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead} />
        <Form act="password" refusal={refusalOf(refused, 'password')} names={names}>
          <TextField name="email" type="email" label={words.email} autoComplete="username" />
          <TextField name="password" type="password" label={words.password} autoComplete="current-password" />
          <Button kind="main">{words.byPassword}</Button>
        </Form>
        <Form act="passkey" refusal={refusalOf(refused, 'passkey')}>
          <PasskeyButton does="get" field="_passkey" options={passkey} failed={factor.passkeyFailed}>
            {factor.byPasskey}
          </PasskeyButton>
        </Form>
        {providers.length > 0 && <Providers providers={providers} refused={refused} />}
        <Section title={words.byLink} aside={words.newHere}>
          <Form act="link" refusal={refusalOf(refused, 'link')} names={{ email: words.emailForLink }}>
            <TextField name="email" type="email" label={words.emailForLink} autoComplete="email" />
            <Button>{words.sendLink}</Button>
          </Form>
        </Section>
        <p>
          <Link kind="small" to="/terms">
            {both}
          </Link>
        </p>
      </Stack>
    </AccountPage>
  );
}
