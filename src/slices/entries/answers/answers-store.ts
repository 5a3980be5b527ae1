/** Every statement that reads or writes what entries answered. */
import type { Answers } from '#core/forms/answer-shapes.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';

/** What several entries answer now, by entry, to these fields or to all; null is what was emptied. */
export async function answersOf(ctx: Ctx, entries: readonly EntryId[], fields?: readonly string[]): Promise<ReadonlyMap<EntryId, Answers>> {
  if (entries.length === 0 || fields?.length === 0) return new Map();
  let query = ctx.db
    .selectFrom('entry_answers')
    .distinctOn(['entry_id', 'field'])
    .select(['entry_id', 'field', 'answer'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', 'in', [...entries])
    .orderBy('entry_id')
    .orderBy('field')
    .orderBy('version', 'desc');
  if (fields) query = query.where('field', 'in', [...fields]);
  const rows = await query.execute();
  const given = Map.groupBy(rows, ({ entry_id }) => entry_id);
  return new Map(
    [...given].map(([entry, answers]) => [
      entry,
      Object.fromEntries(answers.flatMap(({ field, answer }) => (answer === null ? [] : [[field, answer]]))),
    ]),
  );
}

/** Undefined: emptied. */
export type Change = readonly [field: string, answer: unknown];

/** The caller holds the entry, and `version` is the one it comes to by these changes. */
export async function insertAnswers(
  ctx: Ctx,
  entry: EntryId,
  { version, by, changes }: { readonly version: number; readonly by: PersonId; readonly changes: readonly Change[] },
): Promise<void> {
  if (changes.length === 0) return;
  const saved = { organisation_id: ctx.organisation, entry_id: entry, version, saved_by: by, saved_at: ctx.now };
  const rows = changes.map(([field, answer]) => ({ ...saved, field, answer: answer === undefined ? null : JSON.stringify(answer) }));
  await ctx.db.insertInto('entry_answers').values(rows).execute();
}
