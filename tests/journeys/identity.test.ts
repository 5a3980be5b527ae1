import { expect, type Page, test } from '@playwright/test';
import { arrive, askForLink, mailsOf, somebody } from '../support/browser.ts';
import { expectAccessible } from '../support/page.ts';
import { appOf } from '../support/people/app.ts';

const url = process.env.PLAUDIT_JOURNEYS_URL ?? '';
const dataFolder = process.env.PLAUDIT_JOURNEYS_DATA ?? '';
const here = { url, dataFolder };

async function signOut(page: Page): Promise<void> {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(`${url}/`);
}

async function fits(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width);
    await expectAccessible(page);
  }
}

test('an authenticator app is set up, keeps a link alone from opening the account, and a recovery code stands in for it once', async ({
  browser,
}, info) => {
  const { page, email } = await arrive(browser, info, here, 'Ingrid Solvang');
  await page.getByRole('link', { name: 'Passkeys and codes' }).click();
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await expect(page.getByRole('img', { name: /A picture for your authenticator app/ })).toBeVisible();
  await fits(page);
  const app = appOf((await page.getByRole('main').locator('code').textContent()) ?? '');
  await page.getByLabel('Six digits').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'This code does not match' })).toBeVisible();
  await page.getByLabel('Six digits').fill(app.codeAt(new Date()));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Recovery codes' })).toBeVisible();
  await fits(page);
  const codes = await page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem').allTextContents();
  expect(codes).toHaveLength(10);
  const file = await page.request.get('/account/recovery-codes.txt');
  expect([file.headers()['content-disposition'], await file.text()]).toEqual([
    'attachment; filename="plaudit-recovery-codes.txt"',
    expect.stringContaining(codes.join('\n')),
  ]);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.goto('/account/recovery-codes');
  await expect(page.getByText('Your codes were shown already.')).toBeVisible();

  await signOut(page);
  await askForLink(page, here, email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The second step' })).toBeVisible();
  await fits(page);
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'The second step' })).toBeVisible();
  await page.getByLabel('A code from your app').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('9 recovery codes are left')).toBeVisible();
  expect((await mailsOf({ dataFolder, url })).find(({ to }) => to === email)?.subject).toBe('A recovery code was used');
});

test('a passkey is made, signs in alone, is the second step after a link, and is taken away again @scripts', async ({ browser }, info) => {
  const { page, email } = await arrive(browser, info, here, 'Tomas Reyl');
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/account/factors');
  await page.getByLabel('A name for it').first().fill('My laptop');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('button', { name: 'Remove My laptop' })).toBeVisible();
  await fits(page);

  await signOut(page);
  await page.goto('/sign-in?to=/account');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tomas Reyl' })).toBeVisible();

  await signOut(page);
  await askForLink(page, here, email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await fits(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tomas Reyl' })).toBeVisible();

  await page.goto('/account/factors');
  await page.getByRole('button', { name: 'Remove My laptop' }).click();
  await expect(page.getByText('Nothing is set up yet.')).toBeVisible();
});

test('somebody sees where they are signed in and ends the other session from here', async ({ browser }, info) => {
  const { page, email } = await arrive(browser, info, here, 'Aino Vuori');
  const other = await somebody(browser, info, url);
  await askForLink(other, here, email);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Aino Vuori' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('This browser')).toHaveCount(1);
  await page.getByRole('button', { name: /Sign out there/ }).click();
  await expect(page.getByText('That session has ended.')).toBeVisible();
  await other.goto('/account');
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('whoever mistypes their password signs in with the next try', async ({ browser }, info) => {
  const { page, email } = await arrive(browser, info, here, 'Ruth Abara');
  await page.goto('/account');
  await page.getByLabel('New password').fill('a sentence is easier');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Password set.')).toBeVisible();
  await signOut(page);
  await page.goto('/sign-in?to=/account');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Sign in with password' }) });
  const password = form.getByRole('textbox', { name: 'Password' });
  await form.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await password.fill('a sentance is easier');
  await form.getByRole('button', { name: 'Sign in with password' }).click();
  await expect(page.getByRole('heading', { name: 'E-mail and password do not match' })).toBeVisible();
  await password.fill('a sentence is easier');
  await form.getByRole('button', { name: 'Sign in with password' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ruth Abara' })).toBeVisible();
});
