import { expect, type Page, test } from '@playwright/test';
import { policies } from '../../src/routes.ts';
import { faultsOf, linkIn, mailsOf, signIn } from '../support/browser.ts';
import { crawl, routeOf } from '../support/crawl.ts';
import { expectAccessible } from '../support/page.ts';

// A trace of hundreds of pages costs more than looking at them.
test.use({ trace: 'off' });
test.describe.configure({ mode: 'parallel' });

const url = process.env.PLAUDIT_JOURNEYS_URL ?? '';
const dataFolder = process.env.PLAUDIT_JOURNEYS_DATA ?? '';

const everybody = ['/', '/p/:programme', '/p/:programme/:edition', '/p/:programme/:edition/winners', '/source'];
const signedIn = [...everybody, '/account', '/account/email', '/account/factors', '/terms', '/p/:programme/enter'];
const programme = '/manage/:programme';
const edition = `${programme}/:edition`;
const companies = ['/manage/companies', '/manage/companies/:company', '/manage/companies/duplicates', '/manage/contacts/:contact'];
const ofEdition = [
  ...companies,
  '/manage',
  '/manage/entries/:entry',
  edition,
  `${edition}/entries`,
  `${edition}/judging`,
  `${edition}/results`,
  `${programme}/people`,
];

/** Who looks, and the routes they come to by following links from their home. */
const people: Readonly<Record<string, { readonly email?: string; readonly reaches: readonly string[] }>> = {
  'a visitor': { reaches: [...everybody, '/gallery', '/invitations/:token', '/link/:token', '/set-up/:token', '/sign-in', '/terms'] },
  'an entrant': { email: 'orla.tennant@valewick.example', reaches: [...signedIn, '/home', '/entries/:entry'] },
  'a judge': { email: 'maren.oduya@judges.example', reaches: [...signedIn, '/judge', '/judge/:entry'] },
  'an auditor': { email: 'rosalind.ekholm@audit.example', reaches: [...signedIn, ...ofEdition] },
  'an organiser': {
    email: 'ilse.quarrington@aldersea.example',
    reaches: [
      ...signedIn,
      ...ofEdition,
      '/manage/new',
      '/manage/companies/new',
      '/manage/companies/:company/merge/:other',
      '/manage/mailbox',
      '/manage/security',
      '/manage/terms',
      '/manage/system',
      `${programme}/new`,
      `${programme}/texts`,
    ],
  },
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

/**
 * Bars and tables of which a part lies beyond their edge: whoever does not scroll them never learns of it. Words hidden for the eye are
 * one pixel wide and may stand there.
 */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.bar nav, .tabs, .scroll-x')]
      .filter((part) => {
        const edge = part.getBoundingClientRect().right + 1;
        return [...part.querySelectorAll('*')]
          .map((inside) => inside.getBoundingClientRect())
          .some(({ width, right }) => width > 1 && right > edge);
      })
      .map((part) => `${part.getAttribute('aria-label')}: ${part.scrollWidth} in ${part.clientWidth} px`),
  );
}

/** Every address is a page of its own at once: its own themes and widths are tried without asking for it again. */
async function lookClosely(page: Page, address: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${address} at ${width} px`).toBeLessThanOrEqual(width);
    expect(await cutOff(page), `${address} at ${width} px`).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      // Without motion a theme is there at once, and its contrasts are not measured on the way.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const coloursOnly = colorScheme === 'dark';
      await test.step(`${address} at ${width} px, ${colorScheme}`, () => expectAccessible(page, { coloursOnly }));
    }
  }
}

for (const [role, { email, reaches }] of Object.entries(people)) {
  test(`every page ${role} comes to has no axe violation, fits the window, fails nowhere and calls nobody`, async ({ page }) => {
    test.setTimeout(600_000);
    const faults = faultsOf(page, url);
    const from = email ? ['/home', '/'] : ['/', ...(await unlinked(page))];
    if (email) await signIn(page, email, process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
    const reached = new Set<string>();
    await crawl(page, from, async (address, status) => {
      expect(status, address).toBe(200);
      reached.add(routeOf(new URL(page.url()).pathname) ?? page.url());
      await lookClosely(page, address);
    });
    expect(faults).toEqual([]);
    expect([...reached].sort()).toEqual([...reaches].sort());
  });
}

/** Data, streams and acts: addresses without a page. */
const pageless = ['/theme', '/files/:file', '/entries/:entry/draft', '/judge/:entry/draft', '/jobs/:job/events'];

/** Steps on the way to something: nobody is there without having begun, and `identity.test.ts` does. */
const steps = ['/address/:token', '/sign-in/factor', '/account/authenticator', '/account/recovery-codes'];

test('no screen is without a way to it', () => {
  const screens = [...policies.keys()].filter((route) => !pageless.includes(route) && !/\.(?:csv|txt)$/.test(route));
  const reached = new Set([...steps, ...Object.values(people).flatMap(({ reaches }) => reaches)]);
  expect([...reached].sort()).toEqual(screens.sort());
});
