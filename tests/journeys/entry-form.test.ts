/** An entry is written by the form of its category: what is asked follows the answers, and what is wrong is told at its field. */
import { expect, type Page, test } from '@playwright/test';
import { countWords } from '#core/forms/words.ts';
import { arrive, signIn } from '../support/browser.ts';
import { generatedTexts } from '../support/forms/texts.ts';
import { aProgrammeByForm, enterSeveral } from '../support/journeys/entered.ts';
import { expectAccessible } from '../support/page.ts';

const entrant = 'orla.tennant@valewick.example';
const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const scripts = () => test.info().project.use.javaScriptEnabled !== false;

async function begin(page: Page): Promise<void> {
  await signIn(page, entrant, password);
  await page.goto('/p/the-handbell-awards/enter');
  await page.getByRole('radio').last().check();
  await page.getByRole('button', { name: 'Start writing' }).click();
  await page.getByLabel('Who is it about?').fill('Valewick Ferries');
  await page.getByRole('radio', { name: 'A colleague or peer' }).check();
  await page.getByLabel('Title').fill(`The boat that waits ${Date.now()}`);
}

/** Fifty times twenty texts in all scripts there are, counted here and in the browser. */
async function countAlike(page: Page): Promise<void> {
  const texts = generatedTexts(1000, 'browser').map(({ text }) => text);
  const batches = Array.from({ length: 50 }, (_, i) => texts.slice(20 * i, 20 * i + 20).join('\n'));
  const told = await page.getByRole('textbox', { name: 'Your story' }).evaluate(async (area: HTMLTextAreaElement, all) => {
    const counts: string[] = [];
    for (const text of all) {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      counts.push(area.closest('.field')?.querySelector('.count')?.textContent ?? '');
    }
    return counts;
  }, batches);
  expect(told).toEqual(batches.map((batch) => `${countWords(batch)} of 625 words`));
}

test('an entry is written by a form that asks one of two and follows what is answered', async ({ page }) => {
  await begin(page);
  const larger = page.getByRole('group', { name: /Do you belong to a larger one/ });
  const condition = page.getByText('Only if “How many people work in your house?” is below 250.');
  if (scripts()) {
    await countAlike(page);
    await expect(larger).toBeHidden();
    await page.getByLabel(/How many people work/).fill('12');
    await expect(larger).toBeVisible();
    await expect(condition).toBeHidden();
  } else {
    await expect(condition).toBeVisible();
    await page.getByLabel(/How many people work/).fill('12');
  }
  await larger.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('textbox', { name: 'Your story' }).fill('It waits for the last bus.');
  const change = page.getByRole('group', { name: 'What changed, told once more' });
  await change.getByLabel('Measure and definition').selectOption('csat/top-two-of-five');
  await change.getByRole('textbox', { name: 'One customer’s words' }).fill('They waited.');
  if (scripts()) await expect(change.getByRole('status')).toContainText('More than one of these is answered.');

  await page.getByRole('button', { name: 'Submit the entry' }).click();
  const summary = page.getByRole('region', { name: 'Something in the form needs your attention' });
  await expect(summary).toBeVisible();
  await expect(change.getByText('One of these is asked for, and 2 are answered.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your story' })).toHaveValue('It waits for the last bus.');
  await change.getByLabel('Measure and definition').selectOption('');
  await page.getByRole('button', { name: 'Submit the entry' }).click();
  await expect(page.getByText('Your entry is in.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'One customer’s words' })).toBeVisible();
  await expect(page.getByText('They waited.')).toBeVisible();
});

test('a form is changed with 50 entries in it @scripts', async ({ page, browser }, info) => {
  test.setTimeout(300_000);
  await signIn(page, 'ilse.quarrington@aldersea.example', password);
  // Behind the demo's in every list, and entered by somebody whose entries nobody else looks at.
  const edition = await aProgrammeByForm(page, `Zeal of Fifty ${Date.now()}`);
  const here = { url: process.env.PLAUDIT_JOURNEYS_URL ?? '', dataFolder: process.env.PLAUDIT_JOURNEYS_DATA ?? '' };
  const { page: entrants } = await arrive(browser, info, here, 'Zoltan Fodor');
  const [sent, draft] = await enterSeveral(entrants, edition.split('/')[2] ?? '', { submitted: 40, drafts: 10 });

  await page.goto(`${edition}/forms/story`);
  await expect(page.getByText('Entries answer this form.')).toBeVisible();
  await page.getByRole('link', { name: 'Entry', exact: true }).last().click();
  await page.getByText('Add a question here').click();
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('What would you do again?');
  await page.getByRole('button', { name: 'Add the question' }).press('Enter');
  await expect(page.getByText('The working copy is saved.')).toBeVisible();
  await page.getByRole('radio', { name: 'Required to send in' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).last().press('Enter');
  await expect(page).toHaveURL(/at=2/);
  await entrants.goto(draft);
  await expect(entrants.getByText('What would you do again?')).toHaveCount(0);

  await page.getByRole('link', { name: 'See who is affected' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('10 drafts are affected');
  await expect(page.getByText('10 drafts and 40 entries sent in answer this form.')).toBeVisible();
  await expectAccessible(page);
  await page.getByText('Unlock the edition').first().click();
  await page.getByLabel('Why it has to change').fill('One question was missing in the form.');
  await page.getByRole('button', { name: 'Unlock the edition' }).click();
  await page.getByRole('button', { name: 'Apply the working copy' }).press('Enter');
  await expect(page.getByText('The form asks by what was the working copy from now on.')).toBeVisible();

  await entrants.goto(draft);
  await expect(entrants.getByText('“What would you do again?” is new and required: must be answered before sending in.')).toBeVisible();
  await expect(entrants.getByRole('textbox', { name: 'Your story' })).toHaveValue('It waits for the last bus.');
  await entrants.goto(sent);
  await expect(entrants.getByText('It waits for the last bus.')).toBeVisible();
  await expect(entrants.getByText('What would you do again?')).toHaveCount(0);
});
