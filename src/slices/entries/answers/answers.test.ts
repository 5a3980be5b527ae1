/** Entries written by a form: what is kept, what is refused, who reads what, and what a later form does to them. */
import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { formShape } from '#core/forms/shape.ts';
import { Problem } from '#core/problems/problem.ts';
import { configureFiles } from '#platform/files.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { editionById, publishEdition, unlockConfiguration } from '#slices/programmes/index.ts';
import { acceptEntry, returnEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { asks, everyKind, goodAnswers } from '#tests/support/forms/form.ts';
import { changeAnsweredForm, enterByForm } from '#tests/support/forms/season-form.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import {
  addFile,
  entryForJudge,
  entryForManager,
  entryForOwner,
  fileForReader,
  letRead,
  saveDraft,
  submitEntry,
  takeUpload,
} from '../index.ts';
import { blankEntries } from '../privacy/privacy-store.ts';

const folder = temporaryFolder('answers');
configureFiles(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { published: false });
await enterByForm(season, everyKind);
await publishEdition(season.as(season.manager, { clock: dates.before }), { edition: season.edition });

const head = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual' };
const at = (owner: PersonId) => season.as(owner, { clock: dates.whileOpen });
const read = (owner: PersonId, entry: EntryId) => entryForOwner(at(owner), entry);
const office = () => season.as(season.manager, { clock: dates.whileOpen });

/** Where it was refused, and as what. */
async function refusedAt(promise: Promise<unknown>): Promise<string[]> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Problem ? error.fields.map(({ path, code }) => `${path} ${code}`) : [];
}

async function rowsOf(entry: EntryId): Promise<string[]> {
  const { rows } = await database.owner.pool.query<{ field: string; version: number }>(
    'select field, version from plaudit.entry_answers where entry_id = $1 order by version, field',
    [entry],
  );
  return rows.map(({ field, version }) => `${version} ${field}`);
}

test('a draft keeps each answer under the version it was written at, and writes only what changed', async () => {
  const { entry, owner } = await aDraft(season);
  const save = (version: number, answers: Parameters<typeof saveDraft>[1]['answers']) =>
    saveDraft(at(owner), { entry, version, ...head, answers });
  expect(await refusedAt(save(1, { agents: 'many', essay: 'x' }))).toEqual([
    'answers.agents answers.not-understood',
    'answers.title answers.needed',
  ]);
  await save(1, { title: 'Faster help', essay: 'word '.repeat(700), sector: ['bank'] });
  await save(2, { title: 'Faster help', essay: 'word '.repeat(700), agents: 12 });
  expect(await save(3, { title: 'Faster help', essay: 'word '.repeat(700), agents: '12' })).toMatchObject({ version: 3 });
  expect(await rowsOf(entry)).toEqual(['2 essay', '2 sector', '2 title', '3 agents', '3 sector']);
  expect((await read(owner, entry)).form?.answers).toEqual({ title: 'Faster help', essay: 'word '.repeat(700).trim(), agents: 12 });
  expect(await refusalCode(save(1, { title: 'From another window' }))).toBe('general.stale-version');
});

test('everything that keeps an entry from being sent in is told at once, and nothing of it is lost', async () => {
  const { entry, owner } = await aDraft(season);
  const film = { ...(await takeUpload(at(owner), entry, new File(['a letter'], 'letter.txt'))), field: 'papers' };
  await addFile(at(owner), { entry, ...film });
  const answers = { ...goodAnswers, essay: 'word '.repeat(626), claim: { ...goodAnswers.claim, n: null } };
  expect(await refusedAt(submitEntry(at(owner), { entry, version: 1, title: ' ', nominee: '', answers }))).toEqual([
    'title field.required',
    'nominee field.required',
    'answers.essay answers.too-many',
    'answers.papers.0 answers.file-not-taken',
    'answers.claim.n answers.claim-incomplete',
  ]);
  await saveDraft(at(owner), { entry, version: 1, ...head, answers });
  expect((await read(owner, entry)).form?.answers).toMatchObject({ agents: 12, papers: [{ name: 'letter.txt', group: 'document' }] });
});

test('an entry without a form takes no answers, and one by a form no other text', async () => {
  const other = await aSeason(season);
  const { entry, owner } = await aDraft(other);
  expect(await refusedAt(saveDraft(at(owner), { entry, version: 1, ...head, body: '', answers: { essay: 'x' } }))).toEqual([
    'answers.essay answers.unknown-field',
  ]);
  const byForm = await aDraft(season);
  await submitEntry(at(byForm.owner), { entry: byForm.entry, version: 1, ...head, body: 'A text beside the form', answers: goodAnswers });
  expect((await read(byForm.owner, byForm.entry)).body).toBe('');
});

