import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { signInForTests } from '../../../../tests/support/people/authenticator.ts';
import { type SoftPasskey, softPasskey, type Whim } from '../../../../tests/support/people/passkey.ts';
import { refusalCode } from '../../../../tests/support/refusal.ts';
import { aPerson, emailOf, foundedWorld } from '../../../../tests/support/season.ts';
import {
  addPasskey,
  configureSignIn,
  factorsOf,
  finishSignIn,
  passkeyForSignIn,
  passkeyToMake,
  proofWanted,
  prove,
  requestLink,
  secondStep,
  signInByLink,
  signInByPasskey,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const start = new Date('2026-03-10T09:00:00.000Z');
const at = (ms: number) => ({ clock: new Date(start.getTime() + ms) });
const minute = 60_000;

beforeAll(() => configureSignIn(signInForTests));

const question = async (person: PersonId, ms = 0) =>
  passkeyToMake(
    { ...world.as(person), now: at(ms).clock },
    { id: person, email: await emailOf(world, person), name: 'Tobiah Renn' },
    'Aldersea',
  );

async function withPasskey(): Promise<{ person: PersonId; device: SoftPasskey }> {
  const [person, device] = [await aPerson(world), softPasskey()];
  await addPasskey(world.as(person, at(0)), { name: 'Laptop', passkey: device.register(await question(person)) });
  return { person, device };
}

const asked = (ms = 0) => passkeyForSignIn({ ...world.asVisitor(), now: at(ms).clock });

async function signIn(device: SoftPasskey, { ms = 0, whim = {} }: { ms?: number; whim?: Whim } = {}): Promise<string | null> {
  const passkey = device.answer(await asked(ms), whim);
  return (await signInByPasskey(world.asVisitor(at(ms)), { passkey, session: newToken() })).person;
}

describe('a passkey', () => {
  it('is made, listed by its name and signs in alone, as strongly as two steps', async () => {
    const { person, device } = await withPasskey();
    expect(await factorsOf(world.as(person))).toMatchObject([{ kind: 'passkey', name: 'Laptop' }]);
    const session = newToken();
    await signInByPasskey(world.asVisitor(at(0)), { passkey: device.answer(await asked()), session });
    const { rows } = await database.owner.pool.query('select strong, waiting from directory.sessions where person_id = $1', [person]);
    expect(rows).toEqual([{ strong: true, waiting: false }]);
  });

  it.each<[string, Whim]>([
    ['on a page of another site', { origin: 'https://plaudit.example' }],
    ['for another host', { host: 'plaudit.example' }],
    ['by a device that did not make sure of who holds it', { verified: false }],
    ['by a copy, whose counter did not move on', { counter: 1 }],
  ])('that answers %s signs nobody in', async (_, whim) => {
    const { device } = await withPasskey();
    expect(await signIn(device, { whim })).toBeNull();
  });

  it('answers a challenge once, within ten minutes, and for what it was asked', async () => {
    const { person, device } = await withPasskey();
    const answer = device.answer(await asked());
    const use = (passkey: string, ms = 0) => signInByPasskey(world.asVisitor(at(ms)), { passkey, session: newToken() });
    expect([(await use(answer)).person, (await use(answer)).person]).toEqual([person, null]);
    const [early, late] = [device.answer(await asked()), device.answer(await asked())];
    expect([(await use(early, 10 * minute - 1)).person, (await use(late, 10 * minute)).person]).toEqual([person, null]);
    const forProof = device.answer((await proofQuestion(person)) ?? '{}');
    expect((await use(forProof)).person).toBeNull();
  });

  it('that nobody has registered, an answer that is none, and a challenge that is not ours are all the same', async () => {
    const { device } = await withPasskey();
    const own = JSON.stringify({ challenge: newToken(), rpId: 'localhost' });
    const tried = [softPasskey().answer(await asked()), 'null', '{"id":1}', '', device.answer(own)];
    for (const passkey of tried)
      expect(await signInByPasskey(world.asVisitor(at(0)), { passkey, session: newToken() })).toEqual({
        person: null,
        waitMinutes: 0,
        waiting: false,
      });
  });

  it('is not taken up twice, nor with the answer to somebody else’s question', async () => {
    const { device } = await withPasskey();
    const [one, other] = [await aPerson(world), await aPerson(world)];
    const add = async (who: PersonId, passkey: string) => refusalCode(addPasskey(world.as(who, at(0)), { name: 'Laptop', passkey }));
    expect(await add(one, device.register(await question(one)))).toBe('people.passkey-refused');
    expect(await add(one, softPasskey().register(await question(other)))).toBe('people.passkey-refused');
    expect(await add(one, softPasskey().register(await question(one), { origin: 'https://evil.example' }))).toBe('people.passkey-refused');
  });

  it('is the second step after a link, where the device need not ask who holds it', async () => {
    const { person, device } = await withPasskey();
    const [token, waiting] = [newToken(), newToken()];
    await requestLink(world.asVisitor(at(0)), { email: await emailOf(world, person), token });
    expect(await signInByLink(world.asVisitor(at(1)), { token, session: waiting })).toEqual({ person, waiting: true });
    const step = await secondStep({ ...world.asVisitor(), now: at(1).clock }, waiting);
    const other = (await withPasskey()).device;
    const finish = (passkey: string) => finishSignIn(world.asVisitor(at(2)), { waiting, passkey, session: newToken() });
    expect(await finish(other.answer(step?.passkey ?? '{}'))).toMatchObject({ person: null });
    expect(await finish(device.answer(step?.passkey ?? '{}', { verified: false }))).toMatchObject({ person });
  });

  it('proves again who sits there, and only for themselves', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const options = (await proofQuestion(one.person)) ?? '{}';
    const proved = (device: SoftPasskey) => prove(world.as(one.person, at(1)), { passkey: device.answer(options) });
    expect(await proved(other.device)).toMatchObject({ provedAt: null });
    expect(await proved(one.device)).toMatchObject({ provedAt: at(1).clock.toISOString() });
  });
});

/** What a grave form asks somebody's browser once their last proof is old. */
async function proofQuestion(person: PersonId): Promise<string | undefined> {
  const ctx = { ...world.as(person, at(0)), actor: { kind: 'person', id: person, sessionId: crypto.randomUUID() } as const };
  return (await proofWanted(ctx))?.passkey?.options;
}
