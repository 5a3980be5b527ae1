import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newToken } from '#platform/tokens.server.ts';
import { asPerson } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { signInForTests, withApp } from '#tests/support/people/authenticator.ts';
import { type Mischief, openOidcProvider, type Someone } from '#tests/support/people/oidc-provider.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aPerson, emailOf, foundedWorld } from '#tests/support/season.ts';
import {
  comeBack,
  configureProviders,
  configureSignIn,
  connectProvider,
  departure,
  disconnectProvider,
  identitiesOf,
  readAnswer,
  setOff,
  setOffToConnect,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const [valewick, rival] = [await openOidcProvider(), await openOidcProvider()];
const fresh = () => `${crypto.randomUUID()}@valewick.example`;

beforeAll(() => {
  configureSignIn(signInForTests);
  configureProviders([
    { ...valewick.settings, id: 'valewick', name: 'Valewick', domains: ['valewick.example'] },
    { ...rival.settings, id: 'rival', name: 'Rival', domains: [] },
  ]);
});
afterAll(async () => {
  configureProviders([]);
  await Promise.all([valewick.close(), rival.close()]);
});

type Way = { readonly state: string; readonly browser: string };
const newWay = (): Way => ({ state: newToken(), browser: newToken() });
const visitor = () => world.asVisitor();

/** Goes to the provider as this person and is sent back; answers with what stands in the address. */
async function there(way: Way, who: Someone, mischief: Mischief = {}, at = valewick): Promise<URLSearchParams> {
  Object.assign(at, { someone: who, mischief });
  const { address } = await departure(visitor(), way.state, way.browser);
  return (await at.visit(address)).searchParams;
}

const came = (search: URLSearchParams, provider = 'valewick') => ({ provider, search, form: '', relay: '' });

async function signInAs(who: Someone, mischief: Mischief = {}, provider: 'valewick' | 'rival' = 'valewick') {
  const way = newWay();
  await setOff(visitor(), { provider, to: '/entries/7', ...way });
  const search = await there(way, who, mischief, provider === 'rival' ? rival : valewick);
  const identity = await readAnswer(visitor(), came(search, provider), way.browser);
  return comeBack(visitor(), { ...way, identity, session: newToken() });
}

const someone = (email = fresh()): Someone => ({ sub: crypto.randomUUID(), email, email_verified: true, name: 'Orla Tennant' });

const written = async () => {
  const { rows } = await database.owner.pool.query<{ n: string }>(
    `select (select count(*) from directory.people) || ' ' || (select count(*) from directory.sessions) || ' '
         || (select count(*) from directory.identities) || ' ' || (select count(*) from directory.provider_visits where used_at is not null) as n`,
  );
  return rows[0]?.n;
};

describe('coming from a provider that is trusted with a domain', () => {
  it('makes the account of somebody new, knows them again by their subject, and leads on to where they were going', async () => {
    const who = someone();
    const first = await signInAs(who);
    expect(first).toMatchObject({ waiting: false, onward: '/entries/7' });
    expect(await signInAs({ ...who, email: fresh(), name: 'Another Name' })).toMatchObject({ person: first.person });
    const { rows } = await database.owner.pool.query('select email, name from directory.people where id = $1', [first.person]);
    expect(rows).toEqual([{ email: who.email, name: 'Orla Tennant' }]);
  });

  it('opens the account that has the address, tells its owner by mail, and still asks for a second factor', async () => {
    const person = await aPerson(world);
    await database.owner.pool.query('update directory.people set email = $2 where id = $1', [person, fresh()]);
    await withApp(world, person, new Date());
    const email = await emailOf(world, person);
    expect(await signInAs(someone(email))).toMatchObject({ person, waiting: true });
    const { rows } = await database.owner.pool.query(`select data->>'change' as change from plaudit.outbox where person_id = $1`, [person]);
    expect(rows).toContainEqual({ change: 'provider-connected' });
  });

  it.each<[string, Partial<Someone>]>([
    ['is not verified', { email_verified: false }],
    ['is of another domain', { email: 'somebody@aldersea.example' }],
    ['is of a domain below', { email: 'somebody@mail.valewick.example' }],
    ['is of a domain that ends alike', { email: 'somebody@evilvalewick.example' }],
    ['has the domain in its name', { email: 'valewick.example@evil.example' }],
  ])('an address that %s opens no account and makes none, in the same words for known and unknown ones', async (_what, changed) => {
    const known = await aPerson(world);
    const email = changed.email ?? fresh();
    const before = await written();
    const stranger = await refusal(signInAs({ ...someone(email), ...changed }));
    expect(await written()).toBe(before);
    await database.owner.pool.query('update directory.people set email = $2 where id = $1', [known, email]);
    expect(await refusal(signInAs({ ...someone(email), ...changed }))).toEqual(stranger);
    expect(stranger).toMatchObject({ code: 'people.provider-not-connected' });
    await database.owner.pool.query('update directory.people set email = $2 where id = $1', [known, fresh()]);
  });
});

describe('connecting a provider with an account', () => {
  async function connectAs(who: Someone, person = world.administrator, way = newWay()): Promise<Way> {
    await setOffToConnect(world.as(person), { provider: 'rival', to: '/account', ...way });
    const search = await there(way, who, {}, rival);
    const identity = await readAnswer(world.as(person), came(search, 'rival'), way.browser);
    await connectProvider(world.as(person), { ...way, identity });
    return way;
  }

  it('is asked for by its owner with a fresh proof, signs them in from then on whatever their address there, and ends when they end it', async () => {
    const person = await aPerson(world);
    const who: Someone = { sub: crypto.randomUUID(), email: 'elsewhere@rival.example', email_verified: false };
    const stale = asPerson(database.app, world.organisation, person, { provedAt: new Date(Date.now() - 3_600_000) });
    expect(await refusalCode(setOffToConnect(stale, { provider: 'rival', to: '/account', ...newWay() }))).toBe('general.proof-needed');
    await connectAs(who, person);
    expect(await signInAs(who, {}, 'rival')).toMatchObject({ person });
    const [own] = await identitiesOf(world.as(person));
    expect(own).toMatchObject({ provider: 'Rival', used: expect.any(String) });
    await disconnectProvider(world.as(person), { identity: own?.id ?? '' });
    expect(await refusalCode(signInAs(who, {}, 'rival'))).toBe('people.provider-not-connected');
  });

  it('is refused for what opens another account, and for whoever did not begin it', async () => {
    const who = { sub: crypto.randomUUID() };
    const [owner, thief] = [await aPerson(world), await aPerson(world)];
    await connectAs(who, owner);
    expect(await refusalCode(connectAs(who, thief))).toBe('people.provider-taken');
    const way = newWay();
    await setOffToConnect(world.as(owner), { provider: 'rival', to: '/account', ...way });
    const search = await there(way, { sub: crypto.randomUUID() }, {}, rival);
    const identity = await readAnswer(visitor(), came(search, 'rival'), way.browser);
    expect(await refusalCode(connectProvider(world.as(thief), { ...way, identity }))).toBe('people.visit-over');
    expect(await refusalCode(comeBack(visitor(), { ...way, identity, session: newToken() }))).toBe('people.visit-over');
  });

  it('of somebody else is not theirs to end', async () => {
    const owner = await aPerson(world);
    await connectAs({ sub: crypto.randomUUID() }, owner);
    const [own] = await identitiesOf(world.as(owner));
    const other = await aPerson(world);
    expect(await refusalCode(disconnectProvider(world.as(other), { identity: own?.id ?? '' }))).toBe('people.connection-gone');
    expect(await identitiesOf(world.as(owner))).toHaveLength(1);
  });
});

describe('an answer that does not hold', () => {
  const hour = 3_600;
  const now = Math.floor(Date.now() / 1000);
  it.each<[string, Mischief, string]>([
    ['with another nonce', { claims: { nonce: 'another' } }, 'nonce'],
    ['without a nonce', { claims: { nonce: undefined } }, 'nonce'],
    ['for another audience', { claims: { aud: 'somebody-else' } }, 'audience'],
    ['for several audiences, of whom another was meant', { claims: { aud: ['plaudit', 'b'], azp: 'b' } }, 'audience'],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }, 'issuer'],
    ['that is over', { claims: { exp: now - hour, iat: now - 2 * hour } }, 'expired'],
    ['without a signature', { alg: 'none' }, 'algorithm'],
    ['signed with the public key as a secret', { alg: 'HS256' }, 'algorithm'],
    ['signed with a key of somebody else', { foreignKey: true }, 'signature'],
    ['that says it comes from another provider', { iss: 'https://evil.example' }, 'issuer'],
    ['that does not say where it comes from', { iss: null }, 'issuer'],
  ])('%s is refused, and nothing is written', async (_what, mischief, reason) => {
    const before = await written();
    expect(await refusal(signInAs(someone(), mischief))).toMatchObject({
      code: 'people.provider-answer-invalid',
      facts: { provider: 'Valewick', reason },
    });
    expect(await written()).toBe(before);
  });

  it('is told apart from one that says "no" and from one that never comes', async () => {
    expect(await refusalCode(signInAs(someone(), { cancels: true }))).toBe('people.provider-refused');
    expect(await refusalCode(signInAs(someone(), { breaks: true }))).toBe('people.provider-silent');
  });
});

