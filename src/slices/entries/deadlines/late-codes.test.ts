import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { withLateCode } from '#tests/support/entering/late-code.ts';
import { startAtBarrier } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aSeason, foundedWorld, type Season } from '#tests/support/season.ts';
import { redeemLateCode, startEntry, submitEntry } from '../index.ts';
import { latePage } from './late-page.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };

const at = (season: Season, person: PersonId, clock: string) => season.as(person, { clock: new Date(clock) });
const closed = '2026-04-01T16:00:00Z';

test('whoever redeemed a late code begins and submits after the close, to the millisecond; nobody else does', async () => {
  const season = await aSeason(world);
  const { edition, code } = await withLateCode(season);
  const [mine, other] = [await aDraft(season), await aDraft(season)];
  const submit = ({ entry, owner }: typeof mine, clock: string) => submitEntry(at(season, owner, clock), { entry, version: 1, ...text });
  expect(await refusalCode(submit(mine, closed))).toBe('entries.closed');
  const written = code.toLowerCase().replace('-', ' ');
  await redeemLateCode(at(season, mine.owner, closed), { edition, code: written });
  expect(await latePage(at(season, mine.owner, closed), { id: season.edition, entriesCloseAt: new Date(closed) })).toEqual({
    until: '2026-04-03T17:00:00+01:00[Europe/Dublin]',
    away: 2 * 86_400_000,
    open: true,
    asks: false,
    reason: null,
  });
  expect(await refusalCode(submit(other, closed))).toBe('entries.closed');
  const [category] = season.categories;
  expect((await startEntry(at(season, mine.owner, '2026-04-03T15:59:59.999Z'), { category })).entry).toBeTruthy();
  expect(await refusalCode(startEntry(at(season, mine.owner, '2026-04-03T16:00:00Z'), { category }))).toBe('entries.closed');
  expect(await refusalCode(submit(mine, '2026-04-03T16:00:00Z'))).toBe('entries.closed');
  expect((await submit(mine, '2026-04-03T15:59:59.999Z')).number).toMatch(/^A-/);
});

test('a code of no timeline and one that expired are refused, and one who has redeemed it has no second use of it', async () => {
  const season = await aSeason(world);
  const { edition, code } = await withLateCode(season, 1);
  const [{ owner }, { owner: other }] = [await aDraft(season), await aDraft(season)];
  const redeem = (person: PersonId, given: string, clock = closed) => redeemLateCode(at(season, person, clock), { edition, code: given });
  const unknown = await refusal(redeem(owner, 'AAAAA-AAAAA'));
  expect(unknown.fields).toEqual(['code: season.late-code-unknown']);
  expect(await refusalCode(redeem(owner, code, '2026-04-02T16:00:00Z'))).toBe('season.late-code-expired');
  await redeem(owner, code);
  expect(await refusalCode(redeem(owner, code))).toBe('entries.late-code-held');
  expect(await refusalCode(redeem(other, code))).toBe('season.late-code-used-up');
});

test('of eight who redeem a code for two at one time, two may', async () => {
  const season = await aSeason(world);
  const { edition, code } = await withLateCode(season, 2);
  const owners: PersonId[] = [];
  for (let i = 0; i < 8; i += 1) owners.push((await aDraft(season)).owner);
  const clients = owners.map((owner) => () => redeemLateCode(at(season, owner, closed), { edition, code }));
  const { settled, held } = await startAtBarrier(database, 'late_redemptions', clients);
  expect(held).toBeGreaterThan(1);
  const outcomes = await Promise.all(
    settled.map(async (each) => (each.status === 'fulfilled' ? 'redeemed' : refusalCode(Promise.reject(each.reason)))),
  );
  expect(outcomes.sort()).toEqual([...Array(2).fill('redeemed'), ...Array(6).fill('season.late-code-used-up')]);
});
