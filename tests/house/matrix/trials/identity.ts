/** What people do with their own account: sessions, proofs, factors. */
import type { PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import {
  acceptTerms,
  addPasskey,
  addPerson,
  configureSignIn,
  confirmAddress,
  confirmAuthenticator,
  currentTerms,
  endOtherSessions,
  endSession,
  finishSignIn,
  hideRecoveryCodes,
  passkeyForSignIn,
  passkeyToMake,
  prove,
  publishTerms,
  removeFactor,
  renewRecoveryCodes,
  requestAddress,
  requestLink,
  requireFactor,
  resetFactors,
  signInByLink,
  signInByPasskey,
  signInByPassword,
  startAuthenticator,
  undoAddress,
} from '#slices/people/index.ts';
import { signInForTests, started, withApp } from '#tests/support/people/authenticator.ts';
import { softPasskey } from '#tests/support/people/passkey.ts';
import { aPerson, dates } from '#tests/support/season.ts';
import type { Actor } from '../actors.ts';
import { addressOf, type Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const clock = { clock: before } as const;
const password = 'correct horse battery';
const later = new Date(before.getTime() + 30_000);
configureSignIn(signInForTests);

/** Who tries it; a visitor and the system have no account, so somebody else's stands for theirs. */
function own(stage: Stage, actor: Actor): Promise<PersonId> {
  return actor === 'visitor' || actor === 'system' ? aPerson(stage) : Promise.resolve(stage.people[actor]);
}

async function ownSession(stage: Stage, actor: Actor): Promise<string> {
  const [token, session] = [newToken(), newToken()];
  await requestLink(stage.asVisitor(clock), { email: await addressOf(stage, actor), to: '/home', token });
  const { person } = await signInByLink(stage.asVisitor(clock), { token, session, name: 'Sten Iversen' });
  const { rows } = await stage.database.owner.pool.query<{ id: string }>(
    'select id from directory.sessions where person_id = $1 order by created_at desc limit 1',
    [person],
  );
  return rows[0]?.id ?? '';
}

/** A factor of one's own, and none beside it. */
async function ownFactor(stage: Stage, actor: Actor): Promise<string> {
  const person = await own(stage, actor);
  await stage.database.owner.pool.query('delete from directory.factors where person_id = $1', [person]);
  await withApp(stage, person, before);
  const { rows } = await stage.database.owner.pool.query<{ id: string }>('select id from directory.factors where person_id = $1', [person]);
  return rows[0]?.id ?? '';
}

/** What is tried after this needs no second step. */
async function withoutFactors(stage: Stage, actor: Actor): Promise<PersonId> {
  const person = await own(stage, actor);
  await stage.database.owner.pool.query('delete from directory.factors where person_id = $1', [person]);
  return person;
}

async function registration(stage: Stage, actor: Actor): Promise<string> {
  const id = await withoutFactors(stage, actor);
  const ctx = { ...stage.as(id, clock), now: before };
  return softPasskey().register(await passkeyToMake(ctx, { id, email: await addressOf(stage, actor), name: 'Sten Iversen' }, 'The Hall'));
}

async function assertion(stage: Stage): Promise<string> {
  const [device, id] = [softPasskey(), await aPerson(stage)];
  const ctx = { ...stage.as(id, clock), now: before };
  const passkey = device.register(await passkeyToMake(ctx, { id, email: 'sten@people.example', name: 'Sten Iversen' }, 'The Hall'));
  await addPasskey(stage.as(id, clock), { name: 'Laptop', passkey });
  return device.answer(await passkeyForSignIn(ctx));
}

async function secondStepOf(stage: Stage) {
  const email = `${crypto.randomUUID()}@new.example`;
  const { person } = await addPerson(stage.asSystem(clock), { email, name: 'Piet Vandaele', password });
  const app = await withApp(stage, person, before);
  const waiting = newToken();
  await signInByPassword(stage.asVisitor({ clock: later }), { email, password, session: waiting });
  return { waiting, secret: app.codeAt(later), session: newToken() };
}

async function addressToken(stage: Stage): Promise<string> {
  const token = newToken();
  const email = `${crypto.randomUUID()}@new.example`;
  await requestAddress(stage.as(await aPerson(stage), clock), { email, token });
  return token;
}

export const identityTrials: readonly Trial[] = [
  trial(endSession, before, async (stage, actor) => ({ session: await ownSession(stage, actor) })),
  trial(endOtherSessions, before, () => ({})),
  trial(prove, before, async (stage, actor) => {
    await withoutFactors(stage, actor);
    return { secret: password };
  }),
  trial(startAuthenticator, before, () => ({ name: 'Telephone' })),
  trial(confirmAuthenticator, before, async (stage, actor) => {
    const person = await withoutFactors(stage, actor);
    return { code: (await started(stage.as(person, clock))).codeAt(before) };
  }),
  trial(addPasskey, before, async (stage, actor) => ({ name: 'Laptop', passkey: await registration(stage, actor) })),
  trial(removeFactor, before, async (stage, actor) => ({ factor: await ownFactor(stage, actor) })),
  trial(renewRecoveryCodes, before, async (stage, actor) => {
    await ownFactor(stage, actor);
    return {};
  }),
  trial(hideRecoveryCodes, before, () => ({})),
  trial(finishSignIn, later, secondStepOf),
  trial(signInByPasskey, before, async (stage) => ({ passkey: await assertion(stage), session: newToken() })),
  trial(resetFactors, before, async (stage) => ({ person: await aPerson(stage), reason: 'showed a passport' })),
  trial(requireFactor, before, () => ({ required: false })),
  trial(requestAddress, before, () => ({ email: `${crypto.randomUUID()}@new.example`, token: newToken() })),
  trial(confirmAddress, before, async (stage) => ({ token: await addressToken(stage), undo: newToken() })),
  trial(undoAddress, before, async (stage) => {
    const undo = newToken();
    await confirmAddress(stage.asVisitor(clock), { token: await addressToken(stage), undo });
    return { token: undo };
  }),
  trial(publishTerms, before, () => ({ kind: 'terms' as const, body: 'Be fair to one another.' })),
  trial(acceptTerms, before, async (stage) => {
    const current = await currentTerms({ ...stage.asVisitor(clock) });
    return { versions: { terms: current.find(({ kind }) => kind === 'terms')?.version ?? 0 } };
  }),
];
