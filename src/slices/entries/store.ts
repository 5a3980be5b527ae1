/** Every statement that writes or locks entries, their history and their files. */
import { type RawBuilder, sql } from 'kysely';
import type { Stated } from '#core/categories/entering/stated.ts';
import { hasNextVersion } from '#core/entries/reopening.ts';
import type { EntryState } from '#core/entries/withdrawing.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EditionId, EntryId, PersonId } from '#platform/ids.ts';
import type { Kept } from '#slices/files/index.ts';
import { type Change, insertAnswers } from './answers/answers-store.ts';
import { endOpenings } from './reopening/reopening-store.ts';
import type { EntryText } from './schemas.ts';

export type Entry = EntryText &
  Stated & {
    readonly id: EntryId;
    readonly edition: EditionId;
    readonly category: CategoryId;
    readonly owner: PersonId;
    readonly number: string | null;
    readonly state: EntryState;
    /** What a withdrawn one was before; null for every other. */
    readonly withdrawnFrom: EntryState | null;
    readonly version: number;
    readonly savedAt: Date;
    /** Null for what was never sent in. */
    readonly submittedAt: Date | null;
    /** Of one that was sent back: until when it may be sent in again; null where entries being open says so. */
    readonly mendBy: Date | null;
    /** The key of the chapter it belongs to; null where nobody has said. */
    readonly chapter: string | null;
    /** The entry this draft is the next version of; null for every entry that stands for itself. */
    readonly nextOf: EntryId | null;
    /** The code of its category, and the version its edition has come to. */
    readonly categoryCode: string;
    readonly editionVersion: number;
    /** The version of its edition it was sent in under; null: it never was, or before versions were kept. */
    readonly rulesVersion: number | null;
  };

const entryColumns = sql`id, edition_id as edition, category_id as category, owner_id as owner, number, state, title, nominee, body, version,
  nominee_kind as "nomineeKind", nominated_by as nominator, saved_at as "savedAt", submitted_at as "submittedAt", rules_version as "rulesVersion",
  withdrawn_from as "withdrawnFrom", mend_by as "mendBy", chapter, next_of as "nextOf",
  (select code from categories c where c.organisation_id = e.organisation_id and c.id = e.category_id) as "categoryCode",
  (select d.version from editions d where d.organisation_id = e.organisation_id and d.id = e.edition_id) as "editionVersion"`;

/** What an entry begins with, as far as something is known of it. */
export type Given = Partial<Stated & { readonly nominee: string; readonly chapter: string | null }>;

type NewEntry = { readonly edition: EditionId; readonly category: CategoryId; readonly owner: PersonId } & Given;

export async function insertEntry(ctx: Ctx, entry: NewEntry): Promise<EntryId> {
  const id = ctx.ids.random<EntryId>();
  await ctx.db
    .insertInto('entries')
    .values({
      organisation_id: ctx.organisation,
      id,
      edition_id: entry.edition,
      category_id: entry.category,
      owner_id: entry.owner,
      chapter: entry.chapter ?? null,
      state: 'draft',
      ...(entry.nominee !== undefined && { nominee: entry.nominee }),
      nominee_kind: entry.nomineeKind ?? null,
      nominated_by: entry.nominator ?? null,
      created_at: ctx.now,
      saved_at: ctx.now,
    })
    .execute();
  if ((entry.nominee ?? entry.nomineeKind ?? entry.nominator) != null) await insertBegun(ctx, id);
  return id;
}

/** What a draft began with, as its first version, so that two who write in it are compared with that and not with nothing. */
async function insertBegun(ctx: Ctx, id: EntryId): Promise<void> {
  await sql`insert into entry_history (organisation_id, entry_id, version, title, nominee, body, nominee_kind, nominated_by, saved_by, saved_at)
    select organisation_id, id, version, title, nominee, body, nominee_kind, nominated_by, owner_id, saved_at
      from entries where organisation_id = ${ctx.organisation} and id = ${id}`.execute(ctx.db);
}

