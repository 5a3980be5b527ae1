import { expect, type Page, test } from '@playwright/test';
import { policies } from '../../src/routes.ts';
import { faultsOf, linkIn, mailsOf, signIn } from '../support/browser.ts';
import { crawl, routeOf } from '../support/crawl.ts';
import { expectAccessible } from '../support/page.ts';

test.describe.configure({ mode: 'parallel' });

const url = process.env.PLAUDIT_JOURNEYS_URL ?? '';
const dataFolder = process.env.PLAUDIT_JOURNEYS_DATA ?? '';

const people: Readonly<Record<string, string | undefined>> = {
  visitor: undefined,
  entrant: 'orla.tennant@valewick.example',
  judge: 'maren.oduya@judges.example',
  organiser: 'ilse.quarrington@aldersea.example',
};

/** What is opened from a mail or by whoever builds pages, and linked from none. */
async function unlinked(page: Page): Promise<string[]> {
  await page.goto('/sign-in');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send me a link' }) });
  await form.getByLabel('E-mail address').fill('somebody@new.example');
  await form.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page).toHaveURL(/sent=/);
  const mails = await mailsOf({ dataFolder, url });
  const mailed = ['somebody@new.example', 'hanne.torvik-rae@judges.example'].map((to) => new URL(linkIn(mails, to)));
  return ['/gallery', `/set-up/${'x'.repeat(43)}`, ...mailed.map(({ pathname, search }) => pathname + search)];
}

/** Every address is a page of its own at once: its own themes and widths are tried without asking for it again. */
async function lookClosely(page: Page, address: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${address} at ${width} px`).toBeLessThanOrEqual(width);
    for (const colorScheme of ['light', 'dark'] as const) {
      // Without motion a theme is there at once, and its contrasts are not measured on the way.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await test.step(`${address} at ${width} px, ${colorScheme}`, () => expectAccessible(page));
    }
  }
}

for (const [role, email] of Object.entries(people)) {
  test(`every page a ${role} can open has no axe violation, fits the window, fails nowhere and calls nobody`, async ({ page }) => {
    test.setTimeout(600_000);
    const faults = faultsOf(page, url);
    const from = email ? ['/home', '/'] : ['/', ...(await unlinked(page))];
    if (email) await signIn(page, email, process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
    await crawl(page, from, async (address, status) => {
      expect(status, address).toBe(200);
      await lookClosely(page, address);
    });
    expect(faults).toEqual([]);
  });
}

/** Data, streams and acts: addresses without a page. */
const pageless = ['/theme', '/files/:file', '/entries/:entry/draft', '/judge/:entry/draft', '/jobs/:job/events'];

test('every screen is reached by somebody who follows links, and none is refused', async ({ page }) => {
  test.setTimeout(180_000);
  const reached = new Set<string>();
  for (const email of Object.values(people)) {
    await page.context().clearCookies();
    const from = email ? ['/home'] : ['/', ...(await unlinked(page))];
    if (email) await signIn(page, email, process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
    await crawl(page, from, (address) => {
      reached.add(routeOf(new URL(address, url).pathname) ?? address);
      return Promise.resolve();
    });
  }
  const screens = [...policies.keys()].filter((route) => !pageless.includes(route) && !route.endsWith('.csv'));
  expect([...reached].sort()).toEqual(screens.sort());
});
