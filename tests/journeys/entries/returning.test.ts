/** A screener reads what waits, sends an entry back with what to mend and by when, sees it again and accepts it. */
import { expect, type Page, test } from '@playwright/test';
import { arrive, mailsOf, signIn } from '../../support/browser.ts';
import { aProgrammeByForm, enterSeveral } from '../../support/journeys/entered.ts';
import { expectAccessible } from '../../support/page.ts';

const here = { url: process.env.PLAUDIT_JOURNEYS_URL ?? '', dataFolder: process.env.PLAUDIT_JOURNEYS_DATA ?? '' };
const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const scripts = () => test.info().project.use.javaScriptEnabled !== false;
const asks = 'Say in which year the boat waited.';

/** Read without violations on a telephone and on a desk. */
async function looks(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
}

/** The newest mail to an address, once it has one that says so. */
async function mailTo(email: string, about: RegExp): Promise<string> {
  const found = async () => (await mailsOf(here)).find(({ to, subject }) => to === email && about.test(subject));
  await expect.poll(async () => (await found()) !== undefined).toBe(true);
  return (await found())?.text ?? '';
}

/** From the queue to what waits first. */
async function begin(page: Page, edition: string): Promise<void> {
  await page.goto(`${edition}/screening`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One entry waits for you.');
  await looks(page);
  await page.getByRole('link', { name: 'Begin with the first' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The boat that waits 0');
}

/** A key that comes before the scripts of a page run is nobody's; a person presses it again, and so does this. */
async function pressUntil(page: Page, key: string, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await done();
  }).toPass();
}

/** By the keys alone where there are scripts. */
async function sendBack(page: Page): Promise<void> {
  const words = page.getByLabel('What has to be mended');
  if (scripts()) {
    await pressUntil(page, 'r', () => expect(words).toBeFocused({ timeout: 3_000 }));
    await page.keyboard.type(asks);
  } else {
    await words.fill(asks);
  }
  await page.getByRole('checkbox', { name: 'Your story' }).check();
  const until = page.getByLabel(/^Mend it by/);
  await until.fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 16));
  const button = page.getByRole('button', { name: 'Send it back' });
  if (scripts()) {
    await button.focus();
    await page.keyboard.press('Enter');
  } else {
    await button.click();
  }
  await expect(page.getByText('To be mended by')).toBeVisible();
}

async function accept(page: Page): Promise<void> {
  const accepted = page.getByRole('button', { name: 'Take the acceptance back' });
  if (scripts()) await pressUntil(page, 'a', () => expect(accepted).toBeVisible({ timeout: 5_000 }));
  else await page.getByRole('button', { name: 'Accept the entry' }).click();
  await expect(accepted).toBeVisible();
}

test('a screener returns an entry', async ({ page, browser }, info) => {
  test.setTimeout(240_000);
  await signIn(page, 'ilse.quarrington@aldersea.example', password);
  const edition = await aProgrammeByForm(page, `Yarrow of Returns ${Date.now()}`);
  const { page: writer, email } = await arrive(browser, info, here, 'Ysolde Mender');
  const [entry] = await enterSeveral(writer, edition.split('/')[2] ?? '', { submitted: 1, drafts: 0 });
  await writer.goto(entry);

  await begin(page, edition);
  await looks(page);
  await sendBack(page);
  await looks(page);

  const mail = await mailTo(email, /something to mend/);
  expect(mail).toContain(asks);
  const [link = ''] = /https?:\/\/\S+\/entries\/\S+/.exec(mail) ?? [];
  await writer.goto(link);
  await expect(writer.getByText(asks)).toBeVisible();
  await looks(writer);
  await writer.getByRole('textbox', { name: 'Your story' }).fill('In 2025 it waited for the last bus.');
  await writer.getByRole('button', { name: 'Submit' }).click();
  await expect(writer.getByText('Your entry is in.')).toBeVisible();
  await looks(writer);

  await begin(page, edition);
  await expect(page.getByText('In 2025 it waited for the last bus.')).toBeVisible();
  await accept(page);
  await looks(page);
  await page.goto(`${edition}/screening`);
  await expect(page.getByText('Nothing waits')).toBeVisible();
});
