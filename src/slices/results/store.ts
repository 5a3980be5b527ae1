/** Every statement that writes the tables of results. All need the scope `decisions`. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EditionId, EntryId, PersonId } from '#platform/ids.ts';
import type { Count } from './count.ts';

export async function insertTally(ctx: Ctx, edition: EditionId, by: PersonId, count: Count): Promise<string> {
  const id = ctx.ids.next();
  await ctx.db
    .insertInto('tallies')
    .values({
      organisation_id: ctx.organisation,
      id,
      edition_id: edition,
      ballots: count.ballots,
      ballots_hash: count.ballotsHash,
      result: JSON.stringify(count.result),
      result_hash: count.resultHash,
      computed_by: by,
      computed_at: ctx.now,
    })
    .execute();
  return id;
}

/** The newest word on each; the operation that says it tells it. */
export async function keepFigures(
  ctx: Ctx,
  source: string,
  evidence: string,
  figures: readonly (readonly [string, string])[],
): Promise<void> {
  await sql`insert into entry_figures (organisation_id, entry_id, source, value, evidence, recorded_at)
    select ${ctx.organisation}::uuid, f.entry, ${source}, f.value, ${evidence}, ${ctx.now}
      from unnest(${figures.map(([entry]) => entry)}::uuid[], ${figures.map(([, value]) => value)}::text[]) as f (entry, value)
    on conflict (organisation_id, entry_id, source) do update
      set value = excluded.value, evidence = excluded.evidence, recorded_at = excluded.recorded_at`.execute(ctx.db);
}

/** The newest word on it; the operation that says it tells it. */
export async function keepDivision(ctx: Ctx, entry: EntryId, division: string, reason: string): Promise<void> {
  const said = { division, reason, decided_at: ctx.now };
  await ctx.db
    .insertInto('entry_divisions')
    .values({ organisation_id: ctx.organisation, entry_id: entry, ...said })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'entry_id']).doUpdateSet(said))
    .execute();
}

export type NewDecision = {
  readonly category: CategoryId;
  readonly entry: EntryId;
  readonly rank: number;
  readonly score: string;
  readonly ballots: number;
  readonly won: boolean;
  readonly level: string | null;
  /** Which division of its category the place is in. */
  readonly division: string | null;
};

export async function insertDecisions(ctx: Ctx, edition: EditionId, tally: string, decisions: readonly NewDecision[]): Promise<void> {
  const rows = decisions.map(({ category, entry, ...decision }) => ({
    organisation_id: ctx.organisation,
    id: ctx.ids.random(),
    edition_id: edition,
    category_id: category,
    entry_id: entry,
    tally_id: tally,
    ...decision,
    decided_at: ctx.now,
  }));
  // A statement takes 65,535 parameters at most.
  for (let i = 0; i < rows.length; i += 5_000)
    await ctx.db
      .insertInto('decisions')
      .values(rows.slice(i, i + 5_000))
      .execute();
}

/** Row-level security lets decisions go only while their announcement has not come. */
export async function deleteDecisions(ctx: Ctx, edition: EditionId): Promise<number> {
  const gone = await ctx.db
    .deleteFrom('decisions')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
