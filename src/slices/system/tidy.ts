/** What nobody needs any more: used-up keys, dead sessions and links. */
import { sql } from 'kysely';
import type { Database } from '#platform/transaction.server.ts';

/** A browser retries for minutes; a key that is two days old can be forgotten with the request it holds. */
export async function tidy(database: Database): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id } of organisations)
    await sql`delete from idempotency_keys where organisation_id = ${id} and created_at < plaudit.plaudit_now() - interval '2 days'`.execute(
      database.db,
    );
  await sql`delete from directory.sessions where expires_at < plaudit.plaudit_now()`.execute(database.db);
  await sql`delete from directory.links where expires_at < plaudit.plaudit_now() - interval '1 day'`.execute(database.db);
  await sql`delete from directory.sign_in_failures where first_at < plaudit.plaudit_now() - interval '1 day'`.execute(database.db);
}
