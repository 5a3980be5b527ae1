import { beforeAll, describe, expect, it } from 'vitest';
import { newToken } from '#platform/tokens.server.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { signInForTests } from '../../../../tests/support/people/authenticator.ts';
import { refusal } from '../../../../tests/support/refusal.ts';
import { foundedWorld } from '../../../../tests/support/season.ts';
import { knownToken } from '../door.ts';
import { addPerson, configureSignIn, requestLink, signInByPassword } from '../index.ts';
import { placeOf } from './attempts.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const start = new Date('2026-03-10T09:00:00.000Z');
const password = 'a sentence is easier';
const fresh = () => `${crypto.randomUUID()}@people.example`;

beforeAll(() => configureSignIn(signInForTests));

/** A request from somewhere, by a browser that was signed in to some accounts before. */
const from = (address: string, known: readonly string[] = []) => ({
  ...world.asVisitor({ clock: start }),
  client: { address, agent: '', known },
});

type Attempt = { readonly email: string; readonly given?: string; readonly known?: readonly string[] };

async function attempt(address: string, { email, given = 'wrong', known = [] }: Attempt) {
  const { person, waitMinutes } = await signInByPassword(from(address, known), { email, password: given, session: newToken() });
  return waitMinutes > 0 ? 'waits' : person === null ? 'wrong' : 'in';
}

async function times<T>(count: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < count; i += 1) results.push(await work(i));
  return results;
}

describe('guessing', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['2001:db8:0:1::2', '2001:db8:0:1'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('from %j counts for %j', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });

  it('shuts out whoever guesses, and neither their neighbours nor the owner', async () => {
    const [one, other] = [fresh(), fresh()];
    for (const email of [one, other]) await addPerson(world.asSystem(), { email, name: 'Tobiah Renn', password });
    expect(new Set(await times(10, () => attempt('198.51.100.7', { email: one })))).toEqual(new Set(['wrong']));
    expect(await attempt('198.51.100.7', { email: one, given: password })).toBe('waits');
    expect(await attempt('198.51.100.7', { email: other, given: password })).toBe('in');
    expect(await attempt('203.0.113.9', { email: one, given: password })).toBe('in');
  });

  it('from a hundred places at once waits as well, except for a browser that was signed in before', async () => {
    const email = fresh();
    const { person } = await addPerson(world.asSystem(), { email, name: 'Tobiah Renn', password });
    expect(new Set(await times(100, (i) => attempt(`203.0.113.${i}`, { email })))).toEqual(new Set(['wrong']));
    expect(await attempt('192.0.2.1', { email, given: password })).toBe('waits');
    expect(await attempt('192.0.2.1', { email, given: password, known: [knownToken(crypto.randomUUID())] })).toBe('waits');
    expect(await attempt('192.0.2.1', { email, given: password, known: [knownToken(person)] })).toBe('in');
  });

  it('tells nobody whether an address has an account: the answer and the statements are the same', async () => {
    const email = fresh();
    await addPerson(world.asSystem(), { email, name: 'Tobiah Renn', password });
    const asked = async (address: string) => {
      database.statements.length = 0;
      const answer = await signInByPassword(from('192.0.2.7'), { email: address, password: 'wrong', session: newToken() });
      return { answer, statements: [...database.statements] };
    };
    const [known, unknown] = [await asked(email), await asked(fresh())];
    expect(known.statements.length).toBeGreaterThan(3);
    expect(unknown).toEqual(known);
  });
});

describe('links', () => {
  it('are mailed five times in a quarter of an hour to one address from one place, and no more', async () => {
    const email = fresh();
    const ask = () => requestLink(from('198.51.100.8'), { email, token: newToken() });
    await times(5, ask);
    expect(await refusal(ask())).toMatchObject({ code: 'people.too-many-links', facts: { minutes: 15 } });
    const { rows } = await database.owner.pool.query('select 1 from plaudit.outbox where recipient = $1', [email]);
    expect(rows).toHaveLength(5);
    await requestLink(from('203.0.113.10'), { email, token: newToken() });
  });
});
