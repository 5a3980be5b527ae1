/** The work of the jobs: copies are made, erasures carried out. A try after a kill begins again; what is done already is left alone. */
import { Problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import { keepFile } from '#platform/files.server.ts';
import { partsOf } from '#platform/privacy/holders.ts';
import { erasePerson } from '#slices/people/index.ts';
import { archiveOf } from './archive.ts';
import { keepCopy } from './copies.ts';
import { settleErasure } from './erasures.ts';
import { isUnusedSince } from './unused.ts';
import { type PendingRequest, pendingRequest } from './views.ts';

export async function makeCopy(ctx: Ctx, request: string): Promise<void> {
  const pending = await pendingRequest(ctx, request, 'export');
  if (!pending) return;
  const parts = await snapshot(ctx, ['ballots', 'nominations'], (inside) => partsOf(inside, pending.person));
  const kept = await keepFile(ctx.organisation, await archiveOf(ctx, parts));
  await keepCopy({ ...ctx, key: `privacy.keep-copy ${request}` }, { request, sha256: kept.sha256, bytes: kept.bytes });
}

/** Whoever asked for themselves is erased everywhere; an administrator orders it for the own organisation. */
async function placesOf(ctx: Ctx, { asksForThemselves }: PendingRequest): Promise<readonly Ctx[]> {
  if (!asksForThemselves) return [ctx];
  const rows = await ctx.db.selectFrom('directory.organisations').select('id').orderBy('id').execute();
  return rows.map(({ id }) => ({ ...ctx, organisation: id }));
}

async function eraseIn(places: readonly Ctx[], pending: PendingRequest): Promise<string | null> {
  try {
    for (const place of places) {
      const [one, last] = [pending.asksForThemselves ? 'last' : 'alone', place === places.at(-1)] as const;
      const account = last ? one : 'stays';
      await erasePerson({ ...place, key: `privacy.erase ${pending.id}` }, { person: pending.person, reason: pending.reason, account });
    }
    return null;
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('privacy.')) return error.code;
    throw error;
  }
}

export async function carryOut(ctx: Ctx, request: string): Promise<void> {
  const pending = await pendingRequest(ctx, request, 'erasure');
  if (!pending?.due) return;
  const kept = pending.unusedSince !== null && !(await isUnusedSince(ctx, pending.person, pending.unusedSince));
  const refusal = kept ? null : await eraseIn(await placesOf(ctx, pending), pending);
  await settleErasure({ ...ctx, key: `privacy.settle-erasure ${request}` }, { request, refusal, kept });
}
