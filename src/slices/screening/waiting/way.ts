/**
 * What waits in an edition for the reader: how much, what comes before and after an entry, and what is ruled out and not yet sent. Each is
 * one statement, however many wait. What whoever screens wrote themselves is left out: it waits for others, whatever was decided of it.
 */
import { type RawBuilder, sql } from 'kysely';
import { type StandingState, standingState } from '#core/screening/verdicts.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { type Edition, isBound, type Reached, requireScreening, withinReach } from '#slices/programmes/index.ts';

/** Whether the row `e` of entries is for others to decide, since the reader wrote it. */
function keptFromReader(ctx: Ctx, reach: Reached): RawBuilder<boolean> {
  const person = personOf(ctx) ?? null;
  if (!isBound(reach)) return sql<boolean>`false`;
  return sql<boolean>`(e.owner_id is not distinct from ${person} or exists (
    select from entry_writers w where w.organisation_id = e.organisation_id and w.entry_id = e.id and w.person_id = ${person}))`;
}

const ruledOut = sql<boolean>`exists (
  select from screening_verdicts v where v.organisation_id = e.organisation_id and v.entry_id = e.id and v.undone_at is null)`;

const submitted = (inside: Ctx, reach: Reached) =>
  sql`e.organisation_id = ${inside.organisation} and ${withinReach([reach])} and e.state = 'submitted'`;

/** How many wait for the reader, and how many of their own stand among them. */
export async function countWaiting(ctx: Ctx, edition: Edition): Promise<{ readonly waits: number; readonly own: number }> {
  const reach = await requireScreening(ctx, edition);
  const own = keptFromReader(ctx, reach);
  return snapshot(ctx, ['decisions'], async (inside) => {
    const { rows } = await sql<{ waits: number; own: number }>`
      select count(*) filter (where not ${own} and not ${ruledOut})::int as waits, count(*) filter (where ${own})::int as own
        from entries e where ${submitted(inside, reach)}`.execute(inside.db);
    return rows[0] ?? { waits: 0, own: 0 };
  });
}

export type QueueWay = { readonly before: EntryId | undefined; readonly after: EntryId | undefined; readonly left: number };

/**
 * The entries beside one, those first that have waited longest. From one that was decided the way leads on to what comes after it, and
 * from the last to the first that is left.
 */
export async function queueAround(ctx: Ctx, edition: Edition, entry: EntryId): Promise<QueueWay> {
  const reach = await requireScreening(ctx, edition);
  const own = keptFromReader(ctx, reach);
  return snapshot(ctx, ['decisions'], async (inside) => {
    const { rows } = await sql<{ before: EntryId | null; after: EntryId | null; left: number }>`
      with waits as (select e.id, e.submitted_at as at from entries e where ${submitted(inside, reach)} and not ${own} and not ${ruledOut}),
           here as (select e.id, e.submitted_at as at from entries e where e.organisation_id = ${inside.organisation} and e.id = ${entry})
      select (select w.id from waits w, here h where (w.at, w.id) < (h.at, h.id) order by w.at desc, w.id desc limit 1) as before,
             coalesce((select w.id from waits w, here h where (w.at, w.id) > (h.at, h.id) order by w.at, w.id limit 1),
               (select w.id from waits w where not exists (select from waits where id = ${entry}) order by w.at, w.id limit 1)) as after,
             (select count(*)::int from waits) as left`.execute(inside.db);
    const [way] = rows;
    return { before: way?.before ?? undefined, after: way?.after ?? undefined, left: way?.left ?? 0 };
  });
}

export type HeldEntry = {
  readonly id: EntryId;
  readonly number: string;
  readonly title: string;
  readonly why: string;
  readonly state: StandingState;
};

type Row = Omit<HeldEntry, 'state'> & { readonly decidedBy: PersonId; readonly agrees: boolean | null };

/** What is ruled out and not yet sent, the longest first. */
export async function heldEntries(ctx: Ctx, edition: Edition, secondLook: boolean): Promise<HeldEntry[]> {
  const reach = await requireScreening(ctx, edition);
  const own = keptFromReader(ctx, reach);
  return snapshot(ctx, ['decisions'], async (inside) => {
    const { rows } = await sql<Row>`
      select e.id, coalesce(e.number, '') as number, e.title, v.why, v.decided_by as "decidedBy", v.agrees
        from screening_verdicts v join entries e on e.organisation_id = v.organisation_id and e.id = v.entry_id
       where ${submitted(inside, reach)} and not ${own} and v.undone_at is null
       order by v.decided_at, e.id`.execute(inside.db);
    return rows.map(({ decidedBy, agrees, ...entry }) => ({
      ...entry,
      state: standingState({ decidedBy, agrees, sent: false }, secondLook),
    }));
  });
}
