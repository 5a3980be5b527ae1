/** What happened in a programme lately, from its record: who did what, to which thing; never what was written in it. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { requireRelation } from './access.ts';

export type LogLine = {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  /** A person's name; undefined for a visitor, the system, and somebody whose data was erased. */
  readonly by: string | undefined;
  /** Who stood in for them. */
  readonly standIn: string | undefined;
  /** Of an entry or category, where the event told it. */
  readonly number: string | undefined;
};

/** Kinds that would tell managers of drafts, which belong to their writers. */
export const unseen: readonly string[] = ['entries.entry-started', 'entries.file-added', 'entries.file-removed'];

/** Newest first; for managers and auditors. */
export async function recentEvents(ctx: Ctx, programme: ProgrammeId, limit: number): Promise<LogLine[]> {
  await requireRelation(ctx, programme, ['manager', 'auditor']);
  const { rows } = await sql<{ id: string; kind: string; at: Date; name: string | null; standIn: string | null; number: string | null }>`
    select e.id, e.kind, e.at, p.name, q.name as "standIn", b.body::json ->> 'number' as number
      from audit_events e
      join audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
      left join directory.people p on p.id::text = b.body::json ->> 'actor'
      left join directory.people q on q.id::text = b.body::json #>> '{standIn,by}'
     where e.organisation_id = ${ctx.organisation} and e.chain_id = ${programme} and not e.kind = any (${[...unseen]})
     order by e.at desc, e.id desc limit ${limit}`.execute(ctx.db);
  return rows.map(({ id, kind, at, name, standIn, number }) => ({
    id,
    kind,
    at,
    by: name ?? undefined,
    standIn: standIn ?? undefined,
    number: number ?? undefined,
  }));
}
