/** Who would judge what: worked out from what is there, the same for the preview and for the act. */
import { createHash } from 'node:crypto';
import { assign } from '#core/assignment/round-robin.ts';
import { canonicalJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';
import { acceptedEntries, writersOfEntries } from '#slices/entries/index.ts';
import { type Edition, judgesOf } from '#slices/programmes/index.ts';
import type { SeatKey } from '../store.ts';

export type Plan = {
  readonly entries: number;
  readonly judges: number;
  /** Seats that stand, as their judge is still one and has no interest. */
  readonly kept: readonly SeatKey[];
  /** Seats of people who judge no more, without a submitted ballot. */
  readonly dropped: readonly SeatKey[];
  readonly added: readonly SeatKey[];
  /** Entries that do not get all their seats, as too few judges are free of interest. */
  readonly short: readonly { readonly entry: EntryId; readonly judges: number; readonly needed: number }[];
  readonly loads: readonly { readonly judge: PersonId; readonly before: number; readonly after: number }[];
  readonly seed: string;
  /** Names this plan, so that what is confirmed is what was seen. */
  readonly hash: string;
};

async function interestsIn(ctx: Ctx, edition: EditionId): Promise<SeatKey[]> {
  return ctx.db
    .selectFrom('interests as i')
    .innerJoin('entries as e', (join) => join.onRef('e.organisation_id', '=', 'i.organisation_id').onRef('e.id', '=', 'i.entry_id'))
    .select(['i.entry_id as entry', 'i.judge_id as judge'])
    .where('i.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .execute();
}

type Standing = SeatKey & { readonly submitted: boolean };

async function seatsIn(ctx: Ctx, edition: EditionId): Promise<Standing[]> {
  const rows = await ctx.db
    .selectFrom('assignments as a')
    .leftJoin('ballots as b', (join) =>
      join
        .onRef('b.organisation_id', '=', 'a.organisation_id')
        .onRef('b.entry_id', '=', 'a.entry_id')
        .onRef('b.judge_id', '=', 'a.judge_id'),
    )
    .select(['a.entry_id as entry', 'a.judge_id as judge', 'b.state'])
    .where('a.organisation_id', '=', ctx.organisation)
    .where('a.edition_id', '=', edition)
    .orderBy('a.entry_id')
    .orderBy('a.judge_id')
    .execute();
  return rows.map(({ entry, judge, state }) => ({ entry, judge, submitted: state === 'submitted' }));
}

const keysOf = (seats: readonly SeatKey[]): SeatKey[] => seats.map(({ entry, judge }) => ({ entry, judge }));

/**
 * Needs the scope `ballots`: it must know which ballots hold their seat. Nobody judges an entry they wrote or one they
 * declared an interest in. The seed is the edition's id: known to all, chosen by nobody who could gain by it.
 */
export async function planSeats(ctx: Ctx, edition: Edition): Promise<Plan> {
  const entries = await acceptedEntries(ctx, edition.id);
  const judges = (await judgesOf(ctx, edition.programme)).map(({ person }) => person);
  const standing = await seatsIn(ctx, edition.id);
  const shared = await writersOfEntries(
    ctx,
    entries.map(({ id }) => id),
  );
  const own = [
    ...entries.map(({ id, owner }) => ({ entry: id, judge: owner })),
    ...shared.map(({ entry, person }) => ({ entry, judge: person })),
  ];
  const barred = Map.groupBy([...(await interestsIn(ctx, edition.id)), ...own], ({ judge }) => judge);
  const sitting = new Set(judges);
  const stays = (seat: Standing) => seat.submitted || sitting.has(seat.judge);
  const kept = keysOf(standing.filter(stays));
  const dropped = keysOf(standing.filter((seat) => !stays(seat)));
  const demand = {
    entries: entries.map(({ id, category }) => ({ id, category })),
    judges: judges.map((id) => ({ id, excluded: (barred.get(id) ?? []).map(({ entry }) => entry) })),
    seatsPerEntry: edition.seats,
    seed: edition.id,
    kept,
  };
  const { seats, short } = assign(demand);
  const added = seats.map(({ entry, judge }) => ({ entry: entry as EntryId, judge: judge as PersonId }));
  const count = (list: readonly SeatKey[], judge: PersonId) => list.filter((seat) => seat.judge === judge).length;
  const loads = judges.map((judge) => ({ judge, before: count(standing, judge), after: count(kept, judge) + count(added, judge) }));
  return {
    entries: entries.length,
    judges: judges.length,
    kept,
    dropped,
    added,
    short: short.map(({ entry, judges: has, needed }) => ({ entry: entry as EntryId, judges: has, needed })),
    loads,
    seed: edition.id,
    hash: createHash('sha256').update(canonicalJson({ added, dropped })).digest('hex').slice(0, 32),
  };
}
