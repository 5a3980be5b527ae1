/**
 * Back from a provider: signed in, or connected with the account somebody is signed in to. Doors give what `readAnswer` made of the
 * provider's answer; who that is to us is decided here, by issuer and subject and never by an address alone.
 */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { sayChanged } from '../account-mail.ts';
import { token } from '../schemas.ts';
import { openSession } from '../sessions/opening.ts';
import { findPerson, insertPerson } from '../store.ts';
import { type Identity, identity } from './identity.ts';
import * as store from './identity-store.ts';
import { findProvider, type Provider, vouchesFor } from './provider.ts';
import { lockVisit, markVisitUsed, type Visit } from './visit-store.ts';

const input = z.object({ state: token, browser: token, identity });

function organisation(ctx: Ctx) {
  return { kind: 'organisation', id: ctx.organisation };
}

type Answered = { readonly visit: Visit; readonly provider: Provider };

/** The visit this answer is one to, used up. @throws Problem `people.visit-over` */
async function takeVisit(ctx: Ctx, visit: Visit | undefined, { state, identity: who }: z.output<typeof input>): Promise<Answered> {
  const provider = visit && findProvider(visit.provider);
  if (!visit || !provider) throw problem('people.visit-over');
  // What the answer says it is from has to be whom this visit went to.
  const issuer = provider.kind === 'oidc' ? provider.issuer : provider.entity;
  if (who.issuer.replace(/\/$/, '') !== issuer.replace(/\/$/, '')) throw problem('people.visit-over');
  await markVisitUsed(ctx, state);
  return { visit, provider };
}

async function connect(ctx: Ctx, person: PersonId, { id }: Provider, { issuer, subject, email, name }: Identity): Promise<void> {
  const inserted = await store.insertIdentity(ctx, person, { issuer, subject, provider: id, label: email ?? name });
  if (!inserted) throw problem('people.provider-taken');
  await sayChanged(ctx, person, 'provider-connected');
  const body = { person, provider: id, issuer, subject };
  await tell(ctx, { kind: 'people.provider-connected', programme: null, subject: organisation(ctx), about: person, body });
}

/**
 * The account of somebody who was never here by this provider: that of their address, or a new one, but only where the provider was
 * named as the one whose mailboxes these are. Everybody else gets one answer, whether an account has the address or not: it is not looked up.
 */
async function accountFor(ctx: Ctx, provider: Provider, who: Identity): Promise<PersonId> {
  const { email, name } = who;
  if (email === null || !vouchesFor(provider, email)) throw problem('people.provider-not-connected', { provider: provider.name });
  const known = await findPerson(ctx, email);
  const person = known?.id ?? (await insertPerson(ctx, { email, name: name || (email.split('@')[0] ?? email) }));
  await connect(ctx, person, provider, who);
  return person;
}

export const comeBack = operation('people.come-back', {
  input: input.extend({ session: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, given) => ({ visit: await lockVisit(ctx, given.state, given.browser) }),
  run: async (ctx, given, { visit }) => {
    const answered = await takeVisit(ctx, visit, given);
    // Begun to connect an account: signing in with it would be something else than was asked for.
    if (answered.visit.person !== null) throw problem('people.visit-over');
    const { identity: who } = given;
    const known = await store.lockIdentity(ctx, who);
    const person = known ?? (await accountFor(ctx, answered.provider, who));
    await store.markIdentityUsed(ctx, who);
    const { waiting } = await openSession(ctx, person, given.session);
    const body = { person, by: answered.provider.id };
    await tell(ctx, { kind: 'people.signed-in', programme: null, subject: organisation(ctx), about: person, body });
    return { person, waiting, onward: answered.visit.onward };
  },
});

/** From then on the provider opens this account. Asked for by its owner, who proved who they are when they set off. */
export const connectProvider = operation('people.connect-provider', {
  input,
  who: ['person'],
  secret: true,
  find: async (ctx, given) =>
    ctx.actor.kind === 'person' ? { actor: ctx.actor, visit: await lockVisit(ctx, given.state, given.browser) } : undefined,
  run: async (ctx, given, { actor, visit }) => {
    const { visit: own, provider } = await takeVisit(ctx, visit, given);
    if (own.person !== actor.id) throw problem('people.visit-over');
    const known = await store.lockIdentity(ctx, given.identity);
    if (known !== undefined && known !== actor.id) throw problem('people.provider-taken');
    if (known === undefined) await connect(ctx, actor.id, provider, given.identity);
    else await tell(ctx, { kind: 'people.provider-known', programme: null, subject: organisation(ctx), body: { provider: provider.id } });
    return null;
  },
});

export const disconnectProvider = operation('people.disconnect-provider', {
  input: z.object({ identity: z.uuid() }),
  who: ['person'],
  grave: true,
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: async (ctx, given, { id: person }) => {
    const own = await store.lockOwnIdentity(ctx, person, given.identity);
    if (!own) throw problem('people.connection-gone');
    await store.deleteIdentity(ctx, own.id);
    await sayChanged(ctx, person, 'provider-disconnected');
    const body = { person, provider: own.provider };
    await tell(ctx, { kind: 'people.provider-disconnected', programme: null, subject: organisation(ctx), body });
    return null;
  },
});
