import { expect, test } from 'vitest';
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aMember, aPerson, aSeason, emailOf, foundedWorld } from '#tests/support/season.ts';
import {
  acceptInvitation,
  invitationForVisitor,
  invite,
  openInvitations,
  peopleOfProgramme,
  programmeRelations,
  resolveVisitor,
  withdrawInvitation,
  withdrawRole,
} from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const { programme } = season;

const fresh = () => `${ids.random()}@judges.example`;

async function invited(email: string, role: 'judge' | 'manager' | 'auditor' = 'judge'): Promise<string> {
  const token = newToken();
  await invite(world.as(season.manager), { programme, email, name: 'Maren Oduya', role, token });
  return token;
}

const accountsOf = async (email: string) =>
  (await database.owner.pool.query<{ id: PersonId }>('select id from directory.people where email = $1', [email])).rows.map(({ id }) => id);
const rolesHeld = async (person: PersonId) => (await programmeRelations(world.as(person), programme)).map(String);
const sessionsOf = async (person: PersonId) =>
  (await database.owner.pool.query('select from directory.sessions where person_id = $1', [person])).rowCount;

test('an invitation is mailed to the person invited, and the link in it is kept nowhere but there', async () => {
  const email = fresh();
  const token = await invited(email);
  const { rows } = await database.owner.pool.query('select mail, recipient, data from plaudit.outbox where recipient = $1', [email]);
  expect(rows).toEqual([
    {
      mail: 'programmes.invitation',
      recipient: email,
      data: { token, name: 'Maren Oduya', role: 'judge', programme: 'The Handbell Awards' },
    },
  ]);
  const kept = await database.owner.pool.query('select from plaudit.invitations i where i::text like $1', [`%${token}%`]);
  expect(kept.rowCount).toBe(0);
});

test('looking at an invitation tells what it is about and uses nothing up', async () => {
  const email = fresh();
  const token = await invited(email, 'auditor');
  const seen = {
    programme: 'The Handbell Awards',
    role: 'auditor',
    email,
    name: 'Maren Oduya',
    invitedBy: 'Ilse Quarrington',
    known: false,
    forAnother: false,
  };
  expect(await invitationForVisitor(world.asVisitor(), token)).toEqual(seen);
  expect(await invitationForVisitor(world.asVisitor(), token)).toEqual(seen);
  expect(await invitationForVisitor(world.asVisitor(), newToken())).toBeUndefined();
});

