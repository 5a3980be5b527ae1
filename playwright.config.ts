/**
 * Journeys through the built application in a real browser, once with JavaScript and once without. The application is
 * started for the run by `tests/support/journeys/setup.ts`; the browser is the system's, named by PLAUDIT_CHROMIUM.
 */
import { defineConfig } from '@playwright/test';
import { chromium } from './tools/test/packages.ts';

/** No sandbox: the suite may run as root. The rest keeps the browser from calling anybody. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.test.ts',
  globalSetup: './tests/support/journeys/setup.ts',
  outputDir: 'test-results',
  // A page waits for the server and for itself more often than it computes.
  workers: 3,
  // A machine with two cores may be at other work too; what has to come comes.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    ...(process.env.PLAUDIT_JOURNEYS_URL && { baseURL: process.env.PLAUDIT_JOURNEYS_URL }),
    launchOptions: { executablePath: chromium.program, args },
    // What hangs is named long before its test as a whole runs out of time; what is slow comes.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace of everything costs every run for the one that fails; `--trace on` makes it for one test.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'js-on', use: { javaScriptEnabled: true }, grepInvert: /@no-scripts/ },
    { name: 'js-off', use: { javaScriptEnabled: false }, grepInvert: /@scripts/ },
  ],
});
