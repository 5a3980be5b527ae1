/** Published results held against the record: the tally still has the hash that was announced, and the winners are those it named. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson, type Json } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';

export type ResultFault = { readonly edition: string; readonly what: 'tally' | 'winners' };

type Published = {
  readonly tally: string;
  readonly resultHash: string;
  readonly winners: readonly { readonly entry: string; readonly level?: string; readonly division?: string }[];
};

/** The publication in force of each edition: the newest, unless it was withdrawn. */
async function publications(ctx: Ctx): Promise<ReadonlyMap<string, Published>> {
  const { rows } = await sql<{ kind: string; edition: string; body: string }>`
    select e.kind, e.subject_id as edition, b.body from audit_events e
    join audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
    where e.organisation_id = ${ctx.organisation} and e.kind in ('results.results-published', 'results.announcement-withdrawn') and b.body is not null
    order by e.transaction_id, e.id`.execute(ctx.db);
  const inForce = new Map<string, Published>();
  for (const { kind, edition, body } of rows) {
    if (kind === 'results.results-published') inForce.set(edition, JSON.parse(body) as Published);
    else inForce.delete(edition);
  }
  return inForce;
}

async function faultsOf(ctx: Ctx, edition: string, published: Published): Promise<ResultFault[]> {
  const { rows: tallies } = await sql<{ result: Json }>`select result from tallies
    where organisation_id = ${ctx.organisation} and id = ${published.tally}`.execute(ctx.db);
  const { rows: won } = await sql<{
    entry: string;
    level: string | null;
    division: string | null;
  }>`select entry_id as entry, level, division from decisions
    where organisation_id = ${ctx.organisation} and edition_id = ${edition} and won order by entry_id`.execute(ctx.db);
  const [tally] = tallies;
  const hash = tally && createHash('sha256').update(canonicalJson(tally.result)).digest('hex');
  type Line = { readonly entry: string; readonly level?: string | null; readonly division?: string | null };
  const line = ({ entry, level, division }: Line): string => `${entry} ${division ?? ''} ${level ?? ''}`;
  const lines = (winners: readonly Parameters<typeof line>[0][]): string => winners.map(line).sort().join('\n');
  const same = lines(published.winners) === lines(won);
  return [
    ...(hash === published.resultHash ? [] : [{ edition, what: 'tally' as const }]),
    ...(same ? [] : [{ edition, what: 'winners' as const }]),
  ];
}

export type ResultReport = { readonly published: number; readonly faults: readonly ResultFault[] };

/** Holds every published edition against the record. For whoever has the machine. */
export function resultsAgainstRecord(ctx: Ctx): Promise<ResultReport> {
  return snapshot(ctx, ['decisions'], async (inside) => {
    const inForce = await publications(inside);
    const faults: ResultFault[] = [];
    for (const [edition, published] of inForce) faults.push(...(await faultsOf(inside, edition, published)));
    return { published: inForce.size, faults };
  });
}
