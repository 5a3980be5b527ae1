/** The promises of `db/invariants`: one query each, which must return no rows. Asked as superuser, from whom no policy hides a row. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { withClient } from './postgres/template.ts';

const folder = new URL('../../db/invariants/', import.meta.url);

export function invariantFiles(from: URL = folder): string[] {
  return readdirSync(from).filter((name) => name.endsWith('.sql'));
}

/** The rows that break one promise, in whatever transaction the client is in. */
export async function offenders(client: Client, file: string, from: URL = folder): Promise<Record<string, unknown>[]> {
  await client.query('set search_path = plaudit, directory');
  return (await client.query<Record<string, unknown>>(readFileSync(new URL(file, from), 'utf8'))).rows;
}

/** The names of those that do not hold, each with its first offending row. */
export function brokenInvariants(superUrl: string, from: URL = folder): Promise<string[]> {
  return withClient(superUrl, async (client) => {
    const broken: string[] = [];
    for (const file of invariantFiles(from)) {
      const rows = await offenders(client, file, from);
      if (rows.length > 0) broken.push(`${file}: ${rows.length} rows, first ${JSON.stringify(rows[0])}`);
    }
    return broken;
  });
}
