/** Writing an entry: it is started in a category, saved as often as one likes, and submitted in time. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Stated, statedIn, statedProblems } from '#core/categories/entering/stated.ts';
import { key } from '#core/editions/key.ts';
import { receiptText } from '#core/entries/receipt.ts';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, keyReaches, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { invalidInput } from '#platform/invalid-input.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionById, inheritedIn, takeEntryNumber, tierNow } from '#slices/programmes/index.ts';
import { mayEdit, writing as sharing } from './access.ts';
import { type Written, writtenAnswers } from './answers/writing-answers.ts';
import { chapterProblems, type Placing, placeInChapter } from './chapters/chapters.ts';
import { requireOpen } from './deadlines/late-codes.ts';
import { requireEligible } from './eligibility/judged.ts';
import { type CategoryInEdition, categoryInEdition, type FileView, filesOf } from './find.ts';
import { keepFound } from './listing/search-store.ts';
import { mendingOf, requireStillToMend } from './mending/mend-by.ts';
import { moveOver } from './reopening/next-version.ts';
import { requireNotEnded, requireStanding, type Standing } from './reopening/reopening.ts';
import { markEnded } from './reopening/reopening-store.ts';
import { type Limited, requireRoom, requireRoomAs } from './room/room.ts';
import { categoryId, controls, draftText, type EntryText, entryId, submittedHead, submittedText, version } from './schemas.ts';
import * as store from './store.ts';
import { merge, mergeHead, mergingOf, refuseBoth } from './together/merging.ts';

async function requireEditable(ctx: Ctx, entry: store.Entry): Promise<void> {
  if (!mayEdit(entry.state)) throw problem('entries.not-editable', { number: entry.number });
  await requireNotEnded(ctx, entry);
}

/**
 * A draft of somebody's own, told in the caller's transaction. `given`: what is known of it before a word was written, as whoever accepts a
 * nomination begins with it. @throws Problem where its category takes nothing from them just now
 */
export async function openDraft(
  ctx: Ctx,
  { retired, ...category }: CategoryInEdition,
  owner: PersonId,
  given: store.Given = {},
): Promise<EntryId> {
  const { id, code, name, edition } = category;
  await requireOpen(ctx, edition, 0, owner);
  if (retired) throw problem('entries.category-retired', { category: name });
  const { limits } = (await inheritedIn(ctx, edition.id))(code);
  await requireRoom(ctx, { ...category, limits }, owner);
  refuseAll(await chapterProblems(ctx, { edition: edition.id, chapter: null }, given.chapter ?? null));
  const entry = await store.insertEntry(ctx, { edition: edition.id, category: id, owner, ...given });
  const subject = { kind: 'entry', id: entry };
  await tell(ctx, { kind: 'entries.entry-started', programme: edition.programme, subject, body: { category: code } });
  return entry;
}

export const startEntry = operation('entries.start-entry', {
  /** `chapter`: the one somebody was led in from; it can be changed until the entry is sent in. */
  input: z.object({ category: categoryId, chapter: key.optional() }),
  who: ['person'],
  find: async (ctx, input) => {
    const category = await categoryInEdition(ctx, input.category);
    return category && keyReaches(ctx, category.edition.programme) ? category : undefined;
  },
  run: async (ctx, { chapter = null }, category) => {
    const owner = personOf(ctx);
    if (owner === undefined) throw problem('general.sign-in-needed');
    return { entry: await openDraft(ctx, category, owner, { chapter }) };
  },
});

const told = ['title', 'nominee', 'body', 'nomineeKind', 'nominator', 'chapter'] as const;
const same = (entry: Omit<store.Writing, 'changes'>, { changes, ...text }: store.Writing) =>
  told.every((field) => entry[field] === text[field]) && changes.length === 0;

type Kinds = { readonly [K in keyof Stated]?: NonNullable<Stated[K]> | '' | undefined } & { readonly chapter?: string | undefined };

/** What is not sent stays as it is. */
const said = <K>(sent: K | '' | undefined, kept: K | null): K | null => (sent === undefined ? kept : sent === '' ? null : sent);

