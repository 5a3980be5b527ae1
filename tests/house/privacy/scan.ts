/** Where a canary is: in every column of every table, in what lies in the files of the relations, and in the store of files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

const hex = (text: string) => Buffer.from(text).toString('hex');

/** Tables and columns, of the product and of its queue, in which the canary can be read: as text, in a document, or as bytes. */
export async function columnsWith(client: Client, canary: string): Promise<string[]> {
  const { rows: tables } = await client.query<{ table: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as table, array_agg(a.attname::text order by a.attname) as columns from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname in ('plaudit', 'directory', 'graphile_worker') and c.relkind in ('r', 'p') group by 1 order by 1`,
  );
  const found: string[] = [];
  for (const { table, columns } of tables) {
    const holds = columns.map((column, i) => `bool_or("${column}"::text ~* $1) as c${i}`);
    const { rows } = await client.query<Record<string, boolean | null>>(`select ${holds.join(', ')} from ${table}`, [
      `${canary}|${hex(canary)}`,
    ]);
    for (const [i, column] of columns.entries()) if (rows[0]?.[`c${i}`]) found.push(`${table}.${column}`);
  }
  return found;
}

/** Relations, indexes and those of long values among them, whose file holds the canary: what a search of rows would not see any more. */
export async function relationFilesWith(client: Client, canary: string): Promise<string[]> {
  await client.query('checkpoint');
  const { rows } = await client.query<{ relation: string }>(
    `select c.oid::regclass::text as relation from pg_class c
      where c.relkind in ('r', 'i', 't', 'm') and pg_relation_filepath(c.oid) is not null and pg_relation_size(c.oid) > 0
        and c.oid >= 16384
        and (position($1::bytea in pg_read_binary_file(pg_relation_filepath(c.oid))) > 0) order by 1`,
    [Buffer.from(canary)],
  );
  return rows.map(({ relation }) => relation);
}

/** Files below a folder that hold the canary. */
export function filesWith(folder: string, canary: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => readFileSync(path).includes(canary));
}
