import { expect, type Locator, type Page, test } from '@playwright/test';

const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const criteria = ['Result for customers', 'Originality', 'Craft', 'Evidence', 'Reach'] as const;

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until it is there; where one is must be seen at every stop. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let stops = 0; !(await isFocused(target)); stops += 1) {
    expect(stops, 'so many stops and still not there').toBeLessThan(120);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible') ?? false)).toBe(true);
  }
}

async function signInByKeys(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Sign in with password' }) });
  await tabTo(page, form.getByRole('textbox', { name: 'E-mail address' }));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Signing in leads a judge to their ballots; from there to the first that is due. */
async function goToDesk(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/judge$/);
  await tabTo(page, page.getByRole('link', { name: /^Next: / }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'Your marks on this entry' })).toBeVisible();
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** A scale is a group of radio buttons: Space takes the one in focus, arrows move the choice. */
async function markByArrows(page: Page, criterion: string, mark: number): Promise<void> {
  const scale = page.getByRole('radiogroup', { name: criterion });
  await tabTo(page, scale.getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let at = 1; at < mark; at += 1) await page.keyboard.press('ArrowRight');
  await expect(scale.getByRole('radio', { name: String(mark), exact: true })).toBeChecked();
}

test('a judge who has only a keyboard signs in, marks an entry and submits the ballot', async ({ page }) => {
  const scripts = test.info().project.use.javaScriptEnabled !== false;
  // Each kind of browser has its own judge, so that neither finds the ballot filled in by the other.
  await signInByKeys(page, scripts ? 'desmond.okafor-lisle@judges.example' : 'sunniva.achterberg@judges.example');
  await goToDesk(page);
  for (const [i, criterion] of criteria.entries()) await markByArrows(page, criterion, 7 + (i % 3));
  await tabTo(page, page.getByLabel('Comment'));
  await page.keyboard.type('Strong in what it asked of people.');
  await tabTo(page, page.getByRole('button', { name: 'Submit this ballot' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/The ballot on H\d-\d{3} is submitted\./)).toBeVisible();
});

test('the keys of the desk mark, go on and lead to the comment; without scripts nothing promises them', async ({ page }) => {
  await signInByKeys(page, 'maren.oduya@judges.example');
  const title = await goToDesk(page);
  if (test.info().project.use.javaScriptEnabled === false) {
    await expect(page.getByRole('button', { name: 'Keys off' })).toHaveCount(0);
    return;
  }
  await expect(page.getByRole('button', { name: 'Keys off' })).toBeVisible();
  const saved = page.getByRole('status').filter({ hasText: /^Saved/ });
  for (const [i, key] of ['2', '6', '6', '6', '0'].entries()) {
    await page.keyboard.press('j');
    await page.keyboard.press(key);
    // What is written after a save builds on it.
    if (i === 0) await expect(saved).toBeVisible();
  }
  const chosen = page.getByRole('radio', { checked: true });
  await expect(chosen).toHaveCount(5);
  expect(await chosen.evaluateAll((marks) => marks.map((mark) => (mark as HTMLInputElement).value))).toEqual(['2', '6', '6', '6', '10']);
  await page.keyboard.press('c');
  await page.keyboard.type('jkn 0');
  await expect(page.getByLabel('Comment')).toHaveValue(/jkn 0$/);
  await page.waitForResponse((response) => response.ok() && (response.request().postDataBuffer()?.includes('jkn 0') ?? false));
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(5);
  await expect(page.getByLabel('Comment')).toHaveValue(/jkn 0$/);
});
