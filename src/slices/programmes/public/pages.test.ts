/** What the public pages of an edition with a rulebook say, and what none of them says. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { anEdition, aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { categoryTree, forms, rules, scorecards, texts } from '../../../../db/demo/rulebook.ts';
import { changePart, unlockConfiguration } from '../index.ts';
import { callOf } from './call.ts';
import { categoryPageOf } from './category.ts';
import { finderOf, firstOfEach } from './finding.ts';
import { guideOf } from './guide.ts';
import { calendarOf, feedOf } from './outlines.ts';
import { selfCheckOf } from './self-check.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
let season: Season;

const timeline = {
  entries: { opens: '2026-03-01T09:00', closes: '2026-04-01T17:00', grace: 7 },
  rounds: [{ key: 'written', opens: '2026-04-02T09:00', closes: '2026-05-01T17:00' }],
  ceremony: { at: '2026-06-01T20:00', place: 'Aldersea Town Hall' },
  lateCodes: [{ key: 'sshh-late', until: '2026-04-01T20:00' }],
  fees: {
    currency: 'EUR',
    tiers: [
      { key: 'early', until: '2026-03-15T00:00', amount: 9900 },
      { key: 'full', amount: 14_900 },
    ],
  },
};

const chapters = [
  {
    key: 'coast',
    name: 'The coast',
    countries: ['IE', 'GB'],
    languages: ['en', 'ga'],
    categories: ['H4'],
    contact: 'https://coast.example/ask',
  },
  { key: 'inland', name: 'Inland' },
];

async function write(edition: Season): Promise<void> {
  const as = () => edition.as(edition.manager, { clock: dates.before });
  const version = async () => {
    const { rows } = await database.owner.pool.query<{ version: number }>('select version from plaudit.editions where id = $1', [
      edition.edition,
    ]);
    return rows[0]?.version ?? 0;
  };
  const body = {
    texts,
    forms,
    rules,
    scorecards,
    timeline,
    categories: [...categoryTree, { code: 'A', name: 'Team' }, { code: 'B', name: 'Idea' }],
  };
  for (const part of ['texts', 'forms', 'rules', 'scorecards', 'categories', 'timeline'] as const) {
    const written = JSON.parse(JSON.stringify(body[part]));
    await changePart(as(), { edition: edition.edition, version: await version(), part, body: written });
  }
  // What chapters are for is named in the tree, whose sponsors are named in the texts.
  const whole = JSON.parse(JSON.stringify({ ...texts, chapters }));
  await changePart(as(), { edition: edition.edition, version: await version(), part: 'texts', body: whole });
}

beforeAll(async () => {
  season = await aSeason(world);
  const { rows } = await database.owner.pool.query<{ version: number }>('select version from plaudit.editions where id = $1', [
    season.edition,
  ]);
  const ctx = season.as(season.manager, { clock: dates.before });
  await unlockConfiguration(ctx, { edition: season.edition, version: rows[0]?.version ?? 0, because: 'The rulebook was agreed on.' });
  await write(season);
}, 60_000);

const visitor = (clock = new Date('2026-03-10T12:00:00Z')) => season.asVisitor({ clock });
const page = (code: string) => categoryPageOf(visitor(), season.slug, season.editionSlug, code);

test('a call says what its rulebook says, and an edition without one has none', async () => {
  const { rulebook } = await callOf(visitor(), season.slug, season.editionSlug);
  expect(rulebook?.tree.map(({ code, branches }) => [code, branches.map((branch) => branch.code)])).toEqual([
    ['H1', []],
    ['H3', []],
    ['H4', ['H4A', 'H4B']],
    ['A', []],
    ['B', []],
  ]);
  expect(rulebook?.fees.tiers.map(({ amount, now }) => [amount, now])).toEqual([
    [9900, true],
    [14_900, false],
  ]);
  expect(rulebook?.cards.flatMap(({ groups }) => groups.flatMap(({ criteria }) => criteria.map(({ share }) => share)))).toEqual([
    0.35, 0.15, 0.1, 0.2, 0.2,
  ]);
  expect(rulebook?.chapters).toEqual([
    {
      key: 'coast',
      name: 'The coast',
      about: undefined,
      contact: 'https://coast.example/ask',
      countries: ['IE', 'GB'],
      languages: ['en', 'ga'],
      categories: [{ code: 'H4', name: 'Customer service team' }],
    },
    { key: 'inland', name: 'Inland', about: undefined, contact: undefined, countries: [], languages: [], categories: [] },
  ]);
  const plain = await aSeason(world);
  expect((await callOf(plain.asVisitor({ clock: dates.whileOpen }), plain.slug)).rulebook).toBeUndefined();
});

test('an open category is told whole, a family with its branches, a retired one with what is open instead', async () => {
  const open = await page('H4B');
  expect([open.state, open.path.map(({ code }) => code), open.limits, open.nominees]).toEqual([
    'open',
    ['H4'],
    { each: 2, all: undefined },
    ['team'],
  ]);
  expect(open.rules.map(({ key }) => key)).toEqual(['operating', 'named-by-others']);
  expect(open.questions?.flatMap(({ fields }) => fields.map(({ key, required }) => [key, required]))).toEqual([
    ['story', true],
    ['began-with', false],
    ['evidence', false],
    ['links', false],
    ['measured', false],
    ['customer', false],
    ['people', false],
    ['small-house', false],
    ['founded', false],
    ['updated', false],
    ['referee', false],
  ]);
  const [family, retired] = [await page('H4'), await page('H2')];
  expect([family.state, family.others.map(({ code }) => code)]).toEqual(['family', ['H4A', 'H4B']]);
  expect([retired.state, retired.others.map(({ code }) => code)]).toEqual(['retired', ['H1', 'H3', 'H4', 'A', 'B']]);
  expect(await refusalCode(page('H9'))).toBe('general.not-found');
});

test('of very many that fit, each award shows the first and says how many more there are', () => {
  const fitOf = (family: string, n: number) => ({ family, n });
  const all = ['A', 'B'].flatMap((family) => Array.from({ length: family === 'A' ? 70 : 2 }, (_, n) => fitOf(family, n)));
  const { shown, rest } = firstOfEach(all, ({ family }) => family);
  expect(shown.map(({ of: { family, n }, more }) => `${family}${n} ${more}`)).toEqual(['A0 0', 'A1 0', 'A2 67', 'B0 0', 'B1 0']);
  expect(rest).toBe(0);
  const loose = firstOfEach(
    Array.from({ length: 2000 }, (_, n) => fitOf(`F${n}`, n)),
    ({ family }) => family,
  );
  expect([loose.shown.length, loose.rest]).toEqual([60, 1940]);
  const few = firstOfEach(all.slice(0, 60), ({ family }) => family);
  expect([few.shown.length, few.shown.every(({ more }) => more === 0), few.rest]).toEqual([60, true, 0]);
});

test('a category is found by answers, and answers that fit nothing say what stands in the way', async () => {
  const found = (given: Readonly<Record<string, string>>) =>
    finderOf(visitor(), season.slug, season.editionSlug, (name) => given[name] ?? null);
  expect((await found({ nominee: 'technology' })).fits.map(({ code }) => code)).toEqual(['H1', 'A', 'B']);
  const nothing = await found({ nominee: 'technology', family: 'H4' });
  expect([nothing.fits, nothing.inTheWay.map(({ question }) => question)]).toEqual([[], ['nominee', 'family']]);
});

test('a check asks what the rules of open categories ask, and says of each category what they come to', async () => {
  const check = (answers: Record<string, string>) =>
    selfCheckOf(visitor(), season.slug, season.editionSlug, (name) => (answers[name] === undefined ? [] : [answers[name]]));
  const verdicts = ({ groups }: Awaited<ReturnType<typeof check>>) =>
    groups.flatMap(({ categories, shown }) => categories.map(({ code }) => [code, shown.verdict].join(': ')));
  const unanswered = await check({});
  expect([unanswered.questions.map(({ name }) => name), unanswered.answered]).toEqual([
    ['company.operatingSince', 'won.last1', 'entry.updated', 'entry.nominator', 'nominations.customer'],
    false,
  ]);
  // A question of the form that answers the fact is asked in its words; what no form asks in ours.
  expect(unanswered.asked).toEqual({
    'company.operatingSince': {
      label: 'Since when has your house been open?',
      help: 'The day its first customer came, as well as you know it.',
    },
    'company.staff': { label: 'How many people work in your house?', help: undefined },
    'entry.updated': { label: 'This entry tells of something achieved since it last won.', help: undefined },
  });
  expect(verdicts(unanswered)).toEqual(['H1: unknown', 'H3: unknown', 'H4A: unknown', 'H4B: unknown']);
  const young = await check({ 'company.operatingSince': '2025-06-01' });
  expect(verdicts(young)).toEqual(['H1: no', 'H3: no', 'H4A: no', 'H4B: no']);
  const one = await check({ category: 'H3', 'company.operatingSince': '2020-06-01', 'won.last1': 'H3', 'entry.updated': 'no' });
  expect([one.chosen?.code, verdicts(one)]).toEqual(['H3', ['H3: no']]);
  expect(verdicts(await check({ category: 'nothing' })).length).toBe(unanswered.categories.length);
});

test('grace and late codes stand in no answer, and an edition that is not published in none at all', async () => {
  const home = 'http://localhost/p/x';
  const read = [
    await callOf(visitor(), season.slug, season.editionSlug),
    await page('H1'),
    await finderOf(visitor(), season.slug, season.editionSlug, () => null),
    await calendarOf(visitor(), season.slug, home),
    await feedOf(visitor(), season.slug, home),
  ];
  expect(JSON.stringify(read)).not.toMatch(/sshh-late|grace/);
  const draft = await anEdition(season, { published: false });
  for (const none of [
    () => categoryPageOf(visitor(), season.slug, draft.editionSlug, 'A'),
    () => finderOf(visitor(), season.slug, draft.editionSlug, () => null),
  ])
    expect(await refusalCode(none())).toBe('general.not-found');
});

test('a guide tells what counts most first, what to collect and what has to be there, of open categories alone', async () => {
  const guide = (code: string) => guideOf(visitor(), season.slug, season.editionSlug, code);
  const { looksFor, collect, required, rules } = await guide('H1');
  const shares = looksFor.map(({ share }) => share ?? 0);
  expect(shares).toEqual([0.35, 0.2, 0.2, 0.15, 0.1]);
  expect(looksFor.some(({ anchors }) => anchors.length > 0)).toBe(true);
  const kinds = (questions: typeof collect) => questions.map(({ rule, fields }) => [rule, ...fields.map(({ field }) => field.kind)]);
  expect([kinds(collect), kinds(required), rules.length]).toEqual([
    [
      ['plain', 'files', 'web-addresses'],
      ['exactly-one-of', 'metric'],
      ['plain', 'number', 'date', 'consent', 'reference'],
    ],
    [
      ['plain', 'long-text'],
      ['exactly-one-of', 'metric', 'long-text'],
    ],
    2,
  ]);
  for (const none of ['H4', 'NONE']) expect(await refusalCode(guide(none))).toBe('general.not-found');
  expect((await guide('A')).questions).toBeUndefined();
});

test('the calendar has every date once and the same bytes each time, and the feed what has happened', async () => {
  const home = 'http://localhost/p/x';
  const text = await calendarOf(visitor(), season.slug, home);
  expect(text.match(/^DTSTART:.*$/gm)?.map((line) => line.trim())).toEqual([
    'DTSTART:20260301T090000Z',
    'DTSTART:20260401T160000Z',
    'DTSTART:20260402T080000Z',
    'DTSTART:20260501T160000Z',
    'DTSTART:20260601T190000Z',
  ]);
  expect(text).toContain('LOCATION:Aldersea Town Hall');
  expect(await calendarOf(visitor(new Date('2026-03-11T12:00:00Z')), season.slug, home)).toBe(text);
  const titles = async (clock: string) =>
    [...(await feedOf(visitor(new Date(clock)), season.slug, home)).matchAll(/<id>urn:uuid:[^#]*#(\w+)/g)].map(([, key]) => key);
  expect(await titles('2026-03-10T12:00:00Z')).toEqual(['open']);
  expect(await titles('2026-04-10T12:00:00Z')).toEqual(['closed', 'open']);
});
