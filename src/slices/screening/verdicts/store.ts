/** Every statement that writes or locks verdicts and how an edition is screened. Those on verdicts need the scope `decisions`. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';

export type Held = {
  readonly id: string;
  readonly entry: EntryId;
  readonly why: string;
  readonly words: string;
  readonly decidedBy: PersonId;
  readonly agrees: boolean | null;
  readonly sent: boolean;
};

export type NewVerdict = { readonly entry: EntryId; readonly why: string; readonly words: string; readonly duplicateOf: EntryId | null };

export async function insertVerdict(ctx: Ctx, { entry, why, words, duplicateOf }: NewVerdict, by: PersonId): Promise<void> {
  const row = { id: ctx.ids.random(), entry_id: entry, why, words, duplicate_of: duplicateOf, decided_by: by, decided_at: ctx.now };
  await ctx.db
    .insertInto('screening_verdicts')
    .values({ organisation_id: ctx.organisation, ...row })
    .execute();
}

/** Those that stand, of these entries, by entry. The caller holds the entries. */
export async function standingOn(ctx: Ctx, entries: readonly EntryId[]): Promise<ReadonlyMap<EntryId, Held>> {
  const { rows } = await sql<Held>`
    select id, entry_id as entry, why, words, decided_by as "decidedBy", agrees, sent_at is not null as sent from screening_verdicts
     where organisation_id = ${ctx.organisation} and entry_id = any (${[...entries]}::uuid[]) and undone_at is null`.execute(ctx.db);
  return new Map(rows.map((row) => [row.entry, row]));
}

function change(ctx: Ctx, ids: readonly string[]) {
  return ctx.db
    .updateTable('screening_verdicts')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', 'in', [...ids]);
}

export async function markLookedAt(ctx: Ctx, id: string, by: PersonId, { agrees, remark }: { agrees: boolean; remark: string }) {
  await change(ctx, [id]).set({ looked_by: by, looked_at: ctx.now, agrees, remark }).execute();
}

export async function markSent(ctx: Ctx, ids: readonly string[], by: PersonId): Promise<void> {
  await change(ctx, ids).set({ sent_by: by, sent_at: ctx.now }).execute();
}

export async function markUndone(ctx: Ctx, id: string, by: PersonId): Promise<void> {
  await change(ctx, [id]).set({ undone_by: by, undone_at: ctx.now }).execute();
}

export type Settings = { readonly secondLook: boolean; readonly reasons: readonly string[] };

export async function writeSettings(ctx: Ctx, edition: EditionId, { secondLook, reasons }: Settings): Promise<void> {
  const said = { second_look: secondLook, reasons: [...reasons] };
  await ctx.db
    .insertInto('screening_settings')
    .values({ organisation_id: ctx.organisation, edition_id: edition, ...said })
    .onConflict((at) => at.columns(['organisation_id', 'edition_id']).doUpdateSet(said))
    .execute();
}
