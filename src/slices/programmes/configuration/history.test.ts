import { expect, test } from 'vitest';
import { fromPreset } from '#core/editions/presets/presets.ts';
import { testDatabase } from '#tests/support/database.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import {
  changePart,
  createEditionFrom,
  editionById,
  editionDocumentOf,
  editionFile,
  lateChanges,
  lateChangesForPublic,
  openCategoriesOf,
  partsOf,
  readEditionFile,
  unlockConfiguration,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

test('what changes after entries opened is told with its reason, and what changed before is not', async () => {
  const season = await aSeason(world);
  const as = (clock: Date) => season.as(season.manager, { clock });
  const now = async () => {
    const edition = await editionById(as(dates.before), season.edition);
    if (!edition) throw new Error('no edition');
    return edition;
  };
  const because = 'The sponsor of the prize has changed.';
  await unlockConfiguration(as(dates.before), { edition: season.edition, version: (await now()).version, because });
  const say = async (strapline: string, clock: Date) =>
    changePart(as(clock), { edition: season.edition, version: (await now()).version, part: 'texts', body: { strapline } });
  await say('Before', dates.before);
  expect(await lateChanges(as(dates.whileOpen), await now())).toEqual([]);
  await say('While open', dates.whileOpen);
  const found = await lateChanges(world.asVisitor({ clock: dates.whileOpen }), await now());
  expect(found.map(({ id: _id, ...rest }) => rest)).toEqual([
    {
      at: dates.whileOpen,
      because,
      changes: [{ path: 'texts.strapline', kind: 'changed', from: 'Before', to: 'While open' }],
      more: 0,
    },
  ]);
});

test('a preset becomes an edition with its 32 categories, and its file makes the same edition again', async () => {
  const season = await aSeason(world);
  const ctx = season.as(season.manager, { clock: dates.before });
  const document = JSON.parse(JSON.stringify(fromPreset('stevie-sales-customer-service', '2027', '2027-03-01'))) as never;
  const made = await createEditionFrom(ctx, { programme: season.programme, name: '2027', document });
  const edition = await editionById(ctx, made.edition);
  if (!edition) throw new Error('no edition');
  const categories = await openCategoriesOf(ctx, made.edition);
  expect([categories.length, categories[0]?.code, categories[31]?.code]).toEqual([32, 'J01A', 'J04H']);
  const text = editionFile(await editionDocumentOf(ctx, edition));
  const read = readEditionFile(text, edition.zone);
  expect(read.ok && editionFile(read.document)).toBe(text);
});

test('late codes and grace are changed in front of the organisers, and of nobody else', async () => {
  const season = await aSeason(world);
  const ctx = () => season.as(season.manager, { clock: dates.whileOpen });
  const now = async () => {
    const edition = await editionById(ctx(), season.edition);
    if (!edition) throw new Error('no edition');
    return edition;
  };
  const because = 'The ferry was cancelled.';
  await unlockConfiguration(ctx(), { edition: season.edition, version: (await now()).version, because });
  const { timeline } = await partsOf(ctx(), await now());
  const change = async (more: object) => {
    const body = JSON.parse(JSON.stringify({ ...timeline, ...more })) as never;
    await changePart(ctx(), { edition: season.edition, version: (await now()).version, part: 'timeline', body });
  };
  const late = {
    rounds: timeline.rounds.map((round) => ({ ...round, opens: '2026-04-04T09:00' })),
    entries: { ...timeline.entries, grace: 15 },
  };
  await change(late);
  await change({ ...late, lateCodes: [{ key: 'ferry', until: '2026-04-03T17:00' }] });
  const told = async (changes: typeof lateChanges) => (await changes(ctx(), await now())).map((one) => one.changes.map(({ path }) => path));
  const [round] = (await told(lateChangesForPublic)).flat();
  expect(round).toMatch(/^timeline\.rounds\[[^\]]+\]\.opens$/);
  expect(await told(lateChangesForPublic)).toEqual([[round]]);
  expect((await told(lateChanges)).map((paths) => paths.toSorted())).toEqual([
    ['timeline.lateCodes[ferry]'],
    ['timeline.entries.grace', round],
  ]);
});
