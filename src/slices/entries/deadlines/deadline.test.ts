import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { changePart, editionById, partsOf, unlockConfiguration } from '#slices/programmes/index.ts';
import { returnEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { entryPage } from '../entry-page.ts';
import { entryForOwner, startEntry, submitEntry } from '../index.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));

const close = dates.entriesCloseAt.getTime();
const minutes = 15;
const at = (person: PersonId, clock: number) => season.as(person, { clock: new Date(clock) });
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };

async function editionOf({ edition, manager, as }: Season) {
  const ctx = as(manager, { clock: dates.before });
  const found = await editionById(ctx, edition);
  if (found === undefined) throw new Error('no edition');
  return { ctx, found };
}

/** The same edition with something changed in its parts. */
async function withChange(part: 'timeline' | 'categories', change: (parts: Awaited<ReturnType<typeof partsOf>>) => unknown): Promise<void> {
  const { ctx, found } = await editionOf(season);
  if (found.unlockedBecause === null)
    await unlockConfiguration(ctx, { edition: found.id, version: found.version, because: 'Agreed with the board.' });
  const now = (await editionOf(season)).found;
  const body = JSON.parse(JSON.stringify(change(await partsOf(ctx, now)))) as never;
  await changePart(ctx, { edition: now.id, version: now.version, part, body });
}

test('what arrives within the grace after the close still counts, to the millisecond, and nothing new is begun in it', async () => {
  await withChange('timeline', ({ timeline }) => ({
    ...timeline,
    entries: { ...timeline.entries, grace: minutes },
    rounds: timeline.rounds.map((round) => ({ ...round, opens: '2026-04-01T18:00' })),
  }));
  const submit = async (clock: number) => {
    const { entry, owner } = await aDraft(season);
    return refusalCode(submitEntry(at(owner, clock), { entry, version: 1, ...text }).then(() => Promise.reject(new Error('taken'))));
  };
  const end = close + minutes * 60_000;
  const outcomes = [];
  for (const clock of [close - 1000, close, end - 1, end]) outcomes.push(await submit(clock).catch((error: Error) => error.message));
  expect(outcomes).toEqual(['taken', 'taken', 'taken', 'entries.closed']);
  const { owner } = await aDraft(season);
  expect(await refusalCode(startEntry(at(owner, close), { category: season.categories[0] }))).toBe('entries.closed');
});

test('an entry keeps the price tier of the instant it was first sent in, to the millisecond, whatever is sent in again or changed', async () => {
  const tiers = [
    { key: 'early', name: 'Early', until: '2026-03-15T00:00', amount: 9900 },
    { key: 'full', amount: 14_900 },
  ];
  await withChange('timeline', ({ timeline }) => ({ ...timeline, fees: { currency: 'EUR', tiers } }));
  const turn = Date.parse('2026-03-15T00:00:00Z');
  const sent = async (clock: number) => {
    const { entry, owner } = await aDraft(season);
    await submitEntry(at(owner, clock), { entry, version: 1, ...text });
    return { entry, owner };
  };
  const early = await sent(turn - 1000);
  const late = await sent(turn);
  const feeOf = async ({ entry, owner }: typeof early) => (await entryForOwner(at(owner, turn), entry)).fee;
  const [first, second] = [
    { tier: 'early', amount: 9900, currency: 'EUR' },
    { tier: 'full', amount: 14_900, currency: 'EUR' },
  ];
  expect([await feeOf(early), await feeOf(await sent(turn - 1)), await feeOf(late)]).toEqual([first, first, second]);
  await returnEntry(at(season.manager, turn), { entry: early.entry, reason: 'Please name the nominee in full.' });
  await submitEntry(at(early.owner, turn + 1), { entry: early.entry, version: 3, ...text, title: 'Mended' });
  await withChange('timeline', ({ timeline }) => ({ ...timeline, fees: { currency: 'EUR', tiers: [{ key: 'one', amount: 100 }] } }));
  expect([await feeOf(early), await feeOf(late)]).toEqual([first, second]);

  const { entry, owner } = await aDraft(season);
  expect((await entryPage(at(owner, turn), entry)).tiers.map(({ key, now }) => [key, now])).toEqual([['one', true]]);
  expect((await entryPage(at(owner, close), entry)).tiers.map(({ now }) => now)).toEqual([false]);
});

test('nobody begins an entry in a retired category, and a draft begun before is still submitted', async () => {
  const { entry, owner } = await aDraft(season);
  await withChange('categories', ({ categories }) => categories.map((node) => ({ ...node, retired: true })));
  expect(await refusalCode(startEntry(at(owner, close - 1000), { category: season.categories[0] }))).toBe('entries.category-retired');
  expect((await submitEntry(at(owner, close - 1000), { entry, version: 1, ...text })).number).toMatch(/^A-/);
});
