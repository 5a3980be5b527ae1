/** The list of an edition's entries as its manager opens it, among a thousand and among fifty thousand. */
import { Agent, get } from 'node:http';
import pg from 'pg';
import { searchWords } from '#core/lists/search-words.ts';
import { type Random as Chance, random as chanceOf } from '#core/numeric/random.ts';
import { ids } from '#platform/ids.ts';
import { begin, furnish } from '#tests/faults/storm/desks.ts';
import { random } from '#tests/faults/storm/random.ts';
import type { World } from '#tests/faults/storm/world.ts';
import { makeProduct, type Product } from '#tests/support/product.ts';
import { cookieOf } from '../browser.ts';
import type { Bench, Figure } from '../figure.ts';
import { type Load, measure } from '../load.ts';

const sizes = [1_000, 50_000] as const;
const workers = 4;
const requests = 400;
const people = 2_000;
const batch = 5_000;

/** Half of all titles have it. */
const common = 'harbour';
/** One entry has it, whatever there is besides. */
const rare = 'quixotic';

const vocabulary = (chance: Chance) =>
  Array.from({ length: 3_000 }, () =>
    Array.from({ length: 7 }, () => String.fromCharCode(97 + Math.floor(chance.uniform() * 26))).join(''),
  );

type Row = { readonly id: string; readonly state: string; readonly number: string | null; readonly title: string; readonly body: string };

/** Rows as submitting leaves them: a tenth drafts, most submitted or accepted, and the words they are found by. */
function rowsFrom(chance: Chance, words: readonly string[], from: number, count: number): Row[] {
  const some = (n: number) => Array.from({ length: n }, () => words[Math.floor(chance.uniform() * words.length)]).join(' ');
  return Array.from({ length: count }, (_, i) => {
    const place = from + i;
    const state = ['draft', 'accepted', 'accepted', 'accepted', 'returned', 'withdrawn'][place % 20] ?? 'submitted';
    const title = `${some(4)}${place % 2 === 0 ? ` ${common}` : ''}${place === 7 ? ` ${rare}` : ''}`;
    return { id: ids.random(), state, number: state === 'draft' ? null : `X-${String(place).padStart(6, '0')}`, title, body: some(60) };
  });
}

async function addRows(
  client: pg.Client,
  { organisation, season }: World,
  owners: readonly string[],
  rows: readonly Row[],
  from: number,
): Promise<void> {
  const { id: edition, categories } = season.open;
  await client.query(
    `insert into plaudit.entries (organisation_id, id, edition_id, category_id, owner_id, number, title, nominee, body, state,
         created_at, saved_at, submitted_at, submitted_hash, withdrawn_at, withdrawn_from)
     select $1, id, $2, ($3::uuid[])[1 + place % 2], ($4::uuid[])[1 + place % cardinality($4::uuid[])], number, title, 'Somebody', body, state,
         now() - interval '9 days', now(), case when state <> 'draft' then now() - interval '8 days' + (place || ' seconds')::interval end,
         case when state <> 'draft' then sha256(title::bytea) end,
         case when state = 'withdrawn' then now() end, case when state = 'withdrawn' then 'submitted' end
       from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[]) as t (id, number, title, body, state, place)`,
    [
      organisation,
      edition,
      categories,
      owners,
      rows.map(({ id }) => id),
      rows.map(({ number }) => number),
      rows.map(({ title }) => title),
      rows.map(({ body }) => body),
      rows.map(({ state }) => state),
      rows.map((_, i) => from + i),
    ],
  );
  const sent = rows.filter(({ number }) => number !== null);
  await client.query(
    `insert into plaudit.entry_search (organisation_id, entry_id, words)
     select $1, id, array_to_tsvector(string_to_array(words, ' ')) from unnest($2::uuid[], $3::text[]) as t (id, words)`,
    [
      organisation,
      sent.map(({ id }) => id),
      sent.map(({ number, title, body }) => searchWords(number ?? '', title, 'Somebody', body).join(' ')),
    ],
  );
}

