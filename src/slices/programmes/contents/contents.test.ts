import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { assignAll, judgesIn, submitAll } from '#tests/support/panel.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aMember, anAcceptedEntry, aPerson, aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { categoriesOf, changeCategory, changePanel, changeProgrammeTexts, editionById, programmeTexts, recentEvents } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const asManager = (season: Season, clock: Date = dates.before) => season.as(season.manager, { clock });

async function versionOf(season: Season): Promise<number> {
  return (await editionById(asManager(season), season.edition))?.version ?? 0;
}

async function rename(season: Season, name: string, clock: Date, by: PersonId = season.manager) {
  const input = { edition: season.edition, category: season.categories[0], version: await versionOf(season), name, description: 'As one.' };
  return changeCategory(season.as(by, { clock }), input);
}

async function bodyOf(kind: string, subject: string): Promise<unknown> {
  const { rows } = await database.owner.pool.query<{ body: string }>(
    `select b.body from plaudit.audit_events e join plaudit.audit_bodies b on b.event_id = e.id
      where e.kind = $1 and e.subject_id = $2 order by e.at desc limit 1`,
    [kind, subject],
  );
  return JSON.parse(rows[0]?.body ?? 'null');
}

test('a programme’s texts are changed at any time, its address stays, and the record keeps both', async () => {
  const season = await aSeason(world);
  const ctx = () => asManager(season, dates.afterJudging);
  const to = { name: 'The Great Handbell Awards', strapline: 'For what people remember', summary: 'Since this year.' };
  await changeProgrammeTexts(ctx(), { programme: season.programme, version: 1, ...to });
  const { slug, version, ...read } = await programmeTexts(ctx(), season.slug);
  expect([slug, version, read]).toEqual([season.slug, 2, { id: season.programme, ...to }]);
  expect(await bodyOf('programmes.texts-changed', season.programme)).toMatchObject({ from: { name: 'The Handbell Awards' }, to });
});

test('texts that somebody else changed meanwhile are refused with both, and nothing is overwritten', async () => {
  const season = await aSeason(world);
  const change = (name: string) =>
    changeProgrammeTexts(asManager(season), { programme: season.programme, version: 1, name, strapline: '', summary: '' });
  const outcomes = await Promise.allSettled([change('One'), change('Two')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { name } = await programmeTexts(asManager(season), season.slug);
  const late = await refusal(change('Three'));
  expect(late).toEqual({ code: 'general.stale-version', facts: {}, fields: ['name: field.changed-meanwhile'] });
  expect((await programmeTexts(asManager(season), season.slug)).name).toBe(name);
});

test('a category is renamed before the call opens and after, keeps its code, and the record says which it was', async () => {
  const season = await aSeason(world);
  for (const [name, clock, afterOpening] of [
    ['Crew of the year', new Date(dates.entriesOpenAt.getTime() - 1), false],
    ['Crew of the decade', dates.entriesOpenAt, true],
    ['Crew of all time', dates.whileJudging, true],
  ] as const) {
    await rename(season, name, clock);
    const told = await bodyOf('programmes.category-changed', season.categories[0]);
    expect(told).toMatchObject({ number: 'A', to: { name, description: 'As one.' }, afterOpening });
  }
  const [first, second] = await categoriesOf(asManager(season), season.edition);
  expect([first?.code, first?.name, second?.name]).toEqual(['A', 'Crew of all time', 'Innovation of the year']);
  const log = await recentEvents(asManager(season), season.programme, 20);
  expect(log.filter(({ kind }) => kind === 'programmes.category-changed').map(({ number }) => number)).toEqual(['A', 'A', 'A']);
});

test('a category keeps the name under which its winners are announced', async () => {
  const season = await aSeason(world, { seats: 1, minimumPanel: 1 });
  await judgesIn(season, 1);
  await anAcceptedEntry(season);
  await assignAll(season);
  await submitAll(season, () => [8]);
  const { tally } = await computeTally(asManager(season, dates.afterJudging), { edition: season.edition });
  await publishResults(asManager(season, dates.afterJudging), { edition: season.edition, tally, announceAt: '2026-06-01T19:00:00Z' });
  const found = await refusal(rename(season, 'Crew of the year', dates.afterJudging));
  expect([found.code, found.facts]).toEqual([
    'programmes.category-names-settled',
    { announcedAt: '2026-06-01T20:00:00+01:00[Europe/Dublin]' },
  ]);
});

test('a category of another edition is not there', async () => {
  const [season, other] = [await aSeason(world), await aSeason(world)];
  const input = { edition: season.edition, category: other.categories[0], version: 3, name: 'Mine', description: '' };
  expect(await refusalCode(changeCategory(asManager(season), input))).toBe('general.not-found');
});

test('the panel is changed until judging opens, to the millisecond, and never below what its seats can give', async () => {
  const season = await aSeason(world);
  const change = async (clock: Date, seats: number, minimumPanel: number) =>
    changePanel(asManager(season, clock), { edition: season.edition, version: await versionOf(season), seats, minimumPanel });
  const close = dates.entriesCloseAt.getTime();
  await change(new Date(close - 1), 5, 3);
  const read = await editionById(asManager(season), season.edition);
  expect([read?.seats, read?.minimumPanel]).toEqual([5, 3]);
  expect(await bodyOf('programmes.panel-changed', season.edition)).toMatchObject({
    from: { seats: 3, minimumPanel: 2 },
    to: { seats: 5, minimumPanel: 3 },
  });
  expect((await refusal(change(new Date(close - 1), 2, 3))).fields).toEqual(['minimumPanel: programmes.panel-larger-than-seats']);
  const late = await refusal(change(dates.entriesCloseAt, 4, 3));
  expect([late.code, late.facts]).toEqual(['programmes.panel-settled', { openedAt: '2026-04-01T17:00:00+01:00[Europe/Dublin]' }]);
});

test('judges, auditors and strangers change no text and no panel, and find no page to do it', async () => {
  const season = await aSeason(world);
  const auditor = await aMember(world, season.programme, 'auditor', 'Aino Vuori');
  for (const person of [auditor, await aPerson(world)]) {
    const texts = { programme: season.programme, version: 1, name: 'Mine', strapline: '', summary: '' };
    expect(await refusalCode(changeProgrammeTexts(season.as(person), texts))).toBe('general.not-found');
    expect(await refusalCode(rename(season, 'Mine', dates.before, person))).toBe('general.not-found');
    expect(await refusalCode(programmeTexts(season.as(person), season.slug))).toBe('general.not-found');
  }
});
