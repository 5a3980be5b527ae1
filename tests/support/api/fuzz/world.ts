/** A season with something behind most addresses, and keys of several reaches. */
import { type Scope, scopes } from '#core/access/scopes.ts';
import { writeCursor } from '#platform/database/keyset.ts';
import { addCompany } from '#slices/companies/index.ts';
import { addWebhook } from '#slices/integrations/index.ts';
import type { TestDatabase } from '../../database.ts';
import { aPanel, type Panel } from '../../panel.ts';
import { sealAll } from '../../record/sealed.ts';
import { aDraft, aPerson, aSubmission, dates, foundedWorld } from '../../season.ts';
import { aKey, configureForTests } from '../api.ts';
import type { FuzzActor } from './fuzz.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

export type FuzzedWorld = {
  readonly season: Panel;
  readonly actors: readonly FuzzActor[];
  readonly known: Readonly<Record<string, readonly string[]>>;
};

export async function fuzzedWorld(database: TestDatabase): Promise<FuzzedWorld> {
  configureForTests();
  const world = await foundedWorld(database);
  const season = await aPanel(world, { seats: 1, judges: 2 });
  const { manager, programme } = season;
  const clock = dates.whileOpen;
  const draft = await aDraft(season, { owner: manager });
  const submitted = await aSubmission(season, { owner: manager, category: 1 });
  const { company } = await addCompany(season.as(manager), { name: 'Wick Lower Mutual', country: 'IE', note: '' });
  const hook = { programme, address: 'https://127.0.0.1/hook', note: '', kinds: ['entry.accepted' as const], secret: `${'A'.repeat(43)}=` };
  const { webhook } = await addWebhook(season.as(manager, { clock }), hook);
  await sealAll(database.jobs, world.organisation);
  const key = async (name: string, person: typeof manager, own: readonly Scope[]): Promise<FuzzActor> => ({
    name,
    scopes: own,
    key: (await aKey(season, person, { scopes: own })).secret,
  });
  const actors = [
    { name: 'nobody', key: undefined, scopes: [] },
    await key('a manager', manager, scopes),
    await key('another key of the manager', manager, scopes),
    await key('a reader', manager, ['read:entries', 'read:programmes']),
    await key('a stranger', await aPerson(season), scopes),
  ];
  const known = {
    programme: [season.slug],
    edition: [season.editionSlug],
    entry: [draft.entry, submitted.entry, ...season.entries],
    category: [...season.categories],
    company: [company],
    webhook: [webhook],
    person: season.judges.map(String),
    role: ['judge', 'auditor'],
    address: ['https://example.org/hook'],
    state: ['on', 'submitted', 'failed'],
    after: ['3', writeCursor('a', nobody), writeCursor('2026-03-20T00:00:00.000Z', nobody)],
    limit: ['1', '100'],
  };
  await database.setClock(clock);
  return { season, actors, known };
}
