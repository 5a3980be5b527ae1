import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';
import { expectAccessible } from '../support/page.ts';

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

test('criteria are weighed, described and put in order by keyboard, and the ballot is shown as a judge sees it', async ({ page }) => {
  const scripted = test.info().project.use.javaScriptEnabled !== false;
  await openEdition(page, `Criteria ${Date.now()}`);
  await page.getByRole('link', { name: 'Write the criteria' }).click();
  for (const [i, name] of ['Result', 'Craft'].entries()) {
    await phase(page, `Criterion ${i + 1}`)
      .getByLabel('Name')
      .fill(name);
    await phase(page, `Criterion ${i + 1}`)
      .getByLabel('Weight')
      .fill(String(3 - 2 * i));
  }
  await page.getByRole('button', { name: 'Save the criteria' }).press('Enter');
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(row('Result')).toContainText('75 %');
  await page.getByLabel('Weight of Craft').fill('0');
  await page.getByLabel('Weight of Craft').press('Enter');
  await expect(row('Craft').locator('.field--bad')).toBeVisible();
  await page.getByLabel('Weight of Craft').fill('7');
  await page.getByLabel('Weight of Craft').press('Enter');
  await expect(row('Craft')).toContainText('70 %');
  await page.getByRole('button', { name: 'Up Craft' }).press('Enter');
  await expect(page.getByRole('row').nth(1)).toContainText('Craft');
  await page.getByRole('link', { name: 'Craft', exact: true }).click();
  const preview = page.getByRole('region', { name: 'As a judge sees it' });
  await expect(preview.getByRole('radio')).toHaveCount(10);
  await page.getByLabel('Scale', { exact: true }).selectOption('1-5');
  await page.getByLabel('What 5 means').fill('Nobody does it better');
  if (scripted) await expect(preview.getByText('Nobody does it better')).toBeVisible();
  await page.getByRole('button', { name: 'Save the criterion' }).press('Enter');
  await expect(page.getByText('The criteria are saved.')).toBeVisible();
  await expect(preview.getByRole('radio')).toHaveCount(5);
  await expect(preview.getByText('Nobody does it better')).toBeVisible();
});

test('a form begins with one question, grows by keyboard, asks for one of two, and is seen as entrants see it', async ({ page }) => {
  const edition = await openEdition(page, `Form ${Date.now()}`);
  await page.getByRole('link', { name: 'Entry forms' }).press('Enter');
  await page.getByLabel('What the form is called').fill('Main form');
  await page.getByRole('button', { name: 'Add the form' }).press('Enter');
  await expect(page.getByText('Nothing is here yet, and it is needed').first()).toBeVisible();
  await page.getByLabel(/^First question/).fill('Title of the entry');
  await page.getByRole('button', { name: 'Add the form' }).press('Enter');
  await page.getByRole('link', { name: 'Main form' }).press('Enter');
  for (const [label, kind] of [
    ['Essay', 'Long text'],
    ['Film', 'Video'],
  ] as const) {
    await page.getByRole('link', { name: 'Main form', exact: true }).press('Enter');
    await page.getByText('Add a question here').click();
    await page.getByLabel('Question', { exact: true }).last().fill(label);
    await page.getByLabel('Kind of answer').selectOption(kind);
    await page.getByRole('button', { name: 'Add the question' }).press('Enter');
    await expect(page.getByRole('button', { name: `Up ${label}` })).toBeVisible();
  }
  await page.getByLabel('Length, at most').fill('five');
  await page.getByRole('button', { name: 'Save', exact: true }).last().press('Enter');
  await expect(page.getByLabel('Length, at most')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Length, at most').fill('4:30');
  await page.getByRole('button', { name: 'Save', exact: true }).last().press('Enter');
  await expect(page.getByText('The form is saved.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Main form', exact: true }).press('Enter');
  await page.getByText('Put questions together').click();
  await page.getByLabel('What the group is called').fill('Essay or film');
  for (const name of ['Essay', 'Film']) await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Make the group' }).press('Enter');
  const preview = page.getByRole('region', { name: 'As people see it' });
  await expect(preview.getByRole('group', { name: 'Essay or film' })).toContainText('Exactly one of these');
  await expect(preview).toContainText('Up to 4:30 minutes');
  await page.getByRole('button', { name: 'Undo the last change of the forms' }).press('Enter');
  await expect(preview.getByRole('group', { name: 'Essay or film' })).toBeHidden();
  expect(new URL(page.url()).pathname).toBe(`${edition}/forms/main-form`);
});
