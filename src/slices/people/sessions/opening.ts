/** The one way into a session, whatever proved who is there. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { hasFactor } from '../factors/views.ts';
import { deviceOf } from './device.ts';
import { insertSession } from './session-store.ts';

type Way = {
  /** What was shown counts as two factors. */
  readonly strong?: boolean;
};

/** Opens a session. That of somebody with a second factor waits for it and opens nothing until it was shown. */
export async function openSession(ctx: Ctx, person: PersonId, token: string, { strong = false }: Way = {}): Promise<{ waiting: boolean }> {
  const waiting = !strong && (await hasFactor(ctx, person));
  await insertSession(ctx, person, { token, strong, waiting, ...deviceOf(ctx.client?.agent ?? '') });
  return { waiting };
}
