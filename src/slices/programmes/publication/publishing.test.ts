import { expect, test } from 'vitest';
import { allTasks } from '#platform/queue/tasks.server.ts';
import { asJobs, asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { changeCriteria, changePart, editionById, programmeForPublic, publishEdition, unlockConfiguration } from '../index.ts';
import { cancelPublication, publishScheduled, publishTask, schedulePublication } from './publishing.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const at = new Date('2026-02-10T08:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);

const manager = ({ as, manager: who }: Season, clock = dates.before) => as(who, { clock });
const isOut = async ({ asVisitor, slug, editionSlug }: Season, clock: Date) =>
  programmeForPublic(asVisitor({ clock }), slug, editionSlug).then(
    () => true,
    () => false,
  );
const told = async ({ edition }: Season) => {
  const { rows } = await database.owner.pool.query<{ kind: string }>(
    "select kind from plaudit.audit_events where subject_id = $1 and kind ~ 'publi' order by at, id",
    [edition],
  );
  return rows.map(({ kind }) => kind.replace('programmes.', ''));
};
const scheduled = async () => {
  const season = await aSeason(world, { published: false });
  await schedulePublication(manager(season), { edition: season.edition, publishAt: at.toISOString() });
  return season;
};
/** An order without a score, which no season can give yet: a change that leaves the edition unready. */
const unready = async (season: Season) => {
  const edition = await editionById(manager(season), season.edition);
  const award = { judges: 3, minimumPanel: 2, aggregation: { kind: 'schulze' } };
  await changePart(manager(season), { edition: season.edition, version: edition?.version ?? 0, part: 'award', body: award });
};

test('an edition becomes public at its instant and not a millisecond before, though no job has run; the job tells it once', async () => {
  const season = await scheduled();
  const { edition, slug, editionSlug } = season;
  const unknown = await refusal(programmeForPublic(season.asVisitor({ clock: later(-1) }), 'no-such-programme', editionSlug));
  expect(await refusal(programmeForPublic(season.asVisitor({ clock: later(-1) }), slug, editionSlug))).toEqual(unknown);
  expect([await isOut(season, later(-1)), await isOut(season, at)]).toEqual([false, true]);
  expect(await refusalCode(publishScheduled(season.asSystem({ clock: later(-1) }), { edition }))).toBe('general.not-found');
  const criteria = { edition, version: 3, criteria: [{ name: 'Craft', weight: 1 }], scaleMin: 1, scaleMax: 5 };
  expect(await refusalCode(changeCriteria(manager(season, at), criteria))).toBe('programmes.already-published');
  // Whatever is changed of it between the instant and the job, it stays out.
  await unlockConfiguration(manager(season, at), { edition, version: 3, because: 'Agreed with the board.' });
  expect(await isOut(season, later(1))).toBe(true);
  expect(await told(season)).toEqual(['publication-scheduled']);
  await publishScheduled(season.asSystem({ clock: later(3_600_000) }), { edition });
  expect(await refusalCode(publishScheduled(season.asSystem({ clock: later(3_600_001) }), { edition }))).toBe('general.not-found');
  expect(await told(season)).toEqual(['publication-scheduled', 'edition-published']);
});

test('the instant lies ahead, within five years, and the edition is ready when it is set; all that is missing is said', async () => {
  const season = await aSeason(world, { published: false });
  const set = (publishAt: string) => refusalCode(schedulePublication(manager(season), { edition: season.edition, publishAt }));
  for (const impossible of [dates.before, new Date('2031-02-20T09:00:00Z')])
    expect(await set(impossible.toISOString())).toBe('programmes.publish-at-impossible');
  expect(await set('tomorrow')).toBe('general.invalid-input');
  await unready(season);
  const found = await refusal(schedulePublication(manager(season), { edition: season.edition, publishAt: at.toISOString() }));
  expect([found.code, found.fields]).toEqual(['programmes.not-ready', ['award.aggregation: editions.not-counted']]);
});

test('what is changed before the instant and still ready goes out at it; what is not ready any more stays a draft, and managers are told why', async () => {
  const [fine, broken] = [await scheduled(), await scheduled()];
  await changeCriteria(manager(fine), {
    edition: fine.edition,
    version: 3,
    criteria: [{ name: 'Craft', weight: 1 }],
    scaleMin: 1,
    scaleMax: 5,
  });
  await unready(broken);
  expect([await isOut(fine, at), await isOut(broken, at)]).toEqual([true, false]);
  await publishScheduled(asSystem(database.jobs, broken.organisation, { clock: at }), { edition: broken.edition });
  const { rows } = await database.owner.pool.query<{ mail: string; person: string; missing: string }>(
    "select mail, person_id as person, data ->> 'missing' as missing from plaudit.outbox where edition_id = $1",
    [broken.edition],
  );
  expect(rows.filter(({ person }) => person === broken.manager)).toEqual([
    { mail: 'programmes.not-published', person: broken.manager, missing: '[{"code":"editions.not-counted","facts":{"what":"schulze"}}]' },
  ]);
  expect(await told(broken)).toEqual(['publication-scheduled', 'publication-held']);
  expect([await isOut(broken, later(1)), (await editionById(manager(broken), broken.edition))?.publishAt]).toEqual([false, null]);
});

test('until the instant it is moved or cancelled; published by hand it is out at once and the instant is gone', async () => {
  const [moved, cancelled, byHand] = [await scheduled(), await scheduled(), await scheduled()];
  await schedulePublication(manager(moved), { edition: moved.edition, publishAt: later(1_000).toISOString() });
  expect([await isOut(moved, later(999)), await isOut(moved, later(1_000))]).toEqual([false, true]);
  expect(await refusalCode(cancelPublication(manager(moved, later(1_000)), { edition: moved.edition }))).toBe(
    'programmes.already-published',
  );
  await cancelPublication(manager(cancelled), { edition: cancelled.edition });
  expect(await refusalCode(cancelPublication(manager(cancelled), { edition: cancelled.edition }))).toBe('programmes.not-scheduled');
  expect(await isOut(cancelled, later(1))).toBe(false);
  await publishEdition(manager(byHand), { edition: byHand.edition });
  expect([await isOut(byHand, dates.before), (await editionById(manager(byHand), byHand.edition))?.publishAt]).toEqual([true, null]);
});

test('a job that comes hours late, as when the jobs process was down, tells of the publication, and one that comes again nothing more', async () => {
  const season = await aSeason(world, { published: false });
  await database.setClock(dates.before);
  try {
    await schedulePublication(season.as(season.manager), { edition: season.edition, publishAt: at.toISOString() });
    const key = `${publishTask} ${season.edition}`;
    const { rows } = await database.owner.pool.query('select run_at from graphile_worker._private_jobs where key = $1', [key]);
    expect(rows).toEqual([{ run_at: at }]);
    const run = () => allTasks().get(publishTask)?.run(asJobs(database, season.organisation), { edition: season.edition });
    await run();
    await database.setClock(later(7_200_000));
    await run();
    await run();
    expect(await told(season)).toEqual(['publication-scheduled', 'edition-published']);
  } finally {
    await database.setClock(undefined);
  }
});
