/** Reads of the local mailbox. */

import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { renderMail } from '#platform/mails.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { wordsFor } from '#words/index.ts';
import { mailSettings } from './transport.ts';

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

async function mails(ctx: Ctx, reader: Reader, limit: number): Promise<MailView[]> {
  const rows = await ctx.db
    .selectFrom('outbox')
    .selectAll()
    .where('organisation_id', '=', ctx.organisation)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const text = renderMail(row.mail, row.data as Record<string, string>, { words: wordsFor(ctx.language), url: mailSettings().url });
    const shown = row.state !== 'sent' && (reader === 'machine' || row.mail !== 'people.sign-in-link');
    return {
      id: row.id,
      to: row.recipient,
      state: row.state,
      at: row.created_at.toISOString(),
      subject: text.subject,
      text: shown ? text.text : null,
      error: row.last_error,
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
