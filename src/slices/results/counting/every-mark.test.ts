import { expect, inject, test } from 'vitest';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { ballotForJudge, ballotsAgainstRecord, ballotsOfJudge, saveBallot, submitBallot } from '#slices/judging/index.ts';
import { editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { brokenInvariants } from '#tests/support/invariants.ts';
import { anEntryIn, aWrittenSeason, markAll } from '#tests/support/judging/judged-season.ts';
import { assignAll, judgesIn, seatsOf } from '#tests/support/panel.ts';
import { onDatabase, withClient } from '#tests/support/postgres/template.ts';
import { refusal } from '#tests/support/refusal.ts';
import { dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { countBallots } from '../count.ts';
import { verdictOfTally } from '../doubt/verdict.ts';
import { computeTally, standingsForManager } from '../index.ts';
import { latestTally } from '../tally.ts';
import { recountByRules, refuseOtherwise } from './recount-by-rules.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const superUrl = onDatabase(inject('template').superUrl, database.name);
const asSuperuser = (text: string) => withClient(superUrl, (client) => client.query(text));
const during = { clock: dates.whileJudging };
const after = { clock: dates.afterJudging };

const judged = (key: string, weight: number, rest: object = {}) => ({
  kind: 'judged',
  key,
  name: key,
  weight,
  scale: { min: 1, max: 10 },
  ...rest,
});

const scorecards = {
  main: {
    criteria: [
      { kind: 'gate', key: 'genuine', name: 'genuine', judges: 'most' },
      judged('craft', 2, { scale: { min: 1, max: 10, step: 0.5 }, comment: 'required' }),
      judged('reach', 1, { notApplicable: 'renormalise', comment: 'suggested' }),
      judged('proof', 1),
    ],
  },
};
const categories = [{ code: 'A', name: 'Team of the year' }];

type Judged = Season & { readonly entries: readonly EntryId[]; readonly judges: readonly PersonId[] };

async function aSeasonOf(cards: object): Promise<Judged> {
  const parts = [['scorecards', cards] as const, ['categories', categories] as const];
  const season = await aWrittenSeason(world, parts, { seats: 3, minimumPanel: 2 });
  const entries: EntryId[] = [];
  for (const title of ['One', 'Two', 'Three', 'Four']) entries.push(await anEntryIn(season, season.categories[0], title));
  await judgesIn(season, 3);
  await assignAll(season);
  const judges = [...new Set((await seatsOf(season)).map(({ judge }) => judge))].sort();
  return { ...season, entries, judges };
}

const firstOf = <T>([first]: readonly T[]): T => {
  if (first === undefined) throw new Error('nothing there');
  return first;
};

test('a ballot takes halves, yes or no, what does not apply and words beside a mark, and says at the field what it does not take', async () => {
  const season = await aSeasonOf(scorecards);
  const { entry, judge } = firstOf(await seatsOf(season));
  const ctx = () => season.as(judge, { ...during, key: ids.random() });
  const { criteria } = await ballotForJudge(ctx(), entry);
  const id = Object.fromEntries(criteria.map((criterion) => [criterion.name, criterion.id]));
  const { genuine = '', craft = '', reach = '', proof = '' } = id;
  const save = (marks: Record<string, number | null>, comments: Record<string, string> = {}, version = 0) =>
    saveBallot(ctx(), { entry, version, marks, comments, comment: '' });
  const refused = await refusal(save({ [craft]: 7.25, [proof]: 7.5, [genuine]: 2 }, { [proof]: 'Unasked.' }));
  expect(refused.fields).toEqual([
    `marks.${craft}: judging.mark-between-steps`,
    `marks.${proof}: judging.mark-between-steps`,
    `marks.${genuine}: field.out-of-range`,
    `comments.${proof}: field.invalid`,
  ]);
  expect((await refusal(save({ [craft]: null }))).fields).toEqual([`marks.${craft}: judging.must-apply`]);
  await save({ [craft]: 7.5, [reach]: null, [genuine]: 1 }, { [reach]: '  It is a back office.  ' });
  const stale = await refusal(save({ [craft]: 8, [reach]: null, [genuine]: 1 }, { [reach]: 'Back office.' }));
  expect(stale.fields).toEqual([`marks.${craft}: field.changed-meanwhile`, `comments.${reach}: field.changed-meanwhile`]);
  const { ballot } = await ballotForJudge(ctx(), entry);
  expect([ballot.marks, ballot.comments]).toEqual([{ [craft]: 7.5, [reach]: null, [genuine]: 1 }, { [reach]: 'It is a back office.' }]);
  const [queue] = await ballotsOfJudge(ctx());
  expect(queue?.categories[0]?.ballots.find((one) => one.entry === entry)).toMatchObject({
    state: 'begun',
    marked: 3,
    mean: '7.50',
    best: 10,
  });
  const submit = (comments: Record<string, string>, marks: Record<string, number | null>) =>
    submitBallot(ctx(), { entry, version: 1, marks, comments, comment: 'Good.' });
  const whole = { [craft]: 7.5, [reach]: null, [genuine]: 1, [proof]: 6 };
  expect(await refusal(submit({}, whole))).toMatchObject({
    code: 'judging.comments-missing',
    fields: [`comments.${craft}: judging.comment-missing`],
  });
  expect((await refusal(submit({}, {}))).fields).toHaveLength(5);
  await submit({ [craft]: 'Figures, and where they are from.' }, whole);
  const record = await ballotsAgainstRecord(season.as(season.manager, after));
  expect(record.faults.filter((fault) => fault.what !== 'unrecorded')).toEqual([]);
  await asSuperuser(`update plaudit.ballot_comments set comment = comment || '!'`);
  expect((await ballotsAgainstRecord(season.as(season.manager, after))).faults).toMatchObject([{ what: 'comment', criteria: [craft] }]);
  await asSuperuser(`update plaudit.ballot_comments set comment = left(comment, -1)`);
});

type Given = Parameters<Parameters<typeof markAll>[1]>[0];

/** Two: kept out by most. Three: reach does not apply, says one judge of three. Four: nothing applies, says one judge. */
function marking(season: Judged): (given: Given) => number | null {
  const [one, two, three, four] = season.entries;
  return ({ entry, judge, criterion }) => {
    const at = season.judges.indexOf(judge);
    if (criterion === 'genuine') return entry === two && at < 2 ? 0 : 1;
    if (criterion === 'craft') return entry === one ? 7.5 : entry === two ? 10 : entry === three ? 6 + at / 2 : 5;
    if (criterion === 'reach') return (entry === three || entry === four) && at === 0 ? null : entry === one ? 8 : 4;
    return entry === one ? 9 : 3 + at;
  };
}

async function counted(season: Judged) {
  await computeTally(season.as(season.manager, after), { edition: season.edition });
  return snapshot(season.as(season.manager, after), ['ballots', 'decisions'], async (ctx) => {
    const edition = await editionById(ctx, season.edition);
    const tally = await latestTally(ctx, season.edition);
    if (!edition || !tally) throw new Error('no tally');
    const { result, resultHash } = await countBallots(ctx, edition);
    expect(resultHash).toEqual(tally.resultHash);
    return { result, again: await recountByRules(ctx, season.edition, result), verdict: verdictOfTally(tally) };
  });
}

test('halves, what does not apply and yes or no are counted exactly, by the database as well, and from what is kept', async () => {
  const season = await aSeasonOf(scorecards);
  await markAll(season, marking(season), dates.whileJudging, (criterion) => (criterion === 'craft' ? 'So it is.' : undefined));
  const { result, again, verdict } = await counted(season);
  const [one, two, three, four] = season.entries;
  // One: (2 · 7.5 + 8 + 9) / 4. Three, without reach: (2 · 6 + 3 + 2 · 6.5 + 4 + 2 · 7 + 5) / 9. Four likewise.
  expect(result.entries.map(({ entry, rank, score, out }) => [entry, rank, score, out])).toEqual([
    [one, 1, '8', undefined],
    [three, 2, '17/3', undefined],
    [four, 3, '14/3', undefined],
    [two, null, null, 'gate-not-passed'],
  ]);
  const [criterion] = result.criteria.filter(({ name }) => name === 'craft');
  expect(criterion).toMatchObject({ min: 1, max: 10, steps: 2 });
  expect(verdict?.categories[0]?.entries.map(({ entry, rank, raw }) => [entry, rank, raw?.fraction])).toEqual([
    [one, 1, '8'],
    [three, 2, '17/3'],
    [four, 3, '14/3'],
    [two, null, undefined],
  ]);
  for (const at of again.keys())
    for (const change of [{ composites: ['1'] }, { score: '9' }, { place: 7 }])
      expect(() => refuseOtherwise(result, again.with(at, { ...firstOf([again[at]]), ...change } as (typeof again)[number]))).toThrow(
        'results.recount-differs',
      );
  const board = await standingsForManager(season.as(season.manager, after), season.edition);
  const [category] = board.categories;
  const shown = category?.standings.find(({ entry }) => entry === three);
  const craftAt = board.criteria.findIndex(({ name }) => name === 'craft');
  expect(shown?.ballots.map(({ given }) => given[craftAt]).sort()).toEqual([6, 6.5, 7]);
  expect(board.doubt?.categories[season.categories[0]]?.derived[String(two)]?.join(' ')).toContain(
    'Not eligible: “genuine” was affirmed by 1 of 3 judges',
  );
  const read = await standingsForManager(season.as(season.manager, after), season.edition, undefined, three);
  expect(read.wrote?.ballots.map(({ comment, beside }) => [comment, beside])).toEqual(
    Array.from({ length: 3 }, () => ['', [{ criterion: 'craft', text: 'So it is.' }]]),
  );
  expect(board.wrote).toBeNull();
  expect(await brokenInvariants(superUrl)).toEqual([]);
});

test('where it counts as the lowest mark, on scales of different lengths, the database comes to the same', async () => {
  const mixed = {
    main: {
      criteria: [
        judged('craft', 3, { scale: { min: 0, max: 5, step: 0.5 }, notApplicable: 'lowest' }),
        judged('reach', 2, { scale: { min: 1, max: 4, step: 0.25 } }),
        { kind: 'gate', key: 'genuine', name: 'genuine' },
      ],
    },
  };
  const season = await aSeasonOf(mixed);
  const [one, two] = season.entries;
  await markAll(season, ({ entry, judge, criterion }) => {
    const at = season.judges.indexOf(judge);
    if (criterion === 'genuine') return entry === two && at === 0 ? 0 : 1;
    if (criterion === 'craft') return entry === one && at === 1 ? null : 2.5;
    return 1.75 + at / 4;
  });
  const { result } = await counted(season);
  // (300 · 1/2 + 200 · 1/4) / 5 and so on by 1/12 of 200; of One one judge's 300 · 1/2 is nought.
  expect(result.entries.map(({ rank, score, out }) => [rank, score, out])).toEqual([
    [1, '130/3', undefined],
    [1, '130/3', undefined],
    [3, '100/3', undefined],
    [null, null, 'gate-not-passed'],
  ]);
});

test('one criterion is left to the others and another is its lowest mark in one count, and all three ways of counting agree', async () => {
  const both = {
    main: {
      criteria: [
        judged('craft', 2),
        judged('reach', 1, { notApplicable: 'renormalise' }),
        judged('proof', 1, { notApplicable: 'lowest' }),
        { kind: 'gate', key: 'genuine', name: 'genuine' },
      ],
    },
  };
  const season = await aSeasonOf(both);
  const [one, two, three, four] = season.entries;
  await markAll(season, ({ entry, judge, criterion }) => {
    const at = season.judges.indexOf(judge);
    if (criterion === 'genuine') return 1;
    if (criterion === 'craft') return entry === one ? 8 : 6;
    if (criterion === 'reach') return entry === two && at === 0 ? null : entry === four && at < 2 ? null : 4;
    return (entry === two || entry === three) && at === 1 ? null : 9;
  });
  const { result, verdict } = await counted(season);
  // One: (16 + 4 + 9)/4. Two without reach: (12 + 9, 12 + 1, 12 + 9)/3. Three: (12 + 4 + 9, … 1, … 9)/4. Four without reach: (12 + 9)/3.
  const scores = new Map([
    [one, '29/4'],
    [four, '7'],
    [two, '55/9'],
    [three, '67/12'],
  ]);
  expect(result.entries.map(({ entry, rank, score }) => [entry, rank, score])).toEqual(
    [...scores].map(([entry, score], i) => [entry, i + 1, score]),
  );
  expect(verdict?.categories[0]?.entries.map(({ entry, raw }) => [entry, raw?.fraction])).toEqual([...scores]);
  expect(result.tallies?.[0]?.rules.criteria.map(({ notApplicable }) => notApplicable)).toEqual([
    undefined,
    undefined,
    'lowest',
    undefined,
  ]);
});
