/** Every statement that writes or locks what people ask or say about a programme. */
import { sql } from 'kysely';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import { type Marks, struckOut } from '#slices/people/index.ts';
import { wholeName } from '../privacy/privacy-store.ts';

export const remarkKinds = ['question', 'comment'] as const;
export type RemarkKind = (typeof remarkKinds)[number];
export const remarkStates = ['waiting', 'shown', 'declined'] as const;
export type RemarkState = (typeof remarkStates)[number];

export type Remark = {
  readonly id: string;
  readonly programme: ProgrammeId;
  readonly person: PersonId;
  readonly kind: RemarkKind;
  readonly state: RemarkState;
  readonly body: string;
  readonly answer: string;
  readonly version: number;
};

type NewRemark = Pick<Remark, 'programme' | 'person' | 'kind' | 'body'>;

export async function insertRemark(ctx: Ctx, { programme, person, kind, body }: NewRemark): Promise<string> {
  const id = ctx.ids.next<string>();
  await ctx.db
    .insertInto('remarks')
    .values({
      organisation_id: ctx.organisation,
      id,
      programme_id: programme,
      person_id: person,
      kind,
      state: 'waiting',
      body,
      made_at: ctx.now,
    })
    .execute();
  return id;
}

export async function lockRemark(ctx: Ctx, id: string): Promise<Remark | undefined> {
  return ctx.db
    .selectFrom('remarks')
    .select(['id', 'programme_id as programme', 'person_id as person', 'kind', 'state', 'body', 'answer', 'version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .$narrowType<{ kind: RemarkKind; state: RemarkState }>()
    .forUpdate()
    .executeTakeFirst();
}

/** Back among those that wait, it was decided by nobody. */
export async function markRemark(ctx: Ctx, id: string, state: RemarkState, answer: string): Promise<void> {
  const decided = state === 'waiting' ? { decided_at: null, decided_by: null } : { decided_at: ctx.now, decided_by: personOf(ctx) ?? null };
  await ctx.db
    .updateTable('remarks')
    .set({ state, answer, ...decided, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export async function deleteRemark(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('remarks').where('organisation_id', '=', ctx.organisation).where('id', '=', id).execute();
}

/** What somebody said goes with them; where others name them, the name is struck out. */
export async function forgetRemarks(ctx: Ctx, { ids, name }: Marks): Promise<void> {
  await sql`delete from remarks where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
  if (name.length < 3) return;
  const said = wholeName(name);
  await sql`update remarks set body = regexp_replace(body, ${said}, ${struckOut}, 'gi'), answer = regexp_replace(answer, ${said}, ${struckOut}, 'gi')
    where organisation_id = ${ctx.organisation} and (body ~* ${said} or answer ~* ${said})`.execute(ctx.db);
}

export async function moveRemarks(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update remarks set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
}

/** Those nobody let be shown. */
export async function letGoOfRemarks(ctx: Ctx, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from remarks
    where organisation_id = ${ctx.organisation} and state <> 'shown' and coalesce(decided_at, made_at) < ${before}`.execute(ctx.db);
  return Number(numAffectedRows);
}
