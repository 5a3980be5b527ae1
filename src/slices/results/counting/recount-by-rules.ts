/**
 * The second count of ballots under award rules: every ballot's composite by PostgreSQL's exact numerics, straight from the tables, and
 * where the score is the mean of ballots also every score and the place it gives. Ties, levels and other ways of counting are core's, and
 * follow from what is kept: `verdictOfTally` comes to them again.
 */
import { sql } from 'kysely';
import { leastCommonMultiple } from '#core/numeric/fraction.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { type CountedEntry, criteriaIn, rulesIn, type TallyResult } from './counted.ts';

export type RecountedEntry = {
  readonly category: string;
  readonly entry: string;
  /** Each complete ballot's composite, in order of the judges' ids. */
  readonly composites: readonly string[];
  /** The mean of them, null below the minimum panel. */
  readonly score: string | null;
  /** How many stand strictly above it, plus one, and how many have just its score. */
  readonly place: number | null;
  readonly equal: number;
};

/** What marks of a category are brought onto: a length every scale of its own goes into. */
const lengthIn = (result: TallyResult, category: string): string =>
  criteriaIn(result, category)
    .map(({ min, max }) => BigInt(max - min))
    .reduce(leastCommonMultiple, 1n)
    .toString();

/** Composites are told on the scale all criteria of a scorecard share, else on 0–100. Needs the scope `ballots`. */
export async function recountByRules(ctx: Ctx, edition: EditionId, result: TallyResult): Promise<RecountedEntry[]> {
  const categories = (result.tallies ?? []).flatMap(({ categories: ids, rules }) =>
    ids.map((category) => ({ category, length: lengthIn(result, category), panel: rules.minimumPanel })),
  );
  const { rows } = await sql<RecountedEntry>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(categories)}::jsonb) as a (category uuid, length numeric, panel integer)
    ), criterion as (
      select a.category, a.length, a.panel, k.id, k.weight::numeric as weight, k.scale_min::numeric as low, (k.scale_max - k.scale_min)::numeric as width,
        min(k.scale_min) over w = max(k.scale_min) over w and min(k.scale_max) over w = max(k.scale_max) over w as common
      from asked a
      join categories c on c.organisation_id = ${ctx.organisation} and c.id = a.category
      join criteria k on k.organisation_id = c.organisation_id and k.edition_id = c.edition_id and k.scorecard = c.scorecard
      window w as (partition by a.category)
    ), card as (
      select category, panel, count(*) as criteria, sum(weight) * case when bool_and(common) then 1 else min(length) end as whole
      from criterion group by category, panel
    ), ballot as (
      select b.entry_id, b.judge_id, count(*) as marks,
        sum(k.weight * case when k.common then m.mark else 100 * (m.mark - k.low) * (k.length / k.width) end) as sum
      from ballots b
      join entries e on e.organisation_id = b.organisation_id and e.id = b.entry_id
      join ballot_marks m on m.organisation_id = b.organisation_id and m.ballot_id = b.id
      join criterion k on k.category = e.category_id and k.id = m.criterion_id
      where b.organisation_id = ${ctx.organisation} and b.edition_id = ${edition} and b.submitted_at is not null
      group by b.entry_id, b.judge_id
    ), told as (
      select e.category_id, e.id, b.judge_id, trunc(b.sum) as sum, k.whole, k.panel, gcd(trunc(b.sum), k.whole) as shared
      from entries e
      join card k on k.category = e.category_id
      left join ballot b on b.entry_id = e.id and b.marks = k.criteria
      where e.organisation_id = ${ctx.organisation} and e.edition_id = ${edition} and e.state = 'accepted'
    ), counted as (
      select category_id, id, count(sum) as ballots, coalesce(sum(sum), 0) as total, count(sum) * min(whole) as whole, count(sum) >= min(panel) as enough,
        coalesce(array_agg(case when div(whole, shared) = 1 then div(sum, shared)::text else div(sum, shared) || '/' || div(whole, shared) end
          order by judge_id) filter (where sum is not null), '{}') as composites
      from told group by category_id, id
    ), placed as (
      select *, div(total * 1e40::numeric, nullif(ballots, 0)) as height from counted
    )
    select category_id as category, id as entry, composites,
      case when not enough then null
        when div(whole, gcd(total, whole)) = 1 then div(total, gcd(total, whole))::text
        else div(total, gcd(total, whole)) || '/' || div(whole, gcd(total, whole)) end as score,
      case when enough then (rank() over same_category)::integer end as place,
      (count(*) over (partition by category_id, enough, height))::integer as equal
    from placed
    window same_category as (partition by category_id, enough order by height desc nulls last)
    order by id`.execute(ctx.db);
  return rows;
}

type Line = { readonly composites: readonly string[]; readonly score: string | null; readonly place: string | null };

/** What both have to agree on. A tie the ladder parts lies within the places its scores share; a place by corrected scores is not of the mean. */
function linesOf(result: TallyResult, ours: CountedEntry, theirs: RecountedEntry): { readonly ours: Line; readonly theirs: Line } {
  const asked = new Set(criteriaIn(result, ours.category).map(({ id }) => id));
  const full = ours.ballots.filter(({ marks }) => [...asked].every((id) => marks[id] !== undefined));
  const composites = [...full].sort((a, b) => (a.judge < b.judge ? -1 : 1)).map(({ mean }) => mean);
  const rules = rulesIn(result, ours.category);
  const ofMean = rules?.aggregation.kind === 'mean' && full.length === ours.ballots.length;
  const ofPlace = ofMean && rules.official === 'raw';
  const last = theirs.place === null ? null : theirs.place + (rules?.ties.length === 0 ? 0 : theirs.equal - 1);
  const within = ours.rank !== null && theirs.place !== null && last !== null && ours.rank >= theirs.place && ours.rank <= last;
  const told = String(theirs.place);
  return {
    ours: { composites, score: ofMean ? ours.score : null, place: ofPlace ? (within ? told : String(ours.rank)) : null },
    theirs: { composites: theirs.composites, score: ofMean ? theirs.score : null, place: ofPlace ? told : null },
  };
}

/** @throws Problem at the first entry on which the two disagree */
export function refuseOtherwise(result: TallyResult, recounted: readonly RecountedEntry[]): void {
  const second = new Map(recounted.map((entry) => [entry.entry, entry]));
  for (const entry of result.entries) {
    const other = second.get(entry.entry);
    second.delete(entry.entry);
    const lines = other?.category === entry.category ? linesOf(result, entry, other) : undefined;
    const [ours, theirs] = [JSON.stringify(lines?.ours ?? entry.entry), JSON.stringify(lines?.theirs ?? '')];
    if (ours !== theirs) throw problem('results.recount-differs', { entry: entry.entry, ours, theirs });
  }
  const [left] = second;
  if (left) throw problem('results.recount-differs', { entry: left[0], ours: '', theirs: JSON.stringify(left[1]) });
}
