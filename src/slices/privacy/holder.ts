/** What privacy itself knows of a person: what was asked for, and whether something has to be kept. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { refersToFiles } from '#platform/files/sweep.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { declareHolder } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { isHeld } from './holding.ts';
import { forgetRequestsOf, moveRequests } from './store.ts';
import { unusedAccounts } from './unused.ts';

/** Copies that can still be taken. */
refersToFiles('privacy_requests', async (db, organisation, hashes) => {
  const { rows } = await sql<{ sha256: Buffer }>`select sha256 from privacy_requests
    where organisation_id = ${organisation} and sha256 = any (${[...hashes]}::bytea[])`.execute(db);
  return rows.map(({ sha256 }) => sha256);
});

async function requestsOf(ctx: Ctx, person: PersonId) {
  const { ids } = await marksOf(ctx, person);
  const { rows } = await sql<{
    kind: string;
    state: string;
    reason: string;
    at: Date;
  }>`select kind, state, reason, created_at as at from privacy_requests
    where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[]) order by created_at`.execute(ctx.db);
  return rows;
}

async function erasingEither(ctx: Ctx, people: readonly PersonId[]): Promise<boolean> {
  const { rows } = await sql<{ erasing: boolean }>`select exists (select from privacy_requests where organisation_id = ${ctx.organisation}
    and person_id = any (${people}::uuid[]) and kind = 'erasure' and settled_at is null) as erasing`.execute(ctx.db);
  return rows[0]?.erasing ?? false;
}

declareHolder({
  slice: 'privacy',
  erasing: async (ctx, person) => ({
    goes: [],
    stays: [{ what: 'requests', count: (await requestsOf(ctx, person)).length }],
    blocks: (await isHeld(ctx, person)) ? [problem('privacy.held')] : [],
  }),
  exporting: async (ctx, person) => [
    { name: 'requests', rows: (await requestsOf(ctx, person)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) },
  ],
  merging: async (ctx, { from, into }) => ({
    moves: [],
    blocks: (await erasingEither(ctx, [from, into])) ? [problem('privacy.merge-erasing')] : [],
  }),
  timers: [unusedAccounts],
});

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await forgetRequestsOf(ctx, await marksOf(ctx, about));
});

accountsMerged((ctx, { from, into }) => moveRequests(ctx, from, into));
