import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import { nominationByLink, type OwnNomination } from '#slices/nominations/answering/view.ts';
import { acceptNomination, correctNominee, declineNomination } from '#slices/nominations/index.ts';
import { Correct, Decline, Said } from '#slices/nominations/parts/own.tsx';
import { sessionOf, signedIn } from '#slices/people/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

/** Looking answers nothing: mail scanners follow links, people press buttons. */
export const loader = load(async (ctx, { params, url }) => ({
  ...(await nominationByLink(ctx, params.token ?? '')),
  corrected: url.searchParams.has('corrected'),
  here: `/nominee/${params.token ?? ''}`,
}));

const token = ({ token: link = '' }: Readonly<Record<string, string | undefined>>) => link;

export const action = act({
  accept: post(acceptNomination, {
    input: ({ params, values, key }) => ({
      token: token(params),
      session: sessionOf(key),
      ...(values.name !== undefined && { name: values.name }),
    }),
    done: ({ entry }, { params }) => (entry === null ? `/nominee/${token(params)}` : `/entries/${entry}`),
    // Whoever is signed in already goes on with the session they have.
    headers: (_result, { key, visitor }) => (visitor.person ? {} : signedIn(key)),
  }),
  decline: post(declineNomination, {
    input: ({ params, values }) => ({ token: token(params), answer: values.answer ?? '' }),
    done: (_result, { params }) => `/nominee/${token(params)}`,
  }),
  correct: post(correctNominee, {
    input: ({ params, values }) => ({ token: token(params), name: values.name ?? '', worksFor: values.worksFor ?? '' }),
    done: (_result, { params }) => `/nominee/${token(params)}?corrected`,
  }),
});

type View = OwnNomination & { readonly here: string };

function Another({ view }: { view: View }) {
  const words = useWords().nominations.own;
  return (
    <Notice kind="warn" lead={words.another}>
      <p>{words.anotherText(view.email)}</p>
      <ButtonLink size="small" to="/account">
        {words.toAccount}
      </ButtonLink>
    </Notice>
  );
}

function Accept({ view, refusal }: { view: View; refusal: Refusal | undefined }) {
  const { nominations, dates } = useWords();
  const words = nominations.own;
  const { entries, opens, closes, known, own, email, kind, name, proves, here } = view;
  if (entries === 'over') return <p className="soft">{words.over_(dates.full(closes))}</p>;
  if (view.forAnother) return <Another view={view} />;
  if (!own && !proves)
    return (
      <Section title={words.accept}>
        <Stack>
          <p className="read">{words.oldLink(email)}</p>
          <ButtonLink kind="main" to={`/sign-in?to=${here}`}>
            {words.signIn}
          </ButtonLink>
        </Stack>
      </Section>
    );
  return (
    <Section title={words.accept}>
      <Form act="accept" refusal={refusal} names={{ name: words.name }}>
        <p className="read">
          {entries === 'later' ? words.acceptLater(dates.full(opens), dates.full(closes)) : words.acceptText(dates.full(closes))}
        </p>
        <p className="soft">{known ? words.account(email) : words.newAccount(email)}</p>
        {!known && !own && (
          <TextField name="name" label={words.name} hint={words.nameHint} value={kind === 'person' ? name : ''} autoComplete="name" />
        )}
        <Button kind="main">{words.acceptGo}</Button>
      </Form>
    </Section>
  );
}

/** Accepted: on to the application, or back when it may be begun. */
function Accepted({ view, refusal }: { view: View; refusal: Refusal | undefined }) {
  const { nominations, dates } = useWords();
  const words = nominations.own;
  const { entry, own, begun, entries, opens, here } = view;
  return (
    <>
      <Notice kind="ok" lead={words.accepted}>
        <p>{begun || entries !== 'later' ? words.acceptedText : words.acceptedLater(dates.full(opens))}</p>
      </Notice>
      {entry !== null && (
        <ButtonLink kind="main" to={`/entries/${entry}`}>
          {words.toEntry}
        </ButtonLink>
      )}
      {own && entry === null && entries === 'open' && (
        <Form act="accept" refusal={refusal}>
          <Button kind="main">{words.begin}</Button>
        </Form>
      )}
      {!own && (view.forAnother ? <Another view={view} /> : <ButtonLink to={`/sign-in?to=${here}`}>{words.signIn}</ButtonLink>)}
    </>
  );
}

export default function Own() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { organisationName } = useVisitor();
  const words = useWords().nominations.own;
  const { state, corrected } = view;
  return (
    <AccountPage title={[words.title(view.award)]}>
      <Stack space="wide">
        <PageHead title={words.title(view.award)} over={words.over} text={words.lead(view.name, view.categoryName)} />
        {corrected && !refused && (
          <Notice kind="ok" live>
            {words.corrected}
          </Notice>
        )}
        {state === 'accepted' && <Accepted view={view} refusal={refusalOf(refused, 'accept')} />}
        {state === 'declined' && (
          <Notice kind="ok" lead={words.declined}>
            <p>{words.declinedText}</p>
          </Notice>
        )}
        <Said said={view.said} />
        {state !== 'accepted' && <Accept view={view} refusal={refusalOf(refused, 'accept')} />}
        {state !== 'accepted' && state !== 'declined' && <Decline refusal={refusalOf(refused, 'decline')} />}
        {state !== 'accepted' && <Correct view={view} refusal={refusalOf(refused, 'correct')} />}
        <Section title={words.privacy}>
          <div className="read stack-2">
            {words.privacyText(organisationName, view.kept).map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </Section>
      </Stack>
    </AccountPage>
  );
}
