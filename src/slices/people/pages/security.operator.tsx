import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { factorNeeded, proofWanted, requireFactor } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { url }) => ({
  required: await factorNeeded(ctx),
  proof: await proofWanted(ctx),
  saved: url.searchParams.has('saved'),
}));

export const action = act({
  require: post(requireFactor, {
    input: ({ values }) => ({ required: values.required === 'yes' }),
    done: () => '/manage/security?saved',
  }),
});

export default function Security() {
  const { required, proof, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { factors, system } = useWords();
  const words = factors.security;
  return (
    <OrganiserPage title={[words.title]} items={system.nav.map((item) => ({ ...item, current: item.to === '/manage/security' }))}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead} />
        {saved && !refused && (
          <Notice kind="ok" live>
            {words.saved}
          </Notice>
        )}
        <Section title={words.administrators} first>
          <Form act="require" proof={proof} refusal={refusalOf(refused, 'require')}>
            <p className="measure">{required ? words.required : words.notRequired}</p>
            {!required && <p className="soft measure">{words.effect}</p>}
            <input type="hidden" name="required" value={required ? 'no' : 'yes'} />
            <Button>{required ? words.letGo : words.require}</Button>
          </Form>
        </Section>
      </Stack>
    </OrganiserPage>
  );
}
