/** A referee writes a letter for an entry, behind the link of a mail and without an account. */
import { type Browser, expect, type Page, type TestInfo, test } from '@playwright/test';
import { arrive, linkIn, mailsOf, signIn, somebody } from '../../support/browser.ts';
import { aProgrammeByForm, enterSeveral } from '../../support/journeys/entered.ts';
import { expectAccessible } from '../../support/page.ts';

const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const here = () => ({ url: process.env.PLAUDIT_JOURNEYS_URL ?? '', dataFolder: process.env.PLAUDIT_JOURNEYS_DATA ?? '' });

async function aDraft(page: Page, browser: Browser, info: TestInfo, name: string): Promise<Page> {
  await signIn(page, 'ilse.quarrington@aldersea.example', password);
  const edition = await aProgrammeByForm(page, `Zest of ${name} ${Date.now()}`);
  const { page: entrant } = await arrive(browser, info, here(), name);
  const [, draft] = await enterSeveral(entrant, edition.split('/')[2] ?? '', { submitted: 0, drafts: 1 });
  await entrant.goto(draft);
  return entrant;
}

type Asking = { readonly name: string; readonly email: string; readonly kind: 'Open' | 'Confidential' };

async function ask(page: Page, { name, email, kind }: Asking): Promise<void> {
  await page.getByLabel('Their name').fill(name);
  await page.getByLabel('Their e-mail').fill(email);
  await page.getByLabel('Who they are to the nominee').fill('Led the shelter during the flood');
  await page.getByLabel('A few words to them').fill('Would you say what you saw?');
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  await page.getByRole('button', { name: 'Ask for a letter' }).click();
  await expect(page.getByRole('status').filter({ hasText: email })).toContainText('A mail is on its way to');
}

test('a referee writes a letter for an entry, changes it, and another declines', async ({ page, browser }, info) => {
  test.setTimeout(240_000);
  const entrant = await aDraft(page, browser, info, 'Xaver Letters');
  const at = `${info.project.name}.${info.retry}@referees.example`;
  await entrant.getByRole('link', { name: 'Letters of referees' }).click();
  await expect(entrant.getByText('Nobody is asked yet')).toBeVisible();
  await expectAccessible(entrant);
  await ask(entrant, { name: 'Ruth Abara', email: `ruth.${at}`, kind: 'Open' });
  await ask(entrant, { name: 'Ansgar Holt', email: `ansgar.${at}`, kind: 'Confidential' });
  await expectAccessible(entrant);

  const referee = await somebody(browser, info, here().url);
  await referee.goto(linkIn(await mailsOf(here()), `ruth.${at}`));
  await expect(referee.getByText('Would you say what you saw?')).toBeVisible();
  await expect(referee.getByText('Whoever wrote the entry, those who run the programme, and the judges')).toBeVisible();
  await expectAccessible(referee);
  await referee.getByRole('textbox', { name: 'Your letter' }).fill('They came in the first night.');
  await referee.getByRole('button', { name: 'Send the letter' }).click();
  await expect(referee.getByRole('status')).toContainText('Your letter is kept.');
  await expectAccessible(referee);
  await referee.getByRole('textbox', { name: 'Your letter' }).fill('They came in the first night, and stayed.');
  await referee.getByRole('button', { name: 'Save the change' }).click();
  await expect(referee.getByRole('textbox', { name: 'Your letter' })).toHaveValue('They came in the first night, and stayed.');

  const other = await somebody(browser, info, here().url);
  await other.goto(linkIn(await mailsOf(here()), `ansgar.${at}`));
  await expect(other.getByText('and never reads it')).toBeVisible();
  await other.getByText('Rather not?').click();
  await other.getByLabel('A few words to them').fill('I was abroad.');
  await other.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(other.getByText('You have declined')).toBeVisible();
  await expectAccessible(other);

  await entrant.reload();
  await expect(entrant.getByText('I was abroad.')).toBeVisible();
  await entrant.getByText('Read the letter').click();
  await expect(entrant.getByText('They came in the first night, and stayed.')).toBeVisible();
  await expectAccessible(entrant);
});