test('judges read the fields meant for them and their files, managers all with the version it was submitted under', async () => {
  const { entry, owner } = await aDraft(season);
  const kept = await takeUpload(at(owner), entry, new File(['%PDF-1.7\nfigures\n%%EOF'], 'figures.pdf'));
  const { file } = await addFile(at(owner), { entry, ...kept, field: 'papers' });
  const leader = { kind: 'person', name: 'Ada Lindqvist', email: 'ada@lindqvist.example' };
  const answers = { ...goodAnswers, agents: 60, revenue: { amount: '12.50', currency: 'EUR' }, leader };
  await submitEntry(at(owner), { entry, version: 1, ...head, answers });
  await acceptEntry(office(), { entry });
  const { version = 0 } = (await editionById(office(), season.edition)) ?? {};
  const managed = await entryForManager(office(), entry);
  expect([managed.rules, managed.form?.answers.revenue, managed.form?.answers.leader]).toEqual([
    version,
    { currency: 'EUR', minor: 1250 },
    leader,
  ]);
  const judged = await entryForJudge(office(), entry);
  expect(Object.keys(judged?.form?.answers ?? {}).sort()).toEqual(['agents', 'claim', 'essay', 'leader', 'papers', 'sector', 'title']);
  expect([judged?.form?.answers.leader, judged?.files.map(({ id }) => id)]).toEqual([{ kind: 'person', name: 'Ada Lindqvist' }, [file]]);
  expect(JSON.stringify(judged?.form?.form)).not.toContain('revenue');

  const judge = await aPerson(season, 'Tobiah Renn');
  letRead(async (ctx) => ctx.actor.kind === 'person' && ctx.actor.id === judge);
  expect((await fileForReader(at(judge), file)).name).toBe('figures.pdf');
  await database.owner.pool.query(`update plaudit.entry_files set field = 'rules' where id = $1`, [file]);
  expect(await refusalCode(fileForReader(at(judge), file))).toBe('general.not-found');
});

test('a form that is changed leaves what was submitted as it was, and asks anew what is sent back', async () => {
  const { entry, owner } = await aDraft(season);
  await submitEntry(at(owner), { entry, version: 1, ...head, answers: goodAnswers });
  const before = await entryForManager(office(), entry);
  const edition = await editionById(office(), season.edition);
  await unlockConfiguration(office(), {
    edition: season.edition,
    version: edition?.version ?? 0,
    because: 'The essay was asked too shortly.',
  });
  const items = [asks('short-text', 'essay', { required: 'submit' }), asks('short-text', 'motto', { required: 'submit' })];
  await changeAnsweredForm(season, formShape.parse({ title: 'Form', sections: [{ key: 'new', title: 'New', items }] }));

  const { form, rules } = await entryForManager(office(), entry);
  expect([form, rules]).toEqual([before.form, before.rules]);
  await returnEntry(office(), { entry, reason: 'Say it in one sentence, please.' });
  const returned = await read(owner, entry);
  expect([returned.form?.form.sections.map(({ key }) => key), returned.form?.answers.essay]).toEqual([['new'], goodAnswers.essay]);
  const { version } = returned;
  expect(await refusedAt(submitEntry(at(owner), { entry, version, ...head, answers: { essay: 'Sooner.' } }))).toEqual([
    'answers.motto answers.needed',
  ]);
  await submitEntry(at(owner), { entry, version, ...head, answers: { essay: 'Sooner.', motto: 'Three rings.' } });
  expect((await entryForManager(office(), entry)).rules).toBe((before.rules ?? 0) + 2);
  expect((await rowsOf(entry)).filter((row) => row.endsWith('claim'))).toHaveLength(1);
});

test('what somebody answered goes with the rest of their entry', async () => {
  const { entry, owner } = await aDraft(season);
  await saveDraft(at(owner), { entry, version: 1, ...head, answers: { essay: 'Sooner.', motto: '' } });
  expect(await rowsOf(entry)).toEqual(['2 essay']);
  await database.jobs.db.transaction().execute((db) => blankEntries({ ...at(owner), db }, [entry]));
  expect(await rowsOf(entry)).toEqual([]);
});
