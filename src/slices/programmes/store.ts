/** Every statement that writes or locks programmes, their editions and what an edition is made of. */
import { sql } from 'kysely';
import { mainScorecard } from '#core/editions/key.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, CriterionId, EditionId, EntryId, PersonId, ProgrammeId } from '#platform/ids.ts';
import { formerAt } from './addresses/store.ts';
import { asEdition, type Edition, editionRows } from './edition.ts';

export type NewProgramme = { slug: string; name: string; strapline: string; summary: string; timeZone: string };

/** Undefined when another programme has the slug already, or had it once. */
export async function insertProgramme(ctx: Ctx, programme: NewProgramme): Promise<ProgrammeId | undefined> {
  if (await formerAt(ctx, { kind: 'programme', within: ctx.organisation }, programme.slug)) return undefined;
  const { timeZone, ...rest } = programme;
  const row = await ctx.db
    .insertInto('programmes')
    .values({ organisation_id: ctx.organisation, id: ctx.ids.next<ProgrammeId>(), ...rest, time_zone: timeZone, created_at: ctx.now })
    .onConflict((c) => c.columns(['organisation_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export type ProgrammeTexts = { readonly name: string; readonly strapline: string; readonly summary: string };
export type LockedProgramme = ProgrammeTexts & {
  readonly id: ProgrammeId;
  readonly slug: string;
  readonly zone: string;
  readonly version: number;
};

export async function lockProgramme(ctx: Ctx, id: ProgrammeId): Promise<LockedProgramme | undefined> {
  return ctx.db
    .selectFrom('programmes')
    .select(['id', 'name', 'strapline', 'summary', 'slug', 'time_zone as zone', 'version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function markProgrammeTexts(ctx: Ctx, id: ProgrammeId, { name, strapline, summary }: ProgrammeTexts): Promise<void> {
  await ctx.db
    .updateTable('programmes')
    .set({ name, strapline, summary, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export type Dates = { entriesOpenAt: Date; entriesCloseAt: Date; judgingCloseAt: Date };
export type NewEdition = Dates & { programme: ProgrammeId; slug: string; name: string; seats: number; minimumPanel: number };

/** Undefined when another edition of the programme has the slug already, or had it once. */
export async function insertEdition(ctx: Ctx, edition: NewEdition): Promise<EditionId | undefined> {
  if (await formerAt(ctx, { kind: 'edition', within: edition.programme }, edition.slug)) return undefined;
  const row = await ctx.db
    .insertInto('editions')
    .values({
      organisation_id: ctx.organisation,
      id: ctx.ids.next<EditionId>(),
      programme_id: edition.programme,
      slug: edition.slug,
      name: edition.name,
      state: 'draft',
      entries_open_at: edition.entriesOpenAt,
      entries_close_at: edition.entriesCloseAt,
      judging_close_at: edition.judgingCloseAt,
      seats: edition.seats,
      minimum_panel: edition.minimumPanel,
      created_at: ctx.now,
    })
    .onConflict((c) => c.columns(['organisation_id', 'programme_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** One at a time: for whoever changes an edition, deals its judges or publishes its results. Entrants only read it, but for who redeems a late code. */
export async function lockEdition(ctx: Ctx, id: EditionId): Promise<Edition | undefined> {
  const row = await editionRows(ctx).where('e.id', '=', id).forUpdate('e').executeTakeFirst();
  return row && asEdition(row);
}

/** Nobody changes what an edition is made of until this is committed, and what was being changed has been: for whoever writes what it has to have. */
export async function holdEdition(ctx: Ctx, id: EditionId): Promise<void> {
  await sql`select from editions where organisation_id = ${ctx.organisation} and id = ${id} for key share`.execute(ctx.db);
}

function editionRow(ctx: Ctx, id: EditionId) {
  return ctx.db.updateTable('editions').where('organisation_id', '=', ctx.organisation).where('id', '=', id);
}

/** What is out by the clock stays out, whatever is changed of it. */
function changeEdition(ctx: Ctx, id: EditionId) {
  const out = sql<
    number | null
  >`case when publish_at <= ${ctx.now}::timestamptz and ready_version = version then version + 1 else ready_version end`;
  return editionRow(ctx, id).set({ version: sql`version + 1`, ready_version: out });
}

export async function markDates(ctx: Ctx, id: EditionId, dates: Dates): Promise<void> {
  await changeEdition(ctx, id)
    .set({ entries_open_at: dates.entriesOpenAt, entries_close_at: dates.entriesCloseAt, judging_close_at: dates.judgingCloseAt })
    .execute();
}

export type Times = Dates & { judgingOpenAt: Date | null; entriesGrace: number };

/** All instants of a timeline that others go by; the version is for whoever saves the timeline to count. */
export async function markTimes(ctx: Ctx, id: EditionId, dates: Times): Promise<void> {
  await editionRow(ctx, id)
    .set({
      entries_open_at: dates.entriesOpenAt,
      entries_close_at: dates.entriesCloseAt,
      judging_open_at: dates.judgingOpenAt,
      judging_close_at: dates.judgingCloseAt,
      entries_grace: dates.entriesGrace,
    })
    .execute();
}

/** As `markTimes`, of the panel. */
export async function markPanelSize(ctx: Ctx, id: EditionId, panel: { judges: number; minimumPanel: number }): Promise<void> {
  await editionRow(ctx, id).set({ seats: panel.judges, minimum_panel: panel.minimumPanel }).execute();
}

/** Null locks it again. */
export async function markUnlocked(ctx: Ctx, id: EditionId, because: string | null): Promise<void> {
  await changeEdition(ctx, id).set({ unlocked_because: because }).execute();
}

/** Of criteria or categories, which have no version of their own. */
export async function markContentsChanged(ctx: Ctx, id: EditionId): Promise<void> {
  await changeEdition(ctx, id).execute();
}

export async function markPanel(ctx: Ctx, id: EditionId, panel: { seats: number; minimumPanel: number }): Promise<void> {
  await changeEdition(ctx, id).set({ seats: panel.seats, minimum_panel: panel.minimumPanel }).execute();
}

export async function markPublished(ctx: Ctx, id: EditionId): Promise<void> {
  await editionRow(ctx, id).set({ version: sql`version + 1`, state: 'published', publish_at: null, ready_version: null }).execute();
}

/** The caller has found it ready as it is; null takes the instant back. */
export async function markPublishAt(ctx: Ctx, edition: Pick<Edition, 'id' | 'version'>, at: Date | null): Promise<void> {
  const version = edition.version + 1;
  await editionRow(ctx, edition.id)
    .set({ version, publish_at: at, ready_version: at && version })
    .execute();
}

/** At which version nothing was missing; null when something is. */
export async function markReady(ctx: Ctx, id: EditionId, version: number | null): Promise<void> {
  await editionRow(ctx, id).set({ ready_version: version }).execute();
}

export async function markAnnouncement(ctx: Ctx, id: EditionId, at: Date | null): Promise<void> {
  await changeEdition(ctx, id).set({ announced_at: at }).execute();
}

export type NewCategory = { edition: EditionId; code: string; name: string; description: string };

/** Undefined when another category of the edition has the code already. The caller holds the edition, so positions cannot collide. */
export async function insertCategory(ctx: Ctx, category: NewCategory): Promise<CategoryId | undefined> {
  const { edition, ...rest } = category;
  const { last } = await ctx.db
    .selectFrom('categories')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('last'))
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .executeTakeFirstOrThrow();
  const row = await ctx.db
    .insertInto('categories')
    .values({ organisation_id: ctx.organisation, id: ctx.ids.next<CategoryId>(), edition_id: edition, ...rest, position: Number(last) + 1 })
    .onConflict((c) => c.columns(['organisation_id', 'edition_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export type CategoryTexts = { edition: EditionId; category: CategoryId; name: string; description: string };

export async function markCategoryTexts(ctx: Ctx, { edition, category, name, description }: CategoryTexts): Promise<void> {
  await ctx.db
    .updateTable('categories')
    .set({ name, description })
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('id', '=', category)
    .execute();
}

/** The next number of a category, from 1 without gaps: a transaction that fails gives its number back. `taken`: places, with this one. */
export async function takeEntryNumber(ctx: Ctx, category: CategoryId): Promise<{ readonly number: number; readonly taken: number }> {
  const row = await ctx.db
    .updateTable('categories')
    .set({ entries_numbered: sql`entries_numbered + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', category)
    .returning(['entries_numbered as number', 'places_freed as freed'])
    .executeTakeFirstOrThrow();
  return { number: row.number, taken: row.number - row.freed };
}

/** Gives back a place in a category, or takes one again; answers how many are taken then. The counter is held to the transaction's end. */
export async function movePlace(ctx: Ctx, category: CategoryId, which: 'freed' | 'taken-again'): Promise<number> {
  const row = await ctx.db
    .updateTable('categories')
    .set({ places_freed: which === 'freed' ? sql`places_freed + 1` : sql`places_freed - 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', category)
    .returning(['entries_numbered as number', 'places_freed as freed'])
    .executeTakeFirstOrThrow();
  return row.number - row.freed;
}

export type NewCriterion = { name: string; question: string; weight: number; scaleMin: number; scaleMax: number };

/** What criteria are called that were given no key, from 0 on. */
export const criterionKey = (at: number): string => `criterion-${at + 1}`;

export async function replaceCriteria(ctx: Ctx, edition: EditionId, criteria: readonly NewCriterion[]): Promise<void> {
  await ctx.db
    .deleteFrom('criteria')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('scorecard', '=', mainScorecard)
    .execute();
  const rows = criteria.map(({ scaleMin, scaleMax, ...rest }, i) => ({
    organisation_id: ctx.organisation,
    id: ctx.ids.next<CriterionId>(),
    edition_id: edition,
    ...rest,
    key: criterionKey(i),
    scorecard: mainScorecard,
    scale_min: scaleMin,
    scale_max: scaleMax,
    position: i + 1,
  }));
  await ctx.db.insertInto('criteria').values(rows).execute();
}

export type NewHonour = {
  readonly category: CategoryId;
  readonly entry: EntryId;
  readonly nominee: string;
  readonly title: string;
  readonly shared: boolean;
  /** What was reached, by the rules of the edition; null where they give no levels. */
  readonly level: string | null;
  /** Which division of its category it was won in, by its name; null where they are not ranked apart. */
  readonly division: string | null;
};

export async function insertHonours(ctx: Ctx, edition: Edition, honours: readonly NewHonour[], announcedAt: Date): Promise<void> {
  if (honours.length === 0) return;
  const rows = honours.map(({ category, entry, nominee, title, shared, level, division }) => ({
    organisation_id: ctx.organisation,
    id: ctx.ids.random(),
    programme_id: edition.programme,
    edition_id: edition.id,
    category_id: category,
    entry_id: entry,
    nominee,
    title,
    shared,
    level,
    division,
    announced_at: announcedAt,
  }));
  await ctx.db.insertInto('honours').values(rows).execute();
}

/** Row-level security lets only those go whose announcement has not come. */
export async function deleteHonours(ctx: Ctx, edition: EditionId): Promise<void> {
  await ctx.db.deleteFrom('honours').where('organisation_id', '=', ctx.organisation).where('edition_id', '=', edition).execute();
}

/** False when the person had the role already. */
export async function insertRole(ctx: Ctx, programme: ProgrammeId, person: PersonId, role: string): Promise<boolean> {
  const row = await ctx.db
    .insertInto('programme_roles')
    .values({ organisation_id: ctx.organisation, programme_id: programme, person_id: person, role, granted_at: ctx.now })
    .onConflict((c) => c.doNothing())
    .returning('role')
    .executeTakeFirst();
  return row !== undefined;
}

/** False when there was no such role to take away. */
export async function deleteRole(ctx: Ctx, programme: ProgrammeId, person: PersonId, role: string): Promise<boolean> {
  const row = await ctx.db
    .deleteFrom('programme_roles')
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .returning('role')
    .executeTakeFirst();
  return row !== undefined;
}
