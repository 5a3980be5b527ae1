/** What judging counts, gives, takes and moves of a person. */
import { sql } from 'kysely';
import { type Problem, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId, ProgrammeId } from '#platform/ids.ts';
import { type Due, declareHolder, type Pair, type Part } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { blankComments, forgetJudge, holdSeats, moveSeats } from './privacy-store.ts';

type Counts = { readonly seats: number; readonly ballots: number; readonly open: number };

async function countsOf(ctx: Ctx, person: PersonId): Promise<Counts> {
  const { rows } = await sql<Counts>`select count(*)::int as seats, count(b.id) filter (where b.state = 'submitted')::int as ballots,
      count(*) filter (where b.id is null or b.state = 'open')::int as open
    from assignments a left join ballots b on b.organisation_id = a.organisation_id and b.entry_id = a.entry_id and b.judge_id = a.judge_id
    where a.organisation_id = ${ctx.organisation} and a.judge_id = ${person}`.execute(ctx.db);
  return rows[0] ?? { seats: 0, ballots: 0, open: 0 };
}

async function ballotsPart(ctx: Ctx, ids: readonly PersonId[]): Promise<Part> {
  const { rows } = await sql<{
    entry: string;
    state: string;
    comment: string;
    marks: Record<string, number | null>;
    comments: Record<string, string>;
    saved: Date;
  }>`
    select b.entry_id as entry, b.state, b.comment, b.saved_at as saved,
           coalesce((select json_object_agg(c.name, m.mark::numeric / c.steps order by c.position) from ballot_marks m
              join criteria c on c.organisation_id = m.organisation_id and c.id = m.criterion_id
             where m.organisation_id = b.organisation_id and m.ballot_id = b.id), '{}') as marks,
           coalesce((select json_object_agg(c.name, o.comment order by c.position) from ballot_comments o
              join criteria c on c.organisation_id = o.organisation_id and c.id = o.criterion_id
             where o.organisation_id = b.organisation_id and o.ballot_id = b.id), '{}') as comments
      from ballots b where b.organisation_id = ${ctx.organisation} and b.judge_id = any (${ids}::uuid[]) order by b.saved_at, b.id`.execute(
    ctx.db,
  );
  return { name: 'ballots', rows: rows.map(({ saved, ...row }) => ({ ...row, saved: saved.toISOString() })) };
}

/** What judges wrote of a person's entries is theirs, told to nobody: only how much there is. */
async function confidential(ctx: Ctx, ids: readonly PersonId[]): Promise<number> {
  const { rows } = await sql<{ ballots: number }>`select count(*)::int as ballots from ballots b
    join entries e on e.organisation_id = b.organisation_id and e.id = b.entry_id
    where b.organisation_id = ${ctx.organisation} and e.owner_id = any (${ids}::uuid[]) and b.state = 'submitted'`.execute(ctx.db);
  return rows[0]?.ballots ?? 0;
}

async function interestsPart(ctx: Ctx, ids: readonly PersonId[]): Promise<Part> {
  const { rows } = await sql<{ entry: string; reason: string; at: Date }>`select entry_id as entry, reason, declared_at as at from interests
    where organisation_id = ${ctx.organisation} and judge_id = any (${ids}::uuid[]) order by declared_at`.execute(ctx.db);
  return { name: 'interests', rows: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) };
}

type Clash = { readonly own: number; readonly ballots: number; readonly seats: number; readonly interests: number };

/** On how many entries the one account would stand in the other's way. */
async function clashesOf(ctx: Ctx, { from, into }: Pair): Promise<Clash> {
  const { rows } = await sql<Clash>`
    with seat as (select entry_id, judge_id from assignments where organisation_id = ${ctx.organisation} and judge_id in (${from}, ${into})),
      both_seats as (select entry_id from seat group by entry_id having count(*) > 1)
    select (select count(*)::int from seat join entries e on e.organisation_id = ${ctx.organisation} and e.id = seat.entry_id
              where e.owner_id in (${from}, ${into})) as own,
           (select count(*)::int from (select b.entry_id from ballots b where b.organisation_id = ${ctx.organisation}
              and b.judge_id in (${from}, ${into}) group by b.entry_id having count(*) > 1) twice) as ballots,
           (select count(*)::int from both_seats) as seats,
           (select count(*)::int from seat join interests i on i.organisation_id = ${ctx.organisation} and i.entry_id = seat.entry_id
              where i.judge_id in (${from}, ${into})) as interests`.execute(ctx.db);
  return rows[0] ?? { own: 0, ballots: 0, seats: 0, interests: 0 };
}

