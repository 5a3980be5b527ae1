/** What somebody may do to an entry that is shared with them, read at the moment it counts: what was taken away is gone with the next request. */
import type { Right } from '#core/entries/writers.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';

/** An entry as far as it decides who writes it. */
export type Shared = { readonly id: EntryId; readonly nextOf: EntryId | null };

/** A next version has the writers of the entry it is of. */
export const sharedAs = ({ id, nextOf }: Shared): EntryId => nextOf ?? id;

export async function rightOf(ctx: Ctx, entry: Shared, person: PersonId): Promise<Right | undefined> {
  const row = await ctx.db
    .selectFrom('entry_writers')
    .select('rights')
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', sharedAs(entry))
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row && (row.rights as Right);
}
