/** What was put in from spreadsheets, for the managers of a programme. */
import { sql } from 'kysely';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { type Edition, requireRelation } from '#slices/programmes/index.ts';
import { type ImportKind, putInOf } from './import-store.ts';

/** As many as a page tells of; the log of the programme has all. */
const shown = 50;

/** The last that was put in first. @throws Problem for everybody else */
export async function importsOf(ctx: Ctx, edition: Edition) {
  await requireRelation(ctx, edition.programme, ['manager']);
  const rows = await ctx.db
    .selectFrom('entry_imports as i')
    .innerJoin('categories as c', (j) => j.onRef('c.organisation_id', '=', 'i.organisation_id').onRef('c.id', '=', 'i.category_id'))
    .innerJoin('directory.people as p', 'p.id', 'i.imported_by')
    .leftJoin('directory.people as q', 'q.id', 'i.undone_by')
    .select(['i.id', 'i.file', 'i.kind', 'i.because', 'i.imported_at as at', 'i.undone_at as undoneAt'])
    .select(['c.name as category', 'p.name as by', 'q.name as undoneBy'])
    .select(
      sql<number>`(select count(*)::int from entry_import_rows r
        where r.organisation_id = i.organisation_id and r.import_id = i.id)`.as('entries'),
    )
    .where('i.organisation_id', '=', ctx.organisation)
    .where('i.edition_id', '=', edition.id)
    .orderBy('i.imported_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(shown)
    .execute();
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  return rows.map(({ at, undoneAt, kind, ...one }) => ({
    ...one,
    kind: kind as ImportKind,
    at: told(at),
    undoneAt: undoneAt && told(undoneAt),
  }));
}

/** By whom an entry was put in for its owner, and when it was received; undefined of one its owner began. */
export async function putInShown(ctx: Ctx, entry: EntryId, zone: string) {
  const [one] = await putInOf(ctx, [entry]);
  const told = (at: Date) => zonedText(at.getTime(), zone);
  return one && { by: one.by, at: told(one.at), reference: one.reference, received: one.received && told(one.received) };
}
