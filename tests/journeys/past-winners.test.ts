import { expect, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';
import { expectAccessible } from '../support/page.ts';

const organiser = 'ilse.quarrington@aldersea.example';
const awards = 'the-handbell-awards';
const csv = (text: string) => ({ name: 'older.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('an organiser brings a list of winners in after looking at it, says whom a name means, and takes both back; a question is shown and put back @no-scripts', async ({
  page,
}) => {
  await signIn(page, organiser, process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
  const lead = page.getByRole('heading', { level: 1 });
  await page.goto(`/manage/${awards}/winners/import`);
  const look = page.getByRole('button', { name: 'Look at it' });
  await look.click();
  await expect(page.getByRole('link', { name: /^The list, as CSV or JSON/ })).toBeVisible();
  await page.getByLabel('The list, as CSV or JSON').setInputFiles(csv('year,category,winner\n19x7,Courtesy,A\n'));
  await look.click();
  await expect(page.getByText('Row 2, column “year”', { exact: false })).toBeVisible();
  await page
    .getByLabel('The list, as CSV or JSON')
    .setInputFiles(
      csv(
        'year,category,winner,company,joint\n1927/28,Courtesy,Åse Önn,Brine & Sons,yes\n1927/28,Courtesy,Tam,Brine & Sons,yes\n2007,Contact centre of the year,Linden Row Library,,\n',
      ),
    );
  await look.click();
  await expect(page.getByText('Nothing is written yet', { exact: false })).toBeVisible();
  await expectAccessible(page);
  const reader = await page.context().newPage();
  await reader.goto(`/p/${awards}/winners?q=brine`);
  await expect(reader.getByText('Nobody like that has won')).toBeVisible();
  await reader.close();
  await page.getByRole('button', { name: /^Bring in/ }).click();
  await expect(page.getByRole('status')).toContainText('brought in');

  await page.goto(`/p/${awards}/winners?q=onn+ase`);
  await expect(page.getByText('Åse Önn')).toBeVisible();
  await expect(page.getByText('joint winners')).toBeVisible();

  await page.goto(`/manage/${awards}/winners/names?q=brine`);
  await page.getByRole('button', { name: /^A company not known yet/ }).click();
  await expect(page.getByRole('status')).toContainText('Brine & Sons');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status')).toContainText('Taken back');

  await page.goto(`/manage/${awards}/winners/import`);
  await page.getByRole('link', { name: 'Take back older.csv' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('status')).toContainText('taken back');

  await page.goto(`/p/${awards}/questions`);
  await page.getByRole('radio', { name: 'A question' }).check();
  await page.getByLabel('In your words').fill('May <b>two</b> teams enter as one?');
  await page.getByRole('button', { name: 'Send it to the organisers' }).click();
  await expect(page.getByRole('status')).toContainText('Sent.');
  await page.goto(`/manage/${awards}/questions`);
  const card = page.getByRole('region').filter({ hasText: 'teams enter as one' }).last();
  await card.getByLabel('Your answer, in public').fill('They may.');
  await card.getByRole('button', { name: /^Show it/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('shown to everybody');
  await page.goto(`/p/${awards}`);
  await expect(page.getByText('May <b>two</b> teams enter as one?')).toBeVisible();
  await expect(page.getByText('They may.')).toBeVisible();
  await page.goto(`/manage/${awards}/questions?state=shown`);
  await page
    .getByRole('region')
    .filter({ hasText: 'teams enter as one' })
    .getByRole('button', { name: /^Show it no more/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status')).toContainText('shown to everybody');
  await page.goto(`/p/${awards}/questions`);
  await page
    .getByRole('button', { name: /^Take it back : your question/ })
    .first()
    .click();
  await expect(page.getByRole('status')).toContainText('Nothing of it is kept');
  await expect(lead).toHaveText('Questions and comments');
});
