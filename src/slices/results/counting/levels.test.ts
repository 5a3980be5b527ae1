import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromPreset } from '#core/editions/presets/presets.ts';
import { canonicalJson, plainJson } from '#core/record/canonical.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EntryId } from '#platform/ids.ts';
import { marksForCount } from '#slices/judging/index.ts';
import { createEditionFrom, openCategoriesOf, publishEdition } from '#slices/programmes/index.ts';
import { pastForPublic } from '#slices/programmes/winners/past-page.ts';
import { testDatabase } from '#tests/support/database.ts';
import { anEntryIn, aWrittenSeason, markAll } from '#tests/support/judging/judged-season.ts';
import { anEntry, assignAll, judgesIn, submitAll } from '#tests/support/panel.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { computeTally, publishResults, resultsAgainstRecord, standingsForManager, winnersForPublic, winnersTold } from '../index.ts';
import { latestTally } from '../tally.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const after = { clock: dates.afterJudging };
const asManager = (season: Season) => season.as(season.manager, after);

const count = (season: Season) => computeTally(asManager(season), { edition: season.edition });

async function publish(season: Season, tally: string, decided: { entry: string; level: string | null }[] = []) {
  await database.setClock(dates.afterJudging);
  return publishResults(asManager(season), { edition: season.edition, tally, announceAt: 'now', notAwarded: [], decided });
}

async function won(season: Season): Promise<unknown> {
  const { outcomes } = await winnersForPublic(season.asVisitor(), season.slug, season.editionSlug);
  return outcomes.flatMap(({ winners }) => (winners.length > 0 ? [winners.map(({ title, level, short }) => [title, level, short])] : []));
}

const stored = (season: Season) =>
  snapshot(asManager(season), ['ballots', 'decisions'], async (ctx) => {
    const tally = await latestTally(ctx, season.edition);
    if (!tally) throw new Error('no tally');
    return { tally, marks: await marksForCount(ctx, season.edition) };
  });

const levels = [
  { level: 'Gold', highest: true, atLeast: '7.75' },
  { level: 'Silver', atLeast: '7.75' },
  { level: 'Bronze', atLeast: '7.25', floors: [{ criterion: 'criterion-1', atLeast: '7' }] },
];

test('levels are given by the rules of the edition, to the hundredth, and those who reached one are its winners', async () => {
  const written = [
    ['texts', { languages: ['en', 'de', 'ar'] }],
    ['categories', inLanguages],
    ['award', { judges: 2, minimumPanel: 2, levels, names: { Silver: { de: 'Silber' } } }],
  ] as const;
  const season = await aWrittenSeason(world, written, { seats: 2, minimumPanel: 2 });
  const marks = new Map<EntryId, readonly number[]>();
  const add = async (category: 0 | 1, title: string, given: readonly number[]) => marks.set(await anEntry(season, category, title), given);
  await add(0, 'Best', [9]);
  await add(0, 'Silver to the hundredth', [8, 7, 8, 8, 8]);
  await add(0, 'Just below the floor', [6, 8, 8, 8, 10]);
  await add(0, 'Bronze', [7, 7, 8, 8, 7]);
  await judgesIn(season, 3);
  await assignAll(season);
  await submitAll(season, (entry) => marks.get(entry) ?? [1]);
  const { tally } = await count(season);
  const { categories } = await standingsForManager(asManager(season), season.edition);
  expect(categories[0]?.standings.map(({ title, rank, level, short }) => [title, rank, level, short])).toEqual([
    ['Best', 1, 'Gold', '9.00'],
    ['Silver to the hundredth', 2, 'Silver', '7.80'],
    ['Just below the floor', 3, null, '7.50'],
    ['Bronze', 4, 'Bronze', '7.35'],
  ]);
  await publish(season, tally);
  expect(await won(season)).toEqual([
    [
      ['Best', 'Gold', '9.00'],
      ['Silver to the hundredth', 'Silver', '7.80'],
      ['Bronze', 'Bronze', '7.35'],
    ],
  ]);
  expect(await resultsAgainstRecord(season.asSystem())).toMatchObject({ faults: [] });
  await readsInLanguages(season);
});

