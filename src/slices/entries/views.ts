/** Reads of single entries: for their owner, for the programme's managers, for judges. */
import type { Stated } from '#core/categories/entering/stated.ts';
import type { EntryState } from '#core/entries/withdrawing.ts';
import type { Right } from '#core/entries/writers.ts';
import { problem } from '#core/problems/problem.ts';
import { type Phase, phaseAt } from '#core/season/phases.ts';
import { type Ctx, keyReaches, personOf, selfOf } from '#platform/context.ts';
import type { CategoryId, EntryId, PersonId } from '#platform/ids.ts';
import {
  type Edition,
  editionById,
  editionsByIds,
  isBound,
  mayAct,
  mayScreen,
  onlyScreens,
  type Reached,
  reaches,
  requireReach,
  requireScreening,
  timesOf,
} from '#slices/programmes/index.ts';
import { mayEdit } from './access.ts';
import { type AnsweredForm, answeredForm, missingAnswers, readBy } from './answers/answered-form.ts';
import { type FileView, filesOf, isReadable } from './find.ts';
import { type OpenAgain, openAgain } from './reopening/open-again.ts';
import { type EntryText, entryId } from './schemas.ts';
import type { Fee } from './store.ts';
import { rightOf } from './writers/rights.ts';

export type EntryView = EntryText &
  Stated & {
    readonly id: EntryId;
    readonly number: string | null;
    readonly state: EntryState;
    readonly version: number;
    readonly savedAt: Date;
    readonly submittedAt: Date | null;
    readonly withdrawnAt: Date | null;
    /** Of one that was sent back: until when it may be sent in again; null where entries being open says so. */
    readonly mendBy: Date | null;
    /** Since when its writer knows that it may not compete; null for every other. */
    readonly ineligibleAt: Date | null;
    /** What a withdrawn one was before; null for every other. */
    readonly withdrawnFrom: Exclude<EntryState, 'withdrawn' | 'ineligible'> | null;
    /** SHA-256 of what was submitted, 64 hex digits. */
    readonly hash: string | null;
    /** What the organiser asked to have mended, when it was sent back. */
    readonly note: string;
    /** The keys of what of it that is about; none where it names none. */
    readonly asked: readonly string[];
    /** Since when its writer knows its form as it is. */
    readonly formSeen: Date;
    readonly category: { readonly id: CategoryId; readonly code: string; readonly name: string };
    /** The key of the chapter it belongs to; null where nobody has said. */
    readonly chapter: string | null;
    /** The entry this draft is the next version of; null for every entry that stands for itself. */
    readonly nextOf: EntryId | null;
    readonly owner: { readonly id: PersonId; readonly name: string; readonly email: string };
    readonly edition: Edition;
    readonly phase: Phase;
    readonly files: readonly FileView[];
    /** The version of its edition it was submitted under. */
    readonly rules: number | null;
    /** The price tier its first submission fell into; null before that, and where it cost nothing to name. */
    readonly fee: Fee | null;
    /** What it answered, by the form of its category; undefined for an entry of one text. */
    readonly form: AnsweredForm | undefined;
  };

type FeeRow = { readonly fee_tier: string | null; readonly fee_amount: number | null; readonly fee_currency: string | null };

function feeOf({ fee_tier: tier, fee_amount: amount, fee_currency: currency }: FeeRow): Fee | null {
  return tier === null || amount === null || currency === null ? null : { tier, amount, currency };
}

async function entryById(ctx: Ctx, text: string): Promise<EntryView | undefined> {
  const id = entryId.safeParse(text);
  if (!id.success) return undefined;
  const row = await ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .innerJoin('directory.people as p', 'p.id', 'e.owner_id')
    .select(['e.id', 'e.number', 'e.state', 'e.version', 'e.title', 'e.nominee', 'e.body', 'e.note', 'e.edition_id', 'e.owner_id'])
    .select([
      'e.asked',
      'e.form_seen',
      'e.saved_at',
      'e.submitted_at',
      'e.submitted_hash',
      'e.withdrawn_at',
      'e.withdrawn_from',
      'e.ineligible_at',
      'e.mend_by',
      'e.rules_version',
      'e.nominee_kind',
      'e.nominated_by',
      'e.fee_tier',
      'e.fee_amount',
      'e.fee_currency',
      'e.chapter',
      'e.next_of',
      'c.id as category_id',
      'c.code',
      'c.name as category_name',
    ])
    .select(['p.name as owner_name', 'p.email as owner_email'])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.id', '=', id.data)
    .executeTakeFirst();
  const edition = row && (await editionById(ctx, row.edition_id));
  if (!row || !edition) return undefined;
  const { title, nominee, body, number, version, note } = row;
  const state = row.state as EntryState;
  const category = { id: row.category_id, code: row.code, name: row.category_name };
  const files = await filesOf(ctx, row.id);
  return {
    id: row.id,
    number,
    version,
    title,
    nominee,
    body,
    note,
    asked: row.asked,
    formSeen: row.form_seen ?? row.saved_at,
    nomineeKind: row.nominee_kind as Stated['nomineeKind'],
    nominator: row.nominated_by as Stated['nominator'],
    edition,
    chapter: row.chapter,
    nextOf: row.next_of as EntryId | null,
    state,
    savedAt: row.saved_at,
    submittedAt: row.submitted_at,
    withdrawnAt: row.withdrawn_at,
    ineligibleAt: row.ineligible_at,
    mendBy: row.mend_by,
    withdrawnFrom: row.withdrawn_from as EntryView['withdrawnFrom'],
    hash: row.submitted_hash?.toString('hex') ?? null,
    category,
    owner: { id: row.owner_id, name: row.owner_name, email: row.owner_email ?? '' },
    phase: phaseAt(timesOf(edition), ctx.now.getTime()),
    files,
    rules: row.rules_version,
    fee: feeOf(row),
    form: await answeredForm(ctx, { id: row.id, state, edition, category, rules: row.rules_version }, files),
  };
}

