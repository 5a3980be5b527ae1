/** What mails say of entries: asked for whom to write to, and then as the one who is written to. */

import type { EntryState } from '#core/entries/withdrawing.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';

/** Whose entries of an edition are in one of these states. Who may ask is the caller's question. */
export async function writersIn(ctx: Ctx, edition: EditionId, states: readonly EntryState[]): Promise<PersonId[]> {
  const rows = await ctx.db
    .selectFrom('entries')
    .select('owner_id')
    .distinct()
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('state', 'in', [...states])
    .where('next_of', 'is', null)
    .orderBy('owner_id')
    .execute();
  return rows.map((row) => row.owner_id);
}

export type MailedEntry = {
  readonly id: EntryId;
  readonly number: string | null;
  readonly title: string;
  readonly state: EntryState;
  readonly note: string;
  readonly mendBy: Date | null;
  readonly category: string;
  readonly submittedAt: Date | null;
  readonly hash: string;
  readonly ownerName: string;
};

/** The reader's own entries of an edition, the last one worked on first. */
export async function ownEntriesIn(ctx: Ctx, edition: EditionId): Promise<MailedEntry[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const rows = await ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .innerJoin('directory.people as p', 'p.id', 'e.owner_id')
    .select([
      'e.id',
      'e.number',
      'e.title',
      'e.state',
      'e.note',
      'e.mend_by',
      'e.submitted_at',
      'e.submitted_hash',
      'c.name as category',
      'p.name as owner',
    ])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .where('e.owner_id', '=', person)
    .where('e.next_of', 'is', null)
    .orderBy('e.saved_at', 'desc')
    .orderBy('e.id')
    .execute();
  return rows.map(({ submitted_at, submitted_hash, mend_by, owner, state, ...row }) => ({
    ...row,
    state: state as EntryState,
    submittedAt: submitted_at,
    mendBy: mend_by,
    hash: submitted_hash?.toString('hex') ?? '',
    ownerName: owner,
  }));
}
