/** The record with nothing left to seal: a transaction elsewhere on the same server holds the horizon back for a moment. */
import type { Database } from '#platform/database/transaction.server.ts';
import type { OrganisationId } from '#platform/ids.ts';
import { sealOrganisation } from '#slices/system/index.ts';
import { eventually } from '../child.ts';

const unsealed = `select from plaudit.audit_events e where e.organisation_id = $1
  and not exists (select from plaudit.audit_seals s where s.organisation_id = e.organisation_id and s.event_id = e.id) limit 1`;

export async function sealAll(jobs: Database, organisation: OrganisationId): Promise<void> {
  await eventually('everything is sealed', async () => {
    await sealOrganisation(jobs, organisation);
    return (await jobs.pool.query(unsealed, [organisation])).rowCount === 0;
  });
}
