/** Every route of the built application, asked for by everybody: who may open it opens it, and all others learn nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import '#main/slices.ts';
import type { Policy } from '#http/policy.ts';
import type { CompanyId, ContactId, EntryId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { policies } from '../../../src/routes.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { dates, foundedWorld } from '../../support/season.ts';
import { addressOf } from './addresses.ts';
import { aFair, type Fair, type Hidden, hiddenThings, type Places, signedIn } from './fair.ts';
import { type Answer, type Asking, ask, headersOf, normal, startWeb, type Web } from './web.ts';

const readers = [
  'visitor',
  'stranger',
  'foreigner',
  'neighbour',
  'owner',
  'writer',
  'judge',
  'manager',
  'region',
  'sibling',
  'screener',
  'auditor',
  'administrator',
] as const;
type Reader = (typeof readers)[number];

const openTo: Readonly<Record<Policy, readonly Reader[]>> = {
  public: readers,
  account: readers.slice(1),
  'signed-in': readers.slice(1),
  entrant: readers.slice(1),
  judge: ['judge'],
  manager: ['neighbour', 'manager', 'auditor', 'administrator'],
  entries: ['neighbour', 'manager', 'region', 'sibling', 'auditor', 'administrator'],
  screening: ['neighbour', 'manager', 'region', 'sibling', 'screener', 'auditor', 'administrator'],
  operator: ['administrator'],
};

const ofProgramme: readonly Reader[] = ['manager', 'auditor', 'administrator'];
const ofEntries: readonly Reader[] = ['region', 'sibling', ...ofProgramme];
/** Pages about one thing: of those whom the policy lets in, these may see this one. */
const about: Readonly<Record<string, readonly Reader[]>> = {
  '/entries/:entry': ['owner', 'writer'],
  '/entries/:entry/history': ['owner', 'writer'],
  '/entries/:entry/writers': ['owner', 'writer'],
  '/entries/:entry/questions': ['owner', 'writer'],
  '/entries/:entry/letters': ['owner', 'writer'],
  '/entries/:entry/copy': ['owner'],
  '/entries/:entry/print': ['owner', 'writer'],
  '/entries/:entry/receipt.json': ['owner', 'writer'],
  '/entries/:entry/everything.zip': ['owner', 'writer'],
  '/merge/:token': ['owner'],
  '/files/:file': ['owner', 'writer', 'judge', 'region', 'screener', ...ofProgramme],
  '/manage/entries/:entry': ['region', 'screener', ...ofProgramme],
  '/manage/entries/:entry/print': ['region', ...ofProgramme],
  '/manage/entries/:entry/owner': ['region', ...ofProgramme],
  '/manage/entries/:entry/questions': ['region', ...ofProgramme],
  '/manage/:programme/:edition/entries/questions': ofEntries,
  '/manage/:programme/:edition/entries/items': ofEntries,
  '/manage/entries/:entry/receipt.json': ['region', ...ofProgramme],
  // A chapter's manager sees the list of its own; what is in it is asked elsewhere.
  '/manage/:programme/:edition/entries': ofEntries,
  '/manage/:programme/:edition/entries.csv': ofEntries,
  '/manage/:programme/:edition/entries.xlsx': ofEntries,
  '/manage/:programme/:edition/entries/accept': ['screener', ...ofEntries],
  '/manage/:programme/:edition/entries/return': ['screener', ...ofEntries],
  '/manage/:programme/:edition/screening': ['screener', ...ofEntries],
  '/manage/companies/new': ['neighbour', 'manager', 'administrator'],
  '/manage/companies/:company/merge/:other': ['neighbour', 'manager', 'administrator'],
  '/manage/:programme/new': ['manager', 'administrator'],
  '/manage/:programme/texts': ['manager', 'administrator'],
  '/manage/:programme/:edition/entries/import': ['manager', 'administrator'],
  '/manage/:programme/:edition/entries/import/:category/template.csv': ['manager', 'administrator'],
  '/manage/:programme/:edition/entries/import/:category/template.xlsx': ['manager', 'administrator'],
  '/manage/:programme/:edition/categories/table': ['manager', 'administrator'],
  '/manage/:programme/:edition/translations/table': ['manager', 'administrator'],
  '/manage/:programme/:edition/mail/new': ['manager', 'administrator'],
};

/** End points that are posted to; whoever comes by hand is led to the page. */
const isPostedTo = (pattern: string) =>
  pattern === '/theme' ||
  pattern.endsWith('/draft') ||
  pattern.endsWith('/:request/copy') ||
  (pattern.startsWith('/manage/') && pattern.endsWith('/everything.zip'));
const maySee = (pattern: string, reader: Reader) =>
  // Whoever is led on is asked there.
  isPostedTo(pattern) || (about[pattern] ?? (pattern.startsWith('/manage/:programme') ? ofProgramme : readers)).includes(reader);

