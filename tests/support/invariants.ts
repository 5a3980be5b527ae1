/** The promises of `db/invariants`: one query each, which must return no rows. Asked as superuser, from whom no policy hides a row. */
import { readdirSync, readFileSync } from 'node:fs';
import { withClient } from './template.ts';

const folder = new URL('../../db/invariants/', import.meta.url);

/** The names of those that do not hold, each with its first offending row. */
export function brokenInvariants(superUrl: string, from: URL = folder): Promise<string[]> {
  return withClient(superUrl, async (client) => {
    await client.query('set search_path = plaudit, directory');
    const broken: string[] = [];
    for (const file of readdirSync(from).filter((name) => name.endsWith('.sql'))) {
      const { rows } = await client.query(readFileSync(new URL(file, from), 'utf8'));
      if (rows.length > 0) broken.push(`${file}: ${rows.length} rows, first ${JSON.stringify(rows[0])}`);
    }
    return broken;
  });
}
