/** Every statement that writes an edition's own words for its mails. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';

export type OwnText = { readonly subject: string; readonly body: string };

/** Without own words every column but the version says that the standing ones count. Version 0: there never were any. */
export async function markText(ctx: Ctx, edition: EditionId, mail: string, by: PersonId, text: OwnText | undefined): Promise<void> {
  const row = { subject: text?.subject ?? null, body: text?.body ?? null, changed_by: by, changed_at: ctx.now };
  await ctx.db
    .insertInto('mail_texts')
    .values({ organisation_id: ctx.organisation, edition_id: edition, mail, ...row })
    .onConflict((c) => c.columns(['organisation_id', 'edition_id', 'mail']).doUpdateSet({ ...row, version: sql`mail_texts.version + 1` }))
    .execute();
}
