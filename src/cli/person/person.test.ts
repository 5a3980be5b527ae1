import { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newToken } from '#platform/tokens.server.ts';
import { personByEmail, requestLink, signInByLink } from '#slices/people/index.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { signInForTests, withApp } from '#tests/support/people/authenticator.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aPerson, emailOf, foundedWorld } from '#tests/support/season.ts';
import { register } from '../person.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', database.urls.owner);
  vi.stubEnv('PLAUDIT_APP_DATABASE_URL', database.urls.app);
  vi.stubEnv('PLAUDIT_JOBS_DATABASE_URL', database.urls.jobs);
  vi.stubEnv('PLAUDIT_SECRET', signInForTests.secret);
  vi.stubEnv('PLAUDIT_DATA', temporaryFolder('person'));
  vi.stubEnv('PLAUDIT_URL', 'https://awards.example');
});
afterAll(() => {
  vi.unstubAllEnvs();
  printed.mockRestore();
});

/** What the command prints. */
async function plaudit(...words: readonly string[]): Promise<string> {
  printed.mockClear();
  const program = new Command();
  register(program);
  await program.parseAsync(['node', 'plaudit', 'person', ...words]);
  return printed.mock.calls.flat().join('\n');
}

async function sessionsOf(person: string): Promise<number> {
  const { rows } = await database.owner.pool.query('select from directory.sessions where person_id = $1', [person]);
  return rows.length;
}

const reason = 'showed her passport on a call';

test('a lost administrator: another is made on the machine, and a printed link lets them in once', async () => {
  const email = 'new.administrator@people.example';
  await plaudit('add', email, '--name', 'Noor Hallisey', '--administrator');
  const person = await personByEmail(world.asSystem(), email);
  if (!person) throw new Error('nobody was added');
  expect(await isAdministrator(world.as(person.id))).toBe(true);
  const [, token = ''] = /https:\/\/awards\.example\/link\/(\S+)/.exec(await plaudit('link', email, '--reason', reason)) ?? [];
  expect(await signInByLink(world.asVisitor(), { token, session: newToken() })).toEqual({ person: person.id, waiting: false });
  expect(await refusalCode(signInByLink(world.asVisitor(), { token, session: newToken() }))).toBe('people.link-used-or-expired');
});

test('a lost factor: a link alone does not get past it, and taking the factors away on the machine does', async () => {
  const person = await aPerson(world);
  const email = await emailOf(world, person);
  await withApp(world, person, new Date());
  const [, token = ''] = /\/link\/(\S+)/.exec(await plaudit('link', email, '--reason', reason)) ?? [];
  expect(await signInByLink(world.asVisitor(), { token, session: newToken() })).toEqual({ person, waiting: true });
  expect(await plaudit('reset-factors', email, '--reason', reason)).toContain('one factor is gone');
  expect(await sessionsOf(person)).toBe(0);
  const next = newToken();
  await requestLink(world.asVisitor(), { email, token: next });
  expect(await signInByLink(world.asVisitor(), { token: next, session: newToken() })).toEqual({ person, waiting: false });
  await plaudit('sign-out', email, '--reason', 'left the house');
  expect(await sessionsOf(person)).toBe(0);
  const { rows } = await database.owner.pool.query<{ change: string }>(
    `select data ->> 'change' as change from plaudit.outbox where person_id = $1 and mail = 'people.account-changed' order by created_at`,
    [person],
  );
  expect(rows.map(({ change }) => change)).toEqual(['factor-added', 'link-made', 'factors-reset', 'signed-out']);
});

test('an address nobody has is said, and nothing is done', async () => {
  for (const command of ['link', 'sign-out', 'reset-factors'])
    expect(await refusalCode(plaudit(command, 'nobody@people.example', '--reason', reason))).toBe('people.unknown-address');
});
