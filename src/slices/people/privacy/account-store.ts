/** Every statement that ends an account: erased, or become part of another. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Marks } from '#slices/system/index.ts';
import { deleteAllFactors } from '../factors/factor-store.ts';
import { deleteSessions } from '../sessions/session-store.ts';
import { struckOut } from './traces.ts';

export async function markErased(ctx: Ctx, { ids, addresses }: Marks): Promise<void> {
  for (const id of ids) {
    await deleteSessions(ctx, id);
    await deleteAllFactors(ctx, id);
  }
  await sql`delete from directory.links where person_id = any (${ids}::uuid[]) or email = any (${addresses}::text[])`.execute(ctx.db);
  await sql`delete from directory.identities where person_id = any (${ids}::uuid[])`.execute(ctx.db);
  await sql`delete from directory.provider_visits where person_id = any (${ids}::uuid[])`.execute(ctx.db);
  await sql`delete from directory.other_addresses where person_id = any (${ids}::uuid[])`.execute(ctx.db);
  await sql`update directory.people set email = null, name = '', password_hash = null, time_zone = null, language = 'en',
      erased_at = ${ctx.now}, version = version + 1
    where id = any (${ids}::uuid[]) and erased_at is null`.execute(ctx.db);
}

/** Why somebody acted as them. */
export async function strikeStandIns(ctx: Ctx, ids: readonly PersonId[]): Promise<void> {
  await sql`update stand_ins set reason = ${struckOut} where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(
    ctx.db,
  );
}
