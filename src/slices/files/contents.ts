/** Contents as rows of other slices refer to them: counted one by one, in the transaction of the row. */
import type { Ctx } from '#platform/context.ts';
import { scansContents } from '#platform/files/clamd.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import type { Kept } from './schemas.ts';
import * as store from './store.ts';

/** Called before the row is written that refers to the content. What nobody has looked at yet is held where somebody looks. */
export async function referTo(ctx: Ctx, kept: Omit<Kept, 'name'>): Promise<void> {
  const state = await store.countReference(ctx, kept, scansContents() ? 'held' : 'unscanned');
  if (state === 'held') await enqueue(ctx, 'files.scan', { sha256: kept.sha256 }, { jobKey: `files.scan:${kept.sha256}` });
}

/** Called when a row that referred to it does so no longer. */
export function letGo(ctx: Ctx, sha256: string): Promise<void> {
  return store.uncountReference(ctx, sha256);
}