/** Whoever only judges or only manages is led from here to that, and whoever has begun nothing from each step to its beginning. */
const leadsOn: Readonly<Record<string, readonly Reader[]>> = {
  '/sign-in/factor': readers,
  '/sign-in/to/:state': readers,
  '/sign-in/from/:provider': readers,
  '/stand-in': readers.slice(1),
  '/account/authenticator': readers.slice(1),
  '/account/recovery-codes.txt': readers.slice(1),
  '/home': ['neighbour', 'judge', 'manager', 'region', 'sibling', 'screener', 'auditor', 'administrator'],
};

function expected(pattern: string, policy: Policy, reader: Reader): number {
  if (!openTo[policy].includes(reader)) return reader === 'visitor' ? 302 : 404;
  if (!maySee(pattern, reader)) return 404;
  // Each on a way of their own, which is looked at where files are.
  if (pattern === '/files/:file') return 303;
  return isPostedTo(pattern) || leadsOn[pattern]?.includes(reader) ? 302 : 200;
}

const database = await testDatabase();
const dataFolder = temporaryFolder('routes');
const fair: Fair = await aFair(await foundedWorld(database), 1, dataFolder);
const hidden: Hidden = await hiddenThings(fair);
const sessions = new Map<Reader, string>();
let served: Web | undefined;

beforeAll(async () => {
  for (const reader of readers) if (reader !== 'visitor') sessions.set(reader, await signedIn(fair, fair.people[reader]));
  await database.setClock(dates.afterJudging);
  served = await startWeb(fair, dataFolder);
}, 180_000);
afterAll(() => served?.stop());

/** One request to the process under test. */
function request(path: string, asking: Asking): Promise<Answer> {
  if (!served) throw new Error('nothing is served');
  return ask(served, path, asking);
}

const asked = (path: string, reader: Reader): Promise<Answer> => request(path, { session: sessions.get(reader) });

/** Of the same length as what is there, so that not even the length of an answer may differ. */
const nowhere: Places = {
  programme: 'x'.repeat(fair.places.programme.length),
  edition: 'x'.repeat(fair.places.edition.length),
  category: 'X',
  form: 'x'.repeat(fair.places.form.length),
  entry: ids.random<EntryId>(),
  file: ids.random(),
  job: ids.random(),
  run: ids.random(),
  invitation: newToken(),
  sharing: newToken(),
  letter: newToken(),
  link: newToken(),
  address: newToken(),
  setUp: newToken(),
  merge: newToken(),
  request: ids.random(),
  state: newToken(),
  provider: 'x'.repeat(fair.places.provider.length),
  company: ids.random<CompanyId>(),
  other: ids.random<CompanyId>(),
  contact: ids.random<ContactId>(),
  nomination: ids.random(),
  nominee: ids.random(),
  ownNomination: newToken(),
  mail: 'x'.repeat(fair.places.mail.length),
  batch: ids.random(),
  mailOff: `${ids.random()}.${newToken()}`,
  webhook: ids.random(),
};

for (const [pattern, policy] of policies) {
  const address = addressOf(pattern, fair.places);
  test(`${pattern} opens for those its policy names, and for nobody else`, async () => {
    const statuses = await Promise.all(readers.map(async (reader) => [reader, (await asked(address, reader)).status]));
    expect(statuses).toEqual(readers.map((reader) => [reader, expected(pattern, policy, reader)]));
  });
}

