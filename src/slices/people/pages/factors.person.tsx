import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import {
  addPasskey,
  factorsOf,
  onwardPath,
  passkeyToMake,
  proofWanted,
  recoveryCodesLeft,
  removeFactor,
  renewRecoveryCodes,
  sessionsOf,
  startAuthenticator,
} from '#slices/people/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PasskeyButton } from '#ui/forms/passkey-button.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';
import { Factors } from '../parts/factors.tsx';

export const loader = load(async (ctx, { visitor, url }) => {
  const { id, name, email } = visitor.person ?? {};
  const options = id && name !== undefined && email ? await passkeyToMake(ctx, { id, name, email }, visitor.organisationName) : '';
  const here = (await sessionsOf(ctx)).find((session) => session.here);
  return {
    factors: await factorsOf(ctx),
    codes: await recoveryCodesLeft(ctx),
    proof: await proofWanted(ctx),
    options,
    device: { browser: here?.browser ?? '', system: here?.system ?? '' },
    required: visitor.due === 'factor',
    // Whoever was led here came from somewhere.
    to: url.searchParams.has('to') ? onwardPath(url.searchParams.get('to')) : undefined,
    saved: url.searchParams.get('saved'),
  };
});

const afterAdding = ({ first }: { first: boolean }) => (first ? '/account/recovery-codes' : '/account/factors?saved=added');

export const action = act({
  passkey: post(addPasskey, {
    input: ({ values, form }) => ({ name: values.name ?? '', passkey: textOf(form, '_answer') }),
    done: afterAdding,
  }),
  app: post(startAuthenticator, { input: ({ values }) => ({ name: values.name ?? '' }), done: () => '/account/authenticator' }),
  remove: post(removeFactor, { input: ({ values }) => ({ factor: values.factor ?? '' }), done: () => '/account/factors?saved=removed' }),
  renew: post(renewRecoveryCodes, { input: () => ({}), done: () => '/account/recovery-codes' }),
});

type View = Awaited<ReturnType<typeof loader>>;
type Part = { readonly view: View; readonly refused: Refused | undefined };

function NewPasskey({ view: { proof, options, device }, refused }: Part) {
  const { account, factors: words } = useWords();
  return (
    <Section title={words.addPasskey}>
      <Form act="passkey" proof={proof} refusal={refusalOf(refused, 'passkey')} names={{ name: words.passkeyName }}>
        <p className="soft measure">{words.passkeyLead}</p>
        <TextField
          name="name"
          label={words.passkeyName}
          hint={words.passkeyNameHint}
          value={account.device(device.browser, device.system)}
        />
        <PasskeyButton does="create" field="_answer" options={options} failed={words.passkeyFailed}>
          {words.makePasskey}
        </PasskeyButton>
        <noscript>
          <p className="t-sm faint">{words.noScripts}</p>
        </noscript>
      </Form>
    </Section>
  );
}

function NewApp({ view: { proof }, refused }: Part) {
  const { factors: words } = useWords();
  return (
    <Section title={words.addApp}>
      <Form act="app" proof={proof} refusal={refusalOf(refused, 'app')} names={{ name: words.appName }}>
        <p className="soft measure">{words.appLead}</p>
        <TextField name="name" label={words.appName} value={words.appDefault} />
        <Button>{words.startApp}</Button>
      </Form>
    </Section>
  );
}

function Codes({ view: { proof, codes }, refused }: Part) {
  const { recovery } = useWords().factors;
  return (
    <Section title={recovery.title}>
      <Form act="renew" proof={proof} refusal={refusalOf(refused, 'renew')}>
        <p className="soft measure">
          {recovery.left(codes)} {recovery.renewLead}
        </p>
        <Button>{recovery.renew}</Button>
      </Form>
    </Section>
  );
}

export default function FactorsPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { factors: words } = useWords();
  const { factors, required, to, saved } = view;
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead
          title={words.title}
          text={words.lead}
          crumbs={<Crumbs label={words.crumb} items={[{ to: '/account', text: words.crumb }, { text: words.title }]} />}
        />
        {required && <Notice kind="warn">{words.required}</Notice>}
        {saved !== null && !refused && (
          <Notice kind="ok" live>
            {saved === 'removed' ? words.removed : words.added}
          </Notice>
        )}
        {to !== undefined && !required && (
          <ButtonLink kind="main" to={to}>
            {words.goOn}
          </ButtonLink>
        )}
        <Section title={words.yours} first>
          <Factors factors={factors} proof={view.proof} refusal={refusalOf(refused, 'remove')} />
        </Section>
        <NewPasskey view={view} refused={refused} />
        <NewApp view={view} refused={refused} />
        {factors.length > 0 && <Codes view={view} refused={refused} />}
      </Stack>
    </AccountPage>
  );
}
