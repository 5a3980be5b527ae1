import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { chooseTopics } from '#slices/messages/index.ts';
import { ownTopics } from '#slices/messages/topics/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Check } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { visitor, url }) => ({
  topics: await ownTopics(ctx),
  organisation: visitor.organisationName,
  saved: url.searchParams.has('saved'),
}));

export const action = act({
  choose: post(chooseTopics, {
    input: ({ values }) => ({ reminders: values.reminders === 'on', news: values.news === 'on' }),
    done: () => '/account/mail?saved',
  }),
});

export default function Topics() {
  const { topics, organisation, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { mailing, account, shell } = useWords();
  const words = mailing.own;
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: '/account', text: account.title }, { text: words.title }]} />;
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} crumbs={crumbs} text={words.lead(organisation)} />
        {saved && !refused && (
          <Notice kind="ok" live>
            {words.saved}
          </Notice>
        )}
        <Section title={words.needed} first>
          <p className="soft">{words.neededText}</p>
        </Section>
        <Section title={words.choose}>
          <Form act="choose" refusal={refusalOf(refused, 'choose')}>
            <Check name="reminders" label={words.topics.reminders.label} hint={words.topics.reminders.hint} checked={topics.reminders} />
            <Check name="news" label={words.topics.news.label} hint={words.topics.news.hint} checked={topics.news} />
            <Button kind="main">{words.save}</Button>
          </Form>
        </Section>
      </Stack>
    </AccountPage>
  );
}
