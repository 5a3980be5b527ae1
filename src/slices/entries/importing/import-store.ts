/** Every statement that writes what spreadsheets of entries were put in, and which row became which entry. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EditionId, EntryId, PersonId } from '#platform/ids.ts';

export type ImportKind = 'drafts' | 'sent-in';
export type NewImport = {
  readonly edition: EditionId;
  readonly category: CategoryId;
  readonly file: string;
  readonly fingerprint: Buffer;
  readonly kind: ImportKind;
  readonly because: string;
  readonly by: PersonId;
};

/** Undefined where the same rows are in already. */
export async function insertImport(ctx: Ctx, { edition, category, by, ...of }: NewImport): Promise<string | undefined> {
  const row = await ctx.db
    .insertInto('entry_imports')
    .values({
      organisation_id: ctx.organisation,
      id: ctx.ids.next(),
      edition_id: edition,
      category_id: category,
      ...of,
      imported_by: by,
      imported_at: ctx.now,
    })
    .onConflict((c) => c.columns(['organisation_id', 'category_id', 'fingerprint']).where('undone_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export type PutIn = { readonly row: number; readonly entry: EntryId; readonly reference: string; readonly received: Date | null };

export async function insertRows(ctx: Ctx, id: string, rows: readonly PutIn[]): Promise<void> {
  const values = rows.map(({ row, entry, reference, received }) => ({
    organisation_id: ctx.organisation,
    import_id: id,
    row,
    entry_id: entry,
    reference,
    received_at: received,
  }));
  await ctx.db.insertInto('entry_import_rows').values(values).execute();
}

export type LockedImport = {
  readonly id: string;
  readonly edition: EditionId;
  readonly category: CategoryId;
  readonly kind: ImportKind;
  readonly undone: boolean;
};

export async function lockImport(ctx: Ctx, id: string): Promise<LockedImport | undefined> {
  const row = await ctx.db
    .selectFrom('entry_imports')
    .select(['id', 'edition_id as edition', 'category_id as category', 'kind', 'undone_at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { undone_at: undoneAt, kind, ...rest } = row;
  return { ...rest, kind: kind as ImportKind, undone: undoneAt !== null };
}

export async function markUndone(ctx: Ctx, id: string, by: PersonId): Promise<void> {
  await ctx.db
    .updateTable('entry_imports')
    .set({ undone_at: ctx.now, undone_by: by })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export async function rowsOfImport(ctx: Ctx, id: string): Promise<{ row: number; entry: EntryId }[]> {
  return ctx.db
    .selectFrom('entry_import_rows')
    .select(['row', 'entry_id as entry'])
    .where('organisation_id', '=', ctx.organisation)
    .where('import_id', '=', id)
    .orderBy('row')
    .execute();
}

/** Which of these references an edition has already, of what was not taken back, by the numbers of their entries. */
export async function knownReferences(ctx: Ctx, edition: EditionId, references: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (references.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('entry_import_rows as r')
    .innerJoin('entry_imports as i', (j) => j.onRef('i.organisation_id', '=', 'r.organisation_id').onRef('i.id', '=', 'r.import_id'))
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'r.organisation_id').onRef('e.id', '=', 'r.entry_id'))
    .select(['r.reference', 'e.number', 'i.file'])
    .where('r.organisation_id', '=', ctx.organisation)
    .where('i.edition_id', '=', edition)
    .where('i.undone_at', 'is', null)
    .where('r.reference', 'in', [...references])
    .execute();
  return new Map(rows.map(({ reference, number, file }) => [reference, number ?? file]));
}

/** Of entries that were put in: what their sender called them, when they were received, and when they were put in. */
export async function putInOf(
  ctx: Ctx,
  entries: readonly EntryId[],
): Promise<{ entry: EntryId; reference: string; received: Date | null; at: Date; by: string }[]> {
  if (entries.length === 0) return [];
  return ctx.db
    .selectFrom('entry_import_rows as r')
    .innerJoin('entry_imports as i', (j) => j.onRef('i.organisation_id', '=', 'r.organisation_id').onRef('i.id', '=', 'r.import_id'))
    .innerJoin('directory.people as p', 'p.id', 'i.imported_by')
    .select(['r.entry_id as entry', 'r.reference', 'r.received_at as received', 'i.imported_at as at', 'p.name as by'])
    .where('r.organisation_id', '=', ctx.organisation)
    .where('r.entry_id', 'in', [...entries])
    .execute();
}

export async function blankReferences(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`update entry_import_rows set reference = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}
