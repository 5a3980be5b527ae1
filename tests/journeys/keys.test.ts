/** Ctrl K, the single keys, and what opens over a page or in it: each is accessible while it is open. @scripts */
import { expect, type Page, test } from '@playwright/test';
import { faultsOf, signIn, somebody } from '../support/browser.ts';
import { expectAccessible } from '../support/page.ts';

const organiser = 'ilse.quarrington@aldersea.example';
const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const url = process.env.PLAUDIT_JOURNEYS_URL ?? '';

async function openPalette(page: Page) {
  const dialog = page.getByRole('dialog');
  // The script comes after the page; a press before it is the browser's.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(dialog.getByRole('option').first()).toBeVisible();
  return dialog;
}

test('Ctrl K finds pages, editions and entries by name, on a page without other scripts too, and goes there @scripts', async ({ page }) => {
  const faults = faultsOf(page, url);
  await signIn(page, organiser, password);
  await page.goto('/manage/companies');
  const dialog = await openPalette(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expectAccessible(page);
  const field = dialog.getByRole('combobox');
  await field.fill('zyxquor vlamb');
  await expect(dialog.getByRole('option')).toHaveCount(0);
  await field.fill('lift rings');
  await expect(dialog.getByRole('option', { name: /The lift that rings first/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The lift that rings first');
  await openPalette(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('single keys help and can be turned off; Ctrl K stays @scripts', async ({ page }) => {
  await signIn(page, organiser, password);
  await page.goto('/manage/companies');
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search name or domain' });
  await expect(search).toBeFocused();
  await page.keyboard.press('?');
  await expect(search).toHaveValue('?');
  await search.blur();
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keys of the keyboard');
  await page.getByRole('button', { name: 'Turn single keys off' }).click();
  await expect(page.getByText('Single keys are off.')).toBeVisible();
  await page.goto('/manage/companies');
  await page.keyboard.press('/');
  await expect(search).not.toBeFocused();
  await openPalette(page);
});

test('pages are accessible with their menus, their numbers, their questions and their errors open @scripts', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, organiser, password);
  await page.goto('/manage?programme=the-handbell-awards');
  for (const numbers of await page.getByText('The numbers behind it').all()) await numbers.click();
  await expectAccessible(page);
  await page.goto('/manage/the-handbell-awards/2027/entries');
  for (const menu of ['Save this view', 'Columns', 'Download']) {
    await page.locator('summary', { hasText: menu }).click();
    await expectAccessible(page);
  }
  await page.locator('summary', { hasText: 'Save this view' }).click();
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(page.getByRole('heading', { name: 'Something in the form needs your attention' })).toBeVisible();
  await expectAccessible(page);
  // What is chosen is kept a person and edition: of this one nobody else chooses at the same time.
  await page.goto('/manage/the-handbell-awards/2026/entries');
  await page.getByRole('button', { name: /^Choose all/ }).click();
  await page.getByRole('button', { name: 'Accept the chosen' }).click();
  await expect(page.getByText('Nothing to accept')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/manage/the-handbell-awards/2027/entries?close');
  await expectAccessible(page);
});

test('what was opened or refused on the way of a visitor, an entrant and a judge is accessible while it stands there @scripts', async ({
  page,
  browser,
}, info) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('link', { name: 'E-mail address for the link: Nothing is here yet, and it is needed.' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/p/the-handbell-awards/2026/winners');
  await page.getByText('The trail of').first().click();
  await expectAccessible(page);

  await signIn(page, 'orla.tennant@valewick.example', password);
  await page.goto('/p/the-handbell-awards/enter');
  await page.getByRole('button', { name: 'Start writing' }).click();
  await expect(page.getByRole('link', { name: 'Category: Nothing is here yet, and it is needed.' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/account');
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByLabel('New password')).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Your time zone' }).click();
  await expect(page.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: 'Your account' })).toBeVisible();

  const judge = await somebody(browser, info, url);
  await judge.emulateMedia({ reducedMotion: 'reduce' });
  await judge.setViewportSize({ width: 360, height: 740 });
  await signIn(judge, 'maren.oduya@judges.example', password);
  await judge.getByRole('link', { name: /^Next: / }).click();
  await judge.getByText('Your ballots').click();
  await expect(judge.getByText(/^Due /)).toBeVisible();
  await expectAccessible(judge);
  await judge.getByText('I know this entrant').click();
  await judge.getByRole('button', { name: 'Declare an interest' }).click();
  await expect(judge.getByRole('link', { name: 'How you are close to it: Nothing is here yet, and it is needed.' })).toBeVisible();
  await expectAccessible(judge);
  // The way to the marks stands over the entry, never over the marks themselves.
  await judge.getByRole('button', { name: 'Declare an interest' }).scrollIntoViewIfNeeded();
  await expect(judge.locator('.desk__jump')).not.toBeInViewport();
  await judge.context().close();
});
