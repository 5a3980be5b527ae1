/**
 * The second count of ballots under award rules: every ballot's composite by PostgreSQL's exact numerics, straight from the tables, and
 * where the score is the mean of ballots also every score and the place it gives. Ties, levels and other ways of counting are core's, and
 * follow from what is kept: `verdictOfTally` comes to them again.
 */
import { sql } from 'kysely';
import { fraction, fromText, leastCommonMultiple, multiply, toText } from '#core/numeric/fraction.ts';
import { problem } from '#core/problems/problem.ts';
import { isBlend } from '#core/verdict/blended/blend-refusals.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
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

/** What marks of a category are brought onto: a length every scale of its own goes into, in steps. */
const lengthIn = (result: TallyResult, category: string): string =>
  criteriaIn(result, category)
    .filter(({ gate }) => gate === undefined)
    .map(({ min, max, steps = 1 }) => BigInt(max - min) * BigInt(steps))
    .reduce(leastCommonMultiple, 1n)
    .toString();

/**
 * Composites are told on the scale all criteria of a scorecard share, else on 0–100. What one judge says does not apply to an entry is left
 * out of all its ballots, or is its lowest mark, as the rules say, for all criteria or for each; who says so of everything speaks of that
 * ballot alone. An entry a
 * yes-or-no question keeps out has no score. Places are within the divisions the count had, as it keeps them. Needs the scope `ballots`.
 */
export async function recountByRules(ctx: Ctx, edition: EditionId, result: TallyResult): Promise<RecountedEntry[]> {
  const categories = (result.tallies ?? []).flatMap(({ categories: ids, rules }) =>
    ids.map((category) => {
      const lowest = rules.notApplicable === 'lowest';
      return { category, length: lengthIn(result, category), panel: rules.minimumPanel, lowest };
    }),
  );
  const divided = result.entries.flatMap(({ entry, division }) => (division === undefined ? [] : [{ entry, division }]));
  const { rows } = await sql<RecountedEntry>`
    with divided as (
      select * from jsonb_to_recordset(${JSON.stringify(divided)}::jsonb) as d (entry uuid, division text)
    ), asked as (
      select * from jsonb_to_recordset(${JSON.stringify(categories)}::jsonb) as a (category uuid, length numeric, panel integer, lowest boolean)
    ), criterion as (
      select a.category, a.lowest or k.not_applicable = 'lowest' as lowest, a.length, k.id, k.gate, k.weight::numeric as weight, k.steps, k.scale_min::numeric * k.steps as low,
        (k.scale_max - k.scale_min)::numeric * k.steps as width,
        min(k.scale_min) over w = max(k.scale_min) over w and min(k.scale_max) over w = max(k.scale_max) over w as common
      from asked a
      join categories c on c.organisation_id = ${ctx.organisation} and c.id = a.category
      join criteria k on k.organisation_id = c.organisation_id and k.edition_id = c.edition_id and k.scorecard = c.scorecard
      window w as (partition by a.category, k.gate is null)
    ), given as (
      select e.category_id, b.entry_id, b.judge_id, k.id as criterion, k.gate,
        m.mark as said,
        case when k.lowest and (bool_or(m.mark is not null) over its or bool_and(k.lowest) over its) then coalesce(m.mark, k.low) else m.mark end as mark,
        k.weight * case when k.common then k.length / k.steps else 100 * (k.length / k.width) end as factor, case when k.common then 0 else k.low end as base
      from ballots b
      join entries e on e.organisation_id = b.organisation_id and e.id = b.entry_id
      join ballot_marks m on m.organisation_id = b.organisation_id and m.ballot_id = b.id
      join criterion k on k.category = e.category_id and k.id = m.criterion_id
      where b.organisation_id = ${ctx.organisation} and b.edition_id = ${edition} and b.submitted_at is not null
      window its as (partition by b.id, k.gate is null)
    ), kept_out as (
      select entry_id from given where gate is not null group by entry_id, criterion, gate
      having case gate when 'every' then min(mark) < 1 else 2 * count(*) filter (where mark >= 1) <= count(*) end
    ), left_out as (
      select distinct g.entry_id, g.criterion from given g where g.gate is null and g.mark is null and exists (
        select from given o where o.entry_id = g.entry_id and o.judge_id = g.judge_id and o.gate is null and o.said is not null)
    ), asks as (
      select e.category_id, e.id as entry_id, count(k.id) as criteria, sum(k.weight * k.length) as whole
      from entries e join criterion k on k.category = e.category_id and k.gate is null
      where e.organisation_id = ${ctx.organisation} and e.edition_id = ${edition} and e.state = 'accepted'
        and not exists (select from left_out o where o.entry_id = e.id and o.criterion = k.id)
      group by e.category_id, e.id
    ), ballot as (
      select g.entry_id, g.judge_id, count(g.mark) as marks, trunc(sum(g.factor * (g.mark - g.base))) as sum
      from given g where g.gate is null and not exists (select from left_out o where o.entry_id = g.entry_id and o.criterion = g.criterion)
      group by g.entry_id, g.judge_id
    ), told as (
      select e.category_id, e.id, d.division, a.panel, b.judge_id, b.sum, trunc(s.whole) as whole, gcd(b.sum, trunc(s.whole)) as shared,
        exists (select from kept_out o where o.entry_id = e.id) as out
      from entries e
      join asked a on a.category = e.category_id
      left join divided d on d.entry = e.id
      left join asks s on s.entry_id = e.id
      left join ballot b on b.entry_id = e.id and b.marks = s.criteria
      where e.organisation_id = ${ctx.organisation} and e.edition_id = ${edition} and e.state = 'accepted'
    ), counted as (
      select category_id, id, division, count(sum) as ballots, coalesce(sum(sum), 0) as total, count(sum) * min(whole) as whole,
        count(sum) >= min(panel) and not bool_or(out) as enough,
        coalesce(array_agg(case when div(whole, shared) = 1 then div(sum, shared)::text else div(sum, shared) || '/' || div(whole, shared) end
          order by judge_id) filter (where sum is not null), '{}') as composites
      from told group by category_id, id, division
    ), placed as (
      select *, div(total * 1e40::numeric, nullif(whole, 0)) as height from counted
    )
    select category_id as category, id as entry, composites,
      case when not enough then null
        when div(whole, gcd(total, whole)) = 1 then div(total, gcd(total, whole))::text
        else div(total, gcd(total, whole)) || '/' || div(whole, gcd(total, whole)) end as score,
      case when enough then (rank() over same_ranking)::integer end as place,
      (count(*) over (partition by category_id, division, enough, height))::integer as equal
    from placed
    window same_ranking as (partition by category_id, division, enough order by height desc nulls last)
    order by id`.execute(ctx.db);
  return rows;
}

