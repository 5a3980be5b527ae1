import { expect, test } from 'vitest';
import { scopes } from '#core/access/scopes.ts';
import { erasePerson } from '#slices/people/index.ts';
import { withdrawRole } from '#slices/programmes/index.ts';
import { aKey, anApi } from '#tests/support/api/api.ts';
import { clientOf } from '#tests/support/api/client.ts';
import { asPerson, asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { keySecretOf } from '../door.ts';
import { forgetShown } from './key-store.ts';
import { hideKey, makeKey, revokeKey } from './keys.ts';
import { keysOfPerson } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const now = dates.whileOpen;
await database.setClock(now);
const api = await anApi(world);
const call = clientOf(api);
const listing = { provedAt: now, scopes: ['read:programmes'] as const };
const day = 86_400_000;

const slugs = async (key: string) => (await call('listManagedProgrammes', { key })).answer.items.map(({ slug }) => slug);
const codeOf = async (key: string) => ((await (await api.ask('/manage/programmes', { key })).json()) as { code?: string }).code;

test('a key may what its person may now: with the role it loses the right at once', async () => {
  const helper = await aMember(world, season.programme, 'manager', 'Petra Holm');
  const { secret } = await aKey(world, helper, listing);
  expect(await slugs(secret)).toEqual([season.slug]);
  await withdrawRole(world.as(season.manager), { programme: season.programme, person: helper, role: 'manager' });
  expect(await slugs(secret)).toEqual([]);
});

test('a key for one programme reaches no other, also that of an administrator', async () => {
  const other = await aSeason(world);
  const { secret } = await aKey(world, world.administrator, { scopes, provedAt: now, programmes: [other.programme] });
  expect(await slugs(secret)).toEqual([other.slug]);
  await call('readProgrammeTexts', { key: secret, params: { programme: other.slug } });
  await expect(call('readProgrammeTexts', { key: secret, params: { programme: season.slug } })).rejects.toMatchObject({ status: 404 });
  await expect(call('startEntry', { key: secret, body: { category: season.categories[0] } })).rejects.toMatchObject({ status: 404 });
  const { answer } = await call('startEntry', { key: secret, body: { category: other.categories[0] } });
  const wide = await aKey(world, world.administrator, { scopes, provedAt: now });
  const own = await call('startEntry', { key: wide.secret, body: { category: season.categories[0] } });
  expect((await call('listEntries', { key: secret })).answer.items.map(({ id }) => id)).toEqual([answer.entry]);
  await expect(call('readEntry', { key: secret, params: own.answer })).rejects.toMatchObject({ status: 404 });
});

test('a key that expired, was revoked or belongs to nobody any more opens nothing, and all look alike', async () => {
  const [gone, stays] = [await aPerson(world), await aPerson(world)];
  const erased = await aKey(world, gone, listing);
  const revoked = await aKey(world, stays, listing);
  const expiring = await aKey(world, stays, listing);
  expect(await slugs(expiring.secret)).toEqual([]);
  await revokeKey(world.as(stays), { key: revoked.id });
  await erasePerson(asSystem(database.jobs, world.organisation), { person: gone, reason: 'asked for it', insist: true });
  expect([await codeOf(erased.secret), await codeOf(revoked.secret)]).toEqual(['api.key-refused', 'api.key-refused']);
  await database.setClock(new Date(now.getTime() + 30 * day));
  expect(await codeOf(expiring.secret)).toBe('api.key-refused');
  await database.setClock(now);
  const left = await database.owner.pool.query('select from plaudit.api_keys where person_id = $1', [gone]);
  expect(left.rowCount).toBe(0);
});

test('a key is shown for ten minutes, until it is kept or until it is used, and lies nowhere in the clear', async () => {
  const person = await aPerson(world);
  const [first, second, third] = [
    await aKey(world, person, listing),
    await aKey(world, person, listing),
    await aKey(world, person, listing),
  ];
  const shown = async () => (await keysOfPerson(world.as(person, { clock: now }))).flatMap(({ secret }) => secret ?? []).toSorted();
  expect(await shown()).toEqual([first.secret, second.secret, third.secret].toSorted());
  await hideKey(world.as(person), { key: first.id });
  await slugs(second.secret);
  expect(await shown()).toEqual([third.secret]);
  expect((await keysOfPerson(world.as(person, { clock: new Date(now.getTime() + 600_001) }))).some(({ secret }) => secret)).toBe(false);
  await database.setClock(new Date(now.getTime() + 600_001));
  await forgetShown(database.jobs, world.organisation);
  await database.setClock(now);
  const { rows } = await database.owner.pool.query<{ row: string }>(
    'select k::text as row from plaudit.api_keys k where person_id = $1 and sealed_secret is not null',
    [person],
  );
  expect(rows).toEqual([]);
  const everything = await database.owner.pool.query<{ row: string }>(
    'select k::text as row from plaudit.api_keys k union all select i::text from plaudit.idempotency_keys i union all select b.body from plaudit.audit_bodies b',
  );
  expect(everything.rows.some(({ row }) => row?.includes(third.secret.slice(15)))).toBe(false);
});

test('making a key asks for a fresh proof, and names only programmes one has a part in', async () => {
  const person = await aPerson(world);
  const input = {
    name: 'Export',
    scopes: ['read:entries' as const],
    programmes: [],
    days: 30,
    secret: keySecretOf('a key of a form', person),
  };
  const stale = asPerson(database.app, world.organisation, person, { provedAt: new Date(now.getTime() - day) });
  expect(await refusalCode(makeKey(stale, input))).toBe('general.proof-needed');
  const fresh = world.as(person, { clock: now });
  expect(await refusalCode(makeKey(fresh, { ...input, programmes: [season.programme] }))).toBe('general.invalid-input');
});

test('what a key did is in the record under its person and under the key', async () => {
  const { secret, id } = await aKey(world, season.manager, { scopes: ['write:companies'], provedAt: now });
  const { answer } = await call('addCompany', { key: secret, body: { name: 'Penmarrow Bank' } });
  const { rows } = await database.owner.pool.query<{ body: string }>(
    `select b.body from plaudit.audit_events e join plaudit.audit_bodies b on b.event_id = e.id where e.kind = 'companies.company-added' and e.subject_id = $1`,
    [answer.company],
  );
  expect(JSON.parse(rows[0]?.body ?? '{}')).toMatchObject({ actor: season.manager, apiKey: id });
});

test('while terms wait for the person, the key waits too', async () => {
  const person = await aPerson(world);
  const { secret } = await aKey(world, person, listing);
  const { pool } = database.owner;
  await pool.query(
    `insert into plaudit.terms (organisation_id, kind, version, body, published_at) values ($1, 'terms', 1, 'Be kind.', $2)`,
    [world.organisation, now],
  );
  expect(await codeOf(secret)).toBe('api.person-waits');
  await pool.query('delete from plaudit.terms where organisation_id = $1', [world.organisation]);
  expect(await slugs(secret)).toEqual([]);
});
