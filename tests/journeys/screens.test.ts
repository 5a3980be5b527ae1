import { mkdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import routes, { policies } from '../../src/routes.ts';
import { faultsOf, linkIn, mailsOf, signIn } from '../support/browser.ts';
import { openEyes } from '../support/journeys/close-looks.ts';
import { crawl, routeOf } from '../support/journeys/crawl.ts';
import { lookAt, shapesOf } from '../support/journeys/looks.ts';
import { expectAccessible, ofColours, tags as wcag } from '../support/page.ts';

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
  '/manage/entries/:entry/print',
  edition,
  `${edition}/categories`,
  `${edition}/criteria`,
  `${edition}/timeline`,
  `${edition}/award`,
  `${edition}/dry-run`,
  `${edition}/translations`,
  `${edition}/rules`,
  `${edition}/forms`,
  `${edition}/forms/:form`,
  `${edition}/forms/:form/changes`,
  `${edition}/nominations`,
  `${edition}/screening`,
  `${edition}/entries`,
  `${edition}/entries/deadline`,
  `${edition}/entries/questions`,
  `${edition}/entries/items`,
  '/manage/entries/:entry/owner',
  '/manage/entries/:entry/questions',
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

/** Who looks, and the routes they come to by following links from their home; first who sees most, so that little is new to the others. */
const people: Readonly<Record<string, { readonly email?: string; readonly reaches: readonly string[] }>> = {
  'an organiser': {
    email: 'ilse.quarrington@aldersea.example',
    reaches: [
      ...signedIn,
      ...ofEdition,
      '/manage/new',
      '/manage/companies/new',
      '/manage/companies/:company/merge/:other',
      '/manage/mailbox',
      `${edition}/entries/import`,
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
  'a visitor': { reaches: [...everybody, '/gallery', '/invitations/:token', '/link/:token', '/set-up/:token', '/sign-in', '/terms'] },
  'an entrant': {
    email: 'orla.tennant@valewick.example',
    reaches: [
      ...signedIn,
      '/home',
      '/entries/:entry',
      '/entries/:entry/history',
      '/entries/:entry/print',
      '/entries/:entry/copy',
      '/entries/:entry/writers',
      '/entries/:entry/questions',
      '/entries/:entry/letters',
    ],
  },
  'a judge': { email: 'maren.oduya@judges.example', reaches: [...signedIn, '/judge', '/judge/:entry'] },
  'a screener': {
    email: 'edda.lindqvist-moss@aldersea.example',
    reaches: [...signedIn, '/manage', '/manage/entries/:entry', `${edition}/screening`],
  },
  'an auditor': { email: 'rosalind.ekholm@audit.example', reaches: [...signedIn, ...ofEdition] },
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

for (const [role, { email, reaches }] of Object.entries(people)) {
  test(`every page ${role} comes to has no axe violation, fits the window, fails nowhere, calls nobody, and is there without scripts @scripts`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(1_200_000);
    const faults = faultsOf(page, url);
    const from = email ? ['/home', '/'] : [...open, ...(await mailed(page))];
    if (email) await signIn(page, email, process.env.PLAUDIT_JOURNEYS_PASSWORD ?? '');
    const reached = new Set<string>();
    const eyes = await openEyes(page, browser, url);
    const byScriptsOnly = await crawl(page, from, async (opened) => {
      if (!email) await expect(page.getByRole('heading', { level: 1 }).first(), opened.address).toBeVisible();
      reached.add(routeOf(new URL(page.url()).pathname) ?? page.url());
      await eyes.look(opened);
    });
    await eyes.close();
    expect([...faults, ...eyes.faults]).toEqual([]);
    expect(byScriptsOnly).toEqual([]);
    expect([...reached].sort()).toEqual([...reaches].sort());
  });
}

test('a page is looked at when anything stands in it as nothing did on its route before @scripts', async ({ page }) => {
  const written = async (inside: string) => {
    await page.setContent(`<main><h1>The call</h1><ul>${inside}</ul></main>`);
    return shapesOf(page);
  };
  const again = process.env.PLAUDIT_EVERY_LOOK === '1' ? 'all' : 'crossed';
  const one = '<li class="due"><a href="/a">Nine rings</a></li>';
  const others = [
    '<li class="due"><a href="/a"></a></li>',
    '<li class="late"><a href="/a">Nine rings</a></li>',
    '<li class="due"><a href="/a" aria-hidden="true">Nine rings</a></li>',
    '<li class="due"><a href="/a">Nine rings</a> <button>Leave</button></li>',
    '<li class="due"><a href="/a">Nine rings</a></li><li class="late"><a href="/a">Nine rings</a></li>',
  ];
  for (const [i, other] of others.entries()) {
    const looks: string[] = [];
    const pages = [one, '<li class="due"><a href="/b">One</a></li><li class="due"><a href="/c">Two</a></li>', other, one, other];
    for (const inside of pages) looks.push(lookAt(`/nowhere/${i}`, await written(inside)));
    expect(looks, other).toEqual(['all', 'none', again, 'none', 'none']);
  }
});

test('what is asked again in another theme are all rules about colours @scripts', async ({ page }) => {
  await page.goto('/source');
  await expectAccessible(page);
  const rules = await page.evaluate((tags) => {
    const { axe } = window as unknown as { axe: { getRules: (tags: string[]) => { ruleId: string; tags: string[] }[] } };
    return axe.getRules(tags).filter(({ tags }) => tags.includes('cat.color'));
  }, wcag);
  expect(rules.map(({ ruleId }) => ruleId).sort()).toEqual([...ofColours].sort());
});

const planted = {
  'faint words': ['<p style="color: #ccc; background: #fff">Faint</p>', /color-contrast/],
  'a picture without words': ['<img src="/favicon.ico">', /image-alt/],
  'a part wider than the window': ['<p style="width: 2000px">Wide</p>', /beyond/],
  'a label of nothing': ['<label for="nothing">Name</label>', /astray/],
} as const;

for (const [fault, [markup, told]] of Object.entries(planted))
  test(`the walk finds ${fault} on the second page of a route @scripts`, async ({ page, browser }, info) => {
    // What is made up is not to count as having been looked at.
    const looks = process.env.PLAUDIT_JOURNEYS_LOOKS;
    process.env.PLAUDIT_JOURNEYS_LOOKS = info.outputDir;
    mkdirSync(info.outputDir, { recursive: true });
    await page.route(/\/problems\//, (route) => {
      const inside = route.request().url().endsWith('second') ? markup : '<a href="/problems/second">Next</a>';
      const body = `<!doctype html><html lang="en"><title>A problem</title><main><h1>A problem</h1>${inside}</main></html>`;
      return route.fulfill({ contentType: 'text/html', body });
    });
    const eyes = await openEyes(page, browser, url);
    try {
      const walk = crawl(page, ['/problems/first'], eyes.look);
      await expect(walk).rejects.toThrow(told);
      expect(page.url()).toMatch(/second$/);
    } finally {
      process.env.PLAUDIT_JOURNEYS_LOOKS = looks;
      await eyes.close();
    }
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
  '/nominations/:nomination',
  '/nominee/:token',
  '/p/:programme/:edition/categories/:category/nominate',
  `${edition}/nominations/alike`,
  `${edition}/nominations/:nominee`,
  '/sharing/:token',
  '/letters/:token',
  '/merge/:token',
  '/address/:token',
  `${edition}/entries/accept`,
  `${edition}/entries/return`,
  `${edition}/translations/table`,
  '/manage/companies/country',
  '/sign-in/factor',
  '/sign-in/from/:provider',
  '/sign-in/to/:state',
  '/account/authenticator',
  '/account/recovery-codes',
];

test('no screen is without a way to it @scripts', () => {
  const screens = [...policies.keys()].filter(
    (route) => !pageless.includes(route) && !/\.(?:csv|txt|xlsx|zip|json|js|yaml|ics|atom)$/.test(route),
  );
  const reached = new Set([...steps, ...Object.values(people).flatMap(({ reaches }) => reaches)]);
  expect([...reached].sort()).toEqual(screens.sort());
});