type Line = { readonly composites: readonly string[]; readonly score: string | null; readonly place: string | null };

/** What the ballots of an entry came to: of a score made of several sources, the mean of its round before they are blended. */
function roundOf({ ballots, score, out, total }: CountedEntry, rules: TallyRules): string | null {
  if (!isBlend(rules)) return score;
  const enough = ballots.length >= rules.minimumPanel && out !== 'gate-not-passed';
  return enough ? toText(multiply(fromText(total), fraction(1, ballots.length))) : null;
}

/** What both have to agree on. A tie the ladder parts lies within the places its scores share; a place by corrected scores is not of the mean. */
function linesOf(result: TallyResult, ours: CountedEntry, theirs: RecountedEntry): { readonly ours: Line; readonly theirs: Line } {
  const asked = new Set(criteriaIn(result, ours.category).map(({ id }) => id));
  const full = ours.ballots.filter(({ marks }) => [...asked].every((id) => marks[id] !== undefined));
  const composites = [...full].sort((a, b) => (a.judge < b.judge ? -1 : 1)).map(({ mean }) => mean);
  const rules = rulesIn(result, ours.category);
  // Whom nobody could place has ballots, and no more is claimed.
  const claims = ours.out !== 'division-open';
  const ofMean = claims && rules?.aggregation.kind === 'mean' && full.length === ours.ballots.length;
  const ofPlace = ofMean && rules.official === 'raw' && !isBlend(rules);
  const last = theirs.place === null ? null : theirs.place + (rules?.ties.length === 0 ? 0 : theirs.equal - 1);
  const within = ours.rank !== null && theirs.place !== null && last !== null && ours.rank >= theirs.place && ours.rank <= last;
  const told = String(theirs.place);
  return {
    ours: { composites, score: ofMean ? roundOf(ours, rules) : null, place: ofPlace ? (within ? told : String(ours.rank)) : null },
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
