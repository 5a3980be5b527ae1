/**
 * Every address of the API, asked by everybody with what would be right for who may: those who may not are refused as if there were
 * nothing, nothing is written, and a key never reaches beyond its scopes, its programmes and its person.
 */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { coversOperation, scopes } from '#core/access/scopes.ts';
import { allOperations } from '#platform/operation.server.ts';
import { endpoints } from '../../../src/api.ts';
import { type Asked, aKey, anApi } from '../../support/api/api.ts';
import { addressOf } from '../../support/api/client.ts';
import { fuzzedWorld } from '../../support/api/fuzz/world.ts';
import { testDatabase } from '../../support/database.ts';
import { onDatabase } from '../../support/postgres/template.ts';
import { aMember, aPerson, aSeason, dates, foundedWorld } from '../../support/season.ts';
import { changedTables, fingerprints } from '../matrix/fingerprint.ts';

const database = await testDatabase();
const { season, known } = await fuzzedWorld(database);
const observer = new Client({ connectionString: onDatabase(inject('template').superUrl, database.name) });
beforeAll(() => observer.connect());
afterAll(() => observer.end());

const actors = [
  'nobody',
  'stranger',
  'neighbour',
  'foreigner',
  'auditor',
  'manager',
  'manager elsewhere',
  'manager without scope',
] as const;
type Actor = (typeof actors)[number];

/** Who reads or acts beside the managers of the programme; the entries are the manager's own. */
const auditorReads = ['auditor'] as const;
const others: Readonly<Record<string, readonly Actor[]>> = {
  readManagedEdition: auditorReads,
  readEditionDates: auditorReads,
  listCriteria: auditorReads,
  readPublication: auditorReads,
  listRoles: auditorReads,
  listInvitations: auditorReads,
  readRecordHead: auditorReads,
  listRecord: auditorReads,
  listManagedEntries: auditorReads,
  readManagedEntry: auditorReads,
  listManagedFiles: auditorReads,
  readJudging: auditorReads,
  readStandings: auditorReads,
  listWebhooks: auditorReads,
  readWebhook: auditorReads,
  listDeliveries: auditorReads,
  // What all programmes share; whoever manages any works with it, and a key for one programme is still an organiser's.
  listCompanies: ['auditor', 'neighbour', 'manager elsewhere'],
  readCompany: ['auditor', 'neighbour', 'manager elsewhere'],
  addCompany: ['neighbour', 'manager elsewhere'],
  changeCompany: ['neighbour', 'manager elsewhere'],
  // Everybody's own, which may be nothing; and anybody may begin an entry, by a key that reaches its programme.
  listManagedProgrammes: ['stranger', 'neighbour', 'auditor', 'manager elsewhere'],
  listEntries: ['stranger', 'neighbour', 'auditor', 'manager elsewhere'],
  startEntry: ['stranger', 'neighbour', 'auditor'],
};

const bodies: Readonly<Record<string, unknown>> = {
  addCategory: { code: 'Z', name: 'Rescue of the year', description: '' },
  changeProgrammeTexts: { name: 'The Handbell Awards', strapline: '', summary: '' },
  invite: { email: 'new@people.example', name: 'Somebody New', role: 'judge' },
  startEntry: { category: season.categories[0] },
  saveDraft: { title: 'Another title', nominee: '', body: '' },
  submitEntry: { title: 'Title', nominee: 'Nominee', body: 'Body' },
  returnEntry: { reason: 'The year is missing.' },
  addCompany: { name: 'Penmarrow Bank', country: 'GB', note: '' },
  changeCompany: { name: 'Penmarrow Bank', country: 'GB', note: 'Moved' },
  addWebhook: { address: 'https://example.org/hook', note: '', kinds: ['entry.accepted'] },
  changeWebhook: { address: 'https://example.org/hook', note: '', kinds: ['entry.accepted'], state: 'on' },
  replayDeliveries: {},
};

type Endpoint = (typeof endpoints)[number];

function asking(endpoint: Endpoint, key: string | undefined): readonly [string, Asked] {
  // Of the two entries the first is a draft, which no manager sees.
  const nth = endpoint.path.startsWith('/manage/entries') ? 1 : 0;
  const params = Object.fromEntries(Object.keys(endpoint.params.shape).map((name) => [name, known[name]?.[nth] ?? season.manager]));
  const headers = endpoint.current ? { 'if-match': '"1.x"' } : {};
  return [addressOf(endpoint.path, params), { method: endpoint.method, key, headers, body: bodies[endpoint.id] }];
}

