/** The report of the command line, opened from its file as a chair would. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/page.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
let report: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-report-'));
  const file = join(folder, 'report.html');
  const example = (name: string) => join(root, 'docs/examples', name);
  execFileSync(join(root, 'plaudit'), ['tally', '--ballots', example('ballots.csv'), '--rules', example('rules.yaml'), '--report', file]);
  report = pathToFileURL(file).href;
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`the report is accessible in the ${colorScheme} theme at ${width} pixels, and as wide as the window`, async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url().slice(0, 40)));
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(report);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lantern Service Awards 2027 (an invented season)');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([report.slice(0, 40)]);
      await expectAccessible(page);
    });
  }
}

test('the report is read by its outline, its tables and its plots, and changes its theme without a script', async ({ page }) => {
  await page.goto(report);
  await expect(page.getByRole('table', { name: 'One line for each category' }).getByRole('row')).toHaveCount(4);
  const standings = page.getByRole('table', { name: /^Standings of Contact centre of the year/ });
  await expect(standings.getByRole('rowheader').first()).toHaveText('Northfield Rail');
  await expect(standings.getByRole('img').first()).toHaveAttribute(
    'aria-label',
    /^Northfield Rail: corrected 7\.72, interval 7\.\d\d to 8\.\d\d; raw 7\.93$/,
  );
  await expect(page.getByRole('img', { name: /Ruth Calloway: minus 1\.\d\d/ })).toBeVisible();
  const background = () => getComputedStyle(document.documentElement).backgroundColor;
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await page.evaluate(background)).toBe('rgb(251, 250, 246)');
  await page.getByText('Dark', { exact: true }).click();
  expect(await page.evaluate(background)).toBe('rgb(21, 22, 19)');
});

test('the report prints on paper, without its controls', async ({ page }) => {
  await page.goto(report);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('group', { name: 'Theme' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Questions for the chair' })).toBeVisible();
});