/** A draft that begins with all an entry says; its answers are copied as they stand, and its files by whoever counts them. */
export async function insertNextVersion(ctx: Ctx, of: Entry): Promise<EntryId> {
  const id = ctx.ids.random<EntryId>();
  await sql`insert into entries (organisation_id, id, edition_id, category_id, owner_id, state, title, nominee, body, nominee_kind,
        nominated_by, chapter, created_at, saved_at, next_of)
    select organisation_id, ${id}, edition_id, category_id, owner_id, 'draft', title, nominee, body, nominee_kind,
        nominated_by, chapter, ${ctx.now}, ${ctx.now}, id
      from entries where organisation_id = ${ctx.organisation} and id = ${of.id}`.execute(ctx.db);
  await insertBegun(ctx, id);
  return id;
}

/** One writer at a time: of two that come together the second sees what the first did. */
export async function lockEntry(ctx: Ctx, id: EntryId): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select ${entryColumns} from entries e where e.organisation_id = ${ctx.organisation} and e.id = ${id} for update`.execute(ctx.db);
  return rows[0];
}

/** Several, in one order whoever asks, so that two who lock the same do not wait for each other. */
export async function lockEntries(ctx: Ctx, ids: readonly EntryId[]): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${entryColumns} from entries e
     where e.organisation_id = ${ctx.organisation} and e.id = any(${[...ids]}::uuid[]) order by e.id for update`.execute(ctx.db);
  return rows;
}

function changeEntry(ctx: Ctx, id: EntryId) {
  return ctx.db
    .updateTable('entries')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .set({ version: sql`version + 1` });
}

/** What sending in cost at the instant it was done first, in minor units. */
export type Fee = { readonly tier: string; readonly amount: number; readonly currency: string };

/** `fee`: of one that is sent in for the first time, where that costs anything; it stays when it is sent in again. */
type Submission = { readonly number: string; readonly hash: Buffer; readonly by: PersonId; readonly fee: Fee | undefined };

/** What is saved of an entry: its text, its kinds, its chapter, and the answers that are new. */
export type Writing = EntryText & Stated & { readonly chapter: string | null; readonly changes: readonly Change[] };

/** The entry and its history in one statement. The caller holds the row, so its version cannot have moved. */
async function save(ctx: Ctx, id: EntryId, writing: Omit<Writing, 'changes'>, by: PersonId, more: RawBuilder<unknown>): Promise<void> {
  const { title, nominee, body, nomineeKind, nominator, chapter } = writing;
  await sql`with saved as (
      update entries set title = ${title}, nominee = ${nominee}, body = ${body}, nominee_kind = ${nomineeKind},
             nominated_by = ${nominator}, chapter = ${chapter}, saved_at = ${ctx.now}, version = version + 1 ${more}
       where organisation_id = ${ctx.organisation} and id = ${id}
      returning organisation_id, id, version, title, nominee, body, nominee_kind, nominated_by, saved_at)
    insert into entry_history (organisation_id, entry_id, version, title, nominee, body, nominee_kind, nominated_by, saved_by, saved_at)
    select organisation_id, id, version, title, nominee, body, nominee_kind, nominated_by, ${by}::uuid, saved_at from saved`.execute(
    ctx.db,
  );
}

/** What is new in the form stays new, however often one saves, until its writer has `seen` it. */
export async function markSaved(ctx: Ctx, entry: Entry, writing: Writing, by: PersonId, seen = false): Promise<void> {
  await save(ctx, entry.id, writing, by, seen ? sql`, form_seen = ${ctx.now}` : sql`, form_seen = coalesce(form_seen, saved_at)`);
  await insertAnswers(ctx, entry.id, { version: entry.version + 1, by, changes: writing.changes });
}

/** Under the version its edition has now, by whose form and rules it is read from here on. */
export async function markSubmitted(ctx: Ctx, entry: Entry, writing: Writing, { number, hash, by, fee }: Submission): Promise<void> {
  const tier = fee ? sql`, fee_tier = ${fee.tier}, fee_amount = ${fee.amount}, fee_currency = ${fee.currency}` : sql``;
  const submitted = sql`, state = 'submitted', number = ${number}, submitted_at = ${ctx.now}, submitted_hash = ${hash}, note = '', asked = '{}', mend_by = null, form_seen = null,
    rules_version = ${entry.editionVersion}${tier}`;
  await save(ctx, entry.id, writing, by, submitted);
  await insertAnswers(ctx, entry.id, { version: entry.version + 1, by, changes: writing.changes });
}

/**
 * The next version of one that was opened again stands from now on, where the one before stood: in the state it has, under its number.
 * Readers that were given the entry read this one.
 */