/** An entry by a form has no text beside it; one it had before there was a form is kept. */
function writingOf(entry: store.Entry, { title, nominee, body, ...kinds }: EntryText & Kinds, { form, changes }: Written): store.Writing {
  const stated = { nomineeKind: said(kinds.nomineeKind, entry.nomineeKind), nominator: said(kinds.nominator, entry.nominator) };
  const chapter = said<string>(kinds.chapter, entry.chapter);
  return { title, nominee, body: form === undefined ? body : entry.body, ...stated, chapter, changes };
}

function refuseAll(fields: readonly FieldProblem[]): void {
  if (fields.length > 0) throw problem('general.invalid-input', { count: fields.length }, fields);
}

/** What is missing of the text, told like all else that is. */
function textProblems(text: EntryText, byForm: boolean): readonly FieldProblem[] {
  const read = z.object(byForm ? submittedHead : submittedText).safeParse(text, { reportInput: true });
  return read.success ? [] : invalidInput(read.error).fields;
}

async function refuseStale(ctx: Ctx, entry: store.Entry): Promise<never> {
  const edition = await editionById(ctx, entry.edition);
  throw problem('general.stale-version', { at: zonedText(entry.savedAt.getTime(), edition?.zone ?? 'UTC') });
}

/**
 * Saves what was written, in time or not: a draft is never lost to a deadline. The same text again changes nothing. What others saved
 * meanwhile in other fields stays; a field two wrote in refuses the whole.
 */
export const saveDraft = operation('entries.save-draft', {
  /** `seen`: what is new in the form since it was written first is not told again. */
  input: z.object({ entry: entryId, version, ...draftText, controls, merge, seen: z.boolean().default(false) }),
  who: ['owner', 'writer'],
  draft: true,
  find: (ctx, input) => store.lockEntry(ctx, input.entry),
  relations: sharing('edit'),
  run: async (ctx, input, entry) => {
    await requireEditable(ctx, entry);
    const merging = await mergingOf(ctx, entry, input);
    const written = await writtenAnswers(ctx, entry, input, 'draft', merging);
    const sent = writingOf(entry, input, written);
    const { head, sorted } = mergeHead(entry, sent, merging);
    await refuseBoth(ctx, entry, [...sorted.both, ...written.sorted.both]);
    const writing = { ...sent, ...head };
    refuseAll([...written.problems, ...(await chapterProblems(ctx, entry, writing.chapter))]);
    const [mine, theirs] = [
      [...sorted.mine, ...written.sorted.mine],
      [...sorted.theirs, ...written.sorted.theirs],
    ];
    if (mine.length === 0 && !input.seen) return { version: entry.version, savedAt: entry.savedAt.toISOString(), mine, theirs };
    if (merging === undefined && entry.version !== input.version) await refuseStale(ctx, entry);
    await store.markSaved(ctx, entry, writing, personOf(ctx) ?? entry.owner, input.seen);
    return { version: entry.version + 1, savedAt: ctx.now.toISOString(), mine, theirs };
  },
});

type Submitted = {
  readonly writing: Omit<store.Writing, 'changes'>;
  readonly written: Pick<Written, 'kept'>;
  readonly number: string;
  readonly files: readonly FileView[];
};

/** As far as there is anything to say. */
const kindsOf = ({ nomineeKind, nominator }: Stated) => ({ ...(nomineeKind && { nomineeKind }), ...(nominator && { nominator }) });

/** The mark of a receipt. */
function receiptHash(entry: store.Entry, { writing, written, number, files }: Submitted, at: Date): Buffer {
  const { title, nominee, body, nomineeKind, nominator } = writing;
  const said = { entry: entry.id, number, title, nominee, body, nomineeKind, nominator };
  const text = receiptText({ ...said, rules: entry.editionVersion, answers: written.kept, files, submittedAt: at });
  return createHash('sha256').update(text).digest();
}

