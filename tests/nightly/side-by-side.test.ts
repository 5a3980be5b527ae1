/** an upgrade under people who work: older processes go on while the schema grows, and beside newer ones */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import '#main/slices.ts';
import { listMigrations, type Migration, migrate } from '#platform/database/migrate.server.ts';
import { ids } from '#platform/ids.ts';
import { verifyRecord } from '#slices/system/index.ts';
import { tellFigures } from '#tests/support/figures.ts';
import { signedIn } from '../house/pages/fair.ts';
import { ask, startWeb, type Web } from '../house/pages/web.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folders.ts';
import { sealAll } from '../support/record/sealed.ts';
import { aDraft, aSeason, dates, foundedWorld } from '../support/season.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const dataFolder = temporaryFolder('side-by-side');
await database.setClock(dates.whileOpen);
const webs: Web[] = [];
afterAll(() => Promise.all(webs.map((web) => web.stop())));

async function aWeb(): Promise<Web> {
  const web = await startWeb(world, dataFolder);
  // Each start takes the host for itself; without one, the only organisation answers at both.
  await database.owner.pool.query('update directory.organisations set host = null where id = $1', [world.organisation]);
  webs.push(web);
  return web;
}

/** As the next version would bring it: what older code knows is untouched, what is new has a default. */
const grown: Migration = {
  name: '9998-grown.sql',
  sha256: 'grown',
  sql: `alter table plaudit.entries add column nickname text not null default '', add column seen_by uuid[] not null default '{}';
        alter table plaudit.audit_events add column origin text;
        create table plaudit.nicknames (organisation_id uuid not null, id uuid not null, primary key (organisation_id, id));
        create index entries_nickname on plaudit.entries (organisation_id, nickname);
        insert into plaudit.nicknames select organisation_id, id from plaudit.entries`,
};
/** The negative control: what no code names any more in the next version, this one still does. */
const shrunk: Migration = { name: '9999-shrunk.sql', sha256: 'shrunk', sql: 'alter table plaudit.entries rename column title to name' };
const known = listMigrations();
const upTo = (...more: readonly Migration[]) => migrate(database.urls.owner, { migrations: [...known, ...more] });

type Desk = { readonly session: string; readonly entry: string; version: number };
type Work = {
  readonly read: number[];
  readonly saved: number[];
  /** Until so much more was saved, or refused. */
  readonly more: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

async function aDesk(): Promise<Desk> {
  const { entry, owner } = await aDraft(season);
  return { entry, session: await signedIn(world, owner), version: 1 };
}

/** Somebody who reads the public page and their own, and saves what they write, again and again. */
function atWork(web: Web, desk: Desk): Work {
  const [read, saved]: [number[], number[]] = [[], []];
  let going = true;
  const work = async () => {
    for (; going; await sleep(5)) {
      for (const path of [`/p/${season.slug}`, `/entries/${desk.entry}`])
        read.push((await ask(web, path, { session: desk.session })).status);
      const words = { title: `Draft ${desk.version}`, nominee: 'The Quayside Clinic', body: 'Every letter is answered.' };
      const body = new URLSearchParams({ _act: 'save', _key: ids.random(), version: String(desk.version), ...words });
      const headers = { accept: 'application/json' };
      const { status } = await ask(web, `/entries/${desk.entry}/draft`, { session: desk.session, method: 'POST', body, headers });
      saved.push(status);
      if (status < 400) desk.version += 1;
    }
  };
  const done = work();
  const more = async (count: number) => {
    const enough = saved.length + count;
    while (saved.length < enough) await sleep(20);
  };
  const stop = () => {
    going = false;
    return done;
  };
  return { read, saved, more, stop };
}

const refused = (statuses: readonly number[]) => statuses.filter((status) => status >= 400);
const versionOf = async ({ entry }: Desk) => {
  const { rows } = await database.owner.pool.query<{ version: number }>('select version from plaudit.entries where id = $1', [entry]);
  return rows[0]?.version;
};

it('older processes refuse nobody while the schema grows under them, work beside newer ones, and nothing that was saved is lost', async () => {
  const older = await aWeb();
  const desks = [await aDesk(), await aDesk()] as const;
  const before = atWork(older, desks[0]);
  await before.more(20);
  const grew = performance.now();
  expect((await upTo(grown)).applied).toEqual([grown.name]);
  const growing = Math.round(performance.now() - grew);
  const newer = await aWeb();
  const beside = atWork(newer, desks[1]);
  await Promise.all([before.more(200), beside.more(200)]);
  await Promise.all([before.stop(), beside.stop()]);
  for (const { read, saved } of [before, beside]) expect([refused(read), refused(saved)]).toEqual([[], []]);
  expect(await Promise.all(desks.map(versionOf))).toEqual(desks.map(({ version }) => version));
  await sealAll(database.jobs, world.organisation);
  const { chains } = await verifyRecord(database.jobs, world.organisation);
  expect(chains.flatMap(({ faults }) => faults)).toEqual([]);
  tellFigures('an older and a newer web process on one schema', {
    'pages read': before.read.length + beside.read.length,
    'drafts saved': before.saved.length + beside.saved.length,
    'refused or failed': 0,
    'milliseconds the schema took to grow': growing,
  });
});

it('a column that is given another name while older processes need it is noticed at once', async () => {
  const [older] = webs;
  if (older === undefined) throw new Error('nothing is served');
  const work = atWork(older, await aDesk());
  await work.more(5);
  await upTo(grown, shrunk);
  await work.more(5);
  await work.stop();
  expect(refused(work.saved)).toContain(500);
  // What is restored is what the tests of this database may look at.
  await database.owner.pool.query('alter table plaudit.entries rename column name to title');
});
