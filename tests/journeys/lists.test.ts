/** A list as an organiser without scripts works with it: columns, a view kept and taken back, rows held over searches, and an act on them. */
import { expect, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';

test('columns, views and acts on several entries need no script @no-scripts', async ({ page }) => {
  await signIn(page, 'ilse.quarrington@aldersea.example', process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
  await page.goto('/manage/the-handbell-awards/2027/entries?state=submitted');
  await page.locator('summary', { hasText: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Writer' }).uncheck();
  await page.getByRole('checkbox', { name: 'Nominee' }).check();
  await page.getByRole('button', { name: 'Show these columns' }).click();
  await expect(page.getByRole('columnheader', { name: 'Nominee' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Writer' })).toHaveCount(0);

  await page.locator('summary', { hasText: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Still waiting');
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(page.getByRole('link', { name: 'Still waiting' })).toBeVisible();
  await page.locator('summary', { hasText: 'Change views' }).click();
  await page.getByRole('button', { name: 'Remove Still waiting' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The view “Still waiting” is removed.' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Still waiting' }).click();

  // Held over a search, and counted exactly.
  await page.getByRole('checkbox', { name: 'Choose The night desk' }).check();
  await page.getByRole('button', { name: 'Remember these ticks' }).click();
  await page.goto('/manage/the-handbell-awards/2027/entries?q=water+level');
  await page.getByRole('checkbox', { name: 'Choose Water level, by the neighbours' }).check();
  await page.getByRole('button', { name: 'Remember these ticks' }).click();
  await expect(page.getByText('2 chosen, 1 of them not among the 1 found')).toBeVisible();
  await page.getByRole('button', { name: 'Accept the chosen' }).click();
  await expect(page.getByRole('heading', { name: 'Accept one entry?' })).toBeVisible();
  await expect(page.getByText('One stays as it is, because it is decided:')).toBeVisible();
  await page.getByRole('button', { name: 'Accept one entry' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One entry is accepted');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The acceptance is taken back.')).toBeVisible();
  await page.goto('/manage/the-handbell-awards/2027/entries');
  await page.locator('summary', { hasText: 'Columns' }).click();
  await page.getByRole('button', { name: 'The list’s own' }).click();
  await expect(page.getByRole('columnheader', { name: 'Writer' })).toBeVisible();
});
