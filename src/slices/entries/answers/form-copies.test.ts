/** A form that entries answer is changed: on a copy, with a look at who is affected, and without losing what anybody wrote. */
import { expect, test } from 'vitest';
import { type Form, formShape } from '#core/forms/shape.ts';
import { Problem } from '#core/problems/problem.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { changesPage } from '#slices/programmes/copies/changes-page.ts';
import { formPage } from '#slices/programmes/editing/forms/form-page.ts';
import {
  applyFormCopy,
  changeFormCopy,
  changePart,
  discardFormCopy,
  editionById,
  editionDocumentOf,
  publishEdition,
  replaceConfiguration,
  unlockConfiguration,
} from '#slices/programmes/index.ts';
import { acceptEntry, returnEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { asks } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { entryPage } from '../entry-page.ts';
import { entryForJudge, entryForManager, entryForOwner, saveDraft, submitEntry } from '../index.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { published: false });
const formOf = (...items: object[]): Form => formShape.parse({ title: 'Entry', sections: [{ key: 'entry', title: 'Entry', items }] });
const before = formOf(asks('long-text', 'essay', { required: 'submit' }), asks('short-text', 'old'), asks('short-text', 'motto'));
const after = formOf(
  asks('long-text', 'essay', { required: 'submit', words: { max: 2 } }),
  asks('short-text', 'motto'),
  asks('short-text', 'proof', { required: 'submit' }),
);
await enterByForm(season, before);
await publishEdition(season.as(season.manager, { clock: dates.before }), { edition: season.edition });
const place = { edition: season.edition, form: 'entry' };
const body = (form: Form) => JSON.parse(JSON.stringify(form));
const office = (person = season.manager) => season.as(person, { clock: dates.whileOpen });
const at = (owner: PersonId) => season.as(owner, { clock: dates.whileOpen });
const version = async () => (await editionById(office(), season.edition))?.version ?? 0;
const pageOf = (after?: string) =>
  changesPage(office(), season.slug, '2026', 'entry', new URLSearchParams(after === undefined ? {} : { after }));
const builder = () => formPage(office(), season.slug, '2026', 'entry', new URLSearchParams());
const head = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual' };
const essay = 'Sooner and kinder.';

async function sentIn(owner: PersonId, answers: Record<string, string>): Promise<EntryId> {
  const { entry } = await aDraft(season, { owner });
  await submitEntry(at(owner), { entry, version: 1, ...head, answers });
  return entry;
}

test('where no entry answers it a form is changed at once, and has no copy', async () => {
  expect((await builder()).copy).toBeUndefined();
  expect(await refusalCode(changeFormCopy(office(), { ...place, version: 0, body: body(after) }))).toBe('editions.form-unanswered');
});

test('a form is changed with 50 entries in it, and nothing that was sent in or written is lost', async () => {
  const owner = await aPerson(season);
  const sent: EntryId[] = [];
  for (let i = 0; i < 40; i += 1) sent.push(await sentIn(owner, { essay, ...(i < 12 && { old: `As it was ${i}` }) }));
  const drafts: EntryId[] = [];
  for (let i = 0; i < 10; i += 1) {
    const { entry } = await aDraft(season, { owner });
    await saveDraft(at(owner), { entry, version: 1, ...head, answers: { essay: i < 5 ? essay : 'Sooner.', old: i === 0 ? 'Kept' : '' } });
    drafts.push(entry);
  }
  await returnEntry(office(), { entry: sent[0] as EntryId, reason: 'Say it in two words, please.' });
  await acceptEntry(office(), { entry: sent[1] as EntryId });
  await unlockConfiguration(office(), { edition: season.edition, version: await version(), because: 'The essay was far too long.' });

  const direct = changePart(office(), { edition: season.edition, version: await version(), part: 'forms', body: { entry: body(after) } });
  expect(await refusalCode(direct)).toBe('editions.form-answered');
  const edition = await editionById(office(), season.edition);
  if (!edition) throw new Error('no edition');
  const document = { ...(await editionDocumentOf(office(), edition)), forms: { entry: after } };
  const whole = replaceConfiguration(office(), {
    edition: season.edition,
    version: edition.version,
    document: JSON.parse(JSON.stringify(document)),
  });
  expect(await refusalCode(whole)).toBe('editions.form-answered');

  await changeFormCopy(office(), { ...place, version: 0, body: body(after) });
  expect([(await builder()).copy?.open?.by, (await builder()).fields]).toEqual(['Ilse Quarrington', 3]);
  expect(Object.keys((await entryForOwner(at(owner), drafts[0] as EntryId)).form?.answers ?? {})).toEqual(['essay', 'old']);

  const page = await pageOf();
  expect([page.of, page.touched]).toEqual([
    { drafts: 11, submitted: 39 },
    { drafts: 11, submitted: 39 },
  ]);
  expect(page.effects.map(({ change, affected }) => [Object.values(change).join(' '), affected.drafts, affected.submitted])).toEqual([
    ['field-removed old', 2, 11],
    ['limit-tightened essay words.max 1000 2', 6, 39],
    ['field-added proof submit', 11, 0],
  ]);
  expect(page.lines.map(({ state }) => state)).toEqual([
    ...Array(10).fill('draft'),
    'returned',
    ...Array(38).fill('submitted'),
    'accepted',
  ]);
  expect(page.lines.find(({ id }) => id === drafts[0])).toMatchObject({ title: '', number: null, touches: [{}, {}, {}], more: 0 });
  expect([page.next, (await pageOf('nothing')).lines.length]).toEqual([undefined, 50]);

  const later = season.as(season.manager, { clock: new Date(dates.whileOpen.getTime() + 60_000) });
  await applyFormCopy(later, { edition: season.edition, version: await version(), form: 'entry', copy: 1 });
  const old = await entryForManager(office(), sent[1] as EntryId);
  expect([old.state, old.form?.answers.old, old.form?.form.sections[0]?.items.length]).toEqual(['accepted', 'As it was 1', 3]);
  expect((await entryForJudge(office(), sent[1] as EntryId))?.form?.answers).toEqual({ essay, old: 'As it was 1' });
  const draft = await entryForOwner(at(owner), drafts[0] as EntryId);
  const told = (page: Awaited<ReturnType<typeof entryPage>>) => page.news?.touches.map(({ change }) => Object.values(change).join(' '));
  expect(told(await entryPage(at(owner), draft.id))).toEqual([
    'field-removed old',
    'limit-tightened essay words.max 1000 2',
    'field-added proof submit',
  ]);
  expect(told(await entryPage(at(owner), sent[1] as EntryId))).toBeUndefined();
  expect(draft.form?.answers).toEqual({ essay, old: 'Kept' });
  const refused = await submitEntry(at(owner), { entry: draft.id, version: draft.version, ...head }).catch((error: unknown) => error);
  expect(refused instanceof Problem ? refused.fields.map(({ path, code }) => `${path} ${code}`) : []).toEqual([
    'answers.essay answers.too-many',
    'answers.proof answers.needed',
  ]);
  // However often it is saved, what is new stays told until it is answered, or its writer has seen it.
  const moved = (seconds: number) => season.as(owner, { clock: new Date(dates.whileOpen.getTime() + 60_000 + seconds * 1_000) });
  const one = await saveDraft(moved(1), { entry: draft.id, version: draft.version, ...head, title: 'Three rings, then a person' });
  expect(told(await entryPage(moved(2), draft.id))).toHaveLength(3);
  const two = await saveDraft(moved(3), { entry: draft.id, version: one.version, ...head, answers: { essay: 'Short.' } });
  expect(told(await entryPage(moved(4), draft.id))).toEqual(['field-removed old', 'field-added proof submit']);
  await saveDraft(moved(5), { entry: draft.id, version: two.version, ...head, seen: true });
  expect(told(await entryPage(moved(6), draft.id))).toBeUndefined();
  const kept = await database.owner.pool.query(`select answer from plaudit.entry_answers where entry_id = $1 and field = 'old'`, [
    draft.id,
  ]);
  expect(kept.rows).toEqual([{ answer: 'Kept' }]);
  expect((await builder()).copy).toEqual({ version: 2, open: undefined, back: undefined });
});

test('two managers who change one copy are told of each other, and what was thrown away can be taken up again', async () => {
  const other = await aMember(season, season.programme, 'manager', 'Ruth Abara');
  const next = formOf(asks('short-text', 'motto', { label: 'In one sentence' }));
  await changeFormCopy(office(), { ...place, version: 2, body: body(next) });
  expect(await refusalCode(changeFormCopy(office(other), { ...place, version: 2, body: body(before) }))).toBe('general.stale-version');
  const apply = applyFormCopy(office(other), { edition: season.edition, version: await version(), form: 'entry', copy: 2 });
  expect(await refusalCode(apply)).toBe('general.stale-version');
  await discardFormCopy(office(other), { ...place, version: 3 });
  expect(await refusalCode(discardFormCopy(office(), { ...place, version: 4 }))).toBe('editions.no-form-copy');
  await changeFormCopy(office(other), { ...place, version: 4, body: body(next) });
  expect([(await builder()).copy?.open?.by, (await builder()).title]).toEqual(['Ilse Quarrington', 'Entry']);
  const wrong = formOf(asks('short-text', 'motto'), asks('short-text', 'motto'));
  const { fields } = (await changeFormCopy(office(), { ...place, version: 5, body: body(wrong) }).catch(
    (error: unknown) => error,
  )) as Problem;
  expect(fields.map(({ path }) => path.startsWith('forms.entry.'))).toContain(true);
});
