/** What the database tells: reached, new enough, migrated, roles held down, clock right, record sealed, jobs alive, backed up. */
import pg from 'pg';
import { type Config, readSecret } from '#platform/config.server.ts';
import { listMigrations } from '#platform/database/migrate.server.ts';
import { faultsOfRole, type LoginRole, roleUrl } from '#platform/database/roles.server.ts';
import { wordsFor } from '#words/index.ts';
import { checkBackup } from './backup.ts';
import { type Finding, fault, ok, warning } from './finding.ts';

const { doctor: words } = wordsFor('en');
const oldest = 15;
/** Seconds. Deadlines go by the database's clock, logs and cookies by the machine's. */
const skewNoted = 2;
const skewBad = 30;
const sealNoted = 5;
const sealBad = 60;
const pulseLate = 10;

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'plaudit doctor',
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function one<T extends pg.QueryResultRow>(client: pg.Client, sql: string): Promise<T | undefined> {
  return (await client.query<T>(sql)).rows[0];
}

async function version(client: pg.Client): Promise<Finding> {
  const found = (await one<{ server_version: string }>(client, 'show server_version'))?.server_version ?? '?';
  const [plain = found] = found.split(' ');
  return Number.parseInt(found, 10) >= oldest
    ? ok('database.version', plain)
    : fault('database.version', plain, words.newerDatabase(oldest));
}

async function migrations(client: pg.Client): Promise<Finding> {
  const table = await one<{ there: boolean }>(client, "select to_regclass('public.plaudit_migrations') is not null as there");
  if (!table?.there) return fault('database.migrations', words.neverMigrated, words.migrate);
  const { rows } = await client.query<{ name: string }>('select name from public.plaudit_migrations');
  const applied = new Set(rows.map((row) => row.name));
  const wanted = listMigrations().map((migration) => migration.name);
  const missing = wanted.filter((name) => !applied.has(name));
  if (missing.length > 0) return fault('database.migrations', words.missing(missing), words.migrate);
  const unknown = [...applied].filter((name) => !wanted.includes(name));
  if (unknown.length > 0) return fault('database.migrations', words.fromNewer(unknown), words.newerCode);
  return ok('database.migrations', words.applied(wanted.length));
}

async function clock(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const row = await one<{ at: string }>(client, 'select extract(epoch from clock_timestamp()) * 1000 as at');
  const skew = Math.abs(Number(row?.at) - (before + Date.now()) / 2) / 1000;
  const detail = words.skew(skew);
  if (skew > skewBad) return fault('database.clock', detail, words.setClocks);
  return skew > skewNoted ? warning('database.clock', detail, words.setClocks) : ok('database.clock', detail);
}

/** How long the oldest event has waited for its seal; from the point the sealer has come to, so that it stays cheap. */
async function sealing(client: pg.Client): Promise<Finding> {
  const row = await one<{ seconds: string | null }>(
    client,
    `select extract(epoch from max(plaudit.plaudit_now() - e.at)) as seconds
       from plaudit.audit_chains c join plaudit.audit_events e
         on e.organisation_id = c.organisation_id and e.transaction_id >= c.sealed_to
      where c.id = c.organisation_id and not exists (
        select from plaudit.audit_seals s where s.organisation_id = e.organisation_id and s.event_id = e.id)`,
  );
  const seconds = Number(row?.seconds ?? 0);
  if (seconds > sealBad) return fault('record.sealing', words.sealWaits(seconds), words.startJobs);
  return seconds > sealNoted
    ? warning('record.sealing', words.sealWaits(seconds), words.startJobs)
    : ok('record.sealing', words.sealWaits(seconds));
}

async function jobs(client: pg.Client): Promise<Finding> {
  const row = await one<{ alive: number; age: string | null }>(
    client,
    `select count(*) filter (where pulse_at > plaudit.plaudit_now() - interval '${pulseLate} seconds')::int as alive,
       extract(epoch from plaudit.plaudit_now() - max(pulse_at)) as age from directory.worker_pools`,
  );
  if ((row?.alive ?? 0) > 0) return ok('jobs', words.jobsAlive(row?.alive ?? 0));
  return warning('jobs', words.jobsSilent(row?.age == null ? undefined : Number(row.age)), words.startJobs);
}

async function role(url: string, name: LoginRole): Promise<Finding> {
  const check = `database.role.${name}`;
  try {
    const faults = await connected(url, faultsOfRole);
    return faults.length === 0 ? ok(check, words.roleHeld) : fault(check, words.roleFaults(faults), words.migrate);
  } catch (error) {
    return fault(check, words.roleFails(String(error)), words.migrate);
  }
}

async function roles(config: Config, ownerUrl: string): Promise<Finding[]> {
  const secret = readSecret(config);
  const urls: [LoginRole, string | undefined][] = [
    ['app', config.appDatabaseUrl ?? (secret && roleUrl(ownerUrl, secret, 'app'))],
    ['jobs', config.jobsDatabaseUrl ?? (secret && roleUrl(ownerUrl, secret, 'jobs'))],
  ];
  return Promise.all(urls.flatMap(([name, url]) => (url ? [role(url, name)] : [])));
}

/** A check that cannot be made is a fault of its own, and the others go on. */
async function tried(check: string, work: () => Promise<Finding>): Promise<Finding> {
  try {
    return await work();
  } catch (error) {
    return fault(check, words.cannotCheck(String(error)), words.migrate);
  }
}

export async function checkDatabase(config: Config, ownerUrl: string): Promise<Finding[]> {
  try {
    return await connected(ownerUrl, async (client) => {
      const found = [ok('database', words.reached(new URL(ownerUrl).host)), await version(client)];
      const migrated = await migrations(client);
      found.push(migrated, await clock(client));
      if (migrated.state !== 'ok') return found;
      found.push(...(await roles(config, ownerUrl)));
      found.push(await tried('record.sealing', () => sealing(client)), await tried('jobs', () => jobs(client)));
      found.push(await tried('backup', () => checkBackup(config, client)));
      return found;
    });
  } catch (error) {
    return [fault('database', words.notReached(new URL(ownerUrl).host, String(error)), words.checkUrl)];
  }
}
