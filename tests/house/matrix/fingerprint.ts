/**
 * What is in every table, in one short text a table, so that two moments can be compared: how many rows, and the sum of the transactions
 * that wrote them. Whatever writes a row leaves it with the number of its own transaction, later than that of the row it takes the place
 * of; so with as many rows the sum is another, even where the same was written again.
 */
import type { Client } from 'pg';

/** Ours and the queue's. Asked as superuser, from whom no policy hides a row. */
const schemas = ['plaudit', 'directory', 'graphile_worker'];

async function statementFor(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any ($1) order by 1`,
    [schemas],
  );
  if (rows.length < 20) throw new Error(`expected all tables, found ${rows.length}`);
  return rows
    .map(({ name }) => `select '${name}' as name, concat(count(*), ' ', sum(xmin::text::bigint)) as content from ${name}`)
    .join(' union all ');
}

export type Fingerprint = ReadonlyMap<string, string>;

export async function fingerprints(client: Client): Promise<() => Promise<Fingerprint>> {
  const statement = await statementFor(client);
  return async () => {
    const { rows } = await client.query<{ name: string; content: string }>({ name: 'fingerprint', text: statement });
    return new Map(rows.map(({ name, content }) => [name, content]));
  };
}

export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name);
}
