import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { proofWanted } from '#slices/people/index.ts';
import {
  askForCopyOf,
  liftHold,
  orderErasure,
  placeHold,
  privacyForAdministrator,
  setTimer,
  startTimer,
  withdrawRequest,
} from '#slices/privacy/index.ts';
import { Holds } from '#slices/privacy/parts/holds.tsx';
import { AskFor, Requests, TakeQuestion } from '#slices/privacy/parts/requests.tsx';
import { LetGoQuestion, Timers } from '#slices/privacy/parts/timers.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { url }) => {
  const view = await privacyForAdministrator(ctx);
  return {
    ...view,
    proof: await proofWanted(ctx),
    taken: view.requests.find(({ id, state, onBehalf }) => id === url.searchParams.get('take') && state === 'ready' && onBehalf),
    question: view.timers.find(({ name, due }) => name === url.searchParams.get('let-go') && due > 0),
    saved: url.searchParams.get('saved'),
  };
});

const done = (what: string) => () => `/manage/privacy?saved=${what}`;
const subjectOf = ({ values: { email = '', reason = '' } }: { values: Readonly<Record<string, string>> }) => ({ email, reason });

export const action = act({
  copy: post(askForCopyOf, { input: subjectOf, done: done('asked') }),
  erase: post(orderErasure, { input: subjectOf, done: done('asked') }),
  withdraw: post(withdrawRequest, { input: ({ values }) => ({ request: values.request ?? '' }), done: done('saved') }),
  timer: post(setTimer, {
    input: ({ values }) => ({ timer: values.timer ?? '', programme: '', days: values.days ?? '', automatic: values.automatic === 'yes' }),
    done: done('saved'),
  }),
  'own-timer': post(setTimer, {
    input: ({ values: { timer = '', programme = '', days = '' } }) => ({ timer, programme, days, automatic: false }),
    done: done('saved'),
  }),
  'let-go': post(startTimer, { input: ({ values }) => ({ timer: values.timer ?? '', count: values.count ?? '' }), done: done('started') }),
  hold: post(placeHold, { input: ({ values }) => ({ on: values.on ?? '', reason: values.reason ?? '' }), done: done('placed') }),
  lift: post(liftHold, { input: ({ values }) => ({ hold: values.hold ?? '' }), done: done('lifted') }),
});

export default function Privacy() {
  const { requests, timers, programmes, holds, proof, taken, question, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { privacy, system } = useWords();
  const words = privacy.manage;
  const said: Readonly<Record<string, string>> = { asked: words.asked, started: words.started, placed: words.placed, lifted: words.lifted };
  const refusal = (name: string) => refusalOf(refused, name);
  return (
    <OrganiserPage title={[words.title]} items={system.nav.map((item) => ({ ...item, current: item.to === '/manage/privacy' }))}>
      {taken && <TakeQuestion request={taken} proof={proof} />}
      {question && <LetGoQuestion timer={question} proof={proof} refusal={refusal('let-go')} />}
      <PageHead title={words.title} text={words.lead} />
      <Stack space="wide">
        {saved && !refused && (
          <Notice kind="ok" live>
            {said[saved] ?? words.saved}
          </Notice>
        )}
        <Requests requests={requests} refusal={refusal('withdraw')} />
        <AskFor proof={proof} refusal={refusal('copy') ?? refusal('erase')} />
        <Timers timers={timers} programmes={programmes} refusal={refusal('timer')} own={refusal('own-timer')} />
        <Holds holds={holds} place={refusal('hold')} lift={refusal('lift')} />
      </Stack>
    </OrganiserPage>
  );
}
