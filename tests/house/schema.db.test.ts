import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { dumpSchema, dumpTypes } from '../../tools/schema/dump.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { withClient } from '../support/postgres/template.ts';

const template = inject('template');
const root = resolve(import.meta.dirname, '../..');
const kept = (path: string) => readFileSync(join(root, path), 'utf8');

test('the reviewed schema is what the migrations make', async () => {
  expect(await withClient(template.shippedUrl, dumpSchema)).toBe(kept('db/schema.sql'));
});

test('the types of the query builder are what the migrations make', async () => {
  expect(await withClient(template.shippedUrl, dumpTypes)).toBe(kept('src/platform/database/schema.gen.ts'));
});

test('the shipped clock is the time of the statement and nothing else', async () => {
  const { rows } = await withClient(template.shippedUrl, (client) =>
    client.query(`select btrim(prosrc) as body, provolatile as volatility, prosecdef as definer, proconfig as settings
                    from pg_proc where proname = 'plaudit_now'`),
  );
  expect(rows).toEqual([{ body: 'select statement_timestamp()', volatility: 's', definer: false, settings: null }]);
});

test('an invariant that returns rows is told by name, and one that returns none is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plaudit-invariants-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'broken.sql'), "select 7 as entry where 'planted' is not null");
  writeFileSync(join(folder, 'kept.sql'), 'select 1 where false');
  expect(await brokenInvariants(template.superUrl, pathToFileURL(`${folder}/`))).toEqual(['broken.sql: 1 rows, first {"entry":7}']);
});
