/** Two windows or two people write one entry: what they write in different fields comes together, and of two texts for one field one is chosen. */
import { type Browser, expect, type Page, type TestInfo, test } from '@playwright/test';
import { arrive, linkIn, mailsOf, signIn, somebody } from '../../support/browser.ts';
import { aProgrammeByForm, enterSeveral } from '../../support/journeys/entered.ts';
import { expectAccessible } from '../../support/page.ts';

const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const here = () => ({ url: process.env.PLAUDIT_JOURNEYS_URL ?? '', dataFolder: process.env.PLAUDIT_JOURNEYS_DATA ?? '' });
const scripts = () => test.info().project.use.javaScriptEnabled !== false;

/** A draft of somebody's own in a programme of its own. */
async function aDraft(page: Page, browser: Browser, info: TestInfo, name: string) {
  await signIn(page, 'ilse.quarrington@aldersea.example', password);
  const edition = await aProgrammeByForm(page, `Zest of ${name} ${Date.now()}`);
  const { page: one, email } = await arrive(browser, info, here(), name);
  const [, draft] = await enterSeveral(one, edition.split('/')[2] ?? '', { submitted: 0, drafts: 1 });
  await one.goto(draft);
  return { one, draft, email };
}

const fields = (page: Page) => ({
  title: page.getByLabel('Title', { exact: true }),
  nominee: page.getByLabel('Who is it about?'),
  story: page.getByLabel('Your story'),
  motto: page.getByLabel('In one sentence'),
});

async function save(page: Page): Promise<void> {
  if (scripts()) await expect(page.getByRole('status').filter({ hasText: /^Saved \d/ })).toBeVisible();
  else await page.getByRole('button', { name: 'Save the draft' }).click();
}

/** What the first version said of the title is seen as it was changed, comes back, and goes again. */
async function bringBack(page: Page): Promise<void> {
  const title = await fields(page).title.inputValue();
  await page.getByRole('link', { name: 'History' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Version 2', exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bring back what version 2 says here' }).first().click();
  await expect(page.getByText('Brought back, and saved as version')).toBeVisible();
  await expect(page.locator('del').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByText('Brought back, and saved as version')).toBeVisible();
  await page.getByRole('link', { name: 'Back to writing' }).click();
  await expect(fields(page).title).toHaveValue(title);
}

test('two windows, one field: the second save is refused with both texts, other fields come together', async ({ page, browser }, info) => {
  test.setTimeout(240_000);
  const { one, draft } = await aDraft(page, browser, info, 'Wanda Twice');
  const two = await one.context().newPage();
  await two.goto(draft);

  await fields(one).motto.fill('Nobody waits alone.');
  await save(one);
  await fields(two).title.fill('The boat that waited');
  await save(two);
  await expect(fields(two).motto).toHaveValue('Nobody waits alone.');
  await expect(fields(two).title).toHaveValue('The boat that waited');

  await fields(one).title.fill('The boat that never left');
  if (!scripts()) await save(one);
  await expect(one.getByRole('region', { name: 'Two texts for this field' })).toContainText('The boat that waited');
  await expect(fields(one).title).toHaveValue('The boat that never left');
  await expectAccessible(one);
  if (scripts()) {
    await one.getByRole('button', { name: 'Put both into the field' }).click();
    await expect(fields(one).title).toHaveValue('The boat that never left The boat that waited');
    await one.getByRole('button', { name: 'Keep what is in the field' }).click();
    await expect(fields(one).title).toBeFocused();
  } else {
    await one.getByRole('radio', { name: 'Take the saved text' }).check();
  }
  await save(one);
  await one.reload();
  await expect(one.getByRole('heading', { level: 1 })).toContainText('The boat that waited');
  await expect(fields(one).motto).toHaveValue('Nobody waits alone.');
  await bringBack(one);
});

