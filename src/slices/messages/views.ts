/** Reads of the local mailbox. */

import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { editionMails, type MailData } from '#platform/mails.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { batchTextsOf } from './batches/reading.ts';
import { renderWith, settingFor } from './sending/rendering.ts';
import { ownTextsOf, standingText } from './texts/reading.ts';

export type MailView = {
  readonly id: string;
  readonly to: string;
  readonly state: string;
  readonly at: string;
  readonly subject: string;
  /** Null once sent (what it carried is gone) and for sign-in links, which are shown to whoever has the machine only. */
  readonly text: string | null;
  readonly error: string | null;
};

type Reader = 'page' | 'machine';

/** What it says, as far as that is known without asking as its reader: mail of a batch is made when it leaves. */
async function textsOf(ctx: Ctx, rows: readonly { readonly edition_id: EditionId | null; readonly mail: string }[]) {
  const editions = [...new Set(rows.flatMap(({ edition_id }) => edition_id ?? []))];
  const own = await ownTextsOf(ctx, editions);
  const standing = new Map([...editionMails()].map(([name, mail]) => [name, standingText(ctx, mail)]));
  return (edition: EditionId | null, mail: string) => own.get(`${edition} ${mail}`) ?? standing.get(mail);
}

async function mails(ctx: Ctx, reader: Reader, limit: number): Promise<MailView[]> {
  const rows = await ctx.db
    .selectFrom('outbox')
    .selectAll()
    .where('organisation_id', '=', ctx.organisation)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const [textOf, batchTextOf, setting] = [await textsOf(ctx, rows), await batchTextsOf(ctx, rows), settingFor(ctx)];
  return rows.map((row) => {
    const { id, mail, batch_id: batch, edition_id: edition } = row;
    const gone = row.state === 'sent' || row.state === 'bounced';
    const made = batch === null || row.state === 'kept';
    const data = row.data as MailData;
    const text =
      gone || !made ? undefined : renderWith({ mail, data }, batch === null ? textOf(edition, mail) : batchTextOf(batch), setting);
    const shown = text && (reader === 'machine' || mail !== 'people.sign-in-link');
    return {
      id,
      to: row.recipient,
      state: row.state,
      at: row.created_at.toISOString(),
      subject: row.subject ?? text?.subject ?? setting.words.mailing.kindOf(mail),
      text: shown ? text.text : made ? null : setting.words.messages.later,
      error: row.last_error && setting.words.mailing.reason(row.last_error),
    };
  });
}

/** How many mails wait for a decision after a restore. */
export async function heldCount(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<string>().as('held'))
    .where('organisation_id', '=', ctx.organisation)
    .where('held_for', '=', 'restore')
    .executeTakeFirst();
  return Number(row?.held ?? 0);
}

/** The newest mails for an administrator's page, and how many are held. */
export async function mailboxForAdministrator(ctx: Ctx): Promise<{ readonly mails: readonly MailView[]; readonly held: number }> {
  if (!(await isAdministrator(ctx))) throw problem('general.not-found');
  return { mails: await mails(ctx, 'page', 100), held: await heldCount(ctx) };
}

/** The newest mails for the command line: who has the machine has everything. */
export function mailboxForMachine(ctx: Ctx, limit: number): Promise<MailView[]> {
  return mails(ctx, 'machine', limit);
}

/** Whether a mail is one of this organisation, for reports of mail that came back. */
export async function sentMail(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('outbox')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
