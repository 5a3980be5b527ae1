/** Two people, or two windows of one, write one entry. */
import { expect, test } from 'vitest';
import { Problem } from '#core/problems/problem.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { publishEdition } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { everyKind } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { entryForOwner, saveDraft } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const plain = await aSeason(world);
const asked = await aSeason(world, { published: false });
await enterByForm(asked, everyKind);
await publishEdition(asked.as(asked.manager, { clock: dates.before }), { edition: asked.edition });

const at = (owner: PersonId) => asked.as(owner, { clock: dates.whileOpen });
const read = (owner: PersonId, entry: EntryId) => entryForOwner(at(owner), entry);
type Sent = Parameters<typeof saveDraft>[1];

async function twice(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) return error;
  return [error.code, ...error.fields.map(({ path, code, facts }) => [path, code, facts.by].join(' '))];
}

const words = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };

test('two windows that wrote in different fields are both kept, and each is told what the other wrote', async () => {
  const { entry, owner } = await aDraft(plain);
  const save = (more: Partial<Sent>) => saveDraft(at(owner), { entry, version: 1, title: '', nominee: '', merge: {}, ...more });
  expect(await save({ title: words.title })).toMatchObject({ version: 2, mine: ['title'], theirs: [] });
  expect(await save({ nominee: words.nominee })).toMatchObject({ version: 3, mine: ['nominee'], theirs: ['title'] });
  expect(await save({ body: words.body })).toMatchObject({ version: 4, mine: ['body'], theirs: ['title', 'nominee'] });
  expect(await read(owner, entry)).toMatchObject(words);
  expect(await save({})).toMatchObject({ version: 4, mine: [], theirs: ['title', 'nominee', 'body'] });
});

test('two windows that wrote in one field: the second save is refused whole, and what was chosen is saved', async () => {
  const { entry, owner } = await aDraft(plain);
  const save = (title: string, more: Partial<Sent> = {}) =>
    saveDraft(at(owner), { entry, version: 1, nominee: '', title, body: 'Both wrote this.', merge: {}, ...more });
  await save('From one window');
  const other = save('From the other', { nominee: words.nominee });
  expect(await twice(other)).toEqual(['entries.written-by-two', 'title entries.saved-here-too ']);
  expect(await read(owner, entry)).toMatchObject({ version: 2, title: 'From one window', nominee: '' });
  const meanwhile = { nominee: words.nominee, merge: { held: ['title'] } };
  expect(await save('From the other', meanwhile)).toMatchObject({ version: 3, mine: ['nominee'], theirs: [] });
  const mixed = await save('From both', { nominee: words.nominee, merge: { since: { title: 3, nominee: 3 } } });
  expect(mixed).toMatchObject({ version: 4, mine: ['title'] });
  expect(await read(owner, entry)).toMatchObject({ title: 'From both', nominee: words.nominee, body: 'Both wrote this.' });
});

test('of two saves of one field at once, one is kept and the other is shown it', async () => {
  const { entry, owner } = await aDraft(plain);
  const save = (title: string) => saveDraft(at(owner), { entry, version: 1, nominee: '', title, merge: {} });
  const outcomes = await Promise.allSettled(['One', 'Other', 'Third'].map(save));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  const { version, title } = await read(owner, entry);
  expect([version, await twice(save('Late')), await save(title)]).toMatchObject([
    2,
    ['entries.written-by-two', 'title entries.saved-here-too '],
    { version: 2, mine: [] },
  ]);
});

test('answers come together field by field, whatever kind they are of', async () => {
  const { entry, owner } = await aDraft(asked);
  const save = (version: number, answers: Sent['answers'], merge: Sent['merge'] = {}) =>
    saveDraft(at(owner), { entry, version, title: '', nominee: '', answers, merge });
  await save(1, { title: 'Faster help', agents: 12 });
  const first = { title: 'Faster help', agents: 12 };
  await save(2, { ...first, agents: 20, sector: ['bank'] });
  expect(await save(2, { ...first, essay: 'Sooner.' })).toMatchObject({
    mine: ['answers.essay'],
    theirs: ['answers.sector', 'answers.agents'],
  });
  expect((await read(owner, entry)).form?.answers).toEqual({
    title: 'Faster help',
    agents: 20,
    sector: { options: ['bank'] },
    essay: 'Sooner.',
  });
  const late = { ...first, agents: 30, essay: '' };
  expect(await twice(save(2, late))).toEqual(['entries.written-by-two', 'answers.agents entries.saved-here-too ']);
  expect(await save(2, late, { held: ['answers.agents'] })).toMatchObject({ mine: [], theirs: ['answers.essay', 'answers.sector'] });
  expect(await save(2, late, { since: { 'answers.agents': 4, 'answers.essay': 4 } })).toMatchObject({
    mine: ['answers.essay', 'answers.agents'],
  });
});

test('a save that cannot show both texts is refused as soon as anybody saved meanwhile', async () => {
  const { entry, owner } = await aDraft(plain);
  await saveDraft(at(owner), { entry, version: 1, title: 'One', nominee: '' });
  expect(await refusalCode(saveDraft(at(owner), { entry, version: 1, title: '', nominee: 'Other' }))).toBe('general.stale-version');
});
