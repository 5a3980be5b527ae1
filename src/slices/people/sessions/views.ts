/** What somebody reads of their own sessions. */
import { type Ctx, personOf } from '#platform/context.ts';

export type SessionView = {
  readonly id: string;
  readonly browser: string;
  readonly system: string;
  readonly since: string;
  readonly seen: string;
  /** The one this page was asked for in. */
  readonly here: boolean;
};

/** The one in use first, then as they were last used. */
export async function sessionsOf(ctx: Ctx): Promise<SessionView[]> {
  const person = personOf(ctx);
  const here = ctx.actor.kind === 'person' ? ctx.actor.sessionId : '';
  if (person === undefined) return [];
  const rows = await ctx.db
    .selectFrom('directory.sessions')
    .select(['id', 'browser', 'system', 'created_at', 'seen_at'])
    .where('person_id', '=', person)
    .where('waiting', '=', false)
    .where('expires_at', '>', ctx.now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();
  const views = rows.map(({ id, browser, system, created_at, seen_at }) => {
    const times = { since: created_at.toISOString(), seen: seen_at.toISOString() };
    return { id, browser, system, ...times, here: id === here };
  });
  return views.sort((a, b) => Number(b.here) - Number(a.here));
}
