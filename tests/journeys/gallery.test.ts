/** The choice of theme, which a page without scripts has to remember too. The gallery itself is looked at in `screens.test.ts`. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/page.ts';

const background = () => getComputedStyle(document.body.parentElement ?? document.body).backgroundColor;
const light = 'rgb(251, 250, 246)';
const dark = 'rgb(21, 22, 19)';

test('the components stand on the ground of whichever theme the reader’s machine has', async ({ page }) => {
  for (const [colorScheme, ground] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await page.goto('/gallery'))?.status()).toBe(200);
    expect(await page.evaluate(background)).toBe(ground);
  }
});

test('one press changes the theme; the next page remembers it, and "auto" forgets it', async ({ page }) => {
  await page.goto('/gallery#scale');
  // Colours change at once; what the next page shows is what the server has heard by then.
  const press = async (name: string) => {
    const heard = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByRole('button', { name }).click();
    await heard;
    await expect(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
  };
  await press('Dark');
  await page.goto('/sign-in');
  expect(await page.evaluate(background)).toBe(dark);
  await press('Auto');
  await expect.poll(() => page.evaluate(background)).toBe(light);
  await page.goto('/gallery');
  expect(await page.evaluate(background)).toBe(light);
});

test('the page of an error says what to do, and runs no script', async ({ page }) => {
  const answer = await page.goto('/nowhere/at/all');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await expect(page.getByRole('link', { name: 'Go to the first page' })).toBeVisible();
  expect(await page.locator('script').count()).toBe(0);
  await expectAccessible(page);
});
