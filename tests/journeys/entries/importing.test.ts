/** A manager puts in what came on paper: the template, a file with a fault, the file mended, and its owner who reads what is theirs. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { mailsOf, signIn } from '../../support/browser.ts';
import { aProgrammeByForm } from '../../support/journeys/entered.ts';
import { expectAccessible } from '../../support/page.ts';

const here = { url: process.env.PLAUDIT_JOURNEYS_URL ?? '', dataFolder: process.env.PLAUDIT_JOURNEYS_DATA ?? '' };
const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';

async function looks(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
}

async function lookAt(page: Page, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'paper.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Look at the file' }).click();
}

test('a manager puts in what came on paper', async ({ page }, info) => {
  test.setTimeout(180_000);
  await signIn(page, 'ilse.quarrington@aldersea.example', password);
  const edition = await aProgrammeByForm(page, `Yew of Paper ${Date.now()}`);
  await page.goto(`${edition}/entries`);
  await page.getByRole('link', { name: 'Put in from a spreadsheet' }).click();
  await looks(page);

  const loaded = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Template as CSV' }).click();
  const [head = ''] = (await readFile(await (await loaded).path(), 'utf8')).replace('\ufeff', '').split('\r\n');
  expect(head).toContain('Your story [answers.story]');
  const email = `yolande.paper.${info.project.name}.${info.retry}@people.example`;
  const columns = head.split(',').map((name) => /\[([^\]]+)\]/.exec(name)?.[1] ?? name);
  const lineOf = (cells: Readonly<Record<string, string>>) => columns.map((name) => cells[name] ?? '').join(',');
  const one = {
    'owner.email': email,
    'owner.name': 'Yolande Paper',
    title: 'The boat on paper',
    nominee: 'Valewick Ferries',
    reference: 'F-1',
  };

  await lookAt(page, [head, lineOf(one)].join('\n'));
  await expect(page.getByText('One thing is wrong with this file.')).toBeVisible();
  await expect(page.getByRole('row', { name: /2.*Your story: / })).toBeVisible();
  await looks(page);

  await lookAt(page, [head, lineOf({ ...one, 'answers.story': 'It waits for the last bus.' })].join('\n'));
  await expect(page.getByText('1 entry would be put in and submitted.')).toBeVisible();
  await looks(page);
  await page.getByRole('button', { name: 'Put in 1 entry' }).click();
  await expect(page.getByRole('table', { name: 'Put in before' })).toContainText('paper.csv');
  await looks(page);

  const mail = async () => (await mailsOf(here)).find(({ to }) => to === email)?.text ?? '';
  await expect.poll(mail).toContain('put in for you as entry A-001: “The boat on paper”');
  expect(await mail()).toMatch(/https?:\/\/\S+\/entries\/\S+/);

  await page.goto(`${edition}/entries`);
  await page.getByRole('link', { name: 'The boat on paper' }).click();
  await expect(page.getByText('F-1')).toBeVisible();
  await page.goto(`${edition}/entries/import`);
  await page.getByRole('button', { name: 'Take back what paper.csv put in' }).click();
  await expect(page.getByText(/^Taken back by/)).toBeVisible();
});
