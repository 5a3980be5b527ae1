import { expect, test } from 'vitest';
import { openCategories } from '#core/categories/tree.ts';
import { presetKeys } from '#core/editions/presets/preset.ts';
import { fromPreset } from '#core/editions/presets/presets.ts';
import { ids } from '#platform/ids.ts';
import { categoriesOf, createEditionFrom, publishEdition } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { goodClaim } from '#tests/support/forms/form.ts';
import { anEntryIn, aWrittenSeason, markAll } from '#tests/support/judging/judged-season.ts';
import { assignAll, judgesIn } from '#tests/support/panel.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { computeTally, figuresForManager, recordFigures, standingsForManager } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const after = { clock: dates.afterJudging };

/** What judges give on a criterion, and what the organisers know from elsewhere, by the preset; the score it comes to. */
const known: Readonly<Record<(typeof presetKeys)[number], { figures: Readonly<Record<string, string>>; score: string }>> = {
  'stevie-sales-customer-service': { figures: {}, score: '7' },
  'sspa-star': { figures: {}, score: '7' },
  'asp-ten-best': { figures: {}, score: '70' },
  'cx-excellence': { figures: {}, score: '7' },
  // (20 · 10 + 20 · 1 + 20 · 7 + 40 · 7) / 100, and half a mark for nominations, which is the most there is.
  'industry-awards': { figures: { csat: '95', nps: '-20', 'resolution-time': '1480', peers: '9' }, score: '69/10' },
  ukccf: { figures: {}, score: '7' },
  // 75 parts of 7 and 25 of 9.
  'public-blend': { figures: { members: '9.00' }, score: '15/2' },
};

const refusedOf: Readonly<Record<string, { readonly value: string; readonly code: string }>> = {
  peers: { value: '1.5', code: 'results.figure-not-whole' },
  members: { value: '11', code: 'results.figure-beyond' },
};

test.each(presetKeys)('%s is published whole, and an entry is judged and counted by what it says', async (key) => {
  const document = fromPreset(key, '2026', '2026-03-01');
  const draft = await aSeason(world, { published: false });
  const before = () => draft.as(draft.manager, { clock: dates.before });
  const { edition: whole } = await createEditionFrom(before(), {
    programme: draft.programme,
    name: 'Whole',
    document: JSON.parse(JSON.stringify(document)) as never,
  });
  await publishEdition(before(), { edition: whole });

  // Who may be entered, forms, rules and dates are the season's own: what is judged and counted is the preset's.
  const categories = document.categories.map(
    ({ form: _form, rules: _rules, divisions: _divisions, nominees: _nominees, nominators: _nominators, ...category }) => category,
  );
  const parts = [['scorecards', document.scorecards] as const, ['categories', categories] as const, ['award', document.award] as const];
  const season = await aWrittenSeason(world, parts);
  const manager = () => season.as(season.manager, { ...after, key: ids.random() });
  const open = new Set(openCategories(document.categories).map(({ node }) => node.code));
  const category = (await categoriesOf(manager(), season.edition)).find(({ code }) => open.has(code));
  if (!category) throw new Error('no category');
  const entry = await anEntryIn(season, category.id, 'One');
  await judgesIn(season, document.award.judges);
  await assignAll(season);
  await markAll(season, ({ criterion, max }) => (criterion === 'A track record of excellence' ? 1 : (7 * max) / 10));
  const { tables } = await figuresForManager(manager(), season.edition);
  expect(tables.map(({ source }) => source)).toEqual(Object.keys(known[key].figures));
  for (const { source } of tables) {
    const record = (value: string) =>
      recordFigures(manager(), {
        edition: season.edition,
        category: category.id,
        source,
        values: { [entry]: value },
        evidence: 'The books.',
      });
    const wrong = refusedOf[source];
    expect(wrong ? (await refusal(record(wrong.value))).fields : []).toEqual(wrong ? [`values.${entry}: ${wrong.code}`] : []);
    await record(known[key].figures[source] ?? '');
  }
  await computeTally(manager(), { edition: season.edition });
  const board = await standingsForManager(manager(), season.edition);
  const [counted] = board.categories.find((one) => one.category === category.id)?.standings ?? [];
  expect([counted?.entry, counted?.rank, counted?.exact, counted?.out]).toEqual([entry, 1, known[key].score, null]);
  expect(board.tally?.current).toBe(true);
});

