/** Entries for programs: one's own, written and submitted; those of a programme, for its managers. */
import { z } from 'zod';
import { nominatorKind, nomineeKind } from '#core/categories/shape.ts';
import { key } from '#core/editions/key.ts';
import { type Endpoint, endpoint, type Told } from '#http/api/endpoint.ts';
import { listOf, pageOf, paging, placeIn } from '#http/api/paging.ts';
import { editionAddress, instant, slug } from '#http/api/shapes.ts';
import type { Ctx } from '#platform/context.ts';
import { contentLink } from '#slices/files/index.ts';
import { editionForEntries } from '#slices/programmes/index.ts';
import { fileForReader } from './files.ts';
import type { FileView } from './find.ts';
import { entriesForManager } from './lists.ts';
import { categoryId, draftText, entryId } from './schemas.ts';
import { type EntryView, entriesOfOwner, entryForManager, entryForOwner } from './views.ts';
import { reviveEntry, withdrawEntry } from './withdrawing/withdrawing.ts';
import { saveDraft, startEntry, submitEntry } from './writing.ts';

const state = z.enum(['draft', 'submitted', 'returned', 'accepted']);
const withdrawnAt = instant
  .nullable()
  .describe('When its writer took it back; `state` then is what it was before. Null for one that competes.');
const ineligibleAt = instant
  .nullable()
  .describe('When its writer was told that it may not compete; `state` then is submitted, and `note` says why. Null for every other.');
/** What was released knows no state of what is withdrawn or may not compete, and may be told none: it stays what it was, beside the instant. */
const released = <E extends Pick<EntryView, 'state' | 'withdrawnFrom'>>({ withdrawnFrom, ...entry }: E) => ({
  ...entry,
  state: withdrawnFrom ?? (entry.state === 'ineligible' ? ('submitted' as const) : entry.state),
});
const fileState = z
  .enum(['held', 'clean', 'refused', 'unscanned'])
  .meta({ description: 'A file that is held or refused is given to nobody.' });
const file = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  addedAt: instant,
  state: fileState,
  field: z.string().nullable().describe('The field of the form it answers; null for one beside the entry as a whole.'),
});
const chapterOf = z.string().nullable().describe('The chapter of its edition it belongs to, by its key; null where nobody has said.');
const written = {
  id: z.uuid(),
  number: z.string().nullable(),
  state,
  version: z.int(),
  title: z.string(),
  nominee: z.string(),
  nomineeKind: nomineeKind.nullable().describe('Where its category takes several kinds.'),
  nominator: nominatorKind.nullable().describe('Who sends it in, as they stand to the nominee.'),
  body: z.string(),
  note: z.string().describe('What the organiser asked to have mended.'),
  asked: z.array(z.string()).describe('What of it that is about, by the names of its controls; empty where the note alone says it.'),
  savedAt: instant,
  submittedAt: instant.nullable(),
  withdrawnAt,
  ineligibleAt,
  hash: z.string().nullable().describe('SHA-256 of what was submitted, as the receipt vouches for it.'),
  category: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  edition: z.object({ programmeSlug: slug, programmeName: z.string(), slug, name: z.string() }),
  chapter: chapterOf,
  files: z.array(file),
  rules: z.int().nullable().describe('The version of the edition it was submitted under.'),
  fee: z
    .object({ tier: z.string(), amount: z.int(), currency: z.string() })
    .nullable()
    .describe('The price tier it fell into when it was first sent in, in minor units. Nothing is charged.'),
  form: z
    .object({ key: z.string(), answers: z.record(z.string(), z.unknown()).describe('By the keys of the form’s fields; a file by its id.') })
    .nullable()
    .describe('The form of its category, in the edition’s document, with what was answered. Null for an entry of one text.'),
};
const entry = z.object(written).meta({ id: 'Entry' });
const address = z.object({ entry: entryId });
/** Limits of the category. */
const room = ['entries.category-full', 'entries.own-limit-reached'] as const;
const late = ['entries.not-open-yet', 'entries.closed', 'entries.already-submitted'] as const;

