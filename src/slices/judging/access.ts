/** Who may do what with seats and ballots, and until when. */
import type { Relation } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { type Edition, programmeRelations } from '#slices/programmes/index.ts';

export type Seat = {
  readonly entry: EntryId;
  readonly judge: PersonId;
  readonly edition: Edition;
  /** Whether its holder is a judge of the programme now. */
  readonly judging: boolean;
};

/** A seat makes a judge only while its holder is a judge of the programme: a role taken away ends at once. */
export function seatRelations(ctx: Ctx, { judge, judging }: Seat): Relation[] {
  return judging && judge === personOf(ctx) ? ['judge'] : [];
}

export function editionRelations(ctx: Ctx, edition: Edition): Promise<Relation[]> {
  return programmeRelations(ctx, edition.programme);
}

/** Nothing moves once there is an announcement, though it lie in the future. @throws Problem */
export function refuseDecided({ announcedAt }: Edition): void {
  if (announcedAt) throw problem('judging.results-decided');
}

/** Ballots may be written until judging closes, [open, close). @throws Problem */
export function refuseLate(ctx: Ctx, edition: Edition): void {
  refuseDecided(edition);
  if (ctx.now < edition.judgingCloseAt) return;
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  throw problem('judging.closed', { closedAt: told(edition.judgingCloseAt), arrivedAt: told(ctx.now) });
}
