import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Claims, transaction } from '#platform/database/transaction.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { anEntry, aPanel, aSeat, assignAll, judgesIn, marksOf, seatsOf, submit } from '#tests/support/panel.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import {
  assignJudges,
  declareInterest,
  previewAssignment,
  progressForManager,
  releaseSeat,
  reopenBallot,
  saveBallot,
  submitBallot,
} from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world, { seats: 2 });
const during = { clock: dates.whileJudging };
const judges = await judgesIn(season, 2);
await anEntry(season, 0, 'Three rings');
await assignAll(season);
for (const { entry, judge } of await seatsOf(season)) await submit(season, judge, entry, [7]);

const count = (claims: Partial<Claims>, table: 'ballots' | 'ballot_marks') =>
  transaction(database.app, { organisation: world.organisation, ...claims }, async (db) => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::integer as n from ${sql.table(table)} where organisation_id = ${world.organisation}`.execute(db);
    return rows[0]?.n;
  });

test('a judge reads the own ballot and no other, even by raw SQL with that person’s claims', async () => {
  for (const person of judges) {
    expect(await count({ person }, 'ballots')).toBe(1);
    expect(await count({ person }, 'ballot_marks')).toBe(5);
  }
});

test('a manager, a stranger and a connection without claims read no ballot at all', async () => {
  for (const person of [season.manager, world.administrator, undefined]) {
    expect(await count({ person }, 'ballots')).toBe(0);
    expect(await count({ person }, 'ballot_marks')).toBe(0);
  }
  const other = '00000000-0000-4000-8000-000000000000';
  expect(await count({ organisation: other, scopes: ['ballots'] }, 'ballots')).toBe(0);
  const { rows } = await database.app.pool.query<{ n: number }>('select count(*)::integer as n from plaudit.ballots');
  expect(rows[0]?.n).toBe(0);
});

test('only what opens the scope reads them all', async () => {
  expect(await count({ scopes: ['ballots'] }, 'ballots')).toBe(2);
  expect(await count({ scopes: ['ballots'] }, 'ballot_marks')).toBe(10);
});

test('a judge can write no ballot for another, and nobody can delete a submitted one', async () => {
  const [judge, other] = judges as [PersonId, PersonId];
  const organisation = world.organisation;
  const as = (work: Parameters<typeof transaction<unknown>>[2]) =>
    transaction(database.app, { organisation, person: judge, scopes: [] }, work);
  const changed = await as((db) =>
    sql`update ballots set comment = 'changed' where organisation_id = ${organisation} and judge_id = ${other}`.execute(db),
  );
  expect((changed as { numAffectedRows: bigint }).numAffectedRows).toBe(0n);
  await expect(as((db) => sql`update ballots set judge_id = ${other} where organisation_id = ${organisation}`.execute(db))).rejects.toThrow(
    /row-level security/,
  );
  const scoped = { organisation, scopes: ['ballots'] };
  const deleted = await transaction(database.app, scoped, (db) =>
    sql`delete from ballots where organisation_id = ${organisation}`.execute(db),
  );
  expect(deleted.numAffectedRows).toBe(0n);
});

test('progress tells a manager how many and who, and holds neither a mark nor a score', async () => {
  const panel = await aPanel(world);
  const [first, second] = await seatsOf(panel);
  if (!first || !second) throw new Error('too few seats');
  await submitBallot(panel.as(first.judge, during), {
    entry: first.entry,
    version: 0,
    marks: marksOf(panel, [9]),
    comment: 'A secret comment',
  });
  await saveBallot(panel.as(second.judge, during), { entry: second.entry, version: 0, marks: marksOf(panel, [3]), comment: '' });
  const progress = await progressForManager(panel.as(panel.manager, during), panel.edition);
  expect(progress.total).toEqual({ seats: 4, begun: 1, done: 1 });
  expect(progress.judges.reduce((sum, { done }) => sum + done, 0)).toBe(1);
  expect(progress.missing.length).toBe(3);
  expect(JSON.stringify(progress)).not.toMatch(/mark|score|mean|secret/i);
});

test('strangers, entrants and other judges are refused everything, and nothing is written', async () => {
  const panel = await aPanel(world, { seats: 1, judges: 2 });
  const { entry, judge } = await aSeat(panel);
  const stranger = await aPerson(world);
  const [other] = panel.judges.filter((id) => id !== judge);
  const count = async () => (await database.owner.pool.query('select from plaudit.audit_events')).rowCount;
  const before = await count();
  const written = { entry, version: 0, marks: marksOf(panel, [5]), comment: '' };
  for (const who of [stranger, other ?? stranger, panel.manager]) {
    const ctx = panel.as(who, during);
    expect(await refusalCode(saveBallot(ctx, written))).toBe('general.not-found');
    expect(await refusalCode(submitBallot(ctx, written))).toBe('general.not-found');
    expect(await refusalCode(reopenBallot(ctx, { entry }))).toBe('general.not-found');
    expect(await refusalCode(declareInterest(ctx, { entry, reason: 'None' }))).toBe('general.not-found');
  }
  const edition = panel.edition;
  for (const ctx of [panel.as(stranger, during), panel.as(judge, during)]) {
    expect(await refusalCode(assignJudges(ctx, { edition, plan: '' }))).toBe('general.not-found');
    expect(await refusalCode(releaseSeat(ctx, { entry, judge, reason: 'None' }))).toBe('general.not-found');
    expect(await refusalCode(previewAssignment(ctx, edition))).toBe('general.not-found');
    expect(await refusalCode(progressForManager(ctx, edition))).toBe('general.not-found');
  }
  expect(await count()).toBe(before);
});
