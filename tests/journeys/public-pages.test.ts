import { expect, test } from '@playwright/test';
import routes, { policies } from '../../src/routes.ts';
import { expectAccessible } from '../support/page.ts';

/** Every page a stranger may open whose address needs nothing filled in: a new one is looked at from its first day. */
const paths = routes
  .filter(({ file, path = '' }) => file.endsWith('.tsx') && !path.includes(':') && policies.get(`/${path}`) === 'public')
  .map(({ path = '' }) => `/${path}`);

test('there are public pages to look at, and the first page is one of them', () => {
  expect(paths).toContain('/');
});

for (const path of paths) {
  for (const width of [360, 1280]) {
    test(`${path} opens for a stranger at ${width} pixels without an axe violation and without scrolling sideways`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expectAccessible(page);
    });
  }
}
