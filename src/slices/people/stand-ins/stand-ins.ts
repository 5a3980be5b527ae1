/** Standing in: an administrator acts as somebody else for a while, to see what they see, and says why. They are told at once. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organisationRelations } from '#slices/system/index.ts';
import { email } from '../schemas.ts';
import { findPerson } from '../store.ts';
import * as store from './stand-in-store.ts';
import { isAdministratorHere, isKnownHere } from './views.ts';

const reason = z.string().trim().min(3).max(500);

async function endOpen(ctx: Ctx, session: string): Promise<boolean> {
  const open = await store.lockStandIn(ctx, session);
  if (!open) return false;
  await store.markStandInEnded(ctx, open.id);
  const subject = { kind: 'person', id: open.person };
  await tell(ctx, { kind: 'people.stand-in-ended', programme: null, subject, about: open.person, body: { standIn: open.id } });
  return true;
}

/**
 * Only for somebody this organisation knows: whether anybody else has an account is not its to learn. Administrators stand in for nobody
 * who is one, so that nobody gets at more than they have; and whoever stands in already cannot begin again from there.
 */
export const beginStandIn = operation('people.begin-stand-in', {
  input: z.object({ email, reason }),
  who: ['administrator'],
  grave: true,
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  relations: organisationRelations,
  run: async (ctx, input, { id: by, sessionId: session }) => {
    const person = await findPerson(ctx, input.email);
    if (!person || !(await isKnownHere(ctx, person.id))) throw problem('people.unknown-address', { email: input.email });
    if (person.id === by || (await isAdministratorHere(ctx, person.id))) throw problem('people.stand-in-refused');
    await endOpen(ctx, session);
    const { id, endsAt } = await store.insertStandIn(ctx, { person: person.id, by, session, reason: input.reason });
    await mailPerson(ctx, { person: person.id, to: person.email, name: person.name, by, reason: input.reason, endsAt });
    const subject = { kind: 'person', id: person.id };
    const body = { standIn: id, by, reason: input.reason, until: endsAt.toISOString() };
    await tell(ctx, { kind: 'people.stand-in-begun', programme: null, subject, about: person.id, body });
    return { standIn: id };
  },
});

type Told = { person: PersonId; to: string; name: string; by: PersonId; reason: string; endsAt: Date };

async function mailPerson(ctx: Ctx, { person, to, name, by, reason: why, endsAt }: Told): Promise<void> {
  const row = await ctx.db.selectFrom('directory.people').select('name').where('id', '=', by).executeTakeFirst();
  const data = { name, by: row?.name ?? '', reason: why, until: endsAt.toISOString() };
  await mail(ctx, { mail: 'people.stood-in', to, person, data });
}

/** Called by whoever stands in, as themselves. */
export const endStandIn = operation('people.end-stand-in', {
  input: z.object({}),
  who: ['administrator'],
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  relations: organisationRelations,
  run: async (ctx, _input, { sessionId }) => {
    if (!(await endOpen(ctx, sessionId))) throw problem('people.stand-in-over');
    return null;
  },
});