async function blocksOf(ctx: Ctx, pair: Pair): Promise<Problem[]> {
  const { own, ballots, seats, interests } = await clashesOf(ctx, pair);
  return [
    ...(own > 0 ? [problem('privacy.merge-own-entry', { count: own })] : []),
    ...(ballots > 0 ? [problem('privacy.merge-two-ballots', { count: ballots })] : []),
    ...(seats > 0 && ballots === 0 ? [problem('privacy.merge-two-seats', { count: seats })] : []),
    ...(interests > 0 ? [problem('privacy.merge-interest', { count: interests })] : []),
  ];
}

/** Where either has a seat, or could be dealt one at this moment. */
async function editionsOf(ctx: Ctx, { from, into }: Pair): Promise<EditionId[]> {
  const { rows } = await sql<{ edition: EditionId }>`
    select edition_id as edition from assignments where organisation_id = ${ctx.organisation} and judge_id in (${from}, ${into})
    union select d.id from editions d join programme_roles r on r.organisation_id = d.organisation_id and r.programme_id = d.programme_id
     where d.organisation_id = ${ctx.organisation} and r.role = 'judge' and r.person_id in (${from}, ${into}) order by 1`.execute(ctx.db);
  return rows.map(({ edition }) => edition);
}

async function oldComments(ctx: Ctx, { cutoff, heldPeople }: Due): Promise<string[]> {
  const { rows } = await sql<{ id: string; programme: ProgrammeId; announced: Date }>`
    select b.id, d.programme_id as programme, d.announced_at as announced from ballots b
    join editions d on d.organisation_id = b.organisation_id and d.id = b.edition_id
    where b.organisation_id = ${ctx.organisation} and (b.comment <> '' or exists (select from ballot_comments o
        where o.organisation_id = b.organisation_id and o.ballot_id = b.id)) and d.announced_at <= plaudit.plaudit_now()
      and b.judge_id <> all (${heldPeople}::uuid[])`.execute(ctx.db);
  return rows.filter(({ programme, announced }) => announced < cutoff(programme)).map(({ id }) => id);
}

declareHolder({
  slice: 'judging',
  erasing: async (ctx, person) => {
    const { ballots, open } = await countsOf(ctx, person);
    return { goes: [{ what: 'open-seats', count: open }], stays: [{ what: 'ballots', count: ballots }], blocks: [] };
  },
  exporting: async (ctx, person) => {
    const { ids } = await marksOf(ctx, person);
    const ballots = await ballotsPart(ctx, ids);
    return [{ ...ballots, leftOut: [{ what: 'confidential', count: await confidential(ctx, ids) }] }, await interestsPart(ctx, ids)];
  },
  merging: async (ctx, pair) => ({
    moves: [{ what: 'seats', count: (await countsOf(ctx, pair.from)).seats }],
    blocks: await blocksOf(ctx, pair),
  }),
  timers: [
    {
      name: 'judging.comments',
      days: 730,
      perProgramme: true,
      count: async (ctx, due) => (await oldComments(ctx, due)).length,
      apply: async (ctx, due) => {
        const ballots = await oldComments(ctx, due);
        await blankComments(ctx, ballots);
        return ballots.length;
      },
    },
  ],
});

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await forgetJudge(ctx, (await marksOf(ctx, about)).ids);
});

accountsMerged(async (ctx, pair) => {
  await holdSeats(ctx, await editionsOf(ctx, pair));
  const [block] = await blocksOf(ctx, pair);
  if (block) throw block;
  await moveSeats(ctx, pair.from, pair.into);
});
