/** What entries claim of measures, for the slice that scores them; it has asked who may. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId } from '#platform/ids.ts';

/** `value` is a decimal as text. */
export type ClaimedFigure = { readonly entry: EntryId; readonly metric: string; readonly value: string };

/** The first claim of each measure on every accepted entry of an edition, as it was submitted. */
export async function claimedFigures(ctx: Ctx, edition: EditionId, metrics: readonly string[]): Promise<ClaimedFigure[]> {
  if (metrics.length === 0) return [];
  const { rows } = await sql<ClaimedFigure>`
    select distinct on (entry, metric) entry, metric, value from (
      select distinct on (a.entry_id, a.field) a.entry_id as entry, a.field, a.answer ->> 'metric' as metric, a.answer ->> 'value' as value
        from entry_answers a join entries e on e.organisation_id = a.organisation_id and e.id = a.entry_id
       where a.organisation_id = ${ctx.organisation} and e.edition_id = ${edition} and e.state = 'accepted' and a.version <= e.version
       order by a.entry_id, a.field, a.version desc) newest
     where metric = any (${[...metrics]}::text[]) and value ~ '^-?[0-9]{1,15}([.][0-9]{1,15})?$'
     order by entry, metric, field`.execute(ctx.db);
  return rows;
}
