/** What screening gives and takes of an entrant. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { declareHolder } from '#platform/privacy/holders.ts';
import { letBlank } from '#slices/entries/index.ts';
import { marksOf } from '#slices/people/index.ts';
import { blankReasons } from './privacy-store.ts';

async function decisionsOn(ctx: Ctx, person: PersonId) {
  const { ids } = await marksOf(ctx, person);
  const { rows } = await sql<{ entry: string; verdict: string; reason: string; at: Date }>`
    select s.entry_id as entry, s.verdict, s.reason, s.decided_at as at from screening_decisions s
    join entries e on e.organisation_id = s.organisation_id and e.id = s.entry_id
    where s.organisation_id = ${ctx.organisation} and e.owner_id = any (${ids}::uuid[]) order by s.decided_at, s.id`.execute(ctx.db);
  return rows;
}

declareHolder({
  slice: 'screening',
  exporting: async (ctx, person) => [
    { name: 'screening', rows: (await decisionsOn(ctx, person)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) },
  ],
});

letBlank(blankReasons);
