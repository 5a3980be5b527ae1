/** Trials of what is done with mail: texts, senders, batches, what came back, and what people hear about. */
import {
  approveBatch,
  changeMailText,
  changeSender,
  chooseTopics,
  clearAddress,
  configureMail,
  discardBatch,
  noteReturn,
  prepareBatch,
  recallBatch,
  refuseTopic,
  resetMailText,
  retryMail,
  sendTest,
} from '#slices/messages/index.ts';
import { aSubmission, dates } from '#tests/support/season.ts';
import { batchPage } from '../../../../src/slices/messages/batches/views.ts';
import { offToken } from '../../../../src/slices/messages/topics/links.ts';
import { type Stage, slugNow } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { whileOpen } = dates;
configureMail({ smtpUrl: undefined, mailFrom: 'Plaudit <plaudit@example.org>', url: 'http://localhost' }, 'a secret that only tests use');

const manager = (stage: Stage) => stage.as(stage.manager, { clock: whileOpen });
const letter = { mail: 'entries.letter', subject: 'News', body: '{greeting}' };

async function letterIn(stage: Stage): Promise<{ edition: Stage['edition'] } & typeof letter> {
  await aSubmission(stage);
  return { edition: stage.edition, ...letter };
}

/** With the number its page shows: whoever an earlier trial left without news is not in it. */
async function heldBatch(stage: Stage): Promise<{ batch: string; count: number }> {
  const { batch } = await prepareBatch(manager(stage), await letterIn(stage));
  const page = await batchPage(manager(stage), { programme: await slugNow(stage), slug: stage.editionSlug, batch }, new URLSearchParams());
  return { batch, count: page.batch.leaving };
}

async function leavingBatch(stage: Stage): Promise<{ batch: string }> {
  const { batch } = await approveBatch(manager(stage), await heldBatch(stage));
  return { batch };
}

const one = async <T extends object>(stage: Stage, statement: string, values: unknown[]): Promise<T | undefined> =>
  (await stage.database.owner.pool.query<T>(statement, values)).rows[0];

/** A mail of the programme, as somebody's mail server would have left it. */
async function aMailThat(stage: Stage, state: string): Promise<{ id: string; recipient: string }> {
  const { batch } = await leavingBatch(stage);
  const mail = await one<{ id: string; recipient: string }>(
    stage,
    `update plaudit.outbox set state = $3 where organisation_id = $1 and id =
       (select id from plaudit.outbox where organisation_id = $1 and batch_id = $2 limit 1) returning id, recipient`,
    [stage.organisation, batch, state],
  );
  return mail ?? { id: '', recipient: '' };
}

async function versionIn(stage: Stage, table: 'mail_texts' | 'mail_senders'): Promise<number> {
  const key = table === 'mail_texts' ? `edition_id = $2 and mail = 'entries.receipt'` : 'programme_id = $2';
  const of = table === 'mail_texts' ? stage.edition : stage.programme;
  const row = await one<{ version: number }>(stage, `select version from plaudit.${table} where organisation_id = $1 and ${key}`, [
    stage.organisation,
    of,
  ]);
  return row?.version ?? 0;
}

const receipt = async (stage: Stage) => ({
  edition: stage.edition,
  mail: 'entries.receipt',
  version: await versionIn(stage, 'mail_texts'),
});

export const mailTrials: readonly Trial[] = [
  trial(prepareBatch, whileOpen, letterIn),
  trial(approveBatch, whileOpen, heldBatch),
  trial(recallBatch, whileOpen, leavingBatch),
  trial(discardBatch, whileOpen, async (stage) => ({ batch: (await heldBatch(stage)).batch })),
  trial(sendTest, whileOpen, letterIn),
  trial(changeMailText, whileOpen, async (stage) => ({ ...(await receipt(stage)), subject: 'Ours', body: '{title}' })),
  trial(resetMailText, whileOpen, receipt),
  trial(changeSender, whileOpen, async (stage) => {
    return {
      programme: stage.programme,
      version: await versionIn(stage, 'mail_senders'),
      name: 'The Handbell Awards',
      address: '',
      replyTo: '',
    };
  }),
  trial(retryMail, whileOpen, async (stage) => ({ mail: (await aMailThat(stage, 'refused')).id })),
  trial(noteReturn, whileOpen, async (stage) => ({ mail: (await aMailThat(stage, 'kept')).id, status: '5.1.1', diagnostic: 'nobody' }), {
    role: 'jobs',
  }),
  trial(clearAddress, whileOpen, async (stage) => {
    const { recipient } = await aMailThat(stage, 'kept');
    await stage.database.owner.pool.query(
      `insert into plaudit.mail_returns (organisation_id, address, hard, returns, reason, first_at, last_at)
       values ($1, $2, true, 1, 'nobody', now(), now()) on conflict do nothing`,
      [stage.organisation, recipient.toLowerCase()],
    );
    return { programme: stage.programme, address: recipient };
  }),
  trial(chooseTopics, whileOpen, () => ({ reminders: true, news: false })),
  trial(refuseTopic, whileOpen, async (stage) => ({ token: offToken(stage, (await aMailThat(stage, 'kept')).id) })),
];