const inLanguages = [
  { code: 'F', name: { en: 'Teams', de: 'Mannschaften' } },
  { code: 'A', in: 'F', name: { en: 'Team of the year', de: 'Mannschaft des Jahres' } },
  { code: 'B', name: 'Idea' },
];

/** Categories and levels are told in the language of the address, each marked with its own; what was counted and recorded stays. */
async function readsInLanguages(season: Season): Promise<void> {
  const ctx = (contents?: string) => ({ ...season.asVisitor(), ...(contents && { contents }) });
  const told = async (contents?: string) => {
    const page = await winnersTold(ctx(contents), season.slug, season.editionSlug);
    const [first] = page.outcomes;
    return [first?.names, first?.winners.map(({ level }) => level), page.languages.foreign];
  };
  const german = { Mannschaften: 'de', 'Mannschaft des Jahres': 'de' };
  expect(await told('de-AT')).toEqual([Object.keys(german), ['Gold', 'Silber', 'Bronze'], { ...german, Silber: 'de' }]);
  for (const asked of [undefined, 'ar', '<b>', '__proto__'])
    expect(await told(asked)).toEqual([['Teams', 'Team of the year'], ['Gold', 'Silver', 'Bronze'], {}]);
  const past = async (contents?: string) => {
    const { years, counts, languages } = await pastForPublic(ctx(contents), season.slug, new URLSearchParams());
    return [years.flatMap(({ categories }) => categories.map(({ names }) => names)), counts.categories, languages.shown];
  };
  const name = 'Teams – Team of the year';
  const label = 'Mannschaften – Mannschaft des Jahres';
  expect(await past('de')).toEqual([[Object.keys(german)], [{ name, label }], 'de']);
  expect(await past('fr')).toEqual([[[name]], [{ name, label: name }], 'en']);
}

test('where nobody is ranked, people give the levels the score suffices for, and nothing is published before', async () => {
  const season = await aWrittenSeason(world, [['award', { judges: 2, minimumPanel: 2, levels }]], { seats: 2, minimumPanel: 2 });
  const alone = await anEntry(season, 0, 'Alone');
  const low = await anEntry(season, 1, 'Below all levels');
  await judgesIn(season, 2);
  await assignAll(season);
  await submitAll(season, (entry) => (entry === alone ? [8] : [5]));
  const { tally } = await count(season);
  const asked = (level: string | null, entry = alone) => refusal(publish(season, tally, [{ entry, level }]));
  const open = { code: 'results.gate-closed', facts: { count: 1 }, fields: [`level.${alone}: results.level-open`] };
  expect([await refusal(publish(season, tally)), await asked('Platinum'), await asked('Gold', low)]).toEqual([open, open, open]);
  await publish(season, tally, [
    { entry: alone, level: 'Silver' },
    { entry: low, level: 'Gold' },
  ]);
  expect(await won(season)).toEqual([[['Alone', 'Silver', '8.00']]]);
  const { categories } = await standingsForManager(asManager(season), season.edition);
  expect(categories.map(({ winners }) => winners.map(({ level, shared }) => [level, shared]))).toEqual([[['Silver', false]], []]);
  expect(await resultsAgainstRecord(season.asSystem())).toMatchObject({ faults: [] });
});