describe('a visit', () => {
  async function returned(who = someone()) {
    const way = newWay();
    await setOff(visitor(), { provider: 'valewick', to: '/home', ...way });
    const search = await there(way, who);
    return { way, search };
  }

  it('ends with its first answer: neither the code nor the state comes back to anything again', async () => {
    const { way, search } = await returned();
    const identity = await readAnswer(visitor(), came(search), way.browser);
    const answer = { ...way, identity };
    const both = await Promise.allSettled([1, 2].map(() => comeBack(visitor(), { ...answer, session: newToken() })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalCode(readAnswer(visitor(), came(search), way.browser))).toBe('people.visit-over');
  });

  it('belongs to the browser that set off: its answer opens nothing in another', async () => {
    const { way, search } = await returned();
    expect(await refusalCode(readAnswer(visitor(), came(search), newToken()))).toBe('people.visit-over');
    const identity = await readAnswer(visitor(), came(search), way.browser);
    const elsewhere = { state: way.state, browser: newToken(), identity, session: newToken() };
    expect(await refusalCode(comeBack(visitor(), elsewhere))).toBe('people.visit-over');
  });

  it('does not take the code of another visit: it was made for another verifier', async () => {
    const [one, other] = [await returned(), await returned()];
    const mixed = new URLSearchParams(one.search);
    mixed.set('code', other.search.get('code') ?? '');
    expect(await refusal(readAnswer(visitor(), came(mixed), one.way.browser))).toMatchObject({ facts: { reason: 'code' } });
  });

  it('to one provider takes no answer at the address of another', async () => {
    const { way, search } = await returned();
    expect(await refusalCode(readAnswer(visitor(), came(search, 'rival'), way.browser))).toBe('people.visit-over');
  });

  it('is over after ten minutes', async () => {
    const way = newWay();
    const at = new Date('2026-03-10T09:00:00.000Z');
    await setOff(world.asVisitor({ clock: at }), { provider: 'valewick', to: '/home', ...way });
    const looked = (ms: number) => departure({ ...visitor(), now: new Date(at.getTime() + ms) }, way.state, way.browser);
    expect(await looked(599_999)).toMatchObject({ provider: 'Valewick' });
    expect(await refusalCode(looked(600_000))).toBe('people.visit-over');
  });

  it('never leads on to another site', async () => {
    const way = newWay();
    await setOff(visitor(), { provider: 'valewick', to: '//evil.example/home', ...way });
    const identity = await readAnswer(visitor(), came(await there(way, someone())), way.browser);
    expect(await comeBack(visitor(), { ...way, identity, session: newToken() })).toMatchObject({ onward: '/home' });
  });

  it('to a provider that does not answer says so, and leads on once it does', async () => {
    const away = await openOidcProvider();
    const port = Number(new URL(away.issuer).port);
    await away.close();
    configureProviders([{ ...away.settings, id: 'away', name: 'Away', domains: [] }]);
    const way = newWay();
    await setOff(visitor(), { provider: 'away', to: '/home', ...way });
    expect(await refusal(departure(visitor(), way.state, way.browser))).toMatchObject({ code: 'people.provider-silent' });
    const back = await openOidcProvider(port);
    expect(await departure(visitor(), way.state, way.browser)).toMatchObject({ provider: 'Away' });
    await back.close();
  });
});
