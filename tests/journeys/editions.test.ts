import { type Browser, expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';
import { expectAccessible } from '../support/page.ts';

// The second journey begins where the first ended: one server, one manager who has signed in, one award.
test.describe.configure({ mode: 'serial' });

const first = new Date().getUTCFullYear() + 1;
// Behind the demo's in every list, so that its manager's home stays what others look at.
const award = `Zest at home ${Date.now()}`;
const slug = award.toLowerCase().replaceAll(' ', '-');
let signedIn: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

/** A browser without scripts: of whoever `storageState` remembers, or of anybody. */
async function withoutScripts(browser: Browser, storageState?: typeof signedIn): Promise<Page> {
  const baseURL = process.env.PLAUDIT_JOURNEYS_URL ?? '';
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, ...(storageState && { storageState }) });
  return context.newPage();
}

const verdict = (page: Page) => page.getByRole('heading', { level: 1 });
const ready = (page: Page, item: string) =>
  page.getByRole('region', { name: 'Before the call is published' }).getByRole('link', { name: item });

test('a manager publishes the Stevie programme from a preset @scripts', async ({ page, browser }) => {
  await signIn(page, 'ilse.quarrington@aldersea.example', process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
  signedIn = await page.context().storageState();
  await page.goto('/manage/new');
  await page.getByLabel('Name', { exact: true }).fill(award);
  await page.getByLabel('Time zone').selectOption('America/New_York');
  await page.getByRole('button', { name: 'Make the programme' }).click();
  await page.getByRole('link', { name: 'Stevie Awards for Sales & Customer Service' }).click();
  await expect(page.getByText('32 categories take entries')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill(String(first));
  await page.getByLabel('Entries open on').fill(`${first}-03-01`);
  await page.getByRole('button', { name: 'Make the edition' }).click();

  await expect(verdict(page)).toContainText('Everything is there');
  await ready(page, 'Judges').click();
  await page.getByLabel('Name', { exact: true }).fill('Ruth Abara');
  await page.getByLabel('E-mail address').fill(`ruth.${Date.now()}@new.example`);
  await page.getByRole('radio', { name: 'Judge' }).check();
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText('Ruth Abara').first()).toBeVisible();
  await page.goto(`/manage/${slug}/${first}/timeline`);
  await page.getByRole('group', { name: 'Entries', exact: true }).getByLabel('Closes').fill(`${first}-06-20T17:00`);
  await page.getByRole('button', { name: 'Save the timeline' }).last().click();
  await expect(page.getByText('The timeline is saved.')).toBeVisible();

  // A page with all its forms open; the journey after this one has no scripts, which is what looks at pages.
  await page.goto(`/manage/${slug}/${first}/award?level=0`);
  for (const fold of await page.locator('main summary').all()) await fold.press('Enter');
  await expectAccessible(page);
  // In one more language there are texts to say, and a table to send them in with; then it speaks one language again.
  await page.goto(`/manage/${slug}/${first}/translations`);
  await page.getByLabel('Language to add').fill('ar');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText(/texts are not there in/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Send in a table' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/manage/${slug}/${first}/translations`);
  await page.getByRole('button', { name: 'Take away' }).click();
  await expect(page.getByText('It speaks one language')).toBeVisible();
  await page.goto(`/manage/${slug}/${first}`);
  await expect(ready(page, 'Judges')).toHaveCount(0);
  await page.getByRole('button', { name: 'Publish the call' }).click();
  await expect(verdict(page)).toHaveText('The call is published.');

  const anybody = await withoutScripts(browser);
  await anybody.goto(`/p/${slug}`);
  await expect(verdict(anybody)).toHaveText('Innovation in the management and practice of customer service');
  await expect(anybody.getByText(`since July 1 ${first - 3}`).first()).toBeVisible();
  await expect(anybody.getByText(`20 June ${first}, 17:00 New York`, { exact: false }).first()).toBeVisible();
  await expect(anybody.getByText('What an entry is asked stands with its category')).toBeVisible();
  const shown = await anybody.locator('a[href*="/categories/J0"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const codes = ['J01', 'J02', 'J03', 'J04'].flatMap((family) =>
    ['', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((branch) => `/p/${slug}/${first}/categories/${family}${branch}`),
  );
  expect(shown).toEqual(codes);
  await anybody.getByRole('link', { name: 'Government' }).nth(2).click();
  await expect(anybody.getByText('Award for Most Innovative Contact Center of the Year')).toBeVisible();
  const main = anybody.getByRole('main');
  await expect(main).toContainText(`lies on or after 1 July ${first - 3}.`);
  await expect(main).toContainText('did not win in the same category in the edition before this one or the entry has been updated');
  await expect(main).toContainText(/Exactly one of these\s*An essay of up to 625 words.*\s*A video of up to five \(5\) minutes/);
  await expect(main).toContainText('Supporting files');
  await anybody.context().close();
});

test('last year’s edition becomes this year’s: a year on, one rule changed, and last year’s pages as they were @scripts', async ({
  browser,
}) => {
  const page = await withoutScripts(browser, signedIn);
  const pages = [`/p/${slug}/${first}`, `/p/${slug}/${first}/categories/J01A`, `/p/${slug}/${first}/categories/J01A/guide`];
  const read = async () => {
    const seen: string[] = [];
    for (const path of pages) {
      await page.goto(path);
      seen.push(await page.getByRole('main').innerText());
    }
    return seen;
  };
  const before = await read();
  const next = first + 1;
  await page.goto(`/manage/${slug}/new`);
  await page.getByRole('link', { name: 'Last year’s edition, a year on' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(String(next));
  await page.getByRole('button', { name: 'Make the edition' }).click();
  const here = `/manage/${slug}/${next}`;
  await expect(page).toHaveURL(new RegExp(`${here}$`));

  await page.getByRole('link', { name: 'As a file, and what changed' }).click();
  await page.getByRole('button', { name: 'Show what differs' }).click();
  const differing = (place: string) => page.getByRole('row').filter({ hasText: place });
  await expect(differing('timeline.entries.opens')).toContainText(new RegExp(`${first}-03-01T09:00.*${next}-03-01T09:00`));
  await expect(differing('rules.since.needs.since')).toContainText(new RegExp(`${first - 3}-07-01.*${next - 3}-07-01`));
  await expect(differing('award')).toHaveCount(0);

  await page.goto(here);
  await page.getByRole('link', { name: 'Change the award rules' }).click();
  await page.getByRole('link', { name: 'Stevie', exact: true }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByLabel('A score of at least').fill('eight');
  await page.getByRole('button', { name: 'Save the level' }).press('Enter');
  await expect(page.getByLabel('A score of at least')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('A score of at least').fill('7.25');
  await page.getByLabel('A score of at least').press('Enter');
  await expect(page.getByText('The award rules are saved.')).toBeVisible();
  await expect(page.getByText('“Stevie”: a score of 7.25 or more.').first()).toBeVisible();
  const example = (score: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: score, exact: true }) });
  await expect(example('7.25')).toContainText('Stevie');
  await expect(example('7.249')).toContainText('None');
  await other.getByLabel('A score of at least').fill('7.5');
  await other.getByRole('button', { name: 'Save the level' }).press('Enter');
  await expect(other.getByText('7.25').first()).toBeVisible();
  await expect(other.getByLabel('A score of at least')).toHaveValue('7.5');
  await other.close();
  await page.locator('summary', { hasText: 'As text, for experts' }).press('Enter');
  await page.getByRole('textbox', { name: 'As text, for experts' }).fill('levels:\n  - level: Gold\n    colour: gold\n    atLeast: many\n');
  await page.getByRole('button', { name: 'Save the text' }).press('Enter');
  await expect(page.getByText('2 faults. Nothing was saved.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'levels.0.colour' })).toContainText('3');

  await page.goto(here);
  await page.getByRole('button', { name: 'Publish the call' }).press('Enter');
  await expect(verdict(page)).toHaveText('The call is published.');
  await page.goto(`/p/${slug}/${next}`);
  await expect(page.getByText(`1 March ${next}`, { exact: false }).first()).toBeVisible();
  expect(await read()).toEqual(before);
  await page.context().close();
});