async function mailReceipt(
  ctx: Ctx,
  entry: store.Entry,
  edition: Edition,
  facts: { number: string; hash: Buffer; title: string },
): Promise<void> {
  const owner = (await peopleByIds(ctx, [entry.owner])).get(entry.owner);
  if (owner === undefined) return;
  await mail(ctx, {
    mail: 'entries.receipt',
    to: owner.email,
    person: entry.owner,
    programme: edition.programme,
    edition: edition.id,
    data: {
      entry: entry.id,
      name: owner.name,
      number: facts.number,
      title: facts.title,
      programme: edition.programmeName,
      edition: edition.name,
      submittedAt: zonedText(ctx.now.getTime(), edition.zone),
      hash: facts.hash.toString('hex'),
    },
  });
}

/** One that is sent in again keeps its number, and with it the place it has. */
async function numberFor(ctx: Ctx, entry: store.Entry, category: Limited): Promise<string> {
  if (entry.number !== null) return entry.number;
  const { number, taken } = await takeEntryNumber(ctx, category.id);
  await requireRoomAs(ctx, taken, category, entry.owner);
  return `${category.code}-${String(number).padStart(3, '0')}`;
}

/** The price tier the first submission falls into, kept for whoever is to be paid. */
async function feeNow(ctx: Ctx, entry: store.Entry, edition: Edition): Promise<store.Fee | undefined> {
  const tier = entry.number === null ? await tierNow(ctx, edition) : undefined;
  return tier && { tier: tier.key, amount: tier.amount, currency: tier.currency };
}

export type Sending = {
  readonly category: CategoryInEdition;
  readonly limits: Limited['limits'];
  readonly writing: store.Writing;
  readonly written: Written;
  readonly files: readonly FileView[];
  readonly eligibility: string | undefined;
};

/** What the record says of something that was sent in, beside its mark. */
function toldOf(entry: store.Entry, { category, writing, eligibility }: Sending, fee?: store.Fee) {
  return {
    title: writing.title,
    nominee: writing.nominee,
    category: category.code,
    ...kindsOf(writing),
    ...(writing.chapter !== null && { chapter: writing.chapter }),
    ...(fee && { fee }),
    configuration: entry.editionVersion,
    ...(eligibility !== undefined && { eligibility }),
  };
}

export type Sent = { readonly number: string; readonly hash: Buffer };

/** Under the next number of its category; one sent back keeps its own. */
export async function sendIn(ctx: Ctx, entry: store.Entry, sending: Sending): Promise<Sent> {
  const { category, limits, writing } = sending;
  const number = await numberFor(ctx, entry, { ...category, limits });
  const hash = receiptHash(entry, { ...sending, number }, ctx.now);
  const fee = await feeNow(ctx, entry, category.edition);
  await store.markSubmitted(ctx, entry, writing, { number, hash, by: personOf(ctx) ?? entry.owner, fee });
  const body = { number, ...toldOf(entry, sending, fee), hash: hash.toString('hex') };
  const subject = { kind: 'entry', id: entry.id };
  await tell(ctx, { kind: 'entries.entry-submitted', programme: category.edition.programme, subject, body });
  return { number, hash };
}

/** In the place of the version before, whose number and state it has: from now on whoever reads the entry reads this one. */
async function sendNext(ctx: Ctx, draft: store.Entry, { entry, reopening }: Standing, sending: Sending): Promise<Sent> {
  const { category, writing } = sending;
  const written = await moveOver(ctx, draft.id, entry.id, sending.written);
  const number = entry.number ?? '';
  const files = await filesOf(ctx, entry.id);
  const hash = receiptHash(entry, { writing, written, number, files }, ctx.now);
  await store.markNextVersion(ctx, entry, { ...writing, changes: written.changes }, { hash, by: personOf(ctx) ?? entry.owner });
  const versions = { before: entry.version, after: entry.version + 1 };
  await markEnded(ctx, reopening, { as: 'sent-in', ...versions, sentBefore: entry.submittedAt ?? entry.savedAt });
  const body = { number, ...toldOf(entry, sending), ...versions, hash: hash.toString('hex') };
  const subject = { kind: 'entry', id: entry.id };
  await tell(ctx, { kind: 'entries.next-version-submitted', programme: category.edition.programme, subject, body });
  return { number, hash };
}

