import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { likelyPairs } from '#slices/companies/duplicates/likely.ts';
import { dismissPair, reopenPair } from '#slices/companies/index.ts';
import { companyCounts } from '#slices/companies/lists/lists.ts';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { Pair } from '#slices/companies/parts/pair.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

const path = '/manage/companies/duplicates';

export const loader = load(async (ctx, { url: { searchParams } }) => {
  const dismissed = searchParams.has('dismissed');
  const after = searchParams.get('after') ?? undefined;
  const [first, second] = (searchParams.get('settled') ?? '').split(' ');
  return {
    ...(await likelyPairs(ctx, { dismissed, after })),
    counts: await companyCounts(ctx),
    dismissed,
    later: after !== undefined,
    settled: first && second ? { first, second } : undefined,
    reopened: searchParams.has('reopened'),
  };
});

const input = ({ values: { first = '', second = '' } }: { values: Readonly<Record<string, string>> }) => ({ first, second });

export const action = act({
  dismiss: post(dismissPair, { input, done: ({ first, second }) => `${path}?settled=${first}+${second}` }),
  reopen: post(reopenPair, { input, done: () => `${path}?reopened` }),
});

type View = Awaited<ReturnType<typeof loader>>;

function Said({ view }: { view: View }) {
  const words = useWords().companies.pairs;
  const { settled, reopened } = view;
  if (settled) {
    const undo = (
      <Form act="reopen" id="undo" stacked={false}>
        <input type="hidden" name="first" value={settled.first} />
        <input type="hidden" name="second" value={settled.second} />
        <Button size="small">{words.undo}</Button>
      </Form>
    );
    return <Toast undo={undo}>{words.dismissedToast}</Toast>;
  }
  if (!reopened) return null;
  return (
    <Notice kind="ok" live>
      {words.reopened}
    </Notice>
  );
}

function Pages({ view }: { view: View }) {
  const words = useWords().companies.pairs;
  const { next, later, dismissed } = view;
  if (!next && !later) return null;
  const here = dismissed ? `${path}?dismissed` : path;
  const ahead = next && `${path}?${dismissed ? 'dismissed&' : ''}after=${next}`;
  return (
    <Pager
      label={words.pages}
      where=""
      before={{ label: words.first, to: later ? here : undefined }}
      after={{ label: words.next, to: ahead }}
    />
  );
}

export default function Duplicates() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().companies.pairs;
  const { pairs, counts, dismissed, mayChange } = view;
  const refusal = refusalOf(refused, dismissed ? 'reopen' : 'dismiss');
  const tabs = [
    { to: path, text: words.open, count: counts.pairs, current: !dismissed },
    { to: `${path}?dismissed`, text: words.dismissed, count: counts.dismissed, current: dismissed },
  ];
  return (
    <CompaniesPage part="pairs" title={[words.title]}>
      <PageHead title={words.lead(counts.pairs)} verdict over={words.title} text={words.text} />
      <Stack space="wide">
        {!refused && <Said view={view} />}
        <Tabs label={words.tabs} items={tabs} />
        {pairs.length === 0 && (
          <Empty title={dismissed ? words.noneDismissed : words.none}>{dismissed ? words.noneDismissedText : words.noneText}</Empty>
        )}
        {pairs.map((pair, i) => (
          <Pair
            key={pair.first.id + pair.second.id}
            pair={pair}
            mayChange={mayChange}
            dismissed={dismissed}
            refusal={refusal}
            first={i === 0}
          />
        ))}
        <Pages view={view} />
      </Stack>
    </CompaniesPage>
  );
}
