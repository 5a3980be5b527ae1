/** Every statement that writes or locks visits to providers. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';

/** From setting off to coming back: long enough to find a telephone, too short to be worth stealing. */
const visitLife = 10 * 60_000;

export type NewVisit = {
  readonly state: string;
  readonly browser: string;
  readonly provider: string;
  /** Whose account is to be connected; null for signing in. */
  readonly person: PersonId | null;
  readonly onward: string;
};

export async function insertVisit(ctx: Ctx, { state, browser, person, ...rest }: NewVisit): Promise<void> {
  await ctx.db
    .insertInto('directory.provider_visits')
    .values({
      ...rest,
      state_hash: hashToken(state),
      browser_hash: hashToken(browser),
      person_id: person,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + visitLife),
    })
    .execute();
}

export type Visit = { readonly provider: string; readonly person: PersonId | null; readonly onward: string; readonly began: Date };

function openVisit(ctx: Ctx, state: string, browser: string) {
  return ctx.db
    .selectFrom('directory.provider_visits')
    .select(['provider', 'person_id as person', 'onward', 'created_at as began'])
    .where('state_hash', '=', hashToken(state))
    .where('browser_hash', '=', hashToken(browser))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now);
}

/** The visit this browser is on; looking at it uses nothing up. Undefined for another browser's, one that is over, and none at all. */
export function findVisit(ctx: Ctx, state: string, browser: string): Promise<Visit | undefined> {
  return openVisit(ctx, state, browser).executeTakeFirst();
}

/** The same, locked: of two answers that come at once the second finds it used. */
export function lockVisit(ctx: Ctx, state: string, browser: string): Promise<Visit | undefined> {
  return openVisit(ctx, state, browser).forUpdate().executeTakeFirst();
}

export async function markVisitUsed(ctx: Ctx, state: string): Promise<void> {
  await ctx.db.updateTable('directory.provider_visits').set({ used_at: ctx.now }).where('state_hash', '=', hashToken(state)).execute();
}
