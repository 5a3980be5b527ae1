/** A file that is cut off on its way and goes on after the page was loaded again. @scripts */
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';

const entrant = 'orla.tennant@valewick.example';
const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';

test('an upload whose connection is lost goes on where it was after the page is loaded again @scripts', async ({ page, context }, info) => {
  const letters = info.outputPath('letters.txt');
  await writeFile(letters, 'Three rings, then one of us.\n'.repeat(100_000));
  await signIn(page, entrant, password);
  await page.goto('/p/the-handbell-awards/enter');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Start writing' }).click();

  // The second piece is the last to arrive; the third finds no connection.
  const sent: { readonly from: number; readonly arrived: boolean }[] = [];
  await page.route('**/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.fallback();
    const arrived = sent.length !== 2;
    sent.push({ from: Number(request.headers()['upload-offset']), arrived });
    if (arrived) return route.fallback();
    await context.setOffline(true);
    return route.abort('internetdisconnected');
  });
  await page.getByLabel(/One file that proves it/).setInputFiles(letters);
  await expect(page.getByText(/^Waiting for the connection\. Nothing is lost; it goes on from \d+ %\.$/)).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText('Begun earlier and not whole.')).toBeVisible();

  await page.getByLabel(/One file that proves it/).setInputFiles(letters);
  await expect(page.getByText('Stored.')).toBeVisible();
  const [, , cut, next] = sent;
  expect(cut?.from).toBeGreaterThan(0);
  expect(next).toEqual({ from: cut?.from, arrived: true });
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('link', { name: 'letters.txt' })).toBeVisible();
  await expect(page.getByText('Begun earlier and not whole.')).toHaveCount(0);
});
