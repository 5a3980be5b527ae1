import { expect, type Page, test } from '@playwright/test';
import { signIn, somebody } from '../support/browser.ts';
import { expectAccessible } from '../support/page.ts';

const url = process.env.PLAUDIT_JOURNEYS_URL ?? '';

async function fits(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width);
    await expectAccessible(page);
  }
}

test('somebody signs in with their organisation, is where they were going, and disconnects it', async ({ browser }, info) => {
  const page = await somebody(browser, info, url);
  await page.goto('/sign-in?to=/account/providers');
  await fits(page);
  await page.getByRole('button', { name: 'Sign in with The Hall' }).click();
  // With scripts the last step is taken by itself.
  if (info.project.use.javaScriptEnabled === false) {
    await expect(page.getByRole('heading', { level: 1, name: 'Nearly there' })).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Other ways to sign in' })).toBeVisible();
  await expect(page).toHaveURL(`${url}/account/providers`);
  await fits(page);
  await page.getByRole('button', { name: 'Disconnect The Hall' }).click();
  await expect(page.getByText('It is disconnected and opens your account no longer.')).toBeVisible();
  await page.getByRole('button', { name: 'Connect The Hall' }).click();
  if (info.project.use.javaScriptEnabled === false) await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('It is connected. From now on it signs you in.')).toBeVisible();
});

test('an administrator stands in for an entrant, sees so on every page, is kept from their account, and stops @no-scripts', async ({
  browser,
}, info) => {
  const page = await somebody(browser, info, url);
  await signIn(page, 'ilse.quarrington@aldersea.example', process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
  await page.goto('/manage/stand-in');
  await fits(page);
  await page.getByLabel('Their e-mail address').fill('orla.tennant@valewick.example');
  await page.getByLabel('Why').fill('asked where her receipt is');
  await page.getByRole('button', { name: 'Stand in' }).click();
  const banner = page.getByRole('region', { name: 'Standing in for somebody' });
  await expect(banner).toContainText('You stand in for Orla Tennant');
  await expect(page).toHaveURL(`${url}/home`);
  await fits(page);
  await page.goto('/');
  await expect(banner).toBeVisible();
  expect((await page.goto('/account'))?.status()).toBe(409);
  await expect(page.getByText('Not while you stand in for somebody')).toBeVisible();
  await page.goto('/home');
  await banner.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('You are yourself again.')).toBeVisible();
  await expect(banner).toHaveCount(0);
});