test('what was written without a connection is there after a reload, also where somebody else wrote meanwhile @scripts', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(240_000);
  const { one, draft } = await aDraft(page, browser, info, 'Walter Offline');
  const two = await one.context().newPage();
  await two.goto(draft);
  await one.route('**/draft', (route) => route.abort());
  await fields(one).motto.fill('Written on a train.');
  await fields(one).title.fill('Titled on a train');
  await expect(one.getByText(/Not saved since .*; kept in this browser/)).toBeVisible();
  await fields(two).title.fill('Titled at a desk');
  await save(two);
  one.on('dialog', (dialog) => void dialog.accept());
  await one.unroute('**/draft');
  await one.goto(draft);
  await expect(one.getByText('Put back from this browser.')).toBeVisible();
  await expect(fields(one).motto).toHaveValue('Written on a train.');
  await expect(fields(one).title).toHaveValue('Titled on a train');
  await expect(one.getByRole('region', { name: 'Two texts for this field' })).toContainText('Titled at a desk');
  await one.getByRole('button', { name: 'Take the saved text' }).click();
  await expect(fields(one).title).toHaveValue('Titled at a desk');
  await save(one);
  const { length } = await one.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('plaudit.draft.')));
  expect(length).toBe(0);
  await one.reload();
  await expect(fields(one).motto).toHaveValue('Written on a train.');
});

test('two colleagues write one entry', async ({ page, browser }, info) => {
  test.setTimeout(240_000);
  const { one, draft } = await aDraft(page, browser, info, 'Yvette Owner');
  const email = `yannick.colleague.${info.project.name}.${info.retry}@people.example`;
  await one.getByRole('link', { name: 'Who writes it' }).click();
  await expectAccessible(one);
  await one.getByLabel('Name', { exact: true }).fill('Yannick Colleague');
  await one.getByLabel('E-mail', { exact: true }).fill(email);
  await one.getByRole('radio', { name: /^Read and write/ }).check();
  await one.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(one.getByRole('status').filter({ hasText: email })).toContainText('An invitation is on its way to');
  await expectAccessible(one);

  const two = await somebody(browser, info, here().url);
  await two.goto(linkIn(await mailsOf(here()), email));
  await expectAccessible(two);
  await two.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(two.getByText(/Yvette Owner.? shares this entry with you\./)).toBeVisible();
  await expect(two.getByRole('button', { name: 'Submit' })).toHaveCount(0);

  await one.goto(draft);
  await fields(one).motto.fill('Nobody waits alone.');
  await save(one);
  await fields(two).title.fill('The boat that waited');
  await save(two);
  await expect(fields(two).motto).toHaveValue('Nobody waits alone.');
  await fields(one).title.fill('The boat that never left');
  if (!scripts()) await save(one);
  const both = one.getByRole('region', { name: 'Two texts for this field' });
  await expect(both).toContainText('The boat that waited');
  await expect(both).toContainText('Yannick Colleague');
  if (scripts()) await one.getByRole('button', { name: 'Take the saved text' }).click();
  else await one.getByRole('radio', { name: 'Take the saved text' }).check();
  await save(one);

  await one.goto(`${draft}/writers`);
  await one.getByRole('button', { name: 'Remove Yannick Colleague' }).click();
  await expect(one.getByText('They can open the entry no more.')).toBeVisible();
  await fields(two).title.fill('One last word');
  await two.getByRole('button', { name: 'Save the draft' }).click();
  await expect(two.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await one.goto(draft);
  await expect(fields(one).title).toHaveValue('The boat that waited');
});

test('an entry is handed over to a colleague, who decides from then on who writes it', async ({ page, browser }, info) => {
  const { one, draft } = await aDraft(page, browser, info, 'Ottoline Owner');
  const email = `nadia.next.${info.project.name}.${info.retry}@people.example`;
  await one.goto(`${draft}/writers`);
  await one.getByLabel('Who takes it over').fill('Nadia Next');
  await one.getByLabel('Their e-mail').fill(email);
  await one.getByRole('button', { name: 'Offer it by mail' }).click();
  await expect(one.getByRole('status').filter({ hasText: email })).toContainText('The entry is offered to');
  await expectAccessible(one);

  const two = await somebody(browser, info, here().url);
  await two.goto(linkIn(await mailsOf(here()), email));
  await expect(two.getByText('asks you to take over')).toBeVisible();
  await expectAccessible(two);
  await two.getByRole('button', { name: 'Take over the entry' }).click();
  await expect(fields(two).title).toBeVisible();
  await two.goto(`${new URL(two.url()).pathname}/writers`);
  await expect(two.getByRole('button', { name: 'Remove Ottoline Owner' })).toBeVisible();
  await one.goto(`${draft}/writers`);
  await expect(one.getByRole('button', { name: 'Offer it by mail' })).toHaveCount(0);
  await one.getByRole('button', { name: 'Leave this entry' }).click();
  await one.goto(draft);
  await expect(one.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
});
