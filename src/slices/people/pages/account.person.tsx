import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { endedSessionCookie } from '#http/session.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import {
  endOtherSessions,
  endSession,
  factorsOf,
  identitiesOf,
  proofWanted,
  providersForVisitor,
  recoveryCodesLeft,
  sessionsOf,
  setPassword,
  signInSettings,
  signOut,
} from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Sessions } from '../parts/sessions.tsx';

const notices = ['password', 'session', 'others', 'address'] as const;

export const loader = load(async (ctx, { visitor, url }) => {
  const { name = '', email = '' } = visitor.person ?? {};
  const [sessions, factors, codes, proof] = [
    await sessionsOf(ctx),
    (await factorsOf(ctx)).length,
    await recoveryCodesLeft(ctx),
    await proofWanted(ctx),
  ];
  const saved = notices.find((notice) => notice === url.searchParams.get('saved'));
  // Where nobody vouches for anybody, there is nothing to say of it.
  const identities = providersForVisitor().length > 0 ? (await identitiesOf(ctx)).length : undefined;
  return { name, email, sessions, factors, codes, proof, saved, identities };
});

export const action = act({
  password: post(setPassword, { input: ({ form }) => ({ password: textOf(form, 'password') }), done: () => '/account?saved=password' }),
  'end-session': post(endSession, { input: ({ values }) => ({ session: values.session ?? '' }), done: () => '/account?saved=session' }),
  'end-others': post(endOtherSessions, { input: () => ({}), done: () => '/account?saved=others' }),
  'sign-out': post(signOut, {
    input: () => ({}),
    done: () => '/',
    headers: () => ({ 'set-cookie': endedSessionCookie(signInSettings().secure) }),
  }),
});

export default function Account() {
  const { name, email, sessions, factors, codes, proof, saved, identities } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { apiKeys, account: words, mailing, people, providers, privacy, standIns } = useWords();
  const said = { password: words.passwordSaved, session: words.sessionEnded, others: words.othersEnded, address: words.address.confirmed };
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={name} over={words.title} />
        {saved && !refused && (
          <Notice kind="ok" live>
            {said[saved]}
          </Notice>
        )}
        <Section title={words.email} first>
          <Stack>
            <p className="soft">{email}</p>
            <p>
              <Link kind="go" to="/account/email">
                {words.changeEmail}
              </Link>
            </p>
          </Stack>
        </Section>
        <Section title={words.factors}>
          <Stack>
            <p className="soft measure">{words.factorsText(factors, codes)}</p>
            <p>
              <Link kind="go" to="/account/factors">
                {words.toFactors}
              </Link>
            </p>
          </Stack>
        </Section>
        {identities !== undefined && (
          <Section title={providers.title}>
            <Stack>
              <p className="soft measure">{providers.text(identities)}</p>
              <p>
                <Link kind="go" to="/account/providers">
                  {providers.toPage}
                </Link>
              </p>
            </Stack>
          </Section>
        )}
        <Section title={words.password}>
          <Form act="password" proof={proof} refusal={refusalOf(refused, 'password')} names={{ password: words.newPassword }}>
            <p className="soft measure">{words.passwordLead}</p>
            <TextField
              name="password"
              type="password"
              label={words.newPassword}
              hint={people.setUp.passwordHint}
              autoComplete="new-password"
            />
            <Button>{words.savePassword}</Button>
          </Form>
        </Section>
        <Section title={mailing.own.title}>
          <p>
            <Link kind="go" to="/account/mail">
              {mailing.own.toPage}
            </Link>
          </p>
        </Section>
        <Section title={words.sessions}>
          <Sessions sessions={sessions} refusal={refusalOf(refused, 'end-session')} />
        </Section>
        <Section title={privacy.title}>
          <p>
            <Link kind="go" to="/account/privacy">
              {privacy.toPrivacy}
            </Link>
          </p>
        </Section>
        <Section title={apiKeys.title}>
          <Stack>
            <p className="soft measure">{apiKeys.accountText}</p>
            <p>
              <Link kind="go" to="/account/api-keys">
                {apiKeys.toKeys}
              </Link>
            </p>
          </Stack>
        </Section>
        <Form act="sign-out" className="row row--end">
          <Link kind="small" to="/account/stand-ins">
            {standIns.toMine}
          </Link>
          <Link kind="small" to="/terms">
            {words.terms.both}
          </Link>
          <Button kind="quiet">{words.signOut}</Button>
        </Form>
      </Stack>
    </AccountPage>
  );
}
