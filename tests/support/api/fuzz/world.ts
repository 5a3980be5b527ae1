/** A season with something behind most addresses, and keys of several reaches. */
import { type Scope, scopes } from '#core/access/scopes.ts';
import { writeCursor } from '#platform/database/keyset.ts';
import { configureFiles } from '#platform/files.server.ts';
import type { EntryId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { addCompany } from '#slices/companies/index.ts';
import { addFile, takeUpload } from '#slices/entries/index.ts';
import { addWebhook } from '#slices/integrations/index.ts';
import { invite } from '#slices/programmes/index.ts';
import type { TestDatabase } from '../../database.ts';
import { temporaryFolder } from '../../folders.ts';
import { aPanel, type Panel } from '../../panel.ts';
import { sealAll } from '../../record/sealed.ts';
import { aDraft, aPerson, aSubmission, dates, foundedWorld } from '../../season.ts';
import { aKey, configureForTests } from '../api.ts';
import type { FuzzActor } from './fuzz.ts';

/** So many of each thing that an operation uses up, or changes by chance into something another one does not want. */
const several = [0, 1, 2, 3, 4, 5] as const;

const nobody = '00000000-0000-4000-8000-000000000000';

export type FuzzedWorld = {
  readonly season: Panel;
  readonly actors: readonly FuzzActor[];
  readonly known: Readonly<Record<string, readonly string[]>>;
};

async function invited(season: Panel, email: string): Promise<string> {
  const { programme, manager } = season;
  const { invitation } = await invite(season.as(manager), { programme, email, name: 'Ruth Abara', role: 'auditor', token: newToken() });
  return invitation;
}

/** Some that were given up, so that there is something to send once more. */
async function failDeliveries({ database, organisation }: Panel, webhook: string): Promise<void> {
  await database.owner.pool.query(
    `insert into plaudit.webhook_deliveries
       (organisation_id, webhook_id, event_id, number, kind, subject_kind, subject_id, event_at, state, created_at, settled_at)
     select $1, $2, id, row_number() over (order by id), 'entry.accepted', subject_kind, subject_id, at, 'failed', at, at
     from plaudit.audit_events where organisation_id = $1 order by id limit 3`,
    [organisation, webhook],
  );
}

/** Beside a draft, which is nobody's but its writer's. */
async function aFile(season: Panel, entry: EntryId): Promise<string> {
  configureFiles(temporaryFolder('fuzzed'));
  const ctx = season.as(season.manager, { clock: dates.whileOpen });
  const upload = await takeUpload(ctx, entry, new File(['Word for word.\n'], 'letters.txt', { type: 'text/plain' }));
  return (await addFile(ctx, { entry, ...upload })).file;
}

export async function fuzzedWorld(database: TestDatabase): Promise<FuzzedWorld> {
  configureForTests();
  const world = await foundedWorld(database);
  const season = await aPanel(world, { seats: 1, judges: 2 });
  const { manager, programme } = season;
  const clock = dates.whileOpen;
  const written: string[] = [];
  for (const i of several) {
    written.push((await aDraft(season, { owner: manager })).entry);
    written.push((await aSubmission(season, { owner: manager, category: i % 2 === 0 ? 1 : 0 })).entry);
  }
  const { entry } = await aDraft(season, { owner: manager });
  const file = await aFile(season, entry);
  written.push(entry);
  const { company } = await addCompany(season.as(manager), { name: 'Wick Lower Mutual', country: 'IE', note: '' });
  const hook = { programme, address: 'https://127.0.0.1/hook', note: '', kinds: ['entry.accepted' as const], secret: `${'A'.repeat(43)}=` };
  const { webhook } = await addWebhook(season.as(manager, { clock }), hook);
  await failDeliveries(season, webhook);
  const invitations: string[] = [];
  for (const i of several) invitations.push(await invited(season, `asked-${i}@new.example`));
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
    file: [file],
    entry: [...written, ...season.entries],
    invitation: invitations,
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
