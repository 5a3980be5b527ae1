/** The report of the command line, opened from its file as a chair would. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/page.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
let report: string;
let unruly: string;

/** Names as spreadsheets hold them: without end, from right to left, of several letters to a sign. */
const names = [
  'X'.repeat(200),
  'Donaudampfschifffahrtsgesellschaft'.repeat(6),
  'שירות לקוחות מצטיין',
  'خدمة العملاء',
  '👩‍👩‍👧‍👦 Family Phones 📞',
];

function reportOf(name: string, ...options: string[]): string {
  const file = join(folder, `${name}.html`);
  execFileSync(join(root, 'plaudit'), ['tally', ...options, '--report', file]);
  return pathToFileURL(file).href;
}

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-report-'));
  const example = (name: string) => join(root, 'docs/examples', name);
  report = reportOf('report', '--ballots', example('ballots.csv'), '--rules', example('rules.yaml'));
  const ballots = join(folder, 'unruly.csv');
  const judges = ['Judge 1', 'Y'.repeat(190), 'שופט ראשון', 'Judge 4'];
  const marks = names.flatMap((entry, e) =>
    judges.flatMap((judge, j) => (j === e ? [] : [`${entry},${'Kategorie'.repeat(20)},${judge},c,${3 + ((2 * e + j) % 6)}\n`])),
  );
  writeFileSync(ballots, `entry,category,judge,criterion,mark\n${marks.join('')}`);
  unruly = reportOf('unruly', '--ballots', ballots);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const width of [360, 1280]) {
  test(`the report is accessible in either theme at ${width} pixels, as wide as the window, and asks nobody @scripts`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(0, 40)));
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(report);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lantern Service Awards 2027 (an invented season)');
    // Whoever runs no scripts sees the same page.
    await expect(page.locator('script')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([report.slice(0, 40)]);
    await expectAccessible(page, { goodPractice: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, { coloursOnly: true });
  });
}

test('the report is read by its outline, its tables and its plots, and changes its theme without a script @no-scripts', async ({
  page,
}) => {
  await page.goto(report);
  await expect(page.getByRole('table', { name: 'One line for each category' }).getByRole('row')).toHaveCount(4);
  const standings = page.getByRole('table', { name: /^Standings of Contact centre of the year/ });
  await expect(standings.getByRole('rowheader').first()).toHaveText('Northfield Rail');
  await expect(standings.getByRole('img').first()).toHaveAttribute(
    'aria-label',
    /^Northfield Rail: corrected 7\.72, interval 7\.\d\d to 8\.\d\d; uncorrected 7\.93$/,
  );
  await expect(page.getByRole('img', { name: /Ruth Calloway: minus 1\.\d\d/ })).toBeVisible();
  const background = () => getComputedStyle(document.documentElement).backgroundColor;
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await page.evaluate(background)).toBe('rgb(251, 250, 246)');
  await page.getByText('Dark', { exact: true }).click();
  expect(await page.evaluate(background)).toBe('rgb(21, 22, 19)');
});

/** Parts whose words reach beyond their own edge or the window's. */
function cut(): string[] {
  const beyond = (part: Element) => {
    const { right, left, width } = part.getBoundingClientRect();
    return width > 1 && (right > innerWidth + 1 || left < -1 || (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0));
  };
  const words = document.querySelectorAll('h1, h2, h3, p:not(.vh), th, td, dt, dd, li, a, table, bdi');
  return [...words]
    .filter((part) => getComputedStyle(part).display !== 'inline' && beyond(part))
    .map((part) => part.outerHTML.slice(0, 120));
}

for (const width of [360, 768, 1280]) {
  test(`nothing of a report is cut or has to be scrolled to sideways at ${width} pixels, whatever the names @scripts`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const url of [report, unruly]) {
      await page.goto(url);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await page.evaluate(cut)).toEqual([]);
      const air = await page.locator('.standings tbody tr').evaluateAll((rows) =>
        rows.map((row) => {
          const [name, score] = [row.querySelector('th'), row.querySelector('th + td')].map((cell) => cell?.getBoundingClientRect());
          return (score?.left ?? 0) - (name?.right ?? 0) + Number.parseFloat(getComputedStyle(row.querySelector('th') ?? row).paddingRight);
        }),
      );
      expect(Math.min(...air), 'air between a name and its score').toBeGreaterThan(7);
    }
    await expectAccessible(page, { goodPractice: true });
  });
}

test('the report is walked by keyboard: past its head, to a category, on to the next and back @scripts', async ({ page }) => {
  await page.goto(report);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  for (const name of ['Categories', 'How the judges mark', 'Questions for the chair', 'Method, in words', 'Complaint handling']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#category-1$/);
  await page.keyboard.press('Tab');
  await expect(page.locator('#category-1 summary').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Next: Contact centre of the year' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#category-2$/);
});

test('the report prints on paper, without its controls @scripts', async ({ page }) => {
  await page.goto(report);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('group', { name: 'Theme' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Questions for the chair' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'In this report' })).toBeHidden();
  await expect(page.getByText('How each score was made').first()).toBeHidden();
  // As wide as A4 between its margins: the standings are a table there too, and no category shares a page.
  await page.setViewportSize({ width: 688, height: 1_000 });
  await expect(page.getByRole('columnheader', { name: 'Chance of first' }).first()).toBeVisible();
  const breaks = await page.locator('.section').evaluateAll((all) => all.map((each) => getComputedStyle(each).breakBefore));
  expect(breaks).toEqual(['page', 'page', 'page', 'auto', 'auto', 'auto', 'auto']);
  expect(await page.evaluate(cut)).toEqual([]);
});
