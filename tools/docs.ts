/**
 * Makes `docs/generated/` from the code. `node tools/docs.ts` writes, `node tools/docs.ts --check` fails when a page is stale.
 * A new page is a file in `tools/docs/` and a line here.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { apiPage } from './docs/api.ts';
import { apiClientPage } from './docs/api-client.ts';
import { commandLinePage } from './docs/command-line.ts';
import { configuration } from './docs/configuration.ts';
import { figuresPage } from './docs/figures.ts';
import { nightlyPage } from './docs/nightly.ts';
import type { Page } from './docs/page.ts';
import { permissions } from './docs/permissions.ts';
import { personalData } from './docs/personal-data.ts';
import { presetsPage } from './docs/presets.ts';
import { problems } from './docs/problems.ts';
import { routes } from './docs/routes.ts';
import { schemaPages } from './docs/schemas.ts';

const pages: readonly Page[] = [
  apiPage,
  apiClientPage,
  commandLinePage,
  configuration,
  figuresPage,
  nightlyPage,
  permissions,
  personalData,
  presetsPage,
  problems,
  routes,
  ...schemaPages,
];

const folder = new URL('../docs/generated/', import.meta.url);
const check = process.argv.includes('--check');

function current(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

mkdirSync(folder, { recursive: true });
const stale: string[] = [];
for (const page of pages) {
  const file = new URL(page.file, folder);
  const text = await page.make();
  if (current(file) === text) continue;
  stale.push(page.file);
  if (!check) writeFileSync(file, text);
}
const unknown = readdirSync(folder).filter((file) => !pages.some((page) => page.file === file));
if (unknown.length > 0) console.error(`docs/generated has pages nothing makes: ${unknown.join(', ')}`);
if (check && stale.length > 0) console.error(`Stale in docs/generated: ${stale.join(', ')}. Make them again: node tools/docs.ts`);
process.exitCode = unknown.length > 0 || (check && stale.length > 0) ? 1 : 0;
