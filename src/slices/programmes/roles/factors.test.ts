import { expect, test } from 'vitest';
import { ids, type PersonId, type ProgrammeId } from '#platform/ids.ts';
import { hashToken, newToken } from '#platform/tokens.server.ts';
import { requestLink, signInByLink } from '#slices/people/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { withApp } from '#tests/support/people/authenticator.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aPerson, aSeason, emailOf, foundedWorld } from '#tests/support/season.ts';
import { factorRoles, requireFactorOfRoles, resolveVisitor } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const [season, other] = [await aSeason(world), await aSeason(world)];
const { programme, manager } = season;

async function signedIn(person: PersonId): Promise<string> {
  const [token, session] = [newToken(), newToken()];
  await requestLink(world.asVisitor(), { email: await emailOf(world, person), token });
  await signInByLink(world.asVisitor(), { token, session });
  return session;
}

async function dueIn(token: string) {
  const { log } = world.asVisitor();
  return (await resolveVisitor(database.app, { organisation: world.organisation, token, log, ids, arrived: performance.now() })).due;
}

const dueOf = async (person: PersonId) => dueIn(await signedIn(person));
const judgeOf = (programme: ProgrammeId) => aMember(world, programme, 'judge', 'Maren Oduya');

test('a programme asks a second factor of the roles its managers name: of whoever holds one of them, and of nobody else', async () => {
  const [judge, auditor] = [await judgeOf(programme), await aMember(world, programme, 'auditor', 'Aino Vuori')];
  const [elsewhere, stranger] = [await judgeOf(other.programme), await aPerson(world)];
  const everybody = async () => Promise.all([judge, auditor, elsewhere, stranger, manager].map(dueOf));
  expect(await everybody()).toEqual(Array(5).fill(undefined));
  await requireFactorOfRoles(season.as(manager), { programme, roles: ['judge'] });
  expect(await everybody()).toEqual(['factor', undefined, undefined, undefined, undefined]);
  expect(await factorRoles(season.as(auditor), programme)).toEqual(['judge']);
  await withApp(world, judge, new Date());
  const token = await signedIn(judge);
  await database.owner.pool.query('update directory.sessions set strong = true, waiting = false where token_hash = $1', [hashToken(token)]);
  expect(await dueIn(token)).toBeUndefined();
  await requireFactorOfRoles(season.as(manager), { programme, roles: [] });
  expect(await dueOf(auditor)).toBeUndefined();
});

test('what a programme asks of its people is for its managers to say, with a fresh proof', async () => {
  const judge = await judgeOf(programme);
  expect(await refusalCode(requireFactorOfRoles(season.as(judge), { programme, roles: [] }))).toBe('general.not-found');
  expect(await refusalCode(requireFactorOfRoles(season.as(other.manager), { programme, roles: [] }))).toBe('general.not-found');
  expect(await refusalCode(factorRoles(season.as(judge), programme))).toBe('general.not-found');
});
