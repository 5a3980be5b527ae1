/**
 * The stages of the night: the build they need, every page in each width and each theme, every file of `tests/nightly` by itself, and all
 * tests of the slices on PostgreSQL 15.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../steps.ts';
import { chromium, clamav, postgres15, type SystemPackage } from '../test/packages.ts';
import { withPostgres15 } from '../test/postgres15.ts';
import { journeys, listed, type Stage, stages, vitest } from '../test/stages.ts';

/** What a file says of itself in its first line. */
function aboutOf(file: string): string {
  const [first = ''] = readFileSync(join(root, file), 'utf8').split('\n');
  return first.replace(/^\/\*\* /, '').replace(/ \*\/$/, '');
}

/** Files that a program of others is needed for. */
const needs: Readonly<Record<string, SystemPackage>> = { 'scanner.test.ts': clamav };

function longTests(): readonly Stage[] {
  const names = readdirSync(join(root, 'tests/nightly')).filter((name) => name.endsWith('.test.ts'));
  return names.sort().map((name) => {
    const file = `tests/nightly/${name}`;
    const needed = needs[name];
    const run = () => vitest(['--project', 'nightly', file]);
    return { name: name.replace('.test.ts', ''), about: aboutOf(file), ...(needed && { needs: needed }), run };
  });
}

/** By day a page whose like was looked at is seen less closely; see `tests/support/journeys/looks.ts`. */
const everyLook = ['screens.test.ts', '--project', 'js-on'];

/** All SQL the product sends, and a backup taken there and restored. */
const onPostgres15 = ['--project', 'db*', 'src/slices', 'src/platform/database', 'src/main/restoring', 'tests/house', 'tests/support'];

export const nightlyStages: readonly Stage[] = [
  ...stages.filter(({ name }) => name === 'build'),
  {
    name: 'screens',
    about: 'every page of every reader in each width and each theme',
    needs: chromium,
    run: () => journeys(everyLook, { PLAUDIT_EVERY_LOOK: '1' }),
    list: () => listed('playwright', ['test', ...everyLook, '--list'], /›/),
  },
  ...longTests(),
  {
    name: 'postgres15',
    about: 'all tests of the slices, of the schema and of a restore on PostgreSQL 15',
    needs: postgres15,
    run: () => withPostgres15((url) => vitest(onPostgres15, { PLAUDIT_TEST_SERVER: url })),
    list: () => listed('vitest', ['list', ...onPostgres15], / > /),
  },
];
