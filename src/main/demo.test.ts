import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import type { OrganisationId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { foundOrganisation, signInByPassword } from '#slices/people/index.ts';
import { honoursOfEdition, programmeForPublic } from '#slices/programmes/index.ts';
import { verifyRecord } from '#slices/system/index.ts';
import { signIns } from '../../db/demo/people.ts';
import { run } from '../../tests/support/child.ts';
import { asSystem, asVisitor } from '../../tests/support/contexts.ts';
import { createDatabase, type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { temporaryFolder } from '../../tests/support/folders.ts';
import { onDatabase, withClient } from '../../tests/support/postgres/template.ts';
import { sealAll } from '../../tests/support/record/sealed.ts';

const database = await testDatabase();
const folder = temporaryFolder('demo');

function startLoading({ urls }: TestDatabase) {
  const secret = 'the same for every start of one installation';
  return run(process.execPath, ['src/main/demo.ts'], { PLAUDIT_APP_DATABASE_URL: urls.app, PLAUDIT_SECRET: secret, PLAUDIT_DATA: folder });
}

async function load(into: TestDatabase): Promise<string> {
  const { exited, output } = startLoading(into);
  expect({ ...(await exited), output: output() }).toMatchObject({ code: 0 });
  return output();
}

/** As superuser, from whom no policy hides a row. */
async function rowsOf<T extends object>(sql: string): Promise<T[]> {
  const { rows } = await withClient(onDatabase(inject('template').superUrl, database.name), (client) => client.query<T>(sql));
  return rows;
}

const countOf = async (table: string) => (await rowsOf<{ n: number }>(`select count(*)::int as n from plaudit.${table}`))[0]?.n ?? 0;

/** Kills a load once it has made so many steps. */
async function killAfter(steps: number): Promise<void> {
  const { child, exited } = startLoading(database);
  while ((await countOf('idempotency_keys')) < steps && child.exitCode === null) await sleep(5);
  child.kill('SIGKILL');
  await exited;
}

async function everyCount(): Promise<Record<string, number>> {
  const tables = await rowsOf<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'plaudit'::regnamespace and relkind = 'r' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) counts[name] = await countOf(name);
  return counts;
}

async function kinds(): Promise<Record<string, number>> {
  const rows = await rowsOf<{ kind: string; n: number }>('select kind, count(*)::int as n from plaudit.audit_events group by kind');
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

async function organisationOf({ owner }: TestDatabase): Promise<OrganisationId> {
  const { rows } = await owner.pool.query<{ id: OrganisationId }>('select id from directory.organisations');
  return rows[0]?.id ?? ids.next();
}

describe('the demo', () => {
  let said = '';

  it('goes on where it was when its load is killed, and does each thing once', async () => {
    for (const steps of [2, 40, 90, 150, 215]) await killAfter(steps);
    expect(await load(database)).toContain('ilse.quarrington@aldersea.example');
    expect(await kinds()).toMatchObject({
      'people.organisation-founded': 1,
      'people.person-added': 31,
      'programmes.edition-published': 2,
      'programmes.invitation-accepted': 9,
      'entries.entry-started': 29,
      'entries.entry-submitted': 27,
      'entries.file-added': 4,
      'screening.entry-accepted': 23,
      'judging.ballot-submitted': await countOf("ballots where state = 'submitted'"),
      'judging.judges-assigned': 2,
      'results.results-published': 1,
      'judging.interest-declared': 1,
      'integrations.webhook-added': 1,
    });
    expect(await rowsOf('select state from plaudit.webhooks')).toEqual([{ state: 'off' }]);
    expect(await countOf('webhook_deliveries')).toBe(0);
  }, 120_000);

  it('changes nothing when it is loaded again, though its keys are long forgotten', async () => {
    await database.owner.pool.query('delete from plaudit.idempotency_keys');
    const before = await everyCount();
    said = await load(database);
    expect(await everyCount()).toEqual(before);
    expect(await load(database)).toBe(said);
  });

  it('has a past edition with a joint award, and one under way that takes entries', async () => {
    const ctx = asVisitor(database.app, await organisationOf(database));
    const { edition, past } = await programmeForPublic(ctx, 'the-handbell-awards');
    expect([edition.phase, past.map(({ phase }) => phase)]).toEqual(['entries-open', ['announced']]);
    const [over] = past;
    const honours = over ? await honoursOfEdition(ctx, over.id) : [];
    expect(honours.map(({ nominee, shared }) => [nominee, shared])).toEqual([
      ['Marrowfield Telephone Co-operative', false],
      ['Registry of Births, Corran District', true],
      ['The Lantern Line', true],
    ]);
  });

  it('says passwords that open its accounts', async () => {
    for (const { email } of signIns) {
      const [, password = ''] = new RegExp(`${email}\\s+(\\S+)`).exec(said) ?? [];
      const ctx = asVisitor(database.app, await organisationOf(database));
      expect(await signInByPassword(ctx, { email, password, session: newToken() })).toMatchObject({
        waitMinutes: 0,
        person: expect.any(String),
      });
    }
  });

  it('leaves a record that verifies whole', async () => {
    const organisation = await organisationOf(database);
    await sealAll(database.jobs, organisation);
    const report = await verifyRecord(database.jobs, organisation);
    expect(report.chains.map(({ faults }) => faults)).toEqual([[], []]);
    expect([report.sealed, report.unsealed]).toEqual([await countOf('audit_events'), 0]);
  });

  it('is not loaded beside an organisation that somebody made', async () => {
    const other = await createDatabase();
    try {
      await foundOrganisation(asSystem(other.app, ids.next<OrganisationId>()), { slug: 'ours', name: 'Ours' });
      expect(await load(other)).toBe('');
      const { rows } = await other.owner.pool.query('select slug from directory.organisations');
      expect(rows).toEqual([{ slug: 'ours' }]);
    } finally {
      await other.drop();
    }
  });
});
