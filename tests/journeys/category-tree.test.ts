import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/browser.ts';

const password = process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '';
const wall = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

/** An edition of the demo's programme that nobody else looks at, as it stands before all the others, and its tree. */
async function openTree(page: Page, name: string): Promise<void> {
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
  await page.getByRole('link', { name: 'Change the tree' }).click();
}

async function add(page: Page, code: string, name: string, where?: 'In it' | 'Beside it'): Promise<void> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add the category' }) });
  if (!(await form.isVisible())) await page.locator('summary', { hasText: /^Add / }).click();
  if (where) await form.getByText(where).click();
  await form.getByLabel('Code').fill(code);
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Add the category' }).click();
  await expect(page.getByText('The category is added.')).toBeVisible();
}

/** The codes of the outline, a dot for each node around them. */
const outline = (page: Page) =>
  page.locator('a[data-code]').evaluateAll((lines) =>
    lines.map((line) => {
      let depth = -1;
      for (let list = line.closest('ul.tree'); list; list = list.parentElement?.closest('ul.tree') ?? null) depth += 1;
      return '·'.repeat(depth) + line.getAttribute('data-code');
    }),
  );

test('a tree is built and rearranged by keyboard, saved once, and a change is undone @scripts', async ({ page }) => {
  await openTree(page, `Tree ${Date.now()}`);
  await add(page, 'H', 'Handbells');
  await add(page, 'H1', 'Crews', 'In it');
  await add(page, 'H2', 'People', 'Beside it');
  await add(page, 'T', 'Technology', 'Beside it');
  expect(await outline(page)).toEqual(['H', '·H1', '·H2', '·T']);
  const line = page.locator('a[data-code="T"]');
  await expect(line).toHaveAttribute('tabindex', '0');
  await line.focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByText('Technology is now 2 of 2 at the top. Not saved yet.')).toBeAttached();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(line).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('a[data-code="H1"]')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowRight');
  expect(await outline(page)).toEqual(['T', 'H', '·H2', '··H1']);
  await page.getByRole('button', { name: 'Save the new order' }).press('Enter');
  await expect(page.getByText('The new order is saved.')).toBeVisible();
  expect(await outline(page)).toEqual(['T', 'H', '·H2', '··H1']);
  await page.getByRole('button', { name: 'Undo the last change of the tree' }).press('Enter');
  await expect(page.getByText('The tree is as it was before.')).toBeVisible();
  expect(await outline(page)).toEqual(['H', '·H1', '·H2', '·T']);
});

test('without scripts a line is moved, changed and taken away by plain forms @no-scripts', async ({ page }) => {
  await openTree(page, `Plain ${Date.now()}`);
  await add(page, 'H', 'Handbells');
  await add(page, 'H1', 'Crews', 'Beside it');
  await page.getByRole('button', { name: 'In, under the one above' }).click();
  await expect(page.getByText('The new order is saved.')).toBeVisible();
  expect(await outline(page)).toEqual(['H', '·H1']);
  await page.locator('a[data-code="H"]').click();
  await page.getByRole('group', { name: 'Who or what it awards' }).getByLabel('A team').check();
  await page.getByRole('button', { name: 'Save the category' }).click();
  await page.locator('a[data-code="H1"]').click();
  await expect(page.getByText('Nothing chosen: as in H Handbells: A team.')).toBeVisible();
  await page.getByText('Take it away').first().click();
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByText('It is taken away.')).toBeVisible();
  expect(await outline(page)).toEqual(['H']);
});
