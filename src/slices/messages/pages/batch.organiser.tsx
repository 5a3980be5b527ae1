import { useActionData, useLoaderData } from 'react-router';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { batchPage } from '#slices/messages/batches/views.ts';
import { approveBatch, discardBatch, recallBatch, sendTest } from '#slices/messages/index.ts';
import { BatchActs, BatchFacts, BatchQuestion, RecallForm, useBatchLead } from '#slices/messages/parts/batch.tsx';
import { MailPage, mailPath } from '#slices/messages/parts/frame.tsx';
import { MailPreview, TestForm } from '#slices/messages/parts/preview.tsx';
import { Split, Stack } from '#ui/frames/frames.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

const where = ({ params }: Pick<PageArgs, 'params'>) => ({
  programme: params.programme ?? '',
  slug: params.edition ?? '',
  batch: params.batch ?? '',
});

export const loader = load(async (ctx, args) => ({
  ...(await batchPage(ctx, where(args), args.url.searchParams)),
  email: args.visitor.person?.email ?? '',
}));

const here = ({ params }: Pick<PageArgs, 'params'>) => `/manage/${params.programme}/${params.edition}/mail/batches/${params.batch}`;
const batch = ({ params }: Pick<PageArgs, 'params'>) => ({ batch: params.batch ?? '' });

export const action = act({
  approve: post(approveBatch, {
    input: (args) => ({ ...batch(args), count: args.values.count ?? '' }),
    done: (_result, args) => `${here(args)}?released`,
  }),
  recall: post(recallBatch, { input: batch, done: (_result, args) => `${here(args)}?recalled` }),
  discard: post(discardBatch, { input: batch, done: (_result, args) => `${here(args)}?discarded` }),
  test: post(sendTest, {
    input: async (args) => {
      const { edition, batch: row } = await batchPage(args.visitor.ctx, where(args), new URLSearchParams());
      return { edition: edition.id, mail: row.mail, subject: row.subject, body: row.body, as: args.values.as ?? '' };
    },
    done: (_result, args) => `${here(args)}?tested&as=${args.values.as ?? ''}`,
  }),
});

export default function Batch() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { mailing, shell } = useWords();
  const words = mailing.batch;
  const { edition, said, mayChange } = view;
  const path = mailPath(edition);
  const crumbs = (
    <Crumbs label={shell.crumbs} items={[{ to: path, text: mailing.list.title }, { text: mailing.kindOf(view.batch.mail) }]} />
  );
  const refusal = (name: string) => refusalOf(refused, name);
  const told = { prepared: undefined, released: undefined, recalled: words.recalled, tested: words.tested, discarded: words.discarded };
  const released = said === 'released' && !refused && view.batch.state === 'released' && view.batch.begun === 0;
  const lead = useBatchLead(view);
  return (
    <MailPage
      edition={edition}
      title={lead.title}
      verdict
      over={mailing.kindOf(view.batch.mail)}
      crumbs={crumbs}
      {...(lead.text !== '' && { text: lead.text })}
      said={!refused && said ? told[said] : undefined}
    >
      {released && <Toast undo={<RecallForm refusal={refusal('recall')} />}>{words.released(view.batch.leaving)}</Toast>}
      {(view.asking || refusal('approve')) && (
        <BatchQuestion view={view} to={`${path}/batches/${view.batch.id}`} refusal={refusal('approve')} />
      )}
      <Split kind="wide">
        <MailPreview {...view} to={`${path}/batches/${view.batch.id}`} title={words.preview} />
        <Stack space="wide">
          {mayChange && <BatchActs view={view} to={`${path}/batches/${view.batch.id}`} toasted={released} refusalOf={refusal} />}
          <BatchFacts view={view} members={`${path}?batch=${view.batch.id}`} />
          {mayChange && view.batch.state === 'held' && <TestForm reader={view.reader} email={view.email} refusal={refusal('test')} />}
        </Stack>
      </Split>
    </MailPage>
  );
}
