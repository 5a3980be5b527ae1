/** What a spreadsheet of entries would put in, and all that is wrong with it by its rows. Nothing is written. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Counted } from '#core/categories/entering/room.ts';
import { askedIn } from '#core/categories/entering/stated.ts';
import { type Column, formColumns, type HeadName, type Option } from '#core/entries/importing/columns.ts';
import { type ImportFault, type ImportRow, mostRows, readRows } from '#core/entries/importing/rows.ts';
import { controlOf } from '#core/forms/controls/sending.ts';
import type { Form } from '#core/forms/shape.ts';
import { type FieldProblem, Problem, problem } from '#core/problems/problem.ts';
import { canonicalJson } from '#core/record/canonical.ts';
import { problemView } from '#http/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { rowsIn } from '#platform/formats/table-rows.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { invalidInput } from '#platform/invalid-input.ts';
import { email, personByEmail, personName } from '#slices/people/index.ts';
import { editionById, formOfCategory, inheritedIn, namedChapters } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { writtenAnswers } from '../answers/writing-answers.ts';
import { requireOpen } from '../deadlines/late-codes.ts';
import type { CategoryInEdition } from '../find.ts';
import { requireRoom } from '../room/room.ts';
import { draftText, limits } from '../schemas.ts';
import type { Entry } from '../store.ts';
import { sendingOf } from '../writing.ts';
import { type ImportKind, knownReferences } from './import-store.ts';

export type Columns = { readonly columns: readonly Column[]; readonly form: Form | undefined };

/** What a spreadsheet of entries of a category may say. */
export async function columnsFor(ctx: Ctx, { edition, code }: CategoryInEdition): Promise<Columns> {
  const takes = (await inheritedIn(ctx, edition.id))(code);
  const asked = askedIn(takes);
  const chapters = await namedChapters(ctx, edition.id);
  const { finder, importing } = wordsFor(ctx.language);
  const called = (options: readonly string[], words: Readonly<Record<string, string>>): Option[] =>
    options.map((key) => ({ key, labels: [words[key] ?? key] }));
  const choices: Partial<Record<HeadName, readonly Option[]>> = {
    ...(asked.nomineeKind.length > 0 && { nomineeKind: called(asked.nomineeKind, finder.nominee) }),
    ...(asked.nominator.length > 0 && { nominator: called(asked.nominator, finder.nominator) }),
    ...(chapters.length > 0 && { chapter: chapters.map(({ key, name }) => ({ key, labels: [name] })) }),
  };
  const written = await formOfCategory(ctx, { edition: edition.id, version: edition.version, category: code });
  const head = (name: HeadName, needed = false): Column => {
    const options = choices[name];
    return { name, label: importing.columns[name], needed, ...(options && { options }) };
  };
  const columns = [
    head('owner.email', true),
    head('owner.name', true),
    head('title', true),
    head('nominee'),
    ...(Object.keys(choices) as HeadName[]).map((name) => head(name)),
    ...(written ? formColumns(written.form, written) : [head('body')]),
    head('received'),
    head('reference'),
  ];
  return { columns, form: written?.form };
}

/** What the form of the entry would have sent. */
export const givenBy = ({ title = '', nominee = '', body = '', nomineeKind, nominator, chapter, controls }: ImportRow) =>
  z.object(draftText).safeParse({ title, nominee, body, nomineeKind, nominator, chapter }, { reportInput: true }).data && {
    title,
    nominee,
    body,
    controls,
    ...(nomineeKind && { nomineeKind: nomineeKind as 'person' }),
    ...(nominator && { nominator: nominator as 'self' }),
    ...(chapter && { chapter }),
  };

const owner = z.object({ 'owner.email': email, 'owner.name': personName });

function headProblems({ email: address, name, title = '', nominee = '', body = '' }: ImportRow): readonly FieldProblem[] {
  const text = z.object({ title: draftText.title, nominee: draftText.nominee, body: draftText.body });
  return [
    owner.safeParse({ 'owner.email': address, 'owner.name': name }, { reportInput: true }),
    text.safeParse({ title, nominee, body }, { reportInput: true }),
  ].flatMap(({ error }) => (error ? invalidInput(error).fields : []));
}

/** An entry nobody has begun, to be looked at as if it were there. */
function unbegun(ctx: Ctx, { id, edition, code }: CategoryInEdition, by: PersonId): Entry {
  const nothing = { number: null, withdrawnFrom: null, submittedAt: null, mendBy: null, chapter: null, nextOf: null, rulesVersion: null };
  return {
    ...nothing,
    id: ctx.ids.random(),
    edition: edition.id,
    category: id,
    owner: by,
    state: 'draft',
    version: 1,
    savedAt: ctx.now,
    title: '',
    nominee: '',
    body: '',
    nomineeKind: null,
    nominator: null,
    categoryCode: code,
    editionVersion: edition.version,
  };
}

/** @throws Problem `entries.category-retired` */
async function requireTaking({ retired, name }: CategoryInEdition): Promise<void> {
  if (retired) throw problem('entries.category-retired', { category: name });
}

