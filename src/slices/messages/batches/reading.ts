/** Texts of batches, for lists of mails. */
import type { Ctx } from '#platform/context.ts';
import type { OwnText } from '../store/texts.ts';

export async function batchTextsOf(
  ctx: Ctx,
  rows: readonly { readonly batch_id: string | null }[],
): Promise<(batch: string) => OwnText | undefined> {
  const batches = [...new Set(rows.flatMap(({ batch_id }) => batch_id ?? []))];
  if (batches.length === 0) return () => undefined;
  const found = await ctx.db
    .selectFrom('mail_batches')
    .select(['id', 'subject', 'body'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', 'in', batches)
    .execute();
  const byId = new Map(found.map(({ id, ...text }) => [id, text]));
  return (batch) => byId.get(batch);
}
