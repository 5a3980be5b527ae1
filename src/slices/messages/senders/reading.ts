/** As whom a programme writes. */
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { mailSettings, type Sender, senderOf } from '../sending/settings.ts';
import type { SenderRow } from '../store/senders.ts';

export type SenderView = SenderRow & { readonly version: number };

/** Version 0: nobody has said anything yet. */
export async function senderRow(ctx: Ctx, programme: ProgrammeId): Promise<SenderView> {
  const row = await ctx.db
    .selectFrom('mail_senders')
    .select(['name', 'address', 'reply_to as replyTo', 'version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .executeTakeFirst();
  return row ?? { name: '', address: null, replyTo: null, version: 0 };
}

export type From = { readonly from: Sender; readonly replyTo: string | undefined; readonly returnTo: string };

/** `bounces+<id of the mail>@…` where reports are to come back to us, else the installation's own address (RFC 5321 §4.4). */
function returnAddress(installation: string, mail: string): string {
  const bounces = mailSettings().mailBounces;
  if (bounces === undefined) return installation;
  const at = bounces.lastIndexOf('@');
  return `${bounces.slice(0, at)}+${mail}${bounces.slice(at)}`;
}

export async function fromOf(ctx: Ctx, programme: ProgrammeId | null, mail: string): Promise<From> {
  const installation = senderOf(mailSettings().mailFrom);
  const returnTo = returnAddress(installation.address, mail);
  if (programme === null) return { from: installation, replyTo: undefined, returnTo };
  const row = await senderRow(ctx, programme);
  const from = { name: row.name || installation.name, address: row.address ?? installation.address };
  return { from, replyTo: row.replyTo ?? undefined, returnTo };
}
