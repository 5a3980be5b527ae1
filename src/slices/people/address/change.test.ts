import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { signInForTests, withApp } from '../../../../tests/support/people/authenticator.ts';
import { refusalCode } from '../../../../tests/support/refusal.ts';
import { aPerson, emailOf, foundedWorld } from '../../../../tests/support/season.ts';
import {
  addressLink,
  configureSignIn,
  confirmAddress,
  factorsOf,
  requestAddress,
  requestLink,
  setPassword,
  signInByLink,
  signInByPassword,
  undoAddress,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const start = new Date('2026-03-10T09:00:00.000Z');
const at = (ms: number) => ({ clock: new Date(start.getTime() + ms) });
const hour = 3_600_000;
const fresh = () => `${crypto.randomUUID()}@people.example`;

beforeAll(() => configureSignIn(signInForTests));

async function ask(person: PersonId, email: string): Promise<string> {
  const token = newToken();
  await requestAddress(world.as(person, at(0)), { email, token });
  return token;
}

/** Changes the address, and answers the token of the way back. */
async function change(person: PersonId, email: string): Promise<string> {
  const undo = newToken();
  await confirmAddress(world.asVisitor(at(1)), { token: await ask(person, email), undo });
  return undo;
}

async function mailsTo(recipient: string) {
  const { rows } = await database.owner.pool.query<{ mail: string; taken: number | null }>(
    `select mail, (data ->> 'taken')::int as taken from plaudit.outbox where recipient = $1 order by created_at, id`,
    [recipient],
  );
  return rows;
}

describe('a change of address', () => {
  it('is made when it is confirmed at the new address, and told to the old one', async () => {
    const person = await aPerson(world);
    const [old, email] = [await emailOf(world, person), fresh()];
    const token = await ask(person, email.toUpperCase());
    expect([await emailOf(world, person), await addressLink(world.asVisitor(at(1)), token)]).toEqual([old, { does: 'confirm', email }]);
    await confirmAddress(world.asVisitor(at(1)), { token, undo: newToken() });
    expect(await emailOf(world, person)).toBe(email);
    expect([(await mailsTo(email)).map(({ mail }) => mail), (await mailsTo(old)).map(({ mail }) => mail)]).toEqual([
      ['people.new-address'],
      ['people.address-changed'],
    ]);
  });

  it('works once, for two hours and not at that instant, and of six presses at once one counts', async () => {
    const confirm = (token: string, ms: number) => confirmAddress(world.asVisitor(at(ms)), { token, undo: newToken() });
    const late = await ask(await aPerson(world), fresh());
    expect(await refusalCode(confirm(late, 2 * hour))).toBe('people.address-link-over');
    await confirm(late, 2 * hour - 1);
    const token = await ask(await aPerson(world), fresh());
    const presses = await Promise.allSettled(Array.from({ length: 6 }, () => confirm(token, 1)));
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('tells nobody but its owner that an address has an account: the answer, the mails and the statements are the same', async () => {
    const person = await aPerson(world);
    const taken = await emailOf(world, await aPerson(world));
    const asked = async (email: string) => {
      database.statements.length = 0;
      const answer = await requestAddress(world.as(person, at(0)), { email, token: newToken() });
      return { answer, statements: [...database.statements], mails: (await mailsTo(email)).length };
    };
    const [free, other] = [await asked(fresh()), await asked(taken)];
    expect(free.statements.length).toBeGreaterThan(3);
    expect(other).toEqual(free);
    expect(await mailsTo(taken)).toMatchObject([{ taken: 1 }]);
  });

  it('to an address that got an account meanwhile is refused, and nothing is changed', async () => {
    const [person, email] = [await aPerson(world), fresh()];
    const [token, link] = [await ask(person, email), newToken()];
    await requestLink(world.asVisitor(at(0)), { email, token: link });
    await signInByLink(world.asVisitor(at(1)), { token: link, session: newToken(), name: 'Ruth Abara' });
    expect(await refusalCode(confirmAddress(world.asVisitor(at(2)), { token, undo: newToken() }))).toBe('people.address-taken');
    expect(await emailOf(world, person)).not.toBe(email);
  });
});

describe('undoing it from the old address', () => {
  it('takes sessions, password and what was added since, and leaves what was there before', async () => {
    const person = await aPerson(world);
    const old = await emailOf(world, person);
    await withApp(world, person, new Date(start.getTime() - hour));
    const undo = await change(person, fresh());
    await withApp(world, person, new Date(start.getTime() + hour));
    await setPassword(world.as(person, at(hour)), { password: 'a sentence of a thief' });
    await undoAddress(world.asVisitor(at(2 * hour)), { token: undo });
    expect([await emailOf(world, person), (await factorsOf(world.as(person))).length]).toEqual([old, 1]);
    const attempt = { email: old, password: 'a sentence of a thief', session: newToken() };
    expect(await signInByPassword(world.asVisitor(at(2 * hour)), attempt)).toMatchObject({ person: null });
    const { rows } = await database.owner.pool.query('select 1 from directory.sessions where person_id = $1', [person]);
    expect(rows).toEqual([]);
    expect(await refusalCode(undoAddress(world.asVisitor(at(2 * hour)), { token: undo }))).toBe('people.address-link-over');
  });

  it('is possible for a week', async () => {
    const [early, late] = [await change(await aPerson(world), fresh()), await change(await aPerson(world), fresh())];
    const week = 7 * 24 * hour + 1;
    await undoAddress(world.asVisitor(at(week - 1)), { token: early });
    expect(await refusalCode(undoAddress(world.asVisitor(at(week)), { token: late }))).toBe('people.address-link-over');
  });
});
