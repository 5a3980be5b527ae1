/** A programme of its own with entries in it, made by the forms its pages have, without drawing the pages. */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { formShape } from '#core/forms/shape.ts';
import { asks } from '../forms/form.ts';

const wall = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

/** Where the form led. */
async function send(page: Page, path: string, act: string, values: Readonly<Record<string, string>>): Promise<string> {
  const form = { _act: act, _key: randomUUID(), ...values };
  const { origin } = new URL(page.url());
  const answer = await page.request.post(path, { form, headers: { origin }, maxRedirects: 0 });
  expect(answer.status(), `${path} ${act}`).toBe(303);
  return new URL(answer.headers().location ?? '', page.url()).pathname;
}

const items = [
  asks('long-text', 'story', { label: 'Your story', required: 'submit' }),
  asks('short-text', 'motto', { label: 'In one sentence' }),
];
const form = formShape.parse({ title: 'The whole story', sections: [{ key: 'entry', title: 'Entry', items }] });

/** The address of its edition among the pages of its manager, who is signed in. `nominations`: peers and customers may nominate now. */
export async function aProgrammeByForm(page: Page, name: string, { nominations = false } = {}): Promise<string> {
  const texts = {
    name,
    strapline: 'For the service people remember',
    summary: 'For whoever changed something.',
    timeZone: 'Europe/Dublin',
  };
  const begin = await send(page, '/manage/new', 'create', texts);
  const document = {
    plaudit: 1,
    edition: '2030',
    timeline: {
      ...(nominations && { nominations: { opens: wall(-2), closes: wall(10) } }),
      entries: { opens: wall(-2), closes: wall(20) },
      rounds: [{ key: 'panel', opens: wall(20), closes: wall(40) }],
    },
    categories: [
      { code: 'A', name: 'Crews', form: 'story', ...(nominations && { nominees: ['person'], nominators: ['peer', 'customer'] }) },
    ],
    forms: { story: form },
    scorecards: { main: { criteria: [{ key: 'care', name: 'Care', kind: 'judged', weight: 1, scale: { min: 1, max: 10 } }] } },
  };
  const edition = await send(page, begin, 'file', { name: '2030', document: JSON.stringify(document) });
  await send(page, edition, 'publish', {});
  return edition;
}

type Count = { readonly submitted: number; readonly drafts: number };

/** Whoever is signed in writes so many; the first one that was sent in, and the first draft. */
export async function enterSeveral(page: Page, programme: string, { submitted, drafts }: Count): Promise<readonly [string, string]> {
  await page.goto(`/p/${programme}/enter`);
  const category = (await page.locator('input[name=category]').first().getAttribute('value')) ?? '';
  const written: string[] = [];
  for (let i = 0; i < submitted + drafts; i += 1) {
    const entry = await send(page, `/p/${programme}/enter`, 'start', { category });
    const values = {
      version: '1',
      title: `The boat that waits ${i}`,
      nominee: 'Valewick Ferries',
      'answers.story': 'It waits for the last bus.',
    };
    if (i <= submitted) await send(page, entry, 'write', { ...values, do: i < submitted ? 'submit' : 'save' });
    written.push(entry);
  }
  return [written[0] ?? '', written[submitted] ?? ''];
}
