/** Every figure of the tally that a database can compute is computed by one, from the marks alone, on random panels. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, toText } from '#core/numeric/fraction.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import type { Aggregation } from '#core/verdict/rules.ts';
import { testDatabase } from '#tests/support/database.ts';
import { scored } from '#tests/support/tally/scores.ts';

const db = await testDatabase();

const names = ['A', 'B', 'C', 'D', 'E'];
const judges = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'];
const criteria: readonly Criterion[] = [
  { id: 'craft', weight: 3, scale: { min: 1, max: 5 } },
  { id: 'impact', weight: 2, scale: { min: 0, max: 10 } },
];

/** Entries by judges: both marks, one, or none. Few different marks, so that ties are many. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(1, 3, 5), fc.constantFrom(0, 5, 10)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(1, 5), fc.constant(null)) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const panels = fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 5 });
const cases = fc.sample(panels, { numRuns: 250, seed: 20_260_131 }).map((all) =>
  all.flatMap((own, e) =>
    own.flatMap((marks, j): MarkRow[] => {
      const at = { category: 'Team', entry: names[e] ?? '', judge: judges[j] ?? '' };
      return (marks ?? []).flatMap((mark, c) => (mark === null ? [] : [{ ...at, criterion: criteria[c]?.id ?? '', mark }]));
    }),
  ),
);
const marks = JSON.stringify(cases.flatMap((rows, number) => rows.map((row) => ({ number, ...row }))));

/** Complete ballots of entries with the panel they need ($2), as whole units: composite = 100 · units / (weights · length). */
const ballots = `
  criteria (criterion, weight, low, width) as (values ('craft', 3, 1, 4), ('impact', 2, 0, 10)),
  whole as (select sum(weight) as weights, 40 as length, count(*) as asked from criteria),
  mark as (select * from jsonb_to_recordset($1::jsonb) as m (number int, entry text, judge text, criterion text, mark int)),
  complete as (
    select number, entry, judge, sum(weight * (mark - low) * (length / width))::bigint as units
      from mark join criteria using (criterion) cross join whole
     group by number, entry, judge, asked having count(*) = asked),
  panel as (select number, entry, count(*) as size from complete group by number, entry having count(*) >= $2),
  ballot as (
    select c.*, p.size, row_number() over (partition by number, entry order by units) as nth from complete c join panel p using (number, entry)),
  ranking as (
    select *, count(*) over (partition by number, judge) as marked, (select count(*) from panel q where q.number = ballot.number) as entries,
           rank() over (partition by number, judge order by units desc) as place, count(*) over (partition by number, judge, units) as equals
      from ballot),
  speaking as (select * from ranking where marked > 1 or entries = 1),
  field as (select number, count(distinct entry) as n from speaking group by number),
  worth as (
    select number, entry, n, marked, 60 / greatest(marked - 1, 1) * (n - 1) as stretch, 2 * place + equals - 3 as behind, 2 * (marked - place) - equals + 1 as above,
           (select sum(points) from unnest(array[12, 10, 8, 7, 6]) with ordinality as p (points, at) where at between place and place + equals - 1) * 2520 / equals as points
      from speaking join field using (number)),
  sizes as (select number, entry, count(*) as own from speaking group by number, entry),
  largest as (select number, max(own) as full_panel from sizes group by number)`;

/** Numerator and denominator of each score; the place by cross-multiplication. */
const ranked = (score: string, higher = true) => `
  with ${ballots}, score as (${score})
  select number, entry, n::text, d::text,
         1 + (select count(*) from score b where b.number = a.number and ${higher ? 'b.n * a.d > a.n * b.d' : 'b.n * a.d < a.n * b.d'}) as place
    from score a order by number, entry`;

const middle = (kept: string) => `
  select number, entry, (100 * sum(units))::numeric as n, (count(*) * min(weights) * min(length))::numeric as d
    from ballot cross join whole where ${kept} group by number, entry`;

const second: readonly (readonly [Aggregation, string])[] = [
  [{ kind: 'mean' }, ranked(middle('true'))],
  [
    { kind: 'sum' },
    ranked(`select number, entry, (100 * sum(units) * min(most))::numeric as n, (count(*) * min(weights) * min(length))::numeric as d
      from ballot cross join whole join (select number, max(size) as most from panel group by number) m using (number) group by number, entry`),
  ],
  [{ kind: 'median' }, ranked(middle('nth in ((size + 1) / 2, size / 2 + 1)'))],
  [{ kind: 'trimmed', percent: 30 }, ranked(middle('size >= 5 and nth > floor(size * 0.3) and nth <= size - floor(size * 0.3)'))],
  [{ kind: 'drop', high: 1, low: 2 }, ranked(middle('size >= 5 and nth > 2 and nth < size'))],
  [
    { kind: 'approval', from: 60 },
    ranked(`select number, entry, (count(*) filter (where 100 * units >= 60 * weights * length))::numeric as n, count(*)::numeric as d
      from ballot cross join whole group by number, entry`),
  ],
  [
    { kind: 'allotment', points: 250 },
    ranked(`
      with spent as (select number, judge, sum(units) as spent from ballot group by number, judge),
           fair as (select b.* from ballot b join spent using (number, judge) cross join whole where 100 * spent <= 250 * weights * length),
           own as (select number, entry, sum(units) as units, count(*) as size from fair group by number, entry),
           most as (select number, max(size) as most from own group by number)
      select number, entry, (100 * units * most)::numeric as n, (size * weights * length)::numeric as d
        from own join most using (number) cross join whole where size >= $2`),
  ],
  [
    { kind: 'mean-rank' },
    ranked(
      'select number, entry, sum(120 + behind * stretch)::numeric as n, (120 * count(*))::numeric as d from worth group by number, entry',
      false,
    ),
  ],
  [
    { kind: 'borda' },
    ranked(`select number, entry, (sum(above * stretch) * min(full_panel))::numeric as n, (120 * count(*))::numeric as d
      from worth join largest using (number) group by number, entry`),
  ],
  [
    { kind: 'borda', points: [12, 10, 8, 7, 6] },
    ranked(`select number, entry, (sum(points) * min(full_panel))::numeric as n, (2520 * count(*))::numeric as d
      from worth join largest using (number) group by number, entry`),
  ],
];

type Row = { number: number; entry: string; n: string; d: string; place: string };

describe('PostgreSQL comes to the same scores and places', () => {
  it.each(second)('by %j', async (aggregation, sql) => {
    const ranks = aggregation.kind === 'mean-rank' || aggregation.kind === 'borda';
    const needed = ranks ? 1 : 4;
    const { rows } = await db.owner.pool.query<Row>(sql, [marks, needed]);
    const theirs = rows.map(({ number, entry, n, d, place }) => `${number} ${entry} ${place} ${toText(fraction(BigInt(n), BigInt(d)))}`);
    const ours = cases.flatMap((all, number) => {
      const { brief } = scored(all, aggregation, { criteria, minimumPanel: needed });
      return brief.filter((line) => !line.includes('insufficient')).map((line) => `${number} ${line.replace('=', '')}`);
    });
    expect(ours).toEqual(theirs);
    expect(ours.length).toBeGreaterThan(200);
  });
});
