import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { setZone } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Row, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(async (_ctx, { visitor, url }) => ({
  zone: visitor.zone,
  zones: Intl.supportedValuesOf('timeZone'),
  saved: url.searchParams.has('saved'),
}));

export const action = act({
  zone: post(setZone, { input: ({ values }) => ({ zone: values.zone ?? '' }), done: () => '/account/zone?saved' }),
});

export default function Zone() {
  const { zone, zones, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { account, go, dates, shell } = useWords();
  const words = go.zone;
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead
          title={words.title}
          text={words.lead}
          crumbs={<Crumbs label={shell.crumbs} items={[{ to: '/account', text: account.title }, { text: words.title }]} />}
        />
        {saved && !refused && (
          <Notice kind="ok" live>
            {zone === undefined ? words.forgotten : words.saved(dates.cityOf(zone))}
          </Notice>
        )}
        <Form act="zone" refusal={refusalOf(refused, 'zone')}>
          <Select
            name="zone"
            label={words.label}
            empty={words.none}
            options={zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
            {...(zone !== undefined && { value: zone })}
          />
          <Row>
            <Button kind="main">{words.save}</Button>
          </Row>
        </Form>
      </Stack>
    </AccountPage>
  );
}
