/** What changed in an edition after its entries opened, from the record: for everybody, so nobody is named. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Difference } from '#core/editions/differences.ts';
import type { Ctx } from '#platform/context.ts';
import type { Edition } from '../edition.ts';

const change = z.object({ path: z.string(), kind: z.enum(['added', 'removed', 'changed', 'moved']), from: z.json(), to: z.json() });
const changed = z.object({ changes: z.array(change), count: z.number(), afterOpening: z.boolean() });
const unlocked = z.object({ because: z.string() });

export type LateChange = {
  readonly id: string;
  readonly at: Date;
  /** Of the unlocking it was made under; null where the record has been erased. */
  readonly because: string | null;
  readonly changes: readonly Difference[];
  /** Differences beyond those the record tells. */
  readonly more: number;
};

const most = 500;

/** Newest first. Whoever calls has decided that the edition may be seen. */
export async function lateChanges(ctx: Ctx, edition: Edition): Promise<readonly LateChange[]> {
  const { rows } = await sql<{ id: string; kind: string; at: Date; body: unknown }>`
    select e.id, e.kind, e.at, b.body::json as body
      from audit_events e
      join audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
     where e.organisation_id = ${ctx.organisation} and e.chain_id = ${edition.programme}
       and e.subject_kind = 'edition' and e.subject_id = ${edition.id}
       and e.kind in ('programmes.configuration-changed', 'programmes.configuration-unlocked')
     order by e.at, e.id limit ${most}`.execute(ctx.db);
  let because: string | null = null;
  const found: LateChange[] = [];
  for (const { id, kind, at, body } of rows) {
    if (kind === 'programmes.configuration-unlocked') {
      because = unlocked.safeParse(body).data?.because ?? null;
      continue;
    }
    const { data } = changed.safeParse(body);
    if (!data?.afterOpening) continue;
    found.unshift({ id, at, because, changes: data.changes, more: data.count - data.changes.length });
  }
  return found;
}
