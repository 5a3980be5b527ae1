/** A customer nominates an agent without an account; a manager tells her; she accepts and sends her entry in. */
import { expect, type Page, test } from '@playwright/test';
import { mailsOf, signIn, somebody } from '../../support/browser.ts';
import { aProgrammeByForm } from '../../support/journeys/entered.ts';
import { expectAccessible } from '../../support/page.ts';

const here = { url: process.env.PLAUDIT_JOURNEYS_URL ?? '', dataFolder: process.env.PLAUDIT_JOURNEYS_DATA ?? '' };
const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';

/** The newest mail to an address. */
async function mailTo(email: string): Promise<string> {
  await expect.poll(async () => (await mailsOf(here)).some(({ to }) => to === email)).toBe(true);
  return (await mailsOf(here)).find(({ to }) => to === email)?.text ?? '';
}

type Nominator = { readonly name: string; readonly email: string; readonly nominee: { readonly name: string; readonly email: string } };

async function nominate(page: Page, form: string, { name, email, nominee }: Nominator): Promise<void> {
  await page.goto(form);
  await page.getByLabel('Name', { exact: true }).fill(nominee.name);
  await page.getByLabel('Their e-mail address').fill(nominee.email);
  await page.getByRole('radio', { name: 'I am a customer of theirs' }).check();
  await page.getByLabel('What did they do?').fill('She rang every one of us back on the night of the flood.');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your e-mail address').fill(email);
  // Nobody writes so fast.
  await page.waitForTimeout(2_100);
  await page.getByRole('button', { name: 'Send, and get the code' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Type the code from the mail');
  await page.getByRole('textbox', { name: 'Code' }).fill('0000 0000');
  await page.getByRole('button', { name: 'Confirm the nomination' }).click();
  await expect(page.getByText('That is not the code').first()).toBeVisible();
  const [code = ''] = /\b\d{4} \d{4}\b/.exec(await mailTo(email)) ?? [];
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Confirm the nomination' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your nomination counts');
}

test('a customer nominates an agent, who accepts and completes an entry', async ({ page, browser }, info) => {
  test.setTimeout(120_000);
  await signIn(page, 'ilse.quarrington@aldersea.example', password);
  const edition = await aProgrammeByForm(page, `Zither of Praise ${Date.now()}`, { nominations: true });
  const [, , programme, year] = edition.split('/');
  const stamp = `${Date.now()}.${info.project.name}`;
  const nominee = { name: 'Zelda Winterbourne', email: `zelda.${stamp}@people.example` };

  const customer = await somebody(browser, info, here.url);
  await customer.goto(`/p/${programme}/${year}/categories/A`);
  await customer.getByRole('link', { name: 'Nominate somebody for it' }).click();
  await expectAccessible(customer);
  const form = new URL(customer.url()).pathname;
  await nominate(customer, form, { name: 'Tobiah Renn', email: `tobiah.${stamp}@customers.example`, nominee });
  await expectAccessible(customer);
  const again = { name: 'Maud Fell', email: `maud.${stamp}@customers.example`, nominee: { ...nominee, name: 'Zelda Winterborne' } };
  await nominate(customer, form, again);

  await page.goto(`/manage/${programme}/${year}/nominations`);
  await expect(page.getByText('Two nominees may be one.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Look at them' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Merge into \W*Zelda Winterbourne/ }).click();
  await expect(page.getByRole('status')).toContainText('Every nominator stays credited');
  await expect(page.getByText('Maud Fell')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send the mail' }).click();
  await expect(page.getByRole('status')).toContainText('on its way');

  const own = await somebody(browser, info, here.url);
  const [link = ''] = /\S+\/nominee\/\S+/.exec(await mailTo(nominee.email)) ?? [];
  await own.goto(link);
  await expect(own.getByText('Tobiah Renn', { exact: false }).first()).toBeVisible();
  await expectAccessible(own);
  await own.getByRole('button', { name: 'Accept the nomination' }).click();
  await expect(own).toHaveURL(/\/entries\//);
  await own.getByLabel('Title').fill('The night of the flood');
  await own.getByRole('textbox', { name: 'Your story' }).fill('We rang everybody back.');
  await own.getByRole('button', { name: 'Submit the entry' }).click();
  await expect(own.getByText('Your entry is in.')).toBeVisible();
  await own.goto(link);
  await expect(own.getByText('You accepted')).toBeVisible();
});