/** What stands in the draft's place so far, where it is a next version; in time, or refused. */
async function standingInTime(ctx: Ctx, entry: store.Entry, { edition }: CategoryInEdition): Promise<Standing | undefined> {
  if (entry.nextOf !== null) return requireStanding(ctx, entry, entry.nextOf, edition);
  const mending = mendingOf(ctx, entry, edition);
  if (mending) requireStillToMend(ctx, mending, edition);
  else await requireOpen(ctx, edition, edition.entriesGrace, entry.owner);
  return undefined;
}

/** Which chapter it is sent in to. A next version stands where the entry does, wherever a manager has put that meanwhile. */
async function placingOf(ctx: Ctx, entry: store.Entry, sent: store.Writing, standing: Standing | undefined): Promise<Placing> {
  if (standing) return { chapter: standing.entry.chapter, problems: [] };
  const { chapter, problems } = await placeInChapter(ctx, { edition: entry.edition, said: sent.chapter, nominee: sent.nominee });
  return { chapter, problems: [...(await chapterProblems(ctx, entry, sent.chapter)), ...problems] };
}

type Given = EntryText & Kinds & Parameters<typeof writtenAnswers>[2];

/**
 * What is sent in, looked at as a whole; nothing is written. `stale`: called with what was written before anything is asked of the rules.
 * @throws Problem with all that is missing or wrong, `entries.not-eligible`
 */
export async function sendingOf(
  ctx: Ctx,
  {
    entry,
    category,
    standing,
  }: { readonly entry: store.Entry; readonly category: CategoryInEdition; readonly standing?: Standing | undefined },
  given: Given,
  stale: (sent: store.Writing) => Promise<void> = () => Promise.resolve(),
): Promise<Sending> {
  const written = await writtenAnswers(ctx, entry, given, 'submit');
  const sent = writingOf(entry, { ...given, body: given.body.trim() }, written);
  const takes = (await inheritedIn(ctx, category.edition.id))(category.code);
  const placing = await placingOf(ctx, entry, sent, standing);
  const writing = { ...sent, ...statedIn(takes, sent), chapter: placing.chapter };
  refuseAll([
    ...textProblems(given, written.form !== undefined),
    ...statedProblems(takes, writing),
    ...placing.problems,
    ...written.problems,
  ]);
  await stale(sent);
  const files = await filesOf(ctx, entry.id);
  const entered = {
    nominee: writing.nominee,
    stated: writing,
    // What others know of it, they know of the entry it is the next version of.
    entry: entry.nextOf ?? entry.id,
    files: files.length,
    at: ctx.now,
    form: written.form && { form: written.form.form, answers: written.answers },
  };
  const eligible = await requireEligible(ctx, { edition: category.edition, category }, entered);
  return { category, limits: takes.limits, writing, written, files, eligibility: eligible?.verdict };
}

/** Submits what the form holds, saved before or not. */
export const submitEntry = operation('entries.submit-entry', {
  input: z.object({ entry: entryId, version, ...draftText, controls }),
  who: ['owner', 'writer'],
  find: (ctx, input) => store.lockEntry(ctx, input.entry),
  relations: sharing('submit'),
  run: async (ctx, input, entry) => {
    if (!mayEdit(entry.state)) throw problem('entries.already-submitted', { number: entry.number });
    const category = await categoryInEdition(ctx, entry.category);
    if (!category) throw problem('general.not-found');
    const standing = await standingInTime(ctx, entry, category);
    const sending = await sendingOf(ctx, { entry, category, standing }, input, async (sent) => {
      if (entry.version !== input.version && !same(entry, sent)) await refuseStale(ctx, entry);
    });
    const { number, hash } = standing ? await sendNext(ctx, entry, standing, sending) : await sendIn(ctx, entry, sending);
    const of = standing?.entry ?? entry;
    await keepFound(ctx, [of.id]);
    await mailReceipt(ctx, of, category.edition, { number, hash, title: sending.writing.title });
    return { entry: of.id, number, hash: hash.toString('hex'), submittedAt: ctx.now.toISOString() };
  },
});