async function keys(): Promise<Readonly<Record<Actor, string | undefined>>> {
  const provedAt = dates.whileOpen;
  const elsewhere = await aSeason(season);
  const abroad = await foundedWorld(database);
  const key = async (world: typeof abroad, person: typeof season.manager, options: Partial<Parameters<typeof aKey>[2]> = {}) =>
    (await aKey(world, person, { scopes, provedAt, ...options })).secret;
  // A manager of both, whose key is for the other.
  const [address] = (
    await database.owner.pool.query<{ id: typeof elsewhere.programme }>('select id from plaudit.programmes where id = $1', [
      elsewhere.programme,
    ])
  ).rows;
  await database.owner.pool.query(
    `insert into plaudit.programme_roles (organisation_id, programme_id, person_id, role, granted_at) values ($1, $2, $3, 'manager', $4)`,
    [season.organisation, elsewhere.programme, season.manager, provedAt],
  );
  return {
    nobody: undefined,
    stranger: await key(season, await aPerson(season)),
    neighbour: await key(season, elsewhere.manager),
    foreigner: await key(abroad, abroad.administrator),
    auditor: await key(season, await aMember(season, season.programme, 'auditor', 'Aino Vuori')),
    manager: await key(season, season.manager),
    'manager elsewhere': await key(season, season.manager, { programmes: address ? [address.id] : [] }),
    'manager without scope': await key(season, season.manager, { scopes: ['read:webhooks'] }),
  };
}

/** Undefined where they may. */
function refusalFor(endpoint: Endpoint, actor: Actor): readonly number[] | undefined {
  if (actor === 'foreigner') return [401];
  if (endpoint.scope === 'public') return undefined;
  if (actor === 'nobody') return [401];
  if (actor === 'manager without scope') return endpoint.scope === 'read:webhooks' ? undefined : [403];
  if (actor === 'manager' || others[endpoint.id]?.includes(actor)) return undefined;
  return [404];
}

const code = async (response: Response) => ((await response.json()) as { code: string }).code;

test('whoever may not is refused at every address as if there were nothing, and nothing is written', async () => {
  const api = await anApi(season);
  const secrets = await keys();
  // Each key is used once before anybody looks: that it was used is written.
  for (const secret of Object.values(secrets)) await api.ask('/key', { key: secret });
  const look = await fingerprints(observer);
  const before = await look();
  const wrong: string[] = [];
  for (const endpoint of endpoints) {
    for (const actor of actors) {
      const wanted = refusalFor(endpoint, actor);
      if (wanted === undefined) continue;
      const answer = await api.ask(...asking(endpoint, secrets[actor]));
      const said = answer.status === 404 ? await code(answer) : 'general.not-found';
      if (!wanted.includes(answer.status) || said !== 'general.not-found')
        wrong.push(`${endpoint.id} as ${actor}: ${answer.status} ${said}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(changedTables(before, await look())).toEqual([]);

  // Who may is not refused: what is missing to the others is the right and nothing else.
  const kept: string[] = [];
  for (const endpoint of endpoints.toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))) {
    const allowed = actors.filter((actor) => refusalFor(endpoint, actor) === undefined && actor !== 'nobody');
    const reads = endpoint.method === 'GET';
    for (const actor of reads ? allowed : allowed.slice(0, 1)) {
      const answer = await api.ask(...asking(endpoint, secrets[actor]));
      if ([401, 403].includes(answer.status) || (answer.status === 404 && endpoint.id !== 'readWinners'))
        kept.push(`${endpoint.id} from ${actor}: ${answer.status}`);
    }
  }
  expect({ kept, thrown: api.faults.map(String) }).toEqual({ kept: [], thrown: [] });
}, 60_000);

test('every address that changes something names its operation, and asks for the scope that covers it', () => {
  const faults = endpoints.flatMap(({ id, method, scope, operation }) => {
    if (method === 'GET')
      return operation === undefined && (scope === 'public' || scope.startsWith('read:')) ? [] : [`${id} reads with ${scope}`];
    if (operation === undefined || !allOperations().has(operation)) return [`${id} names no operation`];
    return coversOperation(scope, operation) ? [] : [`${id} does ${operation} under ${scope}`];
  });
  expect(faults).toEqual([]);
});
