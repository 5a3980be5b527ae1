/** A chapter that is taken out of its edition while somebody writes it into an entry. */
import { expect, test } from 'vitest';
import { ids } from '#platform/ids.ts';
import { changePart, editionById, partsOf, unlockConfiguration } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { startAtBarrier } from '#tests/support/races/barrier.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, chapters, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { startEntry, submitEntry } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const clock = dates.whileOpen;

/** Takes the second chapter out. */
async function takeOut(season: Season): Promise<string> {
  const ctx = () => season.as(season.manager, { clock, key: ids.random() });
  const edition = await editionById(ctx(), season.edition);
  if (!edition) throw new Error('no edition');
  const { texts } = await partsOf(ctx(), edition);
  const body = JSON.parse(JSON.stringify({ ...texts, chapters: texts.chapters.slice(0, 1) }));
  return codeOf(changePart(ctx(), { edition: season.edition, version: edition.version, part: 'texts', body }));
}

const codeOf = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'done',
    (error: { readonly code?: string }) => error.code ?? 'thrown',
  );

test('is either gone before, and refused there, or kept by the entry: never both', async () => {
  const [, gone] = chapters;
  const season = await aSeason(world, { chapters: true });
  const edition = await editionById(season.as(season.manager), season.edition);
  await unlockConfiguration(season.as(season.manager, { clock }), {
    edition: season.edition,
    version: edition?.version ?? 0,
    because: 'A chapter is to go.',
  });
  const { entry, owner } = await aDraft(season);
  const text = { entry, version: 1, title: 'Late', nominee: 'Night shift', body: 'It rained.', chapter: gone.key };
  // Both have looked, as far as one lets the other look, before the entry takes its number.
  const { settled } = await startAtBarrier(database, 'categories', [
    () => codeOf(submitEntry(season.as(owner, { clock }), text)),
    () => takeOut(season),
  ]);
  const outcome = settled.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)));
  expect([
    ['done', 'editions.chapter-in-use'],
    ['general.invalid-input', 'done'],
  ]).toContainEqual(outcome);
});

test('an entry can be begun in a chapter of its edition, and in no other', async () => {
  const season = await aSeason(world, { chapters: true });
  const person = await aPerson(season);
  const start = (chapter: string) =>
    startEntry(season.as(person, { clock, key: ids.random() }), { category: season.categories[0], chapter });
  expect(await refusalCode(start('apac'))).toBe('general.invalid-input');
  await start('americas');
  const { rows } = await database.owner.pool.query('select chapter from plaudit.entries where edition_id = $1', [season.edition]);
  expect(rows).toEqual([{ chapter: 'americas' }]);
});
