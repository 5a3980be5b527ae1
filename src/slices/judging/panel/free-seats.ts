/** How many seats nobody sits on: a judge declared an interest or judges no more, or an entry was accepted after seats were dealt. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import { type Edition, requireRelation } from '#slices/programmes/index.ts';

export type FreeSeats = {
  /** Seats were dealt; before that every seat is free, which is nothing to be told. */
  readonly dealt: boolean;
  readonly free: number;
};

/** A submitted ballot holds its seat, also when its judge has left. @throws Problem for whoever is neither manager nor auditor */
export async function freeSeats(ctx: Ctx, edition: Pick<Edition, 'id' | 'programme' | 'seats'>): Promise<FreeSeats> {
  await requireRelation(ctx, edition.programme, ['manager', 'auditor']);
  return snapshot(ctx, ['ballots'], async (inside) => {
    const { rows } = await sql<{ dealt: boolean; free: number }>`
      with held as (
        select a.entry_id, count(*) filter (where b.state = 'submitted' or r.person_id is not null) as judges
          from assignments a
          left join ballots b on b.organisation_id = a.organisation_id and b.entry_id = a.entry_id and b.judge_id = a.judge_id
          left join programme_roles r on r.organisation_id = a.organisation_id and r.programme_id = ${edition.programme}
               and r.person_id = a.judge_id and r.role = 'judge'
         where a.organisation_id = ${ctx.organisation} and a.edition_id = ${edition.id}
         group by a.entry_id)
      select exists (select from held) as dealt,
             coalesce(sum(greatest(0, ${edition.seats}::int - coalesce(h.judges, 0))), 0)::int as free
        from entries e left join held h on h.entry_id = e.id
       where e.organisation_id = ${ctx.organisation} and e.edition_id = ${edition.id} and e.state = 'accepted'`.execute(inside.db);
    const [row] = rows;
    return { dealt: row?.dealt ?? false, free: row?.dealt ? row.free : 0 };
  });
}
