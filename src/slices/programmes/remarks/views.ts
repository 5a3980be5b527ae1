/** Questions and comments as everybody reads them, and as managers decide on them. */
import { sql } from 'kysely';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { languagesForPublic } from '../public/telling.ts';
import { programmeForPublic } from '../public/views.ts';
import { programmeForManager } from '../views.ts';
import { type RemarkKind, type RemarkState, remarkStates } from './store.ts';

type Row = {
  readonly id: string;
  readonly kind: RemarkKind;
  readonly state: RemarkState;
  readonly body: string;
  readonly answer: string;
  readonly at: Date;
  readonly version: number;
  readonly by: string;
};

/** What a form says; anything else puts it back among those that wait. */
export const remarkStateIn = (text: string | undefined): RemarkState => remarkStates.find((one) => one === text) ?? 'waiting';

type Asked = { readonly state: RemarkState; readonly after?: string | undefined; readonly oldestFirst?: boolean };

async function remarksOf(ctx: Ctx, programme: ProgrammeId, { state, after, oldestFirst = false }: Asked, size: number) {
  const [at, id] = readCursor(after, 'instant') ?? [];
  const beyond = at === undefined ? sql`true` : sql`(r.made_at, r.id) ${oldestFirst ? sql`>` : sql`<`} (${at}::timestamptz, ${id}::uuid)`;
  const order = oldestFirst ? sql`r.made_at, r.id` : sql`r.made_at desc, r.id desc`;
  const { rows } = await sql<Row & { cursor: string }>`
    select r.id, r.kind, r.state, r.body, r.answer, r.made_at as at, r.made_at::text as cursor, r.version, p.name as by
      from remarks r join directory.people p on p.id = r.person_id
     where r.organisation_id = ${ctx.organisation} and r.programme_id = ${programme} and r.state = ${state} and ${beyond}
     order by ${order} limit ${size + 1}`.execute(ctx.db);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { remarks: page, next: rows.length > size && last ? writeCursor(last.cursor, last.id) : undefined };
}

export type ToldRemark = {
  readonly id: string;
  readonly kind: RemarkKind;
  readonly body: string;
  readonly answer: string;
  readonly at: string;
};

/** Without who said it: to be read by everybody is asked of nobody. */
const told =
  (zone: string) =>
  ({ id, kind, body, answer, at }: Row): ToldRemark => ({ id, kind, body, answer, at: zonedText(at.getTime(), zone) });

/** The newest that are shown, for the page of the programme. */
export async function newestRemarks(ctx: Ctx, programme: ProgrammeId, zone: string): Promise<readonly ToldRemark[]> {
  return (await remarksOf(ctx, programme, { state: 'shown' }, 3)).remarks.map(told(zone));
}

const pageSize = 30;

/** What the signed-in reader said themselves and is not shown, or is: theirs to take back. */
async function ownRemarks(ctx: Ctx, programme: ProgrammeId, zone: string) {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const { rows } = await sql<Row>`
    select id, kind, state, body, answer, made_at as at, version, '' as by from remarks
     where organisation_id = ${ctx.organisation} and programme_id = ${programme} and person_id = ${person}
     order by made_at desc, id desc limit ${pageSize}`.execute(ctx.db);
  return rows.map((row) => ({ ...told(zone)(row), state: row.state }));
}

export async function remarksForPublic(ctx: Ctx, slug: string, query: URLSearchParams) {
  const { id, programme, edition } = await programmeForPublic(ctx, slug);
  const after = query.get('after') ?? undefined;
  const { remarks, next } = await remarksOf(ctx, id, { state: 'shown', after }, pageSize);
  const path = `/p/${programme.slug}/questions`;
  return {
    languages: await languagesForPublic(ctx, edition.id),
    programme: { id, slug: programme.slug, name: programme.name },
    signedIn: personOf(ctx) !== undefined,
    remarks: remarks.map(told(programme.zone)),
    own: await ownRemarks(ctx, id, programme.zone),
    first: after === undefined ? undefined : path,
    next: next && `${path}?after=${next}`,
    made: query.has('made'),
    withdrawn: query.has('withdrawn'),
  };
}

/** How many wait. The caller has asked who reads. */
export async function waitingRemarks(ctx: Ctx, programme: ProgrammeId): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from remarks
    where organisation_id = ${ctx.organisation} and programme_id = ${programme} and state = 'waiting'`.execute(ctx.db);
  return rows[0]?.waiting ?? 0;
}

/** The queue of a programme, those that waited longest first. */
export async function remarksForManager(ctx: Ctx, slug: string, query: URLSearchParams) {
  const { id, name, zone, relations } = await programmeForManager(ctx, slug);
  const state = remarkStateIn(query.get('state') ?? undefined);
  const after = query.get('after') ?? undefined;
  const { remarks, next } = await remarksOf(ctx, id, { state, after, oldestFirst: state === 'waiting' }, pageSize);
  const { rows } = await sql<{ state: RemarkState; count: number }>`select state, count(*)::int as count from remarks
    where organisation_id = ${ctx.organisation} and programme_id = ${id} group by state`.execute(ctx.db);
  const [decided, was, is] = (query.get('decided') ?? '').split(' ');
  const path = `/manage/${slug}/questions`;
  const here = state === 'waiting' ? path : `${path}?state=${state}`;
  return {
    programme: { slug, name },
    mayDecide: relations.includes('manager'),
    state,
    path,
    counts: Object.fromEntries(remarkStates.map((one) => [one, rows.find((row) => row.state === one)?.count ?? 0])) as Record<
      RemarkState,
      number
    >,
    remarks: remarks.map((row) => ({ ...told(zone)(row), by: row.by, version: row.version })),
    first: after === undefined ? undefined : here,
    next: next && `${here}${here.includes('?') ? '&' : '?'}after=${next}`,
    decided: await undoOf(ctx, id, decided, was, is),
  };
}

/** What was decided last and how it stood before, for the button that puts it back. */
async function undoOf(ctx: Ctx, programme: ProgrammeId, remark = '', was = '', is = '') {
  const [before, now] = [remarkStates.find((one) => one === was), remarkStates.find((one) => one === is)];
  if (!before || !now || !/^[0-9a-f-]{36}$/.test(remark)) return undefined;
  const row = await ctx.db
    .selectFrom('remarks')
    .select(['version', 'answer', 'state'])
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('id', '=', remark)
    .executeTakeFirst();
  return row?.state === now ? { remark, before, now, version: row.version, answer: row.answer } : undefined;
}