/** Whoever stands in for the writer may see what those who run the programme may, and a draft is not theirs. */
const isWritersAlone = (state: string) => state === 'draft';

/** What the reader may do to it: all that its owner may, or as far as a right of theirs goes. */
export type May = 'owner' | Right;

export type OwnView = EntryView & { readonly may: May };

async function mayWith(ctx: Ctx, entry: EntryView): Promise<May | undefined> {
  const person = personOf(ctx);
  if (person === undefined || !keyReaches(ctx, entry.edition.programme)) return undefined;
  return person === entry.owner.id ? 'owner' : rightOf(ctx, entry, person);
}

/** The entry for its owner and whoever they share it with. @throws Problem for everybody else */
export async function entryForOwner(ctx: Ctx, id: string): Promise<OwnView> {
  if (personOf(ctx) === undefined) throw problem('general.sign-in-needed');
  const entry = await entryById(ctx, id);
  const may = entry && (await mayWith(ctx, entry));
  if (entry === undefined || may === undefined) throw problem('general.not-found');
  if (selfOf(ctx) && isWritersAlone(entry.state)) throw problem('general.not-standing-in');
  return { ...entry, may };
}

/** Where something sent in belongs, so that whoever does not reach it makes nothing of it be read. */
async function placeOf(ctx: Ctx, text: string) {
  const id = entryId.safeParse(text);
  if (!id.success) return undefined;
  return ctx.db
    .selectFrom('entries')
    .select(['edition_id as edition', 'chapter'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id.data)
    .where('state', '<>', 'draft')
    .executeTakeFirst();
}

export type ManagedEntry = EntryView & {
  readonly mayChange: boolean;
  /** Whether they work with the whole programme, not only with its chapter. */
  readonly office: boolean;
  /** Whether they screen it and have nothing else to do with it. */
  readonly screensOnly: boolean;
  /** Whether they decide nothing about it where they wrote it. */
  readonly bound: boolean;
  /** Whether it came in after entries had closed to others: in the grace, or by a later close of its own. */
  readonly late: boolean;
};

type Ways = { readonly reach: (ctx: Ctx, edition: Edition) => Promise<Reached>; readonly may: (reach: Reached) => boolean };

async function entryReached(ctx: Ctx, id: string, { reach: find, may }: Ways): Promise<ManagedEntry> {
  const placed = await placeOf(ctx, id);
  const edition = placed && (await editionById(ctx, placed.edition));
  if (placed === undefined || edition === undefined) throw problem('general.not-found');
  const reach = await find(ctx, edition);
  const screensOnly = onlyScreens(reach);
  const entry = reaches(reach, placed) ? await entryById(ctx, id) : undefined;
  if (entry === undefined) throw problem('general.not-found');
  const late = entry.submittedAt !== null && entry.submittedAt >= edition.entriesCloseAt;
  return { ...entry, mayChange: may(reach), office: reach.chapters === 'all' && !screensOnly, screensOnly, bound: isBound(reach), late };
}

/** The entry for managers and auditors of its programme, and managers of its chapter; a draft is nobody's but its writer's. @throws Problem */
export const entryForManager = (ctx: Ctx, id: string): Promise<ManagedEntry> => entryReached(ctx, id, { reach: requireReach, may: mayAct });

/** The same for whoever screens it. Whoever screens nothing they write asks for that first. @throws Problem */
export const entryToScreen = (ctx: Ctx, id: string): Promise<ManagedEntry> =>
  entryReached(ctx, id, { reach: requireScreening, may: mayScreen });

export type EntryForJudge = EntryText & {
  readonly id: EntryId;
  readonly number: string;
  readonly category: EntryView['category'];
  readonly files: readonly FileView[];
  /** The fields judges read, with what was answered to them. */
  readonly form: AnsweredForm | undefined;
};

/** An accepted entry without who sent it. Judging asks for it once it has found the judge's seat; nothing is checked here. */
export async function entryForJudge(ctx: Ctx, id: EntryId): Promise<EntryForJudge | undefined> {
  const entry = await entryById(ctx, id);
  if (entry?.state !== 'accepted' || entry.number === null) return undefined;
  const { title, nominee, body, number, category } = entry;
  const { form, files } = readBy(entry, 'judge');
  return { id, number, title, nominee, body: form === undefined ? body : '', category, form, files: files.filter(isReadable) };
}

export type OwnEntry = Pick<
  EntryView,
  | 'id'
  | 'number'
  | 'state'
  | 'title'
  | 'nominee'
  | 'savedAt'
  | 'submittedAt'
  | 'withdrawnAt'
  | 'ineligibleAt'
  | 'mendBy'
  | 'withdrawnFrom'
  | 'edition'
  | 'phase'
> & {
  readonly categoryName: string;
  /** Where it is open again just now. */
  readonly openAgain: OpenAgain | undefined;
  /** How many of the required fields are empty. */
  readonly missing: number;
  /** Of one that is somebody else's: whose, and what the reader may do to it. */
  readonly shared: { readonly by: string; readonly may: Right } | undefined;
};

/** Two lookups by index, whatever else there is. */
function ownedOrShared(ctx: Ctx, person: PersonId) {
  return ctx.db
    .selectFrom('entries')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('owner_id', '=', person)
    .unionAll(
      ctx.db
        .selectFrom('entry_writers')
        .select('entry_id as id')
        .where('organisation_id', '=', ctx.organisation)
        .where('person_id', '=', person),
    );
}

/** All entries of the signed-in person and those shared with them, the last one worked on first. */
export async function entriesOfOwner(ctx: Ctx): Promise<OwnEntry[]> {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  const rows = await ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .innerJoin('directory.people as p', 'p.id', 'e.owner_id')
    .leftJoin('entry_writers as w', (join) =>
      join.onRef('w.organisation_id', '=', 'e.organisation_id').onRef('w.entry_id', '=', 'e.id').on('w.person_id', '=', person),
    )
    .select([
      'p.name as owner',
      'w.rights',
      'e.id',
      'e.number',
      'e.state',
      'e.title',
      'e.nominee',
      'e.body',
      'e.edition_id',
      'e.saved_at',
      'e.submitted_at',
      'e.withdrawn_at',
      'e.withdrawn_from',
      'e.ineligible_at',
      'e.mend_by',
      'c.name',
      'c.code',
    ])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.id', 'in', ownedOrShared(ctx, person))
    .where('e.next_of', 'is', null)
    .orderBy('e.saved_at', 'desc')
    .orderBy('e.id')
    .execute();
  const editions = await editionsByIds(ctx, [...new Set(rows.map((row) => row.edition_id))]);
  const missing = await missingAnswers(
    ctx,
    rows.flatMap(({ id, state, edition_id, code }) => {
      const edition = editions.get(edition_id);
      return edition && mayEdit(state as EntryState) ? [{ id, edition, category: code }] : [];
    }),
  );
  const again = await openAgain(
    ctx,
    rows.filter(({ submitted_at }) => submitted_at !== null).map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const edition = editions.get(row.edition_id);
    if (edition === undefined || !keyReaches(ctx, edition.programme)) return [];
    if (selfOf(ctx) && isWritersAlone(row.state)) return [];
    const { id, number, title, nominee, body, name: categoryName } = row;
    const phase = phaseAt(timesOf(edition), ctx.now.getTime());
    const asked = missing.get(id);
    const empty = (asked === undefined ? [title, nominee, body] : [title, nominee]).filter((text) => text.trim() === '').length;
    return {
      id,
      number,
      title,
      nominee,
      state: row.state as EntryState,
      savedAt: row.saved_at,
      submittedAt: row.submitted_at,
      withdrawnAt: row.withdrawn_at,
      ineligibleAt: row.ineligible_at,
      mendBy: row.mend_by,
      withdrawnFrom: row.withdrawn_from as EntryView['withdrawnFrom'],
      edition,
      phase,
      categoryName,
      openAgain: again.get(id),
      missing: empty + (asked ?? 0),
      shared: row.rights === null ? undefined : { by: row.owner, may: row.rights as Right },
    };
  });
}
