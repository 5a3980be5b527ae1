import { describe, expect, it } from 'vitest';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { hashToken, newToken } from '#platform/tokens.server.ts';
import { asSystem, asVisitor } from '../../../tests/support/contexts.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { refusal, refusalCode } from '../../../tests/support/refusal.ts';
import { aPerson, emailOf, foundedWorld } from '../../../tests/support/season.ts';
import {
  addPerson,
  erasePerson,
  foundOrganisation,
  linkForVisitor,
  makeSetUpLink,
  onwardPath,
  requestLink,
  setPassword,
  setUp,
  signInByLink,
  signInByPassword,
  signOut,
} from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const minute = 60_000;
const start = new Date('2026-03-10T09:00:00.000Z');
const after = (ms: number) => ({ clock: new Date(start.getTime() + ms) });
const fresh = () => `${ids.random()}@people.example`;
const password = 'a sentence is easier';

async function linkFor(email: string): Promise<string> {
  const token = newToken();
  await requestLink(world.asVisitor(after(0)), { email, token });
  return token;
}

async function sessionsOf(person: string): Promise<number> {
  const { rows } = await database.owner.pool.query('select 1 from directory.sessions where person_id = $1', [person]);
  return rows.length;
}

describe('a sign-in link', () => {
  it('works until thirty minutes have passed and not at that instant', async () => {
    const email = await emailOf(world, await aPerson(world));
    const [early, late] = [await linkFor(email), await linkFor(email)];
    expect(await linkForVisitor({ ...world.asVisitor(), now: after(30 * minute - 1).clock }, early)).toEqual({ email, known: true });
    await signInByLink(world.asVisitor(after(30 * minute - 1)), { token: early, session: newToken() });
    expect(await refusalCode(signInByLink(world.asVisitor(after(30 * minute)), { token: late, session: newToken() }))).toBe(
      'people.link-used-or-expired',
    );
  });

  it('signs in once, also when it is pressed six times at once', async () => {
    const person = await aPerson(world);
    const token = await linkFor(await emailOf(world, person));
    const presses = await Promise.allSettled(
      Array.from({ length: 6 }, () => signInByLink(world.asVisitor(after(1)), { token, session: newToken() })),
    );
    expect(presses.filter((press) => press.status === 'fulfilled')).toHaveLength(1);
    expect(await sessionsOf(person)).toBe(1);
  });

  it('makes the account of somebody new, who gives a name', async () => {
    const email = fresh();
    const token = await linkFor(email);
    expect(await refusal(signInByLink(world.asVisitor(after(1)), { token, session: newToken() }))).toMatchObject({
      fields: ['name: field.required'],
    });
    const { person } = await signInByLink(world.asVisitor(after(2)), { token, session: newToken(), name: 'Noor Hallisey' });
    const { rows } = await database.owner.pool.query('select email, name from directory.people where id = $1', [person]);
    expect(rows).toEqual([{ email, name: 'Noor Hallisey' }]);
  });

  it('is mailed to known and unknown addresses alike, so that nobody learns who has an account', async () => {
    const [known, unknown] = [await emailOf(world, await aPerson(world)), fresh()];
    expect(await requestLink(world.asVisitor(), { email: known, token: newToken() })).toEqual(
      await requestLink(world.asVisitor(), { email: unknown, token: newToken() }),
    );
    const { rows } = await database.owner.pool.query(
      `select recipient, mail from plaudit.outbox where recipient = any ($1) order by recipient`,
      [[known, unknown]],
    );
    expect(rows).toEqual([known, unknown].sort().map((recipient) => ({ recipient, mail: 'people.sign-in-link' })));
  });

  it('and a session are kept as hashes only', async () => {
    const token = await linkFor(await emailOf(world, await aPerson(world)));
    const session = newToken();
    await signInByLink(world.asVisitor(after(1)), { token, session });
    const { rows } = await database.owner.pool.query(
      'select (select count(*)::int from directory.links where token_hash = $1) as links, (select count(*)::int from directory.sessions where token_hash = $2) as sessions',
      [hashToken(token), hashToken(session)],
    );
    expect(rows).toEqual([{ links: 1, sessions: 1 }]);
  });

  it.each([
    ['/entries/1?tab=files', '/entries/1?tab=files'],
    ['//evil.example', '/home'],
    ['/\\evil.example', '/home'],
    ['https://evil.example', '/home'],
    ['', '/home'],
  ])('leads on to %j as %j', (to, expected) => {
    expect(onwardPath(to)).toBe(expected);
  });
});

