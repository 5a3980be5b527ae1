/** Recomputes the record from what is stored: every seal, every column beside its sealed text, every body beside its commitment. */
import { sql } from 'kysely';
import { type ChangedBody, changedBody } from '#core/record/changed-body.ts';
import { type ChainFault, type ChainState, chainStart, type RecordRow, verifyEnd, verifyRow } from '#core/record/verify.ts';
import { nativeHash } from '#platform/crypto/hash.server.ts';
import type { Db } from '#platform/database/db.server.ts';
import { type Database, transaction } from '#platform/database/transaction.server.ts';
import type { OrganisationId } from '#platform/ids.ts';

const pageSize = 2_000;
const mostFaults = 100;
/** Of one chain: finding what was changed in a body keeps the process busy for up to half a second. */
const mostSearched = 5;

/** A changed body with where it was changed, as far as that can be known; null where there were too many to look. */
export type RecordFault = ChainFault & { readonly where?: ChangedBody | null };

export type ChainReport = {
  readonly chain: string;
  readonly events: number;
  /** Every independent break in order, up to a hundred. */
  readonly faults: readonly RecordFault[];
  /** How many there are in all. */
  readonly broken: number;
};

export type RecordReport = {
  readonly chains: readonly ChainReport[];
  readonly sealed: number;
  /** Events no seal covers yet; those of the last seconds are normal. */
  readonly unsealed: number;
  readonly oldestUnsealedSeconds: number | null;
  readonly stopped: boolean;
};

/** Called after each page; answering true stops the verification. */
export type Watch = (done: number, total: number) => Promise<boolean>;

type Row = {
  seq: number;
  seal: Buffer;
  id: string;
  chain_id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  at: Date;
  event: string;
  salt: Buffer | null;
  body: string | null;
  erased_reason: string | null;
};

function commitmentIn(text: string): string {
  return /"commitment":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
}

function recordRow(row: Row, organisation: OrganisationId): RecordRow {
  const { seq, seal, id, kind, event: text, body, salt } = row;
  const programme = row.chain_id === organisation ? null : row.chain_id;
  const subject = { kind: row.subject_kind, id: row.subject_id };
  const event = { v: 1 as const, id, organisation, programme, kind, subject, at: row.at.toISOString(), commitment: commitmentIn(text) };
  return { seq, seal, event, text, body, salt, erasedReason: row.erased_reason };
}

async function readPage(db: Db, organisation: OrganisationId, chain: string, after: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.seq, s.seal, e.id, e.chain_id, e.kind, e.subject_kind, e.subject_id, e.at, e.event, b.salt, b.body, b.erased_reason
    from audit_seals s
    join audit_events e on e.organisation_id = s.organisation_id and e.id = s.event_id
    left join audit_bodies b on b.organisation_id = s.organisation_id and b.event_id = s.event_id
    where s.organisation_id = ${organisation} and s.chain_id = ${chain} and s.seq > ${after}
    order by s.seq limit ${pageSize}`.execute(db);
  return rows;
}

type Chain = { id: string; length: number; head: Buffer };

/** Looks closer at what was found while there are few of them. */
class Findings {
  readonly faults: RecordFault[] = [];
  broken = 0;
  #searched = 0;

  add(faults: readonly ChainFault[], row?: RecordRow): void {
    this.broken += faults.length;
    for (const fault of faults) if (this.faults.length < mostFaults) this.faults.push(this.#closer(fault, row));
  }

  #closer(fault: ChainFault, row: RecordRow | undefined): RecordFault {
    if (fault.part !== 'body' || fault.why !== 'changed' || row?.body == null || row.salt?.length !== 32) return fault;
    this.#searched += 1;
    return { ...fault, where: this.#searched > mostSearched ? null : changedBody(row.body, row.salt, row.event.commitment, nativeHash) };
  }
}

async function verifyChain(
  db: Db,
  organisation: OrganisationId,
  chain: Chain,
  moved: (rows: number) => Promise<boolean>,
): Promise<ChainReport & { stopped: boolean }> {
  let state: ChainState = chainStart;
  let events = 0;
  const findings = new Findings();
  const report = (stopped: boolean) => ({ chain: chain.id, events, faults: findings.faults, broken: findings.broken, stopped });
  for (;;) {
    const rows = await readPage(db, organisation, chain.id, state.seq);
    for (const stored of rows) {
      const row = recordRow(stored, organisation);
      const verdict = verifyRow(state, row, nativeHash);
      findings.add(verdict.faults, row);
      state = verdict.state;
      events += 1;
    }
    if (await moved(rows.length)) return report(true);
    if (rows.length < pageSize) break;
  }
  findings.add(verifyEnd(state, { seq: chain.length, seal: chain.head }));
  return report(false);
}

async function unsealedOf(db: Db, organisation: OrganisationId): Promise<{ unsealed: number; oldestUnsealedSeconds: number | null }> {
  const { rows } = await sql<{ count: number; age: number | null }>`
    select count(*)::integer as count, extract(epoch from plaudit.plaudit_now() - min(e.at))::float8 as age
    from audit_events e where e.organisation_id = ${organisation}
      and not exists (select from audit_seals s where s.organisation_id = ${organisation} and s.event_id = e.id)`.execute(db);
  return { unsealed: rows[0]?.count ?? 0, oldestUnsealedSeconds: rows[0]?.age ?? null };
}

/** One consistent look at the whole record of an organisation. */
export function verifyRecord(
  database: Database,
  organisation: OrganisationId,
  watch: Watch = () => Promise.resolve(false),
): Promise<RecordReport> {
  const work = async (db: Db): Promise<RecordReport> => {
    const { rows: chains } =
      await sql<Chain>`select id, length, head from audit_chains where organisation_id = ${organisation} order by id`.execute(db);
    const total = chains.reduce((sum, chain) => sum + chain.length, 0);
    const reports: ChainReport[] = [];
    let done = 0;
    let stopped = false;
    for (const chain of chains) {
      const { stopped: halted, ...report } = await verifyChain(db, organisation, chain, (rows) => {
        done += rows;
        return watch(done, total);
      });
      reports.push(report);
      stopped ||= halted;
      if (stopped) break;
    }
    return { chains: reports, sealed: total, stopped, ...(await unsealedOf(db, organisation)) };
  };
  return transaction(database, { organisation }, work, { readOnly: true });
}
