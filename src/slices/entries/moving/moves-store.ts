/** Every statement on entries that were moved to another category. */
import { sql } from 'kysely';
import type { Stated } from '#core/categories/entering/stated.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EntryId, PersonId } from '#platform/ids.ts';
import type { Entry } from '../store.ts';

export type Move = {
  readonly id: string;
  readonly entry: EntryId;
  /** The version of the entry that began with it. */
  readonly version: number;
  readonly from: CategoryId;
  readonly to: CategoryId;
  readonly fromCode: string;
  readonly fromName: string;
  readonly toName: string;
  readonly reason: string;
  readonly missing: readonly string[];
  readonly unasked: readonly string[];
  readonly kindBefore: Stated['nomineeKind'];
  readonly nominatorBefore: Stated['nominator'];
  readonly rulesBefore: number | null;
  readonly by: PersonId;
  readonly at: Date;
  /** Who took it back; null while it stands. */
  readonly undoneBy: PersonId | null;
  readonly undoneAt: Date | null;
};

/** Of some entries, newest first; what was taken back among them. */
export async function movesOf(ctx: Ctx, entries: readonly EntryId[]): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select m.id, m.entry_id as entry, m.version, m.from_category as "from", m.to_category as "to", f.code as "fromCode", f.name as "fromName",
           t.name as "toName", m.reason, m.missing, m.unasked, m.kind_before as "kindBefore", m.nominator_before as "nominatorBefore",
           m.rules_before as "rulesBefore", m.moved_by as by, m.moved_at as at, m.undone_by as "undoneBy", m.undone_at as "undoneAt"
      from entry_moves m
      join categories f on f.organisation_id = m.organisation_id and f.id = m.from_category
      join categories t on t.organisation_id = m.organisation_id and t.id = m.to_category
     where m.organisation_id = ${ctx.organisation} and m.entry_id = any (${[...entries]}::uuid[])
     order by m.entry_id, m.version desc`.execute(ctx.db);
  return rows;
}

export const stands = ({ undoneAt }: Pick<Move, 'undoneAt'>): boolean => undoneAt === null;

type NewMove = {
  readonly to: CategoryId;
  readonly reason: string;
  readonly missing: readonly string[];
  readonly unasked: readonly string[];
  readonly by: PersonId;
};

/** What the entry is read by from here on. What is asked of it is empty where it goes on waiting. */
type Placing = {
  readonly category: CategoryId;
  readonly rules: number | null;
  readonly stated: Stated;
  readonly state: 'submitted' | 'returned';
  readonly note: string;
  readonly asked: readonly string[];
  readonly mendBy: Date | undefined;
};

/** A next version that lies half written goes along. */
async function place(ctx: Ctx, { id }: Entry, { category, rules, stated, state, note, asked, mendBy }: Placing): Promise<void> {
  await sql`update entries set category_id = ${category}, rules_version = ${rules}, nominee_kind = ${stated.nomineeKind},
           nominated_by = ${stated.nominator}, state = ${state}, note = ${note}, asked = ${[...asked]}::text[], mend_by = ${mendBy ?? null},
           version = version + 1
     where organisation_id = ${ctx.organisation} and id = ${id}`.execute(ctx.db);
  await sql`update entries set category_id = ${category}
     where organisation_id = ${ctx.organisation} and next_of = ${id}`.execute(ctx.db);
}

/** `asks`: what is missing there, by when; undefined where nothing is, and it goes on waiting. */
type Asks = { readonly note: string; readonly asked: readonly string[]; readonly mendBy: Date | undefined } | undefined;

/** By the form and the rules of now, of the category it is in from here on. */
export async function markMoved(ctx: Ctx, entry: Entry, move: NewMove, { stated, asks }: { stated: Stated; asks: Asks }): Promise<void> {
  const { to, reason, missing, unasked, by } = move;
  await sql`insert into entry_moves (organisation_id, id, entry_id, version, from_category, to_category, reason, missing, unasked, kind_before,
        nominator_before, rules_before, moved_by, moved_at)
    values (${ctx.organisation}, ${ctx.ids.next()}, ${entry.id}, ${entry.version + 1}, ${entry.category}, ${to}, ${reason}, ${[...missing]}::text[],
        ${[...unasked]}::text[], ${entry.nomineeKind}, ${entry.nominator}, ${entry.rulesVersion}, ${by}, ${ctx.now})`.execute(ctx.db);
  const waits = { state: 'submitted', note: '', asked: [], mendBy: undefined } as const;
  const placing = { category: to, rules: entry.editionVersion, stated };
  await place(ctx, entry, { ...placing, ...(asks ? { state: 'returned', ...asks } : waits) });
}

/** It waits where it was, as it was. */
export async function markMovedBack(ctx: Ctx, entry: Entry, move: Move, by: PersonId): Promise<void> {
  await sql`update entry_moves set undone_by = ${by}, undone_at = ${ctx.now}
     where organisation_id = ${ctx.organisation} and id = ${move.id}`.execute(ctx.db);
  const stated = { nomineeKind: move.kindBefore, nominator: move.nominatorBefore };
  const waits = { state: 'submitted', note: '', asked: [], mendBy: undefined } as const;
  await place(ctx, entry, { category: move.from, rules: move.rulesBefore, stated, ...waits });
}

/** Whether something was saved since a version of an entry began. */
export async function savedSince(ctx: Ctx, entry: EntryId, version: number): Promise<boolean> {
  const { rows } = await sql<{ saved: boolean }>`
    select exists (select from entry_history where organisation_id = ${ctx.organisation} and entry_id = ${entry} and version > ${version}) as saved`.execute(
    ctx.db,
  );
  return rows[0]?.saved === true;
}