test('an edition nobody wrote award rules for is counted as ever, to the byte', async () => {
  const season = await aSeason(world, { seats: 2, minimumPanel: 1 });
  for (const title of ['One', 'Two']) await anEntry(season, 0, title);
  await judgesIn(season, 2);
  await assignAll(season);
  await submitAll(season, () => [8, 7, 9, 6, 10]);
  await count(season);
  const { tally, marks } = await stored(season);
  const { rows: criteria } = await database.owner.pool.query<{ id: string; name: string; weight: number; min: number; max: number }>(
    'select id, name, weight, scale_min as min, scale_max as max from plaudit.criteria where edition_id = $1 order by position',
    [season.edition],
  );
  const { rows: entries } = await database.owner.pool.query<{ entry: string; category: string }>(
    'select id as entry, category_id as category from plaudit.entries where edition_id = $1 order by number',
    [season.edition],
  );
  const hash = (value: object) =>
    createHash('sha256')
      .update(canonicalJson(plainJson(value)))
      .digest('hex');
  expect(tally.ballotsHash.toString('hex')).toBe(hash({ minimumPanel: 1, criteria, entries, marks }));
  // As it was before there were award rules: these members and no other, 35 · 8 + 20 · 7 + 20 · 9 + 15 · 6 + 10 · 10 on each ballot.
  const given = Object.fromEntries(criteria.map(({ id }, i) => [id, [8, 7, 9, 6, 10][i]]));
  const counted = entries.map(({ entry, category }) => ({
    category,
    entry,
    rank: 1,
    tied: true,
    score: '79/10',
    total: '1580',
    ballots: marks
      .filter((mark) => mark.entry === entry && mark.criterion === criteria[0]?.id)
      .map(({ judge }) => ({ judge, sum: '790', mean: '79/10', marks: given })),
  }));
  const byId = [...counted].sort((a, b) => (a.entry < b.entry ? -1 : 1));
  expect(tally.resultHash.toString('hex')).toBe(hash({ v: 1, minimumPanel: 1, weightTotal: '100', criteria, entries: byId }));
});

const presets = [
  {
    preset: 'stevie-sales-customer-service',
    judging: '2026-07-20',
    answers: { 'achieved-since': '2024-08-01', essay: 'Word for word.' },
    open: ['Gold', 'Stevie'],
    share: 0.8,
    short: '8.00',
    criteria: 1,
  },
  {
    preset: 'asp-ten-best',
    judging: '2026-05-20',
    answers: { address: ['https://support.example'], revenue: { minor: 4_200_000_000, currency: 'USD' }, challenge: 'Word for word.' },
    open: ['Ten Best'],
    share: 0.5,
    short: '50.00',
    criteria: 25,
  },
] as const;

test.each(presets)(
  'an entry of $preset is judged on its card, counted and awarded',
  async ({ preset, judging, answers, open, share, short, criteria }) => {
    const home = await aSeason(world, { published: false });
    const ctx = () => home.as(home.manager, { clock: dates.before });
    const document = plainJson(fromPreset(preset, '2026', '2026-03-01')) as never;
    const { edition, slug: editionSlug } = await createEditionFrom(ctx(), { programme: home.programme, name: preset, document });
    await publishEdition(ctx(), { edition });
    const [category] = await openCategoriesOf(ctx(), edition);
    if (!category) throw new Error('no category');
    const season: Season = { ...home, edition, editionSlug };
    const entry = await anEntryIn(season, category.id, 'The only one', answers);
    await judgesIn(season, 5);
    const clock = new Date(`${judging}T09:00:00Z`);
    await assignAll(season, clock);
    let given = 0;
    await markAll(
      season,
      ({ max }) => {
        given += 1;
        return max * share;
      },
      clock,
    );
    expect(given).toBe(5 * criteria);
    const counting = () => season.as(season.manager, { clock: new Date('2026-09-01T09:00:00Z') });
    const { tally } = await computeTally(counting(), { edition });
    const shown = (await standingsForManager(counting(), edition)).categories.find((own) => own.category === category.id);
    expect(shown?.standings.map((own) => [own.rank, own.level, own.open, own.short])).toEqual([[1, null, open, short]]);
    await database.setClock(new Date('2026-09-01T09:00:00Z'));
    const decided = [{ entry, level: open[0] }];
    await publishResults(counting(), { edition, tally, announceAt: 'now', notAwarded: [], decided });
    expect(await won(season)).toEqual([[['The only one', open[0], short]]]);
  },
);
