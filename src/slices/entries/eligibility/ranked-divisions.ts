/** The divisions of entries as they are counted, for the slice that counts; it has asked who may. */
import { divisionOf } from '#core/categories/entering/division.ts';
import { rankedApart } from '#core/categories/tree.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { type Edition, inheritedIn } from '#slices/programmes/index.ts';
import { factsOfSeveral } from './several.ts';

async function acceptedIn(ctx: Ctx, edition: Edition, codes: readonly string[]) {
  return ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .select(['e.id', 'e.nominee', 'e.nominee_kind', 'e.nominated_by', 'e.submitted_at', 'e.rules_version', 'c.code'])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition.id)
    .where('e.state', '=', 'accepted')
    .where('c.code', 'in', [...codes])
    .orderBy('e.number')
    .execute();
}

/**
 * By accepted entry of the categories whose divisions are ranked apart: the key of its division, by the rules there are now, what it was
 * submitted with and what the organisation knows; null where that does not tell, or no division takes it.
 */
export async function rankedDivisions(ctx: Ctx, edition: Edition, codes: readonly string[]): Promise<ReadonlyMap<EntryId, string | null>> {
  const inherited = await inheritedIn(ctx, edition.id);
  const apart = codes.filter((code) => rankedApart(inherited(code)).length > 0);
  if (apart.length === 0) return new Map();
  const rows = await acceptedIn(ctx, edition, apart);
  const known = await factsOfSeveral(ctx, edition, rows);
  return new Map(
    known.map(({ row, rules, gathered }) => {
      const placing = divisionOf(rules.divisions, gathered.facts);
      return [row.id, placing && 'division' in placing ? placing.division.key : null];
    }),
  );
}
