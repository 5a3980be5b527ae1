/**
 * Small things a page owes whoever reads it: a date, a name of its own for each field, one button for one act, a way home. What stands in
 * the page as it is sent is read without scripts alone.
 */
import { expect, type Request, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';

const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const organiser = 'ilse.quarrington@aldersea.example';
const entrant = 'orla.tennant@valewick.example';

test('the mailbox tells of each mail when it was written @no-scripts', async ({ page }) => {
  await signIn(page, organiser, password);
  await page.goto('/manage/mailbox');
  const mails = page.locator('details');
  await expect(mails.locator('summary time').first()).toHaveText(/^\w+day \d+ \w+ \d{4}, \d\d:\d\d UTC$/);
  expect(await mails.locator('summary time').count()).toBe(await mails.count());
});

test('the form of an entry has one button that saves it, and its chooser shows every kind of file that is taken @no-scripts', async ({
  page,
}) => {
  await signIn(page, entrant, password);
  await page.goto('/home');
  await page.getByRole('link', { name: 'Water level, by the neighbours' }).click();
  await expect(page.getByRole('button', { name: 'Save the draft' })).toHaveCount(1);
  const chooser = page.locator('input[type=file]');
  await expect(chooser).toHaveAttribute('accept', '.pdf,.png,.jpg,.jpeg,.webp,.docx,.txt,.csv,.mp4,.m4v,.mov,.webm,.mkv');
});

test('no two fields of the sign-in page have the same name @no-scripts', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('textbox', { name: 'E-mail address', exact: true })).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'E-mail address for the link', exact: true })).toHaveCount(1);
});

test('a call that is long over tells the day its winners were announced, and not how many days that is @no-scripts', async ({ page }) => {
  await page.goto('/p/the-handbell-awards/2026');
  await expect(page.getByText('Winners announced', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/\d+ days ago/)).toHaveCount(0);
});

test('the sprig of a page people work in leads home, and the foot to what the public reads', async ({ page }) => {
  await signIn(page, organiser, password);
  await page.goto('/account');
  await page.getByRole('banner').getByRole('link', { name: 'Plaudit' }).click();
  await expect(page).toHaveURL(/\/manage$/);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Public page' }).click();
  await expect(page).toHaveURL(/:\d+\/$/);
});

test('an organiser’s home says that a seat is free, and leads to where it is given to another judge', async ({ page }) => {
  await signIn(page, organiser, password);
  await page.goto('/manage');
  await page.getByRole('link', { name: 'Give one free seat to a judge' }).click();
  await expect(page.getByRole('button', { name: 'Assign 1 seat' })).toBeVisible();
});

test('the page of a category comes in 60 kB with its typefaces, and with no script @scripts', async ({ page }) => {
  const programme = await page.request.get('/p/the-handbell-awards');
  const [, category = ''] = /href="(\/p\/[\w-]+\/[\w-]+\/categories\/\w+)"/.exec(await programme.text()) ?? [];
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  await page.goto(category, { waitUntil: 'networkidle' });
  const kinds = new Set(finished.map((request) => request.resourceType()));
  expect([...kinds].sort()).toEqual(['document', 'font', 'stylesheet']);
  const sizes = await Promise.all(finished.map((request) => request.sizes()));
  expect(sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)).toBeLessThan(60_000);
});
