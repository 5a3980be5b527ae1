/**
 * Reads the catalogue of a migrated database and writes `db/schema.sql` (for review in every diff) and
 * `src/platform/database/schema.gen.ts` (for the query builder). Run: `node tools/schema.ts OWNER_URL [--check]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { dumpSchema, dumpTypes } from './schema/dump.ts';

const [url, mode] = process.argv.slice(2);
if (url === undefined) throw new Error('usage: node tools/schema.ts OWNER_URL [--check]');
const client = new pg.Client({ connectionString: url });
await client.connect();
const outputs = [
  { file: new URL('../db/schema.sql', import.meta.url), text: await dumpSchema(client) },
  { file: new URL('../src/platform/database/schema.gen.ts', import.meta.url), text: await dumpTypes(client) },
];
await client.end();
for (const { file, text } of outputs) {
  if (mode !== '--check') writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file.pathname} is not what the migrations make: run tools/schema.ts`);
    process.exitCode = 1;
  }
}
