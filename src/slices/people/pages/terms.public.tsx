import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { acceptedTerms, acceptTerms, currentTerms, onwardPath } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { visitor }) => ({
  organisation: visitor.organisationName,
  terms: await currentTerms(ctx),
  accepted: await acceptedTerms(ctx),
  person: visitor.person !== undefined,
}));

export const action = act({
  agree: post(acceptTerms, {
    input: ({ values }) => ({ versions: { terms: Number(values.terms ?? 0), privacy: Number(values.privacy ?? 0) } }),
    done: (_result, { url }) => onwardPath(url.searchParams.get('to')),
  }),
});

export default function TermsPage() {
  const { organisation, terms, accepted, person } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { account, dates } = useWords();
  const words = account.terms;
  const agreedTo = (kind: string, version: number) => accepted.find((one) => one.kind === kind && one.version === version);
  const due = person && terms.some(({ kind, version }) => !agreedTo(kind, version));
  return (
    <AccountPage title={[words.both]}>
      <Stack space="wide">
        <PageHead title={words.both} text={words.lead(organisation)} />
        {terms.length === 0 && <Notice>{words.none}</Notice>}
        {terms.map(({ kind, version, body, since }, i) => {
          const agreed = agreedTo(kind, version);
          return (
            <Section key={kind} title={words.title[kind]} first={i === 0}>
              <Stack>
                <p className="t-sm faint">
                  {words.version(version, dates.day(since))} {agreed && words.agreed(version, dates.day(agreed.at))}
                </p>
                <Prose text={body} />
              </Stack>
            </Section>
          );
        })}
        {due && (
          <Form act="agree" refusal={refusalOf(refused, 'agree')}>
            {terms.map(({ kind, version }) => (
              <input key={kind} type="hidden" name={kind} value={version} />
            ))}
            <Button kind="main">{words.agree}</Button>
          </Form>
        )}
      </Stack>
    </AccountPage>
  );
}
