import { expect, type Page, test } from '@playwright/test';
import routes, { policies } from '../../src/routes.ts';
import { faultsOf, linkIn, mailsOf, signIn } from '../support/browser.ts';
import { crawl, routeOf } from '../support/journeys/crawl.ts';
import { lookAt, skeletonOf } from '../support/journeys/looks.ts';
import { expectAccessible } from '../support/page.ts';

// A trace of hundreds of pages costs more than looking at them. Without motion a theme is there at once, and its contrasts are not
// measured on the way.
test.use({ trace: 'off', contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'parallel' });

const url = process.env.PLAUDIT_JOURNEYS_URL ?? '';
const dataFolder = process.env.PLAUDIT_JOURNEYS_DATA ?? '';

const everybody = [
  '/',
  '/p/:programme',
  '/p/:programme/:edition',
  '/p/:programme/questions',
  '/p/:programme/winners',
  '/p/:programme/:edition/winners',
  '/p/:programme/:edition/find',
  '/p/:programme/:edition/check',
  '/p/:programme/:edition/categories/:category',
  '/p/:programme/:edition/categories/:category/guide',
  '/source',
  '/developers',
  '/problems',
  '/problems/:code',
];
const signedIn = [
  ...everybody,
  '/account',
  '/account/email',
  '/account/factors',
  '/account/providers',
  '/account/stand-ins',
  '/account/keys',
  '/account/api-keys',
  '/account/mail',
  '/account/privacy',
  '/account/zone',
  '/go',
  '/terms',
  '/p/:programme/enter',
];
const programme = '/manage/:programme';
const edition = `${programme}/:edition`;
const companies = ['/manage/companies', '/manage/companies/:company', '/manage/companies/duplicates', '/manage/contacts/:contact'];
const ofEdition = [
  ...companies,
  '/manage',
  '/manage/entries/:entry',
  edition,
  `${edition}/categories`,
  `${edition}/criteria`,
  `${edition}/timeline`,
  `${edition}/award`,
  `${edition}/dry-run`,
  `${edition}/rules`,
  `${edition}/forms`,
  `${edition}/forms/:form`,
  `${edition}/forms/:form/changes`,
  `${edition}/entries`,
  `${edition}/file`,
  '/p/:programme/:edition/changes',
  `${edition}/judging`,
  `${edition}/results`,
  `${edition}/results/figures`,
  `${edition}/mail`,
  `${edition}/mail/batches/:batch`,
  `${edition}/mail/texts`,
  `${edition}/mail/texts/:mail`,
  `${edition}/mail/sender`,
  `${programme}/people`,
  `${programme}/questions`,
  `${programme}/winners`,
  `${programme}/winners/import`,
  `${programme}/winners/names`,
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
      `${edition}/categories/table`,
      `${edition}/mail/new`,
      '/manage/security',
      '/manage/stand-in',
      '/manage/terms',
      '/manage/privacy',
      '/manage/system',
      `${programme}/new`,
      `${programme}/texts`,
      `${programme}/webhooks`,
      `${programme}/webhooks/:webhook`,
      '/manage/files',
    ],
  },
};

/** Every page a stranger may open whose address needs nothing filled in: a new one is looked at from its first day, linked or not. */
const open = routes
  .filter(({ file, path = '' }) => file.endsWith('.tsx') && !path.includes(':') && policies.get(`/${path}`) === 'public')
  .map(({ path = '' }) => `/${path}`);

/** What is opened from a mail. */
async function mailed(page: Page): Promise<string[]> {
  await page.goto('/sign-in');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send me a link' }) });
  await form.getByLabel('E-mail address').fill('somebody@new.example');
  await form.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page).toHaveURL(/sent=/);
  const mails = await mailsOf({ dataFolder, url });
  const links = ['somebody@new.example', 'hanne.torvik-rae@judges.example'].map((to) => new URL(linkIn(mails, to)));
  return [`/set-up/${'x'.repeat(43)}`, ...links.map(({ pathname, search }) => pathname + search)];
}

/**
 * How much wider than the window the page is, and its bars and tables of which a part lies beyond their edge: whoever does not scroll
 * them never learns of it. Words hidden for the eye are one pixel wide and may stand there.
 */
function measured(page: Page): Promise<{ beyond: number; cutOff: string[] }> {
  return page.evaluate(() => ({
    beyond: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    cutOff: [...document.querySelectorAll<HTMLElement>('.bar nav, .tabs, .scroll-x')]
      .filter((part) => {
        const edge = part.getBoundingClientRect().right + 1;
        return [...part.querySelectorAll('*')]
          .map((inside) => inside.getBoundingClientRect())
          .some(({ width, right }) => width > 1 && right > edge);
      })
      .map((part) => `${part.getAttribute('aria-label')}: ${part.scrollWidth} in ${part.clientWidth} px`),
  }));
}

