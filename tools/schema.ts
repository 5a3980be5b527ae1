/**
 * Reads the catalogue of a migrated database and writes `db/schema.sql` (for review in every diff) and
 * `src/platform/database/schema.gen.ts` (for the query builder). Run: `node tools/schema.ts [OWNER_URL] [--check]`; without a database
 * it starts one of its own and migrates it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '#platform/database/migrate.server.ts';
import { ensureRoles } from '#platform/database/roles.server.ts';
import { startTestServer } from '../tests/support/postgres/server.ts';
import { dumpSchema, dumpTypes } from './schema/dump.ts';

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean', default: false } }, allowPositionals: true });

async function write(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const outputs: { readonly file: URL; readonly text: string }[] = [];
  try {
    outputs.push({ file: new URL('../db/schema.sql', import.meta.url), text: await dumpSchema(client) });
    outputs.push({ file: new URL('../src/platform/database/schema.gen.ts', import.meta.url), text: await dumpTypes(client) });
  } finally {
    await client.end();
  }
  for (const { file, text } of outputs) {
    if (!values.check) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      console.error(`${file.pathname} is not what the migrations make: run tools/schema.ts`);
      process.exitCode = 1;
    }
  }
}

const [given] = positionals;
if (given === undefined) {
  const server = await startTestServer();
  try {
    await ensureRoles(server.ownerUrl, 'a secret of a database that is gone in a moment');
    await migrate(server.ownerUrl);
    await write(server.ownerUrl);
  } finally {
    await server.stop();
  }
} else await write(given);
