/** The sealed record of a programme, for programs that check it: seals and what they rest on, never a body. */
import { sql } from 'kysely';
import { z } from 'zod';
import { type Endpoint, endpoint } from '#http/api/endpoint.ts';
import { listOf, paging } from '#http/api/paging.ts';
import { instant, slug } from '#http/api/shapes.ts';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { unseen } from '../log.ts';
import { programmeForManager } from '../views.ts';

type Row = { readonly seq: number; readonly seal: Buffer; readonly event: string; readonly kind: string };

async function sealedEvents(ctx: Ctx, programme: ProgrammeId, after: number, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.seq, s.seal, e.event, e.kind
      from audit_seals s join audit_events e on e.organisation_id = s.organisation_id and e.id = s.event_id
     where s.organisation_id = ${ctx.organisation} and s.chain_id = ${programme} and s.seq > ${after}
     order by s.seq limit ${limit}`.execute(ctx.db);
  return rows;
}

async function headOf(ctx: Ctx, programme: ProgrammeId) {
  const row = await ctx.db
    .selectFrom('audit_chains')
    .select(['length', 'head', 'sealed_at as sealedAt'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', programme)
    .executeTakeFirst();
  return { length: row?.length ?? 0, head: row?.head.toString('hex') ?? '0'.repeat(64), sealedAt: row?.sealedAt ?? null };
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const address = z.object({ programme: slug });

export const recordApi: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/record',
    id: 'readRecordHead',
    subject: 'record',
    summary: 'How far the record is sealed',
    text: 'Keep the head: whatever is changed behind it later no longer leads to it.',
    scope: 'read:record',
    params: address,
    answer: z.object({ length: z.int(), head: hex, sealedAt: instant.nullable() }),
    run: async (ctx, { params }) => ({ body: await headOf(ctx, (await programmeForManager(ctx, params.programme)).id) }),
  }),
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/record/events',
    id: 'listRecord',
    subject: 'record',
    summary: 'The sealed events in their order',
    text: 'seal = SHA-256("plaudit.seal.v1" NUL, the seal before, event in UTF-8); before the first event it is 32 zero bytes. Of drafts, which belong to their writers, only the seal is told.',
    scope: 'read:record',
    params: address,
    query: z.object({
      ...paging,
      after: z.coerce.number().int().min(0).max(2_147_483_647).optional().describe('The `seq` after which to begin.'),
    }),
    answer: listOf(z.object({ seq: z.int(), seal: hex, event: z.string().nullable() })),
    run: async (ctx, { params, query }) => {
      const { id } = await programmeForManager(ctx, params.programme);
      const rows = await sealedEvents(ctx, id, query.after ?? 0, query.limit + 1);
      const items = rows
        .slice(0, query.limit)
        .map(({ seq, seal, event, kind }) => ({ seq, seal: seal.toString('hex'), event: unseen.includes(kind) ? null : event }));
      const last = items.at(-1);
      const next = last && rows.length > query.limit ? String(last.seq) : undefined;
      return { body: { items, next: next ?? null }, next };
    },
  }),
];
