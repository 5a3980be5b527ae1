/** Authenticator apps, passkeys and recovery codes of one's own: added, removed, and begun again from the machine itself. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organisationRelations } from '#slices/system/index.ts';
import { sayChanged } from '../account-mail.ts';
import { readRegistration } from '../passkeys/ceremony.ts';
import { insertPasskey } from '../passkeys/passkey-store.ts';
import { factorName, passkeyAnswer } from '../schemas.ts';
import { deleteSessions, markProved } from '../sessions/session-store.ts';
import { lockPerson, markFactorNeeded } from '../store.ts';
import * as store from './factor-store.ts';
import { hashCode, newRecoveryCodeList, plainCode, sealCodes } from './recovery.ts';
import { takeCode } from './showing.ts';
import { newTotpSecret, sealTotpSecret } from './totp.ts';
import { hasFactor } from './views.ts';

const findActor = (ctx: Ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined);

function organisation(ctx: Ctx) {
  return { kind: 'organisation', id: ctx.organisation };
}

async function makeRecoveryCodes(ctx: Ctx, person: PersonId): Promise<void> {
  const codes = newRecoveryCodeList();
  const hashes = codes.map((code) => hashCode(person, plainCode(code) ?? ''));
  await store.replaceRecoveryCodes(ctx, person, hashes, sealCodes(person, codes));
}

type Adder = { readonly id: PersonId; readonly sessionId: string };

/** After a factor came to count: recovery codes with the first, a mail, and the session in which it was shown is strong. */
async function afterAdding(ctx: Ctx, { id, sessionId }: Adder, { first, kind }: { first: boolean; kind: string }): Promise<void> {
  if (first) await makeRecoveryCodes(ctx, id);
  await markProved(ctx, sessionId, { strong: true });
  await sayChanged(ctx, id, 'factor-added');
  await tell(ctx, { kind: 'people.factor-added', programme: null, subject: organisation(ctx), body: { person: id, factor: kind } });
}

/** An authenticator to be confirmed by a code of it; one begun before is forgotten. */
export const startAuthenticator = operation('people.start-authenticator', {
  input: z.object({ name: factorName }),
  who: ['person'],
  grave: true,
  find: findActor,
  run: async (ctx, input, { id: person }) => {
    await store.deleteUnconfirmed(ctx, person);
    const id = ctx.ids.next();
    const sealedSecret = sealTotpSecret(id, newTotpSecret());
    await store.insertAuthenticator(ctx, person, { id, name: input.name, sealedSecret });
    await tell(ctx, { kind: 'people.authenticator-started', programme: null, subject: organisation(ctx), body: { person } });
    return { factor: id };
  },
});

/** From here on it is asked for. A wrong code is no guess: its owner is looking at the secret. */
export const confirmAuthenticator = operation('people.confirm-authenticator', {
  input: z.object({ code: z.string().max(20) }),
  who: ['person'],
  grave: true,
  secret: true,
  find: findActor,
  run: async (ctx, input, actor) => {
    const first = !(await hasFactor(ctx, actor.id));
    const [started] = await store.lockAuthenticators(ctx, actor.id, { confirmed: false });
    if (!started) throw problem('people.no-authenticator-started');
    if (!(await takeCode(ctx, started, input.code)))
      throw problem('people.code-wrong', {}, [{ path: 'code', code: 'people.code-wrong', facts: {} }]);
    await store.markConfirmed(ctx, started.id);
    await afterAdding(ctx, actor, { first, kind: 'authenticator' });
    return { factor: started.id, first };
  },
});

export const addPasskey = operation('people.add-passkey', {
  input: z.object({ name: factorName, passkey: passkeyAnswer }),
  who: ['person'],
  grave: true,
  secret: true,
  find: findActor,
  run: async (ctx, input, actor) => {
    const first = !(await hasFactor(ctx, actor.id));
    const read = await readRegistration(ctx, input.passkey, actor.id);
    const factor = read && (await insertPasskey(ctx, actor.id, { ...read, name: input.name }));
    if (factor === undefined) throw problem('people.passkey-refused');
    await afterAdding(ctx, actor, { first, kind: 'passkey' });
    return { factor, first };
  },
});

/** With the last one go the recovery codes: there is nothing left to recover. */
export const removeFactor = operation('people.remove-factor', {
  input: z.object({ factor: z.uuid() }),
  who: ['person'],
  grave: true,
  find: findActor,
  run: async (ctx, input, { id: person }) => {
    const factor = await store.lockFactor(ctx, person, input.factor);
    if (!factor) throw problem('people.factor-gone');
    await store.deleteFactor(ctx, factor.id);
    if (!(await hasFactor(ctx, person))) await store.deleteRecoveryCodes(ctx, person);
    await sayChanged(ctx, person, 'factor-removed');
    await tell(ctx, { kind: 'people.factor-removed', programme: null, subject: organisation(ctx), body: { person, factor: factor.kind } });
    return null;
  },
});

/** Those before stop working. */
export const renewRecoveryCodes = operation('people.renew-recovery-codes', {
  input: z.object({}),
  who: ['person'],
  grave: true,
  find: findActor,
  run: async (ctx, _input, { id: person }) => {
    if (!(await hasFactor(ctx, person))) throw problem('people.no-factor');
    await makeRecoveryCodes(ctx, person);
    await sayChanged(ctx, person, 'recovery-codes-made');
    await tell(ctx, { kind: 'people.recovery-codes-made', programme: null, subject: organisation(ctx), body: { person } });
    return null;
  },
});

/** Their owner has kept them: nobody sees them here again. */
export const hideRecoveryCodes = operation('people.hide-recovery-codes', {
  input: z.object({}),
  who: ['person'],
  find: findActor,
  run: async (ctx, _input, { id: person }) => {
    await store.hideFreshCodes(ctx, person);
    await tell(ctx, { kind: 'people.recovery-codes-kept', programme: null, subject: organisation(ctx), body: { person } });
    return null;
  },
});

/** For whoever lost factor and codes and proved themselves to whoever runs the machine: all of them go, and every session. */
export const resetFactors = operation('people.reset-factors', {
  input: z.object({ person: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  who: ['system'],
  find: (ctx, input) => lockPerson(ctx, input.person as PersonId),
  run: async (ctx, input, { id: person }) => {
    const factors = await store.deleteAllFactors(ctx, person);
    await deleteSessions(ctx, person);
    await sayChanged(ctx, person, 'factors-reset');
    const body = { person, factors, reason: input.reason };
    await tell(ctx, { kind: 'people.factors-reset', programme: null, subject: organisation(ctx), about: person, body });
    return { factors };
  },
});

/** Whether administrators, or all who sign in, need a second factor. Those without one are led to set one up before anything else. */
export const requireFactor = operation('people.require-factor', {
  input: z.object({ of: z.enum(['administrators', 'everybody']).default('administrators'), required: z.boolean() }),
  who: ['administrator'],
  grave: true,
  find: (ctx) => Promise.resolve(ctx.organisation),
  relations: organisationRelations,
  run: async (ctx, input) => {
    await markFactorNeeded(ctx, input.of, input.required);
    const body = { of: input.of, required: input.required };
    await tell(ctx, { kind: 'people.factor-required', programme: null, subject: organisation(ctx), body });
    return null;
  },
});
