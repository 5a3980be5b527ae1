/** Every page in a language nobody speaks: what is readable on it was written into a component instead of the catalogue. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import '#main/slices.ts';
import type { Policy } from '#http/policy.ts';
import type { PersonId } from '#platform/ids.ts';
import { policies } from '../../../src/routes.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { onDatabase, withClient } from '../../support/postgres/template.ts';
import { dates, foundedWorld } from '../../support/season.ts';
import { addressOf } from '../pages/addresses.ts';
import { aFair, signedIn } from '../pages/fair.ts';
import { ask, startWeb, type Web } from '../pages/web.ts';
import { type Literal, literalsIn, withoutData } from './literals.ts';
import { pseudo, pseudoText } from './transform.ts';

const database = await testDatabase();
const folder = temporaryFolder('pseudo');
const fair = await aFair(await foundedWorld(database), 1, folder);
let web: Web | undefined;
let rest: (text: string) => string = (text) => text;
const sessions = new Map<PersonId, string>();

/** What a job said when it failed. */
const queue = 'select last_error from graphile_worker._private_jobs where last_error is not null';

/** What managers wrote in the parts of an edition; a key or a kind has neither a capital nor a space. */
const parts = `select distinct word #>> '{}' from plaudit.edition_parts, jsonb_path_query(body, 'strict $.**') word
  where jsonb_typeof(word) = 'string' and word #>> '{}' ~ '[ A-Z]'`;

/** What managers call their rules and their late codes, as long as nobody calls them otherwise. */
const keys = `select jsonb_object_keys(body) from plaudit.edition_parts where part = 'rules'
  union all select jsonb_path_query(body, '$.lateCodes[*].key') #>> '{}' from plaudit.edition_parts where part = 'timeline'`;

/** Everything people wrote, by line: each text column but those of the record, the queue and the machine. */
async function everythingWritten(): Promise<ReadonlySet<string>> {
  const { rows: columns } = await database.owner.pool.query<{ statement: string }>(
    `select format('select distinct %I::text as text from %I.%I where %I is not null', column_name, table_schema, table_name, column_name) as statement
       from information_schema.columns where table_schema in ('plaudit', 'directory') and data_type = 'text'
        and table_name !~ '^(audit|jobs|idempotency)'`,
  );
  const statements = [...columns.map(({ statement }) => statement), queue, parts, keys].join(' union all ');
  // Past every wall: what is secret is shown on some page too.
  const { rows } = await withClient(onDatabase(inject('template').superUrl, database.name), (client) =>
    client.query<{ text: string }>(statements),
  );
  return new Set(rows.flatMap(({ text }) => [text, ...text.split('\n')]).map((line) => line.trim()));
}

beforeAll(async () => {
  for (const person of new Set(Object.values(fair.people))) sessions.set(person, await signedIn(fair, person));
  await database.setClock(dates.afterJudging);
  const lines = await everythingWritten();
  // A name loses the signs at its ends where it stands between quotes or brackets.
  // Names of those who vouch for people stand in the configuration.
  const vouching = ['Aldersea staff', 'Valewick'];
  rest = withoutData([...vouching, ...lines, ...[...lines].map((line) => line.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))]);
  web = await startWeb(fair, folder, { NODE_OPTIONS: `--import=${new URL('./register.ts', import.meta.url).href}` });
}, 180_000);
afterAll(() => web?.stop());

function readersOf(policy: Policy): readonly (PersonId | undefined)[] {
  const { owner, judge, administrator, manager } = fair.people;
  switch (policy) {
    case 'public':
      return [undefined];
    case 'judge':
      return [judge];
    case 'manager':
    case 'operator':
      return [administrator];
    default:
      return [owner, manager];
  }
}

/** Invented content of the people who build pages, the text of the API's own description, and addresses that answer with data. */
const left = (pattern: string) =>
  pattern === '/gallery' || pattern === '/developers' || /\.\w+$/.test(pattern) || /draft$|events$|^\/files|^\/sign-in\/saml/.test(pattern);

async function read(address: string, person: PersonId | undefined, init?: RequestInit): Promise<{ status: number; literals: Literal[] }> {
  if (!web) throw new Error('nothing is served');
  const { status, body } = await ask(web, address, { session: person && sessions.get(person), ...init });
  return { status, literals: literalsIn(body, rest) };
}

test('no page says anything that is neither of the catalogue nor of people', async () => {
  const found: string[] = [];
  let pages = 0;
  for (const [pattern, policy] of policies) {
    if (left(pattern)) continue;
    for (const person of readersOf(policy)) {
      const { status, literals } = await read(addressOf(pattern, fair.places), person);
      if (status === 200) pages += 1;
      // What stands preformatted is what a program is sent, in words of its own.
      found.push(...literals.filter(({ where }) => where !== '<pre>').map(({ where, text }) => `${pattern} ${where} ${text}`));
    }
  }
  expect([...new Set(found)]).toEqual([]);
  expect(pages).toBeGreaterThan(40);
}, 120_000);

test('the pages of errors say nothing else either', async () => {
  const { manager } = fair.people;
  const nowhere = await read('/nowhere/at/all', undefined);
  const refused = await read('/manage/companies/new', manager, {
    method: 'POST',
    body: new URLSearchParams({ _act: 'add', _key: 'pseudo-locale', name: '' }),
    headers: { origin: web?.url ?? '' },
  });
  expect([nowhere, refused]).toEqual([
    { status: 404, literals: [] },
    { status: 422, literals: [] },
  ]);
});

test('a planted literal is found, in a text and in each attribute that is read out, and no sentence or name is', () => {
  const page = (inside: string) => literalsIn(`<main>${inside}</main>`, withoutData(['Orla Tennant', 'A'])).map(({ text }) => text);
  const sentence = pseudoText('Search');
  expect(page(`<p>Search</p><p>${sentence}</p><p>Orla Tennant</p><p>${sentence} · Orla Tennant (12)</p>`)).toEqual(['Search']);
  expect(
    page(`<input placeholder="Title"><img alt="A bell"><b aria-label="Close"></b><i title="More"></i><td data-label="State">`),
  ).toEqual(['Title', 'A bell', 'Close', 'More', 'State']);
  expect(page(`<p>${pseudoText(`one ${pseudoText('in')} other`)} and more</p>`)).toEqual(['and more']);
});

test('the language nobody speaks has every sentence 40 in 100 longer, in functions too', () => {
  const words = pseudo({ plain: 'Search', many: (n: number) => `${n} found`, machine: (text: string) => text, ok: (n: number) => n > 1 });
  expect([words.plain, words.many(3), words.machine('2027'), words.ok(2)]).toEqual(['⟦Séàrçh ~~~⟧', '⟦3 föüñd ~~~⟧', '2027', true]);
});
