import { expect, test } from 'vitest';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EntryId } from '#platform/ids.ts';
import { ballotForJudge, submitBallot } from '#slices/judging/index.ts';
import { cardsOfCategories, editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { anEntryIn, aWrittenSeason, markAll } from '#tests/support/judging/judged-season.ts';
import { assignAll, judgesIn, seatsOf } from '#tests/support/panel.ts';
import { refusal } from '#tests/support/refusal.ts';
import { dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { countBallots } from '../count.ts';
import { verdictOfTally } from '../doubt/verdict.ts';
import { computeTally, standingsForManager } from '../index.ts';
import { latestTally } from '../tally.ts';
import { recountByRules, refuseOtherwise } from './recount-by-rules.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const after = { clock: dates.afterJudging };

const judged = (key: string, name: string, weight: number, min: number, max: number, rest: object = {}) => ({
  kind: 'judged',
  key,
  name,
  weight,
  scale: { min, max },
  ...rest,
});

/** Teams are marked on one scale, innovations on several; both have a criterion of the same key that means another thing. */
const scorecards = {
  main: { criteria: [judged('effect', 'Effect', 2, 1, 10), judged('spirit', 'Spirit', 1, 1, 10)] },
  new: {
    groups: [{ key: 'idea', name: 'The idea' }],
    criteria: [
      judged('effect', 'Effect', 3, 0, 20, {
        group: 'idea',
        guidance: 'Look for figures.',
        anchors: [
          { mark: 20, text: 'Everybody is better off.' },
          { mark: 0, text: 'Nothing came of it.' },
        ],
      }),
      judged('reach', 'Reach', 1, 1, 5),
    ],
  },
};
const categories = [
  { code: 'A', name: 'Team of the year' },
  { code: 'B', name: 'Innovation of the year', scorecard: 'new' },
];

type Judged = Season & { readonly entries: readonly EntryId[] };

/** Three entries in each category before three judges. */
async function aJudgedSeason(award?: object): Promise<Judged> {
  const parts = [['scorecards', scorecards], ['categories', categories], ...(award ? [['award', award] as const] : [])] as const;
  const season = await aWrittenSeason(world, parts, { seats: 3, minimumPanel: 2 });
  const entries: EntryId[] = [];
  for (const [i, title] of ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].entries())
    entries.push(await anEntryIn(season, season.categories[i < 3 ? 0 : 1], title));
  await judgesIn(season, 3);
  await assignAll(season);
  return { ...season, entries };
}

const inside = <T>(season: Season, look: (ctx: Parameters<typeof countBallots>[0]) => Promise<T>) =>
  snapshot(season.as(season.manager, after), ['ballots', 'decisions'], look);

async function editionOf(ctx: Parameters<typeof countBallots>[0], season: Season) {
  const edition = await editionById(ctx, season.edition);
  if (!edition) throw new Error('no edition');
  return edition;
}

test('entries are marked on the scorecard of their category, with what its marks mean, and on no other', async () => {
  const season = await aJudgedSeason();
  const seats = await seatsOf(season);
  const seat = (entry: EntryId | undefined) =>
    seats.find((one) => one.entry === entry) ?? { entry: season.entries[0] as EntryId, judge: season.manager };
  const [team, idea] = [seat(season.entries[0]), seat(season.entries[3])];
  const shown = await ballotForJudge(season.as(idea.judge, { clock: dates.whileJudging }), idea.entry);
  expect(
    shown.criteria.map(({ name, scaleMin, scaleMax, group, guidance, anchors }) => ({
      name,
      scaleMin,
      scaleMax,
      group,
      guidance,
      anchors,
    })),
  ).toEqual([
    {
      name: 'Effect',
      scaleMin: 0,
      scaleMax: 20,
      group: 'The idea',
      guidance: 'Look for figures.',
      anchors: [
        { mark: 0, text: 'Nothing came of it.' },
        { mark: 20, text: 'Everybody is better off.' },
      ],
    },
    { name: 'Reach', scaleMin: 1, scaleMax: 5, group: '', guidance: '', anchors: [] },
  ]);
  expect(shown.queue.categories.map(({ name, criteria }) => [name, criteria])).toEqual([
    ['Team of the year', 2],
    ['Innovation of the year', 2],
  ]);
  const marks = Object.fromEntries(shown.criteria.map(({ id }) => [id, 5]));
  const foreign = submitBallot(season.as(team.judge, { clock: dates.whileJudging }), { entry: team.entry, version: 0, marks, comment: '' });
  expect((await refusal(foreign)).fields).toEqual(shown.criteria.map(({ id }) => `marks.${id}: field.invalid`));
});

test('each category is counted by its own scorecard, exactly, and the database comes to the same', async () => {
  const season = await aJudgedSeason();
  const [one, two, , four, five] = season.entries;
  const better: Readonly<Record<string, number>> = { [String(one)]: 8, [String(two)]: 7, [String(four)]: 5, [String(five)]: 4 };
  await markAll(season, ({ entry, criterion }) => (criterion === 'Reach' ? 4 : (better[entry] ?? 3)));
  await computeTally(season.as(season.manager, after), { edition: season.edition });
  const { categories: told, byRules } = await standingsForManager(season.as(season.manager, after), season.edition);
  // Teams: on the one scale of their scorecard. Innovations: of a hundred, (3 · 100 · 5/20 + 1 · 100 · 3/4) / 4.
  expect([byRules, told.map(({ standings }) => standings.map(({ title, rank, exact }) => [title, rank, exact]))]).toEqual([
    true,
    [
      [
        ['One', 1, '8'],
        ['Two', 2, '7'],
        ['Three', 3, '3'],
      ],
      [
        ['Four', 1, '75/2'],
        ['Five', 2, '135/4'],
        ['Six', 3, '30'],
      ],
    ],
  ]);
  await inside(season, async (ctx) => {
    const { result } = await countBallots(ctx, await editionOf(ctx, season));
    const again = await recountByRules(ctx, season.edition, result);
    const [first] = again;
    if (!first) throw new Error('nothing recounted');
    for (const change of [{ composites: ['1'] }, { score: '9' }, { place: 7 }, { category: first.entry }])
      expect(() => refuseOtherwise(result, [{ ...first, ...change }, ...again.slice(1)])).toThrow('results.recount-differs');
    expect(() => refuseOtherwise(result, again.slice(1))).toThrow('results.recount-differs');
    refuseOtherwise(result, again);
  });
});

test('a tally holds all that is needed to come to its places again', async () => {
  const season = await aJudgedSeason({
    judges: 3,
    minimumPanel: 2,
    aggregation: 'median',
    ties: [{ by: 'criterion', criterion: 'effect' }],
  });
  const [, two, three] = season.entries;
  // Equal medians; where a judge gave the effect more, the ladder parts them.
  await markAll(season, ({ entry, criterion, max }) =>
    entry === two && criterion === 'Effect' ? 6 : entry === three ? 5 : max === 5 ? 4 : entry === two ? 3 : 4,
  );
  await computeTally(season.as(season.manager, after), { edition: season.edition });
  await inside(season, async (ctx) => {
    const tally = await latestTally(ctx, season.edition);
    if (!tally) throw new Error('no tally');
    expect(tally.result.tallies?.map(({ categories: own, rules }) => [own.length, rules.aggregation.kind, rules.ties.length])).toEqual([
      [1, 'median', 1],
      [1, 'median', 1],
    ]);
    const again = verdictOfTally(tally)?.categories.flatMap(({ entries }) =>
      entries.map(({ entry, rank, raw }) => [entry, rank, raw?.fraction]),
    );
    expect(again).toEqual(tally.result.entries.map(({ entry, rank, score }) => [entry, rank, score]));
    const team = tally.result.entries.filter(({ category }) => category === season.categories[0]);
    expect(team.map(({ entry, rank, score }) => [entry, rank, score])).toEqual([
      [two, 1, '5'],
      [three, 2, '5'],
      [season.entries[0], 3, '4'],
    ]);
    expect((await cardsOfCategories(ctx, season.edition)).map(({ code, scorecard }) => [code, scorecard])).toEqual([
      ['A', 'main'],
      ['B', 'new'],
    ]);
  });
});
