/** How a process reaches the database in its role, and the refusal to serve in a role that may too much. */
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '#core/problems/problem.ts';
import { refuseUnfinishedRestore } from '#platform/backup/mark.server.ts';
import { type Config, readSecret } from '#platform/config.server.ts';
import { lostConnection } from '#platform/database/lost-connection.ts';
import { faultsOfRole, type LoginRole, roleUrl } from '#platform/database/roles.server.ts';
import { type Database, openDatabase } from '#platform/database/transaction.server.ts';
import { configureRequestHashes } from '#platform/idempotency.server.ts';

function urlFor(config: Config, role: LoginRole): string {
  const given = role === 'app' ? config.appDatabaseUrl : config.jobsDatabaseUrl;
  if (given !== undefined) return given;
  const secret = readSecret(config);
  if (config.databaseUrl === undefined || secret === undefined) throw problem('installation.database-needed', { role: role.toUpperCase() });
  return roleUrl(config.databaseUrl, secret, role);
}

/** A database that starts or recovers is worth waiting for; one that stays away that long is not there. */
const patience = 50_000;

async function faultsWhenBack(database: Database): Promise<string[]> {
  for (const deadline = performance.now() + patience; ; await sleep(100)) {
    try {
      return await faultsOfRole(database.pool);
    } catch (error) {
      if (!lostConnection(error) || performance.now() > deadline) throw error;
    }
  }
}

/** Opens the pool and checks the role: it owns nothing, bypasses nothing and cannot change the record. */
export async function connect(config: Config, role: LoginRole): Promise<Database> {
  const secret = readSecret(config);
  if (secret !== undefined) configureRequestHashes(secret);
  const database = openDatabase(urlFor(config, role), { max: config.pool, name: role });
  try {
    const faults = await faultsWhenBack(database);
    if (faults.length > 0) throw problem('installation.role-unfit', { faults: faults.join(', ') });
    await refuseUnfinishedRestore(database.pool);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