test('a measure is scored by what an entry claims of it, until the organisers record another figure, which asks for another count', async () => {
  const measured = (kind: 'judged' | 'metric', more: object) => ({
    kind,
    key: kind,
    name: kind,
    weight: 1,
    scale: { min: 0, max: 10 },
    ...more,
  });
  const breakpoints = [
    { value: '80', mark: 0 },
    { value: '100', mark: 10 },
  ];
  const scorecards = { main: { criteria: [measured('judged', {}), measured('metric', { metric: 'csat', breakpoints })] } };
  const claims = { kind: 'metric', key: 'told', label: 'Told', metrics: ['csat'] };
  const forms = { entry: { title: 'Entry', sections: [{ key: 'one', title: 'One', items: [claims] }] } };
  const season = await aWrittenSeason(world, [
    ['forms', forms],
    ['scorecards', scorecards],
    ['categories', [{ code: 'A', name: 'Team', form: 'entry' }]],
    ['award', { judges: 1, minimumPanel: 1 }],
  ]);
  const manager = () => season.as(season.manager, { ...after, key: ids.random() });
  const { edition } = season;
  const [category] = season.categories;
  const claiming = async (title: string, value: number) => anEntryIn(season, category, title, { told: { ...goodClaim, value } });
  const [one, two] = [await claiming('One', 90), await claiming('Two', 95.5)];
  // Below the first breakpoint, where the rules say nothing: not known, and never nought.
  const low = await claiming('Low', 79);
  await judgesIn(season, 1);
  await assignAll(season);
  await markAll(season, () => 8);
  const counted = async () => {
    await computeTally(manager(), { edition });
    const { categories: all } = await standingsForManager(manager(), edition);
    return all[0]?.standings.map(({ entry, exact, out }) => [entry, exact, out]);
  };
  // (8 + 10 · (90 − 80) / 20) / 2, and of 95.5 likewise.
  expect(await counted()).toEqual([
    [two, '63/8', null],
    [one, '13/2', null],
    [low, null, 'source-missing'],
  ]);
  await recordFigures(manager(), {
    edition,
    category,
    source: 'metric',
    values: { [low]: '100', [two]: '' },
    evidence: 'The audit of May.',
  });
  expect((await standingsForManager(manager(), edition)).tally?.current).toBe(false);
  expect(await counted()).toEqual([
    [low, '9', null],
    [two, '63/8', null],
    [one, '13/2', null],
  ]);
  const { tables } = await figuresForManager(manager(), edition);
  expect(tables.flatMap(({ rows }) => rows.map(({ entry, figure }) => [entry, figure?.value, figure?.from]))).toEqual([
    [one, '90', 'claim'],
    [two, '95.5', 'claim'],
    [low, '100', 'recorded'],
  ]);
});

test('nominations and votes are added beside a measure and what a second round came to, as they are written, and as the database counts', async () => {
  const breakpoints = [
    { value: '80', mark: 0 },
    { value: '100', mark: 10 },
  ];
  const on = { weight: 2, scale: { min: 0, max: 10 } };
  const count = (key: string, of: string, each: string, atMost?: string) => ({
    kind: 'count',
    key,
    name: key,
    of,
    each,
    ...(atMost && { atMost }),
  });
  const criteria = [
    { kind: 'judged', key: 'craft', name: 'craft', ...on },
    { kind: 'metric', key: 'csat', name: 'csat', metric: 'csat', breakpoints, ...on, weight: 1 },
    count('names', 'nominations', '0.1', '0.5'),
    count('letters', 'votes', '0.01'),
  ];
  const season = await aWrittenSeason(world, [
    ['scorecards', { main: { criteria } }],
    ['categories', [{ code: 'A', name: 'Team' }]],
    [
      'award',
      {
        judges: 1,
        minimumPanel: 1,
        rounds: [
          { round: 'judges', weight: 3 },
          { round: 'members', weight: 1 },
        ],
        votes: { each: '0.001' },
      },
    ],
  ]);
  const manager = () => season.as(season.manager, { ...after, key: ids.random() });
  const { edition } = season;
  const [category] = season.categories;
  const one = await anEntryIn(season, category, 'One');
  const two = await anEntryIn(season, category, 'Two');
  const three = await anEntryIn(season, category, 'Three');
  await judgesIn(season, 1);
  await assignAll(season);
  await markAll(season, ({ entry }) => (entry === three ? 2 : 8));
  const known: Readonly<Record<string, readonly string[]>> = {
    csat: ['90', '100', '80'],
    names: ['9', '0', '1'],
    letters: ['20', '100', '0'],
    members: ['6', '4', '5'],
    votes: ['100', '0', '50'],
  };
  expect((await figuresForManager(manager(), edition)).tables.map(({ source }) => source)).toEqual(Object.keys(known));
  for (const [source, [first = '', second = '', third = '']] of Object.entries(known))
    await recordFigures(manager(), {
      edition,
      category,
      source,
      values: { [one]: first, [two]: second, [three]: third },
      evidence: 'The books.',
    });
  await computeTally(manager(), { edition });
  const board = await standingsForManager(manager(), edition);
  // Of four parts two are judged, one is measured, one is the members'. One: (2·8 + 5 + 6)/4 + 1/2 + 1/5 + 1/10.
  // Two: (2·8 + 10 + 4)/4 + 1. Three: (2·2 + 0 + 5)/4 + 1/10 + 1/20.
  expect(board.categories[0]?.standings.map(({ entry, rank, exact }) => [entry, rank, exact])).toEqual([
    [two, 1, '17/2'],
    [one, 2, '151/20'],
    [three, 3, '12/5'],
  ]);
  expect(board.tally?.current).toBe(true);
  expect(board.doubt?.categories[category]?.derived[one]?.join(' ')).toContain(
    'names: 9 at 0.1 each gives 0.5. letters: 20 at 0.01 each gives 0.2. votes: 100 at 0.001 each gives 0.1.',
  );
});
