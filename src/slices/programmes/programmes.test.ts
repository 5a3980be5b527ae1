import { expect, test } from 'vitest';
import { newToken } from '#platform/tokens.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aMember, aPerson, aSeason, dates, foundedWorld, weights } from '#tests/support/season.ts';
import {
  addCategory,
  categoriesOf,
  changeCriteria,
  changeEditionDates,
  createEdition,
  createProgramme,
  criteriaOf,
  editionForManager,
  programmeForPublic,
  programmeList,
  publishEdition,
  publishedProgrammes,
} from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const timeline = {
  entriesOpenAt: dates.entriesOpenAt.toISOString(),
  entriesCloseAt: dates.entriesCloseAt.toISOString(),
  judgingCloseAt: dates.judgingCloseAt.toISOString(),
};

test('an administrator makes a programme and manages it; its address comes from its name and is never taken twice', async () => {
  const ctx = world.as(world.administrator);
  const input = { name: 'Été des Services – 2026!', timeZone: 'Europe/Paris' };
  const made = await Promise.all([createProgramme(ctx, input), createProgramme(ctx, input), createProgramme(ctx, input)]);
  expect(made.map(({ slug }) => slug).sort()).toEqual(['ete-des-services-2026', 'ete-des-services-2026-2', 'ete-des-services-2026-3']);
});

test('a programme in a made-up time zone is refused at that field', async () => {
  const found = await refusal(createProgramme(world.as(world.administrator), { name: 'Nowhere', timeZone: 'Europe/Atlantis' }));
  expect(found).toEqual({ code: 'general.invalid-input', facts: { count: 1 }, fields: ['timeZone: programmes.not-a-time-zone'] });
});

test('nobody but an administrator makes a programme, and nothing is written when another tries', async () => {
  const stranger = await aPerson(world);
  const count = async () => (await database.owner.pool.query('select count(*)::int as n from plaudit.programmes')).rows[0].n;
  const before = await count();
  const input = { name: 'Mine', timeZone: 'Europe/Paris' };
  expect(await refusalCode(createProgramme(world.as(stranger), input))).toBe('general.not-found');
  expect(await refusalCode(createProgramme(world.asVisitor(), input))).toBe('general.sign-in-needed');
  expect(await count()).toBe(before);
});

test('an edition is published once it has a category and a criterion, and says all it lacks until then', async () => {
  const ctx = () => world.as(world.administrator, { clock: dates.before });
  const { programme, slug } = await createProgramme(ctx(), { name: 'The Lantern Awards', timeZone: 'Europe/Dublin' });
  const { edition } = await createEdition(ctx(), { programme, name: '2026', ...timeline, seats: 3, minimumPanel: 2 });
  const lacking = await refusal(publishEdition(ctx(), { edition }));
  expect(lacking).toEqual({
    code: 'programmes.not-ready',
    facts: { count: 2 },
    fields: ['categories: programmes.no-category', 'criteria: programmes.no-criterion'],
  });
  expect(await refusalCode(programmeForPublic(world.asVisitor(), slug))).toBe('general.not-found');
  await addCategory(ctx(), { edition, code: 'a', name: 'Team of the year' });
  await changeCriteria(ctx(), { edition, version: 1, criteria: [{ name: 'Craft', weight: 1 }], scaleMin: 1, scaleMax: 5 });
  await publishEdition(ctx(), { edition });
  expect(await refusalCode(publishEdition(ctx(), { edition }))).toBe('programmes.already-published');
  const page = await programmeForPublic(world.asVisitor({ clock: dates.whileOpen }), slug);
  expect([page.edition.phase, page.categories.map(({ code }) => code), page.criteria.map(({ name }) => name)]).toEqual([
    'entries-open',
    ['A'],
    ['Craft'],
  ]);
});

test('an impossible timeline is refused with the reason at the date to move, told in the zone of the programme', async () => {
  const ctx = world.as(world.administrator);
  const { programme } = await createProgramme(ctx, { name: 'The Anvil Awards', timeZone: 'Europe/Dublin' });
  const wrong = { ...timeline, entriesCloseAt: timeline.entriesOpenAt };
  const found = await refusal(createEdition(ctx, { programme, name: '2026', ...wrong, seats: 3, minimumPanel: 2 }));
  expect(found.fields).toEqual(['entriesCloseAt: season.entries-close-before-open']);
  const panel = await refusal(createEdition(ctx, { programme, name: '2026', ...timeline, seats: 2, minimumPanel: 3 }));
  expect(panel.fields).toEqual(['minimumPanel: programmes.panel-larger-than-seats']);
});

