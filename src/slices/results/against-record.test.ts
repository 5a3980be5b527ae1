import { expect, inject, test } from 'vitest';
import { ballotsAgainstRecord } from '#slices/judging/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { aPanel, type Panel, submitAll } from '#tests/support/panel.ts';
import { onDatabase, withClient } from '#tests/support/postgres/template.ts';
import { dates, foundedWorld } from '#tests/support/season.ts';
import { computeTally, publishResults, resultsAgainstRecord } from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const after = { clock: dates.afterJudging };

const superUrl = onDatabase(inject('template').superUrl, database.name);
const asSuperuser = (text: string) => withClient(superUrl, (client) => client.query(text));

/** What somebody with the whole server could do behind everybody's back; looked at, and put back. */
async function whileTampered<T>(change: string, undo: string, look: () => Promise<T>): Promise<T> {
  const free = `set session_replication_role = replica;`;
  await asSuperuser(`${free} ${change}`);
  try {
    return await look();
  } finally {
    await asSuperuser(`${free} ${undo}`);
  }
}

async function published(): Promise<Panel> {
  const panel = await aPanel(world);
  await submitAll(panel, () => [8, 7, 9, 6, 10]);
  const { tally } = await computeTally(panel.as(panel.manager, after), { edition: panel.edition });
  await publishResults(panel.as(panel.manager, after), { edition: panel.edition, tally, announceAt: 'now', notAwarded: [] });
  return panel;
}

test('ballots and results are what the record says, and whoever changes one behind its back is found', async () => {
  const panel = await published();
  const ctx = panel.asSystem();
  expect(await ballotsAgainstRecord(ctx)).toEqual({ ballots: 4, faults: [] });
  expect(await resultsAgainstRecord(ctx)).toEqual({ published: 1, faults: [] });
  const { rows } = await database.owner.pool.query<{ id: string }>('select id from plaudit.criteria where weight = 35 limit 1');
  const criterion = rows[0]?.id ?? '';
  const one = `plaudit.ballot_marks set mark = mark`;
  const where = `where criterion_id = '${criterion}'`;
  const marks = await whileTampered(`update ${one} - 1 ${where}`, `update ${one} + 1 ${where}`, () => ballotsAgainstRecord(ctx));
  expect(marks.faults.map(({ what, criteria }) => [what, ...criteria])).toEqual(Array.from({ length: 4 }, () => ['marks', criterion]));
  const reopened = await whileTampered(
    `update plaudit.ballots set state = 'open', submitted_at = null`,
    `update plaudit.ballots set state = 'submitted', submitted_at = saved_at`,
    () => ballotsAgainstRecord(ctx),
  );
  expect(reopened.faults.map(({ what }) => what)).toEqual(['missing', 'missing', 'missing', 'missing']);
  const comments = await whileTampered(
    `update plaudit.ballots set comment = comment || '!'`,
    `update plaudit.ballots set comment = left(comment, -1)`,
    () => ballotsAgainstRecord(ctx),
  );
  expect(comments.faults.map(({ what }) => what)).toEqual(['comment', 'comment', 'comment', 'comment']);
});

test('a published tally and its winners are what was published', async () => {
  const ctx = world.asSystem();
  const swapped = await whileTampered(
    `update plaudit.decisions set won = not won where rank = 1`,
    `update plaudit.decisions set won = not won where rank = 1`,
    () => resultsAgainstRecord(ctx),
  );
  expect(swapped.faults.map(({ what }) => what)).toEqual(['winners']);
  const tally = await whileTampered(
    `update plaudit.tallies set result = jsonb_set(result, '{v}', '2')`,
    `update plaudit.tallies set result = jsonb_set(result, '{v}', '1')`,
    () => resultsAgainstRecord(ctx),
  );
  expect(tally.faults.map(({ what }) => what)).toEqual(['tally']);
  expect((await resultsAgainstRecord(ctx)).faults).toEqual([]);
});
