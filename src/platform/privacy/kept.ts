/** How long data are kept, for slices that say so to the people the data are about. The privacy slice, which has the rules, answers. */
import type { Ctx } from '../context.ts';
import type { ProgrammeId } from '../ids.ts';

type Read = (ctx: Ctx, timer: string, programme: ProgrammeId) => Promise<number>;

let read: Read | undefined;

/** Called once a process by the slice whose the rules are. */
export function declareKept(reader: Read): void {
  read = reader;
}

/** Days a timer keeps what is of a programme. @throws Problem `privacy.unknown-timer` */
export async function daysKept(ctx: Ctx, timer: string, programme: ProgrammeId): Promise<number> {
  if (!read) throw new Error('nobody has said who knows how long data are kept');
  return read(ctx, timer, programme);
}