test('a form that no page has sent does nothing, whoever sends it', async () => {
  const unknown = (address: string, reader: Reader) => {
    const body = new URLSearchParams({ _act: 'no-such-act', _key: ids.random() });
    return request(address, { session: sessions.get(reader), method: 'POST', body });
  };
  const wrong: string[] = [];
  for (const [pattern, policy] of policies) {
    if (pattern === '/theme') continue;
    for (const reader of readers) {
      const { status } = await unknown(addressOf(pattern, fair.places), reader);
      const led = leadsOn[pattern]?.includes(reader) ? [302] : [];
      const wanted = openTo[policy].includes(reader) ? [404, 405, ...led] : [reader === 'visitor' ? 302 : 404];
      if (!wanted.includes(status)) wrong.push(`${reader} to ${pattern}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** As a page and as the data of one, which scripts ask for. */
const forms = (address: string) => [address, `${address}.data`];

/** Whether somebody is told something else of what is there than of what is not. */
async function tells(reader: Reader, there: string, missing: string): Promise<string[]> {
  const told: string[] = [];
  for (const [i, form] of forms(there).entries()) {
    const [forbidden, nothing] = [await asked(form, reader), await asked(forms(missing)[i] ?? '', reader)];
    if (![202, 302, 404].includes(forbidden.status)) told.push(`${reader} gets ${form}: ${forbidden.status}`);
    const [first, second] = [normal(forbidden, form), normal(nothing, forms(missing)[i] ?? '')];
    if (first !== second) told.push(`${reader} learns from ${form}:\n${first}\nand of nothing:\n${second}`);
  }
  return told;
}

for (const [pattern, policy] of policies) {
  if (!pattern.includes(':')) continue;
  const missing = addressOf(pattern, nowhere);
  const refused = readers.filter((reader) => [302, 404].includes(expected(pattern, policy, reader)));
  if (refused.length === 0) continue;
  test(`${pattern} answers whoever may not open it as if there were no such thing`, async () => {
    const address = addressOf(pattern, fair.places);
    const told: string[] = [];
    for (const reader of refused) told.push(...(await tells(reader, address, missing)));
    expect(told).toEqual([]);
  });
}

test('what is not for the public yet answers as if it were not there', async () => {
  const { programme } = fair.places;
  const pairs = [
    [`/p/${programme}/${hidden.draftEdition}`, `/p/${programme}/${'x'.repeat(hidden.draftEdition.length)}`],
    [`/p/${programme}/${hidden.edition}/winners`, `/p/${programme}/${'x'.repeat(hidden.edition.length)}/winners`],
    [`/manage/entries/${hidden.draft}`, `/manage/entries/${nowhere.entry}`],
    [`/files/${hidden.file}`, `/files/${nowhere.file}`],
  ] as const;
  const told: string[] = [];
  for (const [there, missing] of pairs) for (const reader of readers) told.push(...(await tells(reader, there, missing)));
  expect(told).toEqual([]);
});

test('two answers that differ are told apart', () => {
  const answer: Answer = { status: 404, headers: [['vary', 'Cookie']], body: '<p>/a</p>' };
  expect(normal(answer, '/a')).toBe(normal({ ...answer, body: '<p>/b</p>' }, '/b'));
  expect(normal(answer, '/a')).not.toBe(normal({ ...answer, body: '<p>/a </p>' }, '/a'));
  expect(normal(answer, '/a')).not.toBe(normal({ ...answer, headers: [] }, '/a'));
});

const locationOf = ({ headers }: Answer) => headers.find(([name]) => name === 'location')?.[1] ?? '';

/** Form and content of one answer of each kind. */
const kinds: readonly { readonly kind: string; readonly answer: () => Promise<Answer> }[] = [
  { kind: 'a public page, without scripts', answer: () => asked('/', 'visitor') },
  { kind: 'a public page, for somebody signed in', answer: () => asked('/', 'owner') },
  { kind: 'a page with scripts', answer: () => asked('/manage/system', 'administrator') },
  { kind: 'the data of a page', answer: () => asked('/manage/system.data', 'administrator') },
  { kind: 'to the sign-in page', answer: () => asked('/home', 'visitor') },
  { kind: 'nothing there', answer: () => asked('/nowhere', 'visitor') },
  { kind: 'a file beside an entry', answer: async () => asked(locationOf(await asked(`/files/${fair.places.file}`, 'owner')), 'owner') },
  { kind: 'a table', answer: () => asked(addressOf('/manage/:programme/:edition/entries.csv', fair.places), 'manager') },
  { kind: 'a stream of events', answer: () => asked(addressOf('/jobs/:job/events', fair.places), 'administrator') },
  { kind: 'an asset', answer: async () => asked(/href="([^"]+\.css)"/.exec((await asked('/', 'visitor')).body)?.[1] ?? '', 'visitor') },
  { kind: 'no such asset', answer: () => asked('/assets/none.css', 'visitor') },
  { kind: 'alive', answer: () => asked('/healthz/live', 'visitor') },
  {
    kind: 'a form that was sent',
    answer: () => request('/theme', { method: 'POST', body: new URLSearchParams({ theme: 'dark', back: '/' }) }),
  },
  {
    kind: 'a refusal for a program',
    answer: () =>
      request(addressOf('/entries/:entry/draft', fair.places), {
        session: sessions.get('stranger'),
        method: 'POST',
        headers: { accept: 'application/problem+json' },
        body: new URLSearchParams({ _act: 'save', _key: ids.random(), version: '1' }),
      }),
  },
  {
    kind: 'a form of another site',
    answer: () => request('/sign-in', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, body: new URLSearchParams() }),
  },
];

test('the headers of every kind of answer are those that were reviewed', async () => {
  const chapters: string[] = [];
  for (const { kind, answer } of kinds) chapters.push(`## ${kind}\n\n\`\`\`text\n${headersOf(await answer())}\n\`\`\``);
  const page = `# Headers\n\nMade by \`routes.db.test.ts\`; \`vitest -u\` writes it again. Every change of it is a change of what protects people.\n\n${chapters.join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot('headers.md');
});