/** In time by when it was received on paper, or by now. @throws Problem */
export async function requireInTime(ctx: Ctx, { edition }: CategoryInEdition, received: string | undefined, by: PersonId): Promise<void> {
  const at = received === undefined ? ctx.now : new Date(received);
  if (at > ctx.now) throw problem('import.received-ahead');
  await requireOpen({ ...ctx, now: at }, edition, edition.entriesGrace, by);
}

async function refusalsOf(look: () => Promise<unknown>): Promise<readonly FieldProblem[]> {
  try {
    await look();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.fields.length > 0 ? error.fields : [{ path: '', code: error.code, facts: error.facts }];
  }
}

/** All that is wrong with a row. `besides`: how many of the file come before it, and how many of these are of the same owner. */
export async function checkRow(
  ctx: Ctx,
  category: CategoryInEdition,
  row: ImportRow,
  as: ImportKind,
  besides?: Counted,
): Promise<readonly FieldProblem[]> {
  const head = headProblems(row);
  const given = givenBy(row);
  if (head.length > 0 || given === undefined) return head;
  const known = (await personByEmail(ctx, row.email))?.id;
  const by = known ?? ctx.ids.random<PersonId>();
  const entry = unbegun(ctx, category, by);
  const { limits: room } = (await inheritedIn(ctx, category.edition.id))(category.code);
  const looks = [
    () => requireTaking(category),
    () => requireInTime(ctx, category, as === 'drafts' ? undefined : row.received, by),
    () => requireRoom(ctx, { ...category, limits: room }, by, besides),
    async () => {
      if (as === 'sent-in') return void (await sendingOf(ctx, { entry, category }, given));
      const { problems } = await writtenAnswers(ctx, entry, given, 'draft');
      if (problems.length > 0) throw problem('general.invalid-input', { count: problems.length }, problems);
    },
  ];
  const found: FieldProblem[] = [];
  for (const look of looks) found.push(...(await refusalsOf(look)));
  return found;
}

/** What the rows are known by: put in once as they are, by whoever looked at them. */
export const fingerprintOf = (rows: readonly ImportRow[], as: ImportKind): Buffer =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify({ as, rows }))))
    .digest();

type FaultLine = { readonly row: number; readonly text: string };
type FoundRow = { readonly row: number; readonly owner: string; readonly email: string; readonly title: string; readonly nominee: string };
export type FoundEntries = {
  readonly file: string;
  readonly as: ImportKind;
  readonly faults: readonly FaultLine[];
  readonly rows: readonly FoundRow[];
  /** The rows as `importEntries` takes them; '' where something is wrong. */
  readonly body: string;
  /** Entries have closed: why these come later is to be said. */
  readonly late: boolean;
};

/** Where in the spreadsheet a part of an entry stands. */
function columnCalled({ columns, form }: Columns, path: string): string {
  const asked = path.startsWith('answers.') ? (form ? controlOf(form, path.slice('answers.'.length)) : path) : path;
  return columns.find(({ name }) => name === asked)?.label ?? '';
}

export async function referenceFaults(ctx: Ctx, { edition }: CategoryInEdition, rows: readonly ImportRow[]): Promise<ImportFault[]> {
  const said = rows.flatMap(({ reference }) => reference ?? []);
  const known = await knownReferences(ctx, edition.id, said);
  return rows.flatMap(({ row, reference = '' }): ImportFault[] => {
    const as = known.get(reference);
    return as === undefined ? [] : [{ row, column: '', code: 'import.reference-known', facts: { reference, as } }];
  });
}

/** Nothing is written; the rows come back as what puts them in takes them. @throws Problem for a file that is no table */
export async function foundEntries(ctx: Ctx, category: CategoryInEdition, file: File, as: ImportKind): Promise<FoundEntries> {
  const edition = (await editionById(ctx, category.edition.id)) ?? category.edition;
  const columns = await columnsFor(ctx, category);
  const { rows, faults } = readRows(await rowsIn(file, mostRows), columns.columns, edition.zone);
  const { problems } = wordsFor(ctx.language);
  const lines = [...faults, ...(await referenceFaults(ctx, category, rows))].map(({ row, column, code, facts }) => ({
    row,
    column,
    text: problems[code].detail(facts),
  }));
  for (const [i, row] of rows.entries()) {
    const before = as === 'drafts' ? [] : rows.slice(0, i);
    const besides = { all: before.length, own: before.filter((one) => one.email === row.email).length };
    const found = await checkRow(ctx, category, row, as, besides);
    const told = problemView(problem('general.invalid-input', { count: found.length }, found), ctx.language).fields;
    const more = told.map(({ path, message }) => ({ row: row.row, column: columnCalled(columns, path), text: message }));
    // What could not be read is not told a second time as missing.
    lines.push(...more.filter(({ column }) => column === '' || !lines.some((line) => line.row === row.row && line.column === column)));
  }
  return {
    file: file.name.slice(-limits.nominee),
    as,
    faults: lines
      .sort((a, b) => a.row - b.row)
      .map(({ row, column, text }) => ({ row, text: column === '' ? text : `${column}: ${text}` })),
    rows: rows.map(({ row, name, email: address, title = '', nominee = '' }) => ({ row, owner: name, email: address, title, nominee })),
    body: lines.length === 0 ? JSON.stringify(rows) : '',
    late: ctx.now >= edition.entriesCloseAt,
  };
}
