/** Reads the operations of entries and its views both need; no rights are asked here. */
import { sql } from 'kysely';
import type { MediaFacts } from '#core/media/facts.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EditionId, EntryId, PersonId, ProgrammeId } from '#platform/ids.ts';
import type { ContentState } from '#slices/files/index.ts';
import { type Edition, editionById } from '#slices/programmes/index.ts';

export type CategoryInEdition = {
  readonly id: CategoryId;
  readonly code: string;
  readonly name: string;
  /** Takes no new entries. */
  readonly retired: boolean;
  readonly edition: Edition;
};

/** A category of a published edition; one of a draft edition is not there for anybody who writes. */
export async function categoryInEdition(ctx: Ctx, id: CategoryId): Promise<CategoryInEdition | undefined> {
  const row = await ctx.db
    .selectFrom('categories')
    .select(['id', 'code', 'name', 'retired', 'edition_id'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  const edition = row && (await editionById(ctx, row.edition_id));
  if (!row || !edition?.published) return undefined;
  const { edition_id: _edition, ...category } = row;
  return { ...category, edition };
}

export type FileView = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedAt: Date;
  readonly state: ContentState;
  /** What the scanner called what it found. */
  readonly finding: string;
  readonly facts: MediaFacts;
  /** The field it answers; null: it lies beside the entry as a whole. */
  readonly field: string | null;
};

/** Whether anybody is given the content: not while it is held, and never once it was refused. */
export function isReadable({ state }: Pick<FileView, 'state'>): boolean {
  return state === 'clean' || state === 'unscanned';
}

type Row = Omit<FileView, 'sha256' | 'state' | 'facts'> & {
  readonly sha256: Buffer | null;
  readonly state: string;
  readonly facts: unknown;
};

const viewOf = <R extends Row>(row: R) => ({
  ...row,
  sha256: row.sha256?.toString('hex') ?? '',
  state: row.state as ContentState,
  facts: row.facts as MediaFacts,
});

function fileRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('entry_files as f')
    .innerJoin('contents as k', (join) => join.onRef('k.organisation_id', '=', 'f.organisation_id').onRef('k.hash', '=', 'f.sha256'))
    .select(['f.id', 'f.name', 'f.media_type as mediaType', 'f.bytes', 'f.sha256', 'f.added_at as addedAt'])
    .select(['k.state', 'k.finding', 'k.facts', 'f.field'])
    .where('f.organisation_id', '=', ctx.organisation)
    .where('f.removed_at', 'is', null);
}

/** The files beside an entry now, oldest first. */
export async function filesOf(ctx: Ctx, entry: EntryId): Promise<FileView[]> {
  const rows = await fileRows(ctx).where('f.entry_id', '=', entry).orderBy('f.added_at').orderBy('f.id').execute();
  return rows.map(viewOf);
}

/** The same of several entries. */
export async function filesOfSeveral(ctx: Ctx, entries: readonly EntryId[]): Promise<ReadonlyMap<EntryId, FileView[]>> {
  if (entries.length === 0) return new Map();
  const rows = await fileRows(ctx)
    .select('f.entry_id')
    .where('f.entry_id', 'in', [...entries])
    .orderBy('f.added_at')
    .orderBy('f.id')
    .execute();
  const all = Map.groupBy(rows, ({ entry_id }) => entry_id);
  return new Map([...all].map(([entry, files]) => [entry, files.map(viewOf)]));
}

export type FileWithEntry = FileView & {
  readonly entry: EntryId;
  readonly owner: PersonId;
  /** The entry its draft is the next version of. */
  readonly nextOf: EntryId | null;
  readonly programme: ProgrammeId;
  readonly edition: EditionId;
  readonly chapter: string | null;
  readonly draft: boolean;
};

export async function fileById(ctx: Ctx, id: string): Promise<FileWithEntry | undefined> {
  const row = await fileRows(ctx)
    .innerJoin('entries as e', (join) => join.onRef('e.organisation_id', '=', 'f.organisation_id').onRef('e.id', '=', 'f.entry_id'))
    .innerJoin('editions as d', (join) => join.onRef('d.organisation_id', '=', 'e.organisation_id').onRef('d.id', '=', 'e.edition_id'))
    .select([
      'e.id as entry',
      'e.owner_id as owner',
      sql<EntryId | null>`e.next_of`.as('nextOf'),
      'd.programme_id as programme',
      'd.id as edition',
      'e.chapter',
      sql<boolean>`e.state = 'draft'`.as('draft'),
    ])
    .where('f.id', '=', id)
    .executeTakeFirst();
  return row && viewOf(row);
}

/** The programme of an entry, for relations. */
export async function programmeOfEdition(ctx: Ctx, edition: EditionId): Promise<ProgrammeId | undefined> {
  return (await editionById(ctx, edition))?.programme;
}
