import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { type Visitor, visitorContext } from '#http/context.ts';
import { visitContext } from '#http/visit.ts';
import { applyWinners, importsOf, pastCounts, pastWins, proposalFor, proposeWinners } from '#slices/programmes/index.ts';
import { aCompany } from '#tests/support/companies/companies.ts';
import { testDatabase } from '#tests/support/database.ts';
import { quietVisit } from '#tests/support/http/quiet-visit.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { matchWinnerName } from '../index.ts';
import { loader as file } from '../pages/winners/list-file.ts';
import { keyOfName, namesPage } from './names-page.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const manager = () => season.as(season.manager, { clock: dates.afterJudging });

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `${1990 + (i % 30)},${i % 2 === 0 ? 'Courtesy' : 'Ünal’s prize'},Nominee ${i},Org ${i % 7} Ltd,`);
const content = [
  'year,category,nominee,organisation,joint',
  ...rows(60),
  '1927/28,Courtesy,Åsa Ö,Ridgeway & Sons,yes',
  '1927/28,Courtesy,Tam,Corvane Ltd,yes',
].join('\n');
const list = { programme: season.programme, file: 'old.csv', format: 'csv', several: 'each', separator: '', content } as const;
const { import: id } = await proposeWinners(manager(), list);
await applyWinners(manager(), { import: id });

test('every past winner stands on exactly one page, newest or oldest first, and is found without accents and in any order of words', async () => {
  const walked: string[] = [];
  let after: string | undefined;
  do {
    const page = await pastWins(manager(), season.programme, { after }, 7);
    walked.push(...page.wins.map(({ nominee }) => nominee));
    after = page.next;
  } while (after !== undefined);
  const whole = (await pastWins(manager(), season.programme, {}, 100)).wins;
  expect([walked.length, new Set(walked).size]).toEqual([62, 62]);
  expect(walked).toEqual(whole.map(({ nominee }) => nominee));
  const [first] = (await pastWins(manager(), season.programme, { sort: 'oldest' }, 1)).wins;
  expect([first?.year, first?.first, first?.last, first?.file]).toEqual(['1927/28', 1927, 1928, 'old.csv']);
  const found = async (search: string) => (await pastWins(manager(), season.programme, { search }, 100)).wins.map(({ nominee }) => nominee);
  expect(await found('ridgeway ASA')).toEqual(['Åsa Ö']);
  expect(await found('100%')).toEqual([]);
  expect(await found('…')).toEqual([]);
  expect((await pastWins(manager(), season.programme, { year: 1928 }, 9)).wins.map(({ nominee }) => nominee).sort()).toEqual([
    'Tam',
    'Åsa Ö',
  ]);
  const { wins, found: few, years, categories } = await pastCounts(manager(), season.programme, { category: 'Ünal’s prize' });
  expect([wins, few, years.length, years.at(-1), categories]).toEqual([62, 30, 31, { first: 1927, wins: 2 }, ['Courtesy', 'Ünal’s prize']]);
  expect((await pastWins(manager(), season.programme, { after: 'garbage' }, 3)).wins).toHaveLength(3);
});

const names = (query = '') => namesPage(manager(), { params: { programme: season.slug }, url: new URL(`http://localhost/${query}`) });

test('a name is shown the companies it may be with why, and what is said of it can be taken back', async () => {
  const corvane = await aCompany(season, 'Corvane Limited');
  const ridgeway = await aCompany(season, 'Ridgeway');
  const page = await names('?q=corvane');
  expect(
    page.names.map(({ written, candidates }) => [
      written,
      candidates.map(({ company, evidence }) => [company, evidence.map(({ kind }) => kind)]),
    ]),
  ).toEqual([['Corvane Ltd', [[corvane, ['same-words']]]]]);
  expect((await names('?q=ridgeway')).names[0]?.candidates.map(({ company }) => company)).toEqual([ridgeway]);
  expect((await names('?q=org 3')).names[0]?.candidates).toEqual([]);
  const before = page.counts;
  const said = { programme: season.programme, written: 'Corvane Ltd' };
  await matchWinnerName(manager(), { ...said, company: corvane });
  const after = await names(`?decided&said=${keyOfName('Corvane Ltd')}`);
  expect([after.counts, after.just, after.names.map(({ company }) => company)]).toEqual([
    { open: before.open - 1, said: 1 },
    { written: 'Corvane Ltd' },
    [{ id: corvane, name: 'Corvane Limited' }],
  ]);
  await matchWinnerName(manager(), { ...said, company: '' });
  expect((await names(`?said=${keyOfName('Corvane Ltd')}`)).just).toBeUndefined();
  expect((await names()).counts).toEqual(before);
});

async function answerOf(address: string): Promise<string> {
  const context = new RouterContextProvider();
  const visitor: Visitor = {
    ctx: manager(),
    organisationName: '',
    person: undefined,
    waiting: false,
    due: undefined,
    administrator: false,
    roles: [],
  };
  context.set(visitorContext, visitor);
  context.set(visitContext, quietVisit);
  const answer = await file({
    request: new Request(address),
    url: new URL(address),
    params: { programme: season.slug },
    context,
    pattern: '',
  });
  return answer.text();
}

test('lists are named to the manager with who brought them in and not to a stranger, and what we write as a file is there when it is read', async () => {
  expect((await importsOf(manager(), season.programme)).map(({ file, state, added, by }) => [file, state, added, by])).toEqual([
    ['old.csv', 'applied', 62, 'Ilse Quarrington'],
  ]);
  const stranger = season.as((await aSeason(season)).manager);
  expect(await refusalCode(importsOf(stranger, season.programme))).toBe('general.not-found');
  const content = await answerOf('http://localhost/manage/x/winners.csv');
  const again = await proposalFor(manager(), season.programme, { ...list, content });
  expect([again.refusals, again.faults, again.add, again.there.length]).toEqual([[], [], [], 62]);
  expect((await answerOf('http://localhost/manage/x/winners.csv?from=here')).trim().split('\n')).toHaveLength(1);
});
