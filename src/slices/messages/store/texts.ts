/** Every statement that writes an edition's own words for its mails. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';

export type OwnText = { readonly subject: string; readonly body: string };
type TextOf = { readonly edition: EditionId; readonly mail: string; readonly by: PersonId };

/**
 * Without own words every column but the version says that the standing ones count. `seen` is the version the writer saw, 0 where there
 * was none; false when another one is there by now, and then nothing was written.
 */
export async function markText(ctx: Ctx, { edition, mail, by }: TextOf, text: OwnText | undefined, seen: number): Promise<boolean> {
  const row = { subject: text?.subject ?? null, body: text?.body ?? null, changed_by: by, changed_at: ctx.now };
  const written = await ctx.db
    .insertInto('mail_texts')
    .values({ organisation_id: ctx.organisation, edition_id: edition, mail, ...row })
    .onConflict((c) =>
      c
        .columns(['organisation_id', 'edition_id', 'mail'])
        .doUpdateSet({ ...row, version: sql`mail_texts.version + 1` })
        .where('mail_texts.version', '=', seen),
    )
    .returning('version')
    .executeTakeFirst();
  return written !== undefined;
}
