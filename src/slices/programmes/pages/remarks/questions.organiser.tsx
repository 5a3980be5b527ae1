import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { decideRemark } from '#slices/programmes/index.ts';
import { DecidedToast, RemarkCard } from '#slices/programmes/parts/remark-cards.tsx';
import { remarkStateIn, remarksForManager } from '#slices/programmes/remarks/views.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params, url }) => remarksForManager(ctx, params.programme ?? '', url.searchParams));

export const action = act({
  decide: post(decideRemark, {
    input: ({ values: { remark = '', version = '', state, answer = '' } }) => ({ remark, version, state: remarkStateIn(state), answer }),
    // The next one stands where this one stood: the keyboard goes on from there.
    done: ({ remark, state, from }, { params, url }) => {
      const query = new URLSearchParams({ decided: `${remark} ${from} ${state}` });
      const shown = url.searchParams.get('state');
      if (shown) query.set('state', shown);
      return `/manage/${params.programme}/questions?${query}#queue`;
    },
  }),
});

export default function QuestionQueue() {
  const queue = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { remarks: all, screening } = useWords();
  const words = all.queue;
  const { programme, state, path, counts, remarks, first, next } = queue;
  const items = [
    { to: `/manage?programme=${programme.slug}`, text: screening.home.title },
    { to: path, text: words.nav, current: true },
  ];
  const tabs = (['waiting', 'shown', 'declined'] as const).map((one) => ({
    to: one === 'waiting' ? path : `${path}?state=${one}`,
    text: words.states[one],
    count: counts[one],
    current: one === state,
  }));
  return (
    <OrganiserPage title={[words.title, programme.name]} programme={{ text: programme.name, to: path }} items={items}>
      <PageHead
        title={words.lead(counts.waiting)}
        verdict
        over={words.title}
        text={words.text}
        acts={<ButtonLink to={`/p/${programme.slug}/questions`}>{words.public}</ButtonLink>}
      />
      <Stack space="wide">
        {!refused && <DecidedToast queue={queue} />}
        <Tabs label={words.tabs} items={tabs} />
        {remarks.length === 0 && <Empty title={words.none}>{words.noneText[state]}</Empty>}
        <div id="queue">
          {remarks.map((remark, i) => (
            <RemarkCard key={remark.id} queue={queue} remark={remark} refusal={refusalOf(refused, 'decide')} first={i === 0} />
          ))}
        </div>
        {(first || next) && (
          <Pager label={words.pages} where="" before={{ label: words.first, to: first }} after={{ label: words.next, to: next }} />
        )}
      </Stack>
    </OrganiserPage>
  );
}
