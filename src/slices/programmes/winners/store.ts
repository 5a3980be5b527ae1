/** Every statement that writes or locks lists of past winners and what was brought in by them. */

import type { Winner } from '#core/honours/row.ts';
import { folded } from '#core/honours/same.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import type { WrittenList } from './read-list.ts';

export type ImportState = 'proposed' | 'applied' | 'withdrawn';
export type WinnerImport = WrittenList & {
  readonly id: string;
  readonly programme: ProgrammeId;
  readonly state: ImportState;
  readonly several: 'each' | 'joint';
  readonly separator: string;
};

function importRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('winner_imports')
    .select(['id', 'programme_id as programme', 'state', 'file', 'format', 'several', 'separator', 'content'])
    .where('organisation_id', '=', ctx.organisation)
    .$narrowType<{ state: ImportState; format: 'csv' | 'json'; several: 'each' | 'joint' }>();
}

export async function importById(ctx: Ctx, id: string): Promise<WinnerImport | undefined> {
  return importRows(ctx).where('id', '=', id).executeTakeFirst();
}

export async function lockImport(ctx: Ctx, id: string): Promise<WinnerImport | undefined> {
  return importRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertImport(ctx: Ctx, { programme, ...list }: Omit<WinnerImport, 'id' | 'state'>): Promise<string> {
  const id = ctx.ids.next<string>();
  await ctx.db
    .insertInto('winner_imports')
    .values({
      organisation_id: ctx.organisation,
      id,
      programme_id: programme,
      ...list,
      state: 'proposed',
      proposed_by: personOf(ctx) ?? null,
      proposed_at: ctx.now,
    })
    .execute();
  return id;
}

/** The text goes once it is decided. */
export async function markImport(ctx: Ctx, id: string, state: Exclude<ImportState, 'proposed'>, added?: number): Promise<void> {
  await ctx.db
    .updateTable('winner_imports')
    .set({ state, content: '', decided_at: ctx.now, ...(added !== undefined && { added }) })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

const mostAtOnce = 1000;

/** The caller holds the programme, so nobody adds the same at once. */
export async function insertWins(ctx: Ctx, { id, programme }: WinnerImport, winners: readonly Winner[]): Promise<void> {
  const rows = winners.map(({ row, year, first, last, category, code, nominee, organisation, title, shared }) => ({
    organisation_id: ctx.organisation,
    id: ctx.ids.next<string>(),
    programme_id: programme,
    import_id: id,
    line: row,
    year,
    first_year: first,
    last_year: last,
    category,
    category_code: code,
    nominee,
    organisation,
    title,
    shared,
    search: folded([nominee, organisation, category, title].join(' ')),
  }));
  for (let at = 0; at < rows.length; at += mostAtOnce)
    await ctx.db
      .insertInto('past_wins')
      .values(rows.slice(at, at + mostAtOnce))
      .execute();
}

export async function deleteWins(ctx: Ctx, importId: string): Promise<number> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('past_wins')
    .where('organisation_id', '=', ctx.organisation)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