test('an invitation accepted many times at once is accepted exactly once, and makes one account, one role and one session', async () => {
  const email = fresh();
  const token = await invited(email);
  const accept = () => acceptInvitation(world.asVisitor(), { token, name: 'Maren Oduya', session: newToken() });
  const outcomes = await Promise.allSettled([accept(), accept(), accept(), accept()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
  const accounts = await accountsOf(email);
  expect(accounts.length).toBe(1);
  const [person] = accounts;
  if (!person) throw new Error('no account');
  expect([await rolesHeld(person), await sessionsOf(person)]).toEqual([['judge'], 1]);
  expect(await refusalCode(accept())).toBe('people.invitation-used-or-expired');
});

test('a retry of the same form under its key is answered as the first time and makes nothing twice', async () => {
  const email = fresh();
  const input = { token: await invited(email), name: 'Maren Oduya', session: newToken() };
  const accept = () => acceptInvitation(world.asVisitor({ key: 'the-same-key' }), input);
  const [first, second] = await Promise.all([accept(), accept()]);
  expect(second).toEqual(first);
  expect((await accountsOf(email)).length).toBe(1);
});

test('somebody new gives a name before an account is made', async () => {
  const email = fresh();
  const token = await invited(email);
  const found = await refusal(acceptInvitation(world.asVisitor(), { token, session: newToken() }));
  expect(found).toEqual({ code: 'general.invalid-input', facts: { count: 1 }, fields: ['name: field.required'] });
  expect(await accountsOf(email)).toEqual([]);
});

test('the mailed link signs in a visitor whose address has an account, and the session is theirs', async () => {
  const person = await aPerson(world, 'Dag Vennerstad');
  const [token, session] = [await invited(await emailOf(world, person)), newToken()];
  await acceptInvitation(world.asVisitor(), { token, session });
  const arrival = { organisation: world.organisation, token: session, log: world.asVisitor().log, ids, arrived: performance.now() };
  const visitor = await resolveVisitor(database.app, arrival);
  expect(visitor.ctx.actor).toEqual({ kind: 'person', id: person, sessionId: expect.any(String), provedAt: expect.any(Date) });
  expect([visitor.person?.name, visitor.administrator, visitor.roles]).toEqual(['Dag Vennerstad', false, [{ programme, role: 'judge' }]]);
});

test('an invitation is not for whoever else is signed in, and stays open for the person invited', async () => {
  const person = await aPerson(world);
  const token = await invited(await emailOf(world, person));
  const other = await aPerson(world, 'Tobiah Renn');
  expect(await refusalCode(acceptInvitation(world.as(other), { token, session: newToken() }))).toBe('people.invitation-for-another');
  expect((await invitationForVisitor(world.as(other), token))?.forAnother).toBe(true);
  await acceptInvitation(world.as(person), { token, session: newToken() });
  expect([await rolesHeld(person), await rolesHeld(other), await sessionsOf(person)]).toEqual([['judge'], [], 0]);
});

test('an invitation works until thirty days have passed, to the millisecond', async () => {
  const sent = new Date('2026-02-01T12:00:00Z');
  const until = sent.getTime() + 30 * 86_400_000;
  const [first, second] = [newToken(), newToken()];
  for (const token of [first, second])
    await invite(world.as(season.manager, { clock: sent }), { programme, email: fresh(), name: 'Noor Hallisey', role: 'judge', token });
  const accept = (token: string, at: number) =>
    acceptInvitation(world.asVisitor({ clock: new Date(at) }), { token, name: 'Noor', session: newToken() });
  await accept(first, until - 1);
  expect(await refusalCode(accept(second, until))).toBe('people.invitation-used-or-expired');
});

test('whoever holds a role already is not invited to it again', async () => {
  const judge = await aMember(world, programme, 'judge', 'Maren Oduya');
  const email = await emailOf(world, judge);
  const again = invite(world.as(season.manager), { programme, email, name: 'Maren', role: 'judge', token: newToken() });
  expect(await refusal(again)).toEqual({ code: 'programmes.role-held', facts: { email }, fields: [] });
});

const openOf = async (email: string) =>
  (await openInvitations(world.as(season.manager), programme)).filter((each) => each.email === email).map(({ id }) => id);
const joining = (token: string) => acceptInvitation(world.asVisitor(), { token, name: 'Maren Oduya', session: newToken() });

test('the link of an invitation that was withdrawn is refused at once, and it cannot be withdrawn twice', async () => {
  const email = fresh();
  const token = await invited(email);
  const [invitation = ''] = await openOf(email);
  const withdraw = () => withdrawInvitation(world.as(season.manager), { programme, invitation });
  await withdraw();
  expect(await invitationForVisitor(world.asVisitor(), token)).toBeUndefined();
  expect([await refusalCode(joining(token)), await refusalCode(withdraw())]).toEqual([
    'people.invitation-used-or-expired',
    'programmes.invitation-not-open',
  ]);
  expect([await openOf(email), await accountsOf(email)]).toEqual([[], []]);
});

test('inviting an address again to a role ends the link sent before, and to another role does not', async () => {
  const email = fresh();
  const [first, other] = [await invited(email), await invited(email, 'auditor')];
  const second = await invited(email);
  expect(await refusalCode(joining(first))).toBe('people.invitation-used-or-expired');
  expect((await openOf(email)).length).toBe(2);
  expect([(await joining(second)).role, (await joining(other)).role]).toEqual(['judge', 'auditor']);
  expect(await openOf(email)).toEqual([]);
});

test('of invitations sent and accepted at the same moment at most one stays open, and none beside the role', async () => {
  const email = fresh();
  const token = await invited(email);
  const outcomes = await Promise.allSettled([joining(token), invited(email), invited(email)]);
  const [joined] = outcomes.map(({ status }) => status);
  expect((await openOf(email)).length).toBe(joined === 'fulfilled' ? 0 : 1);
});

test('an invitation is withdrawn by a manager of its own programme only', async () => {
  const email = fresh();
  const token = await invited(email);
  const [invitation = ''] = await openOf(email);
  const elsewhere = await aSeason(world);
  const auditor = await aMember(world, programme, 'auditor', 'Piet Aldous');
  for (const person of [auditor, elsewhere.manager, await aPerson(world)])
    expect(await refusalCode(withdrawInvitation(world.as(person), { programme, invitation }))).toBe('general.not-found');
  const inTheirs = withdrawInvitation(world.as(elsewhere.manager), { programme: elsewhere.programme, invitation });
  expect(await refusalCode(inTheirs)).toBe('programmes.invitation-not-open');
  expect((await joining(token)).role).toBe('judge');
});

test('a role taken away ends at once, and cannot be taken away twice', async () => {
  const judge = await aMember(world, programme, 'judge', 'Maren Oduya');
  const withdraw = () => withdrawRole(world.as(season.manager), { programme, person: judge, role: 'judge' });
  const outcomes = await Promise.allSettled([withdraw(), withdraw()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rolesHeld(judge)).toEqual([]);
});

test('only managers invite, take roles away and see who has them', async () => {
  const judge = await aMember(world, programme, 'judge', 'Maren Oduya');
  const auditor = await aMember(world, programme, 'auditor', 'Piet Aldous');
  const before = (await openInvitations(world.as(season.manager), programme)).length;
  for (const person of [judge, auditor, await aPerson(world)]) {
    const ctx = world.as(person);
    expect(await refusalCode(invite(ctx, { programme, email: fresh(), name: 'A', role: 'manager', token: newToken() }))).toBe(
      'general.not-found',
    );
    expect(await refusalCode(withdrawRole(ctx, { programme, person: season.manager, role: 'manager' }))).toBe('general.not-found');
  }
  expect(await refusalCode(peopleOfProgramme(world.as(judge), programme))).toBe('general.not-found');
  expect(
    (await peopleOfProgramme(world.as(auditor), programme)).filter(({ role }) => role === 'auditor').map(({ person }) => person),
  ).toContain(auditor);
  expect((await openInvitations(world.as(season.manager), programme)).length).toBe(before);
});

test('a session that is unknown or over makes a visitor', async () => {
  const [session, email] = [newToken(), fresh()];
  await acceptInvitation(world.asVisitor(), { token: await invited(email), name: 'Maren', session });
  const arrival = { organisation: world.organisation, log: world.asVisitor().log, ids, arrived: performance.now() };
  const actorOf = async (token: string | undefined) => (await resolveVisitor(database.app, { ...arrival, token })).ctx.actor.kind;
  expect([await actorOf(session), await actorOf(newToken()), await actorOf(undefined)]).toEqual(['person', 'visitor', 'visitor']);
  await database.setClock(new Date(Date.now() + 31 * 86_400_000));
  expect(await actorOf(session)).toBe('visitor');
  await database.setClock(undefined);
});
