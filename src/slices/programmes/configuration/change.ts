/** Changing what an edition is made of, one part at a time, and the lock that keeps a published one as people read it. */
import { z } from 'zod';
import { parts } from '#core/editions/parts.ts';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { requireFresh } from '../contents/fresh.ts';
import type { Edition } from '../edition.ts';
import { editionId, version } from '../schemas.ts';
import * as store from '../store.ts';
import { partFrom } from './read-document.ts';
import { saveParts } from './save.ts';

/** @throws Problem `editions.locked` for a published edition nobody has unlocked */
export function requireUnlocked(edition: Edition): void {
  if (edition.published && edition.unlockedBecause === null) throw problem('editions.locked');
}

/** One part, whole: what is not in it any more is gone. */
export const changePart = operation('programmes.change-part', {
  input: z.object({ edition: editionId, version, part: z.enum(parts), body: z.json() }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    requireFresh(edition, input.version);
    requireUnlocked(edition);
    const saved = await saveParts(ctx, edition, partFrom(input.part, input.body));
    return { edition: edition.id, ...saved };
  },
});

const because = z.string().trim().min(10).max(500);

/** A published edition opens for changes; the reason is told with every change made until it is locked again. */
export const unlockConfiguration = operation('programmes.unlock-configuration', {
  input: z.object({ edition: editionId, version, because }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    requireFresh(edition, input.version);
    if (!edition.published || edition.unlockedBecause !== null) throw problem('editions.not-locked');
    await store.markUnlocked(ctx, edition.id, input.because);
    const subject = { kind: 'edition', id: edition.id };
    const body = { because: input.because };
    await tell(ctx, { kind: 'programmes.configuration-unlocked', programme: edition.programme, subject, body });
    return { edition: edition.id };
  },
});

export const lockConfiguration = operation('programmes.lock-configuration', {
  input: z.object({ edition: editionId, version }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    requireFresh(edition, input.version);
    if (edition.unlockedBecause === null) throw problem('editions.not-locked');
    await store.markUnlocked(ctx, edition.id, null);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'programmes.configuration-locked', programme: edition.programme, subject, body: {} });
    return { edition: edition.id };
  },
});
