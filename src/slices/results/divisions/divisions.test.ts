import { expect, test } from 'vitest';
import { canonicalJson, plainJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EntryId } from '#platform/ids.ts';
import { editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { anEntryIn, aWrittenSeason, markAll } from '#tests/support/judging/judged-season.ts';
import { assignAll, judgesIn } from '#tests/support/panel.ts';
import { refusal } from '#tests/support/refusal.ts';
import { dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { countBallots } from '../count.ts';
import { recountByRules, refuseOtherwise } from '../counting/recount-by-rules.ts';
import { verdictOfTally } from '../doubt/verdict.ts';
import { computeTally, decideDivision, publishResults, resultsAgainstRecord, standingsForManager, winnersForPublic } from '../index.ts';
import { ownOutcomes } from '../mails/views.ts';
import { latestTally } from '../tally.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const asManager = (season: Season) => season.as(season.manager, { clock: dates.afterJudging });

const divisions = [
  { key: 'small', name: 'Small companies', rule: 'small' },
  { key: 'open', name: 'Everybody else' },
];
const parts = (ranked?: 'apart') =>
  [
    ['forms', { entry: formOf(asks('money', 'revenue', { currencies: ['USD'] })) }],
    ['rules', { small: { needs: { fact: 'answer.revenue', below: '100000000 USD' } } }],
    [
      'categories',
      [
        { code: 'A', name: 'Site of the year', form: 'entry', divisions, ...(ranked && { ranked }) },
        { code: 'B', name: 'Team of the year' },
      ],
    ],
  ] as const;

/** By title: what it says it takes in, in millions, and the mark all its judges give it. */
const field: Readonly<Record<string, readonly [millions: number | null, mark: number]>> = {
  Ash: [20, 7],
  Birch: [30, 6],
  Cedar: [40, 5],
  Deodar: [400, 9],
  Elm: [500, 9],
  Fir: [600, 4],
  Gum: [null, 10],
};

async function judged(ranked?: 'apart') {
  const season = await aWrittenSeason(world, parts(ranked), { seats: 3, minimumPanel: 2 });
  const entries = new Map<string, EntryId>();
  for (const [title, [millions]] of Object.entries(field)) {
    const answers = millions === null ? {} : { revenue: { minor: millions * 100_000_000, currency: 'USD' } };
    entries.set(title, await anEntryIn(season, season.categories[0], title, answers));
  }
  await judgesIn(season, 4);
  await assignAll(season);
  const marks = new Map([...entries].map(([title, entry]) => [entry, field[title]?.[1] ?? 1]));
  await markAll(season, ({ entry }) => marks.get(entry) ?? 1);
  return { ...season, entries, idOf: (title: string) => entries.get(title) ?? ('' as EntryId) };
}

const count = (season: Season) => computeTally(asManager(season), { edition: season.edition });

const inside = <T>(season: Season, look: (ctx: Ctx) => Promise<T>) => snapshot(asManager(season), ['ballots', 'decisions'], look);

const tallyOf = (season: Season) =>
  inside(season, async (ctx) => {
    const tally = await latestTally(ctx, season.edition);
    if (!tally) throw new Error('no tally');
    return tally;
  });

/** Among equals the order of a tally means nothing. */
const byPlace = ([a, one]: readonly [number | null, string, ...unknown[]], [b, other]: readonly [number | null, string, ...unknown[]]) =>
  (a ?? 99) - (b ?? 99) || one.localeCompare(other);

async function board(season: Season) {
  const { categories, refusals } = await standingsForManager(asManager(season), season.edition);
  const places = categories
    .filter(({ standings }) => standings.length > 0)
    .map(({ division, standings }) => [
      division,
      standings.map(({ title, rank, tied, out }) => [rank, title, tied, out] as const).sort(byPlace),
    ]);
  return { places, refusals: refusals.map(({ code, path }) => `${path.split('.')[0]}: ${code}`) };
}

const small = [
  'Small companies',
  [
    [1, 'Ash', false, null],
    [2, 'Birch', false, null],
    [3, 'Cedar', false, null],
  ],
];

test('divisions ranked apart have places, winners and honours of their own, and nobody is put into one by a guess', async () => {
  const season = await judged('apart');
  await count(season);
  expect(await board(season)).toEqual({
    places: [
      small,
      [
        'Everybody else',
        [
          [1, 'Deodar', true, null],
          [1, 'Elm', true, null],
          [3, 'Fir', false, null],
        ],
      ],
      ['division not known', [[null, 'Gum', false, 'division-open']]],
    ],
    refusals: ['division: results.division-open'],
  });
  const decide = (division: string) =>
    decideDivision(asManager(season), { edition: season.edition, entry: season.idOf('Gum'), division, reason: 'Their accounts.' });
  expect((await refusal(decide('huge'))).fields).toEqual(['division: field.invalid']);
  await decide('open');
  expect((await board(season)).refusals).toEqual(['division: results.division-open', 'tally: results.tally-out-of-date']);
  const { tally } = await count(season);
  const open = [
    'Everybody else',
    [
      [1, 'Gum', false, null],
      [2, 'Deodar', true, null],
      [2, 'Elm', true, null],
      [4, 'Fir', false, null],
    ],
  ];
  expect(await board(season)).toEqual({ places: [small, open], refusals: [] });
  const publish = () =>
    publishResults(asManager(season), { edition: season.edition, tally, announceAt: 'now', notAwarded: [], decided: [] });
  await database.setClock(dates.afterJudging);
  expect((await refusal(winnersForPublic(season.asVisitor(), season.slug, season.editionSlug))).code).toBe('general.not-found');
  await publish();
  const { outcomes } = await winnersForPublic(season.asVisitor(), season.slug, season.editionSlug);
  expect(outcomes.map(({ winners }) => winners.map(({ title, division, shared }) => [title, division, shared]))).toEqual([
    [
      ['Gum', 'Everybody else', false],
      ['Ash', 'Small companies', false],
    ],
    [],
  ]);
  const against = await resultsAgainstRecord(asManager(season));
  expect(against.faults).toEqual([]);
  const owner = await inside(season, (ctx) =>
    ctx.db
      .selectFrom('entries')
      .select('owner_id')
      .where('organisation_id', '=', ctx.organisation)
      .where('id', '=', season.idOf('Ash'))
      .executeTakeFirstOrThrow(),
  );
  const told = await snapshot(season.as(owner.owner_id, { clock: dates.afterJudging }), [], (ctx) => ownOutcomes(ctx, season.edition));
  expect(told.map(({ title, won, division }) => [title, won, division])).toEqual([['Ash', true, 'Small companies']]);
});

test('the divisions a tally was counted with stay with it, and both counts keep to them', async () => {
  const season = await judged('apart');
  await count(season);
  const before = await tallyOf(season);
  // An answer that would tell another division today.
  await database.owner.pool.query(
    `update plaudit.entry_answers set answer = '{"minor": 99900000000, "currency": "USD"}' where entry_id = $1`,
    [season.idOf('Ash')],
  );
  expect((await board(season)).places[0]).toEqual(small);
  expect((await board(season)).refusals).toEqual(['division: results.division-open']);
  const again = verdictOfTally(before)?.categories.map(({ division, entries }) => [
    division,
    entries.map(({ entry, rank }) => [entry, rank]),
  ]);
  const stored = ['open', 'small'].map((division) => [
    division,
    before.result.entries.flatMap(({ entry, rank, division: own }) => (own === division ? [[entry, rank]] : [])),
  ]);
  expect(again).toEqual(stored);
  await inside(season, async (ctx) => {
    const second = await recountByRules(ctx, season.edition, before.result);
    refuseOtherwise(before.result, second);
    const first = second.find(({ entry }) => entry === season.idOf('Ash'));
    expect(first?.place).toBe(1);
    const other = second.map((each) => (each.entry === first?.entry ? { ...each, place: 4 } : each));
    expect(() => refuseOtherwise(before.result, other)).toThrow('results.recount-differs');
  });
});

test('told and no more, divisions leave the count what it was without them, to the byte', async () => {
  const season = await judged();
  await inside(season, async (ctx) => {
    const edition = await editionById(ctx, season.edition);
    if (!edition) throw new Error('no edition');
    const { result } = await countBallots(ctx, edition);
    expect(result.v).toBe(1);
    expect(canonicalJson(plainJson(result))).not.toContain('division');
    expect(result.entries.map(({ rank }) => rank)).toEqual([1, 2, 2, 4, 5, 6, 7]);
  });
});
