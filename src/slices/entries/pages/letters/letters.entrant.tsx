import { useActionData, useLoaderData } from 'react-router';
import { letterLimits } from '#core/entries/asking/letters.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EntrantPage } from '#shells/entrant.tsx';
import { useWords } from '#shells/words.tsx';
import { askForLetter, remindReferee, withdrawLetterRequest } from '#slices/entries/index.ts';
import { lettersPage } from '#slices/entries/letters/views.ts';
import { AskedLetters, AskForLetter } from '#slices/entries/parts/letters/asked.tsx';
import { linkTokenOf } from '#slices/people/index.ts';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

const saids = ['sent', 'reminded', 'withdrawn'] as const;

export const loader = load(async (ctx, { params, url }) => ({
  ...(await lettersPage(ctx, params.entry ?? '')),
  said: saids.find((one) => url.searchParams.has(one)),
  to: url.searchParams.get('sent') ?? '',
}));

const page = (entry: string | undefined, said: string) => `/entries/${entry}/letters?${said}`;

export const action = act({
  ask: post(askForLetter, {
    input: ({ params, values, key }) => {
      const { email = '', name = '', relation = '', message = '' } = values;
      const token = linkTokenOf(key, email);
      return { entry: params.entry ?? '', email, name, relation, message, confidential: values.kind !== 'open', token };
    },
    done: (_result, { params, values }) => page(params.entry, `sent=${encodeURIComponent(values.email ?? '')}`),
  }),
  remind: post(remindReferee, {
    input: ({ params, values: { request = '' }, key }) => ({ entry: params.entry ?? '', request, token: linkTokenOf(key, request) }),
    done: (_result, { params }) => page(params.entry, 'reminded'),
  }),
  withdraw: post(withdrawLetterRequest, {
    input: ({ params, values }) => ({ entry: params.entry ?? '', request: values.request ?? '' }),
    done: (_result, { params }) => page(params.entry, 'withdrawn'),
  }),
});

export default function LettersOfEntry() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { dates, entries, letters: words, shell } = useWords();
  const title = view.title || entries.untitled;
  const { programmeName, programmeSlug, name } = view.edition;
  const programme = { text: `${programmeName} ${name}`, to: `/p/${programmeSlug}` };
  const crumbs = [
    { to: '/home', text: entries.nav.home },
    { to: `/entries/${view.id}`, text: title },
  ];
  const items = [
    { to: '/home', text: entries.nav.home, current: true },
    { to: programme.to, text: entries.nav.programme },
  ];
  const until = dates.full(view.until);
  const when = view.inTime ? words.due(until) : view.over ? words.over(until) : words.out;
  const said = view.said === 'sent' ? words.sent(view.to) : view.said && words[view.said];
  return (
    <EntrantPage title={[words.title, title]} programme={programme} items={items}>
      <PageHead title={words.title} text={words.lead(letterLimits.open)} crumbs={<Crumbs label={shell.crumbs} items={crumbs} />} />
      <Stack space="wide">
        {!refused && said && (
          <Notice kind="ok" live>
            {said}
          </Notice>
        )}
        <Split kind="wide">
          <Stack>
            <p className="soft num">{when}</p>
            <AskedLetters
              letters={view.letters}
              refusals={{ remind: refusalOf(refused, 'remind'), withdraw: refusalOf(refused, 'withdraw') }}
            />
          </Stack>
          {view.mayAsk || refused ? (
            <AskForLetter refusal={refusalOf(refused, 'ask')} />
          ) : (
            <p className="soft">{view.maySend ? view.inTime && words.full(letterLimits.open) : words.onlySenders}</p>
          )}
        </Split>
      </Stack>
    </EntrantPage>
  );
}
