/** Every statement that writes as whom a programme sends. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';

export type SenderRow = { readonly name: string; readonly address: string | null; readonly replyTo: string | null };

type SenderOf = { readonly programme: ProgrammeId; readonly by: PersonId };

/** `seen` as for texts: false when another version is there by now. */
export async function markSender(
  ctx: Ctx,
  { programme, by }: SenderOf,
  { name, address, replyTo }: SenderRow,
  seen: number,
): Promise<boolean> {
  const row = { name, address, reply_to: replyTo, changed_by: by, changed_at: ctx.now };
  const written = await ctx.db
    .insertInto('mail_senders')
    .values({ organisation_id: ctx.organisation, programme_id: programme, ...row })
    .onConflict((c) =>
      c
        .columns(['organisation_id', 'programme_id'])
        .doUpdateSet({ ...row, version: sql`mail_senders.version + 1` })
        .where('mail_senders.version', '=', seen),
    )
    .returning('version')
    .executeTakeFirst();
  return written !== undefined;
}
