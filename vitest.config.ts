/**
 * Six projects: `unit` needs no database and keeps nothing between tests; `house` reads the tree; `db` gets a PostgreSQL of its own with
 * one database per file, and its files share their modules; `db-apart` is the same with modules of its own for each file; `faults` kills
 * processes and is run on its own; `nightly` is what takes too long for every run and is run by `npm run nightly`.
 * `npx vitest --project unit` while working.
 */
import { defineConfig } from 'vitest/config';

/**
 * Pages are looked at as they are shipped. Besides, in development React keeps the stack of every element it makes, which took a fifth
 * of the time of the tests that draw pages.
 */
process.env.NODE_ENV = 'production';

const database = 'tests/support/postgres/setup.ts';
/** Commands and formats that work on files alone. */
const onFiles = 'src/{cli/{assign,programme,recount,rules,tally},platform/formats}/**/*.test.ts';
/** What calls the operations of the slices: loading them costs more than most of these tests. */
const onOperations = ['src/slices/**/*.test.{ts,tsx}', 'tests/house/**/*.db.test.ts'];
/** Doors that do so too, from outside the slices. */
const doors = 'src/{cli/{person,winners},main/{api,watching}}/**/*.test.ts';
/** Of these, what declares operations or tasks of its own. */
const declaring = ['src/slices/messages/sending/sending.test.ts', 'src/slices/system/{record,sealing,long-jobs}.test.ts'];

export default defineConfig({
  test: {
    // The machine the suite is promised on has two cores; more workers only make each other late.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/{core,words,ui,shells}/**/*.test.{ts,tsx}', onFiles, 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
          // Their modules hold no state, so the files of a worker share them: loading them costs more than most of these tests.
          isolate: false,
          // Properties over thousands of cases, on a machine that may be at other work: nothing timed is a test.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'house',
          include: ['tests/house.test.ts', 'tests/house/**/*.test.ts'],
          exclude: ['tests/house/**/*.db.test.ts'],
          // Loading every slice takes as long as the machine is at other work: nothing timed is a test.
          hookTimeout: 240_000,
          // They read the whole tree, on a machine that may be at other work.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          include: [...onOperations, doors],
          exclude: declaring,
          isolate: false,
          globalSetup: database,
          setupFiles: 'tests/support/postgres/shared.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db-apart',
          include: ['src/{platform,http,cli,main}/**/*.test.{ts,tsx}', 'tests/support/**/*.test.ts', ...declaring],
          exclude: [onFiles, doors],
          globalSetup: database,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'nightly',
          include: ['tests/nightly/**/*.test.ts'],
          globalSetup: database,
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
