import { beforeAll, describe, expect, it } from 'vitest';
import { ids, type PersonId } from '#platform/ids.ts';
import { hashToken, newToken } from '#platform/tokens.server.ts';
import { resolveVisitor } from '#slices/programmes/index.ts';
import { asSystem } from '../../../../tests/support/contexts.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { signInForTests, started, withApp } from '../../../../tests/support/people/authenticator.ts';
import { refusal, refusalCode } from '../../../../tests/support/refusal.ts';
import { aPerson, emailOf, foundedWorld } from '../../../../tests/support/season.ts';
import {
  addPerson,
  configureSignIn,
  confirmAuthenticator,
  erasePerson,
  factorsOf,
  finishSignIn,
  freshRecoveryCodes,
  hideRecoveryCodes,
  prove,
  recoveryCodesLeft,
  removeFactor,
  renewRecoveryCodes,
  requestLink,
  requireFactor,
  resetFactors,
  signInByLink,
  signInByPassword,
  startAuthenticator,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const start = new Date('2026-03-10T09:00:00.000Z');
const step = 30_000;
const at = (ms: number) => new Date(start.getTime() + ms);
const as = (person: PersonId, ms = 0) => world.as(person, { clock: at(ms) });
const asVisitor = (ms: number) => world.asVisitor({ clock: at(ms) });
const password = 'a sentence is easier';

beforeAll(() => configureSignIn(signInForTests));

async function aGuardedPerson() {
  const email = `${crypto.randomUUID()}@people.example`;
  const { person } = await addPerson(world.asSystem(), { email, name: 'Tobiah Renn', password });
  const app = await withApp(world, person, start);
  return { person, email, app };
}

/** Gives the password, and answers the token of the session that waits. */
async function firstStep(email: string, ms: number): Promise<string> {
  const session = newToken();
  expect(await signInByPassword(asVisitor(ms), { email, password, session })).toMatchObject({ waiting: true });
  return session;
}

const finish = (waiting: string, secret: string, ms: number, session = newToken()) =>
  finishSignIn(asVisitor(ms), { waiting, secret, session });

async function sessionOf(token: string) {
  const { rows } = await database.owner.pool.query('select waiting, strong from directory.sessions where token_hash = $1', [
    hashToken(token),
  ]);
  return rows;
}

describe('an authenticator app', () => {
  it('counts once a code of it was given, and its secret does not lie open', async () => {
    const person = await aPerson(world);
    const app = await started(as(person));
    expect(await factorsOf(as(person))).toEqual([]);
    expect(await refusal(confirmAuthenticator(as(person), { code: '000000' }))).toMatchObject({ fields: ['code: people.code-wrong'] });
    await confirmAuthenticator(as(person), { code: app.codeAt(start) });
    expect(await factorsOf(as(person))).toMatchObject([{ kind: 'authenticator', name: 'Telephone' }]);
    const { rows } = await database.owner.pool.query<{ sealed: Buffer }>(
      'select sealed_secret as sealed from directory.factors where person_id = $1',
      [person],
    );
    expect(rows[0]?.sealed.length).toBe(12 + 32 + 16);
  });

  it('is asked for after a password, and what was known before the code opens nothing', async () => {
    const { person, email, app } = await aGuardedPerson();
    const waiting = await firstStep(email, step);
    expect(await sessionOf(waiting)).toEqual([{ waiting: true, strong: false }]);
    const session = newToken();
    expect(await finish(waiting, app.codeAt(at(step)), step, session)).toMatchObject({ person, waiting: false });
    expect([await sessionOf(waiting), await sessionOf(session)]).toEqual([[], [{ waiting: false, strong: true }]]);
    expect(await refusalCode(finish(waiting, app.codeAt(at(2 * step)), 2 * step))).toBe('people.sign-in-over');
  });

  it('is asked for after a mailed link too', async () => {
    const { person } = await aGuardedPerson();
    const token = newToken();
    await requestLink(asVisitor(0), { email: await emailOf(world, person), token });
    expect(await signInByLink(asVisitor(1), { token, session: newToken() })).toEqual({ person, waiting: true });
  });

  it('takes the codes of the step before and after, and each of them once', async () => {
    const { email, app } = await aGuardedPerson();
    const late = await firstStep(email, 4 * step);
    expect(await finish(late, app.codeAt(at(2 * step)), 4 * step)).toMatchObject({ person: null });
    const code = app.codeAt(at(3 * step));
    expect(await finish(late, code, 4 * step)).toMatchObject({ waiting: false, person: expect.any(String) });
    expect(await finish(await firstStep(email, 4 * step), code, 4 * step)).toMatchObject({ person: null });
    expect(await finish(await firstStep(email, 4 * step), app.codeAt(at(5 * step)), 4 * step)).toMatchObject({
      person: expect.any(String),
    });
    expect(await finish(await firstStep(email, 4 * step), app.codeAt(at(4 * step)), 4 * step)).toMatchObject({ person: null });
  });

  it('is given one code at a time: of six at once with the same, one signs in', async () => {
    const { email, app } = await aGuardedPerson();
    const waiting = await Promise.all(Array.from({ length: 6 }, () => firstStep(email, step)));
    const tried = await Promise.all(waiting.map((token) => finish(token, app.codeAt(at(step)), step)));
    expect(tried.filter(({ person }) => person !== null)).toHaveLength(1);
  });

  it('is paused after ten wrong codes from one place, and not for its owner at another', async () => {
    const { email, app } = await aGuardedPerson();
    const from = (address: string) => ({ ...asVisitor(step), client: { address, agent: '' } });
    const waiting = await firstStep(email, step);
    const guess = (secret: string, address: string) => finishSignIn(from(address), { waiting, secret, session: newToken() });
    for (let i = 0; i < 10; i += 1) expect(await guess('000000', '198.51.100.7')).toMatchObject({ person: null, waitMinutes: 0 });
    expect(await guess(app.codeAt(at(step)), '198.51.100.7')).toEqual({ person: null, waitMinutes: 15, waiting: false });
    expect(await guess(app.codeAt(at(step)), '203.0.113.9')).toMatchObject({ person: expect.any(String) });
  });

  it('goes with its recovery codes when it is the last to be removed', async () => {
    const { person } = await aGuardedPerson();
    const [factor] = await factorsOf(as(person));
    expect(await refusalCode(removeFactor(as(await aPerson(world)), { factor: factor?.id ?? '' }))).toBe('people.factor-gone');
    await removeFactor(as(person), { factor: factor?.id ?? '' });
    expect([await factorsOf(as(person)), await recoveryCodesLeft(as(person))]).toEqual([[], 0]);
    const signIn = await signInByPassword(asVisitor(1), { email: await emailOf(world, person), password, session: newToken() });
    expect(signIn).toMatchObject({ waiting: false });
  });

  it('and every change of factors is told to its owner by mail', async () => {
    const { person, email } = await aGuardedPerson();
    await renewRecoveryCodes(as(person), {});
    const { rows } = await database.owner.pool.query<{ change: string }>(
      `select data ->> 'change' as change from plaudit.outbox where recipient = $1 order by created_at`,
      [email],
    );
    expect(rows.map(({ change }) => change)).toEqual(['factor-added', 'recovery-codes-made']);
  });
});

describe('recovery codes', () => {
  it('are ten, shown until their owner has kept them, and each signs in once however it is written', async () => {
    const { person, email } = await aGuardedPerson();
    const codes = await freshRecoveryCodes(as(person));
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    for (const code of codes) expect(code).toMatch(/^(?:[2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
    await hideRecoveryCodes(as(person), {});
    expect(await freshRecoveryCodes(as(person))).toEqual([]);
    const [code = ''] = codes;
    expect(await finish(await firstStep(email, step), code.toUpperCase().replaceAll('-', ' '), step)).toMatchObject({
      waiting: false,
      person,
    });
    expect(await finish(await firstStep(email, step), code, step)).toMatchObject({ person: null });
    expect(await recoveryCodesLeft(as(person))).toBe(9);
  });

  it('are shown for a quarter of an hour and not at that instant', async () => {
    const { person } = await aGuardedPerson();
    const shownAt = async (ms: number) => (await freshRecoveryCodes({ ...as(person), now: at(ms) })).length;
    expect([await shownAt(15 * 60_000 - 1), await shownAt(15 * 60_000)]).toEqual([10, 0]);
  });

  it('of before stop working when new ones are made, and those of somebody else never work', async () => {
    const [one, other] = [await aGuardedPerson(), await aGuardedPerson()];
    const [before = ''] = await freshRecoveryCodes(as(one.person));
    await renewRecoveryCodes(as(one.person), {});
    const [foreign = ''] = await freshRecoveryCodes(as(other.person));
    const waiting = await firstStep(one.email, step);
    expect([await finish(waiting, before, step), await finish(waiting, foreign, step)]).toMatchObject([{ person: null }, { person: null }]);
    expect(await refusalCode(renewRecoveryCodes(as(await aPerson(world)), {}))).toBe('people.no-factor');
  });
});

describe('a grave act', () => {
  it('is refused a quarter of an hour after the last proof, and not before; nothing is changed by the refusal', async () => {
    const person = await aPerson(world);
    const proved = (ago: number) => ({
      ...as(person),
      actor: { kind: 'person', id: person, sessionId: crypto.randomUUID(), provedAt: at(-ago) } as const,
    });
    expect(await refusalCode(startAuthenticator(proved(15 * 60_000), { name: 'Telephone' }))).toBe('general.proof-needed');
    const { rows } = await database.owner.pool.query('select 1 from directory.factors where person_id = $1', [person]);
    expect(rows).toEqual([]);
    await startAuthenticator(proved(15 * 60_000 - 1), { name: 'Telephone' });
  });

  it('is proved by the password of whoever has no more than that, and by a code of whoever has', async () => {
    const { person, app } = await aGuardedPerson();
    expect(await prove(as(person, step), { secret: password })).toEqual({ provedAt: null, waitMinutes: 0 });
    expect(await prove(as(person, step), { secret: app.codeAt(at(step)) })).toEqual({ provedAt: at(step).toISOString(), waitMinutes: 0 });
    const { person: plain } = await addPerson(world.asSystem(), {
      email: `${crypto.randomUUID()}@people.example`,
      name: 'Ruth Abara',
      password,
    });
    expect(await prove(as(plain), { secret: 'another sentence' })).toMatchObject({ provedAt: null });
    expect(await prove(as(plain), { secret: password })).toMatchObject({ provedAt: start.toISOString() });
  });
});

describe('whoever lost everything', () => {
  it('is let in again by whoever runs the machine, with the reason in the record, and signed out everywhere', async () => {
    const { person, email } = await aGuardedPerson();
    await firstStep(email, step);
    expect(await refusalCode(resetFactors(as(world.administrator), { person, reason: 'showed a passport' }))).toBe('general.not-found');
    expect(await resetFactors(asSystem(database.app, world.organisation), { person, reason: 'showed a passport' })).toEqual({ factors: 1 });
    const { rows } = await database.owner.pool.query('select 1 from directory.sessions where person_id = $1', [person]);
    expect(rows).toEqual([]);
    expect(await signInByPassword(asVisitor(step), { email, password, session: newToken() })).toMatchObject({ person, waiting: false });
  });

  it('has nothing left to be asked for once they are erased', async () => {
    const { person } = await aGuardedPerson();
    await erasePerson(asSystem(database.jobs, world.organisation), { person, reason: 'asked to be forgotten' });
    const { rows } = await database.owner.pool.query(
      'select (select count(*)::int from directory.factors where person_id = $1) as factors, (select count(*)::int from directory.recovery_codes where person_id = $1) as codes',
      [person],
    );
    expect(rows).toEqual([{ factors: 0, codes: 0 }]);
  });

  it('and a second factor is asked of administrators by administrators alone: before anything else, until one was shown', async () => {
    const dueOf = async (person: PersonId) => {
      const [token, session] = [newToken(), newToken()];
      await requestLink(world.asVisitor(), { email: await emailOf(world, person), token });
      await signInByLink(world.asVisitor(), { token, session });
      const { log } = world.asVisitor();
      const visitor = () =>
        resolveVisitor(database.app, { organisation: world.organisation, token: session, log, ids, arrived: performance.now() });
      return { session, due: async () => (await visitor()).due };
    };
    const [administrator, other] = [await dueOf(world.administrator), await dueOf(await aPerson(world))];
    expect(await refusalCode(requireFactor(as(await aPerson(world)), { required: true }))).toBe('general.not-found');
    expect(await administrator.due()).toBeUndefined();
    await requireFactor(as(world.administrator), { required: true });
    expect([await administrator.due(), await other.due()]).toEqual(['factor', undefined]);
    await database.owner.pool.query('update directory.sessions set strong = true where token_hash = $1', [
      hashToken(administrator.session),
    ]);
    expect(await administrator.due()).toBeUndefined();
    await requireFactor(as(world.administrator), { of: 'everybody', required: true });
    expect([await administrator.due(), await other.due()]).toEqual([undefined, 'factor']);
    for (const of of ['administrators', 'everybody'] as const) await requireFactor(as(world.administrator), { of, required: false });
    expect([await administrator.due(), await other.due()]).toEqual([undefined, undefined]);
  });
});
