import { beforeAll, describe, expect, it } from 'vitest';
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { changeProgrammeTexts, invite, requireFactorOfRoles, resolveVisitor } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signInForTests } from '#tests/support/people/authenticator.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aPerson, aSeason, emailOf, foundedWorld } from '#tests/support/season.ts';
import {
  addPerson,
  beginStandIn,
  configureSignIn,
  endStandIn,
  requestLink,
  setPassword,
  signInByLink,
  signOut,
  standInsByMe,
  standInsForMe,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const { programme, manager } = season;
const reason = 'asked why a category is missing';

beforeAll(() => configureSignIn(signInForTests));

async function signedIn(person: PersonId): Promise<string> {
  const [token, session] = [newToken(), newToken()];
  await requestLink(world.asVisitor(), { email: await emailOf(world, person), token });
  await signInByLink(world.asVisitor(), { token, session });
  return session;
}

/** Whoever sends a request in this session. */
async function visitorIn(token: string) {
  const { log } = world.asVisitor();
  return resolveVisitor(database.app, { organisation: world.organisation, token, log, ids, arrived: performance.now() });
}

/** The administrator, standing in for somebody: their session, and who they are in it. */
async function standIn(person: PersonId) {
  const session = await signedIn(world.administrator);
  const self = await visitorIn(session);
  await beginStandIn(self.ctx, { email: await emailOf(world, person), reason });
  return { session, self, visitor: await visitorIn(session) };
}

const invitation = () => ({
  programme,
  email: `${ids.random()}@new.example`,
  name: 'Ruth Abara',
  role: 'judge' as const,
  token: newToken(),
});

describe('whoever stands in for a manager', () => {
  it('does what managers do, and the record names them both', async () => {
    const { visitor } = await standIn(manager);
    expect(visitor).toMatchObject({ person: { id: manager }, administrator: false, roles: [{ programme, role: 'manager' }] });
    const sent = invitation();
    await invite(visitor.ctx, sent);
    const { rows } = await database.owner.pool.query(
      `select b.body::json ->> 'actor' as actor, b.body::json #>> '{standIn,by}' as by from plaudit.audit_bodies b where b.body::json ->> 'email' = $1`,
      [sent.email],
    );
    expect(rows).toEqual([{ actor: manager, by: world.administrator }]);
  });

  it('does nothing grave, nothing of the account, and does not begin again from there', async () => {
    const { visitor } = await standIn(manager);
    const email = await emailOf(world, await aPerson(world));
    const tried = [
      requireFactorOfRoles(visitor.ctx, { programme, roles: ['judge'] }),
      setPassword(visitor.ctx, { password: 'a sentence is easier' }),
      signOut(visitor.ctx, {}),
      beginStandIn(visitor.ctx, { email, reason }),
    ];
    expect(await Promise.all(tried.map(refusalCode))).toEqual(Array(4).fill('general.not-standing-in'));
  });

  it('has lost it when the manager loses the role, and when they lose theirs', async () => {
    const { visitor, session } = await standIn(manager);
    const roles = (query: string, person: PersonId) => database.owner.pool.query(query, [person]);
    const texts = { programme, version: 1, name: 'Another', strapline: '', summary: '' };
    await roles('delete from plaudit.programme_roles where person_id = $1', manager);
    expect(await refusalCode(changeProgrammeTexts(visitor.ctx, texts))).toBe('general.not-standing-in');
    await database.owner.pool.query(
      `insert into plaudit.programme_roles (organisation_id, programme_id, person_id, role, granted_at) values ($1, $2, $3, 'manager', now())`,
      [world.organisation, programme, manager],
    );
    await roles('delete from plaudit.memberships where person_id = $1', world.administrator);
    expect((await visitorIn(session)).standIn).toBeUndefined();
    await database.owner.pool.query(
      `insert into plaudit.memberships (organisation_id, person_id, role, granted_at) values ($1, $2, 'administrator', now())`,
      [world.organisation, world.administrator],
    );
  });
});

describe('a stand-in', () => {
  it('is told to the person at once, by mail and on their account, with who, when and why', async () => {
    const person = await aPerson(world, 'Aino Vuori');
    await signedIn(person);
    await standIn(person);
    const { rows } = await database.owner.pool.query(`select data from plaudit.outbox where mail = 'people.stood-in' and person_id = $1`, [
      person,
    ]);
    expect(rows).toMatchObject([{ data: { reason, name: 'Aino Vuori' } }]);
    expect(await standInsForMe(world.as(person))).toMatchObject([{ reason, open: true }]);
    expect((await standInsByMe(world.as(world.administrator)))[0]).toMatchObject({ name: 'Aino Vuori', reason });
  });

  it('lasts until it is stopped, and an hour at most', async () => {
    const person = await aPerson(world);
    await signedIn(person);
    const { session, self } = await standIn(person);
    await endStandIn(self.ctx, {});
    expect((await visitorIn(session)).person?.id).toBe(world.administrator);
    expect(await refusalCode(endStandIn(self.ctx, {}))).toBe('people.stand-in-over');
    const again = await standIn(person);
    const from = (ms: number) => database.setClock(new Date(self.ctx.now.getTime() + ms));
    await from(59 * 60_000);
    expect((await visitorIn(again.session)).standIn).toBeDefined();
    await from(61 * 60_000);
    expect((await visitorIn(again.session)).standIn).toBeUndefined();
    await database.setClock(undefined);
  });

  it('is for administrators to begin, with a fresh proof and a reason', async () => {
    const email = await emailOf(world, manager);
    expect(await refusalCode(beginStandIn(season.as(manager), { email, reason }))).toBe('general.not-found');
    const session = await signedIn(world.administrator);
    const { ctx } = await visitorIn(session);
    const stale = ctx.actor.kind === 'person' ? { ...ctx, actor: { ...ctx.actor, provedAt: new Date(0) } } : ctx;
    expect(await refusalCode(beginStandIn(stale, { email, reason }))).toBe('general.proof-needed');
    expect(await refusalCode(beginStandIn(ctx, { email, reason: 'x' }))).toBe('general.invalid-input');
  });

  it('is never for an administrator, and does not tell whether somebody unknown here has an account', async () => {
    const { ctx } = await visitorIn(await signedIn(world.administrator));
    const colleague = `${ids.random()}@people.example`;
    await addPerson(world.asSystem(), { email: colleague, name: 'Ines Castellane', administrator: true });
    for (const email of [colleague, await emailOf(world, world.administrator)])
      expect(await refusalCode(beginStandIn(ctx, { email, reason }))).toBe('people.stand-in-refused');
    const elsewhere = await foundedWorld(database);
    const foreigner = await emailOf(elsewhere, elsewhere.administrator);
    for (const email of [foreigner, `${ids.random()}@nowhere.example`])
      expect(await refusalCode(beginStandIn(ctx, { email, reason }))).toBe('people.unknown-address');
  });
});
