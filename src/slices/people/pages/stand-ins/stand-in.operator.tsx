import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { beginStandIn, proofWanted, standInsByMe } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { StandIns } from '../../parts/stand-ins.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { url }) => ({
  past: await standInsByMe(ctx),
  proof: await proofWanted(ctx),
  email: url.searchParams.get('email') ?? '',
  saved: url.searchParams.has('saved'),
}));

export const action = act({
  begin: post(beginStandIn, {
    input: ({ values }) => ({ email: values.email ?? '', reason: values.reason ?? '' }),
    done: () => '/home',
  }),
});

export default function BeginStandIn() {
  const { past, proof, email, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { standIns: words, system } = useWords();
  const names = { email: words.email, reason: words.reason };
  return (
    <OrganiserPage title={[words.title]} items={system.nav.map((item) => ({ ...item, current: item.to === '/manage/stand-in' }))}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.lead} />
        {saved && !refused && (
          <Notice kind="ok" live>
            {words.stopped}
          </Notice>
        )}
        <Section title={words.begin} first>
          <Form act="begin" proof={proof} refusal={refusalOf(refused, 'begin')} names={names}>
            <p className="soft measure">{words.effect}</p>
            <TextField name="email" type="email" label={names.email} value={email} />
            <TextArea name="reason" label={names.reason} hint={words.reasonHint} rows={3} />
            <Button kind="main">{words.go}</Button>
          </Form>
        </Section>
        <Section title={words.past}>
          <StandIns standIns={past} none={words.pastNone} />
        </Section>
      </Stack>
    </OrganiserPage>
  );
}
