/** An entry as its writer's page shows it: plain values, dates in the programme's zone. */
import { askedIn } from '#core/categories/entering/stated.ts';
import { noWithdrawal } from '#core/entries/withdrawing.ts';
import { type Right, suffices } from '#core/entries/writers.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { CategoryId } from '#platform/ids.ts';
import { fileNameEndings } from '#platform/media-type.ts';
import { criteriaOfCategory, type Edition, inheritedIn, namedChapters, tiersOf } from '#slices/programmes/index.ts';
import { mayEdit } from './access.ts';
import { stillAsked } from './answers/asked-parts.ts';
import { asksForLooseFiles } from './answers/files-as-answers.ts';
import { formNews } from './answers/form-news.ts';
import { latePage, noneLater } from './deadlines/late-page.ts';
import { divisionShown, eligibilityForEntrant } from './eligibility/judged.ts';
import { itemsToTell } from './items/views.ts';
import { letterCounts } from './letters/views.ts';
import { mendingOf } from './mending/mend-by.ts';
import { lastMove } from './moving/views.ts';
import { openAgain } from './reopening/open-again.ts';
import { nextVersionFor } from './reopening/views.ts';
import { roomFor } from './room/room.ts';
import { fileLimits, limits } from './schemas.ts';
import { unreadIn } from './threads/views.ts';
import { entryForOwner, type May, type OwnView } from './views.ts';

export type EntryPage = Awaited<ReturnType<typeof entryPage>>;

const mayDo = (may: May, needed: Right) => may === 'owner' || suffices(may, needed);

/** Whose it is, where it is somebody else's; whether the reader writes in it now, and may send it in. */
const readerOf = ({ may, owner, state }: OwnView) => ({
  shared: may === 'owner' ? undefined : { by: owner.name, may },
  writes: mayEdit(state) && mayDo(may, 'edit'),
  maySend: mayDo(may, 'submit'),
});

/** With what others did about it: questions, post, letters. */
async function shownTo(ctx: Ctx, entry: OwnView) {
  const [unread, items, letters] = [await unreadIn(ctx, entry), await itemsToTell(ctx, entry), await letterCounts(ctx, entry)];
  return { ...readerOf(entry), unread, items, letters };
}

const called = ({ slug, name, programmeName, programmeSlug, zone }: Edition) => ({ slug, name, programmeName, programmeSlug, zone });

async function chaptersOf(ctx: Ctx, edition: Edition) {
  return (await namedChapters(ctx, edition.id)).map(({ key, name, countries }) => ({ key, name, countries: countries.length > 0 }));
}

/** With the share each has of the whole. */
async function criteriaFor(ctx: Ctx, category: CategoryId) {
  const criteria = await criteriaOfCategory(ctx, category);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return criteria.map(({ id, name, question, weight }) => ({ id, name, question, share: weight / total }));
}

export async function entryPage(ctx: Ctx, id: string) {
  const whole = await entryForOwner(ctx, id);
  const {
    edition,
    files,
    savedAt,
    submittedAt,
    withdrawnAt,
    ineligibleAt,
    mendBy: _until,
    owner,
    phase,
    asked,
    formSeen: _seen,
    ...entry
  } = whole;
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const reader = await shownTo(ctx, whole);
  const { nominee, category, form } = entry;
  const takes = (await inheritedIn(ctx, edition.id))(category.code);
  const entered = { entry: whole.nextOf ?? whole.id, nominee, stated: entry, files: files.length, at: submittedAt ?? ctx.now, form };
  // Sent back, it waits for a change: of the text, or a file that was added since.
  const changed = [savedAt, ...files.map(({ addedAt }) => addedAt)].some((at) => at.getTime() > (submittedAt?.getTime() ?? 0));
  const open = await stillAsked(ctx, whole);
  const next = await nextVersionFor(ctx, whole);
  const mending = mendingOf(ctx, whole, edition);
  const late = next || mending ? noneLater : await latePage(ctx, edition, owner.id);
  const own = next ?? mending ?? (late.until !== null && late.open ? { until: late.until, away: late.away, open: true } : undefined);
  const again = (await openAgain(ctx, [whole.id])).get(whole.id);
  return {
    ...entry,
    /** Whether something of what was asked is still to do. */
    asked: entry.state === 'returned' && (asked.length === 0 ? !changed : open.length > 0),
    /** What was named of it, and what of that is as it was. */
    asks: entry.state === 'returned' ? { all: asked, open } : { all: [], open: [] },
    ...reader,
    /** Whoever reads it, for what a browser keeps. */
    me: personOf(ctx) ?? owner.id,
    savedAt: told(savedAt),
    submittedAt: submittedAt && told(submittedAt),
    withdrawnAt: withdrawnAt && told(withdrawnAt),
    ineligibleAt: ineligibleAt && told(ineligibleAt),
    /** Whether it may be taken back, as far as this slice knows: judging may still refuse. */
    mayWithdraw: reader.maySend && noWithdrawal(entry.state, phase) === undefined,
    /** Whether it may be entered in another category as well. */
    mayCopy: owner.id === personOf(ctx) && entry.nextOf === null && phase === 'entries-open',
    edition: called(edition),
    /** The instant that is its own, where it is open again or was sent back until then. */
    closes: own ? own.until : told(edition.entriesCloseAt),
    away: own ? own.away : edition.entriesCloseAt.getTime() - ctx.now.getTime(),
    open: own ? own.open : phase === 'entries-open',
    /** Of one that was sent back: until when it may be mended, where that was said. */
    mending,
    /** Of a draft: what it is the next version of. */
    next,
    /** Of an entry that is open again: where its next version is written, and until when. */
    again: again && { draft: again.draft, reason: again.reason, until: told(again.until), away: again.until.getTime() - ctx.now.getTime() },
    moved: await lastMove(ctx, whole),
    late,
    news: await formNews(ctx, whole),
    files: files.map(({ sha256: _hash, addedAt, ...file }) => ({ ...file, addedAt: told(addedAt) })),
    /** Whether files may lie beside the entry as a whole. */
    looseFiles: entry.form === undefined || asksForLooseFiles(entry.form.form) || files.some(({ field }) => field === null),
    mayAddFile: files.filter(({ field }) => field === null).length < fileLimits.files,
    accept: fileNameEndings.join(),
    criteria: await criteriaFor(ctx, category.id),
    limits,
    /** What sending it in costs; once it is in, what the one tier was called that it fell into. */
    tiers: await tiersOf(ctx, edition, phase === 'entries-open' ? ctx.now.getTime() : undefined),
    /** The kinds its category takes, and those of them there is a choice of. */
    takes: { nominees: takes.nominees ?? [], nominators: takes.nominators ?? [] },
    choices: askedIn(takes),
    /** Those of its edition, of which a next version has no choice; with countries, one that names the nominee's is found by itself. */
    chapters: next ? [] : await chaptersOf(ctx, edition),
    /** Of a draft: why its category would not take it just now. */
    room: entry.state === 'draft' && !next ? await roomFor(ctx, { ...category, edition, limits: takes.limits }, owner.id) : undefined,
    division: await divisionShown(ctx, { edition, category }, entered, { register: false }),
    eligibility: await eligibilityForEntrant(ctx, { edition, category }, entered),
  };
}
