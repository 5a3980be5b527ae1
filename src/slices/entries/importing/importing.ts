/** Entries that were written on paper or in a spreadsheet are put in for their owners, all of a file or none; what was sent in is taken back as a whole. */
import { z } from 'zod';
import type { ImportRow } from '#core/entries/importing/rows.ts';
import { mostRows } from '#core/entries/importing/rows.ts';
import { type FieldProblem, Problem, problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { expectPerson } from '#slices/people/index.ts';
import { type Edition, editionById, movePlace, programmeRelations } from '#slices/programmes/index.ts';
import { writtenAnswers } from '../answers/writing-answers.ts';
import { type CategoryInEdition, categoryInEdition } from '../find.ts';
import { keepFound } from '../listing/search-store.ts';
import { categoryId } from '../schemas.ts';
import * as entries from '../store.ts';
import { openDraft, sendIn, sendingOf } from '../writing.ts';
import { checkRow, fingerprintOf, givenBy, referenceFaults, requireInTime } from './checking.ts';
import * as store from './import-store.ts';

const cell = (most: number) => z.string().max(most).optional();
const importRow = z.strictObject({
  row: z.number().int().min(2).max(1_000_000),
  email: z.string().max(320),
  name: z.string().max(400),
  title: cell(2_000),
  nominee: cell(2_000),
  body: cell(50_000),
  nomineeKind: cell(40),
  nominator: cell(40),
  chapter: cell(60),
  received: z.iso.datetime().optional(),
  reference: cell(200),
  controls: z.record(z.string().max(200), z.string().max(200_000)),
});

function somebody(ctx: Ctx): PersonId {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return person;
}

/** What is wrong with a row is told as of that row. */
async function ofRow<T>(row: number, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const fields: readonly FieldProblem[] = error.fields.length > 0 ? error.fields : [{ path: '', code: error.code, facts: error.facts }];
    throw problem(
      'import.row-refused',
      { row },
      fields.map((field) => ({ ...field, path: `row.${row}${field.path === '' ? '' : `.${field.path}`}` })),
    );
  }
}

type PutIn = { readonly entry: EntryId; readonly owner: PersonId; readonly number: string | null; readonly title: string };

async function putIn(ctx: Ctx, category: CategoryInEdition, row: ImportRow, as: store.ImportKind): Promise<PutIn> {
  const found = await checkRow(ctx, category, row, as);
  const given = givenBy(row);
  if (found.length > 0 || given === undefined) throw problem('general.invalid-input', { count: found.length }, found);
  const owner = await expectPerson(ctx, { email: row.email, name: row.name });
  const { edition } = category;
  const { title, nominee } = given;
  const begun = {
    nominee,
    ...(given.nomineeKind && { nomineeKind: given.nomineeKind }),
    ...(given.nominator && { nominator: given.nominator }),
  };
  if (as === 'drafts') {
    const id = await openDraft(ctx, category, owner, { ...begun, chapter: given.chapter ?? null });
    const draft = await lockBegun(ctx, id);
    const { changes } = await writtenAnswers(ctx, draft, given, 'draft');
    const { nomineeKind, nominator, chapter } = draft;
    await entries.markSaved(ctx, draft, { title, nominee, body: given.body, nomineeKind, nominator, chapter, changes }, somebody(ctx));
    return { entry: id, owner, number: null, title };
  }
  await requireInTime(ctx, category, row.received, owner);
  const id = await entries.insertEntry(ctx, {
    edition: edition.id,
    category: category.id,
    owner,
    ...begun,
    chapter: given.chapter ?? null,
  });
  const entry = await lockBegun(ctx, id);
  const subject = { kind: 'entry', id };
  await tell(ctx, {
    kind: 'entries.entry-started',
    programme: edition.programme,
    subject,
    about: owner,
    body: { category: category.code },
  });
  const { number } = await sendIn(ctx, entry, await sendingOf(ctx, { entry, category }, given));
  return { entry: id, owner, number, title };
}

async function lockBegun(ctx: Ctx, id: EntryId): Promise<entries.Entry> {
  const entry = await entries.lockEntry(ctx, id);
  if (entry === undefined) throw new Error('an entry is gone that was just begun');
  return entry;
}

type Told = { readonly row: ImportRow; readonly put: PutIn };

