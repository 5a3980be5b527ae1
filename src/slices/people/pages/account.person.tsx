import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { endedSessionCookie } from '#http/session.ts';
import { AccountPage } from '#shells/account.tsx';
import { useVisitor } from '#shells/visitor.tsx';
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
import { Tasks } from '#ui/data/lists.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { ForgetsDrafts } from '#ui/saving/forgets-drafts.tsx';
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
  const { apiKeys, account: words, dates, go, mailing, people, providers, privacy, standIns } = useWords();
  const { zone } = useVisitor();
  const passwordRefusal = refusalOf(refused, 'password');
  const password = (
    <Section title={words.password} first={passwordRefusal !== undefined}>
      <Form act="password" proof={proof} refusal={passwordRefusal} names={{ password: words.newPassword }} oneField>
        <p className="soft measure">{words.passwordLead}</p>
        <TextField
          name="password"
          type="password"
          label={words.newPassword}
          hint={passwordRefusal ? undefined : people.setUp.passwordHint}
          autoComplete="new-password"
        />
        <Button kind={passwordRefusal ? 'main' : undefined}>{words.savePassword}</Button>
      </Form>
    </Section>
  );
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
        {passwordRefusal && password}
        <Section title={words.email} first={!passwordRefusal}>
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
        {!passwordRefusal && password}
        <Section title={words.sessions}>
          <Stack>
            <Sessions sessions={sessions} refusal={refusalOf(refused, 'end-session')} />
            <Form act="sign-out">
              <ForgetsDrafts form="sign-out" />
              <Button>{words.signOut}</Button>
            </Form>
          </Stack>
        </Section>
        <Section title={words.suits}>
          <Tasks
            items={[
              {
                to: '/account/zone',
                text: go.zone.title,
                note: zone === undefined ? go.zone.forgotten : go.zone.saved(dates.cityOf(zone)),
              },
              { to: '/account/mail', text: mailing.own.toPage, note: words.mailText },
              { to: '/account/keys', text: go.keys.title, note: words.keysText },
            ]}
          />
        </Section>
        <Section title={privacy.title}>
          <Tasks
            items={[
              { to: '/account/privacy', text: privacy.toPrivacy },
              { to: '/account/stand-ins', text: standIns.toMine },
              { to: '/terms', text: words.terms.both },
            ]}
          />
        </Section>
        <Section title={words.programs}>
          <Tasks items={[{ to: '/account/api-keys', text: apiKeys.toKeys, note: apiKeys.accountText }]} />
        </Section>
      </Stack>
    </AccountPage>
  );
}
