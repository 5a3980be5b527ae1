/** Asking to be erased: shown what goes, a week to think, and withdrawn with one press until then. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { erasingOf } from '#platform/privacy/holders.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { email, peopleByIds, personByEmail } from '#slices/people/index.ts';
import { isAdministrator, organisationRelations } from '#slices/system/index.ts';
import { reason } from './schemas.ts';
import * as store from './store.ts';

const day = 86_400_000;
const week = 7 * day;

const subject = (id: string) => ({ kind: 'request', id });

type Asked = {
  readonly person: PersonId;
  readonly why: string;
  readonly wait: number;
  readonly mail: 'privacy.erasure-asked' | 'privacy.unused';
};

/** From now on it waits, and the person knows. */
export async function noteErasure(ctx: Ctx, { person, why, wait, mail: name }: Asked): Promise<{ request: string; dueAt: string }> {
  const dueAt = new Date(ctx.now.getTime() + wait);
  const request = await store.insertRequest(ctx, { person, kind: 'erasure', reason: why, dueAt, askedBy: personOf(ctx) ?? null });
  if (request === undefined) throw problem('privacy.asked-already');
  await enqueue(ctx, 'privacy.erase', { request }, { runAt: dueAt, maxAttempts: 10 });
  const account = (await peopleByIds(ctx, [person])).get(person);
  const data = { name: account?.name ?? '', dueAt: dueAt.toISOString() };
  if (account?.email) await mail(ctx, { mail: name, to: account.email, person, data });
  await tell(ctx, { kind: 'privacy.erasure-asked', programme: null, subject: subject(request), about: person, body: { person, ...data } });
  return { request, dueAt: data.dueAt };
}

async function ask(ctx: Ctx, person: PersonId, why: string) {
  const [block] = (await erasingOf(ctx, person)).blocks;
  if (block) throw block;
  return noteErasure(ctx, { person, why, wait: week, mail: 'privacy.erasure-asked' });
}

const scopes = ['ballots', 'decisions', 'nominations'];

export const askForErasure = operation('privacy.ask-for-erasure', {
  input: z.object({}),
  who: ['person'],
  grave: true,
  scopes,
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: (ctx, _input, { id }) => ask(ctx, id, 'asked for it in the account'),
});

/** By whoever runs the organisation, for somebody who asked in another way. It takes what the organisation knows. */
export const orderErasure = operation('privacy.order-erasure', {
  input: z.object({ email, reason }),
  who: ['administrator'],
  grave: true,
  scopes,
  find: (ctx) => Promise.resolve(ctx.organisation),
  relations: organisationRelations,
  run: async (ctx, input) => {
    const person = await personByEmail(ctx, input.email);
    if (!person) throw problem('privacy.nobody', { email: input.email });
    return ask(ctx, person.id, input.reason);
  },
});

async function withdraw(ctx: Ctx, { id, person, kind }: Pick<store.Request, 'id' | 'person' | 'kind'>): Promise<null> {
  await store.markSettled(ctx, id, 'withdrawn');
  await tell(ctx, { kind: 'privacy.request-withdrawn', programme: null, subject: subject(id), about: person, body: { person, kind } });
  return null;
}

/** Until it is carried out, by its subject or by an administrator. */
export const withdrawRequest = operation('privacy.withdraw-request', {
  input: z.object({ request: z.uuid() }),
  who: ['owner', 'administrator'],
  find: (ctx, input) => store.lockRequest(ctx, input.request),
  relations: async (ctx, request) => [
    ...(personOf(ctx) === request.person ? (['owner'] as const) : []),
    ...((await isAdministrator(ctx)) ? (['administrator'] as const) : []),
  ],
  run: async (ctx, _input, request) => {
    if (!['waiting', 'ready'].includes(request.state)) throw problem('privacy.request-over');
    await withdraw(ctx, request);
    return { request: request.id };
  },
});

/** Carried out, kept because the account is used after all, or refused because something came up: then the person is told what. */
export const settleErasure = operation('privacy.settle-erasure', {
  input: z.object({ request: z.uuid(), refusal: z.string().nullable(), kept: z.boolean().default(false) }),
  who: ['system'],
  find: async (ctx, input) => {
    const request = await store.lockRequest(ctx, input.request);
    return request?.state === 'waiting' ? request : undefined;
  },
  run: async (ctx, { refusal, kept }, request) => {
    if (kept) return withdraw(ctx, request);
    await store.markSettled(ctx, request.id, refusal === null ? 'done' : 'refused', refusal);
    const person = (await peopleByIds(ctx, [request.person])).get(request.person);
    if (refusal !== null && person?.email)
      await mail(ctx, { mail: 'privacy.erasure-refused', to: person.email, person: request.person, data: { name: person.name, refusal } });
    await tell(ctx, {
      kind: `privacy.erasure-${refusal === null ? 'done' : 'refused'}`,
      programme: null,
      subject: subject(request.id),
      body: { refusal },
    });
    return null;
  },
});
