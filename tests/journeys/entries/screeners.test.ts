/** A manager invites somebody to screen: they accept, decide, and see nothing else of the programme. */
import { expect, test } from '@playwright/test';
import { arrive, linkIn, mailsOf, signIn } from '../../support/browser.ts';
import { aProgrammeByForm, enterSeveral } from '../../support/journeys/entered.ts';
import { expectAccessible } from '../../support/page.ts';

const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const here = () => ({ url: process.env.PLAUDIT_JOURNEYS_URL ?? '', dataFolder: process.env.PLAUDIT_JOURNEYS_DATA ?? '' });

test('somebody is invited to screen, accepts, decides about entries of others, one by one and several at once, and reaches nothing else', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(240_000);
  await signIn(page, 'ilse.quarrington@aldersea.example', password);
  const edition = await aProgrammeByForm(page, `Zest of Screening ${Date.now()}`);
  const [, , programme = '', year = ''] = edition.split('/');
  const { page: entrant } = await arrive(browser, info, here(), 'Yrsa Enters');
  await enterSeveral(entrant, programme, { submitted: 4, drafts: 0 });
  const { page: screener, email } = await arrive(browser, info, here(), 'Yorick Screens');
  await enterSeveral(screener, programme, { submitted: 1, drafts: 0 });

  await page.goto(`/manage/${programme}/people`);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send the invitation' }) });
  await form.getByLabel('Name').fill('Yorick Screens');
  await form.getByLabel('E-mail address').fill(email);
  await form.getByRole('radio', { name: /Screener/ }).check();
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('status').filter({ hasText: email })).toBeVisible();

  await screener.goto(linkIn(await mailsOf(here()), email));
  await expect(screener.getByText('As a screener you look at entries before judges do')).toBeVisible();
  await screener.getByRole('button', { name: 'Accept the invitation' }).click();
  await screener.goto('/manage');
  await expect(screener.getByRole('heading', { level: 1, name: '4 entries wait for you.' })).toBeVisible();
  await expectAccessible(screener);
  await screener.getByRole('link', { name: 'Open the queue' }).click();
  await expect(screener.getByText('You wrote it, so somebody else decides.')).toHaveCount(1);
  await expect(screener.getByText('How this edition is screened')).toHaveCount(0);
  await expectAccessible(screener);
  await screener.getByRole('link', { name: 'Begin with the first' }).click();
  await expectAccessible(screener);
  await screener.getByRole('button', { name: 'Accept the entry' }).click();
  await expect(screener.getByText(/is accepted\./)).toBeVisible();
  await screener.getByRole('link', { name: 'Next' }).click();
  await screener.getByText('It may not compete').first().click();
  await screener.getByLabel('Reason').selectOption({ index: 1 });
  await screener.getByRole('button', { name: 'Rule it out' }).click();
  await expect(screener.getByText('Those who run the programme send it.')).toBeVisible();
  await expectAccessible(screener);

  await screener.goto(`/manage/${programme}/${year}/screening`);
  await expect(screener.getByRole('checkbox', { name: /^Tick / })).toHaveCount(2);
  for (const box of await screener.getByRole('checkbox', { name: /^Tick / }).all()) await box.check();
  await screener.getByRole('button', { name: 'Send those ticked back' }).click();
  await expect(screener.getByText('2 mails go out, one for each entry, to its writer.')).toBeVisible();
  await expectAccessible(screener);
  await screener.getByLabel('What has to be mended').fill('Say in which year the boat waited.');
  await screener.getByRole('button', { name: 'Send 2 entries back' }).click();
  await expect(screener.getByRole('heading', { level: 1, name: '2 entries are with their writers' })).toBeVisible();
  await expectAccessible(screener);
  await screener.getByRole('button', { name: 'Take it back' }).click();
  await expect(screener.getByText('They wait again.')).toBeVisible();

  for (const part of [`${year}/entries`, `${year}/judging`, 'people'])
    expect((await screener.goto(`/manage/${programme}/${part}`))?.status()).toBe(404);

  await page.reload();
  await page.getByRole('button', { name: /the role of Screener from Yorick Screens/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The role is taken away.' })).toBeVisible();
  expect((await screener.goto(`/manage/${programme}/${year}/screening`))?.status()).toBe(404);
});