/** By each closeness, the themes that are looked at in each width. */
const themes = {
  all: { 360: ['light', 'dark'], 1280: ['light', 'dark'] },
  crossed: { 360: ['light'], 1280: ['dark'] },
  none: { 360: [], 1280: [] },
} as const;

/**
 * Every address is a page of its own at once: its own themes and widths are tried without asking for it again. A page that runs no script
 * is the same to a browser without scripts, and is measured by the one that has them.
 */
async function lookClosely(page: Page, address: string): Promise<void> {
  const scripted = test.info().project.use.javaScriptEnabled !== false;
  if (!scripted && (await page.locator('script').count()) === 0) return;
  const look = scripted ? lookAt(routeOf(new URL(page.url()).pathname) ?? address, await skeletonOf(page)) : 'none';
  for (const width of [360, 1280] as const) {
    await page.setViewportSize({ width, height: 800 });
    expect(await measured(page), `${address} at ${width} px`).toEqual({ beyond: 0, cutOff: [] });
    for (const colorScheme of themes[look][width]) {
      await page.emulateMedia({ colorScheme });
      const coloursOnly = colorScheme === 'dark';
      await test.step(`${address} at ${width} px, ${colorScheme}`, () => expectAccessible(page, { coloursOnly }));
    }
  }
}

for (const [role, { email, reaches }] of Object.entries(people)) {
  test(`every page ${role} comes to has no axe violation, fits the window, fails nowhere and calls nobody`, async ({ page }) => {
    test.setTimeout(600_000);
    const faults = faultsOf(page, url);
    const from = email ? ['/home', '/'] : [...open, ...(await mailed(page))];
    if (email) await signIn(page, email, process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
    const reached = new Set<string>();
    await crawl(page, from, async (address, status) => {
      expect(status, address).toBe(200);
      if (!email) await expect(page.getByRole('heading', { level: 1 }).first(), address).toBeVisible();
      reached.add(routeOf(new URL(page.url()).pathname) ?? page.url());
      await lookClosely(page, address);
    });
    expect(faults).toEqual([]);
    expect([...reached].sort()).toEqual([...reaches].sort());
  });
}

test('one look is enough for pages that differ in words and numbers alone, and for no others @scripts', async ({ page }) => {
  const written = async (inside: string) => {
    await page.setContent(`<main><h1>The call</h1><ul>${inside}</ul></main>`);
    return skeletonOf(page);
  };
  const one = await written('<li class="due"><a href="/a">Nine rings</a></li>');
  expect(await written('<li class="due"><a href="/b">One</a></li><li class="due"><a href="/c">Two</a></li>')).toBe(one);
  const others = [
    '<li class="due"><a href="/a"></a></li>',
    '<li class="late"><a href="/a">Nine rings</a></li>',
    '<li class="due"><a href="/a" aria-hidden="true">Nine rings</a></li>',
    '<li class="due"><a href="/a">Nine rings</a> <button>Leave</button></li>',
  ];
  for (const other of others) expect(await written(other)).not.toBe(one);
  const again = process.env.PLAUDIT_EVERY_LOOK === '1' ? 'all' : 'crossed';
  const looks = (['/nowhere', '/elsewhere'] as const).map((route) =>
    [one, one, 'another page', 'another page'].map((page) => lookAt(route, page)),
  );
  expect(looks).toEqual(Array.from({ length: 2 }, () => ['all', 'none', again, 'none']));
});

/** Data, streams and acts: addresses without a page. */
const pageless = [
  '/theme',
  '/stand-in',
  '/sign-in/saml/:provider',
  '/go/list',
  '/files/:file',
  '/account/privacy/:request/copy',
  '/entries/:entry/draft',
  '/judge/:entry/draft',
  '/jobs/:job/events',
  `${edition}/dry-run/:run/events`,
];

/** Steps on the way to something, or out of a mail: nobody is there without having begun, and tests of their own do. */
const steps = [
  '/mail-off/:token',
  '/merge/:token',
  '/address/:token',
  `${edition}/entries/accept`,
  '/manage/companies/country',
  '/sign-in/factor',
  '/sign-in/from/:provider',
  '/sign-in/to/:state',
  '/account/authenticator',
  '/account/recovery-codes',
];

test('no screen is without a way to it', () => {
  const screens = [...policies.keys()].filter((route) => !pageless.includes(route) && !/\.(?:csv|txt|xlsx|js|yaml|ics|atom)$/.test(route));
  const reached = new Set([...steps, ...Object.values(people).flatMap(({ reaches }) => reaches)]);
  expect([...reached].sort()).toEqual(screens.sort());
});
