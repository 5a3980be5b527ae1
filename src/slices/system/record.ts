/**
 * Sealing: events in the order of their transactions are chained, each seal resting on the one before. Only transactions
 * below the snapshot's horizon are taken: all of them have ended, so no event can appear among those already sealed.
 * Whoever locks the organisation's chain seals; writers of events are never waited for and never made to wait.
 */
import { sql } from 'kysely';
import { firstSeal, sealOf } from '#core/record/event.ts';
import { nativeHash } from '#platform/crypto/hash.server.ts';
import type { Db } from '#platform/database/db.server.ts';
import { type Database, transaction } from '#platform/database/transaction.server.ts';
import type { OrganisationId } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { type Chain, insertSeals, lockChains, lockOwnChain, markChain, markSealedTo, type Seal, type UnsealedEvent } from './store.ts';

/** Events sealed in one transaction at most. */
const batch = 2_000;

async function horizonOf(db: Db): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db);
  return rows[0]?.horizon ?? '0';
}

/** Events in final order that no seal covers yet. The horizon was read before, so that this statement sees all below it. */
async function unsealed(db: Db, organisation: OrganisationId, from: string, horizon: string): Promise<UnsealedEvent[]> {
  const { rows } = await sql<UnsealedEvent>`
    select e.id, e.chain_id, e.transaction_id::text as transaction_id, e.event
    from audit_events e
    where e.organisation_id = ${organisation} and e.transaction_id >= ${from}::xid8 and e.transaction_id < ${horizon}::xid8
      and not exists (select from audit_seals s where s.organisation_id = ${organisation} and s.event_id = e.id)
    order by e.transaction_id, e.id limit ${batch}`.execute(db);
  return rows;
}

function extend(chains: Map<string, Chain>, events: readonly UnsealedEvent[]): Seal[] {
  return events.map((event) => {
    const chain = chains.get(event.chain_id) ?? { id: event.chain_id, length: 0, head: Buffer.from(firstSeal) };
    const seal = Buffer.from(sealOf(chain.head, event.event, nativeHash));
    const longer: Chain = { id: chain.id, length: chain.length + 1, head: seal };
    chains.set(chain.id, longer);
    return { chain_id: chain.id, seq: longer.length, event_id: event.id, seal };
  });
}

/** Seals what is final of one organisation; answers how many events, or undefined when another process is at it. */
export function sealOrganisation(database: Database, organisation: OrganisationId): Promise<number | undefined> {
  return transaction(database, { organisation }, async (db, now) => {
    const own = await lockOwnChain(db, organisation);
    if (own === undefined) return undefined;
    const horizon = await horizonOf(db);
    const events = await unsealed(db, organisation, own.sealed_to, horizon);
    if (events.length === 0) return 0;
    const chains = await lockChains(db, organisation, [...new Set(events.map((e) => e.chain_id))]);
    const seals = extend(chains, events);
    await insertSeals(db, organisation, seals, now);
    const touched = new Set(seals.map((seal) => seal.chain_id));
    for (const chain of chains.values()) if (touched.has(chain.id)) await markChain(db, organisation, chain, now);
    // A full batch may end inside a transaction's events; starting at that transaction again finds the rest.
    const sealedTo = events.length < batch ? horizon : (events.at(-1)?.transaction_id ?? own.sealed_to);
    await markSealedTo(db, organisation, sealedTo);
    return events.length;
  });
}

/** One round over every organisation. */
export async function sealRecord(database: Database, log: Log): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id } of organisations) {
    const count = await sealOrganisation(database, id);
    if (count === batch) log.info({ organisation: id, count }, 'sealed a full batch; more follows');
  }
}