/** The form itself stands in the edition's document. */
const shown = <V extends EntryView>({ form, formSeen: _seen, ...view }: V) => ({
  ...released(view),
  form: form ? { key: form.key, answers: form.answers } : null,
});
const told = (view: EntryView): Told => ({ body: shown(view), version: view.version });
const entryNow = async (ctx: Ctx, { params }: { readonly params: z.output<typeof address> }) =>
  told(await entryForOwner(ctx, params.entry));

/** What others share is read and written by its id. */
const ownOnly = async (ctx: Ctx) => (await entriesOfOwner(ctx)).filter(({ shared }) => shared === undefined);

const own: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/entries',
    id: 'listEntries',
    subject: 'entries',
    summary: 'Your own entries',
    text: 'Ordered by id, which is random.',
    scope: 'read:entries',
    query: z.object(paging),
    answer: listOf(
      z.object({
        id: z.uuid(),
        number: written.number,
        state,
        title: z.string(),
        nominee: z.string(),
        savedAt: instant,
        submittedAt: instant.nullable(),
        withdrawnAt,
        ineligibleAt,
        categoryName: z.string(),
        edition: written.edition,
      }),
    ),
    run: async (ctx, { query }) => {
      const { items, next } = pageOf((await ownOnly(ctx)).map(released), query, { keyOf: () => '', idOf: ({ id }) => id });
      return { body: { items, next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/entries',
    id: 'startEntry',
    subject: 'entries',
    summary: 'Begin an entry in a category',
    scope: 'write:entries',
    body: z.object({ category: categoryId }),
    status: 201,
    answer: z.object({ entry: z.uuid() }),
    operation: startEntry,
    refusals: [...late, ...room, 'general.not-found'],
    run: async (ctx, { body }) => {
      const made = await startEntry(ctx, body);
      return { body: made, location: `/entries/${made.entry}` };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/entries/{entry}',
    id: 'readEntry',
    subject: 'entries',
    summary: 'One of your entries',
    scope: 'read:entries',
    params: address,
    answer: entry,
    run: entryNow,
  }),
  endpoint({
    method: 'PUT',
    path: '/entries/{entry}/draft',
    id: 'saveDraft',
    subject: 'entries',
    summary: 'Save the text and the answers of a draft',
    text: 'As incomplete as it may be, also after entries have closed. Where the category has a form, `answers` takes the place of `body`; without `answers` those there are stay.',
    scope: 'write:entries',
    params: address,
    body: z.object(draftText),
    answer: entry,
    operation: saveDraft,
    refusals: ['entries.not-editable'],
    current: entryNow,
    run: async (ctx, { params, body, version }) => {
      await saveDraft(ctx, { entry: params.entry, version, ...body });
      return entryNow(ctx, { params });
    },
  }),
  endpoint({
    method: 'POST',
    path: '/entries/{entry}/submission',
    id: 'submitEntry',
    subject: 'entries',
    summary: 'Submit an entry',
    text: 'What is sent is what competes, saved before or not; everything that is missing or wrong is told at once. The instant of arrival decides whether it was in time.',
    scope: 'write:entries',
    params: address,
    body: z.object(draftText),
    answer: entry,
    operation: submitEntry,
    refusals: [...late, ...room, 'entries.not-editable'],
    current: entryNow,
    run: async (ctx, { params, body, version }) => {
      await submitEntry(ctx, { entry: params.entry, version, ...body });
      return entryNow(ctx, { params });
    },
  }),
  endpoint({
    method: 'POST',
    path: '/entries/{entry}/withdrawal',
    id: 'withdrawEntry',
    subject: 'entries',
    summary: 'Withdraw an entry you sent in',
    text: 'It keeps its number and what it says, and gives its place in the category back. Refused once judges were given it.',
    scope: 'write:entries',
    params: address,
    answer: entry,
    operation: withdrawEntry,
    refusals: ['entries.nothing-to-withdraw', 'entries.withdrawn-too-late', 'judging.entry-is-read'],
    run: async (ctx, { params }) => {
      await withdrawEntry(ctx, { entry: params.entry });
      return entryNow(ctx, { params });
    },
  }),
  endpoint({
    method: 'POST',
    path: '/entries/{entry}/revival',
    id: 'reviveEntry',
    subject: 'entries',
    summary: 'Bring an entry back that you withdrew',
    text: 'While entries are open and its category has room. It is looked at anew.',
    scope: 'write:entries',
    params: address,
    answer: entry,
    operation: reviveEntry,
    refusals: ['entries.not-withdrawn', 'entries.not-open-yet', 'entries.closed', 'entries.category-retired', ...room],
    run: async (ctx, { params }) => {
      await reviveEntry(ctx, { entry: params.entry });
      return entryNow(ctx, { params });
    },
  }),
];

const files = (items: readonly FileView[], query: { readonly after?: string | undefined; readonly limit: number }): Told => {
  const { items: page, next } = pageOf(items, query, { keyOf: ({ addedAt }) => addedAt.toISOString(), idOf: ({ id }) => id });
  return { body: { items: page, next: next ?? null }, next };
};

const beside: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/entries/{entry}/files',
    id: 'listFiles',
    subject: 'entries',
    summary: 'The files beside one of your entries',
    text: 'Oldest first.',
    scope: 'read:entries',
    params: address,
    query: z.object(paging),
    answer: listOf(file),
    run: async (ctx, { params, query }) => files((await entryForOwner(ctx, params.entry)).files, query),
  }),
  endpoint({
    method: 'GET',
    path: '/manage/entries/{entry}/files',
    id: 'listManagedFiles',
    subject: 'entries',
    summary: 'The files beside an entry of a programme you manage or audit',
    text: 'Oldest first.',
    scope: 'read:entries',
    params: address,
    query: z.object(paging),
    answer: listOf(file),
    run: async (ctx, { params, query }) => files((await entryForManager(ctx, params.entry)).files, query),
  }),
  endpoint({
    method: 'GET',
    path: '/files/{file}',
    id: 'readFile',
    subject: 'entries',
    summary: 'A file, and where its content is for some minutes',
    text: 'For whoever may read its entry. The link works with the key that asked for it, sent along as always, and asks for every right again.',
    scope: 'read:entries',
    params: z.object({ file: z.uuid() }),
    answer: file.extend({
      link: z.string().describe('An address of its own, or one below the address of this installation; good for five minutes.'),
    }),
    refusals: ['files.held', 'files.refused'],
    run: async (ctx, { params }) => {
      const found = await fileForReader(ctx, params.file);
      return { body: { ...found, link: contentLink(ctx, found.id) } };
    },
  }),
];

