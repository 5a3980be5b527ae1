/** A copy of what is known of somebody: asked for, made by a job, taken while it is there, and gone after a week. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Actor } from '#platform/context.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { email, peopleByIds, personByEmail } from '#slices/people/index.ts';
import { isAdministrator, organisationRelations } from '#slices/system/index.ts';
import { reason } from './schemas.ts';
import * as store from './store.ts';

const day = 86_400_000;
const copyLives = 7 * day;

const subject = (id: string) => ({ kind: 'request', id });
const findActor = (ctx: Ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined);

async function ask(ctx: Ctx, person: PersonId, why: string): Promise<{ request: string }> {
  const askedBy = personOf(ctx) ?? null;
  const request = await store.insertRequest(ctx, {
    person,
    kind: 'export',
    reason: why,
    dueAt: new Date(ctx.now.getTime() + copyLives),
    askedBy,
  });
  if (request === undefined) throw problem('privacy.asked-already');
  await enqueue(ctx, 'privacy.make-copy', { request }, { maxAttempts: 5 });
  await tell(ctx, { kind: 'privacy.copy-asked', programme: null, subject: subject(request), about: person, body: { person } });
  return { request };
}

export const askForCopy = operation('privacy.ask-for-copy', {
  input: z.object({}),
  who: ['person'],
  grave: true,
  find: findActor,
  run: (ctx, _input, { id }) => ask(ctx, id, ''),
});

/** For whoever asked the organisation instead: by letter, on the telephone. */
export const askForCopyOf = operation('privacy.ask-for-copy-of', {
  input: z.object({ email, reason }),
  who: ['administrator'],
  grave: true,
  find: (ctx) => Promise.resolve(ctx.organisation),
  relations: organisationRelations,
  run: async (ctx, input) => {
    const person = await personByEmail(ctx, input.email);
    if (!person) throw problem('privacy.nobody', { email: input.email });
    return ask(ctx, person.id, input.reason);
  },
});

/** The copy lies in the store; whoever it is about is told where to take it. */
export const keepCopy = operation('privacy.keep-copy', {
  input: z.object({ request: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().min(1) }),
  who: ['system'],
  find: async (ctx, input) => {
    const request = await store.lockRequest(ctx, input.request);
    return request?.kind === 'export' && request.state === 'waiting' ? request : undefined;
  },
  run: async (ctx, input, request) => {
    const until = new Date(ctx.now.getTime() + copyLives);
    await store.markReady(ctx, request.id, { sha256: input.sha256, bytes: input.bytes, until });
    const person = (await peopleByIds(ctx, [request.person])).get(request.person);
    if (person?.email)
      await mail(ctx, { mail: 'privacy.copy-ready', to: person.email, person: request.person, data: { name: person.name } });
    const body = { person: request.person, bytes: input.bytes };
    await tell(ctx, { kind: 'privacy.copy-made', programme: null, subject: subject(request.id), about: request.person, body });
    return null;
  },
});

function mayTake(actor: Actor, request: store.Request): boolean {
  return actor.kind === 'person' && actor.id === request.person;
}

/** Taken by its subject, or by an administrator who was asked for it; each time is told. */
export const takeCopy = operation('privacy.take-copy', {
  input: z.object({ request: z.uuid() }),
  who: ['owner', 'administrator'],
  grave: true,
  find: async (ctx, input) => {
    const request = await store.lockRequest(ctx, input.request);
    return request?.kind === 'export' ? request : undefined;
  },
  relations: async (ctx, request) => {
    if (mayTake(ctx.actor, request)) return ['owner'];
    const onBehalf = request.askedBy !== null && request.askedBy !== request.person;
    return onBehalf && (await isAdministrator(ctx)) ? ['administrator'] : [];
  },
  run: async (ctx, _input, request) => {
    if (request.state !== 'ready' || request.sha256 === null || request.dueAt <= ctx.now) throw problem('privacy.export-over');
    const body = { person: request.person };
    await tell(ctx, { kind: 'privacy.copy-taken', programme: null, subject: subject(request.id), about: request.person, body });
    return { sha256: request.sha256.toString('hex'), bytes: Number(request.bytes) };
  },
});

/** The bytes are swept within a day once no request refers to them. */
export const expireCopies = operation('privacy.expire-copies', {
  input: z.object({}),
  who: ['system'],
  find: (ctx) => Promise.resolve(ctx.organisation),
  run: async (ctx, _input, organisation) => {
    const expired = await store.expireCopies(ctx);
    await tell(ctx, {
      kind: 'privacy.copies-expired',
      programme: null,
      subject: { kind: 'organisation', id: organisation },
      body: { expired },
    });
    return { expired };
  },
});
