/** Whoever is erased is found nowhere: in no row, file, index, job, mail or kept answer; and before, in each place that says it holds them. */
import { utimesSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import '#main/slices.ts';
import { sweepFiles } from '#platform/files/sweep.server.ts';
import { configureFiles } from '#platform/files.server.ts';
import { declaredData } from '#platform/privacy/declarations.ts';
import { configureSignIn, erasePerson, peopleByIds } from '#slices/people/index.ts';
import { pastWins } from '#slices/programmes/index.ts';
import { tellWinners, winnersForPublic } from '#slices/results/index.ts';
import { sealOrganisation, verifyRecord } from '#slices/system/index.ts';
import { asSystem } from '../../support/contexts.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { signInForTests } from '../../support/people/authenticator.ts';
import { onDatabase } from '../../support/postgres/template.ts';
import { refusal } from '../../support/refusal.ts';
import { foundedWorld } from '../../support/season.ts';
import { aCanaryPerson, address, announce, type CanaryPerson, canary } from './canary-person.ts';
import { columnsWith, filesWith, relationFilesWith } from './scan.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const store = temporaryFolder('canary');
const client = new Client({ connectionString: onDatabase(inject('template').superUrl, database.name) });
const asJobs = () => asSystem(database.jobs, world.organisation);
let who: CanaryPerson;
let tables: string[] = [];

beforeAll(async () => {
  await client.connect();
  configureFiles(store);
  configureSignIn(signInForTests);
  who = await aCanaryPerson(world);
}, 60_000);
afterAll(() => client.end());

/** Declared as personal and gone with the person, and no place for words: secrets, hashes, figures, kinds. */
const wordless = [
  'directory.factors.credential_id',
  'directory.factors.kind',
  'directory.factors.public_key',
  'directory.factors.sealed_secret',
  'directory.factors.transports',
  'directory.fresh_recovery_codes.sealed_codes',
  'directory.links.purpose',
  'directory.links.token_hash',
  'directory.people.password_hash',
  'directory.provider_visits.browser_hash',
  'directory.provider_visits.state_hash',
  'directory.recovery_codes.code_hash',
  'directory.sessions.token_hash',
  'plaudit.api_keys.prefix',
  'plaudit.entry_writers.rights',
  'plaudit.api_keys.scopes',
  'plaudit.api_keys.sealed_secret',
  'plaudit.api_keys.secret_hash',
  'plaudit.audit_bodies.salt',
  'plaudit.contents.hash',
  'plaudit.entry_files.media_type',
  'plaudit.entry_files.sha256',
  'plaudit.idempotency_keys.actor',
  'plaudit.idempotency_keys.key',
  'plaudit.idempotency_keys.operation',
  'plaudit.idempotency_keys.request_hash',
  'plaudit.mail_refusals.topic',
  'plaudit.memberships.role',
  'plaudit.nominations.code_hash',
  'plaudit.nominees.link_hash',
  'plaudit.privacy_requests.sha256',
  'plaudit.programme_roles.role',
];

/** Columns that say they hold a person's words and lose them. */
function wordsOfPeople(): string[] {
  const all = declaredData().flatMap(({ table, columns }) =>
    [...columns].flatMap(([column, said]) =>
      said.personal && said.merged === undefined && !said.erased.startsWith('kept') ? [`${table}.${column}`] : [],
    ),
  );
  return all.filter((name) => !wordless.includes(name)).sort();
}

describe('before anything is erased', () => {
  it('erasing waits for what judges are about to decide', async () => {
    const refused = await refusal(erasePerson(asJobs(), { person: who.person, reason: 'asked for it' }));
    expect(refused).toMatchObject({ code: 'privacy.entries-judged', facts: { count: 1 } });
  });

  it('the canary is in every column that says it holds words of a person, so that its absence means something', async () => {
    await announce(who.competing);
    const found = await columnsWith(client, canary);
    expect(wordsOfPeople().filter((name) => !found.includes(name))).toEqual([]);
    tables = [...new Set(found.map((name) => name.slice(0, name.lastIndexOf('.'))))];
    expect(filesWith(store, canary)).toHaveLength(2);
    expect(await relationFilesWith(client, canary)).toContain('people_email');
  });
});

describe('after erasing', () => {
  beforeAll(async () => {
    await erasePerson(asJobs(), { person: who.person, reason: `asked for it as ${canary}, ${address}` });
  });

  it('no row of any table knows the person, whether by name, by address or by what they wrote', async () => {
    expect(await columnsWith(client, canary)).toEqual([]);
  });

  it('the record still verifies, says that and why bodies went, and says it without the name', async () => {
    while (((await sealOrganisation(database.jobs, world.organisation)) ?? 0) > 0);
    const report = await verifyRecord(database.jobs, world.organisation);
    expect(report.chains.map(({ broken }) => broken)).toEqual(report.chains.map(() => 0));
    const { rows } = await client.query('select distinct erased_reason as reason from plaudit.audit_bodies where erased_at is not null');
    expect(rows).toEqual([{ reason: 'asked for it as […], […]' }]);
  });

  it('the public page of the winners says that the entry won, without the name', async () => {
    const { outcomes } = await winnersForPublic(world.asVisitor(), who.competing.slug, who.competing.editionSlug);
    expect(outcomes[0]?.winners.map(({ nominee, title }) => ({ nominee, title }))).toEqual([
      { nominee: 'The friends of […]', title: 'The hour after the flood, by […]' },
    ]);
    const { wins } = await pastWins(world.asVisitor(), who.competing.programme, {}, 10);
    expect(wins.map(({ nominee, organisation, title, work }) => [nominee, organisation, title, work])).toEqual([
      ['The friends of […]', '', '', 'The hour after the flood, by […]'],
      ['[…]', 'House of […]', 'Prize of […]', ''],
    ]);
  });

  it('no mail is written to whoever has no address any more', async () => {
    await tellWinners({ ...asJobs(), key: 'told once more' }, { edition: who.competing.edition });
    const { rows } = await client.query<{ recipient: string }>("select recipient from plaudit.outbox where recipient !~ '@'");
    expect(rows).toEqual([]);
  });

  it('the id leads to nobody', async () => {
    expect((await peopleByIds(world.asVisitor(), [who.person])).get(who.person)).toEqual({ name: '', email: '', zone: null });
  });

  it('no file of a table or an index holds the canary once the database has tidied up', async () => {
    // What a snapshot that is still open could read is kept until it closes.
    const tidied = async () => {
      await client.query(`vacuum full ${tables.join(', ')}`);
      return relationFilesWith(client, canary);
    };
    await expect.poll(tidied, { timeout: 20_000, interval: 500 }).toEqual([]);
  });

  it('the store of files has let its content go', async () => {
    const old = new Date(Date.now() - 2 * 86_400_000);
    for (const file of filesWith(store, canary)) utimesSync(file, old, old);
    await sweepFiles(database.jobs.db, world.organisation, Date.now() - 86_400_000);
    expect(filesWith(store, canary)).toEqual([]);
  });
});
