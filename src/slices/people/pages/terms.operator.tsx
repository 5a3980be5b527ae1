import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { currentTerms, proofWanted, publishTerms } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';

export const handle = { js: false };

export const loader = load(async (ctx) => ({ terms: await currentTerms(ctx), proof: await proofWanted(ctx) }));

const publish = (kind: 'terms' | 'privacy') =>
  post(publishTerms, { input: ({ values }) => ({ kind, body: values.body ?? '' }), done: () => '/manage/terms' });

export const action = act({ terms: publish('terms'), privacy: publish('privacy') });

export default function ManageTerms() {
  const { terms, proof } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { account, system } = useWords();
  const words = account.terms;
  return (
    <OrganiserPage title={[words.manage]} items={system.nav.map((item) => ({ ...item, current: item.to === '/manage/terms' }))}>
      <Stack space="wide">
        <PageHead title={words.manage} text={words.manageLead} />
        {(['terms', 'privacy'] as const).map((kind, i) => {
          const current = terms.find((one) => one.kind === kind);
          return (
            <Section
              key={kind}
              title={words.write[kind]}
              first={i === 0}
              aside={current ? words.published(current.version) : words.unpublished}
            >
              <Form act={kind} proof={proof} refusal={refusalOf(refused, kind)} names={{ body: words.text }}>
                <TextArea name="body" label={words.text} hint={words.writeHint} value={current?.body} rows={10} />
                <p className="soft t-sm">{words.effect}</p>
                <Button>{words.publish}</Button>
              </Form>
            </Section>
          );
        })}
      </Stack>
    </OrganiserPage>
  );
}
