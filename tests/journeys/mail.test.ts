import { expect, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';
import { expectAccessible } from '../support/page.ts';

const organiser = 'ilse.quarrington@aldersea.example';

test('an organiser prepares a reminder, sees it as one reader, sends herself a test, approves the number, takes it back and throws it away @no-scripts', async ({
  page,
}) => {
  await signIn(page, organiser, process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
  await page.goto('/manage/the-handbell-awards/2027/mail');
  await page.getByRole('link', { name: 'Write to people' }).click();
  await page.getByRole('radio', { name: /^Reminder of an unfinished entry/ }).check();
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByLabel('Text', { exact: true }).fill('{greeting}\n\nplease finish {entrys}.');
  await page.getByRole('button', { name: /^Prepare for/ }).click();
  await expect(page.getByText('{entrys} in line 3, character 15').first()).toBeVisible();
  await page.getByLabel('Text', { exact: true }).fill('{greeting}\n\nplease finish {entries}.');
  await page.getByRole('button', { name: /^Prepare for/ }).click();
  const lead = page.getByRole('heading', { level: 1 });
  await expect(lead).toHaveText(/would get this\.$/);
  await expect(page.getByRole('article')).toContainText('please finish “');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send me a test' }).click();
  await expect(page.getByRole('status')).toContainText('on its way to you');
  const [count = ''] = /\d+/.exec((await page.getByRole('link', { name: /^Send \d+ mail/ }).textContent()) ?? '') ?? [];
  await page.getByRole('link', { name: /^Send \d+ mail/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^Send ${count} mails? now`) })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: new RegExp(`^Send ${count} mail`) }).click();
  await expect(lead).toHaveText(`0 of ${count} have left.`);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(lead).toHaveText(/would get this\.$/);
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(lead).toHaveText('Nothing of this leaves.');
  await page.getByRole('link', { name: 'See each mail' }).click();
  await expect(page.getByText('the batch was thrown away').first()).toBeVisible();
});
