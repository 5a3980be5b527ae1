import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#platform/config.server.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { temporaryFolder } from '../../tests/support/folders.ts';
import { withClient } from '../../tests/support/postgres/template.ts';
import type { Finding } from './doctor/finding.ts';
import { examine } from './doctor.ts';

const database: TestDatabase = await testDatabase();
const folder = temporaryFolder('doctor');
const data = join(folder, 'data');

/** The health end points as a web process of ours answers them. */
const web = createServer((request, response) => response.end(request.url?.endsWith('live') ? 'live\n' : 'ready\n'));
await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
const port = (web.address() as AddressInfo).port;

beforeEach(() => {
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'secret'), 'a'.repeat(64), { mode: 0o600 });
});
afterEach(() => rmSync(data, { recursive: true }));
afterAll(() => {
  web.close();
  rmSync(folder, { recursive: true });
});

const owner = (sql: string) => withClient(database.urls.owner, (client) => client.query(sql));

/** A state other than "ok" by the name of its check; the build's depends on the checkout the tests run in. */
async function noted(env: NodeJS.ProcessEnv = {}): Promise<Record<string, Finding>> {
  const config = loadConfig({
    PORT: String(port),
    PLAUDIT_DATA: data,
    DATABASE_URL: database.urls.owner,
    PLAUDIT_APP_DATABASE_URL: database.urls.app,
    PLAUDIT_JOBS_DATABASE_URL: database.urls.jobs,
    PLAUDIT_SMTP_URL: 'smtp://127.0.0.1:2525',
    ...env,
  });
  const findings = await examine(config);
  return Object.fromEntries(
    findings.filter(({ state, check }) => state !== 'ok' && check !== 'build').map((found) => [found.check, found]),
  );
}

const pulse = `insert into directory.worker_pools (id, started_at, pulse_at, progress_at)
  values ('a pool', plaudit.plaudit_now(), plaudit.plaudit_now(), plaudit.plaudit_now())
  on conflict (id) do update set pulse_at = excluded.pulse_at`;

/** One try, so many hours ago. */
const backup = (state: 'whole' | 'damaged' | 'failed', hours: number, file = '') =>
  owner(`insert into directory.backups (id, taken_at, ended_at, state, file, note)
    values (gen_random_uuid(), plaudit.plaudit_now() - interval '${hours} hours', plaudit.plaudit_now(), '${state}', '${file}', 'backup.no-room')`);

describe('the doctor', () => {
  it('has nothing to say about a sound installation', async () => {
    await owner(pulse);
    await backup('whole', 3);
    expect(await noted()).toEqual({});
  });

  it('finds a role that may change the record, and one that owns a table', async () => {
    await owner('grant update on plaudit.audit_seals to plaudit_app_rights');
    const found = await noted();
    await owner('revoke update on plaudit.audit_seals from plaudit_app_rights');
    expect(found['database.role.app']).toMatchObject({ state: 'fault', detail: 'may update plaudit.audit_seals' });
    const asOwner = await noted({ PLAUDIT_JOBS_DATABASE_URL: database.urls.owner });
    expect(asOwner['database.role.jobs']?.detail).toContain('owns plaudit.');
  });

  it('finds a migration that was not applied and one that a newer version applied', async () => {
    await owner("update public.plaudit_migrations set name = '9999-later.sql' where name like '0002-%'");
    const found = await noted();
    await owner("update public.plaudit_migrations set name = '0002-directory.sql' where name = '9999-later.sql'");
    expect(found['database.migrations']).toMatchObject({ state: 'fault', detail: 'not applied: 0002-directory.sql' });
    await owner("insert into public.plaudit_migrations (name, sha256) values ('9999-later.sql', '')");
    const later = await noted();
    await owner("delete from public.plaudit_migrations where name = '9999-later.sql'");
    expect(later['database.migrations']).toMatchObject({ state: 'fault', detail: 'applied by a newer Plaudit: 9999-later.sql' });
  });

  it('hears when no jobs process has a pulse', async () => {
    await owner("update directory.worker_pools set pulse_at = plaudit.plaudit_now() - interval '1 minute'");
    const found = await noted();
    await owner(pulse);
    expect(found.jobs).toMatchObject({
      state: 'warning',
      detail: expect.stringMatching(/^none is running; the last was heard \d\d s ago$/),
    });
  });

  it('asks for a backup that is young, was read back whole and is still there', async () => {
    const newest = join(folder, 'newest.age');
    const daily = { PLAUDIT_BACKUP_TO: folder, PLAUDIT_BACKUP_PASSPHRASE: 'a passphrase of the doctor' };
    const noteOf = async (env: NodeJS.ProcessEnv = daily) => {
      const { state, detail } = (await noted(env)).backup ?? { state: 'ok', detail: '' };
      return `${state}: ${detail}`;
    };
    const only = async (...tries: Parameters<typeof backup>[]) => {
      await owner('delete from directory.backups');
      for (const one of tries) await backup(...one);
    };
    writeFileSync(newest, '');
    await only();
    expect([await noteOf({}), await noteOf()]).toEqual(['warning: nobody takes any', 'ok: ']);
    await only(['whole', 27, newest]);
    expect(await noteOf()).toBe('warning: the newest that was read back whole is 27 h old');
    await only(['whole', 72, newest]);
    expect(await noteOf()).toBe('fault: the newest that was read back whole is 3 days old');
    await only(['whole', 3, newest], ['damaged', 2]);
    expect(await noteOf()).toMatch(/^fault: .* 3 h old; a later one was damaged when it was read back$/);
    await only(['whole', 3, newest], ['failed', 2]);
    expect(await noteOf()).toMatch(/^fault: .* 3 h old; the last try failed \(backup\.no-room\)$/);
    expect(await noteOf({ PLAUDIT_BACKUP_TO: folder })).toMatch(/^fault: PLAUDIT_BACKUP_TO is set and no passphrase/);
    await only(['whole', 3, newest]);
    expect(await noteOf()).toBe('ok: ');
    rmSync(newest);
    expect(await noteOf()).toBe(`fault: the newest that was read back whole is not there any more: ${newest}`);
    await only(['whole', 3]);
  });

  it('sees a secret that others can read, and one that is missing', async () => {
    chmodSync(join(data, 'secret'), 0o644);
    expect((await noted())['data.folder']).toMatchObject({ state: 'fault', remedy: `chmod 600 ${join(data, 'secret')}` });
    rmSync(join(data, 'secret'));
    expect((await noted()).secret).toMatchObject({ state: 'fault', detail: 'there is no installation secret' });
  });

  it('tells a database out of reach and a port that is another program’s, and still looks at the rest', async () => {
    const stranger = createServer((_, response) => response.end('hello'));
    await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
    const found = await noted({ DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c', PORT: String((stranger.address() as AddressInfo).port) });
    stranger.close();
    expect(Object.keys(found)).toEqual(['database', 'web']);
    expect(found.database?.detail).toContain('ECONNREFUSED');
    expect(found.web?.detail).toContain('another program’s');
  });
});