const managed: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/editions/{edition}/entries',
    id: 'listManagedEntries',
    subject: 'entries',
    summary: 'What was submitted to an edition',
    text: 'Newest first. Drafts belong to their writers and are not here. Whoever manages a chapter gets what is entered in it.',
    scope: 'read:entries',
    params: editionAddress,
    query: z.object({
      ...paging,
      q: z.string().max(200).optional().describe('Words in number, title, nominee or the writer’s name.'),
      state: z.enum(['submitted', 'returned', 'accepted', 'withdrawn', 'ineligible']).optional(),
      category: categoryId.optional(),
      chapter: key.optional().describe('Of a chapter of the edition, by its key.'),
    }),
    answer: listOf(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        nominee: z.string(),
        owner: z.string(),
        state,
        category: z.string(),
        chapter: chapterOf,
        submittedAt: instant,
        withdrawnAt,
        ineligibleAt,
      }),
    ),
    run: async (ctx, { params, query }) => {
      const { edition } = await editionForEntries(ctx, params.programme, params.edition);
      placeIn('instant', query.after);
      const filter = { search: query.q, state: query.state, category: query.category, chapter: query.chapter, after: query.after };
      const { entries, next } = await entriesForManager(ctx, edition, filter, query.limit);
      return { body: { items: entries.map(released), next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/manage/entries/{entry}',
    id: 'readManagedEntry',
    subject: 'entries',
    summary: 'An entry of a programme you manage or audit, or of a chapter you manage',
    scope: 'read:entries',
    params: address,
    answer: entry.extend({ owner: z.object({ id: z.uuid(), name: z.string(), email: z.string() }) }),
    run: async (ctx, { params }) => ({ body: shown(await entryForManager(ctx, params.entry)) }),
  }),
];

export const entriesApi: readonly Endpoint[] = [...own, ...beside, ...managed];
