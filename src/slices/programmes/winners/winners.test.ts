import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aSeason, foundedWorld, type Season } from '#tests/support/season.ts';
import { applyWinners, proposalFor, proposeWinners, withdrawWinners } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const csv = 'Year;Category;Winner;Organisation\r\n1927/28;Courtesy;Ines Varga;"Ridgeway; Sons"\r\n1998–99;Courtesy;𠮷野家;Yoshinoya\r\n';
const listOf = (season: Season, content: string, format: 'csv' | 'json' = 'csv') =>
  ({ programme: season.programme, file: `old.${format}`, format, content, several: 'each', separator: '' }) as const;
const asManager = (season: Season) => season.as(season.manager);

async function bringIn(season: Season, content: string, format: 'csv' | 'json' = 'csv') {
  const { import: id } = await proposeWinners(asManager(season), listOf(season, content, format));
  return applyWinners(asManager(season), { import: id });
}

const kept = async (season: Season) => {
  const { rows } = await database.owner.pool.query<{ said: string }>(
    `select year || ' ' || nominee || ' ' || organisation as said from plaudit.past_wins where programme_id = $1 order by first_year, nominee`,
    [season.programme],
  );
  return rows.map(({ said }) => said);
};

test('a list is brought in once: the same again adds nothing, as JSON neither, and taking it back leaves what others brought', async () => {
  const season = await aSeason(world);
  const first = await bringIn(season, `\ufeff${csv}`);
  expect(first).toMatchObject({ added: 2, there: 0 });
  expect(await kept(season)).toEqual(['1927/28 Ines Varga Ridgeway; Sons', '1998–99 𠮷野家 Yoshinoya']);
  expect(await bringIn(season, csv)).toMatchObject({ added: 0, there: 2 });
  const json = JSON.stringify([
    { year: '1927/1928', category: 'COURTESY', winner: 'Inés Varga', company: 'Ridgeway Sons' },
    { year: 2003, category: 'Courtesy', winner: 'Tam Greatorex', company: 'Corvane' },
  ]);
  expect(await bringIn(season, json, 'json')).toMatchObject({ added: 1, there: 1 });
  expect(await withdrawWinners(asManager(season), { import: first.import })).toMatchObject({ removed: 2 });
  expect(await kept(season)).toEqual(['2003 Tam Greatorex Corvane']);
  expect(await refusalCode(withdrawWinners(asManager(season), { import: first.import }))).toBe('winners.import-decided');
  expect(await refusalCode(applyWinners(asManager(season), { import: first.import }))).toBe('winners.import-decided');
});

test('a list with anything wrong in it brings nothing in and says all of it; its text is kept only until it is decided', async () => {
  const season = await aSeason(world);
  const { import: id } = await proposeWinners(asManager(season), listOf(season, 'year,category,nominee\n19x7,,A\n2019,C\n2019,C,B\n'));
  const { code, facts, fields } = await refusal(applyWinners(asManager(season), { import: id }));
  expect([code, facts, fields]).toEqual([
    'winners.faulty',
    { count: 3 },
    ['row.2: winners.year-unreadable', 'row.2: winners.empty', 'row.3: winners.row-shape'],
  ]);
  expect(await kept(season)).toEqual([]);
  await withdrawWinners(asManager(season), { import: id });
  const { rows } = await database.owner.pool.query('select state, content from plaudit.winner_imports where id = $1', [id]);
  expect(rows).toEqual([{ state: 'withdrawn', content: '' }]);
});

test('two lists brought in at once do not add the same winner twice', async () => {
  const season = await aSeason(world);
  const ids = [await proposeWinners(asManager(season), listOf(season, csv)), await proposeWinners(asManager(season), listOf(season, csv))];
  const done = await Promise.all(ids.map(({ import: id }) => applyWinners(asManager(season), { import: id })));
  expect(done.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 2]);
});

test('what is no table at all is refused as what it is', async () => {
  const season = await aSeason(world);
  const read = (content: string, format: 'csv' | 'json') =>
    refusalCode(proposalFor(asManager(season), season.programme, listOf(season, content, format)));
  expect(await read('{"a":', 'json')).toBe('winners.not-json');
  expect(await read('['.repeat(100_000), 'json')).toBe('winners.not-json');
  expect(await read('[1]', 'json')).toBe('winners.not-a-list');
  expect(await read('year,category,nominee\n2019,C,"never closed', 'csv')).toBe('csv.bad-quote');
  const stranger = (await aSeason(world)).manager;
  expect(await refusalCode(proposalFor(season.as(stranger), season.programme, listOf(season, csv)))).toBe('general.not-found');
});