async function mailOwner(ctx: Ctx, edition: Edition, { row, put }: Told): Promise<void> {
  const data = {
    entry: put.entry,
    name: row.name,
    title: put.title,
    number: put.number ?? '',
    programme: `${edition.programmeName} ${edition.name}`,
  };
  await mail(ctx, { mail: 'entries.imported', to: row.email, person: put.owner, programme: edition.programme, data });
}

/** All rows or none. After entries have closed, only what was received before, and why it is put in later is said. */
export const importEntries = operation('entries.import-entries', {
  input: z.object({
    category: categoryId,
    as: z.enum(['drafts', 'sent-in']),
    file: z.string().trim().min(1).max(200),
    rows: z.array(importRow).min(1).max(mostRows),
    because: z.string().trim().max(2000).default(''),
    mails: z.boolean(),
  }),
  who: ['manager'],
  // It names people, so no answer keeps it.
  secret: true,
  find: (ctx, input) => categoryInEdition(ctx, input.category),
  relations: (ctx, { edition }) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { as, file, rows, because, mails }, category) => {
    const { edition } = category;
    if (because === '' && ctx.now >= edition.entriesCloseAt)
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'because', code: 'field.required', facts: {} }]);
    const fingerprint = fingerprintOf(rows, as);
    const of = { edition: edition.id, category: category.id, file, fingerprint, kind: as, because };
    const id = await store.insertImport(ctx, { ...of, by: somebody(ctx) });
    if (id === undefined) throw problem('import.in-already');
    const [twice] = await referenceFaults(ctx, category, rows);
    if (twice)
      throw problem('import.row-refused', { row: twice.row }, [{ path: `row.${twice.row}`, code: twice.code, facts: twice.facts }]);
    const done: Told[] = [];
    for (const row of rows) done.push({ row, put: await ofRow(row.row, () => putIn(ctx, category, row, as)) });
    await store.insertRows(
      ctx,
      id,
      done.map(({ row: { row, reference = '', received }, put }) => {
        return { row, entry: put.entry, reference, received: received === undefined ? null : new Date(received) };
      }),
    );
    await keepFound(
      ctx,
      done.map(({ put }) => put.entry),
    );
    if (mails) for (const one of done) await mailOwner(ctx, edition, one);
    const body = { as, entries: done.length, category: category.code, fingerprint: fingerprint.toString('hex') };
    await tell(ctx, { kind: 'entries.entries-imported', programme: edition.programme, subject: { kind: 'entry-import', id }, body });
    return { import: id, entries: done.length };
  },
});

type Found = { readonly of: store.LockedImport; readonly edition: Edition };

async function findImport(ctx: Ctx, id: string): Promise<Found | undefined> {
  const of = await store.lockImport(ctx, id);
  const edition = of && (await editionById(ctx, of.edition));
  return of && edition && { of, edition };
}

/** Of what was sent in, all that still waits is withdrawn; its owners may bring it back while entries are open. Drafts are their owners'. */
export const undoImport = operation('entries.undo-import', {
  input: z.object({ import: z.uuid() }),
  who: ['manager'],
  find: (ctx, input) => findImport(ctx, input.import),
  relations: (ctx, { edition }) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, { of, edition }) => {
    if (of.undone) throw problem('import.undone-already');
    if (of.kind === 'drafts') throw problem('import.drafts-stay');
    const ids = (await store.rowsOfImport(ctx, of.id)).map(({ entry }) => entry);
    const waiting = (await entries.lockEntries(ctx, ids)).filter(({ state }) => state === 'submitted');
    for (const entry of waiting) {
      await entries.markWithdrawn(ctx, entry);
      await movePlace(ctx, entry.category, 'freed');
      const subject = { kind: 'entry', id: entry.id };
      const body = { number: entry.number, from: entry.state };
      await tell(ctx, { kind: 'entries.entry-withdrawn', programme: edition.programme, subject, about: entry.owner, body });
    }
    await store.markUndone(ctx, of.id, somebody(ctx));
    const body = { withdrawn: waiting.length, left: ids.length - waiting.length };
    await tell(ctx, { kind: 'entries.import-undone', programme: edition.programme, subject: { kind: 'entry-import', id: of.id }, body });
    return { import: of.id, ...body };
  },
});
