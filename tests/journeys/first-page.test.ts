import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/page.ts';

for (const width of [360, 1280]) {
  test(`the first page opens for a stranger at ${width} pixels, without an axe violation and without scrolling sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const answer = await page.goto('/');
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectAccessible(page);
  });
}
