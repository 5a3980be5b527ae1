/** The record as it lies in an archive, recomputed with the product's own rules: every seal, every column, every commitment. */
import { type ChainState, chainStart, type RecordRow, verifyEnd, verifyRow } from '#core/record/verify.ts';
import { nativeHash } from '../crypto/hash.server.ts';
import { type CopiedRow, copiedRows } from './copy-text.ts';

const tables = {
  events: 'plaudit.audit_events',
  bodies: 'plaudit.audit_bodies',
  seals: 'plaudit.audit_seals',
  chains: 'plaudit.audit_chains',
};

type Chain = { state: ChainState; length: number; head: Buffer };

const text = (row: CopiedRow | undefined, column: string): string => row?.get(column) ?? '';

function bytes(row: CopiedRow | undefined, column: string): Buffer | null {
  const value = row?.get(column) ?? null;
  return value === null ? null : Buffer.from(value.slice(2), 'hex');
}

/** PostgreSQL's own writing of an instant in UTC: `2026-03-01 09:30:00.5+00`. */
function instant(written: string): string {
  return new Date(`${written.replace(' ', 'T')}:00`).toISOString();
}

function recordRow(seal: CopiedRow, event: CopiedRow | undefined, body: CopiedRow | undefined): RecordRow {
  const stored = text(event, 'event');
  const organisation = text(seal, 'organisation_id');
  const chain = text(event, 'chain_id');
  const at = text(event, 'at');
  return {
    seq: Number(text(seal, 'seq')),
    seal: bytes(seal, 'seal') ?? Buffer.alloc(0),
    event: {
      v: 1,
      id: text(seal, 'event_id'),
      organisation,
      programme: chain === organisation ? null : chain,
      kind: text(event, 'kind'),
      subject: { kind: text(event, 'subject_kind'), id: text(event, 'subject_id') },
      at: at === '' ? '' : instant(at),
      commitment: /"commitment":"([0-9a-f]{64})"/.exec(stored)?.[1] ?? '',
    },
    text: stored,
    body: body?.get('body') ?? null,
    salt: bytes(body, 'salt'),
    erasedReason: body?.get('erased_reason') ?? null,
  };
}

/** Fed with pieces in the order of the archive. What it holds is a page of the record and the heads of the chains. */
export class RecordCheck {
  readonly #chains = new Map<string, Chain>();
  readonly #events = new Map<string, CopiedRow>();
  readonly #bodies = new Map<string, CopiedRow>();
  #faults = 0;
  #sealed = 0;

  take(table: string, columns: readonly string[], piece: Buffer): void {
    switch (table) {
      case tables.chains:
        for (const row of copiedRows(piece, columns)) this.#takeChain(row);
        break;
      case tables.events:
        for (const row of copiedRows(piece, columns)) this.#events.set(text(row, 'id'), row);
        break;
      case tables.bodies:
        for (const row of copiedRows(piece, columns)) this.#bodies.set(text(row, 'event_id'), row);
        break;
      case tables.seals:
        for (const row of copiedRows(piece, columns)) this.#takeSeal(row);
        break;
    }
  }

  #takeChain(row: CopiedRow): void {
    const name = `${text(row, 'organisation_id')} ${text(row, 'id')}`;
    this.#chains.set(name, { state: chainStart, length: Number(text(row, 'length')), head: bytes(row, 'head') ?? Buffer.alloc(0) });
  }

  #takeSeal(seal: CopiedRow): void {
    const id = text(seal, 'event_id');
    const chain = this.#chains.get(`${text(seal, 'organisation_id')} ${text(seal, 'chain_id')}`);
    const verdict = verifyRow(chain?.state ?? chainStart, recordRow(seal, this.#events.get(id), this.#bodies.get(id)), nativeHash);
    this.#faults += verdict.faults.length + (chain === undefined ? 1 : 0);
    this.#sealed += 1;
    if (chain !== undefined) chain.state = verdict.state;
    this.#events.delete(id);
    this.#bodies.delete(id);
  }

  /** After the last piece. An event without its body is a fault as well, whether it is sealed yet or not. */
  end(): { readonly sealed: number; readonly unsealed: number; readonly faults: number; readonly chains: number } {
    let faults = this.#faults;
    for (const { state, length, head } of this.#chains.values()) faults += verifyEnd(state, { seq: length, seal: head }).length;
    for (const id of this.#events.keys()) if (!this.#bodies.has(id)) faults += 1;
    return { sealed: this.#sealed, unsealed: this.#events.size, faults, chains: this.#chains.size };
  }
}
