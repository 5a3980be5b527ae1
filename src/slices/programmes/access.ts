/** How a person stands to a programme, read from the database at the moment it counts: a role taken away ends at once. */
import { decide, type Relation } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, keyReaches, personOf, programmesOfKey } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { administratorRows } from '#slices/system/index.ts';

/** A key for some programmes runs no organisation, though whoever made it may. */
function withinKey(ctx: Ctx, relations: Relation[]): Relation[] {
  return programmesOfKey(ctx) ? relations.filter((relation) => relation !== 'administrator') : relations;
}

/** Administrators of the organisation manage all its programmes; other roles are given per programme. */
export async function programmeRelations(ctx: Ctx, programme: ProgrammeId): Promise<Relation[]> {
  const person = personOf(ctx);
  if (person === undefined || !keyReaches(ctx, programme)) return [];
  const roles = await ctx.db
    .selectFrom('programme_roles')
    .select('role')
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('person_id', '=', person)
    .unionAll(administratorRows(ctx, person))
    .execute();
  const given = roles.map((row) => row.role as Relation);
  return given.includes('administrator') ? withinKey(ctx, [...given, 'manager']) : given;
}

/**
 * How a person stands to what all programmes of the organisation share: its companies, and whom it knows there. Whoever manages one
 * programme works with it.
 */
export async function organiserRelations(ctx: Ctx): Promise<Relation[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const only = programmesOfKey(ctx);
  let roles = ctx.db
    .selectFrom('programme_roles')
    .select('role')
    .distinct()
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .where('role', 'in', ['manager', 'auditor']);
  if (only) roles = roles.where('programme_id', 'in', [...only]);
  const rows = await roles.unionAll(administratorRows(ctx, person)).execute();
  const given = rows.map((row) => row.role as Relation);
  return given.some((role) => role !== 'auditor') ? withinKey(ctx, [...given, 'organiser']) : given;
}

/** For views: whoever has none of these relations is told that there is nothing here. */
export async function requireRelation(ctx: Ctx, programme: ProgrammeId, who: readonly Relation[]): Promise<readonly Relation[]> {
  const relations = await programmeRelations(ctx, programme);
  const decision = decide(who, relations);
  if (!decision.allowed) throw problem(personOf(ctx) === undefined ? 'general.sign-in-needed' : 'general.not-found');
  return relations;
}
