/** After the rows: who was erased since is erased again, old mail is held, and every record says that it was restored and is whole. */
import pg from 'pg';
import { problem } from '#core/problems/problem.ts';
import type { Manifest } from '#platform/backup/contents.ts';
import { type Erasures, keepErasures } from '#platform/backup/erasures.server.ts';
import type { Ctx } from '#platform/context.ts';
import { roleUrl } from '#platform/database/roles.server.ts';
import { type Database, openDatabase } from '#platform/database/transaction.server.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import { erasePerson } from '#slices/people/index.ts';
import { noteRestore, sealOrganisation, verifyRecord } from '#slices/system/index.ts';
import { callAs } from '../errand.ts';

export type Settling = {
  readonly ownerUrl: string;
  readonly secret: string;
  readonly manifest: Manifest;
  readonly erased: Erasures['people'];
  readonly dataFolder: string;
};

export type Settled = { readonly erasedAgain: number; readonly held: number; readonly events: number };

const restorer = { kind: 'system', name: 'restore' } as const;

/**
 * Mail that waited, and what jobs that are due would mail: both may have left since the backup was taken. A job for a later instant,
 * an announcement say, cannot have been done yet, and does everything when its time comes.
 */
async function holdMail(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'plaudit restore' });
  await client.connect();
  try {
    await client.query("update plaudit.outbox set state = 'held', held_for = 'restore' where state = 'queued'");
    await client.query(`update graphile_worker._private_jobs set payload = (payload::jsonb || '{"restored": true}')::json
      where run_at <= plaudit.plaudit_now()`);
  } finally {
    await client.end();
  }
}

async function heldOf(database: Database, organisation: OrganisationId): Promise<number> {
  const rows = await database.db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<string>().as('held'))
    .where('organisation_id', '=', organisation)
    .where('held_for', '=', 'restore')
    .execute();
  return Number(rows[0]?.held ?? 0);
}

async function organisationsOf(database: Database): Promise<OrganisationId[]> {
  const rows = await database.db.selectFrom('directory.organisations').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Those of the log who are in the backup and were not erased yet when it was taken. */
async function eraseAgain(contexts: readonly Ctx[], database: Database, { erased, manifest }: Settling): Promise<number> {
  const instants = new Map(erased.map(({ id, at }) => [id, at]));
  if (instants.size === 0) return 0;
  const rows = await database.db
    .selectFrom('directory.people')
    .select('id')
    .where('id', 'in', [...instants.keys()] as PersonId[])
    .where('erased_at', 'is', null)
    .execute();
  for (const { id } of rows) {
    const reason = `erased again after a restore; first erased ${instants.get(id) ?? ''}`;
    for (const ctx of contexts) {
      const account = ctx === contexts.at(-1) ? 'last' : 'stays';
      await erasePerson({ ...ctx, key: `restore-${manifest.id}-${id}` }, { person: id, reason, account, insist: true });
    }
  }
  return rows.length;
}

/** @throws Problem `backup.record-broken` */
async function needWhole(database: Database, organisation: OrganisationId): Promise<number> {
  while (((await sealOrganisation(database, organisation)) ?? 0) > 0);
  const report = await verifyRecord(database, organisation);
  const faults = report.chains.reduce((sum, { broken }) => sum + broken, 0);
  if (faults > 0) throw problem('backup.record-broken', { faults });
  return report.sealed;
}

export async function settle(settling: Settling): Promise<Settled> {
  const { ownerUrl, secret, manifest, erased, dataFolder } = settling;
  await holdMail(ownerUrl);
  const database = openDatabase(roleUrl(ownerUrl, secret, 'jobs'), { max: 2, name: 'restore' });
  try {
    const organisations = await organisationsOf(database);
    const contexts = organisations.map((organisation) => callAs(database, organisation, restorer));
    const erasedAgain = await eraseAgain(contexts, database, settling);
    let [held, events] = [0, 0];
    for (const ctx of contexts) {
      const waiting = await heldOf(database, ctx.organisation);
      await noteRestore({ ...ctx, key: `restore-${manifest.id}` }, { backup: manifest.id, takenAt: manifest.takenAt });
      held += waiting;
      events += await needWhole(database, ctx.organisation);
    }
    await keepErasures(dataFolder, { plaudit: 'erasures', asOf: new Date().toISOString(), people: [...erased] });
    return { erasedAgain, held, events };
  } finally {
    await database.close();
  }
}
