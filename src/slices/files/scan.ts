/** What the virus scanner says of a content, and the administrator's word where it says nothing. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { scan } from '#platform/files/clamd.server.ts';
import { contentStore } from '#platform/files.server.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organisationRelations } from '#slices/system/index.ts';
import { sha256 } from './schemas.ts';
import * as store from './store.ts';

const states = ['held', 'clean', 'refused'] as const;

export const noteFinding = operation('files.note-finding', {
  input: z.object({ sha256, state: z.enum(states), finding: z.string().max(200) }),
  who: ['system'],
  find: (ctx, input) => store.lockContent(ctx, input.sha256),
  run: async (ctx, input) => {
    await store.markFinding(ctx, input.sha256, input.state, input.finding);
    const subject = { kind: 'organisation', id: ctx.organisation };
    await tell(ctx, { kind: 'files.content-scanned', programme: null, subject, body: { ...input } });
    return { state: input.state };
  },
});

/** Somebody answers for a content the scanner could not look at. What it refused stays refused. */
export const releaseContent = operation('files.release-content', {
  input: z.object({ sha256 }),
  who: ['administrator'],
  find: (ctx, input) => store.lockContent(ctx, input.sha256),
  relations: (ctx) => organisationRelations(ctx),
  run: async (ctx, input, { state }) => {
    if (state !== 'held') throw problem('general.not-found');
    await store.markFinding(ctx, input.sha256, 'unscanned', 'released');
    const subject = { kind: 'organisation', id: ctx.organisation };
    await tell(ctx, { kind: 'files.content-released', programme: null, subject, body: { sha256: input.sha256 } });
    return { sha256: input.sha256 };
  },
});

/** @throws Error where the scanner is away: the job is tried again, and the content stays held */
export async function scanContent(ctx: Ctx, hash: string): Promise<void> {
  const read = () => contentStore().open(ctx.organisation, hash);
  let content = await read();
  if (content === undefined) return;
  const verdict = await scan(async () => {
    const given = content ?? (await read());
    content = undefined;
    if (given === undefined) throw new Error('the content is gone');
    return given as AsyncIterable<Uint8Array>;
  });
  const found = {
    clean: ['clean', ''],
    found: ['refused', 'name' in verdict ? verdict.name : ''],
    'too-large': ['held', 'too-large'],
  } as const;
  const [state, finding] = found[verdict.kind];
  await noteFinding(ctx, { sha256: hash, state, finding });
}