export async function markNextVersion(
  ctx: Ctx,
  entry: Entry,
  writing: Writing,
  { hash, by }: Pick<Submission, 'hash' | 'by'>,
): Promise<void> {
  const sent = sql`, submitted_at = ${ctx.now}, submitted_hash = ${hash}, rules_version = ${entry.editionVersion}`;
  await save(ctx, entry.id, writing, by, sent);
  await insertAnswers(ctx, entry.id, { version: entry.version + 1, by, changes: writing.changes });
}

export async function markWithdrawn(ctx: Ctx, { id, state }: Entry): Promise<void> {
  await changeEntry(ctx, id).set({ state: 'withdrawn', withdrawn_at: ctx.now, withdrawn_from: state }).execute();
  await endOpenings(ctx, [id]);
}

export async function markRevived(ctx: Ctx, { id }: Entry, state: EntryState): Promise<void> {
  await changeEntry(ctx, id).set({ state, withdrawn_at: null, withdrawn_from: null }).execute();
}

/** Of one that is sent back: the keys of what has to be mended, and until when. */
type Mending = { readonly asked?: readonly string[]; readonly mendBy?: Date | undefined };

export async function markScreened(
  ctx: Ctx,
  entry: EntryId,
  state: EntryState,
  note: string,
  { asked = [], mendBy }: Mending = {},
): Promise<void> {
  await changeEntry(ctx, entry)
    .set({ state, note, asked: [...asked], mend_by: mendBy ?? null, ineligible_at: state === 'ineligible' ? ctx.now : null })
    .execute();
  if (!hasNextVersion(state)) await endOpenings(ctx, [entry]);
}

/** What of it is to be mended stays. Its writer goes on with what they have in front of them, so its version does too. */
export async function markMendBy(ctx: Ctx, entry: EntryId, mendBy: Date): Promise<void> {
  await ctx.db
    .updateTable('entries')
    .set({ mend_by: mendBy })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', entry)
    .execute();
}

export async function markChapter(ctx: Ctx, entry: EntryId, chapter: string): Promise<void> {
  await changeEntry(ctx, entry).set({ chapter }).execute();
}

export async function markSeveralScreened(
  ctx: Ctx,
  entries: readonly EntryId[],
  state: EntryState,
  { note = '', mendBy }: { readonly note?: string; readonly mendBy?: Date | undefined } = {},
): Promise<void> {
  await ctx.db
    .updateTable('entries')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', 'in', [...entries])
    .set({ version: sql`version + 1`, state, note, asked: [], mend_by: mendBy ?? null })
    .execute();
  if (!hasNextVersion(state)) await endOpenings(ctx, entries);
}

/** `addedAt`: of one that lay beside an entry before. */
export type NewFile = { readonly entry: EntryId; readonly field?: string | undefined; readonly addedAt?: Date } & Pick<
  Kept,
  'name' | 'mediaType' | 'bytes' | 'sha256'
>;

export async function insertFile(ctx: Ctx, file: NewFile): Promise<string> {
  const id = ctx.ids.random();
  await ctx.db
    .insertInto('entry_files')
    .values({
      organisation_id: ctx.organisation,
      id,
      entry_id: file.entry,
      sha256: Buffer.from(file.sha256, 'hex'),
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      field: file.field ?? null,
      added_at: file.addedAt ?? ctx.now,
    })
    .execute();
  return id;
}

export type FileBeside = { readonly entry: Entry; readonly name: string; readonly sha256: string };

/** The entry a file lies beside, locked, while the file is there. */
export async function lockEntryOfFile(ctx: Ctx, file: string): Promise<FileBeside | undefined> {
  const row = await ctx.db
    .selectFrom('entry_files')
    .select('entry_id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', file)
    .executeTakeFirst();
  const entry = row && (await lockEntry(ctx, row.entry_id));
  const there = await ctx.db
    .selectFrom('entry_files')
    .select(['name', 'sha256'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', file)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return entry && there?.sha256 ? { entry, name: there.name, sha256: there.sha256.toString('hex') } : undefined;
}

/** The row stays. Its content does too once the entry was submitted, because a submission has spoken of it. */
export async function markFileRemoved(ctx: Ctx, file: string, lettingGo: boolean): Promise<void> {
  await ctx.db
    .updateTable('entry_files')
    .set({ removed_at: ctx.now, ...(lettingGo && { sha256: null }) })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', file)
    .execute();
}
