/** What an organisation asks people to agree to, in versions; who agreed to which, and when, is kept. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organisationRelations } from '#slices/system/index.ts';
import { termsKind } from '../schemas.ts';
import * as store from './terms-store.ts';
import { currentTerms } from './views.ts';

function organisation(ctx: Ctx) {
  return { kind: 'organisation', id: ctx.organisation };
}

/** A new version, in force at once; everybody is asked with their next click, whoever publishes it included. */
export const publishTerms = operation('people.publish-terms', {
  input: z.object({ kind: termsKind, body: z.string().trim().min(1).max(100_000) }),
  who: ['administrator'],
  grave: true,
  find: (ctx) => Promise.resolve(ctx.organisation),
  relations: organisationRelations,
  run: async (ctx, input) => {
    const version = (await store.lockVersion(ctx, input.kind)) + 1;
    await store.replaceTerms(ctx, input.kind, version, input.body);
    const body = { terms: input.kind, version };
    await tell(ctx, { kind: 'people.terms-published', programme: null, subject: organisation(ctx), body });
    return { version };
  },
});

const seen = z.int().nonnegative().default(0);

/** Agrees to exactly what was read: a version that came meanwhile has to be read first. */
export const acceptTerms = operation('people.accept-terms', {
  input: z.object({ versions: z.object({ terms: seen, privacy: seen }) }),
  who: ['person'],
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: async (ctx, input, { id: person }) => {
    const current = await currentTerms(ctx);
    if (current.some(({ kind, version }) => input.versions[kind] !== version)) throw problem('people.terms-changed');
    for (const { kind, version } of current) await store.insertAcceptance(ctx, person, kind, version);
    const body = { person, versions: current.map(({ kind, version }) => `${kind} ${version}`) };
    await tell(ctx, { kind: 'people.terms-accepted', programme: null, subject: organisation(ctx), body });
    return null;
  },
});
