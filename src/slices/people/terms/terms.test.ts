import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { resolveVisitor } from '#slices/programmes/index.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { refusalCode } from '../../../../tests/support/refusal.ts';
import { aPerson, emailOf, foundedWorld } from '../../../../tests/support/season.ts';
import { acceptedTerms, acceptTerms, currentTerms, publishTerms, requestLink, signInByLink } from '../index.ts';

const database = await testDatabase();

async function dueOf(world: Awaited<ReturnType<typeof foundedWorld>>, person: PersonId): Promise<string | undefined> {
  const [token, session] = [newToken(), newToken()];
  await requestLink(world.asVisitor(), { email: await emailOf(world, person), token });
  await signInByLink(world.asVisitor(), { token, session });
  const { log } = world.asVisitor();
  const arrival = { organisation: world.organisation, token: session, log, ids, arrived: performance.now() };
  return (await resolveVisitor(database.app, arrival)).due;
}

describe('terms', () => {
  it('are asked for at the next click, once for each version, and what was agreed to is kept with its time', async () => {
    const world = await foundedWorld(database);
    const person = await aPerson(world);
    const asAdministrator = () => world.as(world.administrator);
    expect(await dueOf(world, person)).toBeUndefined();
    await publishTerms(asAdministrator(), { kind: 'terms', body: 'Be fair to one another.' });
    expect(await dueOf(world, person)).toBe('terms');
    const at = new Date('2026-03-10T09:00:00.000Z');
    await acceptTerms(world.as(person, { clock: at }), { versions: { terms: 1 } });
    expect(await dueOf(world, person)).toBeUndefined();
    await publishTerms(asAdministrator(), { kind: 'terms', body: 'Be fair to one another, and on time.' });
    expect(await dueOf(world, person)).toBe('terms');
    expect(await acceptedTerms(world.as(person))).toEqual([{ kind: 'terms', version: 1, at: at.toISOString() }]);
  });

  it('that were replaced while they were read are not agreed to', async () => {
    const world = await foundedWorld(database);
    const person = await aPerson(world);
    for (const body of ['One.', 'Two.']) await publishTerms(world.as(world.administrator), { kind: 'privacy', body });
    expect(await refusalCode(acceptTerms(world.as(person), { versions: { privacy: 1 } }))).toBe('people.terms-changed');
    expect(await acceptedTerms(world.as(person))).toEqual([]);
  });

  it('get a number of their own each, also when several are published at once, the first ones too', async () => {
    const world = await foundedWorld(database);
    const publish = (body: string) => publishTerms(world.as(world.administrator), { kind: 'terms', body });
    const versions = (await Promise.all(['One.', 'Two.', 'Three.', 'Four.'].map(publish))).map(({ version }) => version);
    expect(versions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    expect((await currentTerms(world.asVisitor())).map(({ version }) => version)).toEqual([4]);
  });

  it('of one organisation are nothing to the people of another', async () => {
    const [world, other] = [await foundedWorld(database), await foundedWorld(database)];
    await publishTerms(world.as(world.administrator), { kind: 'terms', body: 'One.' });
    expect([await currentTerms(other.asVisitor()), await dueOf(other, other.administrator)]).toEqual([[], undefined]);
    expect(await refusalCode(publishTerms(world.as(other.administrator), { kind: 'terms', body: 'Two.' }))).toBe('general.not-found');
  });
});
