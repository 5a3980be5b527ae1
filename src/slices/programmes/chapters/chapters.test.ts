import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { requestLink, signInByLink } from '#slices/people/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aChapterManager, aPerson, aSeason, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import {
  acceptInvitation,
  chapterManagers,
  chaptersManaged,
  copyEdition,
  editionById,
  editionDocumentOf,
  inviteToChapter,
  namedChapters,
  programmeRelations,
  reachIn,
  replaceConfiguration,
  resolveVisitor,
  unlockConfiguration,
  withdrawChapter,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world, { chapters: true });
const { programme, edition, manager } = season;
const place = { id: edition, programme };
const office = () => season.as(manager, { clock: dates.before });
const held = async (person: PersonId) => (await chaptersManaged(season.as(person))).flatMap(({ chapters }) => chapters);

async function invited(person: PersonId, chapter = 'emea'): Promise<string> {
  const token = newToken();
  await inviteToChapter(office(), { edition, chapter, email: await emailOf(world, person), name: 'Nadia Achour', token });
  return token;
}

test('an invitation to a chapter is accepted once, also in a race, and gives that chapter and no role in the programme', async () => {
  const person = await aPerson(world, 'Nadia Achour');
  const token = await invited(person);
  const accept = () => acceptInvitation(world.as(person, { clock: dates.before }), { token, session: newToken() });
  const outcomes = await Promise.allSettled([accept(), accept(), accept()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await refusalCode(accept())).toBe('people.invitation-used-or-expired');
  expect(await held(person)).toEqual(['emea']);
  expect(await programmeRelations(world.as(person), programme)).toEqual([]);
  expect(await reachIn(world.as(person), place)).toEqual({ edition, chapters: ['emea'], relations: ['chapter-manager'] });
  expect(await refusalCode(invited(person))).toBe('programmes.chapter-held');
  // Another chapter is another invitation.
  const other = await invited(person, 'americas');
  await acceptInvitation(world.as(person, { clock: dates.before }), { token: other, session: newToken() });
  expect(await held(person)).toEqual(['americas', 'emea']);
});

test('a chapter that is taken away is gone with the next request, and taking it away in a race is done once', async () => {
  const person = await aChapterManager(season, 'emea', 'Ruth Abara');
  const [token, session] = [newToken(), newToken()];
  await requestLink(world.asVisitor(), { email: await emailOf(world, person), token });
  await signInByLink(world.asVisitor(), { token, session });
  const arrival = { organisation: world.organisation, token: session, log: world.asVisitor().log, ids, arrived: performance.now() };
  const roles = async () => (await resolveVisitor(database.app, arrival)).roles;
  expect(await roles()).toEqual([{ programme, role: 'chapter-manager' }]);
  const withdraw = () => withdrawChapter(office(), { edition, chapter: 'emea', person });
  const outcomes = await Promise.allSettled([withdraw(), withdraw()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect([await roles(), await held(person), await reachIn(world.as(person), place)]).toEqual([[], [], undefined]);
});

test('inviting again replaces the link, and a chapter the edition does not have is refused', async () => {
  const person = await aPerson(world, 'Piet Vandaele');
  const [first, second] = [await invited(person), await invited(person)];
  expect(await refusalCode(acceptInvitation(world.as(person, { clock: dates.before }), { token: first, session: newToken() }))).toBe(
    'people.invitation-used-or-expired',
  );
  await acceptInvitation(world.as(person, { clock: dates.before }), { token: second, session: newToken() });
  expect(await held(person)).toEqual(['emea']);
  expect(await refusalCode(invited(person, 'apac'))).toBe('programmes.no-such-chapter');
  expect((await chapterManagers(office(), place)).filter((one) => one.person === person).map(({ chapter }) => chapter)).toEqual(['emea']);
  expect(await refusalCode(chapterManagers(world.as(person), place))).toBe('general.not-found');
});

test('a chapter somebody manages is not taken out of its edition, and the document says chapters to the letter', async () => {
  const now = await editionById(office(), edition);
  if (!now) throw new Error('the edition is gone');
  await unlockConfiguration(office(), { edition, version: now.version, because: 'A chapter is to go.' });
  const open = (await editionById(office(), edition)) ?? now;
  const document = JSON.parse(JSON.stringify(await editionDocumentOf(office(), open)));
  const said = [{ key: 'emea', name: 'Europe and the Middle East', countries: ['DE', 'IE'], languages: ['de', 'ga'] }];
  const write = (chapters: unknown) =>
    replaceConfiguration(office(), { edition, version: open.version, document: { ...document, texts: { ...document.texts, chapters } } });
  expect(await refusalCode(write([]))).toBe('editions.chapter-in-use');
  await write([...said, document.texts.chapters[1]]);
  const after = await editionById(office(), edition);
  expect(after && (await editionDocumentOf(office(), after)).texts.chapters[0]).toEqual(said[0]);
});

test('a new edition from last year’s has its chapters, and their managers only where that was asked', async () => {
  const before = (await chapterManagers(office(), place)).map(({ chapter, person }) => `${chapter} ${person}`);
  expect(before.length).toBeGreaterThan(0);
  const copy = async (name: string, managers: boolean) => {
    const made = await copyEdition(office(), { from: edition, name, years: 1, managers });
    const of = { id: made.edition, programme };
    const keys = (await namedChapters(office(), made.edition)).map(({ key }) => key);
    return { keys, held: (await chapterManagers(office(), of)).map(({ chapter, person }) => `${chapter} ${person}`) };
  };
  expect(await copy('2027', false)).toEqual({ keys: ['emea', 'americas'], held: [] });
  expect(await copy('2028', true)).toEqual({ keys: ['emea', 'americas'], held: before });
});