describe('a password', () => {
  const withPassword = async () => {
    const email = fresh();
    const { person } = await addPerson(world.asSystem(), { email, name: 'Tobiah Renn', password });
    return { email, person };
  };

  it('signs in whoever has it, and nobody else', async () => {
    const { email, person } = await withPassword();
    const attempt = (given: string, address = email) =>
      signInByPassword(world.asVisitor(after(0)), { email: address, password: given, session: newToken() });
    expect(await attempt(password, email.toUpperCase())).toEqual({ person, waitMinutes: 0, waiting: false });
    expect(await attempt('another sentence')).toEqual({ person: null, waitMinutes: 0, waiting: false });
    expect(await attempt(password, fresh())).toEqual({ person: null, waitMinutes: 0, waiting: false });
    expect(await sessionsOf(person)).toBe(1);
  });

  it('is paused after ten wrong ones, until a quarter of an hour after the first', async () => {
    const { email, person } = await withPassword();
    const attempt = (given: string, ms: number) =>
      signInByPassword(world.asVisitor(after(ms)), { email, password: given, session: newToken() });
    for (let i = 0; i < 10; i += 1) await attempt('wrong', i);
    expect(await attempt(password, 5 * minute)).toEqual({ person: null, waitMinutes: 10, waiting: false });
    expect(await attempt(password, 15 * minute - 1)).toEqual({ person: null, waitMinutes: 1, waiting: false });
    expect(await attempt(password, 15 * minute)).toEqual({ person, waitMinutes: 0, waiting: false });
  });

  it('that is changed ends every other session', async () => {
    const { person } = await withPassword();
    for (const ms of [1, 2])
      await signInByPassword(world.asVisitor(after(ms)), { email: await emailOf(world, person), password, session: newToken() });
    expect(await refusalCode(setPassword(world.as(person), { password: 'too short' }))).toBe('people.password-too-weak');
    expect(await sessionsOf(person)).toBe(2);
    await setPassword(world.as(person), { password: 'another sentence' });
    expect(await sessionsOf(person)).toBe(0);
  });
});

describe('an installation', () => {
  it('is set up once: by the first organiser who uses a link, and by no second with another', async () => {
    const organisation = ids.next<OrganisationId>();
    await foundOrganisation(asSystem(database.app, organisation), { slug: 'fresh', name: 'Plaudit' });
    const links = [newToken(), newToken()];
    for (const token of links) await makeSetUpLink(asSystem(database.app, organisation), { token });
    const arrive = (token = '') => {
      const who = { email: fresh(), name: 'Ilse Quarrington', password, session: newToken() };
      return setUp(asVisitor(database.app, organisation), { token, organisation: 'Aldersea Institute of Service', ...who });
    };
    const arrivals = await Promise.allSettled([...links, ...links].map(arrive));
    expect(arrivals.filter((arrival) => arrival.status === 'fulfilled')).toHaveLength(1);
    for (const token of links) expect(await refusalCode(arrive(token))).toBe('people.set-up-done');
    const { rows } = await database.owner.pool.query('select name from directory.organisations where id = $1', [organisation]);
    expect(rows).toEqual([{ name: 'Aldersea Institute of Service' }]);
  });

  it('signs a person out of the session they are in', async () => {
    const person = await aPerson(world);
    const session = newToken();
    await signInByLink(world.asVisitor(after(1)), { token: await linkFor(await emailOf(world, person)), session });
    const { rows } = await database.owner.pool.query<{ id: string }>('select id from directory.sessions where person_id = $1', [person]);
    await signOut({ ...world.as(person), actor: { kind: 'person', id: person, sessionId: rows[0]?.id ?? '' } }, {});
    expect(await sessionsOf(person)).toBe(0);
  });
});

describe('erasing a person', () => {
  it('takes name, address, password and sessions, and leaves the id for what must stay explained', async () => {
    const email = fresh();
    const { person } = await addPerson(world.asSystem(), { email, name: 'Dag Vennerstad', password });
    await signInByPassword(world.asVisitor(after(0)), { email, password, session: newToken() });
    const jobs = { ...world.asSystem(), database: database.jobs, db: database.jobs.db };
    expect(await erasePerson(jobs, { person, reason: 'asked for it' })).toEqual({ bodies: 2 });
    const { rows } = await database.owner.pool.query('select email, name, password_hash from directory.people where id = $1', [person]);
    expect(rows).toEqual([{ email: null, name: '', password_hash: null }]);
    expect(await sessionsOf(person)).toBe(0);
    expect(await signInByPassword(world.asVisitor(after(1)), { email, password, session: newToken() })).toEqual({
      person: null,
      waitMinutes: 0,
      waiting: false,
    });
  });

  it('is refused to everybody but the system', async () => {
    const person = await aPerson(world);
    expect(await refusalCode(erasePerson(world.as(world.administrator), { person, reason: 'because' }))).toBe('general.not-found');
    expect(await refusalCode(erasePerson(world.asVisitor(), { person, reason: 'because' }))).toBe('general.sign-in-needed');
  });
});
