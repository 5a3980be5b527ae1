/** Waits until everything an organisation's record was told is sealed: an event is final only once no older transaction runs anywhere. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OrganisationId } from '#platform/ids.ts';
import { sealOrganisation } from '#slices/system/index.ts';
import type { TestDatabase } from './database.ts';

export async function untilSealed({ jobs, owner }: TestDatabase, organisation: OrganisationId): Promise<void> {
  for (;;) {
    await sealOrganisation(jobs, organisation);
    const { rowCount } = await owner.pool.query(
      `select from plaudit.audit_events e where e.organisation_id = $1
         and not exists (select from plaudit.audit_seals s where s.organisation_id = $1 and s.event_id = e.id) limit 1`,
      [organisation],
    );
    if (rowCount === 0) return;
    await sleep(5);
  }
}
