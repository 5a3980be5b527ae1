import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EntryId } from '#platform/ids.ts';
import { editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { anEntry, judgesIn } from '#tests/support/panel.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { countBallots } from './count.ts';
import type { CountedEntry } from './counting/counted.ts';
import { recount, refuseDifference } from './recount.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world, { seats: 5, minimumPanel: 2 });
const judges = await judgesIn(season, 5);
const entries: EntryId[] = [];
for (const title of ['One', 'Two', 'Three']) entries.push(await anEntry(season, 0, title));
for (const title of ['Four', 'Five', 'Six']) entries.push(await anEntry(season, 1, title));
// One connection, so that what it claims holds for all it writes.
const writer = await database.owner.pool.connect();
await writer.query("select set_config('plaudit.organisation', $1, false), set_config('plaudit.scopes', 'ballots', false)", [
  season.organisation,
]);
afterAll(() => writer.release());

type Written = { readonly entry: number; readonly judge: number; readonly marks: readonly number[]; readonly submitted: boolean };

/** Ballots as rows, whatever they hold: also such as no operation would let through, with marks missing. */
async function write(ballots: readonly Written[], weights: readonly number[]): Promise<void> {
  const { organisation, edition, criteria } = season;
  await writer.query("update plaudit.ballots set state = 'open', submitted_at = null");
  for (const table of ['ballot_marks', 'ballots', 'assignments']) await writer.query(`delete from plaudit.${table}`);
  for (const [i, weight] of weights.entries())
    await writer.query('update plaudit.criteria set weight = $2 where id = $1', [criteria[i], weight]);
  for (const { entry, judge, marks, submitted } of ballots) {
    const [id, key] = [randomUUID(), [organisation, entries[entry], judges[judge]]];
    await writer.query('insert into plaudit.assignments values ($1, $2, $3, $4, $5)', [...key, edition, dates.whileJudging]);
    await writer.query(
      `insert into plaudit.ballots (organisation_id, entry_id, judge_id, id, edition_id, state, saved_at, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, case when $6 = 'submitted' then $7::timestamptz end)`,
      [...key, id, edition, submitted ? 'submitted' : 'open', dates.whileJudging],
    );
    const given = [organisation, id, criteria.slice(0, marks.length), marks];
    await writer.query('insert into plaudit.ballot_marks select $1, $2, c.* from unnest($3::uuid[], $4::integer[]) c', given);
  }
}

function countTwice() {
  return snapshot(season.as(season.manager), ['ballots'], async (ctx) => {
    const edition = await editionById(ctx, season.edition);
    if (!edition) throw new Error('no edition');
    const { result } = await countBallots(ctx, edition);
    return { first: result.entries, second: await recount(ctx, edition) };
  });
}

const differing = async (...pair: Parameters<typeof refuseDifference>) => refuseDifference(...pair);

// Few different marks, and ballots of one mark throughout, so that exact ties and near-ties are common.
const ballots = fc
  .uniqueArray(fc.record({ entry: fc.nat(5), judge: fc.nat(4) }), {
    selector: ({ entry, judge }) => `${entry} ${judge}`,
    minLength: 16,
    maxLength: 30,
  })
  .chain((seats) =>
    fc.tuple(
      ...seats.map((seat) =>
        fc.record({
          entry: fc.constant(seat.entry),
          judge: fc.constant(seat.judge),
          marks: fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(5, 6, 7).map((mark) => Array<number>(5).fill(mark)) },
            { weight: 3, arbitrary: fc.array(fc.constantFrom(1, 5, 6, 10), { minLength: 5, maxLength: 5 }) },
            { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 4 }) },
          ),
          submitted: fc.boolean().map((chance) => chance || seat.judge > 1),
        }),
      ),
    ),
  );
const weights = fc.array(fc.oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 10_000 })), { minLength: 5, maxLength: 5 });

/** Every entry alike, so that ties are met whatever is drawn. */
const level = Array.from({ length: 30 }, (_, i) => ({ entry: i % 6, judge: Math.floor(i / 6), marks: [6, 6, 6, 6, 6], submitted: true }));

test('PostgreSQL’s numerics and core’s fractions agree on every sum, score, rank and tie of random ballots', async () => {
  let ties = 0;
  await fc.assert(
    fc.asyncProperty(ballots, weights, async (some, weighed) => {
      await write(some, weighed);
      const { first, second } = await countTwice();
      expect(() => refuseDifference(first, second)).not.toThrow();
      expect(first.length).toBe(6);
      ties += first.filter(({ tied }) => tied).length;
    }),
    { numRuns: 50, examples: [[level, [1, 1, 1, 1, 1]]] },
  );
  expect(ties).toBeGreaterThan(0);
}, 120_000);

test('a score in one counting and not in the other is named, whichever figure it is', async () => {
  const full = [7, 7, 7, 7, 7];
  await write(
    [
      { entry: 0, judge: 0, marks: full, submitted: true },
      { entry: 0, judge: 1, marks: [8, 7, 7, 7, 7], submitted: true },
    ],
    [35, 20, 20, 15, 10],
  );
  const { first, second } = await countTwice();
  const changed = (change: Partial<CountedEntry>) => first.map((entry) => (entry.rank === 1 ? { ...entry, ...change } : entry));
  const tampered: Partial<CountedEntry>[] = [
    { rank: 2 },
    { tied: true },
    { score: '7' },
    { total: '1436' },
    { ballots: [] },
    { category: season.categories[1] },
  ];
  for (const change of tampered) {
    const refused = await refusal(differing(changed(change), second));
    expect(refused).toMatchObject({ code: 'results.recount-differs', facts: { entry: entries[0] } });
  }
  expect(await refusal(differing(first.slice(1), second))).toMatchObject({ code: 'results.recount-differs' });
  expect(first.find(({ rank }) => rank === 1)).toMatchObject({ score: '287/40', total: '1435', tied: false });
});