/** Owners, and entries up to `size`; counts put together and statistics taken, as the rounds of an installation do. */
function filling(client: pg.Client, world: World) {
  const chance = chanceOf('entries');
  const words = vocabulary(chance);
  const owners = Array.from({ length: people }, () => ids.next());
  let there = 0;
  return async (size: number) => {
    if (there === 0) {
      await client.query(
        `insert into directory.people (id, email, name, created_at) select id, id || '@bench.example', 'Person of ' || id, now() from unnest($1::uuid[]) as t (id)`,
        [owners],
      );
    }
    for (; there < size; there += batch) {
      const count = Math.min(batch, size - there);
      await addRows(client, world, owners, rowsFrom(chance, words, there, count), there);
      if (count < batch) {
        there += count;
        break;
      }
    }
    await client.query(
      `with gone as (delete from plaudit.entry_tallies returning *)
       insert into plaudit.entry_tallies (organisation_id, edition_id, category_id, chapter, state, change)
       select organisation_id, edition_id, category_id, chapter, state, sum(change)::int from gone group by 1, 2, 3, 4, 5 having sum(change) <> 0`,
    );
    await client.query('vacuum analyze');
  };
}

function fetchOver(agent: Agent, url: string, cookie: string): Promise<string> {
  return new Promise((done, fail) => {
    get(url, { agent, headers: { accept: 'text/html', 'accept-encoding': 'br', cookie } }, (reply) => {
      if (reply.statusCode !== 200) fail(new Error(`${url} answered ${reply.statusCode}`));
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      reply.on('end', () => done(String(bytes)));
      reply.on('error', fail);
    }).on('error', fail);
  });
}

const asked = [
  { what: 'First page of the list', query: '' },
  { what: 'First page of a search that half of them answer', query: `?q=${common}` },
  { what: 'First page of a search that one answers', query: `?q=${rare}` },
  { what: 'First page of one state', query: '?state=returned' },
] as const;

async function measureAll(product: Product, say: (line: string) => void): Promise<Figure[]> {
  const desks = furnish(product, { file: '', write: () => undefined, acknowledged: () => 0 }, random(1), { freshKeys: false, cutLines: 0 });
  const world = await begin(product, desks, 4);
  const client = new pg.Client({ connectionString: product.urls().superUrl });
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  try {
    await client.connect();
    const [manager] = world.people;
    if (!manager) throw new Error('nobody manages');
    const cookie = await cookieOf(product.url, manager);
    const fill = filling(client, world);
    const taken = new Map<string, Load[]>();
    for (const size of sizes) {
      await fill(size);
      for (const { what, query } of asked) {
        say(`${what}, of ${size}: ${requests} times, ${workers} at once…`);
        const url = `${product.url}/manage/${world.season.slug}/${world.season.open.slug}/entries${query}`;
        const load = await measure(product, requests, Array.from({ length: workers }), () => fetchOver(agent, url, cookie));
        taken.set(what, [...(taken.get(what) ?? []), load]);
      }
    }
    return [...taken].flatMap(([what, loads]) => figuresOf(what, loads));
  } finally {
    agent.destroy();
    await client.end();
    desks.close();
    await world.close();
  }
}

function figuresOf(what: string, loads: readonly Load[]): Figure[] {
  const each = loads.flatMap(({ n, cpu, error, database }, i): Figure[] => {
    const of = `${what}, among ${(sizes[i] ?? 0).toLocaleString('en-GB')} entries`;
    return [
      { name: `${of}: web and database`, value: cpu, unit: 'CPU ms', n, error, promise: { most: 8 } },
      { name: `${of}: the database's part`, value: database, unit: 'CPU ms', n },
    ];
  });
  const [small, large] = loads;
  if (!small || !large) return each;
  const name = `${what}: among fifty thousand beside among one thousand`;
  return [...each, { name, value: large.cpu / small.cpu, unit: 'ratio', n: small.n + large.n, promise: { most: 1.2 } }];
}

export const entryList: Bench = {
  name: 'entry-list',
  about: "A manager's list of the entries of one edition, a hundred rows a page, as HTML, compressed, for somebody signed in",
  run: async (say) => {
    const product = await makeProduct({ PLAUDIT_WEBS: '1' });
    try {
      await product.start();
      return await measureAll(product, say);
    } finally {
      await product.stop();
    }
  },
};
