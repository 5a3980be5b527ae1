import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';

const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const wall = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

/** An edition of the demo's programme that nobody else looks at, as it stands before all the others. */
async function openEdition(page: Page, name: string): Promise<string> {
  await signIn(page, 'ilse.quarrington@aldersea.example', password);
  await page.goto('/manage');
  const slug = await page.evaluate(() => /\/manage\/([\w-]+)\/\d/.exec(document.body.innerHTML)?.[1] ?? '');
  await page.goto(`/manage/${slug}/new`);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Entries open').fill(wall(-2500));
  await page.getByLabel('Entries close').fill(wall(-2470));
  await page.getByLabel('Judging ends').fill(wall(-2440));
  await page.getByLabel('Judges for each entry').fill('3');
  await page.getByLabel('Ballots an entry needs to be counted').fill('2');
  await page.getByRole('button', { name: 'Make the edition' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('missing');
  return new URL(page.url()).pathname;
}

const phase = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

async function fillPhase(page: Page, name: string, from: string, until: string): Promise<void> {
  await phase(page, name)
    .getByLabel(/^(Opens|Begins)$/)
    .fill(from);
  await phase(page, name)
    .getByLabel(/^(Closes|Ends)$/)
    .fill(until);
}

test('a timeline is refused at its field while it is written, saved when it is possible, and undone', async ({ page }) => {
  const scripted = test.info().project.use.javaScriptEnabled !== false;
  const edition = await openEdition(page, `Editor ${Date.now()}`);
  await page.getByRole('link', { name: 'Change the timeline' }).click();
  await expect(page.getByRole('img', { name: /2 stretches of time/ })).toBeVisible();
  await fillPhase(page, 'Screening', wall(-2470), wall(-2480));
  if (!scripted) await page.getByRole('button', { name: 'Save the timeline' }).last().click();
  await expect(phase(page, 'Screening').getByText(/would close on .* Choose a later close/)).toBeVisible();
  await fillPhase(page, 'Screening', wall(-2470), wall(-2460));
  if (scripted) await expect(phase(page, 'Screening').getByText(/Choose a later close/)).toBeHidden();
  await fillPhase(page, 'Round 1', wall(-2460), wall(-2450));
  await page.getByText('One more round', { exact: true }).first().click();
  await phase(page, 'One more round').getByLabel('What it is called').fill('On stage');
  await fillPhase(page, 'One more round', wall(-2450), wall(-2440));
  await page.getByRole('button', { name: 'Save the timeline' }).last().press('Enter');
  await expect(page.getByText('The timeline is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Up Round 2: On stage' }).press('Enter');
  await expect(phase(page, 'Round 1: On stage')).toBeVisible();
  await page.getByRole('button', { name: 'Undo the last change of the timeline' }).press('Enter');
  await expect(phase(page, 'Round 2: On stage')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`${edition}/timeline`);
});
