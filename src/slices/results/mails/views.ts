/**
 * What mails say of results: nothing to anybody before the announcement, by the database's own clock, and of their own entries alone.
 * Asked inside a transaction, because row-level security wants to know the organisation.
 */
import { sql } from 'kysely';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';

export type OwnOutcome = {
  readonly name: string;
  readonly title: string;
  readonly number: string;
  readonly category: string;
  readonly won: boolean;
  readonly level: string | null;
  /** Which of its category it won, where divisions are ranked apart; null where it did not win. */
  readonly division: string | null;
};

/** No scope is opened: row-level security shows honours from the announced instant on, and a missing announcement shows no row. */
function outcomes(ctx: Ctx, edition: EditionId) {
  return ctx.db
    .selectFrom('entries as e')
    .innerJoin('editions as d', (j) => j.onRef('d.organisation_id', '=', 'e.organisation_id').onRef('d.id', '=', 'e.edition_id'))
    .innerJoin('categories as c', (j) => j.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .leftJoin('honours as h', (j) => j.onRef('h.organisation_id', '=', 'e.organisation_id').onRef('h.entry_id', '=', 'e.id'))
    .innerJoin('directory.people as p', 'p.id', 'e.owner_id')
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .where('e.state', '=', 'accepted')
    .where('d.announced_at', '<=', sql<Date>`plaudit.plaudit_now()`);
}

/** What became of the reader's own entries, once it is announced. */
export async function ownOutcomes(ctx: Ctx, edition: EditionId): Promise<OwnOutcome[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const rows = await outcomes(ctx, edition)
    .select(['p.name', 'e.title', 'e.number', 'c.name as category', 'h.id as honour', 'h.level', 'h.division'])
    .where('e.owner_id', '=', person)
    .orderBy('c.position')
    .orderBy('e.number')
    .execute();
  return rows.map(({ honour, number, ...row }) => ({ ...row, number: number ?? '', won: honour !== null }));
}

/** Who entered, once there is an outcome to tell them. */
export async function toldOutcomes(ctx: Ctx, edition: EditionId, { won }: { readonly won: boolean }): Promise<PersonId[]> {
  const rows = await outcomes(ctx, edition)
    .select('e.owner_id')
    .distinct()
    .$if(won, (query) => query.where('h.id', 'is not', null))
    .orderBy('e.owner_id')
    .execute();
  return rows.map((row) => row.owner_id);
}
