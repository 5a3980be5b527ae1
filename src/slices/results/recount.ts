/**
 * The second implementation: the same figures by PostgreSQL's exact numerics, straight from the tables, with another way of ranking.
 * A tally is kept only when both agree on every sum, every score and every rank.
 */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import type { CountedEntry } from './counting/counted.ts';

export type Recounted = Pick<CountedEntry, 'category' | 'entry' | 'rank' | 'tied' | 'score' | 'total'> & {
  /** Each ballot's Σ weight·mark, in order of the judges' ids. */
  readonly sums: readonly string[];
};

/**
 * Ranks compare the first 40 decimals of total / ballots: means of fewer than 10²⁰ ballots that differ, differ there, and equal ones
 * are cut alike. Needs the scope `ballots`.
 */
export async function recount(ctx: Ctx, edition: { readonly id: EditionId; readonly minimumPanel: number }): Promise<Recounted[]> {
  const { rows } = await sql<Recounted>`
    with weights as (
      select sum(weight)::numeric as total, count(*) as criteria from criteria
      where organisation_id = ${ctx.organisation} and edition_id = ${edition.id} and scorecard in (
        select c.scorecard from categories c join entries e on e.organisation_id = c.organisation_id and e.category_id = c.id
        where c.organisation_id = ${ctx.organisation} and c.edition_id = ${edition.id} and e.state = 'accepted')
    ), ballot as (
      select b.entry_id, b.judge_id, sum(c.weight::numeric * m.mark) as sum, count(*) as marks
      from ballots b
      join ballot_marks m on m.organisation_id = b.organisation_id and m.ballot_id = b.id
      join criteria c on c.organisation_id = m.organisation_id and c.id = m.criterion_id and c.edition_id = b.edition_id
      where b.organisation_id = ${ctx.organisation} and b.edition_id = ${edition.id} and b.submitted_at is not null
      group by b.entry_id, b.judge_id
    ), counted as (
      select e.category_id, e.id, count(b.sum) as ballots, coalesce(sum(b.sum), 0) as total,
        coalesce(array_agg(b.sum::text order by b.judge_id) filter (where b.sum is not null), '{}') as sums
      from entries e
      left join ballot b on b.entry_id = e.id and b.marks = (select criteria from weights)
      where e.organisation_id = ${ctx.organisation} and e.edition_id = ${edition.id} and e.state = 'accepted'
      group by e.category_id, e.id
    ), placed as (
      select *, div(total * 1e40::numeric, nullif(ballots, 0)) as place, ballots >= ${edition.minimumPanel} as enough,
        ballots * (select total from weights) as whole
      from counted
    )
    select category_id as category, id as entry, total::text as total, sums,
      case when enough then (rank() over same_category)::integer end as rank,
      enough and count(*) over (partition by category_id, enough, place) > 1 as tied,
      case when not enough then null
        when div(whole, gcd(total, whole)) = 1 then div(total, gcd(total, whole))::text
        else div(total, gcd(total, whole)) || '/' || div(whole, gcd(total, whole)) end as score
    from placed
    window same_category as (partition by category_id, enough order by place desc nulls last)
    order by id`.execute(ctx.db);
  return rows;
}

const line = ({ category, rank, tied, score, total }: Omit<Recounted, 'entry' | 'sums'>, sums: readonly string[]): string =>
  JSON.stringify({ category, rank, tied, score, total, sums });

/** @throws Problem at the first entry on which the two disagree */
export function refuseDifference(ours: readonly CountedEntry[], theirs: readonly Recounted[]): void {
  const second = new Map(theirs.map((entry) => [entry.entry, line(entry, entry.sums)]));
  for (const entry of ours) {
    const sums = [...entry.ballots].sort((a, b) => (a.judge < b.judge ? -1 : 1)).map(({ sum }) => sum);
    const first = line(entry, sums);
    const other = second.get(entry.entry) ?? '';
    second.delete(entry.entry);
    if (first !== other) throw problem('results.recount-differs', { entry: entry.entry, ours: first, theirs: other });
  }
  const [left] = second;
  if (left) throw problem('results.recount-differs', { entry: left[0], ours: '', theirs: left[1] });
}