test('criteria are replaced as a whole before publishing, keep their order, and stay as they are afterwards', async () => {
  const season = await aSeason(world, { published: false });
  const ctx = () => world.as(season.manager, { clock: dates.before });
  const criteria = [...weights].reverse();
  await changeCriteria(ctx(), { edition: season.edition, version: 2, criteria, scaleMin: 0, scaleMax: 100 });
  const read = await criteriaOf(ctx(), season.edition);
  expect(read.map(({ name, weight, scaleMax }) => [name, weight, scaleMax])).toEqual(
    criteria.map(({ name, weight }) => [name, weight, 100]),
  );
  const stale = changeCriteria(ctx(), { edition: season.edition, version: 2, criteria, scaleMin: 0, scaleMax: 10 });
  expect(await refusalCode(stale)).toBe('general.stale-version');
  await publishEdition(ctx(), { edition: season.edition });
  const late = changeCriteria(ctx(), { edition: season.edition, version: 4, criteria, scaleMin: 0, scaleMax: 10 });
  expect(await refusalCode(late)).toBe('programmes.already-published');
});

test('weights are positive whole numbers', async () => {
  const season = await aSeason(world, { published: false });
  for (const weight of [0, -1, 1.5]) {
    const criteria = [{ name: 'Craft', weight }];
    const found = await refusal(
      changeCriteria(world.as(season.manager), { edition: season.edition, version: 2, criteria, scaleMin: 1, scaleMax: 5 }),
    );
    expect(found.code).toBe('general.invalid-input');
  }
});

test('of two categories with one code added at once exactly one stays', async () => {
  const season = await aSeason(world, { published: false });
  const add = () => addCategory(world.as(season.manager), { edition: season.edition, code: 'C', name: 'Centre of the year' });
  const outcomes = await Promise.allSettled([add(), add()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await categoriesOf(world.as(season.manager), season.edition)).map(({ code }) => code)).toEqual(['A', 'B', 'C']);
});

test('a category may be added until entries close, to the millisecond', async () => {
  const season = await aSeason(world);
  const close = dates.entriesCloseAt.getTime();
  const at = (clock: number, code: string) =>
    addCategory(world.as(season.manager, { clock: new Date(clock) }), { edition: season.edition, code, name: 'Late' });
  await at(close - 1, 'C');
  expect(await refusalCode(at(close, 'D'))).toBe('programmes.categories-settled');
});

test('once judging has begun the dates of entries are settled and only its end moves', async () => {
  const season = await aSeason(world);
  const late = new Date('2026-05-20T16:00:00Z').toISOString();
  const change = (clock: Date, version: number, moved: object) =>
    changeEditionDates(world.as(season.manager, { clock }), { edition: season.edition, version, ...timeline, ...moved });
  const lastMoment = new Date(dates.entriesCloseAt.getTime() - 1);
  await change(lastMoment, 3, { entriesCloseAt: new Date(dates.entriesCloseAt.getTime() + 1).toISOString() });
  await change(lastMoment, 4, {});
  const reopened = change(dates.entriesCloseAt, 5, { entriesCloseAt: dates.whileJudging.toISOString() });
  expect(await refusalCode(reopened)).toBe('programmes.entry-dates-settled');
  await change(dates.whileJudging, 5, { judgingCloseAt: late });
  const past = change(dates.afterJudging, 6, { judgingCloseAt: dates.whileJudging.toISOString() });
  expect(await refusalCode(past)).toBe('programmes.judging-would-be-over');
});

test('judges, entrants and strangers change nothing in an edition, and find nothing there to manage', async () => {
  const season = await aSeason(world);
  const people = [await aMember(world, season.programme, 'judge', 'Maren Oduya'), await aPerson(world)];
  const version = async () =>
    (await database.owner.pool.query('select version from plaudit.editions where id = $1', [season.edition])).rows[0].version;
  const before = await version();
  for (const person of people) {
    const ctx = world.as(person);
    const tries = [
      () => addCategory(ctx, { edition: season.edition, code: 'Z', name: 'Mine' }),
      () => changeEditionDates(ctx, { edition: season.edition, version: 3, ...timeline }),
      () => publishEdition(ctx, { edition: season.edition }),
      () => editionForManager(ctx, season.slug, season.editionSlug),
    ];
    for (const attempt of tries) expect(await refusalCode(attempt())).toBe('general.not-found');
  }
  expect([await version(), (await categoriesOf(world.asSystem(), season.edition)).length]).toEqual([before, 2]);
});

test('the list of programmes holds what one manages, all for the system, and the published ones for everybody', async () => {
  const other = await foundedWorld(database);
  const season = await aSeason(other);
  const second = await aSeason(other, { published: false });
  const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id).sort();
  expect(ids(await programmeList(other.asSystem()))).toEqual([season.programme, second.programme].sort());
  expect(ids(await programmeList(other.as(season.manager)))).toEqual([season.programme]);
  expect(await programmeList(other.as(await aPerson(other)))).toEqual([]);
  expect((await publishedProgrammes(other.asVisitor())).map(({ programme }) => programme.slug)).toEqual([season.slug]);
});

test('one organisation sees nothing of another', async () => {
  const season = await aSeason(await foundedWorld(database));
  const foreign = world.as(world.administrator);
  expect(await refusalCode(editionForManager(foreign, season.slug, 'no-such'))).toBe('general.not-found');
  expect(await refusalCode(publishEdition(foreign, { edition: season.edition }))).toBe('general.not-found');
  expect(await refusalCode(addCategory(foreign, { edition: season.edition, code: 'X', name: newToken() }))).toBe('general.not-found');
});
