import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import {
  changeWebhook,
  deleteWebhook,
  deliveriesOf,
  hideWebhookSecret,
  renewWebhookSecret,
  replayDeliveries,
  secretOf,
  testWebhook,
  webhookForReader,
} from '#slices/integrations/index.ts';
import { chosenKinds } from '#slices/integrations/schemas.ts';
import { kindsToTell } from '#slices/integrations/webhooks/kinds.ts';
import { programmeForManager } from '#slices/programmes/index.ts';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';
import { Deliveries } from '../parts/deliveries.tsx';
import { WebhookActs, WebhookSecret, WebhookSettings } from '../parts/webhook.tsx';
import { StateTag } from '../parts/webhooks.tsx';

export const handle = { js: false };

const said = ['added', 'saved', 'tested', 'renewed', 'replayed', 'hidden'] as const;
const states = ['waiting', 'delivered', 'failed'] as const;
const pageSize = 20;

export const loader = load(async (ctx, { params, url }) => {
  const id = params.webhook ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) throw problem('general.not-found');
  const webhook = await webhookForReader(ctx, id);
  if (webhook.programme !== params.programme) throw problem('general.not-found');
  const { name: programmeName } = await programmeForManager(ctx, webhook.programme);
  const state = states.find((one) => one === url.searchParams.get('state'));
  const before = Number(url.searchParams.get('before')) || undefined;
  const { deliveries, next } = await deliveriesOf(ctx, id, { state, before, limit: pageSize });
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    programmeName,
    webhook: {
      ...webhook,
      createdAt: iso(webhook.createdAt),
      failingSince: iso(webhook.failingSince),
      lastDelivery: iso(webhook.lastDelivery),
    },
    deliveries: deliveries.map(({ at, dueAt, settledAt, ...one }) => ({
      ...one,
      at: at.toISOString(),
      dueAt: iso(dueAt),
      settledAt: iso(settledAt),
    })),
    kinds: [...kindsToTell],
    state,
    next,
    said: said.find((one) => one === url.searchParams.get('said')),
  };
});

const webhookIn = ({ params }: FormArgs) => ({ webhook: params.webhook ?? '' });
const back =
  (word: string) =>
  (_result: unknown, { params }: FormArgs) =>
    `/manage/${params.programme}/webhooks/${params.webhook}?said=${word}`;

export const action = act({
  change: post(changeWebhook, {
    input: (args) => {
      const { address = '', note = '', kinds = '', version = '', state } = args.values;
      const chosen = { kinds: chosenKinds(kinds.split('\n')), state: state === 'on' ? ('on' as const) : ('off' as const) };
      return { ...webhookIn(args), version: Number(version), address, note, ...chosen };
    },
    done: back('saved'),
  }),
  test: post(testWebhook, { input: webhookIn, done: back('tested') }),
  renew: post(renewWebhookSecret, {
    input: (args) => ({ ...webhookIn(args), secret: secretOf(args.key, args.params.webhook ?? '') }),
    done: back('renewed'),
  }),
  hide: post(hideWebhookSecret, { input: webhookIn, done: back('hidden') }),
  replay: post(replayDeliveries, {
    input: (args) => ({ ...webhookIn(args), ...(args.values.event && { event: args.values.event }) }),
    done: back('replayed'),
  }),
  delete: post(deleteWebhook, { input: webhookIn, done: (_result, { params }) => `/manage/${params.programme}/webhooks?deleted` }),
});

export default function WebhookPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { webhooks: words, dates, shell } = useWords();
  const { webhook } = view;
  const host = URL.canParse(webhook.address) ? new URL(webhook.address).host : webhook.address;
  const programme = { text: view.programmeName, to: `/manage?programme=${webhook.programme}` };
  const way = [programme, { to: `/manage/${webhook.programme}/webhooks`, text: words.title }, { text: host }];
  return (
    <OrganiserPage title={[host, words.title]} programme={programme}>
      <PageHead
        title={host}
        text={webhook.note === '' ? undefined : webhook.note}
        crumbs={<Crumbs label={shell.crumbs} items={way} />}
        acts={<StateTag state={webhook.state} />}
      />
      <Stack space="wide">
        {view.said && !refused && (
          <Notice kind="ok" live>
            {words[view.said]}
          </Notice>
        )}
        {webhook.state === 'failed' && <Notice kind="bad">{words.failedNotice}</Notice>}
        {webhook.state === 'on' && webhook.failingSince && <Notice kind="warn">{words.failing(dates.full(webhook.failingSince))}</Notice>}
        {webhook.secret !== undefined && <WebhookSecret secret={webhook.secret} refusal={refusalOf(refused, 'hide')} />}
        <Split kind="wide">
          <Deliveries
            webhook={webhook}
            deliveries={view.deliveries}
            state={view.state}
            next={view.next}
            refusal={refusalOf(refused, 'replay')}
          />
          {webhook.mayChange && (
            <Stack space="wide">
              <WebhookSettings webhook={webhook} kinds={view.kinds} refusal={refusalOf(refused, 'change')} />
              <WebhookActs
                refusals={{ test: refusalOf(refused, 'test'), renew: refusalOf(refused, 'renew'), delete: refusalOf(refused, 'delete') }}
              />
            </Stack>
          )}
        </Split>
      </Stack>
    </OrganiserPage>
  );
}
