/** How well companies that are one are told from those that are two, and what looking for them costs among ten thousand. */
import { askedFrom, blockingKeys, type CompanyFacts, mayBeOne, profileOf } from '#core/names/duplicates.ts';
import { normalName } from '#core/names/normal.ts';
import { type Random, random } from '#core/numeric/random.ts';
import { type Database, openDatabase } from '#platform/database/transaction.server.ts';
import { ids } from '#platform/ids.ts';
import { addCompany } from '#slices/companies/index.ts';
import { labelledPairs, measure } from '#tests/support/companies/labelled-pairs.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { startTestServer } from '#tests/support/postgres/server.ts';
import { makeTemplate, onDatabase } from '#tests/support/postgres/template.ts';
import { foundedWorld, type World } from '#tests/support/season.ts';
import { cpuOfTree } from './cpu.ts';
import { type Bench, type Figure, meanOf } from './figure.ts';
import { seed } from './seed.ts';

const companies = 10_000;
const added = 200;

function asks([a, b]: readonly [CompanyFacts, CompanyFacts]): boolean {
  const [one, other] = [profileOf(a), profileOf(b)];
  const keys = new Set(blockingKeys(one));
  return blockingKeys(other).some((key) => keys.has(key)) && mayBeOne(one, other).score >= askedFrom;
}

/** Both halves: what the rules were made on, and what only measures them. */
function told(): Figure[] {
  const pairs = labelledPairs();
  return [true, false].flatMap((tuned) => {
    const { n, precision, recall } = measure(
      pairs.filter((pair) => pair.tuned === tuned),
      ({ pair }) => asks(pair),
    );
    const half = tuned ? 'the half looked at' : 'the half not looked at';
    const promises = tuned ? [{}, {}] : [{ promise: { least: 0.95 } }, { promise: { least: 0.85 } }];
    return [
      { name: `Pairs asked about that are one company, ${half}`, value: precision, unit: 'share', n, ...promises[0] },
      { name: `Pairs of one company that are asked about, ${half}`, value: recall, unit: 'share', n, ...promises[1] },
    ] satisfies Figure[];
  });
}

const trades = [
  'Mutual',
  'Services',
  'Telecom',
  'Insurance',
  'Bank',
  'Logistics',
  'Housing',
  'Energy',
  'Airways',
  'Water',
  'Clinics',
  'Hotels',
];
const forms = ['Ltd', 'plc', 'GmbH', 'S.A.', 'AB', 'Inc', ''];

const consonants = Array.from('bcdfghklmnprstvw');
const vowels = Array.from('aeiou');
const ends = [...Array.from('lnrst'), ''];

function inventedName({ uniform }: Random): string {
  const pick = <T>(all: readonly T[]) => all[Math.floor(uniform() * all.length)];
  const syllable = () => `${pick(consonants)}${pick(vowels)}${pick(ends)}`;
  const stem = syllable() + syllable() + syllable();
  return [stem.slice(0, 1).toUpperCase() + stem.slice(1), pick(trades), pick(forms)].filter(Boolean).join(' ');
}

type Written = { readonly id: string; readonly name: string };

/** Written as rows, since only what comes after them is measured. */
async function fill(owner: Database, world: World, chance: Random): Promise<readonly Written[]> {
  const rows = Array.from({ length: companies }, () => ({ id: ids.next(), name: inventedName(chance) }));
  await owner.pool.query(
    `insert into plaudit.companies (organisation_id, id, name, search, created_at, changed_at)
     select $1, id, name, search, now(), now() from unnest($2::uuid[], $3::text[], $4::text[]) as t (id, name, search)`,
    [world.organisation, rows.map(({ id }) => id), rows.map(({ name }) => name), rows.map(({ name }) => normalName(name).text)],
  );
  const keys = rows.flatMap(({ id, name }) => blockingKeys(profileOf({ names: [name], domains: [] })).map((key) => ({ id, key })));
  await owner.pool.query(
    `insert into plaudit.company_keys (organisation_id, key, company_id) select $1, key, id from unnest($2::text[], $3::uuid[]) as t (key, id)`,
    [world.organisation, keys.map(({ key }) => key), keys.map(({ id }) => id)],
  );
  await owner.pool.query('analyze plaudit.companies, plaudit.company_keys');
  return rows;
}

/** A letter left out of every other one, which has to be found. */
const slipped = ({ name }: Written) => name.slice(0, 3) + name.slice(4);

async function searching(say: (line: string) => void): Promise<Figure[]> {
  const server = await startTestServer();
  const template = await makeTemplate(server);
  const at = new URL(template.shippedUrl).pathname.slice(1);
  const open = (url: string, name: string) => openDatabase(onDatabase(url, at), { max: 2, name });
  const [app, owner] = [open(template.appUrl, 'bench app'), open(template.superUrl, 'bench owner')];
  try {
    await owner.pool.query(`grant connect on database ${at} to public`);
    const world = await foundedWorld({ app, owner } as TestDatabase);
    const chance = random(seed);
    const there = await fill(owner, world, chance);
    const costs: number[] = [];
    for (let i = 0; i < added; i += 20) {
      const before = cpuOfTree(process.pid);
      for (let j = i; j < i + 20; j += 1) {
        const twin = there[j * 7];
        const name = j % 2 === 0 && twin ? slipped(twin) : inventedName(chance);
        await addCompany(world.as(world.administrator), { name, country: '', note: '' });
      }
      costs.push((cpuOfTree(process.pid) - before) / 20);
    }
    const { rows } = await owner.pool.query<{ found: number }>('select count(*)::int as found from plaudit.company_pairs');
    say(`${added} companies added beside ${companies}; ${rows[0]?.found ?? 0} pairs found, ${added / 2} were planted`);
    const { mean, error } = meanOf(costs);
    const name = `Adding a company beside ${companies}, and looking for its duplicates: web and database`;
    return [{ name, value: mean, error, unit: 'CPU ms', n: added, promise: { most: 50 } }];
  } finally {
    await Promise.all([app.close(), owner.close()]);
    await server.stop();
  }
}

export const companiesBench: Bench = {
  name: 'companies',
  about: '300 labelled pairs of companies, and the search for duplicates among ten thousand',
  run: async (say) => [...told(), ...(await searching(say))],
};
